using System.Reflection;

namespace Undercurrent.Analyzers.Consumption;

/// <summary>The package, packed once under a version of its own, so that no cache can stand in for it.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    public static string Root { get; } = typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == "Root").Value!;

    public string Version { get; } = $"0.1.0-consumed.{DateTime.UtcNow.Ticks}";

    public string Feed { get; } = Path.Combine(Path.GetTempPath(), "undercurrent-feed-" + Guid.NewGuid().ToString("N"));

    public string File => Path.Combine(Feed, $"Undercurrent.Analyzers.{Version}.nupkg");

    public async Task InitializeAsync()
    {
        var (exitCode, output) = await Dotnet.Run(Root, "pack", Path.Combine("src", "Undercurrent.Analyzers.Package"), "-c", "Release", "-o", Feed, $"-p:Version={Version}");
        Assert.True(exitCode == 0, output);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Feed, recursive: true);
        return Task.CompletedTask;
    }
}

[CollectionDefinition(Name)]
public sealed class PackageIsPacked : ICollectionFixture<PackedPackage>
{
    public const string Name = "package";
}
