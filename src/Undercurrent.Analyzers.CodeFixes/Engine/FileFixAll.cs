using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Mends every finding in the files beside the source. By project and solution only: the floor's context knows no other
/// document than one of C#.
/// </summary>
internal sealed class FileFixAll : FixAllProvider
{
    public static readonly FileFixAll Instance = new();

    private FileFixAll()
    {
    }

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        if (context.CodeFixProvider is not FileFix fix)
            return null;

        var solution = context.Solution;
        foreach (var project in context.Scope == FixAllScope.Solution ? context.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp) : [context.Project])
        {
            var diagnostics = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (var file in diagnostics.Where(diagnostic => diagnostic.Id == fix.RuleId).GroupBy(diagnostic => diagnostic.Location.GetLineSpan().Path))
            {
                if (project.AdditionalDocuments.FirstOrDefault(document => (document.FilePath ?? document.Name) == file.Key) is { } found)
                    solution = await fix.Mended(solution, found, file, context.CancellationToken).ConfigureAwait(false);
            }
        }

        return solution == context.Solution ? null : CodeAction.Create(fix.Title, _ => Task.FromResult(solution), fix.RuleId);
    }
}
