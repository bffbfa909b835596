using System.Runtime.InteropServices;

namespace Undercurrent.Analyzers.Engine.SecretTexts;

/// <summary>The pairs of a connection string, each by its place. Quotes and braces protect a separator; anything malformed is taken as it comes.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ConnectionPairs(string text, char separator)
{
    private const int LongestQuoted = 4096;

    private int _next;

    public ConnectionPair Current { get; private set; }

    public readonly ConnectionPairs GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next >= text.Length)
            return false;

        var start = _next;
        var equals = -1;
        var at = start;
        for (; at < text.Length && text[at] != separator; at++)
        {
            if (text[at] != '=' || equals >= 0)
                continue;

            equals = at;
            at = AfterQuotes(at + 1) - 1;
        }

        Current = new(start, equals, Math.Min(at, text.Length));
        _next = at + 1;
        return true;
    }

    /// <summary>Where a quoted value ends, or where the value starts when it is not quoted or never closed.</summary>
    private readonly int AfterQuotes(int at)
    {
        var start = at;
        while (separator != ' ' && at < text.Length && text[at] == ' ')
            at++;

        if (at >= text.Length || text[at] is not ('"' or '\'' or '{'))
            return start;

        var close = text.IndexOf(text[at] == '{' ? '}' : text[at], at + 1, Math.Min(LongestQuoted, text.Length - at - 1));
        return close < 0 ? start : close + 1;
    }
}

/// <summary>One pair; the key's end is negative when there is no key.</summary>
internal readonly record struct ConnectionPair(int Start, int KeyEnd, int End)
{
    public int ValueStart => KeyEnd + 1;

    /// <summary>The value without its quotes.</summary>
    public string Value(string text)
    {
        var value = text.Substring(ValueStart, End - ValueStart).Trim();
        return value.Length > 1 && value[0] is '"' or '\'' && value[value.Length - 1] == value[0] ? value.Substring(1, value.Length - 2)
            : value.Length > 1 && value[0] == '{' && value[value.Length - 1] == '}' ? Unbraced(value)
            : value.TrimEnd('"', '\'');
    }

    /// <summary>ODBC protects a value by braces; a hole of a template has the same form and is no more than a word.</summary>
    private static string Unbraced(string value)
    {
        var inner = value.Substring(1, value.Length - 2);
        return inner.Length > 0 && inner.All(character => char.IsLetterOrDigit(character) || character is '_' or '.' or ':') ? value : inner;
    }
}
