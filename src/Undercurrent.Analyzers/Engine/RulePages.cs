using System.Reflection;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Where a rule's page is published. The address is said once, by RepositoryUrl in Directory.Build.props.</summary>
internal static class RulePages
{
    private static readonly string Folder = typeof(RulePages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(fact => fact.Key == "RulePages").Value!;

    public static string For(string id) => Folder + id + ".md";
}
