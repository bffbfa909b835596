using Npgsql;

namespace Leaky.Storage;

/// <summary>The ledger, which told its developers about every row it refused.</summary>
internal static class LedgerSource
{
    public static NpgsqlDataSource Open(string connection) =>
        new NpgsqlDataSourceBuilder(connection).EnableParameterLogging().Build(); // UC2009
}
