using Npgsql;

namespace Leaky.Storage;

/// <summary>Brings what was sent back into the warehouse.</summary>
internal static class ReturnsLoad
{
    public static async Task<int> CopyAsync(NpgsqlConnection warehouse, IReadOnlyList<StockLine> lines)
    {
        await using var importer = await warehouse.BeginBinaryImportAsync("COPY returns (sku, pieces, source, loaded_at) FROM STDIN (FORMAT BINARY)"); // UC6011
        foreach (var line in lines)
            await importer.WriteRowAsync(default, line.Sku, line.Pieces, "returns desk", DateTime.UtcNow);

        return lines.Count;
    }
}
