using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Engine.ConfigurationTexts;

/// <summary>The configuration files that lie beside the source, told by their names.</summary>
internal static class ConfigurationFile
{
    /// <summary>Files that show what to fill in, and lists of packages.</summary>
    private static readonly string[] Others = ["example", "sample", "template", ".dist", "packages.config", "nuget.config"];

    public static bool Is(string path) => ScannerOf(CatalogueFile.NameOf(path)) is not null;

    public static IEnumerable<ConfigurationEntry> Entries(string path, SourceText text) =>
        ScannerOf(CatalogueFile.NameOf(path)) is { } scanner ? scanner(text.ToString()) : [];

    public static bool IsJson(string path) => Ends(path, ".json");

    public static bool IsXml(string path) => Ends(path, ".config");

    private static Func<string, IEnumerable<ConfigurationEntry>>? ScannerOf(string name) => name switch
    {
        _ when Array.Exists(Others, other => name.IndexOf(other, StringComparison.OrdinalIgnoreCase) >= 0) => null,
        _ when Ends(name, ".json") && name.IndexOf("settings", StringComparison.OrdinalIgnoreCase) >= 0 => static text => new JsonEntries(text).Read(),
        _ when Ends(name, ".config") => static text => new XmlEntries(text).Read(),
        _ when Starts(name, ".env") || Ends(name, ".env") => static text => new EnvironmentEntries(text).Read(),
        _ when (Starts(name, "docker-compose") || Starts(name, "compose")) && (Ends(name, ".yml") || Ends(name, ".yaml")) => static text => new YamlEntries(text).Read(),
        _ => null,
    };

    private static bool Starts(string name, string beginning) => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);

    private static bool Ends(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
