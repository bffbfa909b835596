using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>What a loop that tries again waits for in between.</summary>
internal static class LoopWait
{
    private static readonly HashSet<string> Waits = new(StringComparer.Ordinal) { "delay", "sleep", "wait", "backoff", "pause", "throttle", "timer", "cooldown", "spin" };

    public static RetryWait In(WrittenRetry retry)
    {
        var all = retry.Loop.Body.Descendants().OfType<IInvocationOperation>().Where(call => call != retry.Work && !IsInWork(call, retry) && IsWait(call)).ToList();
        if (all.Count == 0)
            return new(Pace.None, 0);

        // Where one of several waits is long enough, or unknown, nothing is said.
        var waits = all.ConvertAll(call => Of(call, retry.Loop));
        return waits.Find(wait => wait.Pace is Pace.Unknown or Pace.Growing) is { Pace: not Pace.Unknown } longer ? longer
            : waits.Exists(wait => wait.Pace == Pace.Unknown) ? new(Pace.Unknown, IsVaried: true)
            : waits.OrderByDescending(wait => wait.Seconds ?? double.PositiveInfinity).First();
    }

    /// <summary>The call by which a loop waits a fixed time; null where there is none, or more than one.</summary>
    public static IInvocationOperation? OnlyIn(WrittenRetry retry)
    {
        var all = retry.Loop.Body.Descendants().OfType<IInvocationOperation>().Where(call => call != retry.Work && !IsInWork(call, retry) && IsWait(call)).ToList();
        return all.Count == 1 && IsKnown(all[0]) ? all[0] : null;
    }

    private static RetryWait Of(IInvocationOperation call, ILoopOperation loop) =>
        IsKnown(call) ? RetryWait.Of(call.Arguments[0].Value, "milliseconds", part => part is ILocalReferenceOperation { Local: var local } && (loop.Locals.Contains(local, SymbolEqualityComparer.Default) || LoopExits.IsCounter(local, loop) || IsOfTheRound(local, loop))
            || part is IFieldReferenceOperation or IParameterReferenceOperation && IsChanged(part, loop)) : new(Pace.Unknown);

    private static bool IsKnown(IInvocationOperation call) => call.TargetMethod is { Name: "Delay", ContainingType.Name: "Task" } or { Name: "Sleep", ContainingType.Name: "Thread" } && call.Arguments.Length > 0;

    private static bool IsWait(IInvocationOperation call) => (Array.Exists(IdentifierWords.Of(call.TargetMethod.Name), Waits.Contains) || call.TargetMethod.Name.StartsWith("BackOff", StringComparison.Ordinal)) && call.TargetMethod.Name is not ("ConfigureAwait" or "GetAwaiter" or "WaitAsync" or "WhenAll");

    private static bool IsInWork(IInvocationOperation call, WrittenRetry retry) => call.Syntax.IsInside(retry.Work.Syntax);

    /// <summary>Whether a local is computed anew in each round from what changes.</summary>
    private static bool IsOfTheRound(ILocalSymbol local, ILoopOperation loop) => loop.Body.Descendants().Any(part => part is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local)
        && declarator.Initializer is { } initial && initial.Descendants().Any(used => used is ILocalReferenceOperation { Local: var other } && (loop.Locals.Contains(other, SymbolEqualityComparer.Default) || LoopExits.IsCounter(other, loop))));

    private static bool IsChanged(IOperation variable, ILoopOperation loop) => loop.Descendants().Any(part => part is IAssignmentOperation { Target: { } target } && target.Syntax.ToString() == variable.Syntax.ToString()
        || part is IIncrementOrDecrementOperation { Target: { } counted } && counted.Syntax.ToString() == variable.Syntax.ToString());
}
