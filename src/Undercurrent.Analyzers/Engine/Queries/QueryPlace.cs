namespace Undercurrent.Analyzers.Engine;

/// <summary>What may stand at a place of a query.</summary>
internal enum QueryPlace
{
    /// <summary>A clause, or what cannot be told.</summary>
    Any,

    /// <summary>A value, bare.</summary>
    Value,

    /// <summary>A part of a value in quotation marks.</summary>
    Quoted,

    /// <summary>The name of a table, column or other thing, or a part of one.</summary>
    Name,
}

/// <summary>Tells from the text around a hole what stands there. One pass, without a grammar of any of the languages.</summary>
internal static class QueryPlaces
{
    private static readonly HashSet<string> BeforeNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "from", "join", "into", "update", "table", "view", "by", "select", "distinct", "database", "schema", "use", "copy", "index", "on", "truncate", "exists", "as", "set", "column", "add", "drop",
        "warehouse", "role", "pragma", "analyze", "vacuum", "keyspace", "procedure", "function", "trigger", "sequence", "constraint", "type", "user", "login", "to", "only", "overwrite", "exec", "execute",
        "call", "project", "extend", "where", "and", "or", "not", "having", "when", "container", "collection", "partition", "stage", "materialized", "refresh", "references", "key", "using", "returning", "deleted", "inserted",
    };

    private static readonly HashSet<string> BeforeValues = new(StringComparer.OrdinalIgnoreCase)
    {
        "like", "ilike", "rlike", "regexp", "limit", "offset", "top", "then", "else", "return", "between", "contains", "has", "startswith", "endswith", "in", "values", "eq", "ne", "gt", "lt", "is", "skip", "take",
    };

    private static readonly HashSet<string> BeforeColumns = new(StringComparer.OrdinalIgnoreCase) { "into", "table", "on", "exists", "copy", "view", "by", "key", "conflict", "columns", "index" };

    public static QueryPlace Of(QueryHole hole)
    {
        var (before, after) = (hole.Before, hole.After);
        var open = OpenQuote(before, out var start);
        if (open == '\'')
            return QueryPlace.Quoted;

        // Double marks hold a name in SQL and a value elsewhere.
        if (open == '"')
            return IsValue(before, start - 1) ? QueryPlace.Quoted : QueryPlace.Name;

        if (open != '\0')
            return QueryPlace.Name;

        var last = before.Length > 0 ? before[before.Length - 1] : ' ';
        var next = after.Length > 0 ? after[0] : ' ';
        if (IsWordPart(last) || last is '.' or '@' or ':' or '$' or '#' || IsWordPart(next) || next == '.')
            return QueryPlace.Name;

        return IsValue(before, before.Length - 1) ? QueryPlace.Value : IsName(before) ? QueryPlace.Name : QueryPlace.Any;
    }

    /// <summary>The first word of a statement.</summary>
    public static string VerbOf(string text)
    {
        var start = 0;
        while (start < text.Length && !char.IsLetter(text[start]))
            start++;

        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;

        return text.Substring(start, end - start).ToUpperInvariant();
    }

    /// <summary>The quotation mark or bracket that is still open at the end of a text; nothing when none is.</summary>
    private static char OpenQuote(string text, out int start)
    {
        var open = '\0';
        start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (open == '\0' && letter == '-' && at + 1 < text.Length && text[at + 1] == '-')
                at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;
            else if (open == '\0' && (letter is '\'' or '"' or '`' || (letter == '[' && at + 1 <= text.Length && !IsList(text, at))))
                (open, start) = (letter, at);
            else if (open != '\0' && letter == (open == '[' ? ']' : open))
                open = '\0';
        }

        return open;
    }

    /// <summary>A bracket after an operator or a parenthesis begins a list, not a name.</summary>
    private static bool IsList(string text, int at)
    {
        at = Back(text, at - 1);
        return at >= 0 && text[at] is '=' or ':' or '(' or '[' or '{';
    }

    private static bool IsValue(string text, int at)
    {
        at = Back(text, at);
        if (at < 0)
            return false;

        if (text[at] is '=' or '<' or '>' or '+' or '-' or '*' or '/' or '%' or '|' or '~')
            return text[at] != '*' || WordBefore(text, at).Length > 0;

        if (text[at] == ':')
            return text.IndexOf('{') >= 0;

        if (text[at] is '(' or ',' or '[')
            return Opening(text, at) is >= 0 and var paren && IsOfValues(text, paren);

        var word = WordBefore(text, at + 1);
        return BeforeValues.Contains(word) || (word.Equals("and", StringComparison.OrdinalIgnoreCase) && IsBetween(text, at));
    }

    private static bool IsBetween(string text, int at)
    {
        var between = text.LastIndexOf("between", at, StringComparison.OrdinalIgnoreCase);
        return between >= 0 && text.IndexOf("and", between, at - between - 2 > 0 ? at - between - 2 : 0, StringComparison.OrdinalIgnoreCase) < 0;
    }

    private static bool IsName(string text)
    {
        var at = Back(text, text.Length - 1);
        return at >= 0 && (text[at] is ',' or '(' || BeforeNames.Contains(WordBefore(text, at + 1)));
    }

    /// <summary>The parenthesis around a place; less than zero where there is none.</summary>
    private static int Opening(string text, int at)
    {
        var depth = 0;
        for (; at >= 0; at--)
        {
            depth += text[at] is ')' or ']' ? 1 : text[at] is '(' or '[' ? -1 : 0;
            if (depth < 0)
                return at;
        }

        return -1;
    }

    /// <summary>Whether a list in parentheses is one of values: of VALUES, of IN, of a function; not the columns of a table.</summary>
    private static bool IsOfValues(string text, int paren)
    {
        var word = WordBefore(text, Back(text, paren - 1) + 1);
        if (word.Equals("values", StringComparison.OrdinalIgnoreCase) || word.Equals("in", StringComparison.OrdinalIgnoreCase) || text[paren] == '[')
            return true;

        var before = Back(text, paren - 1);
        while (before >= 0 && (IsWordPart(text[before]) || text[before] is '.' or '"' or '[' or ']' or '`'))
            before--;

        return word.Length > 0 && !BeforeColumns.Contains(word) && !BeforeColumns.Contains(WordBefore(text, Back(text, before) + 1));
    }

    private static int Back(string text, int at)
    {
        while (at >= 0 && char.IsWhiteSpace(text[at]))
            at--;

        return at;
    }

    private static string WordBefore(string text, int end)
    {
        end = Back(text, end - 1) + 1;
        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
            start--;

        return text.Substring(start, end - start);
    }

    private static bool IsWordPart(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or ValueText.Hole;
}
