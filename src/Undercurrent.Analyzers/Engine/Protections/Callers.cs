using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The calls of a method, and the places that hand it on as a delegate, in the source of its project.</summary>
internal static class Callers
{
    private const int MostCandidates = 50;

    /// <summary>The callers in order of file and place, also those that call through an interface or a base; null when they are too many to follow.</summary>
    public static IReadOnlyList<IOperation>? Of(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
            return Array.Empty<IOperation>();

        var targets = Targets(method);
        var candidates = Candidates(targets, method, compilation, cancellation);
        if (candidates.Count > MostCandidates)
            return null;

        // The order of files may differ from build to build.
        var callers = new List<IOperation>();
        foreach (var (tree, position) in candidates.OrderBy(candidate => candidate.Tree.FilePath, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var name = (SimpleNameSyntax)tree.GetRoot(cancellation).FindToken(position).Parent!;
            var model = SourceModels.ModelOf(compilation, tree);
            var caller = OperationAt(name, model, cancellation);
            // A method handed on as a plain Delegate has no symbol by its name, only by what becomes of it.
            var called = model.GetSymbolInfo(name, cancellation).Symbol as IMethodSymbol ?? (caller as IMethodReferenceOperation)?.Method;
            if (caller is not null && called is not null && targets.Contains((called.ReducedFrom ?? called).OriginalDefinition))
                callers.Add(caller);
        }

        return callers;
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
        var trees = own
            ? method.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree).Distinct().Where(compilation.ContainsSyntaxTree)
            : compilation.SyntaxTrees;

        var name = NameOf(method);
        var candidates = new List<(SyntaxTree Tree, int Position)>();
        foreach (var tree in trees)
        {
            foreach (var use in CallNames.Of(tree, cancellation).Uses(name))
            {
                if (use.Arguments is not { } given || given <= method.Parameters.Length || method.Parameters.LastOrDefault()?.IsParams == true)
                    candidates.Add((tree, use.Position));
            }

            if (candidates.Count > MostCandidates)
                break;
        }

        return candidates;
    }

    private static IOperation? OperationAt(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        for (SyntaxNode? node = name; node is ExpressionSyntax; node = node.Parent)
        {
            if (model.GetOperation(node, cancellation) is { } operation)
                return operation;
        }

        return null;
    }

    private static string NameOf(IMethodSymbol method) =>
        method.MethodKind == MethodKind.ExplicitInterfaceImplementation && method.ExplicitInterfaceImplementations.Length > 0 ? method.ExplicitInterfaceImplementations[0].Name : method.Name;
}
