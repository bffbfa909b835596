using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The calls of a method, and the places that hand it on as a delegate, in the source of its project.</summary>
internal static class Callers
{
    private const int MostCandidates = 50;

    /// <summary>The callers in order of file and place, also those that call through an interface or a base; null when they are too many to follow.</summary>
    public static IReadOnlyList<IOperation>? Of(IMethodSymbol method, Compilation compilation, CancellationToken cancellation) =>
        OneByOne(method, compilation, cancellation)?.ToList();

    /// <summary>The same, each bound only when it is come to, for whoever may know enough after the first.</summary>
    public static IEnumerable<IOperation>? OneByOne(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
            return Array.Empty<IOperation>();

        var targets = Targets(method);
        var candidates = Candidates(targets, method, compilation, cancellation);
        if (candidates.Count > MostCandidates)
            return null;

        // The order of files may differ from build to build.
        return from candidate in candidates.OrderBy(candidate => candidate.Tree.FilePath, StringComparer.Ordinal)
               let caller = NamedCall.At(candidate.Tree, candidate.Position, compilation, cancellation)
               where caller.Operation is not null && caller.Called is not null && targets.Contains(caller.Called)
               select caller.Operation;
    }

    /// <summary>The method and every declaration through which a call may reach it.</summary>
    private static HashSet<ISymbol> Targets(IMethodSymbol method)
    {
        var targets = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var one = method; one is not null; one = one.OverriddenMethod)
            targets.Add(one.OriginalDefinition);

        foreach (var type in method.ContainingType.AllInterfaces)
        {
            foreach (var member in type.GetMembers(NameOf(method)))
            {
                if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member)?.OriginalDefinition, method.OriginalDefinition))
                    targets.Add(member.OriginalDefinition);
            }
        }

        return targets;
    }

    private static List<(SyntaxTree Tree, int Position)> Candidates(HashSet<ISymbol> targets, IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        var own = method.DeclaredAccessibility == Accessibility.Private && targets.Count == 1;
        var candidates = new List<(SyntaxTree Tree, int Position)>();
        foreach (var (tree, uses) in own ? CallIndex.UsesIn(TreesOf(method.ContainingType, compilation), NameOf(method), cancellation) : CallIndex.Of(compilation).Uses(NameOf(method), cancellation))
        {
            foreach (var use in uses)
            {
                if (use.Arguments is not { } given || given <= method.Parameters.Length || method.Parameters.LastOrDefault()?.IsParams == true)
                    candidates.Add((tree, use.Position));
            }

            if (candidates.Count > MostCandidates)
                break;
        }

        return candidates;
    }

    private static IEnumerable<SyntaxTree> TreesOf(INamedTypeSymbol type, Compilation compilation) =>
        type.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree).Distinct().Where(compilation.ContainsSyntaxTree);

    private static string NameOf(IMethodSymbol method) =>
        method.MethodKind == MethodKind.ExplicitInterfaceImplementation && method.ExplicitInterfaceImplementations.Length > 0 ? method.ExplicitInterfaceImplementations[0].Name : method.Name;
}
