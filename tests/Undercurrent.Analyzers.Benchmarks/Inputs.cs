using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>What the build found on this machine: reference assemblies, client libraries and the peers' packages.</summary>
internal sealed class Inputs
{
    private readonly List<string[]> lines =
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "inputs.txt")).Select(line => line.Split('|')).ToList();

    public Inputs()
    {
        Framework = References("framework");
        Libraries = References("library");
        Peers = lines.Where(line => line[0] == "peer").Select(line => new PeerPackage(line[1], line[2], line[3], line[4], line[5])).ToList();
    }

    public IReadOnlyList<MetadataReference> Framework { get; }

    public IReadOnlyList<MetadataReference> Libraries { get; }

    /// <summary>The command-line compiler of the SDK in use.</summary>
    public string Compiler => lines.Single(line => line[0] == "compiler")[1];

    public IReadOnlyList<PeerPackage> Peers { get; }

    private List<MetadataReference> References(string kind) =>
        lines.Where(line => line[0] == kind).Select(line => (MetadataReference)MetadataReference.CreateFromFile(line[1])).ToList();
}
