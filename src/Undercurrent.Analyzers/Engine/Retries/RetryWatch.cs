using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>What is done with a plan that was found.</summary>
/// <param name="plan">The plan.</param>
/// <param name="operation">What sets it up or is it; null for an attribute.</param>
/// <param name="member">The member it is in, or that it is said of.</param>
/// <param name="report">Tells.</param>
internal delegate void LookAtPlan(RetryPlan plan, IOperation? operation, ISymbol member, Action<Diagnostic> report);

/// <summary>Watches for every place that makes a retry: calls, objects, settings, attributes, loops.</summary>
internal static class RetryWatch
{
    private static readonly ImmutableArray<OperationKind> Kinds = ImmutableArray.Create(OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment);

    /// <summary>Whether the project speaks of retries, or reads from outside, which may be tried again in a loop that has no word for it.</summary>
    public static bool Concerns(PipelineWatch watch) =>
        watch.Concerns(Subjects.Retries) || (watch.Concerns(Subjects.Ingestion) && (watch.Project.HasLibraries || (watch.Project.Subjects & Subjects.FrameworkClients) != 0));

    public static void Plans(PipelineWatch watch, LookAtPlan look)
    {
        var project = watch.Project;
        watch.Operations<ILoopOperation>(OperationKind.Loop, (context, loop) =>
        {
            if (WrittenRetry.Of(loop, project, context.CancellationToken) is { } retry)
                look(retry.Plan(), loop, context.ContainingSymbol, context.ReportDiagnostic);
        });

        watch.Operations<ILabeledOperation>(OperationKind.Labeled, (context, label) =>
        {
            if (JumpRetry.Of(label, project, context.CancellationToken) is { } plan)
                look(plan, label, context.ContainingSymbol, context.ReportDiagnostic);
        });
        watch.Operations<ITryOperation>(OperationKind.Try, (context, attempt) =>
        {
            if (JumpRetry.Of(attempt, project, context.CancellationToken) is { } plan)
                look(plan, attempt, context.ContainingSymbol, context.ReportDiagnostic);
        });
        if ((project.Subjects & Subjects.Retries) == 0 || !project.HasLibraries)
            return;

        foreach (var kind in Kinds)
        {
            watch.Operations<IOperation>(kind, (context, operation) =>
            {
                if (new RetryPlans(project, context.CancellationToken).Of(operation) is { } plan)
                    look(plan, operation, context.ContainingSymbol, context.ReportDiagnostic);
            });
        }

        if ((project.Subjects & Subjects.RetryAttributes) == 0)
            return;

        watch.Symbols((context, symbol) =>
        {
            foreach (var attribute in symbol.GetAttributes())
            {
                if (new RetryPlans(project, context.CancellationToken).Of(attribute) is { } plan)
                    look(plan, null, symbol, context.ReportDiagnostic);
            }
        }, SymbolKind.Method, SymbolKind.NamedType);
    }
}
