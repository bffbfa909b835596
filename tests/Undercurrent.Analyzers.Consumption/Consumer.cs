using System.Text.RegularExpressions;

namespace Undercurrent.Analyzers.Consumption;

/// <summary>A fresh project outside the tree that references the package, as a newcomer makes one.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "undercurrent-consumer-" + Guid.NewGuid().ToString("N"));

    public Consumer(PackedPackage package, string sdk, string libraries, params (string Name, string Text)[] files)
    {
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{package.Feed}" />
              </packageSources>
            </configuration>
            """);
        Write("Consumer.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Library</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestorePackagesPath>{Path.Combine(_folder, "packages")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Undercurrent.Analyzers" Version="{package.Version}" PrivateAssets="all" />
                {libraries}
              </ItemGroup>
            </Project>
            """);
        Write("Directory.Build.props", "<Project />");
        Write(".editorconfig", "root = true\n");
        foreach (var (name, text) in files)
            Write(name, text);
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(_folder, name));

    public void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ReplaceLineEndings("\n"));
    }

    public Task<(int ExitCode, string Output)> Run(params string[] arguments) => Dotnet.Run(_folder, arguments);

    /// <summary>What a whole build says, as <c>File.cs: UC1001</c>, each place once, in order.</summary>
    public async Task<IReadOnlyList<string>> Warnings(params string[] more)
    {
        var (exitCode, output) = await Run(["build", "--no-incremental", .. more]);
        Assert.True(exitCode == 0, output);
        return Said(output, "warning");
    }

    public static IReadOnlyList<string> Said(string output, string severity) =>
        [.. Regex.Matches(output, $@"(?m)^(?<file>[^\r\n(]+)\((?<place>[\d,]+)\): {severity} (?<id>UC\d{{4}}|AD0001|CS8032|CS9057)")
            .Select(match => (Text: $"{Path.GetFileName(match.Groups["file"].Value)}: {match.Groups["id"].Value}", Place: match.Value))
            .Distinct().Select(one => one.Text).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
