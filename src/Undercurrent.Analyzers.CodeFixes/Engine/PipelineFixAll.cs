using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Mends every finding of a scope in one run of one remedy. Keeps to the rule's own ID, passes over findings the remedy
/// declines, and takes a missing key for the best remedy: runners that ask about one arbitrary finding may have none.
/// </summary>
internal sealed class PipelineFixAll : FixAllProvider
{
    public static readonly PipelineFixAll Instance = new();

    private PipelineFixAll()
    {
    }

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        if (context.CodeFixProvider is not PipelineFix fix || fix.RemediesFor(context.CodeActionEquivalenceKey) is not { IsEmpty: false } remedies)
            return null;

        var mending = new Mending(context.Solution, context.CancellationToken);
        var mended = false;
        foreach (var document in Documents(context))
        {
            var diagnostics = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            foreach (var diagnostic in diagnostics.Where(diagnostic => diagnostic.Id == fix.RuleId).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
                mended |= await Mend(document, diagnostic, remedies, mending).ConfigureAwait(false);
        }

        return mended ? CodeAction.Create(remedies[0].Title, _ => Task.FromResult(mending.Result()), fix.KeyOf(remedies[0])) : null;
    }

    private static async Task<bool> Mend(Document document, Diagnostic diagnostic, ImmutableArray<Remedy> remedies, Mending mending)
    {
        if (await Finding.In(document, diagnostic, mending.Cancellation).ConfigureAwait(false) is not { } finding)
            return false;

        foreach (var remedy in remedies)
        {
            if (!await remedy.Offers(finding, mending.Cancellation).ConfigureAwait(false))
                continue;

            await remedy.Apply(finding, mending).ConfigureAwait(false);
            return true;
        }

        return false;
    }

    private static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document when context.Document is { } document => new[] { document },
        FixAllScope.Project => context.Project.Documents,
        FixAllScope.Solution => context.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp).SelectMany(project => project.Documents),
        _ => Enumerable.Empty<Document>(),
    };
}
