using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>A diagnostic and the code it speaks about.</summary>
internal sealed class Finding(Document document, SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
{
    public Document Document { get; } = document;

    public SyntaxNode Root { get; } = root;

    public SemanticModel Model { get; } = model;

    public Diagnostic Diagnostic { get; } = diagnostic;

    /// <summary>What the rule already knew, by the names the rule gave it.</summary>
    public string? Known(string name) => Diagnostic.Properties.TryGetValue(name, out var value) ? value : null;

    public TNode? Find<TNode>()
        where TNode : SyntaxNode =>
        Root.FindNode(Diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<TNode>();

    /// <summary>The finding in its document; null where the code around it does not parse, since what it means is then a guess.</summary>
    public static async Task<Finding?> In(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root is null || model is null || !root.FullSpan.Contains(diagnostic.Location.SourceSpan) || IsBroken(root.FindNode(diagnostic.Location.SourceSpan))
            ? null
            : new(document, root, model, diagnostic);
    }

    private static bool IsBroken(SyntaxNode node)
    {
        var around = node.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().LastOrDefault() ?? node.SyntaxTree.GetRoot();
        return around.ContainsDiagnostics && around.GetDiagnostics().Any(one => one.Severity == DiagnosticSeverity.Error);
    }
}
