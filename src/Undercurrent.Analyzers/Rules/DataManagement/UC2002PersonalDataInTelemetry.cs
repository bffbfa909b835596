using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Outlets;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Traces and metrics go to services outside, and baggage to every service that is called.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC2002PersonalDataInTelemetry() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2002",
        title: "Personal data is sent as telemetry",
        messageFormat: "'{0}' looks like personal data ({1}) and is sent as telemetry",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2002"),
        customTags: [Tag.Generation, Tag.Storage, Tag.Ingestion, Tag.Transformation, Tag.Serving, "CWE-359"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (watch.Concerns(Subjects.PersonalData | Subjects.Telemetry))
            Disclosures.Watch(watch, Outlet.Telemetry, Rule);
    }
}
