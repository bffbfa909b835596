using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>A generated project: texts that never change, and compilations of them that share nothing but the references.</summary>
internal sealed class CodeBase
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    // Keeps the symbols of the libraries alive between rounds; left to the collector, some rounds would load them and some not.
    private readonly CSharpCompilation anchor;

    private CodeBase(IReadOnlyList<SourceText> texts, IReadOnlyList<MetadataReference> references)
    {
        Texts = texts;
        References = references;
        anchor = CSharpCompilation.Create("Anchor", references: references);
        _ = anchor.GlobalNamespace.GetMembers();
        Lines = texts.Sum(text => text.Lines.Count);
    }

    public IReadOnlyList<SourceText> Texts { get; }

    public IReadOnlyList<MetadataReference> References { get; }

    public int Lines { get; }

    /// <summary>Code that moves data with the usual clients; a small part of it breaks our rules.</summary>
    public static CodeBase Pipeline(int files, int seed, Inputs inputs) => new(Generate("pipeline", files, seed), [.. inputs.Framework, .. inputs.Libraries]);

    /// <summary>Code that knows no data library at all.</summary>
    public static CodeBase Plain(int files, int seed, Inputs inputs) => new(Generate("plain", files, seed), inputs.Framework);

    /// <summary>Parsed anew each time: facts cached by syntax tree must be paid for in every compile.</summary>
    public CSharpCompilation Compilation(Contender contender) =>
        CSharpCompilation.Create(
            "Measured",
            Texts.Select((text, index) => CSharpSyntaxTree.ParseText(text, Parsing, $"/measured/{index:00000}.cs")),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release)
                .WithConcurrentBuild(false)
                .WithSpecificDiagnosticOptions(contender.Severities));

    private static List<SourceText> Generate(string folder, int files, int seed)
    {
        var shapes = typeof(CodeBase).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Shape.Read)
            .ToList();
        var random = new Random(seed);
        var words = new Words(random, 0);
        return Enumerable.Range(0, files)
            .Select(index =>
            {
                if (index % shapes.Count == 0)
                    words = new(random, index / shapes.Count);
                return SourceText.From(shapes[index % shapes.Count].Write(random, words), Encoding.UTF8);
            })
            .ToList();
    }
}
