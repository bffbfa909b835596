using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Undercurrent.Analyzers.Engine.Completion;

namespace Undercurrent.Analyzers.Engine.Settlements;

/// <summary>
/// What control may come to after an operation of a method, lambda or local function: along branches, round loops, through the
/// finally blocks it leaves, and past early returns. Made of the control-flow graph, whose operations are told by their syntax.
/// </summary>
internal sealed class FunctionFlow
{
    private readonly ControlFlowGraph _graph;
    private readonly ImmutableArray<List<IOperation>> _steps;

    private FunctionFlow(ControlFlowGraph graph)
    {
        _graph = graph;
        _steps = graph.Blocks.Select(StepsOf).ToImmutableArray();
    }

    /// <summary>The flow of the innermost function around an operation; null where the graph does not have it.</summary>
    /// <param name="operation">An operation of the body.</param>
    /// <param name="body">The graph of the whole body.</param>
    /// <param name="cancellation">Cancels making graphs.</param>
    public static FunctionFlow? Around(IOperation operation, ControlFlowGraph body, CancellationToken cancellation) =>
        FlowGraphs.Around(operation, body, cancellation) is { } graph ? new(graph) : null;

    /// <summary>The operations that may follow one on some way, until on each way one stops it.</summary>
    public IEnumerable<IOperation> After(IOperation operation, Func<IOperation, bool> stops)
    {
        if (Find(operation) is not var (start, at))
            yield break;

        var entered = new HashSet<int>();
        var ways = new Stack<(int Block, int From)>();
        ways.Push((start, at + 1));
        var own = FinallyAround(_graph.Blocks[start]);
        while (ways.Count > 0)
        {
            var (block, from) = ways.Pop();
            if (from == 0 && !entered.Add(block))
                continue;

            var stopped = false;
            for (var index = from; index < _steps[block].Count && !stopped; index++)
            {
                stopped = stops(_steps[block][index]);
                if (!stopped)
                    yield return _steps[block][index];
            }

            if (!stopped)
            {
                foreach (var next in Next(_graph.Blocks[block], own))
                    ways.Push((next, 0));
            }
        }
    }

    private (int Block, int Index)? Find(IOperation operation)
    {
        for (var block = 0; block < _steps.Length; block++)
        {
            var index = _steps[block].FindIndex(step => step.Syntax == operation.Syntax && step.Kind == operation.Kind);
            if (index >= 0)
                return (block, index);
        }

        return null;
    }

    private IEnumerable<int> Next(BasicBlock block, ControlFlowRegion? own)
    {
        foreach (var branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
        {
            if (branch is null)
                continue;

            // The end of a finally block leads on to wherever those were going who came through it.
            var branches = branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling && own is not null && FinallyAround(block) == own ? LeavingThrough(own) : new[] { branch };
            foreach (var leaving in branches)
            {
                foreach (var region in leaving.FinallyRegions)
                {
                    if (region != own)
                        yield return region.FirstBlockOrdinal;
                }

                if (leaving.Destination is { } destination)
                    yield return destination.Ordinal;
            }
        }
    }

    private IEnumerable<ControlFlowBranch> LeavingThrough(ControlFlowRegion region) =>
        _graph.Blocks.SelectMany(block => new[] { block.ConditionalSuccessor, block.FallThroughSuccessor }).Where(branch => branch?.FinallyRegions.Contains(region) == true)!;

    private static ControlFlowRegion? FinallyAround(BasicBlock block)
    {
        var region = block.EnclosingRegion;
        while (region is not null && region.Kind != ControlFlowRegionKind.Finally)
            region = region.EnclosingRegion;

        return region;
    }

    /// <summary>The operations of a block in the order in which they are done.</summary>
    private static List<IOperation> StepsOf(BasicBlock block)
    {
        var steps = new List<IOperation>();
        foreach (var operation in block.Operations)
            Add(operation, steps);

        if (block.BranchValue is { } value)
            Add(value, steps);

        return steps;
    }

    private static void Add(IOperation operation, List<IOperation> steps)
    {
        foreach (var child in operation.ChildOperations)
            Add(child, steps);

        steps.Add(operation);
    }
}
