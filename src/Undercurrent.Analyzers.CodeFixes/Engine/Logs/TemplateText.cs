using System.Text;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Edits a message template as it is written in source: takes holes out and gives them other names.</summary>
internal static class TemplateText
{
    /// <summary>A template without some of its holes, with others renamed.</summary>
    /// <param name="text">The text between the quotes, with its escapes.</param>
    /// <param name="renamed">New names by the position of the value; an empty one takes the hole out.</param>
    /// <returns>The text, or null when there is no hole for a value or nothing would be left.</returns>
    public static string? Edit(string text, IReadOnlyDictionary<int, string> renamed)
    {
        var holes = LogTemplate.Holes(text);
        var numbered = LogTemplate.IsNumbered(holes);
        if (renamed.Keys.Any(position => numbered ? holes.All(hole => hole.Name != Number(position)) : position >= holes.Count))
            return null;

        var edited = new StringBuilder(text);
        for (var index = holes.Count - 1; index >= 0; index--)
        {
            var (hole, position) = (holes[index], numbered ? int.Parse(holes[index].Name) : index);
            if (!renamed.TryGetValue(position, out var name))
            {
                if (numbered && renamed.Count(one => one.Value.Length == 0 && one.Key < position) is > 0 and var fewer)
                    Put(edited, hole, "{" + text.Substring(hole.Start + 1, hole.End - hole.Start - 1).Replace(hole.Name, Number(position - fewer)));
            }
            else if (name.Length > 0)
            {
                Put(edited, hole, numbered ? "{" + hole.Name + "}" : "{" + name + "}");
            }
            else
            {
                var (start, end) = WithLabel(edited.ToString(), hole.Start, hole.End);
                edited.Remove(start, end - start);
            }
        }

        return edited.ToString().Trim() is { Length: > 0 } left ? left : null;
    }

    /// <summary>What to take out with a hole: the quotes around it, the label before it, and one of the spaces beside it.</summary>
    public static (int Start, int End) WithLabel(string text, int start, int end)
    {
        while (start > 0 && end < text.Length && IsPair(text[start - 1], text[end]))
            (start, end) = (start - 1, end + 1);

        if (start > 1 && end + 1 < text.Length && text.Substring(start - 2, 2) == "\\\"" && text.Substring(end, 2) == "\\\"")
            (start, end) = (start - 2, end + 2);

        var at = start;
        while (at > 0 && text[at - 1] == ' ')
            at--;

        if (at > 0 && text[at - 1] is '=' or ':' && char.IsLetterOrDigit(at > 1 ? text[at - 2] : ' '))
        {
            for (at--; at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '_'); at--)
            {
            }

            start = at;
            while (at > 0 && text[at - 1] == ' ')
                at--;
        }

        if (at > 0 && text[at - 1] is ',' or ';' or '|')
            start = at - 1;
        else if (at < start)
            start = at;
        else if (end < text.Length && text[end] == ' ')
            end++;

        return (start, end);
    }

    private static void Put(StringBuilder text, LogHole hole, string with)
    {
        text.Remove(hole.Start, hole.End - hole.Start);
        text.Insert(hole.Start, with.EndsWith("}", StringComparison.Ordinal) ? with : with + "}");
    }

    private static bool IsPair(char before, char after) => (before, after) is ('\'', '\'') or ('(', ')') or ('[', ']') or ('<', '>') or ('`', '`');

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
