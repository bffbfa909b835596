using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>
/// Lets a cloud client find its credential itself: Azure's chain where the client takes one, AWS' where it needs no keys.
/// Offered only where the constructor that is then called exists.
/// </summary>
internal sealed class CredentialChain() : Remedy<ExpressionSyntax>("chain", "Let the cloud's credential chain find the credential")
{
    private static readonly string[] AwsKeys = ["awsAccessKeyId", "awsSecretAccessKey", "awsSessionToken"];

    private static readonly string[] AzureKeys =
    [
        "Azure.Storage.StorageSharedKeyCredential", "Azure.AzureKeyCredential", "Azure.AzureNamedKeyCredential", "Azure.AzureSasCredential",
        "Azure.Identity.ClientSecretCredential", "Azure.Identity.UsernamePasswordCredential",
    ];

    private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(Edit(node, finding) is not null);

    private protected override async Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending)
    {
        var (from, to) = Edit(node, finding)!.Value;
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        if (to.DescendantNodesAndSelf().OfType<ObjectCreationExpressionSyntax>().Any(made => made.Type.ToString() == "DefaultAzureCredential"))
            await Introduce.Using(finding, finding.Document, mending, "Azure.Identity").ConfigureAwait(false);

        editor.ReplaceNode(from, to);
    }

    private static (SyntaxNode From, SyntaxNode To)? Edit(ExpressionSyntax node, Finding finding)
    {
        if (Given(node, finding) is not var (creation, constructor, argument))
            return null;

        if (AwsKeys.Contains(constructor.Parameters[Index(argument, constructor)].Name))
            return Without(creation, constructor, parameter => AwsKeys.Contains(parameter.Name));

        if (Given(creation, finding) is not var (outer, client, credential))
            return null;

        return Reach.Is(constructor.ContainingType, "Amazon.Runtime.AWSCredentials") ? Without(outer, client, parameter => parameter.Ordinal == Index(credential, client))
            : AzureKeys.Any(type => Reach.Is(constructor.ContainingType, type)) && TakesToken(client, Index(credential, client), finding) ? (creation, AzureChain().WithTriviaFrom(creation))
            : null;
    }

    public static ExpressionSyntax AzureChain() => SyntaxFactory.ParseExpression("new DefaultAzureCredential()");

    /// <summary>Whether the client has the same constructor with a token credential at this place, and the chain can be made.</summary>
    private static bool TakesToken(IMethodSymbol client, int at, Finding finding) =>
        finding.Model.Compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == "Azure.Identity")
        && client.ContainingType.InstanceConstructors.Any(other => other.DeclaredAccessibility == Accessibility.Public && other.Parameters.Length >= client.Parameters.Length
            && other.Parameters.Select((parameter, index) => index == at ? parameter.Type.ToDisplayString() == "Azure.Core.TokenCredential"
                : index < client.Parameters.Length ? SymbolEqualityComparer.Default.Equals(parameter.Type, client.Parameters[index].Type) : parameter.IsOptional).All(fits => fits));

    private static (SyntaxNode From, SyntaxNode To)? Without(BaseObjectCreationExpressionSyntax creation, IMethodSymbol constructor, Func<IParameterSymbol, bool> drops)
    {
        var list = creation.ArgumentList!;
        var kept = list.Arguments.Where(argument => !drops(constructor.Parameters[Index(argument, constructor)])).ToList();
        var types = kept.Select(argument => constructor.Parameters[Index(argument, constructor)].Type).ToList();
        if (!constructor.ContainingType.InstanceConstructors.Any(other => other.DeclaredAccessibility == Accessibility.Public && other.Parameters.Length == types.Count
            && other.Parameters.Zip(types, (parameter, type) => SymbolEqualityComparer.Default.Equals(parameter.Type, type)).All(same => same)))
            return null;

        if (kept.Count > 0)
            kept[0] = kept[0].WithLeadingTrivia(list.Arguments[0].GetLeadingTrivia());

        return (list, list.WithArguments(SyntaxFactory.SeparatedList(kept, Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), Math.Max(0, kept.Count - 1)))));
    }

    private static (BaseObjectCreationExpressionSyntax Creation, IMethodSymbol Constructor, ArgumentSyntax Argument)? Given(ExpressionSyntax node, Finding finding) =>
        node.Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax creation } argument
        && finding.Model.GetSymbolInfo(creation).Symbol is IMethodSymbol constructor && Index(argument, constructor) < constructor.Parameters.Length
            ? (creation, constructor, argument)
            : null;

    private static int Index(ArgumentSyntax argument, IMethodSymbol method) => argument.NameColon is { } name
        ? method.Parameters.TakeWhile(parameter => parameter.Name != name.Name.Identifier.ValueText).Count()
        : ((BaseArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument);
}
