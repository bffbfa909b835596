using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.SecretTexts;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>
/// Keeps the connection string and drops what opens the store: SQL Server then asks Entra ID, PostgreSQL takes the password
/// from its own file or variable.
/// </summary>
internal sealed class Passwordless() : Remedy<LiteralExpressionSyntax>("passwordless", "Connect without a password")
{
    private const string SqlServer = "Microsoft.Data.SqlClient";
    private const string Postgres = "Npgsql";

    private protected override Task<bool> CanMendAsync(LiteralExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Without(node, finding) is not null);

    private protected override async Task MendAsync(LiteralExpressionSyntax node, Finding finding, Mending mending)
    {
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        editor.ReplaceNode(node, SyntaxFactory.ParseExpression(Without(node, finding)!).WithTriviaFrom(node));
    }

    private static string? Without(LiteralExpressionSyntax node, Finding finding)
    {
        var text = node.Token.ValueText;
        var at = node.Token.Text.IndexOf(text, StringComparison.Ordinal);
        var provider = Provider(node, finding);
        if (provider is null || at < 0 || text.IndexOf(';') < 0)
            return null;

        var kept = new StringBuilder();
        foreach (var pair in new ConnectionPairs(text, ';'))
        {
            var role = pair.KeyEnd < 0 ? ConnectionKey.Unknown : ConnectionKeys.Of(text, pair.Start, pair.KeyEnd).Role;
            if (role != ConnectionKey.Secret && !(role == ConnectionKey.User && provider == SqlServer) && pair.End > pair.Start)
                kept.Append(text, pair.Start, pair.End - pair.Start).Append(';');
        }

        if (provider == SqlServer && text.IndexOf("Authentication=", StringComparison.OrdinalIgnoreCase) < 0)
            kept.Append("Authentication=Active Directory Default;");

        if (!text.EndsWith(";", StringComparison.Ordinal) && kept.Length > 0)
            kept.Length--;

        return node.Token.Text.Substring(0, at) + kept + node.Token.Text.Substring(at + text.Length);
    }

    /// <summary>Whose client takes the text, which alone tells how it may be written.</summary>
    private static string? Provider(LiteralExpressionSyntax node, Finding finding)
    {
        if (node.Parent is not ArgumentSyntax { Parent.Parent: { } taker } || finding.Model.GetSymbolInfo(taker).Symbol is not IMethodSymbol method)
            return null;

        var space = method.ContainingNamespace?.ToDisplayString();
        return space is SqlServer or Postgres ? space : method.Name switch
        {
            "UseSqlServer" or "AddSqlServer" => SqlServer,
            "UseNpgsql" or "AddNpgsql" or "AddNpgsqlDataSource" => Postgres,
            _ => null,
        };
    }
}
