using Microsoft.Extensions.Options;
using Sound.Ingestion;
using Sound.Serving;
using Sound.Storage;
using Sound.Transformation;

namespace Sound;

/// <summary>One night: read, price, store, forget whom we need not remember, sum up.</summary>
internal sealed class NightlyRun
{
    private readonly PipelineSettings settings;
    private readonly OrderFile file;
    private readonly TreasuryClient treasury;
    private readonly OrderStore store;
    private readonly WarehouseMirror mirror;
    private readonly SummaryBoard board;
    private readonly TimeProvider clock;
    private readonly ILogger<NightlyRun> logger;

    public NightlyRun(IOptions<PipelineSettings> settings, OrderFile file, TreasuryClient treasury, OrderStore store, WarehouseMirror mirror, SummaryBoard board, TimeProvider clock, ILogger<NightlyRun> logger)
    {
        this.settings = settings.Value;
        this.file = file;
        this.treasury = treasury;
        this.store = store;
        this.mirror = mirror;
        this.board = board;
        this.clock = clock;
        this.logger = logger;
    }

    public async Task ExecuteAsync(CancellationToken cancellation)
    {
        var day = settings.Day!.Value;
        var runId = $"orders-{day:yyyy-MM-dd}";
        using var scope = logger.BeginScope("run {RunId}", runId);

        await store.PrepareAsync(cancellation);
        var rates = await treasury.RatesAsync(day, cancellation);
        var fees = await treasury.FeesAsync(cancellation);

        await using var rejects = new RejectPile(Path.Combine(AppContext.BaseDirectory, settings.OutputFolder, $"rejects-{day:yyyy-MM-dd}.csv"));
        var provenance = new Provenance(settings.OrdersFile, runId, clock.GetUtcNow());
        var loaded = 0;

        await foreach (var batch in InBatches(file.ReadAsync(rejects, cancellation), cancellation))
        {
            var priced = new List<PricedOrder>(batch.Count);
            foreach (var order in batch)
            {
                if (PricedOrder.Price(order, rates, fees) is { } worth)
                    priced.Add(worth);
                else
                    await rejects.AddAsync(order.Line, "unknown currency or country", cancellation);
            }

            await store.SaveAsync(priced, provenance, cancellation);
            loaded += priced.Count;
        }

        if (rejects.Count > settings.AcceptableRejects * (loaded + rejects.Count))
            throw new InvalidDataException($"{rejects.Count} of {loaded + rejects.Count} lines were rejected; the file is taken to be broken.");

        await store.EraseInactiveAsync(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).AddDays(-settings.RetentionDays), cancellation);

        var totals = await store.TotalsAsync(day, cancellation);
        await mirror.CopyAsync(day, totals, cancellation);
        board.Latest = new Summary(day, runId, totals.Sum(total => total.Orders), totals.Sum(total => total.AmountCents), totals, rejects.Count, rejects.Reasons);
        logger.LogInformation("Loaded {Orders} orders, rejected {Rejects} lines", loaded, rejects.Count);
    }

    private async IAsyncEnumerable<List<Order>> InBatches(IAsyncEnumerable<Order> orders, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var batch = new List<Order>(settings.BatchSize);
        await foreach (var order in orders.WithCancellation(cancellation))
        {
            batch.Add(order);
            if (batch.Count < settings.BatchSize)
                continue;

            yield return batch;
            batch = new List<Order>(settings.BatchSize);
        }

        if (batch.Count > 0)
            yield return batch;
    }
}
