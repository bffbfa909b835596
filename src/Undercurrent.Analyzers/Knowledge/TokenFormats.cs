namespace Undercurrent.Analyzers.Knowledge;

/// <summary>
/// Every form of token we know, found by the first two characters of its anchor: a text is looked at once, however many forms
/// there are.
/// </summary>
internal sealed class TokenFormats
{
    private const int Letters = 128;
    private const int LongWord = 16;
    private const int ManyChanges = 4;

    private readonly ushort[] _byPair = new ushort[Letters * Letters];
    private readonly List<List<(string Anchor, TokenFormat Format)>> _anchors = [[]];
    private readonly HashSet<string> _heads = new(StringComparer.Ordinal) { "eyJ" };

    private TokenFormats(IReadOnlyList<CatalogueRow> rows)
    {
        All = rows.Where(row => !IsExample(row.Text)).Select(row => TokenFormat.Read(row.Text)).ToList();
        foreach (var format in All)
        {
            foreach (var anchor in format.Anchors)
                Add(anchor, format);
        }
    }

    public static TokenFormats Known { get; } = new(CatalogueText.Embedded("token-formats"));

    public IReadOnlyList<TokenFormat> All { get; }

    /// <summary>Whether a row is an example of the form before it: true behind a plus, false behind a minus.</summary>
    public static bool IsExample(string row) => row.StartsWith("+ ", StringComparison.Ordinal) || row.StartsWith("- ", StringComparison.Ordinal);

    /// <summary>The forms whose anchors start with these two characters.</summary>
    public IReadOnlyList<(string Anchor, TokenFormat Format)> StartingWith(char first, char second) =>
        first < Letters && second < Letters && _byPair[(first * Letters) + second] is > 0 and var index ? _anchors[index] : _anchors[0];

    /// <summary>
    /// Whether a word of a text may be of a token: it starts like one, or is long and mixed as only made-up words are. Decides
    /// no more than whether anyone looks.
    /// </summary>
    public bool MayBePart(string word) =>
        word is "sig" or "PRIVATE" or "A3" || _heads.Any(head => word.StartsWith(head, StringComparison.Ordinal))
        || (word.Length >= LongWord && IsMixed(word))
        || (word.Length > 4 && (word.EndsWith("7Q", StringComparison.Ordinal) || word.EndsWith("8Q", StringComparison.Ordinal)));

    private void Add(string anchor, TokenFormat format)
    {
        ref var index = ref _byPair[(anchor[0] * Letters) + anchor[1]];
        if (index == 0)
        {
            index = (ushort)_anchors.Count;
            _anchors.Add([]);
        }

        _anchors[index].Add((anchor, format));
        var start = anchor[0] == '+' ? 1 : 0;
        var end = start;
        while (end < anchor.Length && (char.IsLetterOrDigit(anchor[end]) || anchor[end] == '_'))
            end++;

        // Three letters begin too many words, unless they stand behind a plus.
        if (end > 3 || (end == 3 && !anchor.Take(end).All(char.IsLetter)))
            _heads.Add(anchor.Substring(start, end - start));
    }

    private static bool IsMixed(string word)
    {
        var (changes, digits) = (0, 0);
        for (var at = 0; at < word.Length; at++)
        {
            digits += char.IsDigit(word[at]) ? 1 : 0;
            changes += at > 0 && Kind(word[at]) != Kind(word[at - 1]) ? 1 : 0;
        }

        return digits > 0 && changes >= ManyChanges;
    }

    private static int Kind(char letter) => char.IsDigit(letter) ? 0 : char.IsUpper(letter) ? 1 : 2;
}
