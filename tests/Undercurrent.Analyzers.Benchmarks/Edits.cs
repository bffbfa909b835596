using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>Typing: one statement more in one file, a new compilation, a new driver, and that file's diagnostics again.</summary>
internal sealed class Edits
{
    public const int Files = 500;

    public const int Count = 20;

    private static readonly CompilationWithAnalyzersOptions Analysis =
        new(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);

    private readonly Contender contender;

    private readonly CSharpCompilation before;

    private readonly List<(SyntaxTree Tree, SourceText Typed)> edits;

    public Edits(CodeBase code, Contender contender)
    {
        this.contender = contender;
        before = code.Compilation(contender);
        edits = before.SyntaxTrees
            .Where((_, index) => index % (Files / Count - 1) == 3)
            .Select(tree => (tree, Body: tree.GetRoot().DescendantNodes().OfType<BlockSyntax>().FirstOrDefault()))
            .Where(one => one.Body is not null)
            .Select(one => (one.tree, one.tree.GetText().WithChanges(new TextChange(new(one.Body!.OpenBraceToken.Span.End, 0), " var typed = 1 + 1;"))))
            .Take(Count)
            .ToList();
        if (!contender.Analyzers.IsEmpty)
            before.WithAnalyzers(contender.Analyzers, Analysis).GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>The cost of one edit, measured over all of them.</summary>
    public Cost Measure()
    {
        var cost = Cost.Of(() => edits.ForEach(edit => Type(edit.Tree, edit.Typed)));
        return new(cost.Seconds / edits.Count, cost.Megabytes / edits.Count);
    }

    private void Type(SyntaxTree tree, SourceText typed)
    {
        var edited = tree.WithChangedText(typed);
        var after = before.ReplaceSyntaxTree(tree, edited);
        if (contender.Analyzers.IsEmpty)
        {
            after.GetSemanticModel(edited).GetDiagnostics();
            return;
        }

        var driver = after.WithAnalyzers(contender.Analyzers, Analysis);
        driver.GetAnalyzerSyntaxDiagnosticsAsync(edited, CancellationToken.None).GetAwaiter().GetResult();
        driver.GetAnalyzerSemanticDiagnosticsAsync(driver.Compilation.GetSemanticModel(edited), filterSpan: null, CancellationToken.None).GetAwaiter().GetResult();
    }
}
