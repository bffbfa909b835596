using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Lets the client check again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC1010CertificateValidationDisabledFix() : PipelineFix(UC1010CertificateValidationDisabled.Rule, new StrongSetting("Check the certificate"), new WithoutBypass("Remove the bypass"))
{
}
