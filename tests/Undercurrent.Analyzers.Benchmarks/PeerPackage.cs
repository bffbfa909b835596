using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>Another analyzer package, loaded from its own files the way the compiler would load it.</summary>
internal sealed record PeerPackage(string Id, string Release, string Root, string Analyzers, string Config)
{
    public string Name => Id.Split('.') is [.., "NetAnalyzers"] ? "NetAnalyzers, all rules" : Id.Split('.')[0];

    public string ConfigPath => Config == "" ? "" : Path.Combine(Root, Config);

    public Contender Load()
    {
        var files = Files(typeof(Compilation).Assembly.GetName().Version!);
        var loader = new FolderLoader(Path.GetDirectoryName(files[0])!);
        var analyzers = files
            .SelectMany(path => new AnalyzerFileReference(path, loader).GetAnalyzers(LanguageNames.CSharp))
            .ToImmutableArray();
        return analyzers.IsEmpty
            ? throw new InvalidOperationException($"{Id} {Release} brought no analyzer that this compiler can load")
            : new(Name, analyzers) { Severities = Severities() };
    }

    // The SDK picks the newest folder that is not newer than the compiler; so do we.
    public string[] Files(Version compiler)
    {
        var root = Path.Combine(Root, Analyzers);
        var folder = Directory.EnumerateDirectories(root, "roslyn*")
            .Select(path => (Path: path, Version: Version.Parse(Regex.Match(path, @"[\d.]+$").Value)))
            .Where(one => one.Version <= compiler)
            .OrderByDescending(one => one.Version)
            .Select(one => Path.Combine(one.Path, "cs"))
            .FirstOrDefault() ?? root;
        return Directory.GetFiles(folder, "*.dll");
    }

    private ImmutableDictionary<string, ReportDiagnostic> Severities()
    {
        if (Config == "")
            return ImmutableDictionary<string, ReportDiagnostic>.Empty;
        var config = AnalyzerConfig.Parse(File.ReadAllText(ConfigPath), ConfigPath);
        return AnalyzerConfigSet.Create(ImmutableArray.Create(config)).GlobalConfigOptions.TreeOptions;
    }

    private sealed class FolderLoader(string folder) : AssemblyLoadContext("peer"), IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => LoadFromAssemblyPath(fullPath);

        protected override Assembly? Load(AssemblyName name) =>
            Path.Combine(folder, name.Name + ".dll") is var path && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
