using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Retries;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>A service in trouble that is asked again at once, by everybody, stays in trouble.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC6002RetryWithoutBackoff() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6002",
        title: "Retry does not back off",
        messageFormat: "'{0}' is tried again {1}",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6002"),
        customTags: [Tag.Ingestion]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!RetryWatch.Concerns(watch))
            return;

        RetryWatch.Plans(watch, (plan, operation, member, report) =>
        {
            if (plan.IsHasty)
                report(Diagnostic.Create(Rule, plan.At, plan.Name, plan.Pace == Pace.None ? "at once" : "after the same instant each time"));
            else if (plan.IsInStep && operation is not null && Crowd.RunsThrough(operation, member))
                report(Diagnostic.Create(Rule, plan.At, plan.Name, "by all instances at the same moment"));
        });
    }
}
