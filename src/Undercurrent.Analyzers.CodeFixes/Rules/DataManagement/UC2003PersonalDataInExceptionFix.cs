using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Says which record failed without saying whose it is: by id, or not at all.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2003PersonalDataInExceptionFix() : PipelineFix(UC2003PersonalDataInException.Rule, new IdInstead("Say the id of the same object"), new LeaveOut("Leave it out of the exception"));
