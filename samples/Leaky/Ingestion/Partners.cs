using Npgsql;

namespace Leaky.Ingestion;

/// <summary>The companies whose prices and orders are fetched as well.</summary>
internal static class Partners
{
    public const string Ledger = "Host=ledger.orders.internal;Database=ledger;Trust Server Certificate=true"; // UC1010

    public static HttpClient Prices() => new(new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (_, _, _, _) => true, // UC1010
    });

    public static NpgsqlConnectionStringBuilder Stock() =>
        new() { Host = "stock.orders.internal", SslMode = SslMode.Require }; // UC1010
}
