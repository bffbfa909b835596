using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// A compilation as all rules see it: the catalogues with the user's rows, the options, and what its files say. Made once per
/// compilation and shared by all rules; nothing in it resolves a symbol.
/// </summary>
internal sealed class PipelineProject
{
    private static readonly ConditionalWeakTable<Compilation, Holder> Cache = new();
    private static readonly ConditionalWeakTable<SourceText, IReadOnlyList<CatalogueRow>> UserRows = new();

    private static readonly string[] TestFrameworks = ["xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core"];

    private readonly ConcurrentDictionary<(string Rule, SyntaxTree Tree), ImmutableArray<string>> _logSinks = new();

    private PipelineProject(Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        Compilation = compilation;
        AnalyzerOptions = options;
        Options = new(options.AnalyzerConfigOptionsProvider);
        DataApis = Extended(ApiCatalogue.DataApis, CatalogueFile.DataApis, cancellation);
        CredentialSinks = Extended(ApiCatalogue.CredentialSinks, CatalogueFile.CredentialSinks, cancellation);
        PersonalData = PersonalDataTerms.Known.With(Rows(CatalogueFile.PersonalData, cancellation).ToList(), static _ => { });

        var marks = Subjects.None;
        foreach (var reference in compilation.ReferencedAssemblyNames)
        {
            HasLibraries |= !IsFramework(reference.Name);
            IsTestProject |= TestFrameworks.Contains(reference.Name, StringComparer.OrdinalIgnoreCase);
            // Their attributes mark data under names of the user's own.
            if (reference.Name is "Microsoft.Extensions.Compliance.Abstractions" or "Destructurama.Attributed")
                marks = Subjects.PersonalData | Subjects.Classification;
        }

        var meaning = default(WordMeaning);
        foreach (var tree in compilation.SyntaxTrees)
            meaning = meaning.And(TreeFacts.Of(tree).Meaning);

        Subjects = (HasLibraries ? meaning.Always | meaning.WithLibraries : meaning.Always) | (Widened = marks | WidenedBy());

        // The members of a person may be declared in a library, where their names raise nothing.
        if ((Subjects & Subjects.People) != 0 && (HasLibraries || (Subjects & Subjects.FaintPersonalData) != 0))
            Subjects |= Subjects.PersonalData;
    }

    public Compilation Compilation { get; }

    public AnalyzerOptions AnalyzerOptions { get; }

    public Options Options { get; }

    public ApiCatalogue DataApis { get; }

    public ApiCatalogue CredentialSinks { get; }

    public PersonalDataTerms PersonalData { get; }

    /// <summary>The subjects any file of the project touches.</summary>
    public Subjects Subjects { get; }

    /// <summary>The subjects that references, and the user's own rows and options, make a matter of every file.</summary>
    private Subjects Widened { get; }

    /// <summary>Whether anything but the framework is referenced.</summary>
    public bool HasLibraries { get; }

    /// <summary>Whether anything comes from outside or goes there: what a program says to itself it may say as it likes.</summary>
    public bool HandlesData => HasLibraries || (Subjects & (Subjects.Ingestion | Subjects.Files | Subjects.FrameworkClients)) != 0;

    /// <summary>Whether a test framework is referenced.</summary>
    public bool IsTestProject { get; }

    public static PipelineProject Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        // All rules start at once; one of them gathers, the others wait for it.
        var held = Cache.GetOrCreateValue(compilation);
        lock (held)
        {
            if (held.Project is null || !ReferenceEquals(held.Project.AnalyzerOptions, options))
                held.Project = new(compilation, options, cancellation);

            return held.Project;
        }
    }

    /// <summary>Whether a file, as far as its words tell, touches any of these subjects.</summary>
    public bool Touches(SyntaxTree tree, Subjects subjects)
    {
        var meaning = TreeFacts.Of(tree).Meaning;
        return ((meaning.Always | (HasLibraries ? meaning.WithLibraries : Subjects.None) | Widened) & subjects) != 0;
    }

    /// <summary>Whether a rule has nothing to say in a file because its project is a test project.</summary>
    public bool IsSilent(string rule, SyntaxTree tree) => IsTestProject && !Options.Is(Options.TestProjects, "included", rule, tree);

    /// <summary>The same for a file beside the source.</summary>
    public bool IsSilent(string rule, AdditionalText file) => IsTestProject && !string.Equals(Options.Value(Options.TestProjects, rule, file), "included", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the user switched a rule off in a file, so that another may have to speak in its place.</summary>
    public bool IsOff(string rule, SyntaxTree tree)
    {
        var said = Compilation.Options;
        return (said.SpecificDiagnosticOptions.TryGetValue(rule, out var level) && level == ReportDiagnostic.Suppress)
            || (said.SyntaxTreeOptionsProvider is { } trees
                && (trees.TryGetDiagnosticValue(tree, rule, default, out level) || trees.TryGetGlobalDiagnosticValue(rule, default, out level)) && level == ReportDiagnostic.Suppress);
    }

    /// <summary>The methods that a file's options name as writing to a log.</summary>
    public ImmutableArray<string> LogSinksOf(string rule, SyntaxTree tree) => _logSinks.GetOrAdd((rule, tree), at => Options.List(Options.LogSinks, at.Rule, at.Tree));

    /// <summary>What the catalogue and the user's own rows say of a called method.</summary>
    public ApiTrait TraitsOf(ISymbol? member) => DataApis.TraitsOf(member);

    /// <summary>What only the user's own rows and options know of.</summary>
    private Subjects WidenedBy()
    {
        var widened = Options.WidenedIn(Compilation);
        if (!ReferenceEquals(DataApis, ApiCatalogue.DataApis))
            widened |= Subjects.Ingestion | Subjects.FrameworkClients | Subjects.Logs | Subjects.Traces | Subjects.Access | Subjects.Queries | Subjects.OpenStores | Subjects.Grants | Subjects.Hashes
                | Subjects.Answers | Subjects.Pages | Subjects.Batches | Subjects.Telemetry | Subjects.Failures | Subjects.NameParts | Subjects.Retention | Subjects.Leniency
                | Subjects.Brokers | Subjects.Settlements | Subjects.Receipts;

        if (!ReferenceEquals(CredentialSinks, ApiCatalogue.CredentialSinks))
            widened |= Subjects.Credentials | Subjects.HeaderAttributes;

        return ReferenceEquals(PersonalData, PersonalDataTerms.Known) ? widened : widened | Subjects.PersonalData;
    }

    private static bool IsFramework(string assembly) =>
        assembly is "mscorlib" or "netstandard" or "System" or "WindowsBase"
        || assembly.StartsWith("System.", StringComparison.Ordinal)
        || assembly is "Microsoft.CSharp" or "Microsoft.VisualBasic" or "Microsoft.VisualBasic.Core" or "Microsoft.Win32.Primitives" or "Microsoft.Win32.Registry";

    private ApiCatalogue Extended(ApiCatalogue known, string file, CancellationToken cancellation) =>
        known.With(ApiCatalogue.Read(Rows(file, cancellation), static _ => { }));

    private IEnumerable<CatalogueRow> Rows(string file, CancellationToken cancellation) =>
        from additional in AnalyzerOptions.AdditionalFiles
        where CatalogueFile.Is(additional.Path, file)
        let text = additional.GetText(cancellation)
        where text is not null
        from row in UserRows.GetValue(text, static text => CatalogueText.Rows(text.ToString()))
        select row;

    private sealed class Holder
    {
        public PipelineProject? Project { get; set; }
    }
}
