using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The bodies worth looking into for what they give: those of one expression or a few statements, told without binding them.</summary>
internal static class ShortBody
{
    private const int MostStatements = 8;

    public static bool Has(IMethodSymbol method) => (method.ReducedFrom ?? method).OriginalDefinition.DeclaringSyntaxReferences.Any(at => at.GetSyntax() switch
    {
        MethodDeclarationSyntax { ExpressionBody: not null } or LocalFunctionStatementSyntax { ExpressionBody: not null } or AccessorDeclarationSyntax { ExpressionBody: not null } or ArrowExpressionClauseSyntax => true,
        BaseMethodDeclarationSyntax { Body.Statements.Count: <= MostStatements } or LocalFunctionStatementSyntax { Body.Statements.Count: <= MostStatements } or AccessorDeclarationSyntax { Body.Statements.Count: <= MostStatements } => true,
        _ => false,
    });

    /// <summary>Whether a property's value is computed by a body of its own.</summary>
    public static bool IsComputed(IPropertySymbol property) => property.DeclaringSyntaxReferences.Any(at => at.GetSyntax() is PropertyDeclarationSyntax declared
        && (declared.ExpressionBody is not null || declared.AccessorList?.Accessors.Any(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration) && (accessor.Body ?? (SyntaxNode?)accessor.ExpressionBody) is not null) == true));

    /// <summary>The lambda behind what is invoked, when it is written there or kept in a local.</summary>
    public static IAnonymousFunctionOperation? Lambda(IOperation called)
    {
        called = called.Unwrapped();
        if (called is ILocalReferenceOperation { Local: var local })
            called = Assignments.Only(local, called)?.Unwrapped() ?? called;

        return (called is IDelegateCreationOperation creation ? creation.Target : called) as IAnonymousFunctionOperation;
    }

    /// <summary>The values a body returns; a return inside a lambda gives the lambda's value, not the body's.</summary>
    public static IEnumerable<IOperation> Returned(IOperation body)
    {
        foreach (var child in body.ChildOperations)
        {
            if (child is IReturnOperation { ReturnedValue: { } value })
                yield return value;

            // Only statements hold statements; an expression has a type.
            if (child.Type is not null || child is IReturnOperation or IExpressionStatementOperation or IVariableDeclarationGroupOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
                continue;

            foreach (var inner in Returned(child))
                yield return inner;
        }
    }
}
