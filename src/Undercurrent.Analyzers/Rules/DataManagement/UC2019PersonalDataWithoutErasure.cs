using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Retention;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Who may ask to be forgotten can be, only where there is a way to do it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoFix("How a person is erased, and from what else, is for the owner of the data to design")]
public sealed class UC2019PersonalDataWithoutErasure() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2019",
        title: "Personal data is stored and never erased",
        messageFormat: "'{0}' ({1}) is stored here, and nothing in the project erases it",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        helpLinkUri: RulePages.For("UC2019"),
        customTags: [Tag.Storage]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.PersonalData | Subjects.Stores))
            return;

        var project = watch.Project;
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            var records = PersonalRecords.For(project, Rule.Id, call.Syntax.SyntaxTree);
            if (PersonalStores.WrittenBy(call, records) is not { } record || PersonalStores.Of(records, context.CancellationToken) is var stores && (!stores.IsFirst(call, record) || stores.Erases(call, record)))
                return;

            context.ReportDiagnostic(Diagnostic.Create(Rule, call.NameLocation(), record.Entity, record.KindsShown));
        });
    }
}
