using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Blocking;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Has the thread go on with other work meanwhile.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC6015BlockedOnAsyncFix() : PipelineFix(UC6015BlockedOnAsync.Rule, new Awaited())
{
    /// <summary>Awaits the task, where the function around awaits already and nothing waits for the exception that blocking wraps.</summary>
    private sealed class Awaited() : Remedy<ExpressionSyntax>("await", "Await the task")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
            Task.FromResult(AsyncRoom.IsAsync(node) && TaskOf(node) is not null && !IsPartOfConditional(node) && !IsWrapped(node));

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(node, (current, _) =>
            {
                var wait = (ExpressionSyntax)current;
                var awaited = SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), TaskOf(wait)!.WithoutLeadingTrivia().WithoutTrailingTrivia());
                return (NeedsParentheses(node) ? SyntaxFactory.ParenthesizedExpression(awaited) : (ExpressionSyntax)awaited).WithTriviaFrom(wait);
            });
        }

        /// <summary>The task that a wait without a limit waits for.</summary>
        private static ExpressionSyntax? TaskOf(ExpressionSyntax wait) => wait switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result", Expression: var task } => task,
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait", Expression: var task } } => task,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResult", Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var task } } } } => task,
            InvocationExpressionSyntax { Parent: ExpressionStatementSyntax, ArgumentList: { Arguments.Count: > 0 } tasks, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WaitAll", Expression: var owner } } when tasks.Arguments.Count > 1 || tasks.Arguments[0].Expression is IdentifierNameSyntax =>
                SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, owner, SyntaxFactory.IdentifierName("WhenAll")), tasks),
            _ => null,
        };

        private static bool IsPartOfConditional(ExpressionSyntax node) => node.DescendantNodesAndSelf().OfType<MemberBindingExpressionSyntax>().Any() || node.Parent is ConditionalAccessExpressionSyntax;

        private static bool NeedsParentheses(ExpressionSyntax node) => node.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax or PostfixUnaryExpressionSyntax or ConditionalAccessExpressionSyntax;

        /// <summary>Whether failures are caught in the form that blocking gives them.</summary>
        private static bool IsWrapped(ExpressionSyntax node) => node.Ancestors().OfType<TryStatementSyntax>()
            .Any(outer => outer.Block.Span.Contains(node.Span) && outer.Catches.Any(one => one.Declaration?.Type.GetLastToken().ValueText == nameof(AggregateException)));
    }
}
