using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Loops that ask the same again for as long as the answer tells of trouble: by its status, without an exception.</summary>
internal static class StatusLoops
{
    /// <summary>Whether a loop is left when the answer of a call is good, and asks once more when it is not.</summary>
    public static bool AsksAgain(ILoopOperation loop, IInvocationOperation call) =>
        IsAnswered(call.Type) && (IsGood(ConditionOf(loop)) == false || GoesRound(loop)) && !MovesOn(loop, call);

    /// <summary>Whether a condition is true of a good answer, or of one that tells of trouble; null where it is about something else.</summary>
    public static bool? IsGood(IOperation? condition) => condition?.Unwrapped() switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !IsGood(not.Operand),
        IPropertyReferenceOperation { Property.Name: "IsSuccessStatusCode" or "IsSuccessful" } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both => Both(IsGood(both.LeftOperand), IsGood(both.RightOperand)),
        IBinaryOperation compared when IsStatus(compared.LeftOperand) => Judge(compared.OperatorKind, compared.RightOperand),
        IIsPatternOperation matched when IsStatus(matched.Value) => Judge(matched.Pattern),
        ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } local => ValueOrigin.AssignedOnce(local.Local, local) is { } given && given.Unwrapped() is not ILocalReferenceOperation ? IsGood(given) : null,
        _ => null,
    };

    private static bool? Both(bool? left, bool? right) => left is null ? right : right is null || left == right ? left : null;

    private static bool IsStatus(IOperation value) => value.Unwrapped() is IPropertyReferenceOperation { Property.Name: "StatusCode" };

    private static bool? Judge(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation not => !Judge(not.Pattern),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Judge(either.LeftPattern) is var left && left == Judge(either.RightPattern) ? left : null,
        IConstantPatternOperation constant => Judge(BinaryOperatorKind.Equals, constant.Value),
        IRelationalPatternOperation relation => Judge(relation.OperatorKind, relation.Value),
        _ => null,
    };

    /// <summary>A code by which a service says that it is in trouble; one that asks for something else to be done first says neither.</summary>
    private static bool? Judge(BinaryOperatorKind kind, IOperation operand)
    {
        if (operand.Unwrapped().ConstantValue is not { HasValue: true, Value: int code })
            return null;

        bool? isGood = code switch
        {
            202 => null,
            >= 200 and < 300 => true,
            408 or 425 or 429 or (>= 500 and < 600) => false,
            _ => null,
        };
        return kind switch
        {
            BinaryOperatorKind.Equals => isGood,
            BinaryOperatorKind.NotEquals => !isGood,
            BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.GreaterThan when code is >= 299 and <= 500 => false,
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual when code is >= 299 and <= 500 => true,
            _ => null,
        };
    }

    /// <summary>Whether a choice in the loop leaves it with a good answer and lets it go on with any other.</summary>
    private static bool GoesRound(ILoopOperation loop)
    {
        foreach (var choice in loop.Body.Descendants().OfType<IConditionalOperation>())
        {
            if (!Ends(choice.WhenTrue, loop) && !Ends(choice.WhenFalse, loop) && !IsContinue(choice.WhenTrue))
                continue;

            if (IsGood(choice.Condition) is { } isGood && IsOf(loop, choice) && (isGood ? Leaves(choice.WhenTrue, loop) && !Ends(choice.WhenFalse, loop) && !Ends(loop.Body, loop)
                : (Leaves(choice.WhenFalse, loop) && !Ends(choice.WhenTrue, loop)) || (IsContinue(choice.WhenTrue) && Ends(loop.Body, loop))))
                return true;
        }

        return false;
    }

    private static bool Leaves(IOperation? branch, ILoopOperation loop) => Last(branch) is IReturnOperation { Kind: OperationKind.Return } || (Last(branch) is IBranchOperation { BranchKind: BranchKind.Break } && Ends(branch, loop));

    /// <summary>Whether control does not get past an operation into the next round.</summary>
    private static bool Ends(IOperation? branch, ILoopOperation loop) => Last(branch) switch
    {
        IReturnOperation { Kind: OperationKind.Return } or IThrowOperation => true,
        IBranchOperation { BranchKind: BranchKind.Break } left => SymbolEqualityComparer.Default.Equals(left.Target, loop.ExitLabel),
        IConditionalOperation { WhenFalse: { } otherwise } choice => Ends(choice.WhenTrue, loop) && Ends(otherwise, loop),
        _ => false,
    };

    private static bool IsContinue(IOperation? branch) => Last(branch) is IBranchOperation { BranchKind: BranchKind.Continue };

    private static IOperation? Last(IOperation? branch) => branch switch
    {
        IBlockOperation block => block.Operations.Length == 0 ? null : Last(block.Operations[block.Operations.Length - 1]),
        IUsingOperation held => Last(held.Body),
        IExpressionStatementOperation { Operation: IThrowOperation thrown } => thrown,
        _ => branch,
    };

    private static bool IsOf(ILoopOperation loop, IOperation inside)
    {
        var around = inside.Parent;
        while (around is not (null or ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation))
            around = around.Parent;

        return around == loop;
    }

    /// <summary>Whether the next round asks for something else, or somebody else.</summary>
    private static bool MovesOn(ILoopOperation loop, IInvocationOperation call)
    {
        if (RetryLoops.MovesOn(loop, null, call))
            return true;

        var asked = new HashSet<ISymbol>(call.Descendants().Select(ValueUses.VariableOf).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        return asked.Overlaps(loop.Locals) || loop.Descendants().Any(part => Changed(part) is { } target && ValueUses.VariableOf(target.Unwrapped()) is { } changed && asked.Contains(changed));
    }

    private static IOperation? Changed(IOperation part) => part switch
    {
        IAssignmentOperation set => set.Target,
        IIncrementOrDecrementOperation counted => counted.Target,
        _ => null,
    };

    private static IOperation? ConditionOf(ILoopOperation loop) => loop switch
    {
        IForLoopOperation { Condition: { } condition } => condition,
        IWhileLoopOperation { Condition: { } condition } => condition,
        _ => null,
    };

    /// <summary>Whether a call gives an answer that has a status.</summary>
    private static bool IsAnswered(ITypeSymbol? type)
    {
        var answer = type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } arguments } ? arguments[0] : type;
        for (var one = answer; one is not null; one = one.BaseType)
        {
            if (one.GetMembers("StatusCode").Length > 0 || one.GetMembers("IsSuccessStatusCode").Length > 0)
                return true;
        }

        return answer?.AllInterfaces.Any(static one => one.GetMembers("StatusCode").Length > 0) == true;
    }
}
