using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Rules.Configuration;

/// <summary>A misspelt option or catalogue row protects nothing, and nobody would notice.</summary>
[NoFix("What was meant is known only to whoever wrote it.")]
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC0001ConfigurationNotUnderstood() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC0001",
        title: "Configuration of the analyzers is not understood",
        messageFormat: "'{0}' is not understood and has no effect: {1}",
        category: Category.Configuration,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC0001"));

    private protected override void Watch(PipelineWatch watch)
    {
        watch.Start.RegisterAdditionalFileAction(context =>
        {
            var path = context.AdditionalFile.Path;
            if (!(CatalogueFile.IsAny(path) || ConfigFile.Is(path)) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
                return;

            foreach (var problem in ProblemsIn(path, text))
                context.ReportDiagnostic(Report(path, text, problem.Line, problem.Why));
        });

        // The compiler hands over the values of an .editorconfig but not its lines; without the file itself (our package adds
        // it to the additional files) the first source file it speaks about is the nearest place there is.
        if (!watch.Start.Options.AdditionalFiles.Any(file => ConfigFile.Is(file.Path)))
            watch.Start.RegisterSyntaxTreeAction(WithoutTheFile(watch.Start.Options.AnalyzerConfigOptionsProvider, watch.Start.Compilation));
    }

    private static List<CatalogueProblem> ProblemsIn(string path, SourceText text)
    {
        var problems = new List<CatalogueProblem>();
        if (ConfigFile.Is(path))
            problems.AddRange(ConfigFile.Problems(text));
        else if (CatalogueFile.Is(path, CatalogueFile.PersonalData))
            PersonalDataTerms.Check(CatalogueText.Rows(text.ToString()), problems.Add);
        else
            ApiCatalogue.Read(CatalogueText.Rows(text.ToString()), problems.Add);

        return problems;
    }

    private static Action<SyntaxTreeAnalysisContext> WithoutTheFile(AnalyzerConfigOptionsProvider provider, Compilation compilation) => context =>
    {
        var options = provider.GetOptions(context.Tree);
        foreach (var key in options.Keys.Where(key => key.StartsWith(Options.Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            if (options.TryGetValue(key, out var value) && Options.Refuse(key, value) is { } why && IsFirst(context.Tree, key, value))
                context.ReportDiagnostic(Diagnostic.Create(Rule, context.Tree.GetLocation(default), key, why));
        }

        bool IsFirst(SyntaxTree tree, string key, string value) =>
            compilation.SyntaxTrees.First(other => provider.GetOptions(other).TryGetValue(key, out var same) && same == value) == tree;
    };

    private static Diagnostic Report(string path, SourceText text, int line, string why)
    {
        var whole = text.Lines[line];
        var (start, end) = (whole.Start, whole.End);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;

        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;

        var span = TextSpan.FromBounds(start, end);
        return Diagnostic.Create(Rule, Location.Create(path, span, text.Lines.GetLinePositionSpan(span)), FirstWord(text.ToString(span)), why);
    }

    /// <summary>Enough to recognise the line by; the rest of it may be anything.</summary>
    private static string FirstWord(string line)
    {
        var end = line.IndexOfAny([' ', '\t', '=', ':']);
        return end <= 0 ? line : line.Substring(0, end);
    }
}
