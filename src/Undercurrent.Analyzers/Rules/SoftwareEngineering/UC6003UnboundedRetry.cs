using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Retries;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>A failure that does not pass has to reach somebody in the end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC6003UnboundedRetry() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6003",
        title: "Retry never gives up",
        messageFormat: "'{0}' is tried again without an end, so a failure that does not pass is never heard of",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6003"),
        customTags: [Tag.Ingestion, "CWE-835"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!RetryWatch.Concerns(watch))
            return;

        var project = watch.Project;
        RetryWatch.Plans(watch, (plan, operation, member, report) =>
        {
            if (plan.IsEndless && !(operation is not null && PolicyLimits.End(operation, project)))
                report(Diagnostic.Create(Rule, plan.At, plan.Name));
        });
    }
}
