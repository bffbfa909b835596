using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The main project of a test, the projects beside it, and the diagnostics expected in them.</summary>
public class SolutionState(string name, string language, string defaultPrefix, string defaultExtension)
    : ProjectState(name, language, defaultPrefix, defaultExtension)
{
    public StateInheritanceMode? InheritanceMode { get; set; }

    public MarkupMode? MarkupHandling { get; set; }

    public ProjectCollection AdditionalProjects { get; } = new(language, defaultExtension);

    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    internal bool IsGiven => InheritanceMode is not null || MarkupHandling is not null || HasFiles;

    /// <summary>
    /// This state with what it leaves out taken from <paramref name="from"/>. A state whose files change is expected to be free of
    /// what the fix is for; a state whose files do not change is expected to report what it reported before.
    /// </summary>
    internal SolutionState Inheriting(SolutionState? from, ImmutableArray<string> fixable)
    {
        var changes = from is not null && ChangesFilesOf(from);
        var whole = new SolutionState(Name, Language, DefaultPrefix, DefaultExtension)
        {
            InheritanceMode = InheritanceMode ?? (from is null ? StateInheritanceMode.Explicit : changes ? StateInheritanceMode.AutoInherit : StateInheritanceMode.AutoInheritAll),
            MarkupHandling = MarkupHandling ?? (changes ? MarkupMode.IgnoreFixable : from?.MarkupHandling ?? MarkupMode.Allow),
        };
        whole.InheritFrom(this);
        whole.ExpectedDiagnostics.AddRange(ExpectedDiagnostics);
        whole.Include(AdditionalProjects);

        if (from is null || whole.InheritanceMode == StateInheritanceMode.Explicit)
            return whole;

        whole.InheritFrom(from);
        if (AdditionalProjects.Count == 0)
            whole.Include(from.AdditionalProjects);
        if (ExpectedDiagnostics.Count == 0)
            whole.ExpectedDiagnostics.AddRange(from.ExpectedDiagnostics.Where(one => whole.InheritanceMode == StateInheritanceMode.AutoInheritAll || !fixable.Contains(one.Id)));
        return whole;
    }

    /// <summary>This state with plain text in its files, and the diagnostics their markup stands for among those expected.</summary>
    internal SolutionState WithoutMarkup(MarkupReader reader)
    {
        var plain = new SolutionState(Name, Language, DefaultPrefix, DefaultExtension);
        reader.Read(this, plain);
        foreach (var (projectName, project) in AdditionalProjects)
            reader.Read(project, plain.AdditionalProjects[projectName, project.Language]);
        plain.ExpectedDiagnostics.AddRange(reader.Expected(ExpectedDiagnostics));
        return plain;
    }

    internal bool HasSameFilesEverywhere(SolutionState other) =>
        HasSameFiles(other) && AdditionalProjects.Count == other.AdditionalProjects.Count
        && AdditionalProjects.All(one => other.AdditionalProjects.TryGetValue(one.Key, out var theirs) && one.Value.HasSameFiles(theirs));

    private bool ChangesFilesOf(SolutionState from)
    {
        var inherits = InheritanceMode != StateInheritanceMode.Explicit;
        return Files.Zip(from.Files).Any(pair => !(inherits && pair.First.Count == 0) && !pair.First.IsSameAs(pair.Second))
            || !(inherits && AdditionalReferences.Count == 0) && !AdditionalReferences.SequenceEqual(from.AdditionalReferences);
    }

    private void Include(ProjectCollection projects)
    {
        foreach (var (projectName, project) in projects)
            AdditionalProjects.Add(projectName, project);
    }
}
