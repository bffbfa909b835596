using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Gives a new object one more member where it is made, in the layout its initialiser has.</summary>
internal static class Initialisers
{
    /// <summary>The same creation with <c>Member = value</c> as the last of its initialiser.</summary>
    public static ExpressionSyntax With(BaseObjectCreationExpressionSyntax creation, string member, BaseObjectCreationExpressionSyntax original)
    {
        var text = creation.ToString();
        if (creation.Initializer is not { } initialiser)
        {
            var bare = creation is ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 } made ? $"new {made.Type}" : text;
            return Parsed($"{bare} {{ {member} }}", creation);
        }

        if (initialiser.Expressions.Count == 0)
            return Parsed(text.Substring(0, initialiser.OpenBraceToken.SpanStart - creation.SpanStart) + $"{{ {member} }}", creation);

        var last = initialiser.Expressions.Last();
        var hasComma = initialiser.Expressions.SeparatorCount == initialiser.Expressions.Count;
        var end = (hasComma ? initialiser.Expressions.GetSeparator(initialiser.Expressions.Count - 1).Span.End : last.Span.End) - creation.SpanStart;
        var first = original.Initializer?.Expressions.FirstOrDefault();
        var isOnLines = first is not null && first.GetLocation().GetLineSpan().StartLinePosition.Line > original.Initializer!.OpenBraceToken.GetLocation().GetLineSpan().StartLinePosition.Line;
        var between = isOnLines ? Introduce.NewLine(original).ToString() + Blocks.IndentationOf(first!) : " ";
        return Parsed(text.Substring(0, end) + (hasComma ? "" : ",") + between + member + (hasComma ? "," : "") + text.Substring(end), creation);
    }

    private static ExpressionSyntax Parsed(string text, SyntaxNode instead) => SyntaxFactory.ParseExpression(text).WithTriviaFrom(instead);
}
