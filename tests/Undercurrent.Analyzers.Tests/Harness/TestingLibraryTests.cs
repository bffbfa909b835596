using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Undercurrent.Analyzers.Tests.Harness;

/// <summary>What the testing library must stop before the rules' tests can be believed; true of the real one and of the stand-in.</summary>
public sealed class TestingLibraryTests
{
    private const string Count = "Mismatch between number of diagnostics returned";
    private const string Place = "Expected diagnostic to";
    private const string Marked = "class C { int x = [|1|]; }";

    private static DiagnosticResult One => new DiagnosticResult(SmallNumber.Small).WithSpan(1, 19, 1, 20).WithArguments("1").WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);

    [Fact]
    public Task Passes_what_is_marked() => new Probe("class C { int x = [|1|]; int y = 11; int z = {|T0001:2|}; int w = $$3; }").RunAsync();

    [Theory]
    [InlineData("class C { int x = [|1;|] }", Place)]
    [InlineData("class C { int [|x|] = 1; }", Place)]
    [InlineData("class C { int x = 1; }", Count)]
    [InlineData("class C { int x = [|1|] + 2; }", Count)]
    [InlineData("class C { int [|x|] = [|1|]; }", Count)]
    [InlineData("class C { int x = [|[|1|]|]; }", Count)]
    [InlineData("class C { int x = {|T0002:1|}; }", "id")]
    public Task Stops_what_is_marked_wrongly(string marked, string because) => new Probe(marked).Fails(because);

    [Fact]
    public Task Stops_a_compiler_error() => new Probe("class C { int x = [|1|] + y; }").Fails("CS0103");

    [Fact]
    public Task Passes_a_compiler_error_which_is_marked() => new Probe("class C { int x = [|1|] + {|CS0103:y|}; }").RunAsync();

    [Fact]
    public Task Passes_a_compiler_warning() => new Probe("class C { int x = [|1|]; void M() { int y; } }").RunAsync();

    [Fact]
    public Task Stops_a_compiler_warning_when_asked_to() =>
        new Probe("class C { int x = [|1|]; void M() { int y; } }") { CompilerDiagnostics = CompilerDiagnostics.Warnings }.Fails("CS0168");

    [Fact]
    public Task Stops_a_rule_that_throws() =>
        new Probe("class C { int x = 1; }") { Rule = new SmallNumber { Instead = (_, _) => throw new NotSupportedException("on purpose") } }.Fails("AD0001");

    [Fact]
    public Task Stops_a_diagnostic_the_rule_does_not_support() => new Probe("class C { int x = 1; }")
    {
        Rule = new SmallNumber { Instead = (context, literal) => context.ReportDiagnostic(Diagnostic.Create(Other, literal.GetLocation())) },
    }.Fails("AD0001");

    [Fact]
    public async Task Compares_severity_arguments_and_further_places_of_an_explicit_result()
    {
        await Expecting(One).RunAsync();
        await Expecting(One.WithMessage(null).WithArguments()).RunAsync();
        await Expecting(One.WithMessage("'1' is small")).RunAsync();
        await Expecting(new DiagnosticResult("T0001", DiagnosticSeverity.Warning).WithSpan(1, 19, 1, 20).WithSpan(1, 17, 1, 20).WithArguments("1")).RunAsync();
        await Expecting(One.WithSeverity(DiagnosticSeverity.Error)).Fails("severity");
        await Expecting(One.WithSeverity(DiagnosticSeverity.Error).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations | DiagnosticOptions.IgnoreSeverity)).RunAsync();
        await Expecting(One.WithArguments("2")).Fails("message");
        await Expecting(new DiagnosticResult("T0001", DiagnosticSeverity.Warning).WithSpan(1, 19, 1, 20).WithSpan(1, 17, 1, 20).WithArguments("2")).Fails("arguments");
        await Expecting(One.WithOptions(DiagnosticOptions.None)).Fails("additional locations");
        await Expecting(One.WithSpan(1, 18, 1, 20).WithOptions(DiagnosticOptions.None)).Fails(Place);
        await Expecting(One.WithNoLocation()).Fails("no location");
    }

    [Fact]
    public async Task Reads_a_place_by_its_mark()
    {
        await Expecting(new DiagnosticResult("T0001", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1), "class C { int x {|#1:= {|#0:1|}|}; }").RunAsync();
        await Expecting(new DiagnosticResult("T0001", DiagnosticSeverity.Warning).WithLocation(1).WithLocation(0), "class C { int x {|#1:= {|#0:1|#1}|#0}; }").Fails(Place);
        await Assert.ThrowsAsync<ArgumentException>(() => Expecting(One, "class C { int x = {|#0:1|}; int y = {|#0:11|}; }").RunAsync());
        await Expecting(new DiagnosticResult("T0001", DiagnosticSeverity.Warning).WithLocation(7), "class C { int x = 1; }").Fails("#7");
    }

    [Fact]
    public Task Finds_each_expectation_its_diagnostic_whatever_their_order()
    {
        var probe = new Probe("class C { int x = 1; int y = 2; }");
        probe.ExpectedDiagnostics.Add(One.WithNoLocation().WithSpan(1, 30, 1, 31).WithArguments("2"));
        probe.ExpectedDiagnostics.Add(One);
        return probe.RunAsync();
    }

    [Fact]
    public async Task Hands_every_diagnostic_to_the_verifier_of_the_test()
    {
        var seen = new List<string>();
        await new Probe("class C { int x = [|1|] + [|2|]; }") { DiagnosticVerifier = (diagnostic, expected, _) => seen.Add(expected.Id + diagnostic.GetMessage(null)) }.RunAsync();
        Assert.Equal(["T0001'1' is small", "T0001'2' is small"], seen.Order().Distinct());
    }

    // Whether the compilation then listens is Roslyn's business: in a workspace of 4.5 only a configuration file switches such a rule on.
    [Fact]
    public async Task Switches_a_rule_on_that_is_off_by_default()
    {
        var probe = new Probe("class C { }") { Rule = new SmallNumber { Descriptor = SmallNumber.OptIn } };
        await probe.RunAsync();
        Assert.Equal(ReportDiagnostic.Warn, probe.Compiled!.CompilationOptions!.SpecificDiagnosticOptions["T0001"]);
        Assert.Equal(ReportDiagnostic.Error, probe.Compiled.CompilationOptions.SpecificDiagnosticOptions["AD0001"]);
    }

    [Fact]
    public async Task Switches_off_what_the_test_or_a_configuration_switches_off()
    {
        await new Probe("class C { int x = 1; }") { DisabledDiagnostics = { "T0001" } }.RunAsync();
        var configured = new Probe("class C { int x = 1; }");
        configured.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.T0001.severity = none\n"));
        await configured.RunAsync();
    }

    [Fact]
    public async Task Stops_a_rule_that_does_not_say_what_it_does_with_generated_code()
    {
        await new Probe(Marked) { Rule = new SmallNumber { IsSilentOnGeneratedCode = false } }.Fails("Context: Verifying exclusions in <auto-generated> code");
        await new Probe(Marked) { Rule = new SmallNumber { IsSilentOnGeneratedCode = false }, TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck }.RunAsync();
    }

    [Fact]
    public async Task Stops_a_rule_that_a_pragma_does_not_silence()
    {
        var rule = new SmallNumber
        {
            Instead = (context, literal) => context.ReportDiagnostic(literal.SyntaxTree.GetRoot().ContainsDirectives
                ? Diagnostic.Create(SmallNumber.Small, Location.None, "everything")
                : Diagnostic.Create(SmallNumber.Small, literal.GetLocation(), "1")),
        };
        await new Probe(Marked) { Rule = rule }.Fails("Context: Verifying exclusions in '#pragma warning disable' code");
        await new Probe(Marked) { Rule = rule, TestBehaviors = TestBehaviors.SkipSuppressionCheck }.RunAsync();
        await new Probe(Marked) { Rule = new SmallNumber { Descriptor = SmallNumber.Stubborn } }.RunAsync();
    }

    [Fact]
    public async Task Looks_into_additional_files_and_further_sources_and_projects()
    {
        await In("a [|small|] text", "class D { int y = [|1|]; }", "class E { int z = [|2|]; }").RunAsync();
        await In("a [|smal|]l text", "class D { int y = [|1|]; }", "class E { int z = [|2|]; }").Fails(Place);
        await In("a small text", "class D { int y = [|1|]; }", "class E { int z = [|2|]; }").Fails(Count);
        await In("a text", "class D { int y = 1; }", "class E { int z = [|2|]; }").Fails(Count);
        await In("a text", "class D { int y = [|1|]; }", "class E { int z = 2; }").Fails(Count);

        static Probe In(string text, string further, string project)
        {
            var probe = new Probe(Marked);
            probe.TestState.AdditionalFiles.Add(("/0/notes.txt", text));
            probe.TestState.Sources.Add(further);
            probe.TestState.AdditionalProjects["Second"].Sources.Add(project);
            probe.TestState.AdditionalProjects["Second"].AdditionalReferences.AddRange(Refs.Framework);
            probe.TestState.AdditionalProjectReferences.Add("Second");
            return probe;
        }
    }

    [Fact]
    public Task Reads_a_dollar_pair_as_code_when_asked_to() =>
        new Probe("class C { int x = [|1|]; string s = $$\"\"\"{{10}}\"\"\"; }") { MarkupOptions = MarkupOptions.TreatPositionIndicatorsAsCode }.RunAsync();

    [Theory]
    [InlineData("class C { int x = [|1; }")]
    [InlineData("class C { int x = 1|]; }")]
    public Task Stops_markup_that_does_not_close(string marked) => Assert.ThrowsAsync<ArgumentException>(() => new Probe(marked).RunAsync());

    [Fact]
    public async Task Wants_a_source()
    {
        var nothing = new CSharpAnalyzerTest<EmptyDiagnosticAnalyzer, DefaultVerifier>();
        Assert.Contains("Sources", (await Assert.ThrowsAsync<InvalidOperationException>(() => nothing.RunAsync())).Message);
    }

    [Fact]
    public async Task Says_it_in_one_line()
    {
        Assert.Equal("T0001", CSharpAnalyzerVerifier<SmallNumber, DefaultVerifier>.Diagnostic().Id);
        Assert.Equal("T0001", CSharpCodeFixVerifier<SmallNumber, ToTen, DefaultVerifier>.Diagnostic("T0001").Id);
        Assert.Throws<InvalidOperationException>(() => CSharpAnalyzerVerifier<EmptyDiagnosticAnalyzer, DefaultVerifier>.Diagnostic());
        await Assert.ThrowsAsync<InvalidOperationException>(() => CSharpAnalyzerVerifier<SmallNumber, DefaultVerifier>.VerifyAnalyzerAsync("class C { int x = undefined; }"));
    }

    private static readonly DiagnosticDescriptor Other = new("T0009", "Other", "Other", "Tests", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    private static Probe Expecting(DiagnosticResult result, string source = "class C { int x = 1; }")
    {
        var probe = new Probe(source);
        probe.ExpectedDiagnostics.Add(result);
        return probe;
    }
}
