using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.SecretTexts;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Splits an Azure connection string into its endpoint, which is no secret, and Azure's credential chain.</summary>
internal sealed class EndpointChain() : Remedy<LiteralExpressionSyntax>("chain", "Let the cloud's credential chain find the credential")
{
    private protected override Task<bool> CanMendAsync(LiteralExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Endpoint(node, finding) is not null);

    private protected override async Task MendAsync(LiteralExpressionSyntax node, Finding finding, Mending mending)
    {
        var argument = (ArgumentSyntax)node.Parent!;
        var endpoint = Endpoint(node, finding)!;
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        await Introduce.Using(finding, finding.Document, mending, "Azure.Identity").ConfigureAwait(false);
        if (endpoint.StartsWith("new Uri", StringComparison.Ordinal))
            await Introduce.Using(finding, finding.Document, mending, "System").ConfigureAwait(false);

        var first = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(endpoint)).WithTriviaFrom(argument);
        var second = SyntaxFactory.Argument(CredentialChain.AzureChain()).WithLeadingTrivia(SyntaxFactory.Space);
        editor.ReplaceNode(argument.Parent!, (current, _) =>
        {
            var list = (ArgumentListSyntax)current;
            return list.WithArguments(list.Arguments.Replace(list.Arguments[0], first).Insert(1, second));
        });
    }

    private static string? Endpoint(LiteralExpressionSyntax node, Finding finding)
    {
        if (node.Parent is not ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax creation } list } argument || list.Arguments.IndexOf(argument) != 0
            || list.Arguments.Count > 2 || finding.Model.GetSymbolInfo(creation).Symbol is not IMethodSymbol { ContainingType: var client }
            || !finding.Model.Compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == "Azure.Identity"))
            return null;

        var text = node.Token.ValueText;
        return client.Name switch
        {
            "BlobServiceClient" when list.Arguments.Count == 1 => Storage(text, "blob"),
            "QueueServiceClient" when list.Arguments.Count == 1 => Storage(text, "queue"),
            "TableServiceClient" when list.Arguments.Count == 1 => Storage(text, "table"),
            "ServiceBusClient" when Value(text, "Endpoint") is { } endpoint && endpoint.StartsWith("sb://", StringComparison.OrdinalIgnoreCase) => Quoted(endpoint.Substring(5).TrimEnd('/')),
            "CosmosClient" when Value(text, "AccountEndpoint") is { } endpoint => Quoted(endpoint),
            _ => null,
        };
    }

    private static string? Storage(string text, string service) =>
        Value(text, "AccountName") is { } account && account.All(letter => char.IsLetterOrDigit(letter)) && Value(text, char.ToUpperInvariant(service[0]) + service.Substring(1) + "Endpoint") is null
            ? $"new Uri({Quoted($"https://{account}.{service}.{Value(text, "EndpointSuffix") ?? "core.windows.net"}")})"
            : null;

    private static string? Value(string text, string key)
    {
        foreach (var pair in new ConnectionPairs(text, ';'))
        {
            if (pair.KeyEnd >= 0 && string.Equals(text.Substring(pair.Start, pair.KeyEnd - pair.Start).Trim(), key, StringComparison.OrdinalIgnoreCase))
                return pair.Value(text);
        }

        return null;
    }

    private static string Quoted(string text) => SyntaxFactory.Literal(text).ToString();
}
