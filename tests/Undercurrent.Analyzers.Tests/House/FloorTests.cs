using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Tests.House;

/// <summary>Which Roslyn the tests run on, and which one the package asks of its host.</summary>
public sealed class FloorTests
{
    // What a host on the floor carries beside Roslyn itself. System.Composition is not among it: a fix is exported without [Shared].
    private static readonly Dictionary<string, Version> OldestHost = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 5, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 5, 0, 0),
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 5, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 5, 0, 0),
        ["System.Collections.Immutable"] = new(6, 0, 0, 0),
        ["Undercurrent.Analyzers"] = typeof(PipelineRule).Assembly.GetName().Version!,
    };

    public static TheoryData<string> Packed => [typeof(PipelineRule).Assembly.Location, typeof(PipelineFix).Assembly.Location];

    [Theory]
    [InlineData(typeof(Compilation))]
    [InlineData(typeof(CodeFixProvider))]
    [InlineData(typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation))]
    public void Tests_run_on_the_Roslyn_asked_for(Type type)
    {
        var asked = typeof(FloorTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "RoslynVersion").Value!;
        Assert.Equal(Version.Parse(asked), new Version(type.Assembly.GetName().Version!.ToString(3)));
    }

    [Theory, MemberData(nameof(Packed))]
    public void Asks_nothing_of_its_host_that_the_oldest_lacks(string assembly)
    {
        var asked = Assembly.LoadFrom(assembly).GetReferencedAssemblies();
        Assert.NotEmpty(asked);
        Assert.All(asked, reference =>
        {
            Assert.True(OldestHost.TryGetValue(reference.Name!, out var carried), $"{reference.Name} is not there on the oldest host");
            Assert.True(reference.Version <= carried, $"{reference.Name} {reference.Version} is newer than the oldest host's {carried}");
        });
        Assert.Contains(asked, reference => reference.Name == "Microsoft.CodeAnalysis" && reference.Version == OldestHost[reference.Name]);
    }

    [Fact]
    public void Rules_do_not_need_an_editor() =>
        Assert.DoesNotContain(typeof(PipelineRule).Assembly.GetReferencedAssemblies(), reference => reference.Name!.Contains("Workspaces"));
}
