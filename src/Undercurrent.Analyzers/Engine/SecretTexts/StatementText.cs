namespace Undercurrent.Analyzers.Engine.SecretTexts;

/// <summary>
/// Statements of SQL, which compare and set columns as a connection string sets its keys. Only what they quote may be a
/// connection string, as for a linked server.
/// </summary>
internal static class StatementText
{
    private const int LongestVerb = 7;

    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "select", "insert", "update", "delete", "merge", "upsert", "create", "alter", "grant", "exec", "execute", "declare", "where", "set", "values", "with",
    };

    public static bool Is(string text)
    {
        var start = AfterComments(text);
        var end = start;
        while (end < text.Length && end - start <= LongestVerb && char.IsLetter(text[end]))
            end++;

        return end < text.Length && char.IsWhiteSpace(text[end]) && end - start is > 2 and <= LongestVerb && Verbs.Contains(text.Substring(start, end - start));
    }

    private static int AfterComments(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] == '(')
                at++;
            else if (string.CompareOrdinal(text, at, "--", 0, 2) == 0)
                at = After(text, "\n", at);
            else if (string.CompareOrdinal(text, at, "/*", 0, 2) == 0)
                at = After(text, "*/", at + 2);
            else
                break;
        }

        return at;
    }

    private static int After(string text, string mark, int from) =>
        text.IndexOf(mark, Math.Min(from, text.Length), StringComparison.Ordinal) is >= 0 and var end ? end + mark.Length : text.Length;

    /// <summary>The first secret in a quoted text of a statement.</summary>
    public static SecretSetting? SecretIn(string text)
    {
        for (var open = text.IndexOf('\''); open >= 0;)
        {
            var close = text.IndexOf('\'', open + 1);
            if (close < 0)
                return null;

            if (text.IndexOf('=', open, close - open) >= 0 && ConnectionText.InSettings(text.Substring(open + 1, close - open - 1), taken: false) is { } secret)
                return secret with { Start = secret.Start + open + 1, End = secret.End + open + 1 };

            open = text.IndexOf('\'', close + 1);
        }

        return null;
    }
}
