using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Names the culture that is the same everywhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2014CultureDependentParsingFix() : PipelineFix(UC2014CultureDependentParsing.Rule, new InvariantCulture())
{
    private sealed class InvariantCulture() : Remedy<ExpressionSyntax>("invariant", "Use the invariant culture")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Edits(node, finding, cancellation).Any());

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            foreach (var (at, form) in Edits(node, finding, mending.Cancellation))
                editor.ReplaceNode(at, (current, _) => form((ExpressionSyntax)current).WithTriviaFrom(current));

            await Introduce.Using(finding, finding.Document, mending, "System.Globalization").ConfigureAwait(false);
        }

        private static IEnumerable<(ExpressionSyntax At, Func<ExpressionSyntax, ExpressionSyntax> Form)> Edits(ExpressionSyntax node, Finding finding, CancellationToken cancellation)
        {
            var model = finding.Model;
            if (InvariantForms.OfCulture(node, model, cancellation) is { } culture)
                return [(node, _ => culture)];

            if (InvariantForms.Read(node, model, cancellation) is { } read)
                return [(node, read)];

            return TextAround(node, model, cancellation) is { } text ? OfText(text, model)
                : model.GetOperation(node, cancellation) is { } value && WrittenValues.Text(value) is not null ? [(node, InvariantForms.Shown)]
                : [];
        }

        /// <summary>All values of a text at once: the finding at the first speaks for them.</summary>
        private static IEnumerable<(ExpressionSyntax At, Func<ExpressionSyntax, ExpressionSyntax> Form)> OfText(IOperation text, SemanticModel model)
        {
            var plain = false;
            foreach (var value in WrittenValues.All(text))
            {
                var at = (ExpressionSyntax)value.Syntax;
                if (WrittenValues.Text(value) is not null)
                    yield return (at, InvariantForms.Shown);
                else if (text is not IInterpolatedStringOperation && text is not IInvocationOperation { TargetMethod.Name: "Format" })
                    yield return (at, current => InvariantForms.AsText(current, value.Unwrapped().Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }));
                else
                    plain = true;
            }

            if (plain)
                yield return ((ExpressionSyntax)text.Syntax, text is IInterpolatedStringOperation ? current => InvariantForms.Created(current, model) : InvariantForms.Formatted);
        }

        private static IOperation? TextAround(ExpressionSyntax node, SemanticModel model, CancellationToken cancellation)
        {
            for (var around = model.GetOperation(node, cancellation)?.Parent; around is not null; around = around.Parent)
            {
                if (around is IInterpolatedStringOperation || (TextCalls.IsSum(around) && !TextCalls.IsPart(around)) || (around is IInvocationOperation call && TextCalls.Joins(call)))
                    return WrittenValues.In(around)?.Syntax.Span == node.Span ? around : null;
            }

            return null;
        }
    }
}
