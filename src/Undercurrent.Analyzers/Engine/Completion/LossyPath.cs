using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>
/// Whether some path leads from where work is begun to the end of the function without finishing it. Only the ways a function
/// is left in good order count: one that throws may leave its work undone, and mostly should.
/// </summary>
internal sealed class LossyPath
{
    private readonly UnfinishedWork _work;
    private readonly List<Step>[] _steps;
    private readonly bool _isFinishedSomewhere;
    private readonly HashSet<(int Block, bool Dirty)> _seen = new();
    private readonly Stack<(BasicBlock Block, bool Dirty)> _next = new();

    private LossyPath(ControlFlowGraph graph, UnfinishedWork work)
    {
        _work = work;
        _steps = graph.Blocks.Select(block => StepsOf(FlowGraphs.OperationsOf(block))).ToArray();
        _isFinishedSomewhere = Array.Exists(_steps, static steps => steps.Contains(Step.Finishes));
    }

    /// <summary>The work is begun in one of the operations of this graph.</summary>
    public static bool Exists(ControlFlowGraph graph, UnfinishedWork work)
    {
        foreach (var block in graph.Blocks)
        {
            var operations = FlowGraphs.OperationsOf(block).ToList();
            var begun = operations.FindIndex(operation => operation.DescendantsAndSelf().Any(one => one.Syntax == work.Origin.Syntax && one.Kind == work.Origin.Kind));
            if (begun >= 0)
                return new LossyPath(graph, work).IsLostAfter(block, operations.Skip(begun + 1));
        }

        return false;
    }

    private bool IsLostAfter(BasicBlock origin, IEnumerable<IOperation> rest)
    {
        if (Pass(StepsOf(rest), _work.IsWriteItself) is not { } dirty)
            return _wasLost;

        Leave(origin, dirty);
        while (_next.Count > 0)
        {
            var (block, before) = _next.Pop();
            if (block.Kind == BasicBlockKind.Exit)
            {
                if (before && !_work.IsClosedAtTheEnd)
                    return true;
            }
            else if (Pass(_steps[block.Ordinal], before) is { } after)
            {
                Leave(block, after);
            }
            else if (_wasLost)
            {
                return true;
            }
        }

        return false;
    }

    private bool _wasLost;

    /// <summary>Whether something unfinished stands there after these steps; null where the path ends in them, one way or the other.</summary>
    private bool? Pass(List<Step> steps, bool dirty)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case Step.Ends:
                case Step.Finishes when _work.IsOverOnceFinished:
                    _wasLost = dirty && step == Step.Ends;
                    return null;
                case Step.Finishes:
                    dirty = false;
                    break;
                default:
                    dirty |= step == Step.Writes || !_isFinishedSomewhere;
                    break;
            }
        }

        return dirty;
    }

    private void Leave(BasicBlock block, bool dirty)
    {
        // Who asks how it went before he commits has decided what becomes of it otherwise.
        if (dirty && _isFinishedSomewhere && block.ConditionKind != ControlFlowConditionKind.None && _work.Decides(block.BranchValue!) && MayFinishAfter(block))
            return;

        var whenMissing = _work.WhenMissing(block);
        foreach (var branch in BranchesOf(block))
        {
            var isFinished = FinishesOnTheWay(branch);
            if (branch != whenMissing && !(isFinished && _work.IsOverOnceFinished) && _seen.Add((branch.Destination!.Ordinal, dirty && !isFinished)))
                _next.Push((branch.Destination, dirty && !isFinished));
        }
    }

    private bool MayFinishAfter(BasicBlock from)
    {
        var (seen, next) = (new HashSet<int>(), new Stack<BasicBlock>());
        next.Push(from);
        while (next.Count > 0)
        {
            foreach (var branch in BranchesOf(next.Pop()))
            {
                if (_steps[branch.Destination!.Ordinal].Contains(Step.Finishes) || FinishesOnTheWay(branch))
                    return true;

                if (seen.Add(branch.Destination.Ordinal))
                    next.Push(branch.Destination);
            }
        }

        return false;
    }

    private bool FinishesOnTheWay(ControlFlowBranch branch) => branch.FinallyRegions.Any(region =>
        Enumerable.Range(region.FirstBlockOrdinal, region.LastBlockOrdinal - region.FirstBlockOrdinal + 1).Any(block => _steps[block].Contains(Step.Finishes)));

    private static IEnumerable<ControlFlowBranch> BranchesOf(BasicBlock block) =>
        new[] { block.FallThroughSuccessor, block.ConditionalSuccessor }.Where(static branch => branch is { Destination: not null, Semantics: ControlFlowBranchSemantics.Regular or ControlFlowBranchSemantics.Return })!;

    private List<Step> StepsOf(IEnumerable<IOperation> operations) =>
        operations.SelectMany(static one => one.DescendantsAndSelf()).Select(_work.StepOf).Where(static step => step != Step.None).ToList();
}
