using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Engine.ConfigurationTexts;

/// <summary>
/// The texts among the settings of a JSON file, with the comments and trailing commas that .NET's configuration allows. Ends at
/// the first thing out of place: what stood before it was well formed, what follows could mean anything.
/// </summary>
internal sealed class JsonEntries(string text)
{
    private const int Object = '{';
    private const int Array = '[';

    private static readonly char[] Turns = ['"', '\\', '\n', '\r'];

    private readonly KeyPath _path = new();
    private int _at;
    private string? _key;

    public IEnumerable<ConfigurationEntry> Read()
    {
        for (SkipBlank(); _at < text.Length; SkipBlank())
        {
            var letter = text[_at];
            if (letter == '"')
            {
                if (ReadText() is not { } span)
                    yield break;

                if (IsKeyDue)
                {
                    _key = Unescaped(span);
                    if (!Steps(':'))
                        yield break;

                    continue;
                }

                if (!IsValueDue)
                    yield break;

                yield return new(PathHere, Unescaped(span), span);
                if (!EndsValue())
                    yield break;
            }
            else if (!(letter is '{' or '[' ? Opens(letter) : letter is '}' or ']' ? Closes(letter) : SkipsBareValue()))
            {
                yield break;
            }
        }
    }

    private bool IsKeyDue => !_path.IsEmpty && _path.Mark == Object && _key is null;

    private bool IsValueDue => _path.IsEmpty || _path.Mark == Array || _key is not null;

    /// <summary>An element of a list is named as the list.</summary>
    private string PathHere => _key is null ? _path.Path : _path.Of(_key);

    private bool Opens(char bracket)
    {
        if (!IsValueDue || _path.IsFull)
            return false;

        _path.Push(bracket, PathHere);
        _key = null;
        _at++;
        return true;
    }

    private bool Closes(char bracket)
    {
        if (_path.IsEmpty || _key is not null || _path.Mark != (bracket == '}' ? Object : Array))
            return false;

        _path.Pop();
        _at++;
        return EndsValue();
    }

    /// <summary>A number or word; only its letters are passed over.</summary>
    private bool SkipsBareValue()
    {
        var start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '-' or '+' or '.'))
            _at++;

        return _at > start && IsValueDue && EndsValue();
    }

    /// <summary>Behind a value stands a comma or the end of what it is in.</summary>
    private bool EndsValue()
    {
        _key = null;
        SkipBlank();
        if (_path.IsEmpty || _at >= text.Length || text[_at] is '}' or ']')
            return !_path.IsEmpty;

        return Steps(',');
    }

    private bool Steps(char mark)
    {
        SkipBlank();
        if (_at >= text.Length || text[_at] != mark)
            return false;

        _at++;
        return true;
    }

    /// <summary>Where the text between quotation marks stands; null when it does not end on its line.</summary>
    private TextSpan? ReadText()
    {
        var start = _at + 1;
        for (var turn = text.IndexOfAny(Turns, start); turn >= 0; turn = text.IndexOfAny(Turns, turn))
        {
            if (text[turn] is '\n' or '\r')
                return null;

            if (text[turn] == '"')
            {
                _at = turn + 1;
                return TextSpan.FromBounds(start, turn);
            }

            turn += 2;
            if (turn > text.Length)
                return null;
        }

        return null;
    }

    private string Unescaped(TextSpan span) => JsonEscapes.Without(text, span);

    private void SkipBlank()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]) || text[_at] == '\uFEFF')
                _at++;
            else if (string.CompareOrdinal(text, _at, "//", 0, 2) == 0)
                _at = Behind("\n");
            else if (string.CompareOrdinal(text, _at, "/*", 0, 2) == 0)
                _at = Behind("*/");
            else
                return;
        }
    }

    private int Behind(string mark) => text.IndexOf(mark, _at + 2, StringComparison.Ordinal) is >= 0 and var end ? end + mark.Length : text.Length;
}
