using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Outlets;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Who throws does not know who will log the message, show it or send it on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
#pragma warning disable CA1711 // A rule is named for what it finds, which here is in an exception.
public sealed class UC2003PersonalDataInException() : PipelineRule(Rule)
#pragma warning restore CA1711
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2003",
        title: "Personal data is put into an exception",
        messageFormat: "'{0}' looks like personal data ({1}) and is put into what is said of a failure",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2003"),
        customTags: [Tag.Generation, Tag.Storage, Tag.Ingestion, Tag.Transformation, Tag.Serving, "CWE-209"]);

    private protected override void Watch(PipelineWatch watch)
    {
        // In a project that reads and writes nothing itself the price of looking is that of the whole analyzer; it is silent there.
        if (watch.Concerns(Subjects.PersonalData | Subjects.Failures) && watch.Project.HandlesData)
            Disclosures.Watch(watch, Outlet.Failures, Rule);
    }
}
