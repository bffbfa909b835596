using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The methods in source that a call may end in where the called one has no body: of the types that implement its interface or
/// extend its class, and of the handler of a message that is sent. Types are found by the names in their base lists.
/// </summary>
internal static class Implementations
{
    private const int Most = 8;

    private static readonly ConditionalWeakTable<SyntaxTree, Dictionary<string, List<TypeDeclarationSyntax>>> Heirs = new();
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ISymbol, List<IMethodSymbol>>> Known = new();

    /// <summary>The method itself when it has a body in source, else those that stand for it.</summary>
    public static IReadOnlyList<IMethodSymbol> Of(IMethodSymbol method, Compilation compilation, CancellationToken cancellation) =>
        method.ContainingType is { TypeKind: not TypeKind.Interface } && !method.IsAbstract
            ? [method]
            : Known.GetOrCreateValue(compilation).GetOrAdd(method.OriginalDefinition, asked => Find((IMethodSymbol)asked, compilation, cancellation));

    /// <summary>The handlers in source of a message of this type.</summary>
    public static IReadOnlyList<IMethodSymbol> HandlersOf(ITypeSymbol message, Compilation compilation, CancellationToken cancellation) =>
        Known.GetOrCreateValue(compilation).GetOrAdd(message, asked =>
            Types(asked.Name, compilation, cancellation)
                .SelectMany(type => type.AllInterfaces.Where(one => one.TypeArguments.Any(argument => SymbolEqualityComparer.Default.Equals(argument, asked))).SelectMany(one => one.GetMembers().OfType<IMethodSymbol>())
                    .Select(member => type.FindImplementationForInterfaceMember(member)))
                .OfType<IMethodSymbol>().Take(Most).ToList());

    private static List<IMethodSymbol> Find(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        var found = new List<IMethodSymbol>();
        foreach (var type in Types(method.ContainingType.Name, compilation, cancellation))
        {
            var member = method.ContainingType.TypeKind == TypeKind.Interface
                ? type.AllInterfaces.Where(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, method.ContainingType.OriginalDefinition))
                    .SelectMany(one => one.GetMembers(method.Name)).Where(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, method))
                    .Select(one => type.FindImplementationForInterfaceMember(one)).FirstOrDefault(one => one is not null)
                : type.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.OverriddenMethod?.OriginalDefinition, method));
            if (member is IMethodSymbol implementation && found.Count < Most)
                found.Add(implementation.OriginalDefinition);
        }

        return found;
    }

    private static IEnumerable<INamedTypeSymbol> Types(string name, Compilation compilation, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (!Heirs.GetValue(tree, static tree => Index(tree)).TryGetValue(name, out var declarations))
                continue;

            foreach (var declaration in declarations)
            {
                if (SourceModels.ModelOf(compilation, tree).GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol type)
                    yield return type;
            }
        }
    }

    /// <summary>The types of a file by the names their base lists mention, arguments included.</summary>
    private static Dictionary<string, List<TypeDeclarationSyntax>> Index(SyntaxTree tree)
    {
        var index = new Dictionary<string, List<TypeDeclarationSyntax>>(StringComparer.Ordinal);
        foreach (var type in tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>())
        {
            foreach (var name in type.BaseList?.DescendantNodes().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText).Distinct() ?? Enumerable.Empty<string>())
            {
                if (!index.TryGetValue(name, out var heirs))
                    index.Add(name, heirs = new());

                heirs.Add(type);
            }
        }

        return index;
    }
}
