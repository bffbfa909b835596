using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The words of a file, read from its text alone: in code and in texts, not in comments. Walking the tokens of every tree costs
/// ten times as much, and this is the one thing we do in a project that touches nothing of ours. A place it misreads, such as a
/// quotation mark inside an interpolation, costs it the rest of that line at most.
/// </summary>
internal ref struct WordScan
{
    private const int Slots = 1 << 13;

    private static readonly KnownWord?[] Known = new KnownWord?[Slots];

    private readonly string _text;
    private WordMeaning _meaning;
    private int _at;

    private WordScan(string text)
    {
        _text = text;
        _meaning = default;
        _at = 0;
    }

    public static WordMeaning Of(SourceText text)
    {
        var scan = new WordScan(text.ToString());
        while (scan._at < scan._text.Length)
            scan.Next();

        return scan._meaning;
    }

    private void Next()
    {
        var letter = _text[_at];
        if (IsPart(letter))
            Word(inText: false);
        else if (letter == '"')
            Text();
        else if (letter == '/' && At(1) == '/')
            _at = LineEnd(_at);
        else if (letter == '/' && At(1) == '*')
            _at = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal) is >= 0 and var end ? end + 2 : _text.Length;
        else if (letter == '\'' && CharacterLength() is > 0 and var length)
            _at += length;
        else
            _at++;
    }

    /// <summary>A text in quotation marks of any kind, with what stands in its holes.</summary>
    private void Text()
    {
        var marks = 0;
        while (At(marks) == '"')
            marks++;

        var verbatim = _at > 0 && (_text[_at - 1] == '@' || (_text[_at - 1] == '$' && _at > 1 && _text[_at - 2] == '@'));
        if (marks == 2 && !verbatim)
        {
            _at += 2;
            return;
        }

        var raw = marks > 2 && !verbatim;
        _at += raw ? marks : 1;
        while (_at < _text.Length)
        {
            var letter = _text[_at];
            if (letter == '"')
            {
                if (Closes(raw, verbatim, marks))
                    return;

                continue;
            }

            if (letter is '\r' or '\n' && !raw && !verbatim)
                return;

            if (IsPart(letter))
                Word(inText: true);
            else if (letter == ':' && At(1) == '/' && At(2) == '/')
                Address();
            else
                _at += letter == '\\' && !raw && !verbatim ? 2 : 1;
        }
    }

    /// <summary>Steps over quotation marks; true when they end the text.</summary>
    private bool Closes(bool raw, bool verbatim, int marks)
    {
        var count = 1;
        while (At(count) == '"')
            count++;

        if (raw)
        {
            _at += count;
            return count >= marks;
        }

        // In a verbatim text two marks are one letter of it.
        _at += verbatim ? count : 1;
        return !verbatim || count % 2 == 1;
    }

    private void Address()
    {
        // Every scheme that encrypts ends in an s, and few others do.
        var plain = _at > 1 && (_text[_at - 1] is not ('s' or 'S') || _text[_at - 2] is 'w' or 'W' || (_at > 4 && string.CompareOrdinal(_text, _at - 5, "redis", 0, 5) == 0));
        _meaning = _meaning.And(new(plain ? Subjects.ConnectionTexts | Subjects.Transport : Subjects.ConnectionTexts, Subjects.None));
        _at += 3;
    }

    private void Word(bool inText)
    {
        var start = _at;
        var hash = 17;
        for (; _at < _text.Length && IsPart(_text[_at]); _at++)
            hash = unchecked((hash * 31) + _text[_at]);

        ref var slot = ref Known[hash & (Slots - 1)];
        var word = slot;
        if (word is null || word.Text.Length != _at - start || string.CompareOrdinal(word.Text, 0, _text, start, _at - start) != 0)
            slot = word = new(_text.Substring(start, _at - start));

        _meaning = _meaning.And(word.Meaning);
        // Behind the texts in the hole of another we may take inside for outside; a word at a quotation mark is of a text then.
        if (inText || At(0) == '"' || (start > 0 && _text[start - 1] == '"'))
            _meaning = _meaning.And(new(At(0) == '=' ? word.InText | word.BeforeEquals : word.InText, Subjects.None));

        // api-key and its like are two words here.
        if (inText && word.IsKey && start > 0 && _text[start - 1] is '-' or ' ')
            _meaning = _meaning.And(new(Subjects.Credentials, Subjects.None));
    }

    /// <summary>The length of a character in quotes; zero where the quote is none, as in a directive's text.</summary>
    private readonly int CharacterLength()
    {
        if (At(1) != '\\')
            return At(2) == '\'' ? 3 : 0;

        var close = _text.IndexOf('\'', Math.Min(_at + 3, _text.Length));
        return close >= 0 && close - _at <= 12 ? close - _at + 1 : 0;
    }

    private readonly int LineEnd(int from) => _text.IndexOf('\n', from) is >= 0 and var end ? end : _text.Length;

    private readonly char At(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private static bool IsPart(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' || (letter > 127 && char.IsLetterOrDigit(letter));

    /// <summary>A word with what it says: anywhere, in a text, and before an equals sign in a text.</summary>
    private sealed class KnownWord(string text)
    {
        public string Text { get; } = text;

        public WordMeaning Meaning { get; } = WordSubjects.Of(text);

        public Subjects InText { get; } = WordSubjects.OfText(text) | WordSubjects.OfWordInText(text);

        public Subjects BeforeEquals { get; } = WordSubjects.OfText(text + "=");

        public bool IsKey { get; } = string.Equals(text, "key", StringComparison.OrdinalIgnoreCase);
    }
}
