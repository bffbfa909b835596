using System.Globalization;

namespace Undercurrent.Analyzers.Knowledge;

/// <summary>The form of one kind of token: texts and classes of characters in order, read from a row such as <c>ghp_ alnum*36 crc62</c>.</summary>
internal sealed class TokenFormat
{
    private readonly List<TokenPiece> _pieces = new();
    private readonly TokenClass? _first;
    private readonly TokenClass? _last;
    private readonly int _anchor;
    private readonly int _before;

    private TokenFormat(string name, string form)
    {
        Name = name;
        Form = form;
        foreach (var written in form.Split(' '))
        {
            if (TokenPiece.Read(written, first: _pieces.Count == 0) is { } piece)
                _pieces.Add(piece);
            else
                Check = written;
        }

        _first = _pieces.FirstOrDefault(piece => piece.Class is not null).Class;
        _last = _pieces.LastOrDefault(piece => piece.Class is not null && !piece.Class.IsPadding).Class;
        for (int at = 0, before = 0; at < _pieces.Count; at++)
        {
            if (_pieces[at].Texts is { } texts && texts[0].Length > (_pieces[_anchor].Texts?[0].Length ?? 0))
                (_anchor, _before) = (at, before);

            if (_pieces[at].Least != _pieces[at].Most)
                break;

            before += _pieces[at].Least;
        }
    }

    public string Name { get; }

    public string Form { get; }

    /// <summary>What has to be checked beside the form.</summary>
    public string? Check { get; }

    /// <summary>The texts by one of which a token of this form is found; they stand at the same place in each.</summary>
    public IReadOnlyList<string> Anchors => _pieces[_anchor].Texts!;

    public static TokenFormat Read(string row) =>
        row.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon
            ? new(row.Substring(0, colon), row.Substring(colon + 2))
            : throw new InvalidDataException($"No name and form: {row}");

    /// <summary>Whether a token of this form has its anchor here, and is neither cut off nor part of a longer word.</summary>
    public bool IsAt(string text, int anchor, ref int steps, out int start, out int end)
    {
        start = end = anchor - _before;
        if (start < 0 || (start > 0 && IsPart(text[start - 1], _first) && (IsWord(text[start]) || _pieces[0].Class is not null)))
            return false;

        foreach (var piece in _pieces)
        {
            end = piece.EndIn(text, end, ref steps);
            if (end < 0)
                return false;
        }

        return end == text.Length || _last is null || _pieces[_pieces.Count - 1].IsOpen || !IsPart(text[end], _last);
    }

    private static bool IsPart(char beside, TokenClass? of) => IsWord(beside) || of?.Has(beside) == true;

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    /// <summary>A part of a form: one of several texts, or so many characters of a class.</summary>
    private readonly record struct TokenPiece(string[]? Texts, TokenClass? Class, int Least, int Most, bool IsOpen)
    {
        public static TokenPiece? Read(string written, bool first)
        {
            var times = written.IndexOf('*');
            if (times > 0)
            {
                var count = written.Substring(times + 1);
                var range = count.TrimEnd('+').Split('-');
                var least = int.Parse(range[0], CultureInfo.InvariantCulture);
                return new(null, TokenClass.Named(written.Substring(0, times)), least, range.Length > 1 ? int.Parse(range[1], CultureInfo.InvariantCulture) : least, count.EndsWith("+", StringComparison.Ordinal));
            }

            // The last word of a row may name a check; nothing else in a form is spelled like one.
            var texts = written.Replace("\\s", " ").Replace("\\n", "\n").Split('|');
            return !first && (Checks.Contains(written) || written.StartsWith("has:", StringComparison.Ordinal)) ? null : new(texts, null, texts[0].Length, Array.TrueForAll(texts, text => text.Length == texts[0].Length) ? texts[0].Length : int.MaxValue, false);
        }

        private static readonly string[] Checks = ["crc62", "random", "sas", "jwt", "pem", "basic"];

        /// <summary>Where this part ends when it starts here; negative when it does not.</summary>
        public int EndIn(string text, int start, ref int steps)
        {
            if (Texts is not null)
            {
                foreach (var one in Texts)
                {
                    steps++;
                    if (string.CompareOrdinal(text, start, one, 0, one.Length) == 0)
                        return start + one.Length;
                }

                return -1;
            }

            var end = start;
            while (end < text.Length && end - start < Most && Class!.Has(text[end]))
                end++;

            steps += end - start + 1;
            return end - start < Least ? -1 : end;
        }
    }
}
