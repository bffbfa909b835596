using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>Has a loop that counts its attempts wait longer each time, before it goes round.</summary>
internal sealed class GrowingLoop() : Remedy<ForStatementSyntax>("loop", "Wait longer before each attempt")
{
    private protected override Task<bool> CanMendAsync(ForStatementSyntax node, Finding finding, CancellationToken cancellation) =>
        Task.FromResult(node.ForKeyword.Span == finding.Diagnostic.Location.SourceSpan && CounterOf(node, finding, cancellation) is not null && (WaitIn(node) is not null || RoomIn(node) is not null));

    private protected override async Task MendAsync(ForStatementSyntax node, Finding finding, Mending mending)
    {
        var wait = BackoffText.Of(CounterOf(node, finding, mending.Cancellation)!, finding.Model);
        await Introduce.Using(finding, finding.Document, mending, "System").ConfigureAwait(false);
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        if (WaitIn(node) is { } call)
        {
            var first = call.ArgumentList.Arguments[0];
            editor.ReplaceNode(first.Expression, SyntaxFactory.ParseExpression(wait).WithTriviaFrom(first.Expression));
            return;
        }

        var room = RoomIn(node)!;
        var isAsync = BackoffText.IsAsync(node);
        await Introduce.Using(finding, finding.Document, mending, isAsync ? "System.Threading.Tasks" : "System.Threading").ConfigureAwait(false);
        var token = isAsync ? Reach.NameOf(finding.Model, room.CloseBraceToken.Parent!, "System.Threading.CancellationToken") : null;
        var text = isAsync ? $"await Task.Delay({wait}{(token is null ? "" : ", " + token)});" : $"Thread.Sleep({wait});";
        if (room.Statements.LastOrDefault() is ContinueStatementSyntax last)
        {
            editor.InsertBefore(last, Blocks.Beside(last, text));
            return;
        }

        var clause = (CatchClauseSyntax)room.Parent!;
        var (end, indent) = (Introduce.NewLine(node).ToString(), Blocks.IndentationOf(clause));
        var isOnOneLine = clause.GetLocation().GetLineSpan() is var lines && lines.StartLinePosition.Line == lines.EndLinePosition.Line;
        var added = SyntaxFactory.ParseStatement(text).WithLeadingTrivia(isOnOneLine ? SyntaxFactory.TriviaList(room.Statements.Count == 0 && !room.OpenBraceToken.TrailingTrivia.Any() ? new[] { SyntaxFactory.Space } : []) : SyntaxFactory.TriviaList(SyntaxFactory.Whitespace(indent + "    ")))
            .WithTrailingTrivia(isOnOneLine ? SyntaxFactory.Space : SyntaxFactory.EndOfLine(end));
        editor.ReplaceNode(room, room.AddStatements(added));
    }

    /// <summary>The counter that the head of the loop declares and increments.</summary>
    private static string? CounterOf(ForStatementSyntax loop, Finding finding, CancellationToken cancellation) =>
        loop is { Declaration.Variables: { Count: 1 } variables, Incrementors: { Count: 1 } steps } && steps[0].ToString().Contains(variables[0].Identifier.ValueText) && steps[0].ToString().Contains("++")
        && finding.Model.GetDeclaredSymbol(variables[0], cancellation) is ILocalSymbol { Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } ? variables[0].Identifier.ValueText : null;

    /// <summary>The one wait of the loop.</summary>
    private static InvocationExpressionSyntax? WaitIn(ForStatementSyntax loop)
    {
        var waits = loop.Statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.Expression.ToString() is "Task.Delay" or "Thread.Sleep" && call.ArgumentList.Arguments.Count > 0).ToList();
        return waits.Count == 1 ? waits[0] : null;
    }

    /// <summary>The block of the one catch after which the loop goes round; null where one says nothing of it, or several do.</summary>
    private static BlockSyntax? RoomIn(ForStatementSyntax loop)
    {
        var tries = loop.Statement.DescendantNodesAndSelf().OfType<TryStatementSyntax>().ToList();
        return tries.Count == 1 && tries[0].Catches.Count == 1 && !loop.Statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call.Expression.ToString() is "Task.Delay" or "Thread.Sleep") && tries[0].Catches[0].Block is var block
            && block.Statements.LastOrDefault() is not (ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax) && !block.CloseBraceToken.LeadingTrivia.Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)) ? block : null;
    }
}
