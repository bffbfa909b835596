using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>Has a loop count its attempts, and let the last failure through.</summary>
internal sealed class CountedLoop() : Remedy<StatementSyntax>("loop", "Give up after some attempts")
{
    private protected override Task<bool> CanMendAsync(StatementSyntax node, Finding finding, CancellationToken cancellation) =>
        Task.FromResult(node.GetFirstToken().Span == finding.Diagnostic.Location.SourceSpan && NamedEnd.IsToBeHad(node) && ClauseIn(node) is not null && Head(node) is not null
            && (CounterOf(node) is not null || !finding.Model.LookupSymbols(node.SpanStart).Any(symbol => symbol is ILocalSymbol or IParameterSymbol && symbol.Name == "attempt")));

    private protected override async Task MendAsync(StatementSyntax node, Finding finding, Mending mending)
    {
        var end = await NamedEnd.For(node, finding, mending).ConfigureAwait(false);
        var clause = ClauseIn(node)!;
        var counter = CounterOf(node) ?? "attempt";
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        var condition = $"{counter} < {end}";
        var filter = SyntaxFactory.CatchFilterClause(SyntaxFactory.ParseExpression(clause.Filter is { } old ? $"{condition} && {Operand(old.FilterExpression)}" : condition))
            .WithWhenKeyword(SyntaxFactory.Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        var before = clause.Filter?.GetLastToken() ?? clause.Declaration?.CloseParenToken ?? clause.CatchKeyword;
        filter = filter.WithTrailingTrivia(before.TrailingTrivia);
        var counted = clause.Filter is not null ? clause.WithFilter(filter)
            : clause.Declaration is { } declared ? clause.WithDeclaration(declared.WithTrailingTrivia(SyntaxFactory.Space)).WithFilter(filter)
            : clause.WithCatchKeyword(clause.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space)).WithFilter(filter);
        var loop = node.ReplaceNode(clause, counted);
        editor.ReplaceNode(node, CounterOf(node) is not null ? loop : Counting(loop));
    }

    /// <summary>The one clause of the one try, which is what the loop goes round by.</summary>
    private static CatchClauseSyntax? ClauseIn(StatementSyntax loop)
    {
        var tries = loop.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax).OfType<TryStatementSyntax>().ToList();
        var clauses = tries.SelectMany(one => one.Catches).Where(one => one.Block.Statements.LastOrDefault() is not ThrowStatementSyntax).ToList();
        return tries.Count == 1 && clauses.Count == 1 ? clauses[0] : null;
    }

    /// <summary>What of a head may be replaced by one that counts: <c>while (true)</c> or <c>for (;;)</c>, or a count that is there already.</summary>
    private static StatementSyntax? Head(StatementSyntax loop) => loop switch
    {
        WhileStatementSyntax { Condition: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } } => loop,
        WhileStatementSyntax { Condition: PrefixUnaryExpressionSyntax or BinaryExpressionSyntax or IsPatternExpressionSyntax } => loop,
        ForStatementSyntax { Declaration: null, Incrementors.Count: 0, Initializers.Count: 0 } => loop,
        ForStatementSyntax when CounterOf(loop) is not null => loop,
        _ => null,
    };

    private static string? CounterOf(StatementSyntax loop) => loop is ForStatementSyntax { Declaration.Variables: { Count: 1 } variables, Incrementors.Count: 1 } ? variables[0].Identifier.ValueText : null;

    private static ForStatementSyntax Counting(StatementSyntax loop)
    {
        var (condition, body, close) = loop is WhileStatementSyntax one ? (one.Condition.IsKind(SyntaxKind.TrueLiteralExpression) ? "" : one.Condition.ToString(), one.Statement, one.CloseParenToken) : (((ForStatementSyntax)loop).Condition?.ToString() ?? "", ((ForStatementSyntax)loop).Statement, ((ForStatementSyntax)loop).CloseParenToken);
        var head = (ForStatementSyntax)SyntaxFactory.ParseStatement($"for (var attempt = 1; {condition}; attempt++) ;");
        return head.WithCloseParenToken(head.CloseParenToken.WithTrailingTrivia(close.TrailingTrivia)).WithStatement(body).WithLeadingTrivia(loop.GetLeadingTrivia());
    }

    private static string Operand(ExpressionSyntax filter) => filter is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or ConditionalExpressionSyntax or AssignmentExpressionSyntax ? $"({filter})" : filter.ToString();
}
