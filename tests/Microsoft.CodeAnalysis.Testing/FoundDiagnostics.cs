using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Hands a fix-all provider the diagnostics of this round.</summary>
internal sealed class FoundDiagnostics(ImmutableArray<(Project project, Diagnostic diagnostic)> found) : FixAllContext.DiagnosticProvider
{
    public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Task.FromResult(In(project, _ => true));

    public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
        Task.FromResult(In(document.Project, diagnostic => diagnostic.Location.GetLineSpan().Path == document.FilePath));

    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
        Task.FromResult(In(project, diagnostic => !diagnostic.Location.IsInSource));

    private IEnumerable<Diagnostic> In(Project project, Func<Diagnostic, bool> isMeant) =>
        found.Where(one => one.project.Id == project.Id && isMeant(one.diagnostic)).Select(one => one.diagnostic);
}
