using Microsoft.CodeAnalysis.CSharp;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Engine;

public sealed class SubjectsTests
{
    [Theory]
    [InlineData("class Loader { string dbPassword; }", nameof(Subjects.Credentials))]
    [InlineData("class Loader { object keys = new() { [\"Smtp:Password\"] = null }; }", nameof(Subjects.Credentials))]
    [InlineData("class Loader { string at = \"amqp://u:p@h\"; }", nameof(Subjects.ConnectionTexts))]
    [InlineData("class Loader { string Email; }", nameof(Subjects.PersonalData))]
    [InlineData("class Customer { string Name; }", nameof(Subjects.PersonalData))]
    [InlineData("class Loader { [PersonalData] string Nick; }", nameof(Subjects.PersonalData))]
    [InlineData("using Refit; interface IOrders { }", nameof(Subjects.HeaderAttributes))]
    [InlineData("class Loader { object acl = S3CannedACL.PublicRead; }", nameof(Subjects.OpenStores))]
    [InlineData("class Loader { object M(object blob) => blob.GenerateSasUri(); }", nameof(Subjects.Grants))]
    [InlineData("class Loader { void M(IMemoryCache cache) { } }", nameof(Subjects.Retention))]
    [InlineData("class Loader { void M() => Console.WriteLine(); }", nameof(Subjects.Logs))]
    [InlineData("class Loader { HttpClient http; }", nameof(Subjects.FrameworkClients))]
    [InlineData("class Loader { object M(object http) => http.GetStringAsync(); }", nameof(Subjects.Ingestion))]
    [InlineData("class OrdersController { }", nameof(Subjects.Endpoints))]
    [InlineData("class Setup { void M(object app) => app.MapGet(); }", nameof(Subjects.Endpoints))]
    [InlineData("class Setup { void M(object options) => options.FallbackPolicy = 1; }", nameof(Subjects.Endpoints))]
    [InlineData("class Loader { void M(SqlCommand command) { } }", nameof(Subjects.Queries))]
    [InlineData("class Loader { void M(object command) => command.CommandText = null; }", nameof(Subjects.Queries))]
    public async Task A_word_raises_its_subject(string source, string expected) =>
        Assert.True((await Of(source, Given.Nothing)).HasFlag(Enum.Parse<Subjects>(expected)));

    [Fact]
    public async Task Plain_code_raises_no_subject_of_a_rule() =>
        Assert.Equal(Subjects.FaintPersonalData, await Of("class Shape { double Area(double width, double height) => width * height; string Name => $\"{Area(1, 2)}\"; double NetWidth; }", new() { Bare = true }));

    [Theory]
    [InlineData("undercurrent.data-apis.txt", "Acme.Client.Fetch  ingest", "Ingestion, FrameworkClients, Logs, Traces, Access, Queries, OpenStores, Grants, Telemetry, Failures, NameParts, Hashes, Batches, Leniency, Answers, Pages, Retention, Brokers, Settlements, Receipts")]
    [InlineData("undercurrent.credential-sinks.txt", "Acme.Client..ctor(word)  secret", "Credentials, HeaderAttributes")]
    [InlineData("undercurrent.personal-data.txt", "term badge  badge-number high", nameof(Subjects.PersonalData))]
    [InlineData("undercurrent.personal-data.txt", "term badge", nameof(Subjects.PersonalData))]
    public async Task A_users_rows_raise_what_only_they_know(string file, string row, string expected) =>
        Assert.Equal(Enum.Parse<Subjects>(expected), await Of("class Plain;", new() { Bare = true, AdditionalFiles = [(file, row)] }));

    [Fact]
    public void A_tree_is_looked_at_once()
    {
        var tree = CSharpSyntaxTree.ParseText("class Loader { string Email; }");
        Assert.Same(TreeFacts.Of(tree), TreeFacts.Of(tree));
    }

    private static async Task<Subjects> Of(string source, Given given)
    {
        var document = Workshop.Open(source, given);
        return PipelineProject.Of((await document.Project.GetCompilationAsync())!, document.Project.AnalyzerOptions, default).Subjects;
    }
}
