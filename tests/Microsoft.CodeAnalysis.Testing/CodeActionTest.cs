using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Chooses one of the offered actions, applies it, and holds the tree it built against the one its text parses to.</summary>
public abstract class CodeActionTest<TVerifier> : AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    // Public only since Roslyn 4.9, and called otherwise before.
    private static readonly PropertyInfo Nested =
        typeof(CodeAction).GetProperty("NestedActions", BindingFlags.Instance | BindingFlags.Public)
        ?? typeof(CodeAction).GetProperty("NestedCodeActions", BindingFlags.Instance | BindingFlags.NonPublic)!;

    public int? CodeActionIndex { get; set; }

    public string? CodeActionEquivalenceKey { get; set; }

    public Action<CodeAction, IVerifier>? CodeActionVerifier { get; set; }

    public CodeActionValidationMode CodeActionValidationMode { get; set; } = CodeActionValidationMode.SemanticStructure;

    public abstract Type SyntaxKindType { get; }

    /// <summary>An action which only groups others gives way to them.</summary>
    protected virtual ImmutableArray<CodeAction> FilterCodeActions(ImmutableArray<CodeAction> actions) =>
        [.. actions.SelectMany(action => Nested.GetValue(action) is ImmutableArray<CodeAction> { IsEmpty: false } nested ? FilterCodeActions(nested) : [action])];

    private protected CodeAction? Chosen(int round, ImmutableArray<CodeAction> offered, IVerifier verifier)
    {
        var chosen = CodeActionEquivalenceKey is null
            ? offered.ElementAtOrDefault(CodeActionIndex ?? 0)
            : offered.FirstOrDefault(action => action.EquivalenceKey == CodeActionEquivalenceKey);

        // In later rounds the action may be gone, because it has done its work.
        if (CodeActionEquivalenceKey is not null && CodeActionIndex is { } index && (chosen is not null || round == 0))
        {
            verifier.True(index < offered.Length, $"Expected to find a code action at index '{index}', but only '{offered.Length}' code actions were found.");
            verifier.Equal(CodeActionEquivalenceKey, offered[index].EquivalenceKey, "The code action equivalence key and index must be consistent when both are specified.");
            chosen = offered[index];
        }

        if (chosen is not null)
            CodeActionVerifier?.Invoke(chosen, verifier);
        return chosen;
    }

    /// <summary>The project after the action, its documents parsed anew as an editor would find them; and whether the action built them well.</summary>
    private protected async Task<(Project Project, Exception? Flaw)> Apply(CodeAction action, Project project, IVerifier verifier, CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(cancellationToken).ConfigureAwait(false);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
        Exception? flaw = null;
        if (changed == project)
            return (project, flaw);

        foreach (var id in changed.GetChanges(project) is var changes ? changes.GetChangedDocuments().Concat(changes.GetAddedDocuments()) : [])
        {
            var document = changed.GetDocument(id)!;
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var parsed = document.WithText(SourceText.From(text.ToString(), text.Encoding, text.ChecksumAlgorithm));
            flaw ??= await Flaw(document, parsed, verifier, cancellationToken).ConfigureAwait(false);
            changed = parsed.Project;
        }

        return (changed, flaw);
    }

    private async Task<Exception?> Flaw(Document built, Document parsed, IVerifier verifier, CancellationToken cancellationToken)
    {
        if (CodeActionValidationMode == CodeActionValidationMode.None)
            return null;

        var outline = new TreeOutline(SyntaxKindType, withTrivia: CodeActionValidationMode == CodeActionValidationMode.Full);
        var expected = outline.Of((await parsed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!);
        var actual = outline.Of((await built.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!);
        return Caught(() => verifier.EqualOrDiff(expected, actual, "The tree the code action built is not the one its text parses to; '-' is parsed, '+' is built:"));
    }

    private protected static Exception? Caught(Action check)
    {
#pragma warning disable CA1031 // A verifier may throw what it likes; it is thrown again once the texts have been compared.
        try
        {
            check();
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
#pragma warning restore CA1031
    }
}
