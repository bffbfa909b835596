using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Tests.Harness;

/// <summary>What the testing library must stop in a fix; true of the real one and of the stand-in.</summary>
public sealed class TestingLibraryFixTests
{
    private const string Marked = "class C { int x = [|1|]; }";
    private const string Fixed = "class C { int x = 10; }";
    private const string Two = "class C { int x = [|1|]; int y = [|2|]; }";
    private const string TwoFixed = "class C { int x = 10; int y = 10; }";
    private const string OneByOne = "Context: Iterative code fix application";
    private const string NoChange = "No code fixes were expected, but a fix was offered that made no changes to the code.";

    private static readonly FixAllScope[] EveryScope = [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    [Fact]
    public async Task Passes_a_good_fix()
    {
        await new Probe(Marked, Fixed).RunAsync();
        await new Probe(Two, TwoFixed).RunAsync();
        await new Probe(Two, TwoFixed) { Fix = new ToTen { All = new AllBy(context => AllBy.Ten(context), EveryScope) } }.RunAsync();
        await new Probe(Two, TwoFixed) { Fix = new ToTen { All = null } }.RunAsync();
    }

    [Fact]
    public async Task Stops_another_text()
    {
        await new Probe(Marked, "class C { int x = 11; }").Fails(OneByOne);
        await new Probe(Marked, "class C { int x =  10; }").Fails(OneByOne);
        await new Probe("class C {\n int x = [|1|]; }", "class C {\r\n int x = 10; }").Fails(OneByOne);
        await new Probe(Marked, Fixed) { Fix = new ToTen { Offers = (_, _) => [] } }.Fails(OneByOne);
    }

    [Fact]
    public Task Stops_a_fix_that_breaks_the_build() =>
        new Probe(Marked, "class C { int x = ten; }") { Fix = Writes("ten") }.Fails("Context: Diagnostics of fixed state");

    [Fact]
    public async Task Stops_a_fix_that_leaves_another_finding()
    {
        await new Probe(Marked, "class C { int x = 2; }") { Fix = Writes("2") }.Fails("Context:");
        var known = new Probe(Marked, "class C { int x = [|2|]; }") { Fix = Writes("2"), CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck };
        known.FixedState.MarkupHandling = MarkupMode.Allow;
        await known.RunAsync();
    }

    [Fact]
    public async Task Stops_a_fix_where_none_is_wanted()
    {
        await new Probe(Marked, Marked) { Fix = new ToTen { Offers = (_, _) => [] } }.RunAsync();
        await new Probe(Marked, Marked).Fails(OneByOne);
    }

    [Fact]
    public Task Stops_a_fix_that_changes_nothing() =>
        new Probe(Marked, Marked) { Fix = new ToTen { Offers = (document, _) => [ToTen.Action("none", _ => Task.FromResult(document.Project.Solution))] } }.Fails(NoChange);

    [Fact]
    public Task Stops_a_fix_that_writes_the_same_again() => new Probe(Marked, Marked) { Fix = Writes("1") }.Fails(NoChange);

    [Fact]
    public async Task Counts_the_fixes()
    {
        await new Probe(Two, TwoFixed) { NumberOfIncrementalIterations = 2, NumberOfFixAllIterations = 1 }.RunAsync();
        await new Probe(Two, TwoFixed) { NumberOfIncrementalIterations = 1 }.Fails(OneByOne);
        await new Probe(Two, TwoFixed) { NumberOfIncrementalIterations = 3 }.Fails(OneByOne);
        await new Probe(Two, TwoFixed) { NumberOfIncrementalIterations = -3 }.RunAsync();
        await new Probe(Two, TwoFixed) { NumberOfFixAllInDocumentIterations = 2 }.Fails("Context: Fix all in document");
        await new Probe(Two, TwoFixed) { NumberOfFixAllInProjectIterations = 2 }.Fails("Context: Fix all in project");
    }

    [Fact]
    public async Task Stops_keys_that_tell_apart_what_fix_all_should_join()
    {
        var fix = new ToTen { Offers = (document, literal) => [ToTen.Action(literal.Token.Text, document, literal, "10")] };
        await new Probe(Two, TwoFixed) { Fix = fix }.Fails("Context: Fix all in document");
        await new Probe(Two, TwoFixed) { Fix = fix, CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck }.RunAsync();
    }

    [Theory]
    [InlineData(FixAllScope.Document, "Context: Fix all in document")]
    [InlineData(FixAllScope.Project, "Context: Fix all in project")]
    [InlineData(FixAllScope.Solution, "Context: Fix all in solution")]
    public async Task Stops_a_scope_that_is_wrong_missing_or_gives_nothing(FixAllScope scope, string context)
    {
        await new Probe(Two, TwoFixed) { Fix = new ToTen { All = new AllBy(one => AllBy.Ten(one, one.Scope == scope ? 1 : 2), EveryScope) } }.Fails(context);
        await new Probe(Two, TwoFixed) { Fix = new ToTen { All = new AllBy(one => AllBy.Ten(one), [.. EveryScope.Where(other => other != scope)]) } }.Fails(context);
        await new Probe(Two, TwoFixed) { Fix = new ToTen { All = new AllBy(async one => one.Scope == scope ? null : await AllBy.Ten(one), EveryScope) } }.Fails(context);
    }

    [Fact]
    public async Task Fixes_all_over_documents_and_projects()
    {
        await Solution().RunAsync();
        await Solution(new ToTen { All = new AllBy(context => AllBy.Ten(context), EveryScope) }).RunAsync();
        await Solution(new ToTen { All = new AllBy(context => AllBy.Ten(context, context.Scope == FixAllScope.Project ? 1 : 9), EveryScope) }).Fails("Context: Fix all in project");

        static Probe Solution(ToTen? fix = null)
        {
            var probe = new Probe(Marked, Fixed) { Fix = fix ?? new() };
            probe.TestState.Sources.Add("class D { int x = [|2|]; }");
            probe.FixedState.Sources.Add("class D { int x = 10; }");
            probe.TestState.AdditionalProjects["Second"].AdditionalReferences.AddRange(Refs.Framework);
            probe.TestState.AdditionalProjects["Second"].Sources.Add("class E { int x = [|3|]; }");
            probe.FixedState.AdditionalProjects["Second"].AdditionalReferences.AddRange(Refs.Framework);
            probe.FixedState.AdditionalProjects["Second"].Sources.Add("class E { int x = 10; }");
            return probe;
        }
    }

    [Fact]
    public async Task Stops_a_fix_for_what_an_editor_cannot_know_yet()
    {
        await new Probe(Marked, Fixed) { Rule = new SmallNumber { IsLate = true } }.Fails("non-local");
        await new Probe(Marked, Fixed) { Rule = new SmallNumber { IsLate = true }, CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck }.RunAsync();
        await new Probe(Marked) { Rule = new SmallNumber { IsLate = true } }.RunAsync();
    }

    [Fact]
    public async Task Stops_a_tree_that_is_not_what_its_text_says()
    {
        var fix = new ToTen { Offers = (document, literal) => [ToTen.Action("odd", document, literal, SyntaxFactory.IdentifierName("70 + 80"))] };
        await new Probe(Marked, "class C { int x = 70 + 80; }") { Fix = fix }.Fails(OneByOne);
        await new Probe(Marked, "class C { int x = 70 + 80; }") { Fix = fix, CodeActionValidationMode = CodeActionValidationMode.None }.RunAsync();
    }

    [Fact]
    public async Task Chooses_the_action_the_test_asks_for()
    {
        var fix = new ToTen
        {
            Offers = (document, literal) =>
                [ToTen.Action("ten", document, literal, "10"), CodeAction.Create("More", [ToTen.Action("twenty", document, literal, "20"), ToTen.Action("thirty", document, literal, "30")], isInlinable: false)],
        };
        await new Probe(Marked, Fixed) { Fix = fix }.RunAsync();
        await new Probe(Two, "class C { int x = 20; int y = 20; }") { Fix = fix, CodeActionEquivalenceKey = "twenty" }.RunAsync();
        await new Probe(Marked, "class C { int x = 30; }") { Fix = fix, CodeActionIndex = 2 }.RunAsync();
        await new Probe(Marked, "class C { int x = 30; }") { Fix = fix, CodeActionIndex = 2, CodeActionEquivalenceKey = "thirty" }.RunAsync();
        await new Probe(Marked, "class C { int x = 30; }") { Fix = fix, CodeActionIndex = 1, CodeActionEquivalenceKey = "thirty" }.Fails("equivalence key");
        await new Probe(Marked, Fixed) { Fix = fix, CodeActionEquivalenceKey = "forty" }.Fails(OneByOne);
        await new Probe(Marked, Fixed) { Fix = fix, CodeActionVerifier = (action, verifier) => verifier.Equal("Keep it", action.Title, "title") }.Fails("title");
    }

    [Fact]
    public async Task Compares_additional_files_and_new_sources()
    {
        await Moving("moved: 1", "class New { }").RunAsync();
        await Moving("moved: 2", "class New { }").Fails("/0/notes.txt");
        await Moving("moved: 1", "class Old { }").Fails("/0/New.cs");

        static Probe Moving(string notes, string source)
        {
            var fix = new ToTen
            {
                All = null,
                Offers = (document, literal) => [ToTen.Action("move", async cancellation =>
                {
                    var project = document.WithSyntaxRoot((await document.GetSyntaxRootAsync(cancellation))!.ReplaceNode(literal, SyntaxFactory.ParseExpression("10"))).Project;
                    project = project.Solution.WithAdditionalDocumentText(project.AdditionalDocuments.Single().Id, SourceText.From("moved: " + literal)).GetProject(project.Id)!;
                    return project.AddDocument("New.cs", SourceText.From("class New { }"), filePath: "/0/New.cs").Project.Solution;
                })],
            };
            var probe = new Probe(Marked, Fixed) { Fix = fix };
            probe.TestState.AdditionalFiles.Add(("/0/notes.txt", "nothing yet"));
            probe.FixedState.AdditionalFiles.Add(("/0/notes.txt", notes));
            probe.FixedState.Sources.Add(("/0/New.cs", source));
            return probe;
        }
    }

    [Fact]
    public async Task Keeps_what_fix_all_makes_apart_when_told_so()
    {
        var fix = new ToTen { All = new AllBy(async context => (await AllBy.Ten(context))!.WithDocumentText(context.Document!.Id, SourceText.From("class C { int x = 77; }")), EveryScope) };
        await new Probe(Marked, Fixed) { Fix = fix, BatchFixedCode = "class C { int x = 77; }" }.RunAsync();
        await new Probe(Marked, Fixed) { Fix = fix }.Fails("Context: Fix all in document");
    }

    private static ToTen Writes(string expression) =>
        new() { Offers = (document, literal) => [ToTen.Action("it", document, literal, expression)] };
}
