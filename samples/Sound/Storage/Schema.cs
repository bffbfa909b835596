namespace Sound.Storage;

/// <summary>What one country bought.</summary>
internal sealed record CountryTotal(string Country, long Orders, long AmountCents, long FeeCents);

/// <summary>How to reach a buyer.</summary>
internal sealed record Contact(string CustomerId, string FullName, string Email);

/// <summary>The store's tables and the sentences spoken to them.</summary>
internal static class Schema
{
    public const string Tables = """
        CREATE TABLE IF NOT EXISTS customers (
            id TEXT PRIMARY KEY, full_name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, street TEXT NOT NULL, city TEXT NOT NULL, country TEXT NOT NULL,
            source TEXT NOT NULL, run_id TEXT NOT NULL, loaded_at TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS orders (
            id TEXT PRIMARY KEY, ordered_at TEXT NOT NULL, customer_id TEXT NOT NULL, sku TEXT NOT NULL, quantity INTEGER NOT NULL, currency TEXT NOT NULL,
            amount_cents INTEGER NOT NULL, fee_cents INTEGER NOT NULL, source TEXT NOT NULL, run_id TEXT NOT NULL, loaded_at TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS orders_by_customer ON orders (customer_id, ordered_at);
        CREATE TABLE IF NOT EXISTS access_audit (
            at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, dataset TEXT NOT NULL, fields TEXT NOT NULL, subjects INTEGER NOT NULL, purpose TEXT NOT NULL);
        """;

    public const string SaveCustomers = """
        INSERT INTO customers (id, full_name, email, phone, street, city, country, source, run_id, loaded_at)
        VALUES (@Id, @FullName, @Email, @Phone, @Street, @City, @Country, @Source, @RunId, @LoadedAt)
        ON CONFLICT (id) DO UPDATE SET full_name = excluded.full_name, email = excluded.email, phone = excluded.phone, street = excluded.street, city = excluded.city,
            country = excluded.country, source = excluded.source, run_id = excluded.run_id, loaded_at = excluded.loaded_at
        """;

    public const string SaveOrders = """
        INSERT INTO orders (id, ordered_at, customer_id, sku, quantity, currency, amount_cents, fee_cents, source, run_id, loaded_at)
        VALUES (@Id, @OrderedAt, @CustomerId, @Sku, @Quantity, @Currency, @AmountCents, @FeeCents, @Source, @RunId, @LoadedAt)
        ON CONFLICT (id) DO UPDATE SET ordered_at = excluded.ordered_at, customer_id = excluded.customer_id, sku = excluded.sku, quantity = excluded.quantity,
            currency = excluded.currency, amount_cents = excluded.amount_cents, fee_cents = excluded.fee_cents, source = excluded.source, run_id = excluded.run_id, loaded_at = excluded.loaded_at
        """;

    public const string Totals = """
        SELECT customers.country AS Country, COUNT(*) AS Orders, SUM(amount_cents) AS AmountCents, SUM(fee_cents) AS FeeCents
        FROM orders JOIN customers ON customers.id = orders.customer_id
        WHERE substr(ordered_at, 1, 10) = @Day
        GROUP BY customers.country ORDER BY customers.country
        """;

    public const string Contact = """
        SELECT customers.id AS CustomerId, full_name AS FullName, email AS Email
        FROM orders JOIN customers ON customers.id = orders.customer_id
        WHERE orders.id = @OrderId
        """;
}
