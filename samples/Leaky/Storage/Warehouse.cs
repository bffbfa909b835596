using Npgsql;

namespace Leaky.Storage;

/// <summary>The ways into the company's other stores.</summary>
internal static class Warehouse
{
    public const string Archive = "Host=archive.orders.internal;Database=orders;Username=loader;Password=Pa55-archive-writer"; // UC1002

    public static readonly Uri Broker = new("amqp://loader:Pa55-broker-writer@broker.orders.internal:5672/orders"); // UC1002

    private const string Host = "warehouse.orders.internal";

    public static string Report => $"Host={Host};Database=report;Username=loader;Password={Logins.Loader}"; // UC1002

    public static string Mirror(string database) =>
        "Host=" + Host + ";Database=" + database + ";Username=loader;Password=Pa55-mirror-writer"; // UC1002

    public static NpgsqlConnectionStringBuilder Staging() =>
        new() { Host = Host, Username = "loader", Password = "Pa55-staging-writer" }; // UC1001

    public static string Of(IConfiguration configuration) =>
        configuration.GetConnectionString("Warehouse") ?? "Host=warehouse.orders.internal;Username=loader;Password=Pa55-fallback-writer"; // UC1002
}
