using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Has a read tried again: by its client where that can be said once, else by a pipeline around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UC6001IngestionWithoutRetryFix()
    : PipelineFix(UC6001IngestionWithoutRetry.Rule, new GiveClientAHandler(), new GiveContextAStrategy(), new WrapInPipelineInReach(), new WrapInNewPipeline());
