using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Provenance;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>A row that does not say where it came from can be neither traced back, nor taken back with its load.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC2020MissingProvenance() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2020",
        title: "Rows do not say where they came from",
        messageFormat: "'{0}' is written without its source, its run and when it was brought in",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        helpLinkUri: RulePages.For("UC2020"),
        customTags: [Tag.Storage, Tag.Transformation]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Sinks))
            return;

        var project = watch.Project;
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            if (WrittenRows.Of(call) is { } rows && !rows.Columns.Any(ProvenanceNames.Tells) && ProvenanceNames.BringsIn(call, project))
                context.ReportDiagnostic(Diagnostic.Create(Rule, call.NameLocation(), DeclarationOf(rows), rows.Name));
        });
    }

    /// <summary>Where the type is written whose rows lack something, for the fix.</summary>
    private static IEnumerable<Location> DeclarationOf(WrittenRows rows) => rows.Type?.DeclaringSyntaxReferences.Take(1).Select(at => Location.Create(at.SyntaxTree, at.Span)) ?? [];
}
