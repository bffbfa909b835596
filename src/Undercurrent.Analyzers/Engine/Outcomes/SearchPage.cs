using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// A search of Elasticsearch or OpenSearch that is meant to find all there is: one that says no size gets ten, one that matches
/// everything or asks for the largest window there is gets so many and no more.
/// </summary>
internal static class SearchPage
{
    private const int LargeSize = 1_000;
    private const int LargestWindow = 10_000;

    private static readonly HashSet<string> Paging = new(StringComparer.Ordinal) { "Scroll", "SearchAfter", "PointInTime", "Pit", "From", "Skip", "Slice", "ScrollAsync", "OpenPointInTimeAsync", "Collapse", "TerminateAfter" };

    public static bool IsSearch(IMethodSymbol method) => method.Name is "Search" or "SearchAsync" && method.RootNamespace() is "Nest" or "OpenSearch" or "Elastic";

    public static bool IsMeantToFindAll(IInvocationOperation call)
    {
        var (size, all, aggregates) = ((int?)null, false, false);
        foreach (var part in call.Arguments.SelectMany(argument => ValueOrigin.Of(argument.Value)).SelectMany(origin => origin.DescendantsAndSelf()))
        {
            var (name, value) = part switch
            {
                IInvocationOperation one => (one.TargetMethod.Name, one.Arguments.LastOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit)?.Value),
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } set => (property.Property.Name, set.Value),
                IObjectCreationOperation made => (made.Type?.Name ?? "", null),
                _ => ("", (IOperation?)null),
            };
            if (Paging.Contains(name))
                return false;

            all |= name is "MatchAll" or "MatchAllQuery";
            aggregates |= name is "Aggregations" or "Aggs";
            if (name is "Size" or "Take")
                size = value?.Unwrapped().ConstantValue is { HasValue: true, Value: int known } ? known : -1;
        }

        return !aggregates && (size is null || size >= LargestWindow || (all && size >= LargeSize));
    }

    /// <summary>A scroll that goes on from the first page does so elsewhere in the body.</summary>
    public static bool GoesOn(IInvocationOperation call) => call.Root().Descendants().Any(one => one is IInvocationOperation { TargetMethod.Name: "Scroll" or "ScrollAsync" or "ScrollAll" or "SearchAfter" });
}
