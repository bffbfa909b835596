using Microsoft.CodeAnalysis;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Engine;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("", "medium")]
    [InlineData("undercurrent.personal_data_level = high", "high")]
    [InlineData("undercurrent.PERSONAL_DATA_LEVEL = HIGH", "HIGH")]
    [InlineData("undercurrent.personal_data_level = high\nundercurrent.UC2001.personal_data_level = low", "low")]
    [InlineData("undercurrent.UC2005.personal_data_level = low", "medium")]
    [InlineData("undercurrent.personal_data_level = hihg", "medium")]
    [InlineData("undercurrent.personal_data_level = high\nundercurrent.UC2001.personal_data_level = hihg", "high")]
    public async Task Reads_the_value_nearest_to_the_rule_that_means_something(string config, string expected)
    {
        var (options, tree) = await Open(config);
        Assert.Equal(expected, options.Value(Options.PersonalDataLevel, "UC2001", tree));
    }

    [Fact]
    public async Task Reads_a_list_by_its_commas()
    {
        var (options, tree) = await Open("undercurrent.audit_methods = Acme.Ledger.Note,  Remember ,");
        Assert.Equal(["Acme.Ledger.Note", "Remember"], options.List(Options.AuditMethods, "UC2005", tree).AsEnumerable());
    }

    [Theory]
    [InlineData("undercurrent.credential_words = losung", nameof(Subjects.Credentials))]
    [InlineData("undercurrent.UC1001.credential_sinks = Acme.Vault.Open(word)", nameof(Subjects.Credentials))]
    [InlineData("undercurrent.personal_data_words = badge", nameof(Subjects.PersonalData))]
    [InlineData("undercurrent.personal_data_attributes = Acme.OfPerson", "PersonalData, Classification")]
    [InlineData("undercurrent.log_sinks = Acme.Journal.Note", nameof(Subjects.Logs))]
    [InlineData("undercurrent.personal_data_level = low", nameof(Subjects.PersonalData))]
    [InlineData("undercurrent.test_projects = included", nameof(Subjects.None))]
    public async Task Widens_a_project_whose_words_raise_nothing(string config, string expected)
    {
        var document = Workshop.Open("class Plain;", new() { EditorConfig = config, Bare = true });
        Assert.Equal(Enum.Parse<Subjects>(expected), PipelineProject.Of((await document.Project.GetCompilationAsync())!, document.Project.AnalyzerOptions, default).Subjects);
    }

    private static async Task<(Options Options, SyntaxTree Tree)> Open(string config)
    {
        var document = Workshop.Open("class Plain;", new() { EditorConfig = config });
        return (new(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider), (await document.GetSyntaxTreeAsync())!);
    }
}
