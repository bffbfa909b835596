namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>The page that shows the figures; the block between the marks is written by the run that measured them.</summary>
internal static class SpeedPage
{
    private const string Open = "<!-- generated: figures -->";
    private const string Close = "<!-- /generated -->";

    public static void Write(string figures)
    {
        var path = Path.Combine(Root(AppContext.BaseDirectory), "docs", "speed.md");
        var page = File.ReadAllText(path);
        var (from, to) = (page.IndexOf(Open, StringComparison.Ordinal) + Open.Length, page.IndexOf(Close, StringComparison.Ordinal));
        if (from < Open.Length || to < from)
            throw new InvalidOperationException($"{path} has no block between {Open} and {Close}");
        File.WriteAllText(path, page[..from] + "\n" + figures.TrimEnd() + "\n" + page[to..]);
    }

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Directory.Build.props")) ? folder : Root(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository was not found above the benchmark"));
}
