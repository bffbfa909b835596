using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A diagnostic a test expects. Lines and columns are counted from one; the first location is the primary one.</summary>
public readonly struct DiagnosticResult
{
    public static readonly DiagnosticResult[] EmptyDiagnosticResults = [];

    private readonly ImmutableArray<DiagnosticLocation> _spans;
    private readonly string? _message;
    private readonly bool _anyMessage;

    public DiagnosticResult(string id, DiagnosticSeverity severity) => (Id, Severity) = (id, severity);

    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this(descriptor.Id, descriptor.DefaultSeverity) => MessageFormat = descriptor.MessageFormat;

    public string Id { get; }

    public DiagnosticSeverity Severity { get; private init; }

    public DiagnosticOptions Options { get; private init; }

    public LocalizableString? MessageFormat { get; private init; }

    public object?[]? MessageArguments { get; private init; }

    public bool? IsSuppressed { get; private init; }

    public bool HasLocation => !Spans.IsEmpty;

    public ImmutableArray<DiagnosticLocation> Spans
    {
        get => _spans.IsDefault ? [] : _spans;
        private init => _spans = value;
    }

    /// <summary>The whole message, or null when any will do or only the arguments are known.</summary>
    public string? Message => _anyMessage ? null : _message ?? Formatted;

    private string? Formatted
    {
        get
        {
            if (MessageFormat?.ToString(CultureInfo.InvariantCulture) is not { } format)
                return null;
            try
            {
                return string.Format(CultureInfo.InvariantCulture, format, MessageArguments ?? []);
            }
            catch (FormatException)
            {
                return format;
            }
        }
    }

    public static DiagnosticResult CompilerError(string identifier) => new(identifier, DiagnosticSeverity.Error);

    public static DiagnosticResult CompilerWarning(string identifier) => new(identifier, DiagnosticSeverity.Warning);

    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    public DiagnosticResult WithOptions(DiagnosticOptions options) => this with { Options = options };

    public DiagnosticResult WithArguments(params object[] arguments) => this with { MessageArguments = arguments };

    public DiagnosticResult WithMessage(string? message) => new(this, message);

    public DiagnosticResult WithMessageFormat(LocalizableString messageFormat) => this with { MessageFormat = messageFormat };

    public DiagnosticResult WithIsSuppressed(bool? isSuppressed) => this with { IsSuppressed = isSuppressed };

    public DiagnosticResult WithNoLocation() => this with { Spans = [] };

    public DiagnosticResult WithLocation(int line, int column) => WithLocation("", line, column);

    public DiagnosticResult WithLocation(LinePosition location) => WithLocation("", location);

    public DiagnosticResult WithLocation(string path, int line, int column) => WithLocation(path, new LinePosition(line - 1, column - 1));

    public DiagnosticResult WithLocation(string path, LinePosition location) => WithLocation(path, location, DiagnosticLocationOptions.None);

    public DiagnosticResult WithLocation(string path, LinePosition location, DiagnosticLocationOptions options) =>
        WithSpan(new FileLinePositionSpan(path, location, location), options | DiagnosticLocationOptions.IgnoreLength);

    public DiagnosticResult WithLocation(int markupKey) => WithLocation(markupKey, DiagnosticLocationOptions.None);

    public DiagnosticResult WithLocation(int markupKey, DiagnosticLocationOptions options) =>
        WithSpan(new FileLinePositionSpan("", new LinePosition(0, markupKey), new LinePosition(0, markupKey)), options | DiagnosticLocationOptions.InterpretAsMarkupKey);

    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn) => WithSpan("", startLine, startColumn, endLine, endColumn);

    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan(new FileLinePositionSpan(path, new LinePosition(startLine - 1, startColumn - 1), new LinePosition(endLine - 1, endColumn - 1)));

    public DiagnosticResult WithSpan(FileLinePositionSpan span) => WithSpan(span, DiagnosticLocationOptions.None);

    public DiagnosticResult WithSpan(FileLinePositionSpan span, DiagnosticLocationOptions options) => this with { Spans = Spans.Add(new(span, options)) };

    public DiagnosticResult WithDefaultPath(string path) => WithEachLocation(one =>
        one.Span.Path == "" && !one.Options.HasFlag(DiagnosticLocationOptions.InterpretAsMarkupKey) ? new(new(path, one.Span.Span), one.Options) : one);

    public DiagnosticResult WithLineOffset(int offset) => WithEachLocation(one =>
        new(new(one.Span.Path, Down(one.Span.StartLinePosition, offset), Down(one.Span.EndLinePosition, offset)), one.Options));

    internal DiagnosticResult WithMarkupLocations(IReadOnlyDictionary<string, FileLinePositionSpan> places) => WithEachLocation(one =>
    {
        if (!one.Options.HasFlag(DiagnosticLocationOptions.InterpretAsMarkupKey))
            return one;
        var key = "#" + one.Span.StartLinePosition.Character.ToString(CultureInfo.InvariantCulture);
        return places.TryGetValue(key, out var place)
            ? new(place, one.Options & ~DiagnosticLocationOptions.InterpretAsMarkupKey)
            : throw new InvalidOperationException($"No markup marks the location '{key}'.");
    });

    public override string ToString()
    {
        var place = HasLocation ? $"{Spans[0].Span.Path}{Shown(Spans[0])}: " : "";
        return $"{place}{Severity.ToString().ToLowerInvariant()} {Id}" + (Message is { } message ? ": " + message : "");
    }

    private DiagnosticResult(DiagnosticResult other, string? message)
    {
        this = other;
        (_message, _anyMessage) = (message, message is null);
    }

    private DiagnosticResult WithEachLocation(Func<DiagnosticLocation, DiagnosticLocation> change) =>
        HasLocation ? this with { Spans = [.. Spans.Select(change)] } : this;

    private static LinePosition Down(LinePosition position, int lines) => new(position.Line + lines, position.Character);

    private static string Shown(DiagnosticLocation place)
    {
        var (start, end) = (place.Span.StartLinePosition, place.Span.EndLinePosition);
        return place.Options.HasFlag(DiagnosticLocationOptions.IgnoreLength)
            ? $"({start.Line + 1},{start.Character + 1})"
            : $"({start.Line + 1},{start.Character + 1})-({end.Line + 1},{end.Character + 1})";
    }
}
