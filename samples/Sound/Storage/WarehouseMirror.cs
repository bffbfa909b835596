using Npgsql;

namespace Sound.Storage;

/// <summary>The company's warehouse, where one is configured: tonight's totals are copied there too.</summary>
internal sealed class WarehouseMirror
{
    private const string SaveTotal = """
        INSERT INTO totals (day, country, orders, amount_cents) VALUES ($1, $2, $3, $4)
        ON CONFLICT (day, country) DO UPDATE SET orders = excluded.orders, amount_cents = excluded.amount_cents
        """;

    private readonly string? warehouse;
    private readonly ILogger<WarehouseMirror> logger;

    public WarehouseMirror(IConfiguration configuration, ILogger<WarehouseMirror> logger)
    {
        warehouse = configuration.GetConnectionString("Warehouse");
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
        logger.LogInformation("Copied {Totals} totals to the warehouse", totals.Count);
    }
}
