using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Texts that were made fit for a query, and names of code, which nobody outside can choose.</summary>
internal static class QuotedNames
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal) { "quote", "quoted", "escape", "escaped", "sanitize", "sanitized", "sanitise", "sanitised", "delimit", "delimited", "bracket", "placeholder" };

    /// <summary>Whether the result of a call, by its name or by what it replaces, cannot leave the place it stands in.</summary>
    public static bool IsQuoted(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: nameof(string.Replace), ContainingType.SpecialType: SpecialType.System_String } } replace => DoubledIn(replace) is not null,
        IInvocationOperation { TargetMethod: { Name: var name, ReturnType.SpecialType: SpecialType.System_String } } call => Says(name) || call.TargetMethod.ContainingType?.Name is { } type && Says(type),
        IPropertyReferenceOperation { Property: { Name: "ParameterName", Type.SpecialType: SpecialType.System_String } } => true,
        _ => false,
    };

    /// <summary>The mark that a replacement doubles, as in <c>Replace("'", "''")</c>.</summary>
    public static string? DoubledIn(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: nameof(string.Replace), Arguments: { Length: 2 or 3 } arguments }
            && arguments[0].Value.ConstantValue is { HasValue: true, Value: string { Length: 1 } mark } && arguments[1].Value.ConstantValue is { HasValue: true, Value: string made } && made.Length == 2 && made[1] == mark[0]
            ? mark
            : null;

    /// <summary>The name of a type, a member or a mapped table.</summary>
    public static bool IsOfCode(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "Name" or "FullName" or "Namespace", ContainingType: { Name: "Type" or "MemberInfo" or "PropertyInfo" or "FieldInfo", ContainingNamespace.Name: nameof(System) or "Reflection" } } } => true,
        IInvocationOperation { TargetMethod: { Name: "GetName" or "GetNames", ContainingType.SpecialType: SpecialType.System_Enum } } => true,
        IInvocationOperation { TargetMethod: { ReturnType.SpecialType: SpecialType.System_String, ContainingNamespace: { } space } } => IsMapping(space),
        _ => false,
    };

    private static bool IsMapping(INamespaceSymbol space)
    {
        for (; !space.IsGlobalNamespace; space = space.ContainingNamespace)
        {
            if (space.Name == "EntityFrameworkCore")
                return true;
        }

        return false;
    }

    /// <summary>Who adds a parameter gives its name; who reads one gives what somebody sent.</summary>
    private static bool Says(string name)
    {
        var words = IdentifierWords.Of(name);
        return Array.Exists(words, Verbs.Contains) || (words.Length > 1 && words[0] is "add" or "next" or "bind" or "create" && Array.Exists(words, word => word is "parameter" or "param"));
    }
}
