using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The operations of one body, by kind. Walked once for all rules: the driver goes through every operation of a body for each
/// analyzer that asks for any, which for thirty rules costs more than all they do.
/// </summary>
internal sealed class BodyOperations
{
    /// <summary>Above every <see cref="OperationKind"/> there is; one that is not below shares a place, and is told apart when it is asked for.</summary>
    private const int Kinds = 256;

    /// <summary>The body all rules are called for in turn, per thread. Weak: nothing may keep a compilation alive that is gone.</summary>
    [ThreadStatic]
    private static WeakReference<BodyOperations>? _last;

    private readonly IOperation _first;
    private readonly IOperation[] _operations;
    private readonly int[] _next;
    private readonly int[] _heads = new int[Kinds];

    private BodyOperations(ImmutableArray<IOperation> blocks)
    {
        _first = blocks[0];
        _operations = All(blocks).ToArray();
        _next = new int[_operations.Length];
        for (var at = _operations.Length - 1; at >= 0; at--)
        {
            ref var head = ref _heads[(int)_operations[at].Kind % Kinds];
            (_next[at], head) = (head - 1, at + 1);
        }
    }

    public static BodyOperations Of(ImmutableArray<IOperation> blocks)
    {
        if (_last is null)
            _last = new(new(blocks));

        if (!_last.TryGetTarget(out var known) || known._first != blocks[0])
            _last.SetTarget(known = new(blocks));

        return known;
    }

    /// <summary>The place of the first operation of a kind; -1 where there is none.</summary>
    public int First(OperationKind kind) => Same(_heads[(int)kind % Kinds] - 1, kind);

    /// <summary>The place of the next operation of the kind of the one at a place; -1 where it was the last.</summary>
    public int After(int place) => Same(_next[place], _operations[place].Kind);

    public IOperation this[int place] => _operations[place];

    private int Same(int place, OperationKind kind)
    {
        while (place >= 0 && _operations[place].Kind != kind)
            place = _next[place];

        return place;
    }

    /// <summary>What the driver shows an analyzer that asks for operations: all there is in the blocks, and the body they are parts of.</summary>
    private static IEnumerable<IOperation> All(ImmutableArray<IOperation> blocks)
    {
        var body = blocks.Select(static block => block.Parent).FirstOrDefault(static parent => parent is not null);
        return (body is null ? Enumerable.Empty<IOperation>() : [body]).Concat(blocks.SelectMany(static block => block.DescendantsAndSelf()));
    }
}
