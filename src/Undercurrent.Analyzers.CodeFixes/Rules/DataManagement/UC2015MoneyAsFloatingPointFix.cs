using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Counts in tenths, as people do.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2015MoneyAsFloatingPointFix() : PipelineFix(UC2015MoneyAsFloatingPoint.Rule, new KeepAsDecimal(), new KeepExact())
{
    private sealed class KeepAsDecimal() : Remedy<SyntaxNode>("decimal", "Keep it as a decimal")
    {
        private protected override async Task<bool> CanMendAsync(SyntaxNode node, Finding finding, CancellationToken cancellation) =>
            node is not CastExpressionSyntax && await DecimalChange.For(node, finding.Document, cancellation).ConfigureAwait(false) is not null;

        private protected override async Task MendAsync(SyntaxNode node, Finding finding, Mending mending)
        {
            var edits = await DecimalChange.For(node, finding.Document, mending.Cancellation).ConfigureAwait(false);
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            foreach (var (span, text) in edits!)
            {
                // Two findings may need the same declaration.
                if (mending.BroughtIn(finding.Document, "decimal at " + span) is not null)
                    continue;

                mending.Remember(finding.Document, "decimal at " + span, text);
                var old = finding.Root.FindNode(span, getInnermostNodeForTie: true);
                editor.ReplaceNode(old, (SyntaxNode)(old is TypeSyntax ? SyntaxFactory.ParseTypeName(text) : SyntaxFactory.ParseExpression(text)).WithTriviaFrom(old));
            }
        }
    }

    /// <summary>What is a decimal already stays one.</summary>
    private sealed class KeepExact() : Remedy<CastExpressionSyntax>("cast", "Leave out the cast")
    {
        private protected override async Task<bool> CanMendAsync(CastExpressionSyntax node, Finding finding, CancellationToken cancellation)
        {
            if (finding.Diagnostic.Location.SourceSpan != node.Span)
                return false;

            var text = await finding.Document.GetTextAsync(cancellation).ConfigureAwait(false);
            var changed = finding.Document.WithText(text.WithChanges(new TextChange(node.Span, node.Expression.ToString())));
            var model = await changed.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
            return !model!.GetDiagnostics(null, cancellation).Any(one => one.Severity == DiagnosticSeverity.Error);
        }

        private protected override async Task MendAsync(CastExpressionSyntax node, Finding finding, Mending mending) =>
            (await mending.EditorOf(finding.Document).ConfigureAwait(false)).ReplaceNode(node, (current, _) => ((CastExpressionSyntax)current).Expression.WithTriviaFrom(current));
    }
}
