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

    public static ControlFlowGraph? Around(IOperation operation, OperationAnalysisContext context)
    {
        var functions = new Stack<IOperation>();
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation)
                functions.Push(around);
        }

        ControlFlowGraph? graph = Of(context);
        while (graph is not null && functions.Count > 0)
            graph = Inner(graph, functions.Pop(), context.CancellationToken);

        return graph;
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
