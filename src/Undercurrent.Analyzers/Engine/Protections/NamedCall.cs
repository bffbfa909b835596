using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// What a name that may be a call turns out to be. Methods of many types share a name, so each place is bound once per
/// compilation, whoever's callers are looked for.
/// </summary>
/// <param name="Operation">The call, or the reference that hands the method on; null where there is none.</param>
/// <param name="Called">The definition of the method; null where it is none.</param>
internal readonly record struct NamedCall(IOperation? Operation, IMethodSymbol? Called)
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<(SyntaxTree Tree, int Position), NamedCall>> Cache = new();

    public static NamedCall At(SyntaxTree tree, int position, Compilation compilation, CancellationToken cancellation)
    {
        var known = Cache.GetOrCreateValue(compilation);
        if (known.TryGetValue((tree, position), out var call))
            return call;

        cancellation.ThrowIfCancellationRequested();
        var name = (SimpleNameSyntax)tree.GetRoot(cancellation).FindToken(position).Parent!;
        var model = SourceModels.ModelOf(compilation, tree);
        var operation = OperationOf(name, model, cancellation);
        // A method handed on as a plain Delegate has no symbol by its name, only by what becomes of it.
        var called = model.GetSymbolInfo(name, cancellation).Symbol as IMethodSymbol ?? (operation as IMethodReferenceOperation)?.Method;
        return known.GetOrAdd((tree, position), new NamedCall(operation, (called?.ReducedFrom ?? called)?.OriginalDefinition));
    }

    private static IOperation? OperationOf(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        for (SyntaxNode? node = name; node is ExpressionSyntax; node = node.Parent)
        {
            if (model.GetOperation(node, cancellation) is { } operation)
                return operation;
        }

        return null;
    }
}
