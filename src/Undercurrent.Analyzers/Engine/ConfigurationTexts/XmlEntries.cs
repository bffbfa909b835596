using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Engine.ConfigurationTexts;

/// <summary>
/// The settings of an XML configuration: <c>key</c> or <c>name</c> with <c>value</c> or <c>connectionString</c>, every other attribute by its own
/// name, and texts of elements. Ends at the first thing out of place.
/// </summary>
internal sealed class XmlEntries(string text)
{
    private readonly KeyPath _path = new();
    private readonly List<(string Name, TextSpan Value)> _attributes = new();
    private readonly Stack<string> _open = new();
    private int _at;

    public IEnumerable<ConfigurationEntry> Read()
    {
        var content = -1;
        while (text.IndexOf('<', _at) is >= 0 and var tag)
        {
            _at = tag + 1;
            if (Steps("!--"))
            {
                if (!Skips("-->"))
                    yield break;
            }
            else if (Steps("![CDATA["))
            {
                if (!Skips("]]>"))
                    yield break;
            }
            else if (Steps("?") || Steps("!"))
            {
                if (!Skips(">"))
                    yield break;
            }
            else if (Steps("/"))
            {
                if (content >= 0 && Content(content, tag) is { Span.IsEmpty: false } held)
                    yield return held;

                content = -1;
                if (!Closes())
                    yield break;
            }
            else
            {
                if (!Opens(out var isEmpty))
                    yield break;

                foreach (var entry in Attributes())
                    yield return entry;

                content = isEmpty ? -1 : _at;
                if (isEmpty)
                    Leave();
            }
        }
    }

    /// <summary>Reads a tag with its attributes; false when it is not well formed.</summary>
    private bool Opens(out bool isEmpty)
    {
        isEmpty = false;
        _attributes.Clear();
        var name = Name();
        if (name.Length == 0 || _path.IsFull)
            return false;

        _open.Push(name);
        while (true)
        {
            SkipBlank();
            if (_at >= text.Length)
                return false;

            if (Steps(">") || (isEmpty = Steps("/>")))
                break;

            var attribute = Name();
            SkipBlank();
            if (attribute.Length == 0 || !Steps("="))
                return false;

            SkipBlank();
            if (_at >= text.Length || text[_at] is not ('"' or '\''))
                return false;

            var close = text.IndexOf(text[_at], _at + 1);
            if (close < 0 || text.IndexOf('<', _at, close - _at) >= 0)
                return false;

            _attributes.Add((attribute, TextSpan.FromBounds(_at + 1, close)));
            _at = close + 1;
        }

        // The root says nothing, and an element that names its setting is called by that name.
        var called = _attributes.Find(one => IsNaming(one.Name));
        _path.Push(0, called.Name is not null ? _path.Of(Plain(called.Value)) : _open.Count == 1 || name is "value" or "add" ? _path.Path : _path.Of(name));
        return true;
    }

    private IEnumerable<ConfigurationEntry> Attributes()
    {
        foreach (var (name, span) in _attributes)
        {
            if (IsNaming(name))
                continue;

            var path = name is "value" or "connectionString" && _path.Path.Length > 0 ? _path.Path : _path.Of(name);
            yield return new(path, Plain(span), span);
        }
    }

    private ConfigurationEntry? Content(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;

        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;

        // A section in character data keeps its marks; it holds markup or a query more often than a setting.
        return text.IndexOf("<", start, end - start, StringComparison.Ordinal) >= 0 ? null : new(_path.Path, Plain(TextSpan.FromBounds(start, end)), TextSpan.FromBounds(start, end));
    }

    private bool Closes()
    {
        var name = Name();
        SkipBlank();
        if (_open.Count == 0 || _open.Peek() != name || !Steps(">"))
            return false;

        Leave();
        return true;
    }

    private void Leave()
    {
        _open.Pop();
        _path.Pop();
    }

    private string Name()
    {
        var start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '_' or '-' or '.' or ':'))
            _at++;

        return text.Substring(start, _at - start);
    }

    private bool Steps(string mark)
    {
        if (string.CompareOrdinal(text, _at, mark, 0, mark.Length) != 0)
            return false;

        _at += mark.Length;
        return true;
    }

    private bool Skips(string mark)
    {
        var end = text.IndexOf(mark, _at, StringComparison.Ordinal);
        _at = end < 0 ? text.Length : end + mark.Length;
        return end >= 0;
    }

    private void SkipBlank()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
    }

    private static bool IsNaming(string attribute) => attribute is "key" or "name" or "Name" or "Key";

    private string Plain(TextSpan span) => XmlEscapes.Without(text, span);
}
