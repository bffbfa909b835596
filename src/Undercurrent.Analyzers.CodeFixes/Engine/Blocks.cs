using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Makes room for a statement: turns expression bodies and lone statements into blocks, in the layout of their file.</summary>
internal static class Blocks
{
    /// <summary>A method with a block in place of its expression body.</summary>
    /// <param name="method">The method, with an expression body.</param>
    /// <param name="statement">What is put into the block.</param>
    /// <param name="kept">What becomes of the expression: returned after the statement, or done before it.</param>
    /// <param name="original">The method as it stands in its file.</param>
    public static MethodDeclarationSyntax Body(MethodDeclarationSyntax method, string statement, Kept kept, SyntaxNode original)
    {
        var (indent, end) = (IndentationOf(original), EndOf(original));
        var arrow = method.ExpressionBody!;
        var block = Block(arrow.Expression.WithLeadingTrivia(Said(arrow.ArrowToken.TrailingTrivia, arrow.Expression)), statement, kept, indent, end)
            .WithLeadingTrivia(SyntaxFactory.Whitespace(indent)).WithTrailingTrivia(method.SemicolonToken.TrailingTrivia);
        var head = method.WithExpressionBody(null).WithSemicolonToken(default);
        var last = head.GetLastToken();
        return head.ReplaceToken(last, last.WithTrailingTrivia(Trimmed(last.TrailingTrivia).Add(end))).WithBody(block);
    }

    /// <summary>A lambda with a block in place of its expression.</summary>
    public static ParenthesizedLambdaExpressionSyntax Body(ParenthesizedLambdaExpressionSyntax lambda, string statement, Kept kept, SyntaxNode original)
    {
        var (indent, end) = (IndentationOf(original), EndOf(original));
        var expression = lambda.ExpressionBody!;
        var block = Block(expression.WithLeadingTrivia(Said(lambda.ArrowToken.TrailingTrivia, expression)), statement, kept, indent, end)
            .WithLeadingTrivia(SyntaxFactory.Whitespace(indent)).WithTrailingTrivia(expression.GetTrailingTrivia());
        return lambda.WithArrowToken(lambda.ArrowToken.WithTrailingTrivia(end)).WithExpressionBody(null).WithBlock(block);
    }

    /// <summary>A lone statement with another before or after it, in a block.</summary>
    public static StatementSyntax Around(StatementSyntax lone, string statement, bool before, SyntaxNode original)
    {
        var (end, indent) = (EndOf(original), IndentationOf(original.Parent!));
        var inner = lone.WithLeadingTrivia(SyntaxFactory.Whitespace(indent + "    ")).WithTrailingTrivia(Trimmed(lone.GetTrailingTrivia()).Add(end));
        var added = Line(statement, indent + "    ", end);
        return SyntaxFactory.Block(before ? new[] { added, inner } : new[] { inner, added })
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.Whitespace(indent)).WithTrailingTrivia(end))
            .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(SyntaxFactory.Whitespace(indent)).WithTrailingTrivia(end));
    }

    /// <summary>A statement on a line of its own, as far in as another.</summary>
    public static StatementSyntax Beside(StatementSyntax neighbour, string statement) => Line(statement, IndentationOf(neighbour), EndOf(neighbour));

    /// <summary>The white space at the beginning of the line a node begins on.</summary>
    public static string IndentationOf(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>The line end of the file; not an elastic one, for the layout is settled here.</summary>
    private static SyntaxTrivia EndOf(SyntaxNode node) => SyntaxFactory.EndOfLine(Introduce.NewLine(node).ToString());

    private static BlockSyntax Block(ExpressionSyntax expression, string statement, Kept kept, string indent, SyntaxTrivia end)
    {
        var inside = indent + "    ";
        var bare = expression.WithLeadingTrivia(expression.GetLeadingTrivia().Where(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))).WithoutTrailingTrivia();
        StatementSyntax own = kept == Kept.Returned
            ? SyntaxFactory.ReturnStatement(SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), bare, SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            : SyntaxFactory.ExpressionStatement(bare);
        own = own.WithLeadingTrivia(SyntaxFactory.Whitespace(inside)).WithTrailingTrivia(end);
        var added = Line(statement, inside, end);
        return SyntaxFactory.Block(kept == Kept.Returned ? new[] { added, own } : new[] { own, added })
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(end))
            .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(SyntaxFactory.Whitespace(indent)));
    }

    private static StatementSyntax Line(string statement, string indent, SyntaxTrivia end) =>
        SyntaxFactory.ParseStatement(statement).WithLeadingTrivia(SyntaxFactory.Whitespace(indent)).WithTrailingTrivia(end);

    private static SyntaxTriviaList Said(SyntaxTriviaList after, ExpressionSyntax expression) => after.AddRange(expression.GetLeadingTrivia());

    private static SyntaxTriviaList Trimmed(SyntaxTriviaList trivia) =>
        SyntaxFactory.TriviaList(trivia.Reverse().SkipWhile(one => one.IsKind(SyntaxKind.WhitespaceTrivia) || one.IsKind(SyntaxKind.EndOfLineTrivia)).Reverse());
}

/// <summary>What becomes of an expression body in a block.</summary>
internal enum Kept
{
    /// <summary>It is returned, as the last statement.</summary>
    Returned,

    /// <summary>It is done, as the first statement.</summary>
    Done,
}
