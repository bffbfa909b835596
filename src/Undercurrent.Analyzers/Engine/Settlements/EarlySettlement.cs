using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.Completion;

namespace Undercurrent.Analyzers.Engine.Settlements;

/// <summary>Work that a settlement does not wait for, and how it misses it.</summary>
/// <param name="Work">The first of the work.</param>
/// <param name="Last">The last of it.</param>
/// <param name="Manner">What the settlement does, to be read before the name of the work.</param>
internal sealed record EarlySettlement(IOperation Work, IOperation Last, string Manner)
{
    public const string Before = "comes before";
    public const string Beside = "does not wait for";
    public const string Regardless = "follows even the failure of";

    /// <summary>Null where a settlement comes after all the work that it covers.</summary>
    public static EarlySettlement? Of(IInvocationOperation settling, ControlFlowGraph body, BrokerCalls calls)
    {
        if (RecordTrail.Of(settling, calls) is not { } trail || FunctionFlow.Around(settling, body, calls.Cancellation) is not { } flow)
            return null;

        var work = new RecordWork(calls);
        var written = Written(settling);
        var after = flow.After(settling, trail.IsNext).Select(step => written.TryGetValue((step.Syntax, step.Kind), out var one) ? one : null)
            .Where(one => one is not null && work.IsOn(one, trail) && !one.Syntax.IsInside(settling.Syntax)).ToList();
        if (after.Count > 0)
            return new(First(after)!, after.OrderBy(one => one!.Syntax.Span.End).Last()!, Before);

        var before = written.Values.Where(one => one.Syntax.SpanStart < settling.Syntax.SpanStart && one is IInvocationOperation && work.IsOn(one, trail)).ToList();
        if (before.Find(one => RecordWork.IsLeftAlone(one) && flow.After(one, trail.IsNext).Any(step => step.Syntax == settling.Syntax)) is { } alone)
            return new(alone, alone, Beside);

        // What is only taken and settled here is worked on by whoever asked for it.
        if (before.Count == 0 && Returned(settling, written, flow, trail) is { } given)
            return new(given, given, Before);

        return FinallyAround(settling) is { } attempt && before.Find(one => one.Syntax.IsInside(attempt.Body.Syntax)) is { } failing ? new(failing, failing, Regardless) : null;
    }

    /// <summary>
    /// Work that a handler begins and does not wait for, where the broker takes the handler's return for success: null for any
    /// other call, and where the handler settles by itself.
    /// </summary>
    public static string? LeftByHandler(IInvocationOperation call, BrokerCalls calls)
    {
        if (!RecordWork.IsLeftAlone(call) || RecordTrail.HandlerOf(call) is not { } handler || Returning(handler) is not { } settles)
            return null;

        var body = FlowGraphs.FunctionsAround(call).FirstOrDefault() ?? call.Root();
        var inside = body.Descendants().OfType<IInvocationOperation>().ToList();
        return !inside.Exists(one => calls.Tells(one.TargetMethod)) && RecordTrail.From(handler, body, calls) is { } trail && new RecordWork(calls).IsOn(call, trail) ? settles : null;
    }

    /// <summary>What tells the broker when a handler returns.</summary>
    private static string? Returning(IMethodSymbol handler) =>
        handler.Parameters.Any(parameter => parameter.Type.Name is "ProcessMessageEventArgs" or "ProcessSessionMessageEventArgs") ? "AutoCompleteMessages"
        : ValueUses.ResultOf(handler.ReturnType) is { Name: "Reply", ContainingType.Name: "SubscriberClient" } ? "Reply.Ack"
        : null;

    /// <summary>The operations of the function as they are written; the graph has its own of each.</summary>
    private static Dictionary<(SyntaxNode Syntax, OperationKind Kind), IOperation> Written(IOperation settling)
    {
        var written = new Dictionary<(SyntaxNode, OperationKind), IOperation>();
        foreach (var operation in (FlowGraphs.FunctionsAround(settling).FirstOrDefault() ?? settling.Root()).Descendants())
        {
            if (operation is IInvocationOperation or IAwaitOperation or IReturnOperation)
                written[(operation.Syntax, operation.Kind)] = operation;
        }

        return written;
    }

    private static IOperation? Returned(IOperation settling, Dictionary<(SyntaxNode Syntax, OperationKind Kind), IOperation> written, FunctionFlow flow, RecordTrail trail)
    {
        if (FlowGraphs.FunctionsAround(settling).Any())
            return null;

        var returns = written.Values.Where(one => one is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } && value.Unwrapped().Type is { SpecialType: not (SpecialType.System_Boolean or SpecialType.System_Int32) } && trail.Touches(value)).ToList();
        return returns.Count == 0 ? null : flow.After(settling, trail.IsNext).Select(step => returns.Find(one => ((IReturnOperation)one).ReturnedValue!.Syntax == step.Syntax)).FirstOrDefault(one => one is not null);
    }

    private static IOperation? First(List<IOperation?> work) => work.OrderBy(one => one!.Syntax.SpanStart).FirstOrDefault();

    /// <summary>The try whose finally block settles in any case, though nobody caught what went wrong in it.</summary>
    private static ITryOperation? FinallyAround(IOperation settling)
    {
        for (var inside = settling; inside.Parent is { } around and not (IAnonymousFunctionOperation or ILocalFunctionOperation or IConditionalOperation or ILoopOperation or ISwitchOperation or ICatchClauseOperation); inside = around)
        {
            if (around is ITryOperation attempt && attempt.Finally == inside)
                return attempt.Catches.All(Throws) ? attempt : null;
        }

        return null;
    }

    private static bool Throws(ICatchClauseOperation clause) =>
        clause.Handler.Operations.LastOrDefault() is IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } || clause.ExceptionType.Name is "OperationCanceledException" or "TaskCanceledException";
}
