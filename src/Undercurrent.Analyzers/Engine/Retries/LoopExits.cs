using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>How a loop is left: because its work is done, or because it has gone on for long enough.</summary>
internal static class LoopExits
{
    /// <summary>Whether a loop is left where nothing failed.</summary>
    public static bool LeavesWhenDone(ILoopOperation loop, ITryOperation? attempt)
    {
        if (ConditionOf(loop) is { } condition && condition.DescendantsAndSelf().Any(part => ValueUses.VariableOf(part) is ILocalSymbol local && IsSetIn(local, attempt?.Body ?? loop.Body) && !IsCounter(local, loop)))
            return true;

        return loop.Body.Descendants().Any(part => Leaves(part, loop) && part is not IThrowOperation && !IsInCatch(part, loop));
    }

    /// <summary>Whether nothing but success, or the end of the program, ends a loop: no count, no clock, no cancellation.</summary>
    public static bool IsEndless(ILoopOperation loop)
    {
        if (loop is IForEachLoopOperation || (ConditionOf(loop) is { } condition && !IsNeverFalse(condition) && !IsAboutSuccess(condition, loop)))
            return false;

        foreach (var part in loop.Body.Descendants())
        {
            if (IsCancellation(part, loop) || (Leaves(part, loop) && IsCap(part, loop)))
                return false;

            if (part is ICatchClauseOperation { Filter: { } filter } && filter.DescendantsAndSelf().Any(inside => IsLimit(inside, loop)))
                return false;
        }

        return true;
    }

    /// <summary>Whether an operation ends a loop, or the method it is in.</summary>
    private static bool Leaves(IOperation part, ILoopOperation loop) => !IsInFunction(part, loop) && part switch
    {
        IReturnOperation { Kind: OperationKind.Return } => true,
        IThrowOperation => true,
        IBranchOperation { BranchKind: BranchKind.Break } branch => SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel),
        IBranchOperation { BranchKind: BranchKind.GoTo } branch => loop.Locals.IsEmpty && branch.Target.DeclaringSyntaxReferences.All(label => !label.GetSyntax().IsInside(loop.Syntax)),
        _ => false,
    };

    /// <summary>In a catch that also goes round, on a condition that comes true with time, or by an exception of the loop's own.</summary>
    private static bool IsCap(IOperation exit, ILoopOperation loop)
    {
        var inside = exit;
        for (var around = exit.Parent; around is not null && around != loop; inside = around, around = around.Parent)
        {
            if (around is ICatchClauseOperation)
                return true;

            if (around is IConditionalOperation choice && inside != choice.Condition && choice.Condition.DescendantsAndSelf().Any(part => IsLimit(part, loop)))
                return true;

            if (around is ITryOperation attempt && inside == attempt.Body)
                return false;
        }

        return exit is IThrowOperation;
    }

    /// <summary>Whether a part of a condition comes true with time: a count, a clock, a token.</summary>
    private static bool IsLimit(IOperation part, ILoopOperation loop) => part switch
    {
        ILocalReferenceOperation { Local: var local } => IsCounter(local, loop) || local.Type.Name is "CancellationToken",
        IParameterReferenceOperation or IFieldReferenceOperation => part.Type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } or { Name: "CancellationToken" or nameof(TimeSpan) or nameof(DateTime) or nameof(DateTimeOffset) },
        IPropertyReferenceOperation { Property.Name: var name } => name is "IsCancellationRequested" or "Elapsed" or "ElapsedMilliseconds" or "UtcNow" or "Now" or "TickCount" or "TickCount64" or "HasStarted",
        _ => false,
    };

    /// <summary>A token that is looked at, or handed to something whose cancellation no catch of the loop swallows.</summary>
    private static bool IsCancellation(IOperation part, ILoopOperation loop)
    {
        if (part is IInvocationOperation { TargetMethod.Name: "ThrowIfCancellationRequested" } or IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" })
            return true;

        if (part is not IArgumentOperation { Parameter.Type.Name: "CancellationToken", ArgumentKind: ArgumentKind.Explicit, Value: var token } || token.Unwrapped() is IDefaultValueOperation or IPropertyReferenceOperation { Property.Name: "None" })
            return false;

        var inside = part;
        for (var around = part.Parent; around is not null && around != loop; inside = around, around = around.Parent)
        {
            if (around is ITryOperation attempt && inside == attempt.Body && attempt.Catches.FirstOrDefault(TakesCancellation) is { } first)
                return first.ExceptionType.Name.EndsWith("CanceledException", StringComparison.Ordinal);
        }

        return true;
    }

    private static bool TakesCancellation(ICatchClauseOperation clause) =>
        clause.ExceptionType.Name is "OperationCanceledException" or "TaskCanceledException"
        || (clause.ExceptionType.Name is "Exception" or "SystemException" or "Object" && clause.Filter?.Syntax.ToString().IndexOf("ancel", StringComparison.Ordinal) is null or < 0);

    /// <summary>Whether a condition is constant, or counts as far as a number goes.</summary>
    private static bool IsNeverFalse(IOperation condition) => condition.Unwrapped() is { } plain && (plain.ConstantValue is { HasValue: true, Value: true }
        || plain is IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.NotEquals, RightOperand: var most } && most.Unwrapped().ConstantValue is { HasValue: true, Value: int.MaxValue or long.MaxValue });

    /// <summary>Whether a condition can only come true by success: by the status of an answer, or by a local that nothing but the attempt sets.</summary>
    private static bool IsAboutSuccess(IOperation condition, ILoopOperation loop)
    {
        if (StatusLoops.IsGood(condition) == false)
            return !condition.DescendantsAndSelf().Any(part => IsLimit(part, loop));

        foreach (var part in condition.DescendantsAndSelf())
        {
            if (part is IInvocationOperation or IMemberReferenceOperation or IParameterReferenceOperation || (part is ILocalReferenceOperation { Local: var local } && (IsCounter(local, loop) || !IsSetIn(local, loop.Body) || local.Type.Name is "CancellationToken")))
                return false;
        }

        return true;
    }

    public static IOperation? ConditionOf(ILoopOperation loop) => loop switch
    {
        IForLoopOperation { Condition: { } condition } => condition,
        IWhileLoopOperation { Condition: { } condition } => condition,
        _ => null,
    };

    /// <summary>Whether a local counts the rounds of a loop.</summary>
    public static bool IsCounter(ILocalSymbol local, ILoopOperation loop) => loop.Descendants().Any(part => part switch
    {
        IIncrementOrDecrementOperation { Target: ILocalReferenceOperation target } => SymbolEqualityComparer.Default.Equals(target.Local, local),
        ICompoundAssignmentOperation { Target: ILocalReferenceOperation target } => SymbolEqualityComparer.Default.Equals(target.Local, local),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Value: var value } => SymbolEqualityComparer.Default.Equals(target.Local, local) && value.Descendants().Any(used => used is ILocalReferenceOperation { Local: var own } && SymbolEqualityComparer.Default.Equals(own, local)),
        _ => false,
    });

    private static bool IsSetIn(ILocalSymbol local, IOperation body) => body.Descendants().Any(part => part is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Local, local));

    private static bool IsInCatch(IOperation part, ILoopOperation loop)
    {
        for (var around = part.Parent; around is not null && around != loop; around = around.Parent)
        {
            if (around is ICatchClauseOperation)
                return true;
        }

        return false;
    }

    private static bool IsInFunction(IOperation part, ILoopOperation loop)
    {
        for (var around = part.Parent; around is not null && around != loop; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }
}
