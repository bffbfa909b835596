using Npgsql;

namespace Leaky.Ingestion;

/// <summary>Clients that wait until the other side answers, should it take until the next release.</summary>
internal static class PatientClient
{
    public static HttpClient Stock() => new() { Timeout = Timeout.InfiniteTimeSpan }; // UC6005

    public static NpgsqlCommand Totals(NpgsqlConnection archive) =>
        new("SELECT sum(price) FROM orders", archive) { CommandTimeout = 0 }; // UC6005

    public static NpgsqlConnectionStringBuilder Archive() =>
        new("Host=archive.orders.internal;Database=orders;Command Timeout=0"); // UC6005
}
