using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.SecretTexts;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The credentials and connection strings among the values that are written somewhere, told by the names they go by.</summary>
internal sealed class LoggedCredentials(Sanitisers sanitisers, ApiCatalogue sinks, ImmutableArray<string> words, ImmutableArray<string> exclusions)
{
    private const int Deepest = 2;

    /// <summary>What of a credential still tells little.</summary>
    private static readonly HashSet<string> Pieces = new(StringComparer.Ordinal) { "Substring", "Remove", "Split", "Contains", "StartsWith", "EndsWith", "IndexOf" };

    private static readonly string[] KeyNames = ["key", "name", "variable", "keyword", "headerName", "secretName", "propertyName"];

    public IReadOnlyList<(IOperation At, string Name)> In(LoggedValue logged)
    {
        var found = In(logged.Value, logged.How, 0);
        if (found.Count == 0 && logged.Name is { } name && IsSecret(LastOf(name), logged.Value) && MayBeIt(logged.Value))
            found.Add((PersonalValues.Whole(logged.Value.Unwrapped()), name));

        return found;
    }

    /// <summary>Whether a parameter says by its own name what it takes, and is spoken of where it is written.</summary>
    public bool Says(IParameterSymbol parameter, IOperation at) => IsSecret(parameter.Name, at);

    private List<(IOperation At, string Name)> In(IOperation value, Printed how, int depth)
    {
        var found = new List<(IOperation, string)>();
        foreach (var origin in ValueOrigin.Trace(value, new(operation => Ends(operation) || (how == Printed.Plainly && PlainPrint.SaysNothing(operation)), IsNamedSecret, Parts: true)))
        {
            if (origin.Value.ConstantValue.HasValue)
                continue;

            if (origin.Value is IInvocationOperation call && PersonalValues.Serialises(call))
            {
                var inner = depth < Deepest ? call.Arguments.SelectMany(argument => In(argument.Value, Printed.ByMembers, depth + 1)).ToList() : new();
                found.AddRange(origin.Written == origin.Value ? inner : inner.Take(1).Select(one => (PersonalValues.Whole(origin.Written), one.Name)));
            }
            else if ((IsNamedSecret(origin.Value) ? NameOf(origin.Value) : ByWritten(origin) ?? ByMember(origin.Value, how)) is { } name)
            {
                found.Add((PersonalValues.Whole(origin.Written), name));
            }
        }

        return found;
    }

    private bool Ends(IOperation operation) =>
        sanitisers.Ends(operation) || operation is IInvocationOperation { TargetMethod.Name: var name } && Pieces.Contains(name) || operation is { Type.SpecialType: SpecialType.System_Boolean or SpecialType.System_Int32 };

    /// <summary>A local may hold anything; what it was given has been looked at before it is judged by its name.</summary>
    private bool IsNamedSecret(IOperation value) => value is not ILocalReferenceOperation && IsNamed(value);

    private bool IsNamed(IOperation value) => IsHeader(value) || (IsText(value.Type) && NameOf(value) is { } name && IsSecret(name, value));

    /// <summary>A header that holds a credential, by its key or by the property for it.</summary>
    private bool IsHeader(IOperation value) =>
        value is IPropertyReferenceOperation { Instance.Type: { } headers } && headers.Name.IndexOf("Header", StringComparison.Ordinal) >= 0
        && NameOf(value) is { } name && (name == "ProxyAuthorization" || (sinks.TraitsOfSetting("header:" + name) & ApiTrait.Secret) != 0);

    private string? ByWritten(Origin origin) =>
        IsText(origin.Value.Type) && origin.Written is ILocalReferenceOperation && IsNamed(origin.Written) && !(NameOf(origin.Value) is { } own && own != NameOf(origin.Written) && SecretName.MeansOther(own)) ? NameOf(origin.Written) : null;

    /// <summary>A record prints its members, and so does what is taken apart.</summary>
    private string? ByMember(IOperation value, Printed how) =>
        value.Type is INamedTypeSymbol { SpecialType: SpecialType.None } type && !PersonalObjects.IsFramework(type) && (how == Printed.ByMembers || (type.IsRecord && !PrintsItself(type)))
            ? type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(member => member is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsImplicitlyDeclared: false, Type.SpecialType: SpecialType.System_String }
                && IsSecret(member.Name, value) && !PersonalMarks.IsWithheld(member))?.Name
            : null;

    private static bool PrintsItself(INamedTypeSymbol type) => type.GetMembers().Any(member => member is IMethodSymbol { Name: "ToString" or "PrintMembers", IsImplicitlyDeclared: false });

    private bool MayBeIt(IOperation value) => ValueOrigin.Trace(value, new(Ends, null, Parts: true)).Any(origin =>
        !origin.Value.ConstantValue.HasValue && origin.Value.Type?.SpecialType == SpecialType.System_String && !(NameOf(origin.Value) is { } name && SecretName.MeansOther(name))
        && !(NameOf(origin.Written) is { } written && SecretName.MeansOther(written)));

    private bool IsSecret(string name, IOperation at) => SecretName.Promises(name, () => Around(at), words, exclusions);

    private static IEnumerable<string> Around(IOperation at) => at.Syntax.Ancestors().Select(outer => outer switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax local => local.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        _ => "",
    }).Where(name => name.Length > 0);

    private static bool IsText(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String or SpecialType.System_Object } or { Name: "StringValues" };

    /// <summary>The name of what is referred to; of an entry its key, of a call what it gets.</summary>
    private static string? NameOf(IOperation value) => value switch
    {
        IPropertyReferenceOperation { Arguments: { Length: > 0 } key } => LastOf(key[0].Value.Unwrapped().ConstantValue is { HasValue: true, Value: string text } ? text : ""),
        IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } member => member.Member.Name,
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IInvocationOperation { TargetMethod: var method } call =>
            KeyOf(call) is { } text && method.Name != "GetConnectionString" ? LastOf(text) : method.Name.StartsWith("Get", StringComparison.Ordinal) || method.Name.StartsWith("Read", StringComparison.Ordinal) ? CredentialName.WithoutVerb(method.Name) : null,
        _ => null,
    };

    private static string? KeyOf(IInvocationOperation call) =>
        SpeaksToPeople(call) ? null : call.Arguments.FirstOrDefault(argument => argument.Parameter is { } parameter && Array.IndexOf(KeyNames, parameter.Name) >= 0)?.Value.ConstantValue is { HasValue: true, Value: string key } ? key : null;

    /// <summary>What looks up a text for people finds one about passwords under the key of a password, and never the password.</summary>
    private static bool SpeaksToPeople(IInvocationOperation call) =>
        Array.Exists(IdentifierWords.Of(call.TargetMethod.ContainingType.Name), static word => word is "localizer" or "localization" or "translator" or "translation" or "resource" or "resources" || word.EndsWith("i18n", StringComparison.Ordinal));

    private static string LastOf(string key) => key.Substring(key.LastIndexOfAny([':', '.', '/']) + 1);
}
