using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Has a grant end sooner, and allow less.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC1008LongLivedGrantFix() : PipelineFix(UC1008LongLivedGrant.Rule, new EndSooner(), new ReadOnly(), new HttpsOnly())
{
    /// <summary>Counts the allowed hours from the same now, where the end is written or where a local is given it.</summary>
    private sealed class EndSooner() : Remedy<ExpressionSyntax>("hours", "End it within the allowed hours")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Sooner(node, finding) is not null);

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            var (from, to) = Sooner(node, finding)!.Value;
            if (mending.BroughtIn(finding.Document, "end at " + from.Span) is not null)
                return;

            mending.Remember(finding.Document, "end at " + from.Span, to);
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
            editor.ReplaceNode(from, SyntaxFactory.ParseExpression(to).WithTriviaFrom(from));
        }

        private static (ExpressionSyntax From, string To)? Sooner(ExpressionSyntax node, Finding finding)
        {
            if (finding.Known(UC1008LongLivedGrant.Limit) is not { } limit || limit == "0")
                return null;

            var elsewhere = finding.Diagnostic.AdditionalLocations;
            var from = elsewhere.Count > 0 ? finding.Root.FindNode(elsewhere[0].SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>() : node;
            if (from is null)
                return null;

            var type = finding.Model.GetTypeInfo(from, CancellationToken.None).Type?.Name;
            return from is not (InvocationExpressionSyntax or BinaryExpressionSyntax or BaseObjectCreationExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MaxValue" }) ? null
                : type is "TimeSpan" ? (from, string.Format(CultureInfo.InvariantCulture, "TimeSpan.FromHours({0})", limit))
                : type is "DateTime" or "DateTimeOffset" && Now(from, type) is { } now ? (from, string.Format(CultureInfo.InvariantCulture, "{0}.AddHours({1})", now, limit))
                : null;
        }

        /// <summary>The moment that an end is counted from; null where that is not now.</summary>
        private static string? Now(ExpressionSyntax end, string type) => end switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetUtcNow" } } => end.ToString(),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax added } => Now(added.Expression, type),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Now(sum.Left, type),
            ParenthesizedExpressionSyntax parenthesized => Now(parenthesized.Expression, type),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "UtcNow" or "Now" or "Today" } => end.ToString(),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MaxValue" } farthest => farthest.Expression + ".UtcNow",
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 1 } => type + ".UtcNow",
            _ => null,
        };
    }

    /// <summary>Leaves reading, unless what stands around it speaks of writing.</summary>
    private sealed class ReadOnly() : Remedy<ExpressionSyntax>("read", "Allow reading only")
    {
        private static readonly string[] Writing = ["upload", "write", "put", "save", "store", "delete", "remove", "append", "create", "update", "modify", "manage", "add", "import", "replace", "copy", "move", "sync", "admin"];

        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(
            Named(node) is { Identifier.ValueText: "All" } name && finding.Model.GetSymbolInfo(name, cancellation).Symbol is IFieldSymbol { ContainingType: var type } && type.GetMembers("Read").Length > 0
            && !node.Ancestors().Any(around => NameOf(around) is { } member && IdentifierWords.Of(member).Intersect(Writing).Any()));

        private protected override Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending) => Rename(node, "Read", finding, mending);

        /// <summary>The names of the member and of the local around it: they say what the link is for.</summary>
        private static string? NameOf(SyntaxNode around) => around switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            _ => null,
        };
    }

    private sealed class HttpsOnly() : Remedy<ExpressionSyntax>("https", "Allow https only")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Https(node) is not null);

        private protected override Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending) => Rename(node, Https(node)!, finding, mending);

        private static string? Https(ExpressionSyntax node) => Named(node)?.Identifier.ValueText switch
        {
            "HttpsAndHttp" => "Https",
            "HttpsOrHttp" => "HttpsOnly",
            "HTTP" => "HTTPS",
            _ => null,
        };
    }

    private static SimpleNameSyntax? Named(ExpressionSyntax node) => node is MemberAccessExpressionSyntax access ? access.Name : node as SimpleNameSyntax;

    private static async Task Rename(ExpressionSyntax node, string to, Finding finding, Mending mending)
    {
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        editor.ReplaceNode(Named(node)!, SyntaxFactory.IdentifierName(to).WithTriviaFrom(Named(node)!));
    }
}
