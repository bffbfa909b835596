using System.Runtime.InteropServices;

namespace Undercurrent.Analyzers.Engine.Permissions;

/// <summary>The words and signs of a statement, one after the other; quotes and brackets around a name do not count, and comments are none.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct SqlWords(string text, int at)
{
    private int _at = at;

    public int Start { get; private set; }

    public readonly int End => _at;

    /// <summary>Whether a statement may begin here: at the beginning of the text, of a line, of a quoted text or after another.</summary>
    public bool Begins { get; private set; }

    public bool Next()
    {
        Begins = _at == 0;
        for (; _at < text.Length; _at++)
        {
            var sign = text[_at];
            if (sign == '-' && Ahead('-'))
                _at = text.IndexOf('\n', _at) is >= 0 and var line ? line - 1 : text.Length - 1;
            else if (sign == '/' && Ahead('*'))
                _at = text.IndexOf("*/", _at + 2, StringComparison.Ordinal) is >= 0 and var close ? close + 1 : text.Length - 1;
            else if (sign is ';' or '\n' or '\'' or '$')
                Begins = true;
            else if (IsPart(sign) || sign is '*' or '=' or ',')
                break;
        }

        if (_at >= text.Length)
            return false;

        Start = _at++;
        while (IsPart(text[Start]) && _at < text.Length && IsPart(text[_at]))
            _at++;

        return true;
    }

    public readonly bool Is(string word) => End - Start == word.Length && string.Compare(text, Start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    public readonly bool IsAny(string[] words)
    {
        foreach (var word in words)
        {
            if (Is(word))
                return true;
        }

        return false;
    }

    public readonly bool IsUpper => char.IsUpper(text[Start]) && char.IsUpper(text[End - 1]);

    /// <summary>Whether a statement ends between the word before and this one.</summary>
    public readonly bool EndsBefore(int from) => text.IndexOf(';', from, Start - from) >= 0;

    private readonly bool Ahead(char sign) => _at + 1 < text.Length && text[_at + 1] == sign;

    private static bool IsPart(char sign) => char.IsLetterOrDigit(sign) || sign is '_' or ValueText.Hole;
}
