using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.House;

/// <summary>A program under <c>samples/</c>, compiled here from the arguments its own build wrote down.</summary>
internal sealed class Sample
{
    private static readonly Regex Spoken = new(@"//(?<ids>(?:\s+UC\d{4})+)\s*$|^#(?<ids>\s+UC\d{4}) at the (?<next>next) line$");

    private readonly Project project;

    private Sample(Project project) => this.project = project;

    /// <summary>Where the comments say that a rule speaks, once for each time.</summary>
    public IEnumerable<(string Place, string Id)> Comments =>
        from file in Files
        from line in File.ReadLines(file).Select((text, index) => (Spoken: Spoken.Match(text), Number: index + 1))
        from id in line.Spoken.Groups["ids"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select (Place(file, line.Spoken.Groups["next"].Success ? line.Number + 1 : line.Number), id);

    private IEnumerable<string> Files => project.Documents.Concat(project.AdditionalDocuments).Select(document => document.FilePath!);

    public static Sample Open(string name)
    {
        var folder = typeof(Sample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Samples").Value!;
        var arguments = CSharpCommandLineParser.Default.Parse(File.ReadAllLines(Path.Combine(folder, name + ".rsp")), House.Root, sdkDirectory: null);

        var id = ProjectId.CreateNewId();
        var info = ProjectInfo.Create(
            id, VersionStamp.Default, name, name, LanguageNames.CSharp, compilationOptions: arguments.CompilationOptions, parseOptions: arguments.ParseOptions,
            documents: Texts(arguments.SourceFiles.Select(source => source.Path)),
            metadataReferences: arguments.MetadataReferences.Select(reference => MetadataReference.CreateFromFile(reference.Reference)),
            additionalDocuments: Texts(arguments.AdditionalFiles.Select(file => file.Path)));

        return new(new AdhocWorkspace().CurrentSolution.AddProject(info.WithAnalyzerConfigDocuments(Texts(arguments.AnalyzerConfigPaths))).GetProject(id)!);

        IEnumerable<DocumentInfo> Texts(IEnumerable<string> paths) => paths.Select(path => DocumentInfo.Create(
            DocumentId.CreateNewId(id), Path.GetFileName(path), filePath: path, loader: TextLoader.From(TextAndVersion.Create(SourceText.From(File.ReadAllText(path)), VersionStamp.Default))));
    }

    /// <summary>What keeps it from compiling; the logging generator does not run here, so its methods have no body.</summary>
    public async Task<IEnumerable<string>> CompilerErrors() =>
        (await project.GetCompilationAsync())!.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error && one.Id != "CS8795").Select(one => one.ToString());

    /// <summary>What the rules say about it, those included that a user must switch on.</summary>
    public async Task<ImmutableArray<Diagnostic>> Findings(ImmutableArray<DiagnosticAnalyzer> rules)
    {
        var on = Workshop.SwitchOn(project, rules);
        var compilation = (await on.GetCompilationAsync())!;
        var everyRule = rules.SelectMany(rule => rule.SupportedDiagnostics).ToDictionary(rule => rule.Id, rule => Report(rule.DefaultSeverity));
        var options = new CompilationWithAnalyzersOptions(on.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);

        return await compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(everyRule)).WithAnalyzers(rules, options).GetAnalyzerDiagnosticsAsync();
    }

    public static string Place(Diagnostic one) => Place(one.Location.GetLineSpan().Path, one.Location.GetLineSpan().StartLinePosition.Line + 1);

    private static string Place(string path, int line) => $"{Path.GetRelativePath(Path.Combine(House.Root, "samples"), path).Replace('\\', '/')}({line})";

    private static ReportDiagnostic Report(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => ReportDiagnostic.Error,
        DiagnosticSeverity.Warning => ReportDiagnostic.Warn,
        _ => ReportDiagnostic.Info,
    };
}
