using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.House;

public sealed class RulesLiveTogetherTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules = [.. House.Rules];

    /// <summary>Our own sources use the words we look for all the time, and have none of the problems.</summary>
    [Theory]
    [InlineData("Undercurrent.Analyzers")]
    [InlineData("Undercurrent.Analyzers.CodeFixes")]
    public async Task Rules_are_silent_on_their_own_code(string project)
    {
        var trees = Directory.GetFiles(Path.Combine(House.Root, "src", project), "*.cs", SearchOption.AllDirectories).Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file))
            .Append(CSharpSyntaxTree.ParseText(Workshop.Usings, path: "Usings.cs"));
        var compilation = CSharpCompilation.Create(project, trees, Refs.Libraries, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        Assert.Empty((await compilation.WithAnalyzers(Rules).GetAnalyzerDiagnosticsAsync()).Select(one => $"{one} {one.Descriptor.Description}"));
    }

    /// <summary>One line is one problem; two rules that both speak about it would talk over each other.</summary>
    [Fact]
    public async Task No_two_rules_speak_about_one_expression_of_a_page()
    {
        foreach (var page in House.Rules.Select(rule => new RulePage(rule)).Where(page => !page.IsAboutFiles))
        {
            var said = await Workshop.Run(Workshop.Open(page.Flagged), Rules);
            Assert.Equal(said.Select(one => one.Location.SourceSpan).Distinct().Count(), said.Length);
        }
    }

    [Fact]
    public async Task Rules_survive_a_compilation_with_no_references()
    {
        var compilation = CSharpCompilation.Create("Bare", Fuzz.Corpus.Snippets.Select((text, index) => CSharpSyntaxTree.ParseText(text, path: $"{index}.cs")));

        Assert.DoesNotContain(await compilation.WithAnalyzers(Rules).GetAnalyzerDiagnosticsAsync(), one => one.Id == "AD0001");
    }
}
