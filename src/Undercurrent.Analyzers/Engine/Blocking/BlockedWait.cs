using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Blocking;

/// <summary>A wait for a task that holds up the thread.</summary>
/// <param name="Tasks">What is waited for.</param>
/// <param name="Name">How.</param>
internal readonly record struct BlockedWait(IReadOnlyList<IOperation> Tasks, string Name)
{
    /// <summary>The wait that an operation is; null when it is none.</summary>
    public static BlockedWait? Of(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } => ValueUses.IsTask(task.Type) ? new([task], "Result") : null,
        IInvocationOperation { TargetMethod.Name: "Wait", Instance: { } task } => ValueUses.IsTask(task.Type) ? new([task], "Wait") : null,
        IInvocationOperation { TargetMethod.Name: "GetResult", Instance: { } awaiter } => Awaited(awaiter) is { } task ? new([task], "GetResult") : null,
        IInvocationOperation { TargetMethod: { IsStatic: true, Name: "WaitAll" or "WaitAny" } method, Arguments: { Length: > 0 } arguments } when ValueUses.IsTask(method.ContainingType) => new([arguments[0].Value], method.Name),
        _ => null,
    };

    /// <summary>The task of an awaiter that is asked for on the spot.</summary>
    private static IOperation? Awaited(IOperation awaiter) =>
        awaiter is IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task } && task.Type is { Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" } ? task : null;
}
