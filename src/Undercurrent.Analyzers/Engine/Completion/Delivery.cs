using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>Whether anybody hears how the sending of a message went.</summary>
internal static class Delivery
{
    /// <summary>Whether the call was given something to be called back by.</summary>
    public static bool HasHandler(IInvocationOperation call) => call.Arguments.Any(static argument =>
        argument.Parameter?.Type.TypeKind == TypeKind.Delegate && argument.ArgumentKind == ArgumentKind.Explicit && argument.Value.Unwrapped() is not { ConstantValue: { HasValue: true, Value: null } });

    /// <summary>Whether the task of a call is let go: not awaited, returned, kept or continued.</summary>
    public static bool IsUnobserved(IInvocationOperation call)
    {
        IOperation whole = call;
        while (whole.Parent is IConditionalAccessOperation or IConversionOperation or IParenthesizedOperation || whole.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" } on && on.Instance == whole)
            whole = whole.Parent;

        return whole.Parent switch
        {
            IExpressionStatementOperation => true,
            ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Parent: IExpressionStatementOperation } assignment => !IsRead(local, assignment),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } declarator } => !IsRead(local, declarator),
            _ => false,
        };
    }

    private static bool IsRead(ILocalSymbol local, IOperation within) => within.Root().Descendants().Any(one =>
        one is ILocalReferenceOperation { Local: var mentioned } && SymbolEqualityComparer.Default.Equals(mentioned, local) && !(one.Parent is ISimpleAssignmentOperation assignment && assignment.Target == one));
}
