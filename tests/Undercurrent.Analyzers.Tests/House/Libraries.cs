using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Tests.House;

/// <summary>The real libraries behind the catalogues: every one in one major, and those that changed their shape in the other.</summary>
internal static class Libraries
{
    private const string Declarations = "Undercurrent.Analyzers.Declarations";

    private static readonly ImmutableDictionary<string, string> Packages =
        Described("ClientLibrary").Concat(Described("OtherMajor")).ToImmutableDictionary(library => library.File, library => library.Package);

    private static readonly ImmutableArray<string> Trusted = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)];

    private static readonly ImmutableArray<CSharpCompilation> Compilations = [Compile([.. Described("ClientLibrary").Select(library => library.File)]), Compile(Others())];

    private static readonly ConcurrentDictionary<ApiEntry, ImmutableArray<ISymbol>> Found = new();

    /// <summary>The symbols a row names: members, or types where it names any member. Empty when there is no such API.</summary>
    public static ImmutableArray<ISymbol> Named(ApiEntry entry) => Found.GetOrAdd(entry, static named =>
        [.. Compilations.SelectMany(compilation => named.Type == ApiEntry.Any ? InAnyType(compilation, named) : InTypes(compilation, named))]);

    /// <summary>What the row was verified against: packages and versions, the framework, or the declarations kept with the tests.</summary>
    public static string VerifiedAgainst(ApiEntry entry) => entry.Type == ApiEntry.Setting
        ? "a name in text"
        : string.Join(", ", Named(entry).Select(Origin).Distinct().Order(StringComparer.Ordinal));

    private static string Origin(ISymbol symbol)
    {
        foreach (var compilation in Compilations)
        {
            if (compilation.GetMetadataReference(symbol.ContainingAssembly) is PortableExecutableReference { FilePath: { } file })
                return Packages.TryGetValue(file, out var package) ? package : symbol.ContainingAssembly.Name == Declarations ? "declarations" : "framework";
        }

        return "nowhere";
    }

    private static IEnumerable<ISymbol> InTypes(CSharpCompilation compilation, ApiEntry entry) =>
        compilation.GetTypesByMetadataName(entry.Type).Where(type => type.DeclaredAccessibility == Accessibility.Public)
            .SelectMany(type => entry.Member == ApiEntry.Any ? [type] : type.GetMembers(entry.Member).Where(member => IsMeant(member, entry)));

    private static IEnumerable<ISymbol> InAnyType(CSharpCompilation compilation, ApiEntry entry) =>
        compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: { } file } && Packages.ContainsKey(file))
            .SelectMany(assembly => assembly.GlobalNamespace.Accept(new PublicTypes())!).SelectMany(type => type.GetMembers(entry.Member)).Where(member => IsMeant(member, entry));

    private static bool IsMeant(ISymbol member, ApiEntry entry) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && (entry.Parameter is null || (member is IMethodSymbol method && method.Parameters.Any(parameter => parameter.Name == entry.Parameter)));

    private static CSharpCompilation Compile(string[] libraries)
    {
        var names = libraries.Select(Path.GetFileName).ToImmutableHashSet();
        var rest = Trusted.Where(file => !names.Contains(Path.GetFileName(file)));
        return CSharpCompilation.Create("Libraries", references: libraries.Concat(rest).Select(file => MetadataReference.CreateFromFile(file)));
    }

    private static string[] Others()
    {
        var others = Described("OtherMajor").Select(library => library.File).ToList();
        var names = others.Select(Path.GetFileName).ToHashSet();
        return [.. others, .. Described("ClientLibrary").Select(library => library.File).Where(file => !names.Contains(Path.GetFileName(file)))];
    }

    private static IEnumerable<(string Package, string File)> Described(string kind) =>
        typeof(Libraries).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Where(attribute => attribute.Key == kind)
            .Select(attribute => attribute.Value!.Split('|')).Select(parts => (parts[0], parts[1]));

    private sealed class PublicTypes : SymbolVisitor<IEnumerable<INamedTypeSymbol>>
    {
        public override IEnumerable<INamedTypeSymbol> VisitNamespace(INamespaceSymbol symbol) => symbol.GetMembers().SelectMany(member => member.Accept(this)!);

        public override IEnumerable<INamedTypeSymbol> VisitNamedType(INamedTypeSymbol symbol) =>
            symbol.DeclaredAccessibility == Accessibility.Public ? symbol.GetTypeMembers().SelectMany(VisitNamedType).Prepend(symbol) : [];
    }
}
