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
        "select", "insert", "update", "delete", "merge", "upsert", "create", "alter", "grant", "exec", "execute", "declare", "where", "set", "values",
    };

    public static bool Is(string text)
    {
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] == '('))
            start++;

        var end = start;
        while (end < text.Length && end - start <= LongestVerb && char.IsLetter(text[end]))
            end++;

        return end < text.Length && char.IsWhiteSpace(text[end]) && end - start is > 2 and <= LongestVerb && Verbs.Contains(text.Substring(start, end - start));
    }

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
