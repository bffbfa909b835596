using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Tests.Harness;

/// <summary>
/// What snippets compile against: the framework and the client libraries this test project was built with, as the test host
/// lists them. Which versions those are is said in the project file alone.
/// </summary>
internal static class Refs
{
    private static readonly string[] Machinery =
        ["xunit", "Microsoft.CodeAnalysis", "Microsoft.VisualStudio.", "Microsoft.TestPlatform", "Microsoft.Testing.", "DiffPlex", "NuGet.", "Undercurrent.", "testhost"];

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>The framework and every client library.</summary>
    public static ImmutableArray<MetadataReference> Libraries { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsLibrary).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The same, in the other major where a library has changed its shape.</summary>
    public static ImmutableArray<MetadataReference> OtherMajors { get; } = WithOthers();

    /// <summary>The framework alone.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } =
        [.. Libraries.Where(reference => Path.GetDirectoryName(reference.Display) == FrameworkFolder)];

    private static ImmutableArray<MetadataReference> WithOthers()
    {
        var others = typeof(Refs).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Where(attribute => attribute.Key == "OtherMajor").Select(attribute => attribute.Value!.Split('|')[1]).ToList();
        var names = others.Select(Path.GetFileName).ToHashSet();
        return [.. Libraries.Where(reference => !names.Contains(Path.GetFileName(reference.Display))), .. others.Select(path => MetadataReference.CreateFromFile(path))];
    }

    private static bool IsLibrary(string path) =>
        Path.GetDirectoryName(path) == FrameworkFolder || !Machinery.Any(name => Path.GetFileName(path).StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
