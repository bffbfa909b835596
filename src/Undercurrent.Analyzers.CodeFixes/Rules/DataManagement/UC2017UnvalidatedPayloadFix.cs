using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Has a payload that is not there, or not as promised, stop where it is read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2017UnvalidatedPayloadFix() : PipelineFix(UC2017UnvalidatedPayload.Rule, new RefuseNothing(), new Strictly())
{
    private sealed class RefuseNothing() : Remedy<InvocationExpressionSyntax>("null", "Refuse an empty payload")
    {
        private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
            Task.FromResult(finding.Known(UC2017UnvalidatedPayload.MayBeNull) is not null && !node.Ancestors().Any(outer => outer is QueryExpressionSyntax));

        private protected override async Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending)
        {
            var whole = Whole(node);
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(whole, (current, _) =>
            {
                var bare = Bare((ExpressionSyntax)current);
                var refused = SyntaxFactory.ParseExpression($"{bare} ?? throw new InvalidDataException(\"The payload is empty.\")");
                return (IsRoomy(whole.Parent) ? refused : SyntaxFactory.ParenthesizedExpression(refused)).WithTriviaFrom(current);
            });
            await Introduce.Using(finding, finding.Document, mending, "System.IO").ConfigureAwait(false);
        }

        /// <summary>The object behind awaits, casts, parentheses and the assurance that it is there.</summary>
        private static ExpressionSyntax Whole(ExpressionSyntax call)
        {
            var whole = call;
            while (whole.Parent is ParenthesizedExpressionSyntax or AwaitExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
                || (whole.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression } cast && cast.Left == whole)
                || whole.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "Result" }
                || (whole.Parent is InvocationExpressionSyntax outer && outer.Expression == whole && whole is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "GetAwaiter" or "GetResult" }))
                whole = (ExpressionSyntax)whole.Parent;

            return whole;
        }

        private static ExpressionSyntax Bare(ExpressionSyntax whole) => whole switch
        {
            ParenthesizedExpressionSyntax parenthesized => Bare(parenthesized.Expression),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } assured => Bare(assured.Operand),
            BinaryExpressionSyntax cast => SyntaxFactory.ParenthesizedExpression(cast.WithoutTrivia()),
            CastExpressionSyntax { Expression: var inner } cast => cast.WithExpression(Bare(inner)).WithoutTrivia(),
            _ => whole.WithoutTrivia(),
        };

        /// <summary>Whether an expression may stand there as it is, however loosely it binds.</summary>
        private static bool IsRoomy(SyntaxNode? place) => place is EqualsValueClauseSyntax or ArgumentSyntax or AssignmentExpressionSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax or YieldStatementSyntax or ForEachStatementSyntax;
    }

    private sealed class Strictly() : Remedy<InvocationExpressionSyntax>("strict", "Read it strictly")
    {
        private protected override Task<bool> CanMendAsync(InvocationExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(
            node.ArgumentList.Arguments.Count == 1 && finding.Model.GetSymbolInfo(node, cancellation).Symbol is IMethodSymbol { ContainingType.Name: "JsonSerializer", Name: "Deserialize" or "DeserializeAsync", TypeArguments.Length: 1 } method
            && finding.Model.Compilation.GetTypeByMetadataName("System.Text.Json.JsonSerializerOptions") is { } options && options.GetMembers("Strict").Length > 0
            && method.Parameters.Any(parameter => parameter.Type.Name == options.Name));

        private protected override async Task MendAsync(InvocationExpressionSyntax node, Finding finding, Mending mending)
        {
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(node, (current, _) =>
            {
                var call = (InvocationExpressionSyntax)current;
                return SyntaxFactory.ParseExpression($"{call.Expression}({call.ArgumentList.Arguments[0]}, JsonSerializerOptions.Strict)").WithTriviaFrom(call);
            });
            await Introduce.Using(finding, finding.Document, mending, "System.Text.Json").ConfigureAwait(false);
        }
    }
}
