using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Gives less where the code shows what is needed: the data of a table, or reading alone to what is named a reader.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC1006WildcardPermissionFix() : PipelineFix(UC1006WildcardPermission.Rule, new ReadOnly(), new DataOnly())
{
    private static readonly HashSet<string> Reading = new(StringComparer.Ordinal) { "read", "reader", "readers", "readonly", "viewer", "viewers", "report", "reports", "reporting", "dashboard", "dashboards", "analyst", "analysts" };

    private static readonly HashSet<string> Writing = new(StringComparer.Ordinal) { "write", "writer", "writers", "load", "loader", "sync", "admin", "import", "importer", "update", "updater", "migrate", "migration" };

    /// <summary>What AWS keeps for reading where it keeps one for everything.</summary>
    private static readonly HashSet<string> WithReadOnly = new(StringComparer.Ordinal)
    {
        "AmazonDynamoDBFullAccess", "AmazonEC2FullAccess", "AmazonKinesisFirehoseFullAccess", "AmazonKinesisFullAccess", "AmazonRDSFullAccess", "AmazonRedshiftFullAccess",
        "AmazonS3FullAccess", "AmazonSNSFullAccess", "AmazonSQSFullAccess", "CloudWatchFullAccess", "IAMFullAccess",
    };

    private static bool IsRead(string name) => IdentifierWords.Of(name) is var words && Array.Exists(words, Reading.Contains) && !Array.Exists(words, Writing.Contains);

    /// <summary>The method of the same type that gives no more than this.</summary>
    private static SimpleNameSyntax? Narrower(ExpressionSyntax node, Finding finding, string method)
    {
        if (node is not InvocationExpressionSyntax { Expression: var called } || finding.Model.GetSymbolInfo(node).Symbol is not IMethodSymbol { Name: "GrantFullAccess", ContainingType: var type })
            return null;

        var has = type.AllInterfaces.Add(type).Any(one => one.GetMembers(method).OfType<IMethodSymbol>().Any(other => other.Parameters.Length == 1));
        return !has ? null : called switch
        {
            MemberAccessExpressionSyntax { Name: var name } => name,
            MemberBindingExpressionSyntax { Name: var name } => name,
            _ => null,
        };
    }

    private static async Task Rename(SimpleNameSyntax name, string method, Finding finding, Mending mending) =>
        (await mending.EditorOf(finding.Document).ConfigureAwait(false)).ReplaceNode(name, SyntaxFactory.IdentifierName(method).WithTriviaFrom(name));

    private sealed class ReadOnly() : Remedy<ExpressionSyntax>("read", "Give it reading only")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
            Task.FromResult(node is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } given } ? IsRead(given[0].Expression.ToString()) && Narrower(node, finding, "GrantReadData") is not null : Policy(node) is not null);

        private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
        {
            if (Narrower(node, finding, "GrantReadData") is { } name)
                await Rename(name, "GrantReadData", finding, mending).ConfigureAwait(false);
            else
                (await mending.EditorOf(finding.Document).ConfigureAwait(false)).ReplaceNode(node, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(Policy(node)!)).WithTriviaFrom(node));
        }

        /// <summary>The policy for reading, when the policy is written in place and what receives it is named a reader.</summary>
        private static string? Policy(ExpressionSyntax node)
        {
            if (node is not LiteralExpressionSyntax { Token.Value: string policy } || !WithReadOnly.Contains(policy) || node.FirstAncestorOrSelf<StatementSyntax>() is not LocalDeclarationStatementSyntax and not ExpressionStatementSyntax)
                return null;

            var receiver = node.FirstAncestorOrSelf<StatementSyntax>() switch
            {
                LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } locals } => locals[0].Identifier.ValueText,
                ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var called } } } => called.ToString(),
                ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: var assigned } } => assigned.ToString(),
                _ => "",
            };
            return IsRead(receiver) ? policy.Replace("FullAccess", "ReadOnlyAccess") : null;
        }
    }

    private sealed class DataOnly() : Remedy<ExpressionSyntax>("data", "Give it the data, but not the table")
    {
        private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Narrower(node, finding, "GrantReadWriteData") is not null);

        private protected override Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending) => Rename(Narrower(node, finding, "GrantReadWriteData")!, "GrantReadWriteData", finding, mending);
    }
}
