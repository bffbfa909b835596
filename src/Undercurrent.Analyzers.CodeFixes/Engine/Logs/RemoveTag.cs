using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>A tag that holds nothing but the value goes as a whole: with its statement, its call in a chain, or its place in a collection.</summary>
internal sealed class RemoveTag() : Remedy<ExpressionSyntax>("untag", "Remove the tag")
{
    private static readonly string[] Setters = ["Set", "Add", "With"];

    private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(TagOf(node) is not null);

    private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
    {
        var (from, to) = TagOf(node)!.Value;
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        if (to is not null)
            editor.ReplaceNode(from, to);
        else if (from is StatementSyntax)
            editor.RemoveNode(from, from.GetLeadingTrivia().Concat(from.GetTrailingTrivia()).All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)) ? SyntaxRemoveOptions.KeepNoTrivia : SyntaxRemoveOptions.KeepExteriorTrivia);
        else
            editor.RemoveNode(from, SyntaxRemoveOptions.KeepNoTrivia);
    }

    /// <summary>What goes, and what stands there instead.</summary>
    private static (SyntaxNode From, SyntaxNode? To)? TagOf(ExpressionSyntax node)
    {
        if (node.Parent is AssignmentExpressionSyntax assignment && assignment.Right == node)
            return StatementOf(assignment) ?? ElementOf(assignment);

        if (node.Parent is InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } entry)
            return ElementOf(entry);

        if (node.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 2, Parent: { } made } } argument)
            return null;

        if (made is BaseObjectCreationExpressionSyntax { Initializer: null, Parent: ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax { Arguments.Count: > 1, Parent: InvocationExpressionSyntax } } outer } && argument.Parent is ArgumentListSyntax pair && pair.Arguments[1] == argument)
            return (outer, null);

        if (made is BaseObjectCreationExpressionSyntax tag && tag.Parent is InitializerExpressionSyntax)
            return ElementOf(tag);

        if (made is not InvocationExpressionSyntax call || CallChain.NameOf(call) is not { } name || !Array.Exists(Setters, setter => name.StartsWith(setter, StringComparison.Ordinal)) || name == "SetStatus")
            return null;

        return call.Expression is MemberAccessExpressionSyntax { Expression: var before } && (before is InvocationExpressionSyntax || call.Parent is MemberAccessExpressionSyntax)
            ? (call, before.WithTrailingTrivia(call.GetTrailingTrivia()))
            : StatementOf(call);
    }

    private static (SyntaxNode From, SyntaxNode? To)? StatementOf(ExpressionSyntax whole) =>
        (whole.Parent is ConditionalAccessExpressionSyntax access ? access.Parent : whole.Parent) is ExpressionStatementSyntax { Parent: BlockSyntax } statement ? (statement, null) : null;

    /// <summary>A collection may be empty, but an array that has nothing has no type of its own.</summary>
    private static (SyntaxNode From, SyntaxNode? To)? ElementOf(ExpressionSyntax element) =>
        element.Parent is InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression or (int)SyntaxKind.ObjectInitializerExpression, Expressions.Count: 1 } elements
            ? (elements, SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression, elements.OpenBraceToken, default, elements.CloseBraceToken).WithTriviaFrom(elements))
            : null;
}
