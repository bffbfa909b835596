using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Engine.ConfigurationTexts;

/// <summary>The variables of an <c>.env</c> file, line by line; a line that is none is passed over.</summary>
internal sealed class EnvironmentEntries(string text)
{
    private int _at;

    public IEnumerable<ConfigurationEntry> Read()
    {
        while (_at < text.Length)
        {
            var end = LineText.End(text, _at);
            var entry = Variable(_at, end);
            _at = Math.Max(end, entry?.Span.End ?? 0) + 1;
            if (entry is { } found)
                yield return found;
        }
    }

    /// <summary><c>KEY=value</c>, as lists of variables have it too; the value may be quoted and followed by a comment.</summary>
    public static ConfigurationEntry? Variable(string text, int start, int end, string path)
    {
        var equals = text.IndexOf('=', start, end - start);
        var name = equals < 0 ? "" : text.Substring(start, equals - start).Trim();
        if (!IsName(name))
            return null;

        var value = LineText.Value(text, equals + 1, end);
        return new(path.Length == 0 ? name : path + ":" + name, text.Substring(value.Start, value.Length), value);
    }

    private ConfigurationEntry? Variable(int start, int end)
    {
        start = LineText.SkipBlank(text, start, end);
        if (start < end && text[start] == '\uFEFF')
            start++;

        if (string.CompareOrdinal(text, start, "export ", 0, 7) == 0)
            start = Math.Min(start + 7, end);

        // The one value that runs over many lines, between quotation marks.
        var key = text.IndexOf("=\"-----BEGIN ", start, end - start, StringComparison.Ordinal);
        return key >= 0 && text.IndexOf('"', key + 2, end - key - 2) < 0 && text.IndexOf('"', end) is > 0 and var close
            ? Variable(text, start, close + 1, "")
            : Variable(text, start, end, "");
    }

    private static bool IsName(string name)
    {
        foreach (var letter in name)
        {
            if (!char.IsLetterOrDigit(letter) && letter is not ('_' or '.' or '-' or ':'))
                return false;
        }

        return name.Length is > 0 and < 200;
    }
}
