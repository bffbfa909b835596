using Undercurrent.Analyzers.Rules;

namespace Undercurrent.Analyzers.Tests.House;

/// <summary>Rules and notes know of each other: a rule's page links the considerations it serves, and they name the rule.</summary>
public sealed class NotesAreServedTests
{
    private static readonly string[] Undercurrents = ["data-architecture.md", "data-management.md", "dataops.md", "orchestration.md", "security.md", "software-engineering.md"];
    private static readonly string[] Stages = ["generation.md", "ingestion.md", "serving.md", "storage.md", "transformation.md"];

    [Fact]
    public void There_is_a_page_for_every_stage_and_undercurrent() =>
        Assert.Equal(Undercurrents.Concat(Stages).Order(StringComparer.Ordinal), Notes.Pages.Select(Path.GetFileName));

    [Fact]
    public void Every_consideration_ends_by_saying_what_serves_it() => Assert.All(Notes.Sections, section =>
        Assert.True(
            section.LastLine.StartsWith("Rules: [", StringComparison.Ordinal) || section.LastLine.StartsWith("No rule: ", StringComparison.Ordinal) || section.LastLine.StartsWith("No rule yet: ", StringComparison.Ordinal),
            $"{section.Page}, {section.Heading}"));

    [Fact]
    public void Every_rule_a_note_names_exists() =>
        Assert.All(Notes.Sections.SelectMany(section => section.Rules), id => Assert.Contains(House.Rules, rule => rule.Descriptor().Id == id));

    [Fact]
    public void Every_rule_about_data_serves_a_consideration_of_its_undercurrent() =>
        Assert.All(House.Rules.Select(rule => rule.Descriptor()).Where(rule => rule.Category != Category.Configuration), rule =>
            Assert.Contains(Notes.Sections, section => section.Rules.Contains(rule.Id) && section.Title.Replace(" ", "", StringComparison.Ordinal).Equals(rule.Category, StringComparison.OrdinalIgnoreCase)));
}
