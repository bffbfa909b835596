namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Further projects of a solution, which come into being when they are named.</summary>
public class ProjectCollection(string defaultLanguage, string defaultExtension) : Dictionary<string, ProjectState>
{
    public new ProjectState this[string projectName] => this[projectName, defaultLanguage];

    public ProjectState this[string projectName, string language]
    {
        get
        {
            if (!TryGetValue(projectName, out var project))
                Add(projectName, project = new(projectName, language, $"/{projectName}/Test", defaultExtension));
            return project;
        }
    }
}
