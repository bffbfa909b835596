using Npgsql;

namespace Leaky.Storage;

/// <summary>The login that never lacks a permission.</summary>
internal static class Owners
{
    public const string Passwordless = "Host=ledger.orders.internal;Database=ledger;Username=postgres"; // UC1005

    public static NpgsqlConnectionStringBuilder Ledger(string password) => new(Passwordless) { Username = "postgres", Password = password }; // UC1005
}
