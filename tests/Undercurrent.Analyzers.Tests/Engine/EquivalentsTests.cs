using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Engine;

public sealed class EquivalentsTests
{
    /// <summary>A rule, the one it may be left to, and a line that both speak about.</summary>
    public static TheoryData<string, string, string> Shared => new()
    {
        { "UC1001", "S2068", "class Desk { string password = \"Tr0ub4dor-9\"; }" },
        { "UC1001", "S2068", "class Desk { public string Passphrase { get; set; } = \"\"; void Set() => Passphrase = \"Tr0ub4dor-9\"; }" },
        { "UC1001", "S2068", "class Desk { object Login() => new System.Net.NetworkCredential(\"loader\", \"Tr0ub4dor-9\"); }" },
        { "UC1002", "S2068", "class Desk { string Text() => \"Server=db;Database=orders;User Id=loader;Password=Tr0ub4dor-9\"; }" },
        { "UC1002", "S2068", "class Desk { string Text() => \"amqp://loader:Tr0ub4dor-9@queue.example.com/orders\"; }" },
    };

    /// <summary>A rule, the one it may be left to, and a line of which only ours speaks.</summary>
    public static TheoryData<string, string, string> Ours => new()
    {
        { "UC1001", "S2068", "class Desk { string apiKey = \"9f8Zq2LmX7\"; }" },
        { "UC1001", "S2068", "class Desk { const string Word = \"Tr0ub4dor-9\"; void Set(string password) { } void Go() => Set(password: Word); }" },
        { "UC1001", "S2068", "class Desk { void Set(string password) { } void Go() => Set(password: \"Tr0ub4dor-9\"); }" },
        { "UC1002", "S2068", "class Desk { string Text() => \"DefaultEndpointsProtocol=https;AccountName=orders;AccountKey=bm90IGEga2V5;EndpointSuffix=core.windows.net\"; }" },
        { "UC1002", "S2068", "class Desk { string Text(string host) => $\"Server={host};User Id=loader;Password=Tr0ub4dor-9\"; }" },
    };

    [Theory, MemberData(nameof(Shared))]
    public async Task Leaves_a_line_to_the_rule_that_is_named(string rule, string id, string source)
    {
        Assert.Equal(1, await Count(rule, source, null));
        Assert.Equal(1, await Count(rule, source, $"undercurrent.defer_to = {id}\nundercurrent.{rule}.defer_to ="));
        Assert.Equal(0, await Count(rule, source, $"undercurrent.defer_to = {id}"));
        Assert.Equal(0, await Count(rule, source, $"undercurrent.{rule}.defer_to = {id.ToLowerInvariant()}"));
    }

    [Theory, MemberData(nameof(Ours))]
    public async Task Keeps_a_line_that_the_rule_named_does_not_see(string rule, string id, string source) =>
        Assert.Equal(1, await Count(rule, source, $"undercurrent.defer_to = {id}"));

    [Fact]
    public void Every_row_has_a_line_that_is_left_and_one_that_is_kept() => Assert.All(Equivalents.Table, row =>
    {
        Assert.Contains(Shared, line => (string)line[0] == row.Rule && (string)line[1] == row.Id);
        Assert.Contains(Ours, line => (string)line[0] == row.Rule && (string)line[1] == row.Id);
    });

    private static async Task<int> Count(string rule, string source, string? config) =>
        (await Workshop.Run(Workshop.Open(source, new() { EditorConfig = config }), House.House.Rule(rule))).Length;
}
