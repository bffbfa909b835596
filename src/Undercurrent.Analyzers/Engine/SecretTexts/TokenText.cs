using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.SecretTexts;

/// <summary>A token found in a text: what it is, and where.</summary>
internal readonly record struct FoundToken(string Name, int Start, int End);

/// <summary>
/// Finds tokens that are told by their form alone. One pass over the text; a form is tried only where its anchor stands, and
/// only at the start of a run of its characters, so that no stretch is walked twice by the same form.
/// </summary>
internal static class TokenText
{
    /// <summary>The shortest text that can hold a token.</summary>
    public const int Shortest = 14;

    public static bool Has(string text) => In(text) is not null;

    public static FoundToken? In(string text) => In(text, out _);

    /// <summary>The first token of a text, and how many comparisons it took.</summary>
    public static FoundToken? In(string text, out int steps)
    {
        steps = 0;
        if (text.Length < Shortest)
            return null;

        var formats = TokenFormats.Known;
        for (var at = 0; at + 1 < text.Length; at++)
        {
            steps++;
            foreach (var (anchor, format) in formats.StartingWith(text[at], text[at + 1]))
            {
                steps++;
                if (string.CompareOrdinal(text, at, anchor, 0, anchor.Length) == 0 && format.IsAt(text, at, ref steps, out var start, out var end)
                    && TokenChecks.EndOf(format, text, start, end) is > 0 and var last)
                    return new(format.Name, start, last);
            }
        }

        return null;
    }
}
