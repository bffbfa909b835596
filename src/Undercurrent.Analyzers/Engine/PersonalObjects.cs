using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What whole objects say about a person by their members. Bounded in depth, so types may refer to themselves.</summary>
internal sealed class PersonalObjects(PersonalData data, Compilation compilation)
{
    private const int Deepest = 4;

    // By depth as well: types refer to each other, and to walk every way through them would grow with the power of the depth.
    private readonly ConcurrentDictionary<(ITypeSymbol Type, Printed How, int Depth), Personal?> _printed = new(ByTypeAndManner.Instance);
    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<ISymbol>> _members = new(SymbolEqualityComparer.Default);

    public Personal? Of(ITypeSymbol type, Printed how) => Of(type, how, 0);

    public ImmutableArray<ISymbol> MembersOf(ITypeSymbol type) =>
        _members.GetOrAdd(type, asked => Members(asked).Where(member => data.OfMember(member, asked) is not null).ToImmutableArray());

    public bool IsRecordOfPerson(ITypeSymbol type)
    {
        var personal = MembersOf(type);
        return personal.Any(member => data.OfMember(member, type)!.Level == PersonalLevel.High)
            || (personal.Length >= 1 && data.Terms.NamesPerson(type.Name))
            || (personal.Length >= 2 && Members(type).Any(member => IsIdentity(member, type)));
    }

    /// <summary>Whether a type wraps one value and prints it: an <c>EmailAddress</c> of one's own.</summary>
    public bool IsValue(INamedTypeSymbol type)
    {
        if (data.Terms.FindIn(type.Name) is null || ToStringOf(type) is null && !type.IsRecord)
            return false;

        var members = Members(type).Where(member => member is IPropertySymbol or IFieldSymbol).ToList();
        return members.Count == 1 && TypeOf(members[0]).SpecialType == SpecialType.System_String;
    }

    /// <summary>Whether a member is the key of its object.</summary>
    public static bool IsIdentity(ISymbol member, ITypeSymbol type) =>
        member is IPropertySymbol or IFieldSymbol
        && (member.Name is "Id" or "ID" or "Key" or "Uid" or "Uuid" || member.Name == type.Name + "Id" || member.Name == type.Name + "Key");

    /// <summary>Whether a type is of the framework, whose names say nothing about the project's data.</summary>
    public static bool IsFramework(INamedTypeSymbol type) => !type.IsTupleType && type.RootNamespace() == "System";

    private Personal? Of(ITypeSymbol type, Printed how, int depth)
    {
        if (depth > Deepest || PersonalForms.Element(type) is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } named)
            return null;

        return _printed.GetOrAdd((named, how, depth), asked => IsFramework((INamedTypeSymbol)asked.Type) ? null : Find((INamedTypeSymbol)asked.Type, asked.How, asked.Depth));
    }

    private Personal? Find(INamedTypeSymbol named, Printed how, int depth)
    {
        var kinds = new List<string>();
        var level = PersonalLevel.Low;
        foreach (var member in Printed(named, how))
        {
            if ((data.OfMember(member, named) ?? Of(TypeOf(member), how, depth + 1)) is not { } personal)
                continue;

            level = personal.Level > level ? personal.Level : level;
            kinds.AddRange(personal.Kind.Split(',').Select(kind => kind.Trim()).Where(kind => !kinds.Contains(kind)));
        }

        if (kinds.Count == 0 && IsValue(named))
            return data.OfName(named.Name, null);

        return kinds.Count == 0 ? null : new(named.Name, string.Join(", ", kinds.Take(3)), level);
    }

    private IEnumerable<ISymbol> Printed(INamedTypeSymbol type, Printed how)
    {
        if (type.IsTupleType)
            return type.TupleElements;

        if (how == Engine.Printed.ByMembers)
            return Members(type).Where(member => !PersonalMarks.IsWithheld(member));

        if (type.IsAnonymousType)
            return Members(type);

        if (ToStringOf(type) is { } text)
            return Reads(text);

        return type.IsRecord ? Members(type) : Array.Empty<ISymbol>();
    }

    /// <summary>The public properties and fields of a type, its own first.</summary>
    private static IEnumerable<ISymbol> Members(ITypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var part = type; part is not null && part.SpecialType == SpecialType.None; part = part.BaseType)
        {
            foreach (var member in part.GetMembers())
            {
                if (member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false } or { IsStatic: false, DeclaredAccessibility: Accessibility.Public, ContainingType.IsAnonymousType: true }
                    && member is IPropertySymbol { IsIndexer: false, IsWriteOnly: false } or IFieldSymbol { AssociatedSymbol: null } && seen.Add(member.Name))
                    yield return member;
            }
        }
    }

    /// <summary>The <c>ToString</c> a person wrote for the type or one of its bases.</summary>
    private static IMethodSymbol? ToStringOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? part = type; part is not null && !IsFramework(part); part = part.BaseType)
        {
            foreach (var method in part.GetMembers("ToString").OfType<IMethodSymbol>())
            {
                if (method is { IsOverride: true, Parameters.IsEmpty: true, IsImplicitlyDeclared: false } && !method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute"))
                    return method;
            }

            if (part.IsRecord)
                return null;
        }

        return null;
    }

    /// <summary>The members of its own object whose values reach what a written <c>ToString</c> returns.</summary>
    private List<ISymbol> Reads(IMethodSymbol text)
    {
        var read = new List<ISymbol>();
        foreach (var returned in SourceModels.BodyOf(text, compilation)?.Descendants().OfType<IReturnOperation>() ?? Enumerable.Empty<IReturnOperation>())
        {
            if (returned.ReturnedValue is { } value)
                read.AddRange(ValueOrigin.Of(value, data.Sanitisers.Ends).OfType<IMemberReferenceOperation>().Where(member => member.Instance is IInstanceReferenceOperation).Select(member => member.Member));
        }

        return read;
    }

    private static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    private sealed class ByTypeAndManner : IEqualityComparer<(ITypeSymbol Type, Printed How, int Depth)>
    {
        public static readonly ByTypeAndManner Instance = new();

        public bool Equals((ITypeSymbol Type, Printed How, int Depth) left, (ITypeSymbol Type, Printed How, int Depth) right) =>
            left.How == right.How && left.Depth == right.Depth && SymbolEqualityComparer.Default.Equals(left.Type, right.Type);

        public int GetHashCode((ITypeSymbol Type, Printed How, int Depth) asked) => (SymbolEqualityComparer.Default.GetHashCode(asked.Type) * 31 + (int)asked.How) * 31 + asked.Depth;
    }
}
