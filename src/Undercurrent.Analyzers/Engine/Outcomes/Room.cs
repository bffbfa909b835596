using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Whether a channel, a block or a collection may have no room for an item: those made without a bound always have, and those that
/// drop something else to make room say yes to everything. Where it cannot be seen which it is, the other ones of the project tell.
/// </summary>
internal sealed class Room(PipelineProject project, CancellationToken cancellation)
{
    /// <summary>Types of what is sent to wake somebody up, of which one waiting is as good as two.</summary>
    private static readonly HashSet<string> Signals = new(StringComparer.Ordinal) { "Boolean", "Byte", "Object", "ValueTuple", "Unit" };

    public bool MayRunOut(IInvocationOperation call) => (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is not { } target || call.TargetMethod.Name switch
    {
        "TryWrite" => !IsSignal(call) && !Waits(call) && MayFill(target, ChannelMayFill, "CreateBounded", "CreateUnbounded"),
        "Post" => MayFill(target, MadeMayFill, "BoundedCapacity", "new ActionBlock<", "new BufferBlock<", "new TransformBlock<", "new TransformManyBlock<", "new BatchBlock<", "new BroadcastBlock<"),
        "TryAdd" => MayFill(target, MadeMayFill, ""),
        _ => true,
    };

    private bool MayFill(IOperation target, Func<IOperation, bool?> ask, string bounded, params string[] unbounded)
    {
        var answers = Ends(target).Select(ask).ToList();
        if (answers.Contains(true))
            return true;

        if (answers.Count > 0 && !answers.Contains(null))
            return false;

        return bounded.Length == 0 || Says(bounded) || !unbounded.Any(Says);
    }

    private IEnumerable<IOperation> Ends(IOperation target) => ClientOrigin.Of(target, project.Compilation, cancellation)
        .SelectMany(end => end is IPropertyReferenceOperation { Property.Name: "Writer", Instance: { } channel } ? ClientOrigin.Of(channel, project.Compilation, cancellation) : [end]);

    private static bool? ChannelMayFill(IOperation end) => end is not IInvocationOperation { TargetMethod: { ContainingType.Name: "Channel", Name: var name } } made ? null
        : name == "CreateBounded" && !made.Arguments.SelectMany(argument => ValueOrigin.Of(argument.Value)).SelectMany(part => part.DescendantsAndSelf()).Any(part => part is IFieldReferenceOperation { Field.Name: "DropWrite" or "DropOldest" or "DropNewest" });

    private static bool? MadeMayFill(IOperation end)
    {
        if (end is not IObjectCreationOperation made)
            return null;

        return made.Arguments.Any(argument => argument.Parameter?.Name == "boundedCapacity") || made.Arguments.SelectMany(argument => ValueOrigin.Of(argument.Value)).SelectMany(part => part.DescendantsAndSelf())
            .Any(part => part is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "BoundedCapacity" }, Value: var bound } && bound.ConstantValue is not { HasValue: true, Value: -1 });
    }

    private static bool IsSignal(IInvocationOperation call) => call.TargetMethod.ContainingType.TypeArguments.Any(item => Signals.Contains(item.Name));

    /// <summary>Who has waited for room has it, as long as nobody else writes.</summary>
    private static bool Waits(IInvocationOperation call) => call.Root().Descendants().Any(one => one is IInvocationOperation { TargetMethod.Name: "WaitToWriteAsync" });

    private bool Says(string text) => project.Compilation.SyntaxTrees.Any(tree => tree.GetText(cancellation).ToString().IndexOf(text, StringComparison.Ordinal) >= 0);
}
