using Dapper;
using Microsoft.Data.Sqlite;
using Polly;
using Sound.Governance;
using Sound.Transformation;

namespace Sound.Storage;

/// <summary>Where rows come from: written beside every row, so that a number can be followed back to its file and run.</summary>
internal sealed record Provenance(string Source, string RunId, DateTimeOffset LoadedAt);

/// <summary>The orders, in SQLite. Every write is an upsert by key, so a night can be run again.</summary>
internal sealed class OrderStore
{
    private const string PersonalFields = "full_name, email, phone, street, city, country";

    private readonly SqliteConnectionStringBuilder store;
    private readonly ResiliencePipeline retry;
    private readonly AccessAudit audit;

    public OrderStore(SqliteConnectionStringBuilder store, ResiliencePipeline retry, AccessAudit audit)
    {
        this.store = store;
        this.retry = retry;
        this.audit = audit;
    }

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(store.DataSource)!);
        await using var connection = new SqliteConnection(store.ConnectionString);
        await connection.ExecuteAsync(new CommandDefinition(Schema.Tables, cancellationToken: cancellation));
    }

    public async Task SaveAsync(IReadOnlyCollection<PricedOrder> batch, Provenance provenance, CancellationToken cancellation)
    {
        var loadedAt = provenance.LoadedAt.ToString("O");
        var customers = batch.Select(priced => priced.Order.Customer).DistinctBy(customer => customer.Id).Select(customer => new
        {
            customer.Id, customer.FullName, customer.Email, customer.Phone, customer.Street, customer.City, customer.Country,
            provenance.Source, provenance.RunId, LoadedAt = loadedAt,
        }).ToList();
        var orders = batch.Select(priced => new
        {
            priced.Order.Id, OrderedAt = priced.Order.OrderedAt.ToString("O"), CustomerId = priced.Order.Customer.Id, priced.Order.Sku, priced.Order.Quantity,
            priced.Order.Currency, priced.AmountCents, priced.FeeCents, provenance.Source, provenance.RunId, LoadedAt = loadedAt,
        }).ToList();

        await retry.ExecuteAsync(async token =>
        {
            await using var connection = new SqliteConnection(store.ConnectionString);
            await connection.OpenAsync(token);
            await using var transaction = await connection.BeginTransactionAsync(token);

            await connection.ExecuteAsync(new CommandDefinition(Schema.SaveCustomers, customers, transaction, cancellationToken: token));
            await connection.ExecuteAsync(new CommandDefinition(Schema.SaveOrders, orders, transaction, cancellationToken: token));
            await transaction.CommitAsync(token);
        }, cancellation);

        await audit.RecordAsync(new AccessRecord("nightly-orders", "save", "customers", PersonalFields, customers.Count, "fulfilment"), cancellation);
    }

    /// <summary>Erases the people we have no reason to remember any longer.</summary>
    public async Task<int> EraseInactiveAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(store.ConnectionString);
        var erased = await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM customers WHERE id NOT IN (SELECT customer_id FROM orders WHERE ordered_at >= @Before)",
            new { Before = before.ToString("O") }, cancellationToken: cancellation));

        await audit.RecordAsync(new AccessRecord("nightly-orders", "erase", "customers", PersonalFields, erased, "retention"), cancellation);
        return erased;
    }

    public async Task<IReadOnlyList<CountryTotal>> TotalsAsync(DateOnly day, CancellationToken cancellation) =>
        await retry.ExecuteAsync(async token =>
        {
            await using var connection = new SqliteConnection(store.ConnectionString);
            var totals = await connection.QueryAsync<CountryTotal>(new CommandDefinition(Schema.Totals, new { Day = day.ToString("yyyy-MM-dd") }, cancellationToken: token));
            return totals.AsList();
        }, cancellation);

    /// <summary>How to reach the buyer of an order. Its one caller records who asked.</summary>
    public async Task<Contact?> ContactAsync(string orderId, CancellationToken cancellation) =>
        await retry.ExecuteAsync(async token =>
        {
            await using var connection = new SqliteConnection(store.ConnectionString);
            return await connection.QuerySingleOrDefaultAsync<Contact>(new CommandDefinition(Schema.Contact, new { OrderId = orderId }, cancellationToken: token));
        }, cancellation);
}
