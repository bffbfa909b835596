using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Safeguards;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Writes the value that turns a safeguard on, in a text or under a key. The rule has said which.</summary>
internal sealed class StrongSetting(string title) : Remedy("setting", title)
{
    private protected override Task<bool> CanMendAsync(Finding finding, CancellationToken cancellation) =>
        Task.FromResult(finding.Known(TextSpot.Instead) is not null && NodeOf(finding) is not null);

    private protected override async Task MendAsync(Finding finding, Mending mending)
    {
        var editor = await mending.EditorOf(finding.Document).ConfigureAwait(false);
        var (node, span, instead) = (NodeOf(finding)!, finding.Diagnostic.Location.SourceSpan, finding.Known(TextSpot.Instead)!);
        var old = finding.Root.ToFullString().Substring(span.Start, span.Length);

        // A text may hold more than one setting, so what was mended before is kept.
        editor.ReplaceNode(node, (current, _) => current.CopyAnnotationsTo(Written(current, node.ToString() == old ? null : old, instead).WithTriviaFrom(current))!);
    }

    private static SyntaxNode? NodeOf(Finding finding) => finding.Root.FindToken(finding.Diagnostic.Location.SourceSpan.Start).Parent is LiteralExpressionSyntax or InterpolatedStringTextSyntax
        ? finding.Root.FindToken(finding.Diagnostic.Location.SourceSpan.Start).Parent
        : null;

    private static SyntaxNode Written(SyntaxNode current, string? old, string instead)
    {
        var text = current.ToString();
        var at = old is null ? -1 : text.IndexOf(old, StringComparison.Ordinal);
        var changed = at < 0 ? instead : text.Substring(0, at) + instead + text.Substring(at + old!.Length);
        if (current is InterpolatedStringTextSyntax part)
            return part.WithTextToken(SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, changed, changed, default));

        // The editor finds the text again by the node, when another of its settings is mended.
        var parsed = SyntaxFactory.ParseExpression(changed);
        return parsed is LiteralExpressionSyntax literal && current is LiteralExpressionSyntax kept && parsed.IsKind(current.Kind()) ? kept.WithToken(literal.Token) : parsed;
    }
}
