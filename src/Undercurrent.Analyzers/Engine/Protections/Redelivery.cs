using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Queues that keep a message until it is deleted: work that fails before is done again, as the message comes again.</summary>
internal static class Redelivery
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "DeleteMessage", "DeleteMessageAsync", "DeleteMessageBatch", "DeleteMessageBatchAsync", "CompleteMessageAsync", "CompleteAsync", "Acknowledge", "AcknowledgeAsync",
    };

    /// <summary>Whether what is done with each message ends with its deletion, which a failure of an operation prevents.</summary>
    public static bool Awaits(IOperation work, IOperation operation, PipelineProject project)
    {
        var all = Deletions(work, project);
        return all.Count > 0 && all.TrueForAll(one => !IsWhateverHappened(one, work)) && all.Exists(one => one.Syntax.SpanStart > operation.Syntax.SpanStart && !IsSwallowed(operation, one, work));
    }

    /// <summary>The same of a method that is given the message, whichever of its operations fails.</summary>
    public static bool Awaits(IMethodSymbol method, IOperation body, PipelineProject project)
    {
        if (!method.Parameters.Any(static parameter => parameter.Type.Name.EndsWith("Message", StringComparison.Ordinal)))
            return false;

        var all = Deletions(body, project);
        return all.Count > 0 && all.TrueForAll(one => !IsWhateverHappened(one, body))
            && body.Descendants().OfType<ITryOperation>().All(attempt => attempt.Catches.All(IsLeft) || all.Exists(one => one.Syntax.IsInside(attempt.Body.Syntax)));
    }

    private static List<IInvocationOperation> Deletions(IOperation work, PipelineProject project) => work.Descendants().OfType<IInvocationOperation>()
        .Where(call => Names.Contains(call.TargetMethod.Name) && (project.TraitsOf(call.TargetMethod) & ApiTrait.Settle) != 0 && call.TargetMethod.RootNamespace() is "Amazon" or "Azure" or "Google" or "Microsoft").ToList();

    private static bool IsWhateverHappened(IOperation deletion, IOperation work)
    {
        var inside = deletion;
        for (var around = deletion.Parent; around is not null && around != work; inside = around, around = around.Parent)
        {
            if (around is ICatchClauseOperation || (around is ITryOperation attempt && inside == attempt.Finally))
                return true;
        }

        return false;
    }

    /// <summary>Whether a failure is caught, and the deletion come to all the same.</summary>
    private static bool IsSwallowed(IOperation operation, IOperation deletion, IOperation work)
    {
        for (var around = operation.Parent; around is not null && around != work; around = around.Parent)
        {
            if (around is ITryOperation attempt && operation.Syntax.IsInside(attempt.Body.Syntax) && !deletion.Syntax.IsInside(attempt.Body.Syntax) && !attempt.Catches.All(IsLeft))
                return true;
        }

        return false;
    }

    private static bool IsLeft(ICatchClauseOperation clause) => clause.Handler.Operations.LastOrDefault() is IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } or IBranchOperation;
}
