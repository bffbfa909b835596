using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Compares what was reported with what was expected: as many, and each at its place with its ID, severity and message.</summary>
internal sealed class DiagnosticCheck(ImmutableArray<DiagnosticAnalyzer> analyzers, Action<Diagnostic, DiagnosticResult, IVerifier>? further)
{
    public void Verify(IEnumerable<(Project project, Diagnostic diagnostic)> found, IEnumerable<DiagnosticResult> expected, IVerifier verifier)
    {
        var actual = found.Select(one => one.diagnostic).ToArray();
        var wanted = expected.ToArray();
        if (actual.Length != wanted.Length)
            verifier.Fail($"Mismatch between number of diagnostics returned, expected \"{wanted.Length}\" actual \"{actual.Length}\"{Listed("Diagnostics:", actual.Select(Shown))}{Listed("Expected:", wanted.Select(one => one.ToString()))}");

        var match = Match(actual, wanted);
        for (var i = 0; i < wanted.Length; i++)
            if (Difference(actual[match[i]], wanted[i]) is { } difference)
                verifier.Fail($"{difference}{Listed("Expected diagnostic:", [wanted[i].ToString()])}{Listed("Actual diagnostic:", [Shown(actual[match[i]])])}");
            else
                further?.Invoke(actual[match[i]], wanted[i], verifier);
    }

    /// <summary>Gives every expectation a diagnostic of its own, as many as possible one that fits; the rest the one that fits best.</summary>
    private static int[] Match(Diagnostic[] actual, DiagnosticResult[] wanted)
    {
        var takenBy = Enumerable.Repeat(-1, actual.Length).ToArray();
        for (var i = 0; i < wanted.Length; i++)
            Claim(i, new bool[actual.Length]);

        var match = new int[wanted.Length];
        Array.Fill(match, -1);
        for (var j = 0; j < actual.Length; j++)
            if (takenBy[j] >= 0)
                match[takenBy[j]] = j;
        for (var i = 0; i < wanted.Length; i++)
            if (match[i] < 0)
            {
                match[i] = Enumerable.Range(0, actual.Length).Where(j => takenBy[j] < 0).MinBy(j => Distance(actual[j], wanted[i]));
                takenBy[match[i]] = i;
            }

        return match;

        bool Claim(int i, bool[] seen)
        {
            for (var j = 0; j < actual.Length; j++)
            {
                if (seen[j] || Difference(actual[j], wanted[i]) is not null)
                    continue;
                seen[j] = true;
                if (takenBy[j] >= 0 && !Claim(takenBy[j], seen))
                    continue;
                takenBy[j] = i;
                return true;
            }

            return false;
        }
    }

    private static int Distance(Diagnostic actual, DiagnosticResult wanted)
    {
        var place = actual.Location.GetLineSpan();
        var near = wanted.HasLocation && wanted.Spans[0].Span is var span && span.Path == place.Path
            ? Math.Min(100, Math.Abs(span.StartLinePosition.Line - place.StartLinePosition.Line)) : 200;
        return near + (actual.Id == wanted.Id ? 0 : 1000);
    }

    private static string? Difference(Diagnostic actual, DiagnosticResult wanted)
    {
        if (!wanted.HasLocation && actual.Location != Location.None)
            return "Expected a project diagnostic with no location";
        if (wanted.HasLocation && PlaceDifference(actual, wanted) is { } place)
            return place;
        if (actual.Id != wanted.Id)
            return $"Expected diagnostic id to be \"{wanted.Id}\" was \"{actual.Id}\"";
        if (!wanted.Options.HasFlag(DiagnosticOptions.IgnoreSeverity) && actual.Severity != wanted.Severity)
            return $"Expected diagnostic severity to be \"{wanted.Severity}\" was \"{actual.Severity}\"";
        if (wanted.Message is { } message)
            return actual.GetMessage() == message ? null : $"Expected diagnostic message to be \"{message}\" was \"{actual.GetMessage()}\"";
        if (wanted.MessageArguments is { Length: > 0 } arguments && !arguments.Select(one => one?.ToString() ?? "").SequenceEqual(actual.Arguments()))
            return $"Expected diagnostic message arguments to match: {string.Join(", ", arguments)} against {string.Join(", ", actual.Arguments())}";
        return wanted.IsSuppressed is { } suppressed && suppressed != actual.IsSuppressed ? "Expected diagnostic suppression state to match" : null;
    }

    private static string? PlaceDifference(Diagnostic actual, DiagnosticResult wanted)
    {
        if (!wanted.Spans[0].Allows(actual.Location.GetLineSpan()))
            return "Expected diagnostic to be somewhere else";
        if (wanted.Options.HasFlag(DiagnosticOptions.IgnoreAdditionalLocations))
            return null;
        if (actual.AdditionalLocations.Count != wanted.Spans.Length - 1)
            return $"Expected {wanted.Spans.Length - 1} additional locations but got {actual.AdditionalLocations.Count}";
        return actual.AdditionalLocations.Zip(wanted.Spans.Skip(1)).All(pair => pair.Second.Allows(pair.First.GetLineSpan())) ? null : "Expected diagnostic to have an additional location somewhere else";
    }

    private string Shown(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan().Span;
        var source = analyzers.FirstOrDefault(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id == diagnostic.Id))?.GetType().Name ?? "compiler";
        return $"{diagnostic} [to ({span.End.Line + 1},{span.End.Character + 1}), {source}]";
    }

    private static string Listed(string title, IEnumerable<string> lines) =>
        Environment.NewLine + title + string.Concat(lines.DefaultIfEmpty("NONE.").Select(line => Environment.NewLine + "    " + line));
}
