using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.SecretTexts;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What a parameter, a member, a name or a key says of the value it is given: by the catalogue first, then by its words.</summary>
internal sealed class CredentialPlaces(ApiCatalogue sinks, ImmutableArray<string> words, ImmutableArray<string> exclusions)
{
    public CredentialTarget? Taken(IParameterSymbol parameter, IArgumentOperation argument)
    {
        var traits = sinks.TraitsOf(parameter.ContainingSymbol, parameter.Name);
        if ((traits & (ApiTrait.Secret | ApiTrait.KeyBytes)) != 0)
            return new(NameOf(parameter), argument.Value, CredentialKind.Secret, IsSink: true);

        if ((traits & (ApiTrait.KeyId | ApiTrait.ConnectionString)) != 0 || argument.Parent is IPropertyReferenceOperation || parameter.ContainingSymbol is not IMethodSymbol method)
            return null;

        // h.Password("…"), WithApiKey("…"): the method says what its one argument is.
        var text = method.Parameters.Count(other => !other.IsThis) <= 1 || (method.IsExtensionMethod && method.Parameters.Length == 2);
        return Named(parameter.Name, parameter.Type, argument.Value)
            ?? (text && method.MethodKind == MethodKind.Ordinary && SaysWhatItTakes(method.Name) is { } name && parameter.Type.SpecialType == SpecialType.System_String ? Named(name, parameter.Type, argument.Value) : null);
    }

    private static string? SaysWhatItTakes(string method)
    {
        var name = CredentialName.WithoutVerb(method);
        return method == name || method.StartsWith("With", StringComparison.Ordinal) || method.StartsWith("Set", StringComparison.Ordinal) || method.StartsWith("Use", StringComparison.Ordinal) ? name : null;
    }

    /// <summary>What a constructor calls <c>parameter</c> or <c>key</c> says less than what it makes.</summary>
    private string NameOf(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var made } && CredentialName.KindOf(parameter.Name, words, exclusions) == CredentialKind.None
            ? made.Name
            : parameter.Name;

    public CredentialTarget? Member(ISymbol member, ITypeSymbol type, IOperation value)
    {
        var traits = sinks.TraitsOf(member);
        if ((traits & (ApiTrait.Secret | ApiTrait.KeyBytes)) != 0)
            return new(member.Name, value, CredentialKind.Secret, IsSink: true);

        return (traits & (ApiTrait.KeyId | ApiTrait.ConnectionString)) != 0 || (member.Name == "Key" && member.ContainingType?.Name == "Message") ? null : Named(member.Name, type, value);
    }

    public CredentialTarget? Keyed(IOperation key, INamedTypeSymbol? holder, IOperation value) =>
        key.Unwrapped().ConstantValue is { HasValue: true, Value: string name } ? Keyed(name, holder, value) : null;

    public CredentialTarget? Keyed(string name, INamedTypeSymbol? holder, IOperation value)
    {
        if (name.Length is 0 or >= 120)
            return null;

        if (((sinks.TraitsOfSetting(name) | sinks.TraitsOfSetting("header:" + name)) & (ApiTrait.Secret | ApiTrait.KeyBytes)) != 0)
            return new(name, value, CredentialKind.Secret, IsSink: true);

        var last = name.LastIndexOfAny([':', '.', '/']) is >= 0 and var cut ? name.Substring(cut + 1) : name;
        var isBuilder = holder?.Name.EndsWith("ConnectionStringBuilder", StringComparison.Ordinal) == true;
        var kind = CredentialName.KindOf(last, words, exclusions);
        return kind == CredentialKind.None || !name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or ' ' or ':' or '.' or '/') ? null : new(name, value, kind, IsSink: isBuilder);
    }

    public CredentialTarget? Named(string name, ITypeSymbol? type, IOperation value)
    {
        if (!HoldsText(type))
            return null;

        var kind = CredentialName.KindOf(name, words, exclusions);
        return kind != CredentialKind.None ? new(name, value, kind)
            : IsBytes(type) && CredentialName.IsKey(name) ? new(name, value, CredentialKind.Secret, OnlyBytes: true)
            : null;
    }

    /// <summary>The cheapest gain in precision: most members with the word token or password are no text.</summary>
    public static bool HoldsText(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String or SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } || IsBytes(type)
        || type is INamedTypeSymbol { Name: "SecureString" or "StringValues" } or INamedTypeSymbol { OriginalDefinition.Name: "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory", Arity: 1 }
        || (type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "Lazy", Arity: 1 } wrapped && HoldsText(wrapped.TypeArguments[0]))
        || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Char };

    private static bool IsBytes(ITypeSymbol? type) =>
        type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
        || type is INamedTypeSymbol { Name: "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory", Arity: 1 } span && span.TypeArguments[0].SpecialType == SpecialType.System_Byte;
}
