using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>Another analyzer package, loaded from its own files the way the compiler would load it.</summary>
internal sealed record PeerPackage(string Id, string Version, string Root, string Analyzers, string Config)
{
    public string Name => Id.Split('.') is [.., "NetAnalyzers"] ? "NetAnalyzers, all rules" : Id.Split('.')[0];

    public Contender Load()
    {
        var loader = new FolderLoader(Folder());
        var analyzers = Directory.EnumerateFiles(loader.Folder, "*.dll")
            .SelectMany(path => new AnalyzerFileReference(path, loader).GetAnalyzers(LanguageNames.CSharp))
            .ToImmutableArray();
        return analyzers.IsEmpty
            ? throw new InvalidOperationException($"{Id} {Version} brought no analyzer that this compiler can load")
            : new(Name, analyzers) { Severities = Severities() };
    }

    // The SDK picks the newest folder that is not newer than the compiler; so do we.
    private string Folder()
    {
        var compiler = typeof(Compilation).Assembly.GetName().Version!;
        var root = Path.Combine(Root, Analyzers);
        return Directory.EnumerateDirectories(root, "roslyn*")
            .Select(path => (Path: path, Version: System.Version.Parse(Regex.Match(path, @"[\d.]+$").Value)))
            .Where(one => one.Version <= compiler)
            .OrderByDescending(one => one.Version)
            .Select(one => Path.Combine(one.Path, "cs"))
            .FirstOrDefault() ?? root;
    }

    private ImmutableDictionary<string, ReportDiagnostic> Severities()
    {
        if (Config == "")
            return ImmutableDictionary<string, ReportDiagnostic>.Empty;
        var path = Path.Combine(Root, Config);
        return AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(File.ReadAllText(path), path))).GlobalConfigOptions.TreeOptions;
    }

    private sealed class FolderLoader(string folder) : AssemblyLoadContext("peer"), IAnalyzerAssemblyLoader
    {
        public string Folder => folder;

        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => LoadFromAssemblyPath(fullPath);

        protected override Assembly? Load(AssemblyName name) =>
            Path.Combine(folder, name.Name + ".dll") is var path && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
