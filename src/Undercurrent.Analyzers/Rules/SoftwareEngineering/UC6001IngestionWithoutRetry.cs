using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>A source that stumbles for a second should cost a second, not the night's run.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC6001IngestionWithoutRetry() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6001",
        title: "Ingestion is not retried",
        messageFormat: "'{0}' reads from outside, and nothing tries again when it fails for a moment",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6001"),
        customTags: [Tag.Ingestion]);

    private protected override void Watch(PipelineWatch watch)
    {
        var project = watch.Project;
        if (!watch.Concerns(Subjects.Ingestion) || !(project.HasLibraries || (project.Subjects & Subjects.FrameworkClients) != 0))
            return;

        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            if (new ExternalRead(project, context.CancellationToken).IsUnprotected(call) && !IsTakenCareOf(context, call, project))
                context.Report(Rule, call, ExternalRead.NameOf(call.TargetMethod));
        });

        watch.Operations<ILoopOperation>(OperationKind.Loop, (context, loop) =>
        {
            if (loop is IForEachLoopOperation each && new ExternalRead(project, context.CancellationToken).IsUnprotected(each) && !IsTakenCareOf(context, each, project))
                context.Report(Rule, each.Collection.Unwrapped(), each.Collection.Unwrapped().Type!.Name);
        });
    }

    private static bool IsTakenCareOf(OperationAnalysisContext context, IOperation read, PipelineProject project)
    {
        // A health check asks once on purpose: its answer is the failure.
        if (context.ContainingSymbol.ContainingType?.AllInterfaces.Any(one => one.Name == "IHealthCheck") == true || read.Syntax.FirstAncestorOrSelf<AttributeSyntax>() is not null)
            return true;

        var wrappers = project.Options.List(Options.RetryWrappers, Rule.Id, read.Syntax.SyntaxTree);
        return Protection.Holds(read, project, new RetryQuestion(project, wrappers, context.CancellationToken), context.CancellationToken);
    }
}
