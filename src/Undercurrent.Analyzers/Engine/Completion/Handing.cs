using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>Whether a mention of an object lets it go where it can no longer be followed: returned, kept, known by another name.</summary>
internal static class Handing
{
    public static bool LetsGo(IOperation mention)
    {
        var value = mention;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;

        return value.Parent switch
        {
            IInvocationOperation or IMemberReferenceOperation or IConditionalAccessOperation or IArgumentOperation or IExpressionStatementOperation => false,
            IUsingOperation or IUsingDeclarationOperation or ILockOperation or INameOfOperation or IBinaryOperation or IIsPatternOperation or IIsTypeOperation or IInterpolationOperation => false,
            IAssignmentOperation assignment when assignment.Target == value => false,
            // What a library's object is told to take part in, as a command in a transaction.
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.DeclaringSyntaxReferences.Length: 0 } } => false,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Parent: IVariableDeclarationOperation { Parent: IVariableDeclarationGroupOperation { Parent: IUsingDeclarationOperation or IUsingOperation } } } } => false,
            _ => true,
        };
    }
}
