using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// What every project references. One made from a target framework alone resolves to nothing; <see cref="Default"/> is the framework the tests run on.
/// Nothing is fetched: packages are the project file's business.
/// </summary>
public sealed class ReferenceAssemblies(string targetFramework)
{
    private ImmutableArray<MetadataReference> _references = [];

    public static ReferenceAssemblies Default { get; } = new($"net{Environment.Version.Major}.{Environment.Version.Minor}")
    {
        _references = [.. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll").Where(IsManaged).Select(file => MetadataReference.CreateFromFile(file))],
    };

    public string TargetFramework => targetFramework;

    public Task<ImmutableArray<MetadataReference>> ResolveAsync(string? language, CancellationToken cancellationToken) => Task.FromResult(_references);

    private static bool IsManaged(string file) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Contains(file);
}
