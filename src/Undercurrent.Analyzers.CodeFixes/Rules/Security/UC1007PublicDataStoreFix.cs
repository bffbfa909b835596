using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Closes the store again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC1007PublicDataStoreFix() : PipelineFix(UC1007PublicDataStore.Rule, new KeepPrivate(), new KeepInside())
{
    /// <summary>Writes the private value where the public one stands.</summary>
    private sealed class KeepPrivate() : Remedy<ExpressionSyntax>("private", "Keep it private")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Edits(node, finding).Any());

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            foreach (var (from, to) in Edits(node, finding))
                editor.ReplaceNode(from, to.WithTriviaFrom(from));
        }

        private static IEnumerable<(SyntaxNode From, SyntaxNode To)> Edits(ExpressionSyntax node, Finding finding) => node switch
        {
            AssignmentExpressionSyntax { Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } on } => [(on, Literal(SyntaxKind.FalseLiteralExpression))],
            AssignmentExpressionSyntax { Right.RawKind: (int)SyntaxKind.FalseLiteralExpression, Parent: var around } set =>
                (around as InitializerExpressionSyntax)?.Expressions.OfType<AssignmentExpressionSyntax>().Where(IsBlockOff).Select(one => ((SyntaxNode)one.Right, (SyntaxNode)Literal(SyntaxKind.TrueLiteralExpression)))
                    ?? [(set.Right, Literal(SyntaxKind.TrueLiteralExpression))],
            LiteralExpressionSyntax { Token.ValueText: "public-read" or "public-read-write" or "authenticated-read" } text =>
                [(text, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal("private")))],
            _ when NameIn(node) is { } name && finding.Model.GetSymbolInfo(name).Symbol is { IsStatic: true } open && Private(open) is { } closed => [(name, SyntaxFactory.IdentifierName(closed))],
            _ => [],
        };

        /// <summary>What else of the same object lets the public in: the finding speaks for all.</summary>
        private static bool IsBlockOff(AssignmentExpressionSyntax set) =>
            set is { Left: IdentifierNameSyntax { Identifier.ValueText: "BlockPublicAcls" or "BlockPublicPolicy" or "IgnorePublicAcls" or "RestrictPublicBuckets" }, Right.RawKind: (int)SyntaxKind.FalseLiteralExpression };

        private static SimpleNameSyntax? NameIn(ExpressionSyntax node) => node is MemberAccessExpressionSyntax access ? access.Name : node as SimpleNameSyntax;

        private static string? Private(ISymbol open) => (open.ContainingType.Name, open.Name) switch
        {
            ("PublicAccessType", _) => "None",
            ("BlobContainerPublicAccessType", _) => "Off",
            ("BlockPublicAccess", _) => "BLOCK_ALL",
            ("BucketAccessControl", _) => "PRIVATE",
            ("S3CannedACL" or "PredefinedBucketAcl" or "PredefinedObjectAcl", _) => "Private",
            _ => null,
        };

        private static LiteralExpressionSyntax Literal(SyntaxKind kind) => SyntaxFactory.LiteralExpression(kind);
    }

    /// <summary>Lets in who is in the network, where one is in reach.</summary>
    private sealed class KeepInside() : Remedy<ExpressionSyntax>("network", "Let in the network it is in")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Edit(node, finding) is not null);

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var (from, to) = Edit(node, finding)!.Value;
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(from, to.WithTriviaFrom(from));
        }

        private static (SyntaxNode From, SyntaxNode To)? Edit(ExpressionSyntax node, Finding finding)
        {
            if (Reach.NameOf(finding.Model, node, "Amazon.CDK.AWS.EC2.IVpc") is not { } network)
                return null;

            return node switch
            {
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "CidrIp" }, Right: LiteralExpressionSyntax range } => (range, Expression($"{network}.VpcCidrBlock")),
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AnyIpv4" } peer } call => (call, Expression($"{peer.Expression}.Ipv4({network}.VpcCidrBlock)")),
                SimpleNameSyntax { Identifier.ValueText: "AllowFromAnyIpv4" or "AllowDefaultPortFromAnyIpv4" } name when name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call =>
                    (call, From(call, name, Expression($"Peer.Ipv4({network}.VpcCidrBlock)"))),
                _ => null,
            };
        }

        private static InvocationExpressionSyntax From(InvocationExpressionSyntax call, SimpleNameSyntax name, ExpressionSyntax peer)
        {
            var renamed = call.ReplaceNode(name, SyntaxFactory.IdentifierName(name.Identifier.ValueText.Replace("AnyIpv4", "")));
            var rest = renamed.ArgumentList.Arguments;
            return renamed.WithArgumentList(renamed.ArgumentList.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(
                rest.GetWithSeparators().Insert(0, SyntaxFactory.Argument(peer)).InsertRange(1, rest.Count == 0 ? [] : [SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)]))));
        }

        private static ExpressionSyntax Expression(string text) => SyntaxFactory.ParseExpression(text);
    }
}
