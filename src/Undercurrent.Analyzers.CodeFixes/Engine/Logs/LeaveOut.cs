using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Takes a value out of the text or call that writes it, with its hole and its label.</summary>
internal sealed class LeaveOut(string title) : Remedy<ExpressionSyntax>("drop", title)
{
    private protected override Task<bool> CanMendAsync(ExpressionSyntax node, Finding finding, CancellationToken cancellation) =>
        Task.FromResult(LoggedEdits.CanEdit(LoggedPlace.Of(node), new(node, null, "")));

    private protected override Task MendAsync(ExpressionSyntax node, Finding finding, Mending mending) =>
        LoggedEdits.Plan(LoggedPlace.Of(node)!, new(node, null, ""), finding, mending);
}
