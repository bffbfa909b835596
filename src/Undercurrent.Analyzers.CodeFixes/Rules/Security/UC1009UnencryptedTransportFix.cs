using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Encrypts what travels.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC1009UnencryptedTransportFix() : PipelineFix(UC1009UnencryptedTransport.Rule, new StrongSetting("Encrypt the connection"), new StrongValue())
{
}
