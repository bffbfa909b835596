using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Takes the markup out of a state's files and turns it into expected diagnostics.</summary>
internal sealed class MarkupReader(
    MarkupMode mode, MarkupOptions options, DiagnosticDescriptor? byDefault, ImmutableArray<DiagnosticDescriptor> supported, ImmutableArray<string> fixable, string defaultPath)
{
    private readonly Dictionary<string, FileLinePositionSpan> _places = [];
    private readonly List<DiagnosticResult> _marked = [];

    public void Read(ProjectState marked, ProjectState plain)
    {
        foreach (var (from, to) in marked.Files.Zip(plain.Files))
            to.AddRange(from.Select(file => mode == MarkupMode.None ? file : Read(file)));
        plain.InheritFrom(marked);
    }

    /// <summary>What was asked for explicitly, with locations that name a mark resolved, and what the markup asks for.</summary>
    public IEnumerable<DiagnosticResult> Expected(IEnumerable<DiagnosticResult> explicitly) =>
        explicitly.Select(one => one.WithDefaultPath(defaultPath).WithMarkupLocations(_places)).Concat(_marked);

    private (string, SourceText) Read((string filename, SourceText content) file)
    {
        var marked = MarkedText.Read(file.content.ToString(), options.HasFlag(MarkupOptions.TreatPositionIndicatorsAsCode));
        var text = SourceText.From(marked.Text, file.content.Encoding, file.content.ChecksumAlgorithm);
        if (mode == MarkupMode.Ignore)
            return (file.filename, text);

        foreach (var position in marked.Positions)
            if (Diagnostic("") is { } expected)
                _marked.Add(expected.WithLocation(file.filename, text.Lines.GetLinePosition(position)));

        foreach (var (name, span) in marked.Spans)
        {
            var place = new FileLinePositionSpan(file.filename, text.Lines.GetLinePositionSpan(span));
            if (!name.StartsWith('#') && Diagnostic(name) is { } expected)
                _marked.Add(expected.WithSpan(place));
            else if (name.StartsWith('#') && !_places.TryAdd(name, place))
                throw new InvalidOperationException($"The markup marks '{name}' more than once.");
        }

        return (file.filename, text);
    }

    private DiagnosticResult? Diagnostic(string id)
    {
        var descriptor = id == "" ? byDefault ?? throw new InvalidOperationException("Markup may leave out the ID only where the first analyzer supports exactly one diagnostic.") : Descriptor(id);
        if (mode == MarkupMode.IgnoreFixable && fixable.Contains(descriptor?.Id ?? id))
            return null;

        // An ID no analyzer supports is taken for a compiler error's.
        var expected = descriptor is null ? DiagnosticResult.CompilerError(id) : new(descriptor);
        return expected.WithMessage(null).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations | DiagnosticOptions.IgnoreSeverity);
    }

    private DiagnosticDescriptor? Descriptor(string id)
    {
        var candidates = supported.Where(one => one.Id == id).Take(2).ToList();
        return candidates.Count > 1 && !options.HasFlag(MarkupOptions.UseFirstDescriptor)
            ? throw new InvalidOperationException($"More than one descriptor has the ID '{id}'.")
            : candidates.FirstOrDefault();
    }
}
