using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The attributes that say of a member whether it is personal data, and those that keep it out of texts.</summary>
internal sealed class PersonalMarks(ImmutableArray<string> configured)
{
    private const string Classification = "Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute";

    private static readonly HashSet<string> Personal = new(StringComparer.Ordinal)
    {
        "Microsoft.AspNetCore.Identity.PersonalDataAttribute", "Microsoft.AspNetCore.Identity.ProtectedPersonalDataAttribute",
        "Destructurama.Attributed.NotLoggedAttribute", "Destructurama.Attributed.LogMaskedAttribute", "Destructurama.Attributed.LogReplacedAttribute",
    };

    private static readonly HashSet<string> Withheld = new(StringComparer.Ordinal)
    {
        "System.Text.Json.Serialization.JsonIgnoreAttribute", "Newtonsoft.Json.JsonIgnoreAttribute", "System.Runtime.Serialization.IgnoreDataMemberAttribute",
        "Destructurama.Attributed.NotLoggedAttribute", "Destructurama.Attributed.LogMaskedAttribute", "Destructurama.Attributed.LogReplacedAttribute",
        "Microsoft.Extensions.Logging.LogPropertyIgnoreAttribute",
    };

    private static readonly HashSet<string> Simple = new(Personal.Concat(Withheld).Select(static name => name.Substring(name.LastIndexOf('.') + 1)), StringComparer.Ordinal);

    /// <summary>Classes of a taxonomy whose name says that the data may be seen.</summary>
    private static readonly HashSet<string> Open = new(StringComparer.Ordinal) { "no", "none", "non", "not", "public", "system" };

    /// <summary>Whether attributes call a member personal (true), call it something else (false), or say nothing (null).</summary>
    public bool? Judge(ISymbol member)
    {
        // Identity marks its switches too, for the page that downloads personal data: that a number is confirmed tells nobody's number.
        if (member is IPropertySymbol { Type.SpecialType: SpecialType.System_Boolean, ContainingType.Name: "IdentityUser" })
            return false;

        var marked = Among(member is IMethodSymbol method ? method.GetReturnTypeAttributes() : member.GetAttributes());
        if (marked is not null)
            return marked;

        return member switch
        {
            // [property: …] on the parameter of a record stands on the property; on the parameter itself it means the property too.
            IPropertySymbol { ContainingType.IsRecord: true } property when ParameterOf(property) is { } parameter => Among(parameter.GetAttributes()),
            IPropertySymbol { OverriddenProperty: { } overridden } => Judge(overridden),
            _ => null,
        };
    }

    /// <summary>Whether anything is said of a member or type, be it that nothing is known.</summary>
    public bool IsMarked(ISymbol symbol) =>
        Judge(symbol) is not null || IsClassified(symbol) || (symbol is IPropertySymbol { ContainingType.IsRecord: true } property && ParameterOf(property) is { } parameter && IsClassified(parameter));

    /// <summary>Whether an attribute of this type calls what it stands on personal (true), something else (false), or says nothing (null).</summary>
    public bool? Says(INamedTypeSymbol attribute) =>
        IsAmong(Personal, attribute) || IsConfigured(attribute) ? true
        : IsClassification(attribute) && attribute.Name != "UnknownDataClassificationAttribute" ? !Array.Exists(IdentifierWords.Of(attribute.Name), Open.Contains)
        : null;

    /// <summary>Whether a member is kept out when its object is serialised or destructured.</summary>
    public static bool IsWithheld(ISymbol member) =>
        member.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && IsAmong(Withheld, type) && !IsConditional(attribute));

    /// <summary>Whether a parameter or member is classified in the way that redaction by the logger understands.</summary>
    public static bool IsClassified(ISymbol member) => member.GetAttributes().Any(attribute => IsClassification(attribute.AttributeClass));

    private bool? Among(ImmutableArray<AttributeData> attributes)
    {
        bool? marked = null;
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is not { } type || Says(type) is not { } said)
                continue;

            if (said && !IsClassification(type))
                return true;

            marked = said;
        }

        return marked;
    }

    private bool IsConfigured(INamedTypeSymbol type) =>
        configured.Any(name => name.IndexOf('.') >= 0 ? Same(FullName(type), name) : Same(type.Name, name));

    private static bool Same(string type, string name) =>
        type == name || (type.Length == name.Length + "Attribute".Length && type.StartsWith(name, StringComparison.Ordinal) && type.EndsWith("Attribute", StringComparison.Ordinal));

    private static bool IsClassification(INamedTypeSymbol? type)
    {
        for (type = type?.BaseType; type is not null; type = type.BaseType)
        {
            if (type.HasMetadataName(Classification))
                return true;
        }

        return false;
    }

    /// <summary><c>[JsonIgnore(Condition = WhenWritingNull)]</c> still writes the value.</summary>
    private static bool IsConditional(AttributeData attribute) =>
        attribute.NamedArguments.Any(argument => argument.Key == "Condition" && argument.Value.Value is int and not 1);

    private static IParameterSymbol? ParameterOf(IPropertySymbol property)
    {
        foreach (var at in property.DeclaringSyntaxReferences)
        {
            if (at.GetSyntax() is ParameterSyntax { AttributeLists.Count: > 0 } declared)
                return property.ContainingType.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
                    .FirstOrDefault(parameter => parameter.Name == property.Name && parameter.DeclaringSyntaxReferences.Any(other => other.SyntaxTree == at.SyntaxTree && other.Span == declared.Span));
        }

        return null;
    }

    // Most attributes are of no interest, and to spell out the whole name of each would cost.
    private static bool IsAmong(HashSet<string> attributes, INamedTypeSymbol type) => Simple.Contains(type.Name) && attributes.Contains(FullName(type));

    private static string FullName(INamedTypeSymbol type) => type.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
}
