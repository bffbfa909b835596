using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Engine.ConfigurationTexts;

/// <summary>What formats of one setting per line have in common: quotation marks, and comments behind a blank.</summary>
internal static class LineText
{
    public static int End(string text, int from) => text.IndexOf('\n', from) is >= 0 and var end ? end : text.Length;

    public static int SkipBlank(string text, int start, int end)
    {
        while (start < end && text[start] is ' ' or '\t' or '\r')
            start++;

        return start;
    }

    /// <summary>The value without its quotation marks and without the comment behind it; empty when a quotation is not closed.</summary>
    public static TextSpan Value(string text, int start, int end)
    {
        start = SkipBlank(text, start, end);
        if (start < end && text[start] is '"' or '\'')
        {
            var close = Close(text, start, end);
            return close < 0 ? new(start, 0) : TextSpan.FromBounds(start + 1, close);
        }

        for (var at = start; at < end; at++)
        {
            if (text[at] == '#' && (at == start || char.IsWhiteSpace(text[at - 1])))
                end = at;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>Where a quotation ends, or -1. A backslash protects inside double marks; single marks are doubled.</summary>
    public static int Close(string text, int open, int end)
    {
        for (var at = open + 1; at < end; at++)
        {
            if (text[at] == '\\' && text[open] == '"')
                at++;
            else if (text[at] == text[open] && !(text[open] == '\'' && at + 1 < end && text[at + 1] == '\''))
                return at;
            else if (text[at] == text[open])
                at++;
        }

        return -1;
    }
}
