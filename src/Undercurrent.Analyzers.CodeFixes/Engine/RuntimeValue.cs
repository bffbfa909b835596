using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Puts an expression that is known at run time where a constant stood. A <c>const</c> becomes <c>static readonly</c>, a local
/// one an ordinary local, when nothing needs it to be constant.
/// </summary>
internal static class RuntimeValue
{
    /// <summary>Whether a call can stand where this expression stands.</summary>
    public static async Task<bool> CanReplace(ExpressionSyntax node, Finding finding, CancellationToken cancellation)
    {
        foreach (var outer in node.Ancestors().TakeWhile(outer => outer is not BaseTypeDeclarationSyntax))
        {
            switch (outer)
            {
                case AttributeListSyntax or ParameterSyntax or SwitchLabelSyntax or PatternSyntax or EnumMemberDeclarationSyntax:
                case LambdaExpressionSyntax lambda when finding.Model.GetTypeInfo(lambda, cancellation).ConvertedType is INamedTypeSymbol { Name: "Expression" }:
                    return false;
                case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    return await NeedsNoConstant(field.Declaration, node, finding, cancellation).ConfigureAwait(false);
                case LocalDeclarationStatementSyntax { IsConst: true } local:
                    return await NeedsNoConstant(local.Declaration, node, finding, cancellation).ConfigureAwait(false);
            }
        }

        return true;
    }

    public static void Replace(ExpressionSyntax node, ExpressionSyntax with, DocumentEditor editor)
    {
        var ready = Fitted(node, with).WithTriviaFrom(node);
        if (node.FirstAncestorOrSelf<VariableDeclarationSyntax>()?.Parent is { } declaration && IsConst(declaration))
            editor.ReplaceNode(declaration, (current, _) => WithoutConst(current, ready));
        else
            editor.ReplaceNode(node, ready);
    }

    /// <summary>In parentheses where it would be read otherwise without.</summary>
    private static ExpressionSyntax Fitted(ExpressionSyntax node, ExpressionSyntax with) =>
        with is BinaryExpressionSyntax && node.Parent is BinaryExpressionSyntax or MemberAccessExpressionSyntax or CastExpressionSyntax or PrefixUnaryExpressionSyntax
            or ConditionalExpressionSyntax or InterpolationSyntax or ElementAccessExpressionSyntax or IsPatternExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(with)
            : with;

    private static bool IsConst(SyntaxNode declaration) => declaration switch
    {
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.IsConst,
        _ => false,
    };

    private static SyntaxNode WithoutConst(SyntaxNode declaration, ExpressionSyntax value)
    {
        switch (declaration)
        {
            case FieldDeclarationSyntax field:
                var constant = field.Modifiers.First(modifier => modifier.IsKind(SyntaxKind.ConstKeyword));
                var modifiers = field.Modifiers.ReplaceRange(constant,
                [
                    SyntaxFactory.Token(constant.LeadingTrivia, SyntaxKind.StaticKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
                    SyntaxFactory.Token(SyntaxFactory.TriviaList(), SyntaxKind.ReadOnlyKeyword, constant.TrailingTrivia),
                ]);
                return field.WithModifiers(modifiers).WithDeclaration(WithValue(field.Declaration, value));
            case LocalDeclarationStatementSyntax local:
                var plain = local.WithModifiers(SyntaxFactory.TokenList(local.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.ConstKeyword))));
                return plain.WithDeclaration(WithValue(plain.Declaration, value)).WithLeadingTrivia(local.GetLeadingTrivia());
            default:
                return declaration;
        }
    }

    private static VariableDeclarationSyntax WithValue(VariableDeclarationSyntax declaration, ExpressionSyntax value)
    {
        var variable = declaration.Variables[0];
        return declaration.WithVariables(declaration.Variables.Replace(variable, variable.WithInitializer(variable.Initializer!.WithValue(value))));
    }

    private static async Task<bool> NeedsNoConstant(VariableDeclarationSyntax declaration, ExpressionSyntax node, Finding finding, CancellationToken cancellation)
    {
        if (declaration.Variables.Count != 1 || declaration.Variables[0].Initializer?.Value != node || finding.Model.GetDeclaredSymbol(declaration.Variables[0], cancellation) is not { } symbol)
            return false;

        foreach (var reference in await SymbolFinder.FindReferencesAsync(symbol, finding.Document.Project.Solution, cancellation).ConfigureAwait(false))
        {
            foreach (var location in reference.Locations)
            {
                var root = await location.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
                if (root is null || NeedsConstant(root.FindNode(location.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true)))
                    return false;
            }
        }

        return true;
    }

    private static bool NeedsConstant(SyntaxNode use) => use.AncestorsAndSelf().TakeWhile(outer => outer is not BaseTypeDeclarationSyntax).Any(outer => outer switch
    {
        AttributeListSyntax or ParameterSyntax or SwitchLabelSyntax or PatternSyntax or EnumMemberDeclarationSyntax => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression, Right: var pattern } => use.IsInside(pattern),
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.StaticKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => IsConst(outer),
    });
}
