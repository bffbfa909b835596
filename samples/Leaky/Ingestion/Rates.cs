using Npgsql;

namespace Leaky.Ingestion;

/// <summary>Where the exchange rates come from, by way of whoever listens.</summary>
internal static class Rates
{
    private const string Central = "http://rates.orders.internal/today.csv"; // UC1009

    public static HttpClient Bank() => new() { BaseAddress = new Uri("http://rates.bank.example/") }; // UC1009

    public static NpgsqlConnectionStringBuilder History() =>
        new() { Host = "rates.orders.internal", SslMode = SslMode.Disable }; // UC1009

    public static HttpRequestMessage Request() => new(HttpMethod.Get, Central);
}
