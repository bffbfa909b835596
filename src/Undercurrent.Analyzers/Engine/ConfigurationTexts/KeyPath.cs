namespace Undercurrent.Analyzers.Engine.ConfigurationTexts;

/// <summary>The keys that lead to the place a scanner has come to, each with the mark by which the scanner finds its end.</summary>
internal sealed class KeyPath
{
    /// <summary>As deep as .NET reads JSON; deeper is malice or noise.</summary>
    private const int Deepest = 64;

    private const int Longest = 400;

    private readonly List<(int Mark, string Path)> _levels = new();

    public bool IsEmpty => _levels.Count == 0;

    public bool IsFull => _levels.Count >= Deepest;

    public int Mark => _levels[_levels.Count - 1].Mark;

    public string Path => IsEmpty ? "" : _levels[_levels.Count - 1].Path;

    public void Push(int mark, string path) => _levels.Add((mark, path));

    public void Pop() => _levels.RemoveAt(_levels.Count - 1);

    /// <summary>The path of a key at this place. One that grows without end is cut to its last key.</summary>
    public string Of(string key) =>
        Path is { Length: > 0 } path && path.Length + key.Length < Longest ? path + ":" + key : key.Length < Longest ? key : key.Substring(0, Longest);
}
