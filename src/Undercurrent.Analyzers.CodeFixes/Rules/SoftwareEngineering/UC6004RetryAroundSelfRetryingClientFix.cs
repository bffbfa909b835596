using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Leaves the retry to the client.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC6004RetryAroundSelfRetryingClientFix() : PipelineFix(UC6004RetryAroundSelfRetryingClient.Rule, new Unwraps(), new Unhandles())
{
    private static InvocationExpressionSyntax? CallOf(Finding finding) => finding.Find<InvocationExpressionSyntax>() is { } call && call.Expression.GetLastToken().Parent?.Span.Contains(finding.Diagnostic.Location.SourceSpan) == true ? call : null;

    /// <summary>Writes what was run inside the retry in its place.</summary>
    private sealed class Unwraps() : Remedy("unwrap", "Leave the retry to the client")
    {
        private protected override Task<bool> CanMendAsync(Finding finding, CancellationToken cancellation) => Task.FromResult(CallOf(finding) is { } call && Inner(call, finding.Model, cancellation) is not null);

        private protected override async Task MendAsync(Finding finding, Mending mending)
        {
            var call = CallOf(finding)!;
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(call, Inner(call, finding.Model, mending.Cancellation)!.WithTriviaFrom(call));
        }

        /// <summary>The one expression of the lambda, with the retry's token in place of the lambda's; null where there is more to it.</summary>
        private static ExpressionSyntax? Inner(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
        {
            var arguments = call.ArgumentList.Arguments;
            if (arguments.Count is < 1 or > 2 || arguments[0].Expression is not AnonymousFunctionExpressionSyntax lambda || call.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
                || (arguments.Count == 2 && model.GetTypeInfo(arguments[1].Expression, cancellation).Type?.Name != "CancellationToken"))
                return null;

            var body = lambda.ExpressionBody ?? (lambda.Block is { Statements: { Count: 1 } statements } ? statements[0] : null) switch
            {
                ReturnStatementSyntax { Expression: { } returned } => returned,
                ExpressionStatementSyntax statement => statement.Expression,
                _ => null,
            };
            if (body is null)
                return null;

            // Two awaits become one, which is why the outer has to be there.
            var isAwaited = call.Parent is AwaitExpressionSyntax;
            var isAsync = lambda.AsyncKeyword != default;
            if (isAsync && body is AwaitExpressionSyntax awaited && isAwaited)
                body = awaited.Expression;
            else if (isAsync || (!isAwaited && model.GetTypeInfo(call, cancellation).Type is { } type && !SymbolEqualityComparer.Default.Equals(type, model.GetTypeInfo(body, cancellation).Type)))
                return null;

            var parameters = lambda switch
            {
                SimpleLambdaExpressionSyntax simple => [simple.Parameter],
                ParenthesizedLambdaExpressionSyntax several => several.ParameterList.Parameters.ToArray(),
                _ => [],
            };
            return parameters.Length switch
            {
                0 => body,
                1 when model.GetDeclaredSymbol(parameters[0], cancellation) is IParameterSymbol { Type.Name: "CancellationToken" } token => WithToken(body, token, arguments.Count == 2 ? arguments[1].Expression : SyntaxFactory.ParseExpression("CancellationToken.None"), model, cancellation),
                _ => null,
            };
        }

        private static ExpressionSyntax WithToken(ExpressionSyntax body, IParameterSymbol token, ExpressionSyntax given, SemanticModel model, CancellationToken cancellation) =>
            body.ReplaceNodes(
                body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == token.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, token)),
                (name, _) => given.WithTriviaFrom(name));
    }

    /// <summary>Takes the outer handler out of the registration.</summary>
    private sealed class Unhandles() : Remedy("unhandle", "Remove the outer handler")
    {
        private protected override Task<bool> CanMendAsync(Finding finding, CancellationToken cancellation) => Task.FromResult(
            CallOf(finding) is { Expression: MemberAccessExpressionSyntax access } call && RetryWords.Handlers.Contains(access.Name.Identifier.ValueText)
            && call.Parent is MemberAccessExpressionSyntax or ExpressionStatementSyntax && access.Expression is InvocationExpressionSyntax
            && SymbolEqualityComparer.Default.Equals(finding.Model.GetTypeInfo(call, cancellation).Type, finding.Model.GetTypeInfo(access.Expression, cancellation).Type));

        private protected override async Task MendAsync(Finding finding, Mending mending)
        {
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(CallOf(finding)!, static (current, _) =>
            {
                var receiver = ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)current).Expression).Expression;
                return receiver.WithTrailingTrivia(current.GetTrailingTrivia());
            });
        }
    }
}
