using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Has RabbitMQ wait for an acknowledgement, and gives it at the end of the handler, where every way through it ends.</summary>
internal sealed class AcknowledgeAfterwards() : Remedy<LiteralExpressionSyntax>("acknowledge", "Acknowledge the message when it has been handled")
{
    private protected override Task<bool> CanMendAsync(LiteralExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(HandlerOf(node) is not null);

    private protected override async Task MendAsync(LiteralExpressionSyntax node, Finding finding, Mending mending)
    {
        var (handler, statement) = HandlerOf(node)!.Value;
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        editor.ReplaceNode(node, SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(node));
        var what = $"acknowledgement@{handler.SpanStart}";
        if (mending.BroughtIn(finding.Document, what) is not null)
            return;

        mending.Remember(finding.Document, what, statement);
        editor.InsertAfter(handler.Statements.Last(), Blocks.Beside(handler.Statements.Last(), statement));
    }

    /// <summary>The block of the handler of the consumer, in the same body, and what to write at its end.</summary>
    private static (BlockSyntax Handler, string Statement)? HandlerOf(LiteralExpressionSyntax node)
    {
        if (!node.IsKind(SyntaxKind.TrueLiteralExpression) || node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax channel, Name.Identifier.ValueText: var called } } consume
            || called is not ("BasicConsume" or "BasicConsumeAsync") || !consume.ArgumentList.Arguments.Any(argument => argument.Expression == node))
            return null;

        var around = consume.FirstAncestorOrSelf<MemberDeclarationSyntax>(outer => outer is not GlobalStatementSyntax) ?? consume.SyntaxTree.GetRoot();
        var names = consume.ArgumentList.Arguments.Select(argument => argument.Expression).OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText).ToList();
        var handlers = around.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(added => added.IsKind(SyntaxKind.AddAssignmentExpression) && added.Left is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var consumer }, Name.Identifier.ValueText: "Received" or "ReceivedAsync" } && names.Contains(consumer))
            .Select(added => added.Right).ToList();
        if (handlers.Count != 1 || handlers[0] is not ParenthesizedLambdaExpressionSyntax { Block: { Statements.Count: > 0 } block, ParameterList.Parameters: { Count: 2 } parameters } lambda || parameters[1].Identifier.ValueText == "_")
            return null;

        var isAsync = called == "BasicConsumeAsync";
        if (IsLeft(block) || (isAsync && !lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword)) || block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText.StartsWith("BasicAck", StringComparison.Ordinal)))
            return null;

        var message = parameters[1].Identifier.ValueText;
        return (block, isAsync ? $"await {channel}.BasicAckAsync({message}.DeliveryTag, multiple: false);" : $"{channel}.BasicAck({message}.DeliveryTag, multiple: false);");
    }

    /// <summary>Whether some way through the handler does not come to its end.</summary>
    private static bool IsLeft(BlockSyntax block) =>
        block.DescendantNodes(inner => inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(inner => inner is ReturnStatementSyntax or GotoStatementSyntax)
        || block.Statements.Last() is ThrowStatementSyntax;
}
