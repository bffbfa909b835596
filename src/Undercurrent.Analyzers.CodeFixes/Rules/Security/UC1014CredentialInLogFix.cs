using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Says what happened without the credential.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC1014CredentialInLogFix() : PipelineFix(UC1014CredentialInLog.Rule, new LeaveOut("Leave it out of what is written"), new RemoveTag());
