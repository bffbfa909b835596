using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Retries;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Has a retry end.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC6003UnboundedRetryFix() : PipelineFix(UC6003UnboundedRetry.Rule, new CountedLoop(), new CountedPolicy(), new CountedSetting())
{
    /// <summary>Writes <c>WaitAndRetryAsync(MaxAttempts, …)</c> for <c>WaitAndRetryForeverAsync(…)</c>.</summary>
    private sealed class CountedPolicy() : Remedy<InvocationExpressionSyntax>("policy", "Give up after some attempts")
    {
        private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(
            node.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "RetryForever" or "RetryForeverAsync" or "WaitAndRetryForever" or "WaitAndRetryForeverAsync" } name } access && finding.Diagnostic.Location.SourceSpan == name.Span
            && NamedEnd.IsToBeHad(node) && finding.Model.GetTypeInfo(access.Expression, cancellation).Type is not null && node.ArgumentList.Arguments is var given
            && (name.Identifier.ValueText.StartsWith("Wait", StringComparison.Ordinal) ? given.Count == 1 && IsOfOne(given[0]) : given.Count == 0));

        private protected override async Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending)
        {
            var end = await NamedEnd.For(node, finding, mending).ConfigureAwait(false);
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(node, (current, _) =>
            {
                var call = (InvocationExpressionSyntax)current;
                var access = (MemberAccessExpressionSyntax)call.Expression;
                var count = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(end));
                var arguments = call.ArgumentList.Arguments;
                var given = arguments.Count == 0 ? arguments.Add(count) : arguments.Replace(arguments[0], arguments[0].WithLeadingTrivia(SyntaxFactory.Space)).Insert(0, count);
                return call.WithExpression(access.WithName(SyntaxFactory.IdentifierName(access.Name.Identifier.ValueText.Replace("Forever", "")).WithTriviaFrom(access.Name))).WithArgumentList(call.ArgumentList.WithArguments(given));
            });
        }

        private static bool IsOfOne(ArgumentSyntax argument) => argument.Expression is SimpleLambdaExpressionSyntax or ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 1 } or IdentifierNameSyntax;
    }

    /// <summary>Writes a number for <c>int.MaxValue</c> or what else means no end.</summary>
    private sealed class CountedSetting() : Remedy("count", "Give up after a number of attempts")
    {
        private protected override Task<bool> CanMendAsync(Finding finding, CancellationToken cancellation) => Task.FromResult(CountIn(finding, cancellation) is not null);

        private protected override async Task MendAsync(Finding finding, Mending mending)
        {
            var count = CountIn(finding, mending.Cancellation)!;
            var name = count.FirstAncestorOrSelf<AttributeSyntax>()?.Parent?.Parent is TypeDeclarationSyntax || !NamedEnd.IsToBeHad(count) ? "5" : await NamedEnd.For(count, finding, mending).ConfigureAwait(false);
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(count, SyntaxFactory.ParseExpression(name).WithTriviaFrom(count));
        }

        /// <summary>The one constant, written in place, that tells a call, an object, a setting or an attribute how often.</summary>
        private static ExpressionSyntax? CountIn(Finding finding, CancellationToken cancellation)
        {
            SyntaxNode? whole = finding.Find<AttributeSyntax>() ?? finding.Root.FindNode(finding.Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
                .AncestorsAndSelf().FirstOrDefault(node => node is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax or AssignmentExpressionSyntax);
            var written = whole switch
            {
                AttributeSyntax { ArgumentList: { } list } => list.Arguments.Select(argument => argument.Expression),
                AssignmentExpressionSyntax set => [set.Right],
                InvocationExpressionSyntax call => call.ArgumentList.Arguments.Select(argument => argument.Expression),
                BaseObjectCreationExpressionSyntax made => (made.ArgumentList?.Arguments.Select(argument => argument.Expression) ?? []).Concat(made.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Select(set => set.Right) ?? []),
                _ => [],
            };
            var endless = written.Where(value => finding.Model.GetConstantValue(value, cancellation) is { HasValue: true, Value: int number } && (number <= 0 || number >= 1_000_000)).ToList();
            return endless.Count == 1 ? endless[0] : null;
        }
    }
}
