using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>The control flow of the function an operation stands in: the member itself, or a lambda or local function inside it.</summary>
internal static class FlowGraphs
{
    /// <summary>By the operation around all others of a body; several rules ask for the same.</summary>
    private static readonly ConditionalWeakTable<IOperation, ControlFlowGraph> Known = new();

    /// <summary>The control flow of the whole body an operation stands in.</summary>
    public static ControlFlowGraph Of(OperationAnalysisContext context) => Known.GetValue(context.Operation.Root(), _ => context.GetControlFlowGraph());

    public static ControlFlowGraph? Around(IOperation operation, OperationAnalysisContext context) => Around(operation, Of(context), context.CancellationToken);

    /// <summary>The flow of the innermost function around an operation; null where the graph does not have it.</summary>
    /// <param name="operation">An operation of the body.</param>
    /// <param name="body">The graph of the whole body.</param>
    /// <param name="cancellation">Cancels making graphs.</param>
    public static ControlFlowGraph? Around(IOperation operation, ControlFlowGraph body, CancellationToken cancellation)
    {
        ControlFlowGraph? graph = body;
        foreach (var function in FunctionsAround(operation).Reverse())
        {
            if (graph is not null)
                graph = Inner(graph, function, cancellation);
        }

        return graph;
    }

    /// <summary>The functions written inside the body around an operation, the innermost first.</summary>
    public static IEnumerable<IOperation> FunctionsAround(IOperation operation)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation)
                yield return around;
        }
    }

    /// <summary>What a block does, in order, and what it asks at its end.</summary>
    public static IEnumerable<IOperation> OperationsOf(BasicBlock block) =>
        block.BranchValue is { } asked ? block.Operations.Append(asked) : block.Operations;

    private static ControlFlowGraph? Inner(ControlFlowGraph graph, IOperation function, CancellationToken cancellation)
    {
        if (function is ILocalFunctionOperation { Symbol: var local })
            return graph.LocalFunctions.Contains(local, SymbolEqualityComparer.Default) ? graph.GetLocalFunctionControlFlowGraph(local, cancellation) : null;

        return graph.Blocks.SelectMany(OperationsOf).SelectMany(static one => one.DescendantsAndSelf()).OfType<IFlowAnonymousFunctionOperation>().FirstOrDefault(one => one.Syntax == function.Syntax) is { } lambda
            ? graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellation)
            : null;
    }
}
