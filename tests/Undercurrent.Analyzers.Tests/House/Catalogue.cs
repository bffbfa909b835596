using System.Text.RegularExpressions;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Tests.House;

/// <summary>One of the catalogues as it stands in the repository, with the headings its readers have no use for.</summary>
internal sealed record Catalogue(string Name)
{
    private string Folder { get; } = Path.Combine(House.Root, "src", "Undercurrent.Analyzers", "Knowledge");

    public IReadOnlyList<(string Heading, IReadOnlyList<string> Rows)> Sections { get; } =
        [.. Split(File.ReadAllText(Path.Combine(House.Root, "src", "Undercurrent.Analyzers", "Knowledge", Name + ".txt"))).Where(section => section.Rows.Count > 0)];

    public IEnumerable<ApiEntry> Entries => Sections.SelectMany(section => section.Rows).Select(row => ApiEntry.Read(row, out _)!);

    /// <summary>All that a row may say of an API: each <see cref="ApiTrait"/> and each <see cref="DeliveryTrait"/>.</summary>
    public static IReadOnlyList<Enum> Traits { get; } =
        [.. Enum.GetValues<ApiTrait>().Where(trait => trait != ApiTrait.None), .. Enum.GetValues<DeliveryTrait>().Where(trait => trait != DeliveryTrait.None).Cast<Enum>()];

    /// <summary>What the declaration of a trait says of it.</summary>
    public static string Meaning(Enum trait) =>
        Regex.Match(File.ReadAllText(Path.Combine(new Catalogue("data-apis").Folder, trait.GetType().Name + ".cs")), $@"<summary>([^<]*)</summary>\s+{trait} =").Groups[1].Value;

    private static IEnumerable<(string Heading, IReadOnlyList<string> Rows)> Split(string text) =>
        from section in text.Split("\n\n")
        let lines = section.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        select (lines[0].TrimStart('#', ' '), (IReadOnlyList<string>)[.. lines.Where(line => line[0] != '#')]);
}
