using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Batches;

/// <summary>Which members of a result show that items failed, and which uses of them.</summary>
internal static class MemberUse
{
    /// <summary>What every answer has.</summary>
    private static readonly HashSet<string> OfEvery = new(StringComparer.Ordinal) { "HttpStatusCode", "ResponseMetadata", "ContentLength", "ConsumedCapacity", "Count" };

    /// <param name="member">A member read of a result, or named in a pattern.</param>
    /// <param name="project">What is known of members.</param>
    /// <param name="marked">Whether the result has members that are known to tell.</param>
    public static bool Shows(IPropertyReferenceOperation member, PipelineProject project, bool marked)
    {
        if (BatchCall.Tells(member.Property, project) || member.Property.IsIndexer)
            return true;

        // A list with an entry for each item shows what is missing, to whoever goes through it or compares its length.
        return !OfEvery.Contains(member.Property.Name) && (!marked || (IsListOfItems(member.Property.Type) && !IsOnlyCounted(member)));
    }

    private static bool IsListOfItems(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String && !type.Name.Contains("Dictionary") && (type is IArrayTypeSymbol || type.AllInterfaces.Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable));

    private static bool IsOnlyCounted(IPropertyReferenceOperation list)
    {
        IOperation used = list;
        while (used.Parent is IConditionalAccessOperation access && access.Operation == used)
            used = access.WhenNotNull;

        var counted = used.Parent is IPropertyReferenceOperation { Property.Name: "Count" or "Length" } count ? count : used is IPropertyReferenceOperation { Property.Name: "Count" or "Length" } itself && itself != list ? itself : null;
        var outer = counted?.Parent;
        while (outer is IConversionOperation or IConditionalAccessOperation or IParenthesizedOperation or ICoalesceOperation)
            outer = outer.Parent;

        return counted is not null && outer is not IBinaryOperation;
    }
}
