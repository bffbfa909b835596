using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Encrypts what is kept.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC1011EncryptionAtRestDisabledFix() : PipelineFix(UC1011EncryptionAtRestDisabled.Rule, new StrongValue())
{
}
