namespace Undercurrent.Analyzers.Knowledge;

/// <summary>How sure a name alone makes us.</summary>
internal enum PersonalLevel
{
    Low,
    Medium,
    High,
}

/// <summary>One <c>term</c> row: a sequence of whole words, the kind of data it names, and the words it needs beside it.</summary>
internal sealed record PersonalTerm(string[] Words, string Kind, PersonalLevel Level, string[] With)
{
    /// <summary>The words as the row has them, also where the term stands written in one.</summary>
    public string Name { get; init; } = string.Join(" ", Words);
}

/// <summary>
/// The rows of a personal-data catalogue, ready to be asked. Rows are <c>term words  kind level [with word …]</c>,
/// <c>head word …</c>, <c>not term: word …</c>, <c>person word …</c>, <c>clean word …</c>; and by <c>date kind …</c>,
/// <c>number kind …</c>, <c>binary</c>, <c>guid</c>, <c>enum</c> the forms that a kind takes beside text.
/// </summary>
internal sealed class PersonalDataIndex
{
    private static readonly char[] Space = { ' ', '\t' };

    public PersonalDataIndex(IEnumerable<CatalogueRow> rows, Action<CatalogueProblem> problem)
    {
        foreach (var row in rows)
        {
            if (Read(row.Text) is { } why)
                problem(new(row.Line, why));
            else
                Rows.Add(row);
        }

        foreach (var terms in TermsByFirstWord.Values)
            terms.Sort((left, right) => right.Words.Length.CompareTo(left.Words.Length));
    }

    /// <summary>The longest first.</summary>
    public Dictionary<string, List<PersonalTerm>> TermsByFirstWord { get; } = new(StringComparer.Ordinal);

    /// <summary>The words beside a term, or a person, that make it mean something else.</summary>
    public Dictionary<string, HashSet<string>> Neighbours { get; } = new(StringComparer.Ordinal);

    /// <summary>The kinds that take a form beside text.</summary>
    public Dictionary<string, HashSet<string>> Forms { get; } = new(StringComparer.Ordinal);

    /// <summary>The last words of compounds that are no data: a sender, a template.</summary>
    public HashSet<string> Heads { get; } = new(StringComparer.Ordinal);

    public HashSet<string> People { get; } = new(StringComparer.Ordinal);

    /// <summary>The words some term needs beside it.</summary>
    public HashSet<string> Company { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Clean { get; } = new(StringComparer.Ordinal);

    /// <summary>The rows that could be read.</summary>
    public List<CatalogueRow> Rows { get; } = new();

    private string? Read(string row)
    {
        var words = row.Split(Space, StringSplitOptions.RemoveEmptyEntries);
        var rest = words.Skip(1).ToList();
        switch (words[0])
        {
            case "term":
                return ReadTerm(rest);
            case "head" when rest.Count > 0:
                Heads.UnionWith(rest);
                return null;
            case "person" when rest.Count > 0:
                People.UnionWith(rest);
                return null;
            case "clean" when rest.Count > 0:
                Clean.UnionWith(rest);
                return null;
            case "date" or "number" or "binary" or "guid" or "enum" when rest.Count > 0:
                if (!Forms.TryGetValue(words[0], out var kinds))
                    Forms.Add(words[0], kinds = new(StringComparer.Ordinal));

                kinds.UnionWith(rest);
                return null;
            case "not" when row.IndexOf(':') is > 4 and var colon && colon < row.Length - 1:
                var term = string.Join(" ", row.Substring(4, colon - 4).Split(Space, StringSplitOptions.RemoveEmptyEntries));
                if (!Neighbours.TryGetValue(term, out var neighbours))
                    Neighbours.Add(term, neighbours = new(StringComparer.Ordinal));

                neighbours.UnionWith(row.Substring(colon + 1).Split(Space, StringSplitOptions.RemoveEmptyEntries));
                return null;
            default:
                return "a row begins with 'term', 'head', 'not … :', 'person', 'clean', 'date', 'number', 'binary', 'guid' or 'enum', followed by words";
        }
    }

    private string? ReadTerm(List<string> words)
    {
        var with = words.IndexOf("with");
        var company = with < 0 ? Array.Empty<string>() : words.Skip(with + 1).ToArray();
        var body = with < 0 ? words : words.Take(with).ToList();
        if (body.Count < 3 || (with >= 0 && company.Length == 0))
            return "a term is written: term words, kind, level (low, medium or high), then perhaps 'with' and words";

        if (!Enum.TryParse<PersonalLevel>(body[body.Count - 1], ignoreCase: true, out var level) || char.IsDigit(body[body.Count - 1][0]))
            return $"'{body[body.Count - 1]}' is not a level; the levels are low, medium and high";

        var term = new PersonalTerm(body.Take(body.Count - 2).SelectMany(IdentifierWords.Of).ToArray(), body[body.Count - 2], level, company);
        Index(term);
        // Columns and locals are often written in one: dateofbirth.
        if (term.Words.Length > 1 && string.Concat(term.Words) is { Length: > 5 } joined)
            Index(term with { Words = new[] { joined } });

        return null;
    }

    private void Index(PersonalTerm term)
    {
        if (!TermsByFirstWord.TryGetValue(term.Words[0], out var terms))
            TermsByFirstWord.Add(term.Words[0], terms = new());

        terms.Add(term);
        Company.UnionWith(term.With);
    }
}
