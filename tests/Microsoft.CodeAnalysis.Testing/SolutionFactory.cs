using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Makes solutions of states; each lives until the test is over.</summary>
internal sealed class SolutionFactory(
    Func<ReferenceAssemblies> references,
    IEnumerable<Func<OptionSet, OptionSet>> optionsTransforms,
    IEnumerable<Func<Solution, ProjectId, Solution>> transforms,
    Func<CompilationOptions> compilationOptions,
    Func<ParseOptions> parseOptions,
    Func<Project, Project> finish)
{
    private readonly List<Workspace> _workspaces = [];

    /// <summary>The main project, with <paramref name="prefix"/> put before each of its sources.</summary>
    public async Task<Project> Open(SolutionState state, string prefix, CancellationToken cancellationToken)
    {
        var workspace = new AdhocWorkspace(MefHostServices.DefaultHost);
        _workspaces.Add(workspace);
        var options = optionsTransforms.Aggregate((OptionSet)workspace.CurrentSolution.Options, (set, transform) => transform(set));
        var projects = state.AdditionalProjects.Values.Prepend(state).ToDictionary(project => project.Name, project => ProjectId.CreateNewId(project.Name));
        var main = projects[state.Name];

        var solution = workspace.CurrentSolution.WithOptions(options).AddProject(main, state.Name, state.AssemblyName, state.Language)
            .WithProjectCompilationOptions(main, compilationOptions())
            .WithProjectParseOptions(main, parseOptions());
        solution = await Fill(solution, main, state, prefix, cancellationToken).ConfigureAwait(false);
        foreach (var project in state.AdditionalProjects.Values)
            solution = await Fill(solution.AddProject(projects[project.Name], project.Name, project.AssemblyName, project.Language), projects[project.Name], project, "", cancellationToken).ConfigureAwait(false);

        foreach (var project in state.AdditionalProjects.Values.Prepend(state))
            solution = solution.AddProjectReferences(projects[project.Name], project.AdditionalProjectReferences.Select(name => new ProjectReference(projects[name])));
        solution = transforms.Aggregate(solution, (changed, transform) => transform(changed, main));
        return finish(solution.GetProject(main)!);
    }

    public void Close() => _workspaces.ForEach(workspace => workspace.Dispose());

    private async Task<Solution> Fill(Solution solution, ProjectId id, ProjectState state, string prefix, CancellationToken cancellationToken)
    {
        var framework = await (state.ReferenceAssemblies ?? references()).ResolveAsync(state.Language, cancellationToken).ConfigureAwait(false);
        var project = solution.GetProject(id)!;
        solution = solution
            .WithProjectCompilationOptions(id, project.CompilationOptions!.WithOutputKind(state.OutputKind ?? OutputKind.DynamicallyLinkedLibrary))
            .WithProjectParseOptions(id, project.ParseOptions!.WithDocumentationMode(state.DocumentationMode ?? DocumentationMode.Diagnose))
            .WithProjectMetadataReferences(id, framework.Concat(state.AdditionalReferences));

        foreach (var (path, text) in state.Sources)
            solution = solution.AddDocument(DocumentId.CreateNewId(id, path), FileName(state, path), prefix == "" ? text : text.Replace(new TextSpan(0, 0), prefix), Folders(state, path), path);
        foreach (var (path, text) in state.AdditionalFiles)
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id, path), FileName(state, path), text, Folders(state, path), path);
        foreach (var (path, text) in state.AnalyzerConfigFiles)
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id, path), FileName(state, path), text, Folders(state, path), path);
        return solution;
    }

    /// <summary>A file below the project's folder has a name and folders; a rooted one elsewhere keeps its whole path as its name.</summary>
    internal static string FileName(ProjectState state, string path) =>
        IsInside(state, path) || !Path.IsPathRooted(path) ? Path.GetFileName(path) : path;

    internal static string[] Folders(ProjectState state, string path) =>
        IsInside(state, path) ? path[Root(state).Length..].Split('/')[..^1] : [];

    private static bool IsInside(ProjectState state, string path) => path.StartsWith(Root(state), StringComparison.Ordinal);

    private static string Root(ProjectState state) => state.DefaultPrefix[..(state.DefaultPrefix.LastIndexOf('/') + 1)];
}
