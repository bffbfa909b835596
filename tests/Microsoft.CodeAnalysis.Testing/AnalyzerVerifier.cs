using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Tests of an analyzer in one line.</summary>
public class AnalyzerVerifier<TAnalyzer, TTest, TVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TTest : AnalyzerTest<TVerifier>, new()
    where TVerifier : IVerifier, new()
{
    public static DiagnosticResult Diagnostic() => new TAnalyzer().SupportedDiagnostics is [var only]
        ? new(only)
        : throw new InvalidOperationException($"{typeof(TAnalyzer).Name} does not support exactly one diagnostic: say which is meant.");

    public static DiagnosticResult Diagnostic(string diagnosticId) => new(new TAnalyzer().SupportedDiagnostics.Single(rule => rule.Id == diagnosticId));

    public static DiagnosticResult Diagnostic(DiagnosticDescriptor descriptor) => new(descriptor);

    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected)
    {
        var test = new TTest { TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }
}
