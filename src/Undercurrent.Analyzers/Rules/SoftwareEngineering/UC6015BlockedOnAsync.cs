using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Blocking;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>A thread that waits for a source works for nobody; when all of them do, nothing is left to take the answers in.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC6015BlockedOnAsync() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6015",
        title: "Thread is blocked while data is on its way",
        messageFormat: "'{0}' blocks a thread until '{1}' is done",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6015"),
        customTags: [Tag.Generation, Tag.Storage, Tag.Ingestion, Tag.Transformation, Tag.Serving]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Blocking) || !(watch.Concerns(Subjects.Ingestion) || watch.Concerns(Subjects.Access) || watch.Concerns(Subjects.FrameworkClients)))
            return;

        var project = watch.Project;
        watch.Operations<IOperation>(OperationKind.PropertyReference, (context, operation) => Look(context, operation, project));
        watch.Operations<IOperation>(OperationKind.Invocation, (context, operation) => Look(context, operation, project));
    }

    private static void Look(OperationAnalysisContext context, IOperation operation, PipelineProject project)
    {
        if (BlockedWait.Of(operation) is not { } wait || operation.SemanticModel is not { } model || !AsyncRoom.Is(operation.Syntax, model, context.CancellationToken))
            return;

        var data = new DataTask(project, context.CancellationToken);
        if (wait.Tasks.Select(data.CallOf).FirstOrDefault(name => name is not null) is { } call)
            context.Report(Rule, operation, wait.Name, call);
    }
}
