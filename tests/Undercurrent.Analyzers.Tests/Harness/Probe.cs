using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Tests.Harness;

/// <summary>
/// A test whose rule and fix are as good or as bad as it is told: to see that the testing library lets the good pass and stops the
/// bad. Uses what the real library has and nothing else.
/// </summary>
internal sealed class Probe : CSharpCodeFixTest<EmptyDiagnosticAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
{
    public Probe(string marked, string? after = null)
    {
        ReferenceAssemblies = new("net10.0");
        TestState.AdditionalReferences.AddRange(Refs.Framework);
        TestCode = marked;
        if (after is not null)
            FixedCode = after;
    }

    public DiagnosticAnalyzer Rule { get; init; } = new SmallNumber();

    public CodeFixProvider Fix { get; init; } = new ToTen();

    /// <summary>The project as it was compiled last.</summary>
    public Project? Compiled { get; private set; }

    public async Task Fails(string because)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync());
        Assert.Contains(because, failure.Message);
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [Rule];

    protected override Project ApplyCompilationOptions(Project project) => Compiled = base.ApplyCompilationOptions(project);

    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => [Fix];
}

/// <summary>Says of every number below ten that it is small.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SmallNumber : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Small = Make("T0001");
    public static readonly DiagnosticDescriptor OptIn = Make("T0001", isEnabledByDefault: false);
    public static readonly DiagnosticDescriptor Stubborn = Make("T0001", customTags: WellKnownDiagnosticTags.NotConfigurable);

    public DiagnosticDescriptor Descriptor { get; init; } = Small;

    public bool IsSilentOnGeneratedCode { get; init; } = true;

    /// <summary>Called for every small number in place of reporting it.</summary>
    public Action<SyntaxNodeAnalysisContext, LiteralExpressionSyntax>? Instead { get; init; }

    /// <summary>Said once the whole compilation has been seen, rather than at once.</summary>
    public bool IsLate { get; init; }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        if (IsSilentOnGeneratedCode)
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);

        context.RegisterAdditionalFileAction(file =>
        {
            if (file.AdditionalFile.GetText()!.ToString().IndexOf("small", StringComparison.Ordinal) is >= 0 and var at)
                file.ReportDiagnostic(Diagnostic.Create(Descriptor, Location.Create(file.AdditionalFile.Path, new(at, 5), file.AdditionalFile.GetText()!.Lines.GetLinePositionSpan(new(at, 5))), "small"));
        });
        if (IsLate)
            context.RegisterCompilationAction(whole =>
            {
                foreach (var literal in whole.Compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()).Where(IsSmall))
                    whole.ReportDiagnostic(For(literal));
            });
        else
            context.RegisterSyntaxNodeAction(
                node =>
                {
                    if (node.Node is not LiteralExpressionSyntax literal || !IsSmall(literal))
                        return;
                    if (Instead is null)
                        node.ReportDiagnostic(For(literal));
                    else
                        Instead(node, literal);
                },
                SyntaxKind.NumericLiteralExpression);
    }

    public Diagnostic For(LiteralExpressionSyntax literal) =>
        Diagnostic.Create(Descriptor, literal.GetLocation(), [literal.Parent!.GetLocation()], literal.Token.Text);

    private static bool IsSmall(LiteralExpressionSyntax literal) => literal.Token.Value is < 10;

    private static DiagnosticDescriptor Make(string id, bool isEnabledByDefault = true, params string[] customTags) =>
        new(id, "A number is small", "'{0}' is small", "Tests", DiagnosticSeverity.Warning, isEnabledByDefault, customTags: customTags);
}

/// <summary>Makes a small number ten, or whatever else it is told.</summary>
internal sealed class ToTen : CodeFixProvider
{
    /// <summary>Every action offered for a number; one by default.</summary>
    public Func<Document, LiteralExpressionSyntax, IEnumerable<CodeAction>> Offers { get; init; } = (document, literal) => [Action("ten", document, literal, "10")];

    public FixAllProvider? All { get; init; } = WellKnownFixAllProviders.BatchFixer;

    public override ImmutableArray<string> FixableDiagnosticIds => ["T0001"];

    public override FixAllProvider? GetFixAllProvider() => All;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken);
        foreach (var action in Offers(context.Document, root!.FindNode(context.Span).DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().First()))
            context.RegisterCodeFix(action, context.Diagnostics);
    }

    public static CodeAction Action(string key, Document document, LiteralExpressionSyntax literal, string expression) =>
        Action(key, document, literal, SyntaxFactory.ParseExpression(expression));

    public static CodeAction Action(string key, Document document, SyntaxNode literal, SyntaxNode expression) =>
        Action(key, async cancellation => document.WithSyntaxRoot((await document.GetSyntaxRootAsync(cancellation))!.ReplaceNode(literal, expression)).Project.Solution);

    public static CodeAction Action(string key, Func<CancellationToken, Task<Solution>> change) => CodeAction.Create("Change it", change, key);
}

/// <summary>Fixes all, in its own way in each scope.</summary>
internal sealed class AllBy(Func<FixAllContext, Task<Solution?>> change, params FixAllScope[] scopes) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => scopes;

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        await change(fixAllContext) is { } changed ? ToTen.Action("all", _ => Task.FromResult(changed)) : null;

    /// <summary>Every small number of the scope but those beyond <paramref name="limit"/> becomes ten.</summary>
    public static async Task<Solution?> Ten(FixAllContext context, int limit = int.MaxValue)
    {
        var documents = context.Scope switch
        {
            FixAllScope.Document => [context.Document!],
            FixAllScope.Project => context.Project.Documents,
            _ => context.Solution.Projects.SelectMany(project => project.Documents),
        };
        var solution = context.Solution;
        foreach (var document in documents)
        {
            var spans = (await context.GetDocumentDiagnosticsAsync(document)).Select(one => one.Location.SourceSpan).Take(limit).OrderByDescending(span => span.Start).ToList();
            limit -= spans.Count;
            var text = spans.Aggregate(await document.GetTextAsync(), (changed, span) => changed.Replace(span, "10"));
            if (spans.Count > 0)
                solution = solution.WithDocumentText(document.Id, SourceText.From(text.ToString()));
        }

        return solution;
    }
}
