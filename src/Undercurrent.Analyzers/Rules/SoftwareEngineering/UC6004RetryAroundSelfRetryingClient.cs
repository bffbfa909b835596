using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Retries;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Three attempts around four are twelve, and the waits of both add up before anybody is told.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC6004RetryAroundSelfRetryingClient() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6004",
        title: "Retry around a client that retries",
        messageFormat: "This retry is around '{0}', which tries again by itself",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6004"),
        customTags: [Tag.Ingestion, Tag.Storage]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!RetryWatch.Concerns(watch) || !watch.Project.HasLibraries)
            return;

        var project = watch.Project;
        watch.Operations<ILoopOperation>(OperationKind.Loop, Look);
        if ((project.Subjects & Subjects.Retries) != 0)
            watch.Operations<IInvocationOperation>(OperationKind.Invocation, Look);

        void Look(OperationAnalysisContext context, IOperation operation)
        {
            if (DoubledRetry.Of(operation, project, context.CancellationToken) is { } doubled)
                context.ReportDiagnostic(Diagnostic.Create(Rule, doubled.At, doubled.Name));
        }
    }
}
