using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>Whether code runs on a developer's machine alone: under a condition, a directive or a name that says so. By syntax alone.</summary>
internal static class DevelopmentGuard
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "development", "dev", "debug", "debugger", "debugging", "local", "localhost", "loopback", "emulator", "test", "testing",
    };

    private static readonly HashSet<string> Opposites = new(StringComparer.Ordinal) { "production", "prod", "release", "live" };

    public static bool Covers(SyntaxNode node)
    {
        for (SyntaxNode child = node, outer = node.Parent!; outer is not null; child = outer, outer = outer.Parent!)
        {
            if (Leads(outer, child) || IsAfterLeaving(outer, child) || (NameOf(outer) is { } name && IdentifierWords.Of(name).Any(word => word is "development" or "dev" or "debug" or "emulator")))
                return true;
        }

        return IsUnderDirective(node);
    }

    /// <summary>Whether the way into a part of a statement or expression is a condition that says so.</summary>
    private static bool Leads(SyntaxNode outer, SyntaxNode child) => outer switch
    {
        IfStatementSyntax branch => child == branch.Statement ? Says(branch.Condition) > 0 : child == branch.Else && Says(branch.Condition) < 0,
        ConditionalExpressionSyntax choice => child == choice.WhenTrue ? Says(choice.Condition) > 0 : child == choice.WhenFalse && Says(choice.Condition) < 0,
        SwitchSectionSyntax section => section.Labels.Any(label => Says(label) > 0),
        SwitchExpressionArmSyntax arm => child == arm.Expression && Says(arm.Pattern) > 0,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => child == both.Right && Says(both.Left) > 0,
        _ => false,
    };

    /// <summary><c>if (!environment.IsDevelopment()) return;</c> before it.</summary>
    private static bool IsAfterLeaving(SyntaxNode outer, SyntaxNode child) => outer is BlockSyntax block && block.Statements.TakeWhile(statement => statement != child).Any(statement =>
        statement is IfStatementSyntax { Else: null } early && Says(early.Condition) < 0
        && (early.Statement is BlockSyntax body ? body.Statements.LastOrDefault() : early.Statement) is ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax);

    /// <summary>Above zero when a condition holds in development, below when it holds elsewhere.</summary>
    private static int Says(SyntaxNode condition) => condition switch
    {
        ParenthesizedExpressionSyntax inner => Says(inner.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => -Says(not.Operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } differs => -SaysAny(differs),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } } isFalse => -Says(isFalse.Left),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => Says(both.Left) is not 0 and var left ? left : Says(both.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either => Says(either.Left) == Says(either.Right) ? Says(either.Left) : 0,
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax negated } match => -SaysAny(match, negated.Pattern),
        _ => SaysAny(condition),
    };

    private static int SaysAny(params SyntaxNode[] nodes)
    {
        foreach (var token in nodes.SelectMany(node => node.DescendantTokens()))
        {
            if ((token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken)) && token.ValueText.Length < 60 && Speaks(token.ValueText) is not 0 and var said)
                return said;
        }

        return 0;
    }

    private static int Speaks(string name)
    {
        foreach (var word in IdentifierWords.Of(name))
        {
            if (Words.Contains(word))
                return 1;

            if (Opposites.Contains(word))
                return -1;
        }

        return 0;
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax local => local.Identifier.ValueText,
        TypeDeclarationSyntax type => type.Identifier.ValueText,
        _ => null,
    };

    /// <summary>Whether the nearest directives around it are <c>#if DEBUG</c> or the other way of <c>#if RELEASE</c>.</summary>
    private static bool IsUnderDirective(SyntaxNode node)
    {
        var open = new Stack<int>();
        for (var directive = node.SyntaxTree.GetRoot().GetFirstDirective(); directive is not null && directive.SpanStart < node.SpanStart; directive = directive.GetNextDirective())
        {
            if (directive is IfDirectiveTriviaSyntax start)
                open.Push(Says(start.Condition));
            else if (open.Count > 0 && directive is EndIfDirectiveTriviaSyntax)
                open.Pop();
            else if (open.Count > 0 && directive is ElifDirectiveTriviaSyntax other)
                open.Push(open.Pop() is var _ ? Says(other.Condition) : 0);
            else if (open.Count > 0 && directive is ElseDirectiveTriviaSyntax)
                open.Push(-open.Pop());
        }

        return open.Any(said => said > 0);
    }
}
