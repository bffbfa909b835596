using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Says what happened without the credential.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC1014CredentialInLogFix() : PipelineFix(UC1014CredentialInLog.Rule, new LeaveOut("Leave it out of what is written"), new RemoveTag())
{
    /// <summary>A tag that holds nothing but the credential goes as a whole.</summary>
    private sealed class RemoveTag() : Remedy<ExpressionSyntax>("untag", "Remove the tag")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(TagOf(node) is not null);

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var (from, to) = TagOf(node)!.Value;
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            if (to is not null)
                editor.ReplaceNode(from, to);
            else
                editor.RemoveNode(from, from.GetLeadingTrivia().Concat(from.GetTrailingTrivia()).All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)) ? SyntaxRemoveOptions.KeepNoTrivia : SyntaxRemoveOptions.KeepExteriorTrivia);
        }

        /// <summary>The statement that sets nothing but this tag, or the call in a chain with what it is made on.</summary>
        private static (SyntaxNode From, SyntaxNode? To)? TagOf(ExpressionSyntax node)
        {
            if (node.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } || NameOf(call) is not ("SetTag" or "AddTag" or "AddBaggage" or "SetBaggage"))
                return null;

            return call.Expression is MemberAccessExpressionSyntax { Expression: var before } && (before is InvocationExpressionSyntax || call.Parent is MemberAccessExpressionSyntax) ? (call, before.WithTrailingTrivia(call.GetTrailingTrivia()))
                : (call.Parent is ConditionalAccessExpressionSyntax access ? access.Parent : call.Parent) is ExpressionStatementSyntax { Parent: BlockSyntax } statement ? (statement, null)
                : null;
        }

        private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            _ => null,
        };
    }
}
