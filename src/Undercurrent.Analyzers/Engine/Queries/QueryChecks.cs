using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Whether a value was held against a list of what is allowed, or otherwise looked at, before it came into a query.</summary>
internal static class QueryChecks
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "validate", "validated", "valid", "safe", "allowed", "allow", "whitelist", "whitelisted", "allowlist", "known", "supported", "permitted", "sanitize", "sanitise", "verify", "identifier",
    };

    public static bool IsChecked(SyntaxNode value)
    {
        if (value is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) || value.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return false;

        var name = value.ToString();
        foreach (var node in member.DescendantNodes())
        {
            if (node.SpanStart >= value.SpanStart)
                return false;

            // Names are compared as text: what is looked for is rare, and most nodes are something else.
            if (node is InvocationExpressionSyntax call && Checks(call, name))
                return true;

            if (node is IfStatementSyntax choice && Excludes(choice, name))
                return true;
        }

        return false;
    }

    private static bool Checks(InvocationExpressionSyntax call, string name)
    {
        var (method, receiver) = call.Expression switch
        {
            MemberAccessExpressionSyntax access => (access.Name.Identifier.ValueText, access.Expression.ToString()),
            SimpleNameSyntax simple => (simple.Identifier.ValueText, ""),
            _ => ("", ""),
        };

        if (method is "All" or "Any" && receiver == name)
            return IsCondition(call);

        if (!call.ArgumentList.Arguments.Any(argument => argument.Expression.ToString() == name))
            return false;

        return method is "Contains" or "ContainsKey" or "IsMatch" or "TryParse" or "TryGetValue" or "IsDefined" or "Any" or "Exists"
            ? receiver != name && IsCondition(call)
            : Array.Exists(IdentifierWords.Of(method), Words.Contains);
    }

    /// <summary>Who asks and does nothing about the answer has checked nothing.</summary>
    private static bool IsCondition(SyntaxNode asked)
    {
        for (var node = asked.Parent; node is not null; asked = node, node = node.Parent)
        {
            switch (node)
            {
                case IfStatementSyntax choice:
                    return choice.Condition == asked;
                case ConditionalExpressionSyntax choice:
                    return choice.Condition == asked;
                case EqualsValueClauseSyntax or ReturnStatementSyntax or WhenClauseSyntax or SwitchExpressionSyntax:
                    return true;
                case StatementSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary><c>if (order is not ("asc" or "desc")) throw …</c>, or a comparison with constants that leaves or corrects.</summary>
    private static bool Excludes(IfStatementSyntax choice, string name)
    {
        if (!Leaves(choice.Statement, name))
            return false;

        foreach (var node in choice.Condition.DescendantNodesAndSelf())
        {
            if (node is IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: not ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } } } match && match.Expression.ToString() == name)
                return true;

            if (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression, Right: not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } unequal && unequal.Left.ToString() == name)
                return true;
        }

        return false;
    }

    private static bool Leaves(StatementSyntax statement, string name) => statement switch
    {
        ThrowStatementSyntax or ReturnStatementSyntax or ContinueStatementSyntax => true,
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => assignment.Left.ToString() == name,
        BlockSyntax block => block.Statements.Any(inner => Leaves(inner, name)),
        _ => false,
    };
}
