using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Tests.House;

/// <summary>The page of what is known says what the catalogues say.</summary>
public sealed class KnowledgePageTests
{
    private static readonly string Page = Path.Combine(House.Root, "docs", "knowledge.md");

    [Fact]
    public void Lists_every_trait() => GeneratedBlock.Check(Page, "traits", string.Join('\n', Enum.GetValues<ApiTrait>()
        .Where(trait => trait != ApiTrait.None)
        .Select(trait => $"| `{ApiEntry.Spelling(trait)}` | {Catalogue.Meaning(trait)} |")
        .Prepend("| Trait | Says of an API |\n|---|---|")));

    [Theory, InlineData("data-apis"), InlineData("credential-sinks"), InlineData("safeguards")]
    public void Lists_every_api(string name) => GeneratedBlock.Check(Page, name, string.Join("\n\n", new Catalogue(name).Sections
        .Select(section => string.Join('\n', section.Rows.Select(ApiLine).Prepend($"**{section.Heading}**\n\n| API | Traits | Verified against |\n|---|---|---|")))));

    [Fact]
    public void Lists_every_term() => GeneratedBlock.Check(Page, "personal-data", string.Join("\n\n", new Catalogue("personal-data").Sections
        .Select(section => string.Join('\n', section.Rows.Select(TermLine).Prepend($"**{section.Heading}**\n\n{TermHead(section.Rows[0])}")))));

    private static string ApiLine(string row)
    {
        var entry = ApiEntry.Read(row, out _)!;
        return $"| `` {row.Split(' ')[0]} `` | {string.Join(", ", row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1))} | {Libraries.VerifiedAgainst(entry)} |";
    }

    private static string TermHead(string row) => row.Split(' ')[0] switch
    {
        "term" => "| Words | Kind | Level | Only with |\n|---|---|---|---|",
        "not" => "| Term | Cancelled by |\n|---|---|",
        "head" or "person" or "clean" => "| Words |\n|---|",
        _ => "| Form | Kinds |\n|---|---|",
    };

    private static string TermLine(string row)
    {
        var words = row.Split(' ');
        if (words[0] == "not")
            return $"| {row["not ".Length..].Replace(": ", " | ", StringComparison.Ordinal)} |";

        if (words[0] is "head" or "person" or "clean")
            return $"| {string.Join(" ", words[1..])} |";

        if (words[0] != "term")
            return $"| {words[0]} | {string.Join(", ", words[1..])} |";

        var body = row.Split(" with ");
        var said = body[0].Split(' ');
        return $"| {string.Join(" ", said[1..^2])} | {said[^2]} | {said[^1]} | {(body.Length > 1 ? body[1] : "")} |";
    }
}
