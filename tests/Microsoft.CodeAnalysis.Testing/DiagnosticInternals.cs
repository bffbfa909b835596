using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What a diagnostic does not say publicly: its arguments, and whether it came too late for an editor to offer a fix.</summary>
internal static class DiagnosticInternals
{
    private static readonly PropertyInfo ArgumentsProperty = typeof(Diagnostic).GetProperty("Arguments", BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly ConditionalWeakTable<Diagnostic, object> NonLocal = [];

    public static IComparer<Diagnostic> ByPlace { get; } = Comparer<Diagnostic>.Create((x, y) => Order(x, y).FirstOrDefault(difference => difference != 0));

    public static IReadOnlyList<string> Arguments(this Diagnostic diagnostic) =>
        ((IEnumerable)ArgumentsProperty.GetValue(diagnostic)!).Cast<object?>().Select(argument => argument?.ToString() ?? "").ToList();

    public static bool IsFromCompiler(this Diagnostic diagnostic) => diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);

    public static bool IsNonLocal(this Diagnostic diagnostic) => NonLocal.TryGetValue(diagnostic, out _);

    public static void MarkNonLocal(Diagnostic diagnostic) => NonLocal.AddOrUpdate(diagnostic, diagnostic);

    private static IEnumerable<int> Order(Diagnostic x, Diagnostic y)
    {
        yield return string.CompareOrdinal(x.Location.GetLineSpan().Path, y.Location.GetLineSpan().Path);
        yield return x.Location.SourceSpan.Start.CompareTo(y.Location.SourceSpan.Start);
        yield return x.Location.SourceSpan.End.CompareTo(y.Location.SourceSpan.End);
        yield return string.CompareOrdinal(x.Id, y.Id);
        yield return string.CompareOrdinal(string.Join('\n', x.Arguments()), string.Join('\n', y.Arguments()));
    }
}
