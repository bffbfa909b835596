using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What a value says about a person: the name it goes by, the kind of data, and how sure we are.</summary>
internal sealed record Personal(string Name, string Kind, PersonalLevel Level);

/// <summary>How a whole object is turned into text.</summary>
internal enum Printed
{
    /// <summary>By its <c>ToString</c>: of classes only what they override it with, of records, tuples and anonymous types all members.</summary>
    Plainly,

    /// <summary>Member by member: serialised, destructured, returned to a caller.</summary>
    ByMembers,
}

/// <summary>
/// What values, members and types say about a person, as the options of one rule in one file want it seen: attributes that
/// mark data first, then whole words of the name with a filter by type, then the members of whole objects. Made by
/// <see cref="For"/>, shared by all files with the same options, and remembering what it found out about symbols.
/// </summary>
internal sealed class PersonalData
{
    private static readonly ConditionalWeakTable<PipelineProject, ConcurrentDictionary<string, PersonalData>> Cache = new();
    private static readonly ConditionalWeakTable<PipelineProject, ConcurrentDictionary<(string Rule, SyntaxTree Tree), PersonalData>> ByFile = new();

    private readonly ConcurrentDictionary<ISymbol, Personal?> _members = new(SymbolEqualityComparer.Default);
    private readonly PersonalObjects _objects;
    private readonly PersonalMarks _marks;
    private readonly PersonalLevel _least;

    private PersonalData(PipelineProject project, ImmutableArray<string> words, ImmutableArray<string> exclusions, ImmutableArray<string> attributes, ImmutableArray<string> sanitisers, string level)
    {
        Project = project;
        Terms = project.PersonalData.With(Rows(words, exclusions), static _ => { });
        Sanitisers = new(project, Terms, sanitisers);
        _marks = new(attributes);
        _objects = new(this, project.Compilation);
        // UC0001 speaks of a level that is none.
        _ = Enum.TryParse(level, ignoreCase: true, out _least);
    }

    public PipelineProject Project { get; }

    public PersonalDataTerms Terms { get; }

    public Sanitisers Sanitisers { get; }

    /// <summary>The attributes that mark personal data.</summary>
    public PersonalMarks Marks => _marks;

    /// <summary>Personal data as a rule is to see it in a file.</summary>
    public static PersonalData For(PipelineProject project, string rule, SyntaxTree tree) =>
        ByFile.GetOrCreateValue(project).GetOrAdd((rule, tree), at =>
        {
            var options = project.Options;
            string Read(Option option) => options.Value(option, at.Rule, at.Tree);
            var (words, exclusions, attributes) = (Read(Options.PersonalDataWords), Read(Options.PersonalDataExclusions), Read(Options.PersonalDataAttributes));
            var (sanitisers, level) = (Read(Options.Sanitisers), Read(Options.PersonalDataLevel));
            return Cache.GetOrCreateValue(project).GetOrAdd(
                string.Join("|", words, exclusions, attributes, sanitisers, level),
                _ => new(project, Items(words), Items(exclusions), Items(attributes), Items(sanitisers), level));
        });

    /// <summary>What a property, field, parameter, local or getter-like method says about a person by its marks or its name.</summary>
    public Personal? OfMember(ISymbol member) => _members.GetOrAdd(member, FindMember);

    /// <summary>The same, where it is reached through another type than the one that declares it, or through a name that says whose it is.</summary>
    public Personal? OfMember(ISymbol member, ITypeSymbol? receiver, string? owner = null)
    {
        if (OfMember(member) is { } found)
            return found;

        if (_marks.Judge(member) is false || PersonalObjects.IsIdentity(member, member.ContainingType))
            return null;

        var through = receiver is INamedTypeSymbol { TypeKind: not TypeKind.Dynamic } && !SymbolEqualityComparer.Default.Equals(receiver, member.ContainingType) ? receiver.Name : null;
        return through is null && (owner is null || !Terms.NamesPerson(owner)) ? null : OfName(member.Name, TypeOf(member), (ContainerOf(member) ?? "") + through, owner);
    }

    /// <summary>What a name says about a person where nothing but the name is known, such as a hole of a template or a column.</summary>
    public Personal? OfName(string name, ITypeSymbol? type, string? container = null, string? owner = null) =>
        Terms.Find(name, container, owner) is { } found && found.Level >= _least && (type is null || PersonalForms.Carries(type, found.Term.Kind, Terms, _objects))
            ? new(name, found.Term.Kind, found.Level)
            : null;

    /// <summary>What printing a whole object says about a person; null when it prints nothing that does.</summary>
    public Personal? OfType(ITypeSymbol? type, Printed how) => type is null ? null : _objects.Of(type, how);

    /// <summary>The members of a type, its own and inherited, that are personal by themselves.</summary>
    public ImmutableArray<ISymbol> MembersOf(ITypeSymbol type) => _objects.MembersOf(type);

    /// <summary>
    /// Whether a type is a record about a person: an identity and two personal members, a personal member of the surest kind, or
    /// the name of a person and any personal member.
    /// </summary>
    public bool IsPersonalRecord(ITypeSymbol type) => _objects.IsRecordOfPerson(type);

    private Personal? FindMember(ISymbol member)
    {
        var marked = _marks.Judge(member);
        if (marked is false || member is IFieldSymbol { IsConst: true } || (member.ContainingType is { } type && PersonalObjects.IsIdentity(member, type)))
            return null;

        var named = member is IMethodSymbol method ? OfGetter(method) : OfName(member.Name, TypeOf(member), ContainerOf(member));
        return marked is true ? new(member.Name, named?.Kind ?? "marked as such", PersonalLevel.High) : named;
    }

    private Personal? OfGetter(IMethodSymbol method) =>
        PersonalForms.ReadBy(method.Name) is { } name ? OfName(name, method.ReturnType, ContainerOf(method)) : null;

    /// <summary>Only members have a container that says whose they are; the type around a parameter is the one that handles it.</summary>
    private static string? ContainerOf(ISymbol member) =>
        member is IPropertySymbol or IFieldSymbol && member.ContainingType is { IsTupleType: false } type ? type.Name : null;

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        _ => null,
    };

    private static ImmutableArray<string> Items(string value) => Option.Items(value).ToImmutableArray();

    private static List<CatalogueRow> Rows(ImmutableArray<string> words, ImmutableArray<string> exclusions) =>
        words.Select(word => new CatalogueRow(0, $"term {string.Join(" ", IdentifierWords.Of(word))} configured high"))
            .Concat(exclusions.Select(word => new CatalogueRow(0, $"clean {string.Join(" ", IdentifierWords.Of(word))}"))).ToList();
}
