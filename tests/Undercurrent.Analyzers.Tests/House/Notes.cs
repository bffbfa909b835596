using System.Text.RegularExpressions;

namespace Undercurrent.Analyzers.Tests.House;

/// <summary>One consideration of a note: its page, heading and last line.</summary>
internal sealed record NoteSection(string Page, string Title, string Heading, string LastLine)
{
    private static readonly Regex RuleLink = new(@"\[(UC\d{4})\]\(\.\./rules/\1\.md\)");

    public IEnumerable<string> Rules => RuleLink.Matches(LastLine).Select(link => link.Groups[1].Value);

    /// <summary>The address of the heading, as code hosts make it from its words.</summary>
    public string Anchor => Regex.Replace(Regex.Replace(Heading.ToLowerInvariant(), @"[^\w\- ]", ""), " ", "-");

    public string Link => $"[{Title}: {char.ToLowerInvariant(Heading[0])}{Heading[1..]}](../notes/{Page}#{Anchor})";
}

/// <summary>The notes under <c>docs/notes</c>, as the tests read them.</summary>
internal static class Notes
{
    public static IReadOnlyList<string> Pages { get; } =
        [.. Directory.GetFiles(Path.Combine(House.Root, "docs", "notes"), "*.md").Where(page => Path.GetFileName(page) != "README.md").Order(StringComparer.Ordinal)];

    public static IReadOnlyList<NoteSection> Sections { get; } = [.. Pages.SelectMany(Read)];

    private static IEnumerable<NoteSection> Read(string page)
    {
        var parts = File.ReadAllText(page).ReplaceLineEndings("\n").Split("\n## ");
        var title = parts[0].Split('\n')[0].TrimStart('#', ' ');
        return parts.Skip(1).Select(part => part.Trim().Split('\n')).Select(lines => new NoteSection(Path.GetFileName(page), title, lines[0].Trim(), lines[^1]));
    }
}
