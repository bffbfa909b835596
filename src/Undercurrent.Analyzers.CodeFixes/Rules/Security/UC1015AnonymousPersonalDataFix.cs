using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Asks who is calling: an attribute on an action, a call on a route.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC1015AnonymousPersonalDataFix() : PipelineFix(UC1015AnonymousPersonalData.Rule, new OnAction(), new OnRoute())
{
    private sealed class OnAction() : Remedy<MethodDeclarationSyntax>("authorize", "Ask for an authorised caller")
    {
        private const string Space = "Microsoft.AspNetCore.Authorization";

        private protected override Task<bool> CanMendAsync(MethodDeclarationSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(
            IsReported(node, finding) && finding.Model.GetDeclaredSymbol(node, cancellation) is { } method && GuardMarks.OfTypes(method) != Admission.Declared
            && (Seen(node, finding) || finding.Model.Compilation.GetTypeByMetadataName(Space + ".AuthorizeAttribute") is not null));

        private protected override async Task MendAsync(MethodDeclarationSyntax node, Finding finding, Mending mending)
        {
            if (!Seen(node, finding))
                await Introduce.Using(finding, finding.Document, mending, Space).ConfigureAwait(false);

            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            if (finding.Find<AttributeSyntax>() is { } open)
                editor.ReplaceNode(open, SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("Authorize")).WithTriviaFrom(open));
            else
                editor.ReplaceNode(node, (current, _) => WithAttribute((MethodDeclarationSyntax)current, node));
        }

        /// <summary>A route in a method is not the method.</summary>
        private static bool IsReported(MethodDeclarationSyntax method, Finding finding) =>
            finding.Diagnostic.Location.SourceSpan == method.ReturnType.Span || method.AttributeLists.Span.Contains(finding.Diagnostic.Location.SourceSpan);

        private static bool Seen(SyntaxNode at, Finding finding) => finding.Model.LookupNamespacesAndTypes(at.SpanStart, name: "AuthorizeAttribute").Any();

        /// <summary>The attribute after the others: on a line of its own where they are on theirs.</summary>
        private static MethodDeclarationSyntax WithAttribute(MethodDeclarationSyntax method, MethodDeclarationSyntax original)
        {
            var (indent, end) = (SyntaxFactory.Whitespace(Blocks.IndentationOf(original)), SyntaxFactory.EndOfLine(Introduce.NewLine(original).ToString()));
            var attribute = SyntaxFactory.Attribute(SyntaxFactory.IdentifierName("Authorize"));
            var added = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute));
            var others = method.AttributeLists;
            if (others.Count == 0)
                return method.WithLeadingTrivia(indent).WithAttributeLists(SyntaxFactory.SingletonList(added.WithLeadingTrivia(method.GetLeadingTrivia()).WithTrailingTrivia(end)));

            var last = others[others.Count - 1];
            return method.WithAttributeLists(last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
                ? others.Add(added.WithLeadingTrivia(indent).WithTrailingTrivia(end))
                : others.Replace(last, last.WithAttributes(last.Attributes.Add(attribute.WithLeadingTrivia(SyntaxFactory.Space)))));
        }
    }

    private sealed class OnRoute() : Remedy<ArgumentSyntax>("require-authorization", "Require authorisation on the route")
    {
        private const string Require = "RequireAuthorization";

        private protected override Task<bool> CanMendAsync(ArgumentSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(
            node.Parent?.Parent is InvocationExpressionSyntax call
            && finding.Model.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.AuthorizationEndpointConventionBuilderExtensions") is not null
            && finding.Model.GetOperation(call, cancellation) is IInvocationOperation map && UC1015AnonymousPersonalData.HandlerOf(map, finding.Model.Compilation, cancellation) is var (_, handler)
            && (Opening(call) is not null || new RouteAdmission(finding.Model.Compilation, cancellation).Of(map, handler) == Admission.Open));

        private protected override async Task MendAsync(ArgumentSyntax node, Finding finding, Mending mending)
        {
            await Introduce.Using(finding, finding.Document, mending, "Microsoft.AspNetCore.Builder").ConfigureAwait(false);
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            var call = (InvocationExpressionSyntax)node.Parent!.Parent!;
            if (Opening(call) is { } open)
                editor.ReplaceNode(open, SyntaxFactory.IdentifierName(Require).WithTriviaFrom(open));
            else
                editor.ReplaceNode(call, (current, _) => Guarded((InvocationExpressionSyntax)current, call));
        }

        /// <summary>The name along the route's own chain that lets anybody in.</summary>
        private static SimpleNameSyntax? Opening(InvocationExpressionSyntax call) =>
            CallChain.After(call).Select(next => next.Expression).OfType<MemberAccessExpressionSyntax>().FirstOrDefault(next => next.Name.Identifier.ValueText == GuardWords.AllowAnonymous)?.Name;

        private static InvocationExpressionSyntax Guarded(InvocationExpressionSyntax call, InvocationExpressionSyntax original)
        {
            // On a line of its own where the rest of the chain is.
            var breaks = call.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) && original.Parent is MemberAccessExpressionSyntax;
            var indent = breaks ? ((MemberAccessExpressionSyntax)original.Parent!).OperatorToken.LeadingTrivia.LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)) : default;
            var dot = SyntaxFactory.Token(SyntaxKind.DotToken).WithLeadingTrivia(indent);
            var chained = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, breaks ? call : call.WithoutTrailingTrivia(), dot, SyntaxFactory.IdentifierName(Require));
            return SyntaxFactory.InvocationExpression(chained).WithTrailingTrivia(call.GetTrailingTrivia());
        }
    }
}
