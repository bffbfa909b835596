using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Rules.Security;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Keeps the data out of what is written about it, but for a developer's own machine.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2009SensitiveDiagnosticsFix() : PipelineFix(
    UC2009SensitiveDiagnostics.Rule, new DevelopmentOnly(), new StrongSetting("Turn it off"), new WithoutBypass("Leave it out"))
{
}
