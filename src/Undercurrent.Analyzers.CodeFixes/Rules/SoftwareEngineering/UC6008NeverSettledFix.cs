using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Tells the broker.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC6008NeverSettledFix() : PipelineFix(UC6008NeverSettled.Rule, new SettlesIt())
{
    /// <summary>Where the record and the end of the work on it are plain to see.</summary>
    private sealed class SettlesIt() : Remedy<SyntaxNode>("settle", "Settle the record after the work")
    {
        private protected override Task<bool> CanMendAsync(SyntaxNode node, Finding finding, CancellationToken cancellation) => Task.FromResult(SettlesAfterwards.Place(finding) is not null);

        private protected override Task MendAsync(SyntaxNode node, Finding finding, Mending mending) => SettlesAfterwards.Write(finding, mending);
    }
}
