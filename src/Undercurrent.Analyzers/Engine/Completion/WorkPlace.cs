using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>Where a new object is put: into a local, into a <c>using</c> without a name, or nowhere.</summary>
internal sealed record WorkPlace(ILocalSymbol? Variable, bool IsUsing)
{
    /// <summary>The place, where it is one that can be watched.</summary>
    public static WorkPlace? Of(IOperation value)
    {
        var whole = ValueUses.Whole(value);
        return whole.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } declarator } => new(local, IsInUsing(declarator)),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Parent: IExpressionStatementOperation } assignment when assignment.Value == whole => new(local, false),
            IUsingOperation => new(null, true),
            IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } => new(null, false),
            _ => null,
        };
    }

    private static bool IsInUsing(IOperation declarator)
    {
        for (var around = declarator.Parent; around is IVariableDeclarationOperation or IVariableDeclarationGroupOperation or IUsingDeclarationOperation or IUsingOperation; around = around.Parent)
        {
            if (around is IUsingDeclarationOperation or IUsingOperation)
                return true;
        }

        return false;
    }
}
