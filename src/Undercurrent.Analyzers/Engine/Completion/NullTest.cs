using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>Which way a block goes when a variable is null, where it asks for that.</summary>
internal static class NullTest
{
    public static ControlFlowBranch? WhenNull(BasicBlock block, ISymbol variable)
    {
        if (block.ConditionKind == ControlFlowConditionKind.None || IsNull(block.BranchValue!, variable.Name) is not { } whenTrue)
            return null;

        return whenTrue == (block.ConditionKind == ControlFlowConditionKind.WhenTrue) ? block.ConditionalSuccessor : block.FallThroughSuccessor;
    }

    /// <summary>True where the condition holds for null, false where it holds for anything else; null for other conditions.</summary>
    private static bool? IsNull(IOperation condition, string name) => condition switch
    {
        IIsNullOperation test when Names(test.Operand, name) => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test
            when (Names(test.LeftOperand, name) && IsNothing(test.RightOperand)) || (Names(test.RightOperand, name) && IsNothing(test.LeftOperand)) => test.OperatorKind == BinaryOperatorKind.Equals,
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } test when Names(test.Value, name) && IsNothing(value) => true,
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } } test when Names(test.Value, name) && IsNothing(value) => false,
        IIsPatternOperation { Pattern: IRecursivePatternOperation or IDeclarationPatternOperation } test when Names(test.Value, name) => false,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !IsNull(not.Operand, name),
        _ => null,
    };

    // What a graph has captured keeps the syntax it was captured from.
    private static bool Names(IOperation operand, string name) => operand.Unwrapped().Syntax.ToString() == name;

    private static bool IsNothing(IOperation value) => value.Unwrapped() is { ConstantValue: { HasValue: true, Value: null } };
}
