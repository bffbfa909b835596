using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Whether a type is a page of something longer: it holds a collection, and a member that says whether there is more or where it
/// begins. Told by names, since every service has types of its own for it; asked once per type.
/// </summary>
internal sealed class PageType
{
    private static readonly ConditionalWeakTable<ITypeSymbol, PageType> Cache = new();

    private static readonly HashSet<string> Continuations = new(StringComparer.OrdinalIgnoreCase)
    {
        "IsTruncated", "NextToken", "NextContinuationToken", "ContinuationToken", "NextMarker", "NextKeyMarker", "NextVersionIdMarker", "LastEvaluatedKey", "LastEvaluatedTableName", "NextPageToken",
        "PaginationToken", "NextShardIterator", "NextForwardToken", "HasMore", "HasMoreItems", "HasMorePages", "NextLink", "ODataNextLink", "NextPageRequest", "NextPage", "NextPageUrl", "NextPageUri", "NextPageLink",
        "NextUrl", "NextUri", "NextHref", "NextCursor", "NextPageCursor", "NextRecordsUrl", "HasNextPage", "ContinueProperty", "Continuation", "ContinuationKey", "NextPageId", "NextKey",
    };

    /// <summary>What says so only in a type of the project itself, which is there to be read from an answer.</summary>
    private static readonly HashSet<string> OwnContinuations = new(StringComparer.OrdinalIgnoreCase) { "Next", "HasNext", "EndCursor", "Cursor", "TotalPages", "PageCount", "LastPage", "After" };

    private static readonly HashSet<string> Holders = new(StringComparer.OrdinalIgnoreCase) { "Paging", "Pagination", "PageInfo", "Links", "Meta", "Metadata", "PagingInfo", "Page" };

    private readonly HashSet<string> _continuations = new(StringComparer.Ordinal);

    private PageType(ITypeSymbol type)
    {
        var isOwn = !IsOfService(type);
        var holds = IsCollection(type);
        foreach (var member in Members(type))
        {
            if (IsContinuation(member.Name, isOwn) || (Holders.Contains(member.Name) && TypeOf(member) is { SpecialType: SpecialType.None } inner && !IsCollection(inner) && Members(inner).Any(one => IsContinuation(one.Name, isOwn))))
                _continuations.Add(member.Name);
            else
                holds |= TypeOf(member) is { } held && IsCollection(held);
        }

        IsPage = holds && _continuations.Count > 0;
    }

    public bool IsPage { get; }

    /// <summary>Whether something belongs to a library, or stands in for one.</summary>
    public static bool IsOfService(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Length == 0 || symbol.RootNamespace() is "Amazon" or "Azure" or "Google" or "Stripe" or "Octokit" or "k8s" or "Nest" or "OpenSearch" or "Elastic"
        || (symbol.RootNamespace() == "Microsoft" && symbol.ContainingNamespace.ToDisplayString() is var space && (space.StartsWith("Microsoft.Graph", StringComparison.Ordinal) || space.StartsWith("Microsoft.Azure", StringComparison.Ordinal)));

    public static PageType Of(ITypeSymbol type) => Cache.GetValue(type.OriginalDefinition, static type => new(type));

    /// <summary>Whether a type may be a page at all, without looking at its members.</summary>
    public static bool MayBe(ITypeSymbol? type) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, IsAnonymousType: false } && type.RootNamespace() is not ("System" or "Newtonsoft" or null);

    /// <summary>Whether a word is the name of a member by which a page tells that there is more, or a part of its name in an answer.</summary>
    public static bool Says(string word) => Continuations.Contains(word) || OwnContinuations.Contains(word);

    /// <summary>Whether a member says whether there is more.</summary>
    public bool Continues(ISymbol member) => _continuations.Contains(member.Name);

    /// <summary>Whether a member of a request says where its page begins.</summary>
    public static bool Begins(string name) => Continuations.Contains(name) || name is "ExclusiveStartKey" or "ExclusiveStartTableName" or "StartAfter" or "StartingAfter" or "EndingBefore" or "Marker" or "KeyMarker" or "PageToken" or "StartingToken" or "Offset" or "Skip" or "Page" or "Cursor" or "From" or "StartPage" or "Continue" or "continueParameter" or "WithUrl";

    public static bool IsCollection(ITypeSymbol type) => type.SpecialType != SpecialType.System_String && !IsMap(type)
        && (type is IArrayTypeSymbol || type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T || type.AllInterfaces.Any(one => one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T));

    private static bool IsMap(ITypeSymbol type) => type.Name is "Dictionary" or "IDictionary" or "IReadOnlyDictionary";

    private static bool IsContinuation(string name, bool isOwn) => Continuations.Contains(name) || (isOwn && OwnContinuations.Contains(name));

    private static IEnumerable<ISymbol> Members(ITypeSymbol type)
    {
        for (var one = type; one is { SpecialType: SpecialType.None }; one = one.BaseType)
        {
            foreach (var member in one.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false })
                    yield return member;
            }
        }

        if (type.TypeKind != TypeKind.Interface)
            yield break;

        foreach (var member in type.AllInterfaces.SelectMany(one => one.GetMembers()).OfType<IPropertySymbol>())
            yield return member;
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };
}
