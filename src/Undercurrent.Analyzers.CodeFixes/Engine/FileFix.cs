using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The remedy of a rule that speaks about files beside the source: an edit of their text. Offered where a host shows fixes there.</summary>
public abstract class FileFix : CodeFixProvider
{
    private protected FileFix(DiagnosticDescriptor rule, string title)
    {
        RuleId = rule.Id;
        Title = title;
        FixableDiagnosticIds = ImmutableArray.Create(rule.Id);
    }

    /// <summary>What the light bulb and the rule's page say.</summary>
    public string Title { get; }

    /// <summary>The one rule whose findings this mends.</summary>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    internal string RuleId { get; }

    /// <summary>All the files of a project or solution are mended as one finding is.</summary>
    public sealed override FixAllProvider GetFixAllProvider() => FileFixAll.Instance;

    /// <summary>Offers the edit.</summary>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var file = context.TextDocument;
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => diagnostic.Id == RuleId))
            context.RegisterCodeFix(CodeAction.Create(Title, cancellation => Mended(file.Project.Solution, file, [diagnostic], cancellation), RuleId), diagnostic);

        return Task.CompletedTask;
    }

    internal async Task<Solution> Mended(Solution solution, TextDocument file, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var text = await file.GetTextAsync(cancellation).ConfigureAwait(false);
        var changes = diagnostics.Where(diagnostic => diagnostic.Location.SourceSpan.End <= text.Length).SelectMany(diagnostic => Changes(text, file.FilePath ?? file.Name, diagnostic));
        return solution.WithAdditionalDocumentText(file.Id, text.WithChanges(changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length)));
    }

    /// <summary>The edits that mend one finding.</summary>
    private protected abstract IEnumerable<TextChange> Changes(SourceText text, string path, Diagnostic diagnostic);
}
