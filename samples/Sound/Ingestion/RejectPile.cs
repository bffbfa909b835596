using System.Globalization;

namespace Sound.Ingestion;

/// <summary>The lines set aside: where they stand and why, without what they say about anyone.</summary>
internal sealed class RejectPile : IAsyncDisposable
{
    private readonly SortedDictionary<string, int> reasons = new(StringComparer.Ordinal);
    private readonly StreamWriter pile;

    public RejectPile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        pile = new StreamWriter(path);
        pile.WriteLine("line,reason");
    }

    public int Count => reasons.Values.Sum();

    public IReadOnlyDictionary<string, int> Reasons => reasons;

    public async Task AddAsync(int line, string reason, CancellationToken cancellation)
    {
        reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
        await pile.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{line},{reason}").AsMemory(), cancellation);
    }

    public ValueTask DisposeAsync() => pile.DisposeAsync();
}
