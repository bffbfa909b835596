using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Batches;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Asks the result of a batch, and throws where items failed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2011PartialFailureIgnoredFix() : PipelineFix(UC2011PartialFailureIgnored.Rule, new ChecksTheResult(), new HasItThrow())
{
    private sealed class ChecksTheResult() : Remedy<InvocationExpressionSyntax>("check", "Check the result and throw")
    {
        private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
            Task.FromResult(KeptResult.Of(node) is { } kept && CheckOf(kept, finding) is not null);

        private protected override async Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending)
        {
            var kept = KeptResult.Of(node)!;
            var check = CheckOf(kept, finding)!;
            var variable = kept.Variable ?? Fresh(kept, finding, mending);
            var end = Introduce.NewLine(node).ToString();
            await Introduce.Using(finding, finding.Document, mending, "System").ConfigureAwait(false);
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            kept.Check(editor, variable, indent => check.Statement(variable, NameOf(node), "InvalidOperationException", indent, end));
        }

        private static FailureCheck? CheckOf(KeptResult kept, Finding finding) =>
            finding.Model.GetTypeInfo(kept.Value).Type is { Name: not ("Task" or "ValueTask") } result ? FailureCheck.For(result, finding.Known(UC2011PartialFailureIgnored.Teller)) : null;

        private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            SimpleNameSyntax name => name.Identifier.ValueText,
            _ => "The batch",
        };

        /// <summary>A name for the result that nothing in the member goes by, nor will after the other findings of this run.</summary>
        private static string Fresh(KeptResult kept, Finding finding, Mending mending)
        {
            SyntaxNode member = kept.Holder.FirstAncestorOrSelf<MemberDeclarationSyntax>(static one => one is not GlobalStatementSyntax) ?? finding.Root;
            var taken = new HashSet<string>(member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);
            for (var number = 1; ; number++)
            {
                var name = number == 1 ? "response" : $"response{number}";
                var what = $"{name} in {member.SpanStart}";
                if (taken.Contains(name) || mending.BroughtIn(finding.Document, what) is not null)
                    continue;

                mending.Remember(finding.Document, what, name);
                return name;
            }
        }
    }

    /// <summary>Some clients can be asked to throw.</summary>
    private sealed class HasItThrow() : Remedy<InvocationExpressionSyntax>("throw", "Have it throw on any failure")
    {
        private const string Options = "IndexDocumentsOptions";

        private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(
            finding.Model.GetSymbolInfo(node, cancellation).Symbol is IMethodSymbol method
            && method.Parameters.FirstOrDefault(parameter => parameter.Type.Name == Options) is { } parameter
            && node.ArgumentList.Arguments.Count <= parameter.Ordinal
            && node.ArgumentList.Arguments.All(argument => argument.NameColon?.Name.Identifier.ValueText != parameter.Name));

        private protected override async Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending)
        {
            var method = (IMethodSymbol)finding.Model.GetSymbolInfo(node).Symbol!;
            var options = method.Parameters.First(parameter => parameter.Type.Name == Options);
            var type = options.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToMinimalDisplayString(finding.Model, node.SpanStart);
            var argument = SyntaxFactory.Argument(SyntaxFactory.NameColon(options.Name).WithTrailingTrivia(SyntaxFactory.Space), default, SyntaxFactory.ParseExpression($"new {type} {{ ThrowOnAnyError = true }}"))
                .WithLeadingTrivia(node.ArgumentList.Arguments.Count > 0 ? SyntaxFactory.TriviaList(SyntaxFactory.Space) : default);
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(node, (current, _) => ((InvocationExpressionSyntax)current).AddArgumentListArguments(argument));
        }
    }
}
