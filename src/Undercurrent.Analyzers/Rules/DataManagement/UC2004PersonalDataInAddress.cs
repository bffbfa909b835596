using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Outlets;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Names and addresses are written down by everything they pass: proxies, inventories, dashboards, histories.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoFix("By what key a page, a file or an entry is found instead is agreed with whoever else looks for it.")]
public sealed class UC2004PersonalDataInAddress() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2004",
        title: "Personal data is part of an address, name or key",
        messageFormat: "'{0}' looks like personal data ({1}) and becomes part of an address, a name, a key or a job",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2004"),
        customTags: [Tag.Generation, Tag.Storage, Tag.Ingestion, Tag.Transformation, Tag.Serving, "CWE-598"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (watch.Concerns(Subjects.PersonalData | Subjects.NameParts))
            Disclosures.Watch(watch, Outlet.Names, Rule);
    }
}
