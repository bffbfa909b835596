namespace Undercurrent.Analyzers.Engine;

/// <summary>A hole of a message template: <c>{Name}</c>, <c>{@Name}</c>, <c>{0,10:N2}</c>.</summary>
/// <param name="Start">Where its opening brace is.</param>
/// <param name="End">One past its closing brace.</param>
/// <param name="Name">The name or number, without operator, alignment and format.</param>
/// <param name="Destructures">Whether the value is taken apart into its members.</param>
internal readonly record struct LogHole(int Start, int End, string Name, bool Destructures);

/// <summary>Finds the holes of message templates in one pass.</summary>
internal static class LogTemplate
{
    private static readonly char[] AfterName = { ',', ':' };

    public static List<LogHole> Holes(string template)
    {
        var holes = new List<LogHole>();
        for (var at = 0; at < template.Length; at++)
        {
            if (template[at] != '{')
                continue;

            if (at + 1 < template.Length && template[at + 1] == '{')
            {
                at++;
                continue;
            }

            var end = template.IndexOf('}', at);
            if (end < 0)
                break;

            var inside = template.Substring(at + 1, end - at - 1);
            var name = inside.Split(AfterName, 2)[0].Trim();
            if (name.TrimStart('@', '$') is { Length: > 0 } bare)
                holes.Add(new(at, end + 1, bare, name[0] == '@'));

            at = end;
        }

        return holes;
    }

    /// <summary>Whether holes are matched to values by their number.</summary>
    public static bool IsNumbered(IReadOnlyList<LogHole> holes) => holes.Count > 0 && holes.All(hole => hole.Name.All(char.IsDigit));
}
