using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// A test of code fixes: the diagnostics before, the fix one by one and through fix-all in document, project and solution, and the
/// diagnostics after. Without a fixed state only the diagnostics before are looked at.
/// </summary>
public abstract class CodeFixTest<TVerifier> : CodeActionTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    protected CodeFixTest() => (FixedState, BatchFixedState) = (NewState(), NewState());

    /// <summary>Adds a source file to what is left after the fix.</summary>
    public string FixedCode
    {
        set => FixedState.Sources.Add(value);
    }

    public SolutionState FixedState { get; }

    /// <summary>Adds a source file to what is left after fix-all, where that differs.</summary>
    public string BatchFixedCode
    {
        set => BatchFixedState.Sources.Add(value);
    }

    public SolutionState BatchFixedState { get; }

    /// <summary>How many fixes it takes: exactly so many, or at most so many when negative; 0 says that none is offered.</summary>
    public int? NumberOfIncrementalIterations { get; set; }

    public int? NumberOfFixAllIterations { get; set; }

    public int? NumberOfFixAllInDocumentIterations { get; set; }

    public int? NumberOfFixAllInProjectIterations { get; set; }

    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    protected abstract IEnumerable<CodeFixProvider> GetCodeFixProviders();

    protected virtual Diagnostic? TrySelectDiagnosticToFix(ImmutableArray<Diagnostic> fixableDiagnostics) => fixableDiagnostics.FirstOrDefault();

    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) =>
        base.IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics) || Fixable.Contains(diagnostic.Id);

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        Verify.NotEmpty("TestState.Sources", TestState.Sources);
        var fixable = Fixable;
        var marked = TestState.Inheriting(null, fixable);
        var markedAfter = FixedState.Inheriting(marked, fixable);
        var before = Plain(marked, fixable);
        var after = Plain(markedAfter, fixable);
        var afterAll = Plain(BatchFixedState.Inheriting(markedAfter, fixable), fixable);

        var project = await Open(before, cancellationToken).ConfigureAwait(false);
        await VerifyDiagnosticsOf(before, project, Verify.PushContext("Diagnostics of test state"), cancellationToken).ConfigureAwait(false);
        if (!FixedState.IsGiven && !BatchFixedState.IsGiven)
            return;

        await VerifyFix(project, before, after, afterAll, cancellationToken).ConfigureAwait(false);
        await VerifyDiagnosticsOf(after, Verify.PushContext("Diagnostics of fixed state"), cancellationToken).ConfigureAwait(false);
        if (BatchFixedState.IsGiven && !CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipFixAllCheck))
            await VerifyDiagnosticsOf(afterAll, Verify.PushContext("Diagnostics of batch fixed state"), cancellationToken).ConfigureAwait(false);
    }

    private ImmutableArray<string> Fixable => [.. GetCodeFixProviders().SelectMany(provider => provider.FixableDiagnosticIds)];

    private async Task VerifyFix(Project project, SolutionState before, SolutionState after, SolutionState afterAll, CancellationToken cancellationToken)
    {
        var rounds = new FixRounds(this, before, after, afterAll);
        await Run(OneByOne, rounds.OneByOne, after, "Iterative code fix application").ConfigureAwait(false);
        if (!GetCodeFixProviders().Any(provider => provider.GetFixAllProvider() is not null))
            return;
        if (!CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipFixAllInDocumentCheck))
            await Run(AllIn(FixAllScope.Document), rounds.InDocument, afterAll, "Fix all in document").ConfigureAwait(false);
        if (!CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipFixAllInProjectCheck))
            await Run(AllIn(FixAllScope.Project), rounds.InProject, afterAll, "Fix all in project").ConfigureAwait(false);
        if (!CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipFixAllInSolutionCheck))
            await Run(AllIn(FixAllScope.Solution), rounds.InSolution, afterAll, "Fix all in solution").ConfigureAwait(false);

        async Task Run(Step step, int allowed, SolutionState expected, string context)
        {
            var verifier = Verify.PushContext(context);
            var (end, failure) = await Repeat(step, project, allowed, verifier, cancellationToken).ConfigureAwait(false);

            // A wrong text says more than a wrong count, so it is reported first.
            await VerifyFiles(expected, end, verifier, cancellationToken).ConfigureAwait(false);
            foreach (var (name, state) in expected.AdditionalProjects)
                await VerifyFiles(state, end.Solution.Projects.Single(one => one.Name == name), verifier, cancellationToken).ConfigureAwait(false);
            if (failure is not null)
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Fixes until nothing is reported, nothing is offered, or nothing changes any more; and counts.</summary>
    private async Task<(Project End, Exception? Failure)> Repeat(Step step, Project project, int allowed, IVerifier verifier, CancellationToken cancellationToken)
    {
        // With one allowed the message is clearer for "exactly one" than for "at most one".
        var expected = allowed == -1 ? 1 : allowed;
        var left = Math.Abs(expected);
        Exception? failure = null;
        ImmutableArray<(Project project, Diagnostic diagnostic)> previous = [];

        for (var round = 0; ; round++)
        {
            var found = await Diagnose(project.Solution, cancellationToken).ConfigureAwait(false);
            if (found.IsEmpty || IsSame(found, previous))
                break;
            if (--left < -1)
                return (project, failure ?? Caught(() => verifier.Fail("The upper limit for the number of code fix iterations was exceeded")));

            previous = found;
            var taken = await step(round, found, ToFix(project, found), verifier, cancellationToken).ConfigureAwait(false);
            failure ??= taken.Flaw;
            if (!taken.Offered)
                left++;
            if (taken.GaveUp)
                return (project, null);
            if (taken.Changed is null)
                break;

            project = await Recall(taken.Changed.Solution.GetProject(project.Id)!, cancellationToken).ConfigureAwait(false);
            if (CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne))
                break;
        }

        failure ??= Caught(() =>
        {
            if (expected == 0)
                verifier.Equal(0, left, "No code fixes were expected, but a fix was offered that made no changes to the code.");
            else if (expected > 0)
                verifier.Equal(0, left, $"Expected '{expected}' iterations but found '{expected - left}' iterations.");
            else
                verifier.True(left >= 0, "The upper limit for the number of code fix iterations was exceeded");
        });
        return (project, failure);
    }

    private ImmutableArray<(Project project, Diagnostic diagnostic)> ToFix(Project project, ImmutableArray<(Project project, Diagnostic diagnostic)> found)
    {
        var fixable = Fixable;
        ImmutableArray<(Project project, Diagnostic diagnostic)> inDocuments =
            [.. found.Where(one => fixable.Contains(one.diagnostic.Id) && project.Solution.GetDocument(one.diagnostic.Location.SourceTree) is not null)];

        if (!CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipLocalDiagnosticCheck))
            Verify.False(inDocuments.Any(one => one.diagnostic.IsNonLocal()), "Code fix is attempting to provide a fix for a non-local analyzer diagnostic");
        if (!CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne))
            return inDocuments;

        var selected = TrySelectDiagnosticToFix([.. inDocuments.Select(one => one.diagnostic)]);
        return [.. inDocuments.Where(one => one.diagnostic == selected)];
    }

    private async Task<Taken> OneByOne(int round, ImmutableArray<(Project project, Diagnostic diagnostic)> found, ImmutableArray<(Project project, Diagnostic diagnostic)> toFix, IVerifier verifier, CancellationToken cancellationToken)
    {
        var taken = new Taken();
        foreach (var (project, diagnostic) in toFix)
        {
            if (await Offer(round, project, diagnostic, verifier, cancellationToken).ConfigureAwait(false) is not var (action, _))
                continue;

            var (changed, flaw) = await Apply(action, project, verifier, cancellationToken).ConfigureAwait(false);
            taken = taken with { Offered = true, Flaw = taken.Flaw ?? flaw };
            if (changed != project)
                return taken with { Changed = changed };
        }

        return taken;
    }

    private Step AllIn(FixAllScope scope) => async (round, found, toFix, verifier, cancellationToken) =>
    {
        foreach (var (project, diagnostic) in toFix)
        {
            if (await Offer(round, project, diagnostic, verifier, cancellationToken).ConfigureAwait(false) is not var (action, provider))
                continue;
            if (provider.GetFixAllProvider() is not { } fixAll || !fixAll.GetSupportedFixAllScopes().Contains(scope))
                break;

            var ids = fixAll.GetSupportedFixAllDiagnosticIds(provider);
            var context = new FixAllContext(project.Solution.GetDocument(diagnostic.Location.SourceTree)!, diagnostic.Location.SourceSpan, provider, scope, action.EquivalenceKey!, ids, new FoundDiagnostics(found), cancellationToken);
            if (await fixAll.GetFixAsync(context).ConfigureAwait(false) is not { } whole)
                return new(Offered: true, GaveUp: true);
            var (changed, flaw) = await Apply(whole, project, verifier, cancellationToken).ConfigureAwait(false);
            return new(Offered: true, Changed: changed == project ? null : changed, Flaw: flaw);
        }

        return new();
    };

    private async Task<(CodeAction Action, CodeFixProvider Provider)?> Offer(int round, Project project, Diagnostic diagnostic, IVerifier verifier, CancellationToken cancellationToken)
    {
        var offered = new List<(CodeAction Action, CodeFixProvider Provider)>();
        foreach (var provider in GetCodeFixProviders().Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var actions = ImmutableArray.CreateBuilder<CodeAction>();
            var context = new CodeFixContext(project.Solution.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => actions.Add(action), cancellationToken);
            await provider.RegisterCodeFixesAsync(context).ConfigureAwait(false);
            offered.AddRange(FilterCodeActions(actions.ToImmutable()).Select(action => (action, provider)));
        }

        return Chosen(round, [.. offered.Select(one => one.Action)], verifier) is { } chosen ? offered.First(one => one.Action == chosen) : null;
    }

    private static async Task VerifyFiles(ProjectState expected, Project actual, IVerifier verifier, CancellationToken cancellationToken)
    {
        foreach (var (wanted, documents) in expected.Files.Zip(new IEnumerable<TextDocument>[] { actual.Documents, actual.AdditionalDocuments, actual.AnalyzerConfigDocuments }))
        {
            verifier.Equal(wanted.Count, documents.Count(), $"Expected {wanted.Count} files ({string.Join(", ", wanted.Select(file => file.filename))}) but found {string.Join(", ", documents.Select(document => document.Name))}");
            foreach (var ((path, content), document) in wanted.Zip(documents))
            {
                var cleaned = document is Document source ? await Cleaned(source, cancellationToken).ConfigureAwait(false) : document;
                var text = await cleaned.GetTextAsync(cancellationToken).ConfigureAwait(false);
                verifier.EqualOrDiff(content.ToString(), text.ToString(), $"content of '{path}' did not match; '-' is expected, '+' is actual:");
                verifier.Equal(content.Encoding, text.Encoding, $"encoding of '{path}' was expected to be '{content.Encoding?.WebName}' but was '{text.Encoding?.WebName}'");
                verifier.Equal(content.ChecksumAlgorithm, text.ChecksumAlgorithm, $"checksum algorithm of '{path}' did not match");
                verifier.Equal(SolutionFactory.FileName(expected, path), document.Name, $"name of '{path}' was '{document.Name}'");
                verifier.SequenceEqual(SolutionFactory.Folders(expected, path), document.Folders, message: $"folders of '{path}' were '{string.Join('/', document.Folders)}'");
            }
        }
    }

    /// <summary>A fix may leave it to annotations to have its work simplified and formatted.</summary>
    private static async Task<Document> Cleaned(Document document, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { ContainsAnnotations: true })
            return document;
        var simplified = await Simplifier.ReduceAsync(document, Simplifier.Annotation, cancellationToken: cancellationToken).ConfigureAwait(false);
        return await Formatter.FormatAsync(simplified, Formatter.Annotation, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private static bool IsSame(ImmutableArray<(Project project, Diagnostic diagnostic)> one, ImmutableArray<(Project project, Diagnostic diagnostic)> other) =>
        one.Select(Key).SequenceEqual(other.Select(Key));

    private static (ProjectId, string, Text.TextSpan) Key((Project project, Diagnostic diagnostic) one) =>
        (one.project.Id, one.diagnostic.Id, one.diagnostic.Location.SourceSpan);

    private delegate Task<Taken> Step(
        int round, ImmutableArray<(Project project, Diagnostic diagnostic)> found, ImmutableArray<(Project project, Diagnostic diagnostic)> toFix, IVerifier verifier, CancellationToken cancellationToken);

    /// <summary>What one round came to. A fix-all provider may offer its fix and then have none to give.</summary>
    private readonly record struct Taken(bool Offered = false, Project? Changed = null, Exception? Flaw = null, bool GaveUp = false);

    /// <summary>How many rounds each way of fixing may take when the test does not say so.</summary>
    private sealed class FixRounds(CodeFixTest<TVerifier> test, SolutionState before, SolutionState after, SolutionState afterAll)
    {
        private readonly List<DiagnosticResult> _toFix = [.. before.ExpectedDiagnostics.Where(one => test.Fixable.Contains(one.Id))];

        public int OneByOne => test.NumberOfIncrementalIterations ?? (before.HasSameFilesEverywhere(after) ? 0 : -_toFix.Count);

        public int InSolution => test.NumberOfFixAllIterations ?? (before.HasSameFilesEverywhere(afterAll) ? 0 : -1);

        public int InProject => test.NumberOfFixAllInProjectIterations ?? test.NumberOfFixAllIterations ?? -ChangedProjects;

        public int InDocument => test.NumberOfFixAllInDocumentIterations ?? test.NumberOfFixAllIterations
            ?? (before.HasSameFiles(afterAll) ? 0 : -_toFix.Select(one => one.Spans.FirstOrDefault().Span.Path).Distinct().Count());

        private int ChangedProjects => (before.HasSameFiles(afterAll) ? 0 : 1)
            + before.AdditionalProjects.Count(one => !(afterAll.AdditionalProjects.TryGetValue(one.Key, out var state) && one.Value.HasSameFiles(state)));
    }
}
