using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Engine.ConfigurationTexts;

/// <summary>
/// The settings of a compose file: maps by indentation, lists of <c>KEY=value</c>, what is written in braces on one line, and the
/// options of commands. Blocks of text, aliases and lines that are none of these are passed over.
/// </summary>
internal sealed class YamlEntries(string text)
{
    private readonly KeyPath _path = new();
    private readonly List<ConfigurationEntry> _line = new();
    private readonly CommandLine _command = new(text);

    public IEnumerable<ConfigurationEntry> Read()
    {
        int? block = null;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = LineText.End(text, start);
            var at = start;
            while (at < end && text[at] is ' ' or '\uFEFF')
                at++;

            // A block ends where a line is indented no more than the key that opened it.
            if (at >= end || text[at] is '\r' or '#' or '%' or '\t' || (block is { } open && at - start > open))
                continue;

            _line.Clear();
            block = Line(start, at, end) ? at - start : null;
            foreach (var entry in _line)
                yield return entry;
        }
    }

    /// <summary>Reads one line; true when it opens a block of text.</summary>
    private bool Line(int start, int at, int end)
    {
        var isItem = false;
        while (at < end && text[at] == '-' && (at + 1 == end || text[at + 1] is ' ' or '\r'))
        {
            // A list may stand right under its key, without indentation.
            Leave(at - start + 1);
            isItem = true;
            at = LineText.SkipBlank(text, at + 1, end);
        }

        if (!isItem)
            Leave(at - start);

        if (at >= end)
            return false;

        var colon = Colon(at, end);
        if (colon < 0)
        {
            if (isItem)
                Item(at, end);

            return false;
        }

        if (isItem)
            Leave(at - start);

        var path = _path.Of(Key(at, colon));
        if (!_path.IsFull)
            _path.Push(at - start, path);

        return Value(path, colon + 1, end);
    }

    private void Leave(int indentation)
    {
        while (!_path.IsEmpty && _path.Mark >= indentation)
            _path.Pop();
    }

    /// <summary>Reads what stands behind a key; true when it opens a block of text.</summary>
    private bool Value(string path, int start, int end)
    {
        start = LineText.SkipBlank(text, start, end);
        while (start < end && text[start] is '&' or '!' && text.IndexOf(' ', start, end - start) is > 0 and var blank)
            start = LineText.SkipBlank(text, blank, end);

        if (start >= end || text[start] is '*' or '&' or '!')
            return false;

        if (text[start] is '|' or '>')
            return true;

        if (text[start] is '{' or '[')
            Flow(path, start + 1, end);
        else
            Scalar(path, LineText.Value(text, start, end));

        return false;
    }

    private void Item(int start, int end)
    {
        if (text[start] is '{' or '[')
        {
            Flow(_path.Path, start + 1, end);
            return;
        }

        var value = LineText.Value(text, start, end);
        Command(_path.Path, value);
        if (EnvironmentEntries.Variable(text, value.Start, value.End, _path.Path) is { } variable)
            _line.Add(variable);
        else
            Add(_path.Path, value);
    }

    /// <summary><c>{ KEY: value, KEY: value }</c> or <c>[ KEY=value ]</c>; nested ones are taken as they come.</summary>
    private void Flow(string path, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at] is '"' or '\'' && Blank(start, at))
            {
                var close = LineText.Close(text, at, end);
                if (close < 0)
                    return;

                at = close;
            }
            else if (text[at] is ',' or '}' or ']' or '{' or '[')
            {
                FlowPart(path, start, at);
                start = at + 1;
            }
        }
    }

    private void FlowPart(string path, int start, int end)
    {
        start = LineText.SkipBlank(text, start, end);
        if (start >= end)
            return;

        var colon = Colon(start, end);
        if (colon < 0)
            Item(start, end);
        else
            Scalar(path.Length == 0 ? Key(start, colon) : path + ":" + Key(start, colon), LineText.Value(text, colon + 1, end));
    }

    /// <summary>A quotation mark opens a quotation only where a value begins.</summary>
    private bool Blank(int start, int at)
    {
        while (at > start && text[at - 1] is ' ')
            at--;

        return at == start || text[at - 1] is ':' or '=';
    }

    private void Scalar(string path, TextSpan value)
    {
        Command(path, value);
        Add(path, value);
    }

    private void Command(string path, TextSpan value)
    {
        if (value.Length > 0 && CommandLine.Is(path))
            _line.AddRange(_command.Settings(path, value));
    }

    private void Add(string path, TextSpan value)
    {
        if (value.Length > 0 && path.Length > 0)
            _line.Add(new(path, text.Substring(value.Start, value.Length), value));
    }

    /// <summary>The colon that ends a key: one before a blank, outside of quotation marks.</summary>
    private int Colon(int start, int end)
    {
        var at = start;
        if (text[start] is '"' or '\'')
        {
            at = LineText.Close(text, start, end) + 1;
            return at > 0 && at < end && text[at] == ':' ? at : -1;
        }

        for (; at < end; at++)
        {
            if (text[at] == ':' && (at + 1 == end || text[at + 1] is ' ' or '\t' or '\r'))
                return at;

            if (text[at] == '#' && text[at - 1] == ' ')
                return -1;
        }

        return -1;
    }

    private string Key(int start, int colon) => text.Substring(start, colon - start).Trim(' ', '"', '\'');
}
