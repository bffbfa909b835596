using System.Globalization;
using Microsoft.CodeAnalysis;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Tests.House;

/// <summary>The tables of README and of the configuration page say what the code says.</summary>
public sealed class TablesAreTrueTests
{
    private static readonly string[] Stages = ["generation", "storage", "ingestion", "transformation", "serving"];

    [Fact]
    public void Readme_lists_every_rule_by_undercurrent_and_stage() =>
        GeneratedBlock.Check(Path.Combine(House.Root, "README.md"), "rules", RuleTable("docs/"));

    [Fact]
    public void Configuration_page_lists_every_option() =>
        GeneratedBlock.Check(Path.Combine(House.Root, "docs", "configuration.md"), "options", OptionTable());

    [Fact]
    public void Equivalents_page_lists_every_line_that_can_be_left_to_another_analyzer() =>
        GeneratedBlock.Check(Path.Combine(House.Root, "docs", "equivalents.md"), "equivalents", EquivalentTable());

    /// <summary>The first thing each rule says about the leaky sample, as a build prints it.</summary>
    [Fact]
    public async Task Readme_shows_what_a_build_prints()
    {
        var said = (await Sample.Open("Leaky").Findings([.. House.Rules])).Where(one => one.Severity == DiagnosticSeverity.Warning).Select(one => (one.Id, Place: one.Location.GetLineSpan(), Text: one.GetMessage(CultureInfo.InvariantCulture)))
            .OrderBy(one => one.Place.Path, StringComparer.Ordinal).ThenBy(one => one.Place.StartLinePosition)
            .GroupBy(one => one.Id).OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => rule.First())
            .Select(one => $"{Path.GetRelativePath(House.Root, one.Place.Path).Replace('\\', '/')}({one.Place.StartLinePosition.Line + 1},{one.Place.StartLinePosition.Character + 1}): warning {one.Id}: {one.Text}");

        GeneratedBlock.Check(Path.Combine(House.Root, "README.md"), "transcript", $"```text\n$ dotnet build samples/Leaky\n{string.Join('\n', said)}\n```");
    }

    [Fact]
    public void Every_option_names_rules_that_exist() =>
        Assert.All(Options.Table.Values.SelectMany(option => option.Rules), id => Assert.Contains(House.Rules, rule => rule.Descriptor().Id == id));

    [Fact]
    public void Every_default_is_a_value_the_option_takes() =>
        Assert.All(Options.Table.Values, option => Assert.Null(option.Refuse(option.Default)));

    public static string StagesOf(DiagnosticDescriptor rule)
    {
        var spoken = Stages.Where(rule.CustomTags.Contains).ToList();
        return spoken.Count == Stages.Length ? "all" : string.Join(", ", spoken);
    }

    private static string RuleTable(string docs) => string.Join('\n', House.Rules
        .Select(rule => rule.Descriptor())
        .GroupBy(rule => rule.Category)
        .SelectMany(room => room.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule =>
                $"| [{rule.Id}]({docs}rules/{rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity}{(rule.IsEnabledByDefault ? "" : ", off")} | {StagesOf(rule)} | {(House.Rule(rule.Id).Fix() is null ? "" : "yes")} |")
            .Prepend($"\n**{Spoken(room.Key)}**\n\n| Rule | Says | Severity | Stages | Fix |\n|---|---|---|---|---|")))
        .TrimStart('\n');

    private static string OptionTable() => string.Join('\n', Options.Table.Values.Select(option =>
            $"| `undercurrent.{option.Name}` | {Values(option)} | {(option.Default.Length == 0 ? "none" : $"`{option.Default}`")} | {string.Join(", ", option.Rules)} | {option.What} |")
        .Prepend("| Key | Values | Default | Rules | What it does |\n|---|---|---|---|---|"));

    private static string EquivalentTable() => string.Join('\n', Equivalents.Table
        .OrderBy(one => one.Rule, StringComparer.Ordinal)
        .ThenBy(one => one.Id, StringComparer.Ordinal)
        .Select(one => $"| [{one.Rule}](rules/{one.Rule}.md) | {one.Id} | {one.From} | {one.Shapes} | {one.Adds} |")
        .Prepend("| Rule | Theirs | From | Lines both speak about, left to theirs on request | What ours adds |\n|---|---|---|---|---|"));

    private static string Values(Option option) => option.Form switch
    {
        OptionForm.Choice => string.Join(", ", option.Choices.Select(choice => $"`{choice}`")),
        OptionForm.Number => "a whole number",
        _ when option.Choices.Length > 0 => $"a list of {string.Join(", ", option.Choices.Select(choice => $"`{choice}`"))}",
        _ => "a list, separated by commas",
    };

    /// <summary><c>DataManagement</c> is said Data management.</summary>
    private static string Spoken(string category) => string.Concat(category.Select((letter, index) =>
        index > 0 && char.IsUpper(letter) ? " " + char.ToLower(letter, CultureInfo.InvariantCulture) : letter.ToString()));
}
