using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Whether what a call returns goes nowhere: a statement of its own, a discard that nobody explains, a local that nobody reads.</summary>
internal static class IgnoredResult
{
    public static bool Of(IInvocationOperation call)
    {
        IOperation whole = call;
        while (whole.Parent is IConditionalAccessOperation or IConversionOperation or IParenthesizedOperation or IAwaitOperation)
            whole = whole.Parent;

        return whole.Parent switch
        {
            IExpressionStatementOperation => true,
            ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation statement } => !IsExplained(statement.Syntax),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } declarator } => !IsRead(local, declarator),
            _ => false,
        };
    }

    private static bool IsRead(ILocalSymbol local, IOperation declarator) => declarator.Syntax.Parent is not VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax }
        || declarator.Root().Descendants().Any(one => one is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local));

    /// <summary>Who discards a result on purpose says why, on the line or above it.</summary>
    private static bool IsExplained(SyntaxNode statement) => statement.GetLeadingTrivia().Concat(statement.GetTrailingTrivia()).Concat(statement.DescendantTrivia())
        .Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));
}
