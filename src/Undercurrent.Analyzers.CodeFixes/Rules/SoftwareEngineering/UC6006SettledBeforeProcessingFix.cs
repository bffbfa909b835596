using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Has the settlement follow the work.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC6006SettledBeforeProcessingFix() : PipelineFix(UC6006SettledBeforeProcessing.Rule, new MovesItAfter())
{
    /// <summary>Moves the statement, where it and the work are parts of one block that goes from one to the other.</summary>
    private sealed class MovesItAfter() : Remedy<ExpressionStatementSyntax>("after", "Settle after the work")
    {
        private protected override Task<bool> CanMendAsync(ExpressionStatementSyntax node, Finding finding, CancellationToken cancellation) => Task.FromResult(LastWork(node, finding) is not null);

        private protected override async Task MendAsync(ExpressionStatementSyntax node, Finding finding, Mending mending)
        {
            var last = LastWork(node, finding)!;
            var block = (BlockSyntax)node.Parent!;
            var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);

            // An empty line before it belongs to what follows what came before, not to the statement.
            var blank = SyntaxFactory.TriviaList(node.GetLeadingTrivia().TakeWhile(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
            editor.ReplaceNode(block, (current, _) =>
            {
                var statements = ((BlockSyntax)current).Statements;
                var (from, to) = (block.Statements.IndexOf(node), block.Statements.IndexOf(last));
                var own = statements[from];
                own = own.WithLeadingTrivia(own.GetLeadingTrivia().Skip(blank.Count));
                statements = statements.Replace(statements[to], WithLineEnd(statements[to], node)).Insert(to + 1, own).RemoveAt(from);
                var first = statements[from];
                return ((BlockSyntax)current).WithStatements(statements.Replace(first, first.WithLeadingTrivia(blank.AddRange(first.GetLeadingTrivia()))));
            });
        }

        private static StatementSyntax WithLineEnd(StatementSyntax statement, SyntaxNode original) =>
            statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? statement : statement.WithTrailingTrivia(statement.GetTrailingTrivia().Add(Introduce.NewLine(original)));

        /// <summary>The statement of the same block in which the last of the work is done, if every way leads to it.</summary>
        private static StatementSyntax? LastWork(ExpressionStatementSyntax node, Finding finding)
        {
            if (node.Parent is not BlockSyntax block || finding.Known(UC6006SettledBeforeProcessing.Last) is not { } known)
                return null;

            var at = int.Parse(known, CultureInfo.InvariantCulture);
            var after = block.Statements.Skip(block.Statements.IndexOf(node) + 1).ToList();
            var last = after.FindIndex(statement => statement.Span.Contains(at));
            return last >= 0 && after.Take(last + 1).All(statement => StaysInside(statement) && statement is not LocalFunctionStatementSyntax) ? after[last] : null;
        }

        /// <summary>Whether nothing in a statement leaves the block it is part of.</summary>
        private static bool StaysInside(StatementSyntax statement) => !statement.DescendantNodesAndSelf(inner => inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(inner => inner switch
        {
            ReturnStatementSyntax or GotoStatementSyntax or YieldStatementSyntax { RawKind: (int)SyntaxKind.YieldBreakStatement } => true,
            ContinueStatementSyntax => !inner.Ancestors().TakeWhile(outer => outer != statement.Parent).Any(outer => outer is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax),
            BreakStatementSyntax => !inner.Ancestors().TakeWhile(outer => outer != statement.Parent).Any(outer => outer is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax or SwitchStatementSyntax),
            _ => false,
        });
    }
}
