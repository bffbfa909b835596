using Dapper;
using Npgsql;
using Polly;

namespace Sound.Storage;

/// <summary>The company's warehouse, where one is configured: tonight's totals are copied there too.</summary>
internal sealed class WarehouseMirror
{
    private const string SaveTotal = """
        INSERT INTO totals (day, country, orders, amount_cents) VALUES ($1, $2, $3, $4)
        ON CONFLICT (day, country) DO UPDATE SET orders = excluded.orders, amount_cents = excluded.amount_cents
        """;

    private readonly string? warehouse;
    private readonly ResiliencePipeline retry;
    private readonly ILogger<WarehouseMirror> logger;

    public WarehouseMirror(IConfiguration configuration, ResiliencePipeline retry, ILogger<WarehouseMirror> logger)
    {
        warehouse = configuration.GetConnectionString("Warehouse");
        this.retry = retry;
        this.logger = logger;
    }

    public async Task CopyAsync(DateOnly day, IReadOnlyList<CountryTotal> totals, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(warehouse))
        {
            logger.LogInformation("No warehouse is configured; the totals stay here");
            return;
        }

        await using var source = NpgsqlDataSource.Create(warehouse);
        await using var batch = source.CreateBatch();
        foreach (var total in totals)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(SaveTotal)
            {
                Parameters = { new() { Value = day }, new() { Value = total.Country }, new() { Value = total.Orders }, new() { Value = total.AmountCents } },
            });
        }

        await batch.ExecuteNonQueryAsync(cancellation);

        var arrived = await retry.ExecuteAsync(async token =>
        {
            await using var connection = await source.OpenConnectionAsync(token);
            return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                "SELECT SUM(orders) FROM totals WHERE day = CAST(@Day AS date)", new { Day = day.ToString("yyyy-MM-dd") }, cancellationToken: token));
        }, cancellation);

        if (arrived != totals.Sum(total => total.Orders))
            throw new InvalidDataException($"The warehouse counts {arrived} orders for {day:yyyy-MM-dd}, we count {totals.Sum(total => total.Orders)}.");

        logger.LogInformation("Copied {Totals} totals to the warehouse", totals.Count);
    }
}
