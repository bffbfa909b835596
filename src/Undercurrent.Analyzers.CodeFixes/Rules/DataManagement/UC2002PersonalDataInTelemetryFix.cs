using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Sends what happened, without the person it happened to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC2002PersonalDataInTelemetryFix() : PipelineFix(UC2002PersonalDataInTelemetry.Rule, new LeaveOut("Leave it out of the telemetry"), new RemoveTag());
