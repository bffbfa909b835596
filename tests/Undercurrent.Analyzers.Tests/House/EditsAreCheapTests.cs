using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.House;

/// <summary>While someone types, one tree is new and the rest are not: what was found out about those is not found out again.</summary>
public sealed class EditsAreCheapTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules = [.. House.Rules];

    [Fact]
    public async Task An_edit_recomputes_the_facts_of_one_tree_and_says_what_a_fresh_run_says()
    {
        var before = (await Workshop.Open(Loader(0), new() { Sources = [.. Enumerable.Range(1, 30).Select(number => ($"Loader{number}.cs", Loader(number)))] }).Project.GetCompilationAsync())!;
        Assert.NotEmpty(await Say(before));

        var old = before.SyntaxTrees.Last();
        var edited = CSharpSyntaxTree.ParseText(Loader(0).Replace("customer.Email", "customer.Id", StringComparison.Ordinal), (CSharpParseOptions)old.Options, old.FilePath);
        var known = before.SyntaxTrees.Where(tree => tree != old).Select(TreeFacts.Of).ToList();
        var after = before.ReplaceSyntaxTree(old, edited);
        var said = await Say(after);

        Assert.Equal(known, after.SyntaxTrees.Where(tree => tree != edited).Select(TreeFacts.Of));
        Assert.Equal(await Say(Fresh(after)), said);
        Assert.NotEqual(await Say(before), said);
    }

    private static string Loader(int number) =>
        $$"""
        using Microsoft.Extensions.Logging;

        namespace Loaders{{number}};

        record Customer(int Id, string Email);

        class Loader
        {
            readonly ILogger log;
            readonly HttpClient http;

            public Loader(ILogger log, HttpClient http) => (this.log, this.http) = (log, http);

            string password = "correct-horse-{{number}}";

            public async Task Load(Customer customer)
            {
                log.LogInformation("Loaded {Customer} {Page}", customer.Email, await http.GetStringAsync("https://orders.example/"));
            }
        }
        """;

    private static CSharpCompilation Fresh(Compilation compilation) => CSharpCompilation.Create(
        "Fresh", compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), (CSharpParseOptions)tree.Options, tree.FilePath)), compilation.References, (CSharpCompilationOptions)compilation.Options);

    private static async Task<IEnumerable<string>> Say(Compilation compilation) =>
        (await compilation.WithAnalyzers(Rules).GetAnalyzerDiagnosticsAsync()).Select(one => one.ToString()).Order(StringComparer.Ordinal);
}
