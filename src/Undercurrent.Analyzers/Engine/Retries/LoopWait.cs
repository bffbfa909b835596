using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>What a loop that tries again waits for in between.</summary>
internal static class LoopWait
{
    private static readonly HashSet<string> Waits = new(StringComparer.Ordinal) { "delay", "sleep", "wait", "backoff", "pause", "throttle", "timer", "cooldown", "spin" };

    public static RetryWait In(WrittenRetry retry) =>
        In(retry.Loop.Descendants(), retry.Work, part => part is ILocalReferenceOperation { Local: var local } && (retry.Loop.Locals.Contains(local, SymbolEqualityComparer.Default) || LoopExits.IsCounter(local, retry.Loop) || IsOfTheRound(local, retry.Loop))
            || part is IFieldReferenceOperation or IParameterReferenceOperation && IsChanged(part, retry.Loop));

    /// <summary>The same of a round that is made in another way.</summary>
    public static RetryWait In(IEnumerable<IOperation> round, IInvocationOperation work, Func<IOperation, bool> varies)
    {
        var all = round.OfType<IInvocationOperation>().Where(call => call != work && !call.Syntax.IsInside(work.Syntax) && IsWait(call)).ToList();
        if (all.Count == 0)
            return new(Pace.None, 0);

        // Where one of several waits is long enough, or unknown, nothing is said.
        var waits = all.ConvertAll(call => IsKnown(call) ? RetryWait.Of(call.Arguments[0].Value, "milliseconds", varies) : new(Pace.Unknown));
        return waits.Find(wait => wait.Pace is Pace.Unknown or Pace.Growing) is { Pace: not Pace.Unknown } longer ? longer
            : waits.Exists(wait => wait.Pace == Pace.Unknown) ? new(Pace.Unknown, IsVaried: true)
            : waits.OrderByDescending(wait => wait.Seconds ?? double.PositiveInfinity).First();
    }

    private static bool IsKnown(IInvocationOperation call) => call.TargetMethod is { Name: "Delay", ContainingType.Name: "Task" } or { Name: "Sleep", ContainingType.Name: "Thread" } && call.Arguments.Length > 0;

    public static bool IsWait(IInvocationOperation call) => (Array.Exists(IdentifierWords.Of(call.TargetMethod.Name), Waits.Contains) || call.TargetMethod.Name.StartsWith("BackOff", StringComparison.Ordinal)) && call.TargetMethod.Name is not ("ConfigureAwait" or "GetAwaiter" or "WaitAsync" or "WhenAll");

    /// <summary>Whether a local is computed anew in each round from what changes.</summary>
    private static bool IsOfTheRound(ILocalSymbol local, ILoopOperation loop) => loop.Body.Descendants().Any(part => part is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local)
        && declarator.Initializer is { } initial && initial.Descendants().Any(used => used is ILocalReferenceOperation { Local: var other } && (loop.Locals.Contains(other, SymbolEqualityComparer.Default) || LoopExits.IsCounter(other, loop))));

    private static bool IsChanged(IOperation variable, ILoopOperation loop) => loop.Descendants().Any(part => part is IAssignmentOperation { Target: { } target } && target.Syntax.ToString() == variable.Syntax.ToString()
        || part is IIncrementOrDecrementOperation { Target: { } counted } && counted.Syntax.ToString() == variable.Syntax.ToString());
}
