namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A place a diagnostic is expected at.</summary>
public readonly struct DiagnosticLocation(FileLinePositionSpan span, DiagnosticLocationOptions options)
{
    public FileLinePositionSpan Span { get; } = span;

    public DiagnosticLocationOptions Options { get; } = options;

    internal bool Allows(FileLinePositionSpan actual) =>
        actual.Path == Span.Path && actual.StartLinePosition == Span.StartLinePosition
        && (Options.HasFlag(DiagnosticLocationOptions.IgnoreLength) || actual.EndLinePosition == Span.EndLinePosition);
}
