using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Rules.Security;

namespace Undercurrent.Analyzers.Tests.House;

/// <summary>Everything that lives in the house, found by walking through it.</summary>
internal static class House
{
    public static IReadOnlyList<PipelineRule> Rules { get; } = Living<PipelineRule>(typeof(PipelineRule).Assembly);

    public static IReadOnlyList<CodeFixProvider> Fixes { get; } = Living<CodeFixProvider>(typeof(UC1001HardcodedCredentialFix).Assembly);

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static DiagnosticDescriptor Descriptor(this PipelineRule rule) => rule.SupportedDiagnostics[0];

    public static CodeFixProvider? Fix(this PipelineRule rule) => Fixes.SingleOrDefault(fix => fix.FixableDiagnosticIds.Contains(rule.Descriptor().Id));

    public static string? NoFixReason(this PipelineRule rule) => rule.GetType().GetCustomAttribute<NoFixAttribute>()?.Reason;

    public static string PagePath(this PipelineRule rule) => Path.Combine(Root, "docs", "rules", rule.Descriptor().Id + ".md");

    public static TheoryData<string> RuleIds => [.. Rules.Select(rule => rule.Descriptor().Id)];

    public static PipelineRule Rule(string id) => Rules.Single(rule => rule.Descriptor().Id == id);

    private static List<T> Living<T>(Assembly assembly) =>
        assembly.GetTypes().Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type)).OrderBy(type => type.Name).Select(type => (T)Activator.CreateInstance(type)!).ToList();

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Directory.Build.props")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
