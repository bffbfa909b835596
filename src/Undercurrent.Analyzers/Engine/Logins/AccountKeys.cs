using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Logins;

/// <summary>The key of a whole storage account in the place of an identity with rights of its own or a token for one container.</summary>
internal static class AccountKeys
{
    private static readonly HashSet<string> Credentials = new(StringComparer.Ordinal) { "StorageSharedKeyCredential", "TableSharedKeyCredential" };

    /// <summary>What only the key can do: sign a link.</summary>
    private static readonly HashSet<string> Signing = new(StringComparer.Ordinal) { "GenerateSasUri", "GenerateAccountSasUri", "ToSasQueryParameters", "GenerateUserDelegationSasUri" };

    /// <summary>Whether a name in code may be such a credential.</summary>
    public static bool MayBe(string identifier) => Credentials.Contains(identifier);

    /// <summary>Whether a client is made with the key of an account off this machine, and nothing around it signs links with it.</summary>
    public static bool OpensClient(IObjectCreationOperation client) =>
        client.Type is { } type && type.Name.EndsWith("Client", StringComparison.Ordinal) && IsOfAzure(type)
        && client.Arguments.Any(argument => KeyIn(argument.Value) is { } key && !IsOfEmulator(key))
        && client.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantNodes().Any(node => node is IdentifierNameSyntax { Identifier.ValueText: var name } && Signing.Contains(name)) != true;

    private static IObjectCreationOperation? KeyIn(IOperation value)
    {
        value = value.Unwrapped();
        if (value is ILocalReferenceOperation { Local: var local })
            value = ValueOrigin.AssignedOnce(local, value)?.Unwrapped() ?? value;

        return value is IObjectCreationOperation { Type: { } type } key && Credentials.Contains(type.Name) && IsOfAzure(type) ? key : null;
    }

    private static bool IsOfEmulator(IObjectCreationOperation key) =>
        key.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: "devstoreaccount1" });

    private static bool IsOfAzure(ITypeSymbol type) => type.RootNamespace() == "Azure";
}
