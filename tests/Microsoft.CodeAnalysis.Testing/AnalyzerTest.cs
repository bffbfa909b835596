using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Options;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// A test of analyzers: <see cref="RunAsync"/> compiles <see cref="TestState"/>, runs them, and fails unless exactly the expected
/// diagnostics are reported, none of them in generated code, and none where a pragma disables them.
/// </summary>
public abstract class AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    private readonly SolutionFactory _factory;
    private readonly Dictionary<Solution, ImmutableArray<(Project project, Diagnostic diagnostic)>> _diagnosed = [];

    protected AnalyzerTest()
    {
        TestState = NewState();
        _factory = new(() => ReferenceAssemblies, OptionsTransforms, SolutionTransforms, CreateCompilationOptions, CreateParseOptions, ApplyCompilationOptions);
    }

    public abstract string Language { get; }

    /// <summary>Adds a source file.</summary>
    public string TestCode
    {
        set => TestState.Sources.Add(value);
    }

    public SolutionState TestState { get; }

    public List<DiagnosticResult> ExpectedDiagnostics => TestState.ExpectedDiagnostics;

    public CompilerDiagnostics CompilerDiagnostics { get; set; } = CompilerDiagnostics.Errors;

    public MarkupOptions MarkupOptions { get; set; }

    public TestBehaviors TestBehaviors { get; set; }

    public List<string> DisabledDiagnostics { get; } = [];

    public ReferenceAssemblies ReferenceAssemblies { get; set; } = ReferenceAssemblies.Default;

    public Action<Diagnostic, DiagnosticResult, IVerifier>? DiagnosticVerifier { get; set; }

    public List<Func<OptionSet, OptionSet>> OptionsTransforms { get; } = [];

    public List<Func<Solution, ProjectId, Solution>> SolutionTransforms { get; } = [];

    protected static TVerifier Verify { get; } = new();

    protected virtual string DefaultFilePathPrefix => "/0/Test";

    protected virtual string DefaultTestProjectName => "TestProject";

    protected virtual string DefaultFilePath => $"{DefaultFilePathPrefix}0.{DefaultFileExt}";

    protected abstract string DefaultFileExt { get; }

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await RunImplAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _factory.Close();
        }
    }

    protected virtual async Task RunImplAsync(CancellationToken cancellationToken)
    {
        Verify.NotEmpty("TestState.Sources", TestState.Sources);
        var state = Plain(TestState.Inheriting(null, []), []);
        await VerifyDiagnosticsOf(state, Verify, cancellationToken).ConfigureAwait(false);
    }

    protected abstract IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers();

    protected abstract CompilationOptions CreateCompilationOptions();

    protected abstract ParseOptions CreateParseOptions();

    protected virtual AnalyzerOptions GetAnalyzerOptions(Project project) => project.AnalyzerOptions;

    /// <summary>What <c>[|markup|]</c> without an ID stands for.</summary>
    protected internal virtual DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers)
    {
        if (MarkupOptions.HasFlag(MarkupOptions.UseFirstDescriptor))
            return analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).FirstOrDefault();
        return analyzers is [{ SupportedDiagnostics: [var only] }, ..] ? only : null;
    }

    protected virtual bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) => compilerDiagnostics switch
    {
        CompilerDiagnostics.Errors => diagnostic.Severity >= DiagnosticSeverity.Error,
        CompilerDiagnostics.Warnings => diagnostic.Severity >= DiagnosticSeverity.Warning,
        CompilerDiagnostics.Suggestions => diagnostic.Severity >= DiagnosticSeverity.Info,
        CompilerDiagnostics.All => true,
        _ => false,
    };

    /// <summary>Switches every rule under test on, a crash of one to an error, and <see cref="DisabledDiagnostics"/> off.</summary>
    protected virtual Project ApplyCompilationOptions(Project project)
    {
        var severities = ImmutableDictionary.CreateBuilder<string, ReportDiagnostic>();
        foreach (var rule in GetDiagnosticAnalyzers().SelectMany(analyzer => analyzer.SupportedDiagnostics))
            severities[rule.Id] = rule.IsEnabledByDefault ? ReportDiagnostic.Default : Reported(rule.DefaultSeverity);
        severities["AD0001"] = ReportDiagnostic.Error;
        foreach (var id in DisabledDiagnostics)
            severities[id] = ReportDiagnostic.Suppress;

        var options = project.CompilationOptions!;
        return project.WithCompilationOptions(options.WithSpecificDiagnosticOptions(severities.ToImmutable().SetItems(options.SpecificDiagnosticOptions)));
    }

    private protected SolutionState NewState() => new(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);

    private protected SolutionState Plain(SolutionState marked, ImmutableArray<string> fixable)
    {
        var analyzers = GetDiagnosticAnalyzers().ToArray();
        var supported = analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).ToImmutableArray();
        return marked.WithoutMarkup(new(marked.MarkupHandling!.Value, MarkupOptions, GetDefaultDiagnostic(analyzers), supported, fixable, DefaultFilePath));
    }

    private protected Task<Project> Open(SolutionState state, CancellationToken cancellationToken) => _factory.Open(state, "", cancellationToken);

    private protected async Task VerifyDiagnosticsOf(SolutionState state, IVerifier verifier, CancellationToken cancellationToken) =>
        await VerifyDiagnosticsOf(state, await Open(state, cancellationToken).ConfigureAwait(false), verifier, cancellationToken).ConfigureAwait(false);

    private protected async Task VerifyDiagnosticsOf(SolutionState state, Project project, IVerifier verifier, CancellationToken cancellationToken)
    {
        verifier.LanguageIsSupported(Language);
        var analyzers = GetDiagnosticAnalyzers().ToImmutableArray();
        var check = new DiagnosticCheck(analyzers, DiagnosticVerifier);
        check.Verify(await Diagnose(project.Solution, cancellationToken).ConfigureAwait(false), state.ExpectedDiagnostics, verifier);

        var rules = analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).ToLookup(rule => rule.Id);
        var files = state.Sources.Select(source => source.filename).ToHashSet();
        var inSource = state.ExpectedDiagnostics.Where(one => one.HasLocation && files.Contains(one.Spans[0].Span.Path) && rules.Contains(one.Id)).ToList();

        if (inSource.Count > 0 && !TestBehaviors.HasFlag(TestBehaviors.SkipGeneratedCodeCheck) && !analyzers.All(GeneratedCodeSetting.IsSaidBy))
            await VerifyBelow("// <auto-generated>", inSource, "Verifying exclusions in <auto-generated> code").ConfigureAwait(false);

        if (inSource.Count > 0 && !TestBehaviors.HasFlag(TestBehaviors.SkipSuppressionCheck))
        {
            var configurable = inSource.Where(one => !rules[one.Id].Any(rule => rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)));
            var pragma = "#pragma warning disable " + string.Join(", ", inSource.Select(one => one.Id).Distinct());
            await VerifyBelow(pragma, configurable.ToList(), "Verifying exclusions in '#pragma warning disable' code").ConfigureAwait(false);
        }

        async Task VerifyBelow(string firstLine, List<DiagnosticResult> gone, string context)
        {
            var changed = await _factory.Open(state, firstLine + "\r\n", cancellationToken).ConfigureAwait(false);
            var remaining = state.ExpectedDiagnostics.Where(one => !gone.Contains(one))
                .Select(one => one.HasLocation && files.Contains(one.Spans[0].Span.Path) ? one.WithLineOffset(1) : one);
            check.Verify(await Diagnose(changed.Solution, cancellationToken).ConfigureAwait(false), remaining, verifier.PushContext(context));
        }
    }

    /// <summary>Everything reported in a solution, in order of place. A solution is analysed once, however many checks look at it.</summary>
    private protected async Task<ImmutableArray<(Project project, Diagnostic diagnostic)>> Diagnose(Solution solution, CancellationToken cancellationToken)
    {
        if (_diagnosed.TryGetValue(solution, out var known))
            return known;

        var found = new List<(Project project, Diagnostic diagnostic)>();
        foreach (var project in solution.Projects)
        {
            var compilation = (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
            var analyzers = GetDiagnosticAnalyzers().DefaultIfEmpty(new EmptyDiagnosticAnalyzer()).ToImmutableArray();
            var options = new CompilationWithAnalyzersOptions(GetAnalyzerOptions(project), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
            var analysis = await compilation.WithAnalyzers(analyzers, options).GetAnalysisResultAsync(cancellationToken).ConfigureAwait(false);

            foreach (var diagnostic in analysis.CompilationDiagnostics.Values.SelectMany(diagnostics => diagnostics))
                DiagnosticInternals.MarkNonLocal(diagnostic);
            found.AddRange(compilation.GetDiagnostics(cancellationToken)
                .Where(diagnostic => !diagnostic.IsFromCompiler() || IsCompilerDiagnosticIncluded(diagnostic, CompilerDiagnostics))
                .Concat(analysis.GetAllDiagnostics())
                .Where(diagnostic => !diagnostic.IsSuppressed)
                .Select(diagnostic => (project, diagnostic)));
        }

        return _diagnosed[solution] = [.. found.OrderBy(one => one.diagnostic, DiagnosticInternals.ByPlace)];
    }

    /// <summary>A solution analysed before which reads the same: many fixes end in the same text.</summary>
    private protected async Task<Project> Recall(Project project, CancellationToken cancellationToken)
    {
        foreach (var known in _diagnosed.Keys)
            if (await known.ReadsLike(project.Solution, cancellationToken).ConfigureAwait(false))
                return known.GetProject(project.Id)!;
        return project;
    }

    private static ReportDiagnostic Reported(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Hidden => ReportDiagnostic.Hidden,
        DiagnosticSeverity.Info => ReportDiagnostic.Info,
        DiagnosticSeverity.Warning => ReportDiagnostic.Warn,
        _ => ReportDiagnostic.Error,
    };
}
