using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Completion;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>What is written and not committed goes without an error, and the load says it has loaded.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC6011UncommittedWrite() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6011",
        title: "What is written is never made final",
        messageFormat: "What is written through '{0}' is lost on a path without '{1}'",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6011"),
        customTags: [Tag.Storage]);

    /// <summary>Known where nothing finishes the work: what would.</summary>
    internal const string Ending = "ending";

    /// <summary>Known where a writer is never closed.</summary>
    internal const string Writer = "writer";

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.UnfinishedWork))
            return;

        var project = watch.Project;
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) => Look(context, call, project));
        watch.Operations<IObjectCreationOperation>(OperationKind.ObjectCreation, (context, made) => Look(context, made, project));
    }

    private static void Look(OperationAnalysisContext context, IOperation origin, PipelineProject project)
    {
        var cancellation = context.CancellationToken;
        var work = (UnfinishedWork?)TransactionWork.Of(origin, project, cancellation) ?? (UnfinishedWork?)BegunWork.Of(origin, project, cancellation) ?? BufferedWork.Of(origin, project, cancellation);
        if (work is null or { Escapes: true } || FlowGraphs.Around(origin, context) is not { } graph || !LossyPath.Exists(graph, work))
            return;

        var name = work.Variable?.Name ?? (origin as IInvocationOperation)?.TargetMethod.Name ?? origin.Type!.Name;
        var known = work.IsFinishedSomewhere || work.IsClosedAtTheEnd ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(work is BufferedWork ? Writer : Ending, work.Ending);
        context.Report(Rule, origin.Syntax.GetLocation(), known, name, work.Ending);
    }
}
