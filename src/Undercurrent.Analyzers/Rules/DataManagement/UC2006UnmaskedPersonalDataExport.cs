using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Exports;
using Undercurrent.Analyzers.Engine.Safeguards;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Whoever is given a copy can do with it what the copy allows; what was masked before cannot be unmasked by them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoFix("Whether a field is masked, tokenised, encrypted or left out is decided with whoever receives it.")]
public sealed class UC2006UnmaskedPersonalDataExport() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2006",
        title: "Personal data is exported as it is",
        messageFormat: "'{0}' is handed out with its personal data as it is ({1})",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2006"),
        customTags: [Tag.Transformation, Tag.Serving, "CWE-359"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.PersonalData | Subjects.Access))
            return;

        var project = watch.Project;
        var helpers = ExportingMethods.Of(project);
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            Look(context, ExportCall.By(call, project), project);
            Look(context, helpers.HandedOn(call), project);
        });
        watch.Operations<ISimpleAssignmentOperation>(OperationKind.SimpleAssignment, (context, assignment) => Look(context, ExportCall.By(assignment, project), project));
    }

    private static void Look(OperationAnalysisContext context, IEnumerable<IOperation> values, PipelineProject project)
    {
        foreach (var value in values)
        {
            var tree = value.Syntax.SyntaxTree;
            if (new ExportedData(PersonalRecords.For(project, Rule.Id, tree)).Of(value) is not { } said)
                continue;

            // What is written plainly to a file of the machine another rule says of the same words.
            var plain = context.Operation is IInvocationOperation call && !project.IsOff("UC1011", tree) && PlainFile.WrittenBy(call, project, Rule.Id)?.Syntax == value.Syntax;
            if (!plain || !PlainFile.IsSingle(value))
                context.Report(Rule, plain ? context.Operation : value, said.Entity, said.KindsShown);
        }
    }
}
