using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Where code may await.</summary>
internal static class Waiting
{
    public static bool MayAwait(SyntaxNode at) => at.Ancestors().Select(static around => around switch
    {
        AnonymousFunctionExpressionSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LockStatementSyntax or UnsafeStatementSyntax => false,
        GlobalStatementSyntax => true,
        BaseMethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        MemberDeclarationSyntax => false,
        _ => (bool?)null,
    }).FirstOrDefault(static answer => answer is not null) == true;
}
