using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Which types carry records about people: the records themselves, collections and results of them, and the answers, pages and
/// messages that hold one. Bounded in depth.
/// </summary>
internal sealed class PersonalRecords(PersonalData data)
{
    private const int Deepest = 4;

    private static readonly ConditionalWeakTable<PersonalData, PersonalRecords> Cache = new();

    /// <summary>The last words of types made to hold others. The entities of a model hold others too, but seldom load them.</summary>
    private static readonly HashSet<string> Holders = new(StringComparer.Ordinal)
    {
        "dto", "response", "reply", "result", "page", "list", "view", "vm", "model", "payload", "message", "event", "envelope", "request", "command", "export", "report", "data", "body", "batch", "document",
    };

    private static readonly HashSet<string> Organisations = new(StringComparer.Ordinal)
    {
        "company", "organization", "organisation", "supplier", "vendor", "store", "shop", "branch", "clinic", "hospital", "pharmacy", "bank", "provider", "merchant", "business", "firm", "institution", "department", "office",
        "warehouse", "restaurant", "hotel", "school", "university", "agency", "manufacturer", "carrier", "site", "facility", "laboratory", "enterprise",
    };

    private static readonly HashSet<string> Reach = new(StringComparer.Ordinal) { "email", "phone", "postal-address", "postal-code" };

    private readonly ConcurrentDictionary<ITypeSymbol, PersonalRecord?> _known = new(SymbolEqualityComparer.Default);

    public PersonalData Data { get; } = data;

    public static PersonalRecords For(PipelineProject project, string rule, SyntaxTree tree) =>
        Cache.GetValue(PersonalData.For(project, rule, tree), static data => new(data));

    public PersonalRecord? Of(ITypeSymbol? type) => type is null ? null : _known.GetOrAdd(type, asked => Find(asked, 0));

    /// <summary>The same for records and collections of them, not for what holds one among other things.</summary>
    public PersonalRecord? OfRecords(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => OfRecords(array.ElementType),
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named => Record(named) ?? named.TypeArguments.Where(_ => CarriesItsArguments(named)).Select(OfRecords).FirstOrDefault(found => found is not null),
        _ => null,
    };

    /// <summary>What one member read from an object says, when the object is about a person or the member alone says enough.</summary>
    public PersonalRecord? OfMember(ISymbol member, ITypeSymbol? receiver)
    {
        if (Data.OfMember(member, receiver) is not { } personal || PersonalMarks.IsWithheld(member))
            return null;

        var owner = receiver ?? member.ContainingType;
        return personal.Level == PersonalLevel.High || (owner is not null && Data.IsPersonalRecord(owner))
            ? PersonalRecord.Of(EntityOf(owner), [personal])
            : null;
    }

    /// <summary>The personal members of a type that leave when it is serialised.</summary>
    public IEnumerable<Personal> FieldsOf(ITypeSymbol type) =>
        Data.MembersOf(type).Where(member => !PersonalMarks.IsWithheld(member)).Select(member => Data.OfMember(member, type)!);

    private static string EntityOf(ITypeSymbol? type) => type is { Name.Length: > 0, IsTupleType: false } ? type.Name : "record";

    private PersonalRecord? Find(ITypeSymbol type, int depth)
    {
        if (depth > Deepest)
            return null;

        switch (type)
        {
            case IArrayTypeSymbol array:
                return Find(array.ElementType, depth + 1);
            case ITypeParameterSymbol parameter:
                return parameter.ConstraintTypes.Select(constraint => Find(constraint, depth + 1)).FirstOrDefault(found => found is not null);
            case INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named:
                return Record(named) ?? Held(named, depth);
            default:
                return null;
        }
    }

    private PersonalRecord? Record(INamedTypeSymbol type) =>
        !IsFramework(type) && Data.IsPersonalRecord(type) && FieldsOf(type).ToList() is { Count: > 0 } fields && !IsOrganisation(type, fields) ? PersonalRecord.Of(EntityOf(type), fields) : null;

    /// <summary>Whether what a type tells is how to reach a firm, not a person.</summary>
    public bool IsOrganisation(INamedTypeSymbol type) => IsOrganisation(type, FieldsOf(type).ToList());

    private bool IsOrganisation(INamedTypeSymbol type, List<Personal> fields) =>
        fields.All(field => Reach.Contains(field.Kind)) && !Data.Terms.NamesPerson(type.Name) && Array.Exists(IdentifierWords.Of(type.Name), Organisations.Contains);

    private PersonalRecord? Held(INamedTypeSymbol type, int depth)
    {
        if (type.IsTupleType)
            return type.TupleElements.Select(element => Find(element.Type, depth + 1)).FirstOrDefault(found => found is not null);

        // An ILogger<Customer> or an IRepository<Customer> works on customers without being some.
        if (type.TypeKind == TypeKind.Interface && !IsCollection(type) && !IsFramework(type))
            return null;

        foreach (var argument in type.TypeArguments)
        {
            if (CarriesItsArguments(type) && Find(argument, depth + 1) is { } found)
                return found;
        }

        if (IsFramework(type) || !(type.IsRecord || type.IsAnonymousType || Holders.Contains(IdentifierWords.Of(type.Name).LastOrDefault() ?? "")))
            return null;

        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public } property
                && property.Type.TypeKind is not (TypeKind.Enum or TypeKind.Delegate) && !PersonalMarks.IsWithheld(property) && Find(property.Type, depth + 2) is { } held)
                return held;
        }

        return null;
    }

    private static bool CarriesItsArguments(INamedTypeSymbol type) =>
        type.Name is not ("ILogger" or "Logger" or "DbContextOptions" or "IOptions" or "Expression" or "UserManager" or "SignInManager" or "Lazy");

    private static bool IsCollection(INamedTypeSymbol type) => type.AllInterfaces.Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable);

    /// <summary>Types that are not about anybody, whatever they are called; the users of Identity are.</summary>
    private static bool IsFramework(INamedTypeSymbol type)
    {
        var (space, inner) = (type.ContainingNamespace, "");
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            inner = space.Name;
            space = space.ContainingNamespace;
        }

        return !type.IsTupleType && !type.IsAnonymousType && type.Locations.All(location => !location.IsInSource)
            && (space?.Name == "System" || (space?.Name == "Microsoft" && !type.Name.StartsWith("IdentityUser", StringComparison.Ordinal)) && inner.Length > 0);
    }
}
