namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The files and settings of one project.</summary>
public class ProjectState(string name, string language, string defaultPrefix, string defaultExtension)
{
    public string Name => name;

    public string AssemblyName => name;

    public string Language => language;

    public ReferenceAssemblies? ReferenceAssemblies { get; set; }

    public OutputKind? OutputKind { get; set; }

    public DocumentationMode? DocumentationMode { get; set; }

    public SourceFileList Sources { get; } = new(defaultPrefix, defaultExtension);

    public SourceFileCollection AdditionalFiles { get; } = [];

    public SourceFileCollection AnalyzerConfigFiles { get; } = [];

    public List<string> AdditionalProjectReferences { get; } = [];

    public MetadataReferenceCollection AdditionalReferences { get; } = [];

    internal string DefaultPrefix => defaultPrefix;

    internal string DefaultExtension => defaultExtension;

    internal IEnumerable<SourceFileCollection> Files => [Sources, AdditionalFiles, AnalyzerConfigFiles];

    internal bool HasFiles => Files.Any(files => files.Count > 0);

    /// <summary>Takes over the settings and every list which is empty here.</summary>
    internal void InheritFrom(ProjectState other)
    {
        ReferenceAssemblies ??= other.ReferenceAssemblies;
        OutputKind ??= other.OutputKind;
        DocumentationMode ??= other.DocumentationMode;
        foreach (var (mine, theirs) in Files.Zip(other.Files))
            Fill(mine, theirs);
        Fill(AdditionalProjectReferences, other.AdditionalProjectReferences);
        Fill(AdditionalReferences, other.AdditionalReferences);
    }

    internal bool HasSameFiles(ProjectState other) => Files.Zip(other.Files).All(pair => pair.First.IsSameAs(pair.Second));

    private static void Fill<T>(List<T> mine, List<T> theirs)
    {
        if (mine.Count == 0)
            mine.AddRange(theirs);
    }
}
