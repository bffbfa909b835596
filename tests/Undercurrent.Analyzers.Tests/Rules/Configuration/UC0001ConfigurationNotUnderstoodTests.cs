using Microsoft.CodeAnalysis;
using Undercurrent.Analyzers.Rules.Configuration;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.Configuration;

public sealed class UC0001ConfigurationNotUnderstoodTests
{
    [Theory]
    [InlineData("undercurrent.data-apis.txt", "# ours\nAcme.Orders.Client.Fetch  ingest\nAcme.Orders.Client.Fetch  injest", 2, "Acme.Orders.Client.Fetch")]
    [InlineData("undercurrent.data-apis.txt", "Fetch ingest", 0, "Fetch")]
    [InlineData("undercurrent.data-apis.txt", "Acme.Client.Fetch(", 0, "Acme.Client.Fetch(")]
    [InlineData("undercurrent.credential-sinks.txt", "\n  Acme.Orders.Client..ctor(key)", 1, "Acme.Orders.Client..ctor(key)")]
    [InlineData("undercurrent.personal-data.txt", "term loyalty card  customer-number certain", 0, "term")]
    [InlineData("undercurrent.personal-data.txt", "terms loyalty card  customer-number high", 0, "terms")]
    [InlineData(".editorconfig", "root = true\n[*.cs]\nundercurrent.personal_data_level = hihg", 2, "undercurrent.personal_data_level")]
    [InlineData(".editorconfig", "undercurrent.defer_to = S2068, CA9999", 0, "undercurrent.defer_to")]
    [InlineData(".editorconfig", "undercurrent.no_such_option = 1", 0, "undercurrent.no_such_option")]
    [InlineData(".globalconfig", "undercurrent.UC6001.personal_data_level = high", 0, "undercurrent.UC6001.personal_data_level")]
    public async Task Flags_a_line_that_means_nothing_where_it_stands(string file, string text, int line, string subject)
    {
        var said = Assert.Single(await Run(new() { AdditionalFiles = [(file, text)] }));

        Assert.Equal("UC0001", said.Id);
        Assert.Equal(line, said.Location.GetLineSpan().StartLinePosition.Line);
        Assert.EndsWith(file, said.Location.GetLineSpan().Path, StringComparison.Ordinal);
        Assert.StartsWith($"'{subject}' is not understood and has no effect: ", said.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("undercurrent.data-apis.txt", "# ours\n\nAcme.Orders.Client.Fetch  ingest self-retrying\nAcme.Job.*  host-retry")]
    [InlineData("undercurrent.credential-sinks.txt", "Acme.Orders.Client..ctor(key)  secret\n[\"acme.key\"]  secret")]
    [InlineData("undercurrent.personal-data.txt", "term loyalty card  customer-number high\nhead brochure\nnot loyalty card: design\nperson diner\nclean veiled")]
    [InlineData(".editorconfig", "root = true\n[*.cs]\nundercurrent.personal_data_level = HIGH\nundercurrent.UC2001.log_sinks = Acme.Journal.Write\ndotnet_sort_system_directives_first = 7")]
    [InlineData("readme.txt", "undercurrent.no_such_option = 1")]
    public async Task Allows_lines_that_are_understood(string file, string text) =>
        Assert.Empty(await Run(new() { AdditionalFiles = [(file, text)] }));

    [Fact]
    public async Task Flags_a_value_whose_file_is_not_at_hand_once_at_the_first_source_file()
    {
        var said = Assert.Single(await Run(new() { EditorConfig = "undercurrent.test_projects = perhaps", Sources = [("Other.cs", "class Other { }")] }));

        Assert.Contains("'undercurrent.test_projects' is not understood", said.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("silent, included", said.GetMessage(null), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<Diagnostic>> Run(Given given) => await Workshop.Run(Workshop.Open("class Nothing { }", given), new UC0001ConfigurationNotUnderstood());
}
