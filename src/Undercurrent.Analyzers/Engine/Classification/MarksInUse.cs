using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine.Classification;

/// <summary>One place where the project marks personal data.</summary>
/// <param name="Attribute">With what.</param>
/// <param name="Owner">The type whose member is marked, or the marked type.</param>
/// <param name="Kind">The kind of data its name tells; null where it tells none.</param>
/// <param name="IsParameter">Whether it stands on a parameter of a record as such, without <c>property:</c>.</param>
internal sealed record MarkInUse(INamedTypeSymbol Attribute, INamedTypeSymbol? Owner, string? Kind, bool IsParameter);

/// <summary>
/// The marks a project puts on its own members and types. Gathered by syntax once per file; bound only once a personal member was
/// found, since only then it matters whether the project marks any.
/// </summary>
internal sealed class MarksInUse
{
    private static readonly ConditionalWeakTable<PersonalData, MarksInUse> Cache = new();
    private static readonly ConditionalWeakTable<SyntaxTree, List<AttributeSyntax>> Written = new();

    private readonly PersonalData _data;
    private readonly Lazy<bool> _any;
    private readonly Lazy<ImmutableArray<MarkInUse>> _all;

    private MarksInUse(PersonalData data)
    {
        _data = data;
        _any = new(() => Marks().Any());
        _all = new(() => Marks().Select(Read).ToImmutableArray());
    }

    public static MarksInUse Of(PersonalData data) => Cache.GetValue(data, static data => new(data));

    /// <summary>Whether the project marks anything: one that does not is asked for nothing.</summary>
    public bool Any => _any.Value;

    /// <summary>The mark a member would be given by whoever marked the others: that of its type, else of its kind, else the usual one.</summary>
    public MarkInUse? For(INamedTypeSymbol type, string kind, AttributeTargets target) => _all.Value
        .Where(mark => _data.Marks.Says(mark.Attribute) is true && CanStand(mark.Attribute, target))
        .GroupBy(mark => mark.Attribute, SymbolEqualityComparer.Default)
        .OrderByDescending(marks => marks.Count(mark => IsOf(mark, type) && mark.Kind == kind))
        .ThenByDescending(marks => marks.Count(mark => IsOf(mark, type)))
        .ThenByDescending(marks => marks.Count(mark => mark.Kind == kind))
        .ThenByDescending(marks => marks.Count())
        .Select(marks => marks.OrderByDescending(mark => IsOf(mark, type)).First()).FirstOrDefault();

    /// <summary>Whether most parameters of records that are marked are marked as such, without <c>property:</c>.</summary>
    public bool MarksParameters(INamedTypeSymbol attribute)
    {
        var marks = _all.Value.Where(mark => SymbolEqualityComparer.Default.Equals(mark.Attribute, attribute)).ToList();
        return marks.Count(mark => mark.IsParameter) > marks.Count(mark => !mark.IsParameter && mark.Owner is { IsRecord: true });
    }

    private static bool IsOf(MarkInUse mark, INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(mark.Owner, type);

    /// <summary>The attributes that call something personal, or that it is not.</summary>
    private IEnumerable<(AttributeSyntax At, INamedTypeSymbol Type)> Marks()
    {
        var known = new Dictionary<string, INamedTypeSymbol?>(StringComparer.Ordinal);
        foreach (var tree in _data.Project.Compilation.SyntaxTrees)
        {
            foreach (var attribute in Written.GetValue(tree, static tree => Gather(tree)))
            {
                var name = attribute.Name.ToString();
                if (!known.TryGetValue(name, out var type))
                {
                    type = SourceModels.ModelOf(_data.Project.Compilation, tree).GetTypeInfo(attribute).Type as INamedTypeSymbol;
                    known.Add(name, type = type is not null && _data.Marks.Says(type) is not null ? type : null);
                }

                if (type is not null)
                    yield return (attribute, type);
            }
        }
    }

    private MarkInUse Read((AttributeSyntax At, INamedTypeSymbol Type) mark)
    {
        var marked = mark.At.Parent?.Parent switch
        {
            FieldDeclarationSyntax field => field.Declaration.Variables[0],
            var other => other,
        };
        var symbol = marked is null ? null : SourceModels.ModelOf(_data.Project.Compilation, marked.SyntaxTree).GetDeclaredSymbol(marked);
        var kind = symbol is null || symbol is INamedTypeSymbol ? null : _data.OfName(symbol.Name, null)?.Kind;
        return new(mark.Type, symbol as INamedTypeSymbol ?? symbol?.ContainingType, kind, marked is ParameterSyntax && ((AttributeListSyntax)mark.At.Parent!).Target is null);
    }

    private static bool CanStand(INamedTypeSymbol attribute, AttributeTargets target)
    {
        if (attribute.IsAbstract || !attribute.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility == Accessibility.Public && constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams)))
            return false;

        for (INamedTypeSymbol? type = attribute; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().FirstOrDefault(one => one.AttributeClass?.Name == nameof(AttributeUsageAttribute)) is { ConstructorArguments.Length: > 0 } usage)
                return usage.ConstructorArguments[0].Value is not int targets || (targets & (int)target) != 0;
        }

        return true;
    }

    private static List<AttributeSyntax> Gather(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax or ParameterListSyntax or ParameterSyntax or AttributeListSyntax)
            .OfType<AttributeSyntax>().Where(attribute => attribute.Parent?.Parent is PropertyDeclarationSyntax or FieldDeclarationSyntax or TypeDeclarationSyntax or ParameterSyntax { Parent.Parent: TypeDeclarationSyntax }).ToList();
}
