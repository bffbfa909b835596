using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>A set of analyzers that a compile is measured with; an empty set is the compile alone.</summary>
internal sealed record Contender(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    public static readonly Contender Compile = new("compile", []);

    /// <summary>Severities its package sets in a configuration, as a project that installs it would have them.</summary>
    public ImmutableDictionary<string, ReportDiagnostic> Severities { get; init; } = ImmutableDictionary<string, ReportDiagnostic>.Empty;

    public static Contender Ours() => new("ours", Rules());

    public static IEnumerable<Contender> OursOneByOne() =>
        Rules().Select(rule => new Contender(rule.SupportedDiagnostics[0].Id, [rule]));

    private static ImmutableArray<DiagnosticAnalyzer> Rules() =>
        typeof(Engine.PipelineRule).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .ToImmutableArray();
}
