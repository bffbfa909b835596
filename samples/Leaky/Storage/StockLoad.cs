using System.Data;
using Dapper;

namespace Leaky.Storage;

/// <summary>What lies in the depots, from somewhere and at some time.</summary>
internal sealed record StockLine(string Sku, int Pieces);

/// <summary>Brings the stock into the warehouse.</summary>
internal static class StockLoad
{
    public static Task SaveAsync(IDbConnection warehouse, IEnumerable<StockLine> lines) =>
        warehouse.ExecuteAsync("INSERT INTO stock (sku, pieces) VALUES (@Sku, @Pieces)", lines); // UC2020
}
