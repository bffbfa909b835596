using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// One run of one remedy, over one finding or over all: an editor per document, and what has been brought in already, so that
/// two findings in one class share one new field.
/// </summary>
internal sealed class Mending(Solution solution, CancellationToken cancellation)
{
    private readonly SolutionEditor _editor = new(solution);
    private readonly Dictionary<(DocumentId Document, string What), string> _broughtIn = new();

    public CancellationToken Cancellation { get; } = cancellation;

    public Solution Solution { get; } = solution;

    public Task<DocumentEditor> EditorOf(Document document) => _editor.GetDocumentEditorAsync(document.Id, Cancellation);

    public Solution Result() => _editor.GetChangedSolution();

    /// <summary>The name under which something was brought into a document earlier in this run, or null the first time.</summary>
    public string? BroughtIn(Document document, string what) => _broughtIn.TryGetValue((document.Id, what), out var name) ? name : null;

    public void Remember(Document document, string what, string name) => _broughtIn[(document.Id, what)] = name;
}
