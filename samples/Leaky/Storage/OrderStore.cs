using Dapper;
using Leaky.Ingestion;
using Microsoft.Data.Sqlite;

namespace Leaky.Storage;

/// <summary>What one country bought.</summary>
internal sealed record CountryTotal(string Country, long Orders, long AmountCents);

/// <summary>The orders, in SQLite.</summary>
internal sealed class OrderStore
{
    private readonly string store;

    public OrderStore(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        store = new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString;

        using var connection = new SqliteConnection(store);
        connection.Execute("""
            CREATE TABLE IF NOT EXISTS customers (id TEXT PRIMARY KEY, full_name TEXT, email TEXT, phone TEXT, street TEXT, city TEXT, country TEXT);
            CREATE TABLE IF NOT EXISTS orders (id TEXT PRIMARY KEY, ordered_at TEXT, customer_id TEXT, country TEXT, sku TEXT, quantity INTEGER, amount_cents INTEGER);
            """);
    }

    public async Task SaveAsync(IReadOnlyCollection<Customer> customers, IEnumerable<(Order Order, decimal Euros)> orders)
    {
        await using var connection = new SqliteConnection(store);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("INSERT OR REPLACE INTO customers VALUES (@Id, @FullName, @Email, @Phone, @Street, @City, @Country)", customers, transaction); // UC2019
        await connection.ExecuteAsync(
            "INSERT OR REPLACE INTO orders VALUES (@Id, @OrderedAt, @CustomerId, @Country, @Sku, @Quantity, @AmountCents)",
            orders.Select(one => new { one.Order.Id, one.Order.OrderedAt, one.Order.CustomerId, one.Order.Country, one.Order.Sku, one.Order.Quantity, AmountCents = (long)(one.Euros * 100) }),
            transaction);
        await transaction.CommitAsync();
    }

    public async Task CorrectAsync(Customer customer)
    {
        await using var connection = new SqliteConnection(store);
        await connection.ExecuteAsync("UPDATE customers SET email = @Email, phone = @Phone WHERE id = @Id", customer); // UC2005
    }

    public async Task<IEnumerable<Customer>> CustomersAsync(string country)
    {
        await using var connection = new SqliteConnection(store);
        return await connection.QueryAsync<Customer>("SELECT id, full_name AS FullName, email, phone, street, city, country FROM customers WHERE country = @country", new { country });
    }

    public async Task<Customer?> FindAsync(string id)
    {
        await using var connection = new SqliteConnection(store);
        return await connection.QuerySingleOrDefaultAsync<Customer>("SELECT id, full_name AS FullName, email, phone, street, city, country FROM customers WHERE id = @id", new { id });
    }

    public async Task<List<CountryTotal>> TotalsAsync()
    {
        await using var connection = new SqliteConnection(store);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT country, COUNT(*), SUM(amount_cents) FROM orders GROUP BY country ORDER BY country";

        var totals = new List<CountryTotal>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            totals.Add(new CountryTotal(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
        return totals;
    }
}
