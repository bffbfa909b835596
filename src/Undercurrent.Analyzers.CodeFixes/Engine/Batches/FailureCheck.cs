using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine.Batches;

/// <summary>The question whether items of a batch failed, in terms that hold for every major of a client: a count or a list may be null in the newer.</summary>
/// <param name="Condition">The question, with <c>{0}</c> for the result.</param>
/// <param name="Number">How many failed, with <c>{0}</c> for the result; null where it is not said.</param>
internal sealed record FailureCheck(string Condition, string? Number)
{
    public static FailureCheck? For(ITypeSymbol result, string? teller)
    {
        if (teller is null)
            return ElementOf(result) is { } one && HasFlag(one, "Success") ? new("{0}.Exists(one => !one.Success)", null) : null;

        if (Member(result, teller)?.Type is not { } type)
            return null;

        var member = "{0}." + teller;
        if (type.SpecialType == SpecialType.System_Boolean)
            return new(teller.StartsWith("Is", StringComparison.Ordinal) ? "!" + member : member, null);

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } || type.IsValueType)
            return new(member + " > 0", member);

        if (ElementOf(type) is { } part && Member(part, "Error") is not null)
            return new(member + "?.Exists(one => one.Error != null) == true", null);

        return Member(type, "Count") is not null ? new(member + "?.Count > 0", type.Name == "List" ? member + ".Count" : null) : new(member + " != null", null);
    }

    /// <summary>The statement that asks and throws, its second line further in.</summary>
    public string Statement(string variable, string call, string exception, string indent, string end)
    {
        var message = Number is null ? $"\"{call} failed for some of its items\"" : $"$\"{call} failed for {{{string.Format(System.Globalization.CultureInfo.InvariantCulture, Number, variable)}}} of its items\"";
        return $"if ({string.Format(System.Globalization.CultureInfo.InvariantCulture, Condition, variable)}){end}{indent}    throw new {exception}({message});";
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type is INamedTypeSymbol { Name: "List" } list && list.TypeArguments.Length == 1 ? list.TypeArguments[0] : null;

    private static bool HasFlag(ITypeSymbol type, string name) => Member(type, name)?.Type.SpecialType == SpecialType.System_Boolean;

    private static IPropertySymbol? Member(ITypeSymbol type, string name)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (one.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } member)
                return member;
        }

        return type.AllInterfaces.SelectMany(one => one.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault();
    }
}
