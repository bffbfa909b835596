using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>
/// A retry written by hand: a loop that is left once its work is done, and goes round again with the same work when it fails. A loop
/// that goes on either way is no retry but a service, or moves on to the next item.
/// </summary>
/// <param name="Loop">The loop.</param>
/// <param name="Attempt">The try in it; null where the answer tells of the failure.</param>
/// <param name="Work">What is tried.</param>
internal sealed record WrittenRetry(ILoopOperation Loop, ITryOperation? Attempt, IInvocationOperation Work)
{
    private const ApiTrait Outside = ApiTrait.Ingest | ApiTrait.Connect | ApiTrait.Store | ApiTrait.Update | ApiTrait.Erase;

    private const int Deepest = 2;

    public static WrittenRetry? Of(ILoopOperation loop, PipelineProject project, CancellationToken cancellation)
    {
        var isTold = SaysAttempts(loop.Syntax);
        if (!loop.Syntax.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(node => node is TryStatementSyntax) && !isTold)
            return null;

        foreach (var attempt in loop.Body.DescendantsAndSelf().OfType<ITryOperation>())
        {
            if (LoopOf(attempt) == loop && LoopExits.LeavesWhenDone(loop, attempt) && WorkIn(attempt.Body, isTold, project, cancellation) is { } work && RetryLoops.GoesRound(attempt, work))
                return IsOfItsOwn(attempt) ? null : new(loop, attempt, work);
        }

        return isTold && loop is IForLoopOperation or IWhileLoopOperation && !loop.Body.DescendantsAndSelf().OfType<ITryOperation>().Any() && LoopExits.LeavesWhenDone(loop, null)
            && WorkIn(loop.Body, isTold: false, project, cancellation) is { } asked && RetryLoops.CountsAttempts(loop, asked) ? new(loop, null, asked) : null;
    }

    /// <summary>The plan that the loop amounts to.</summary>
    public RetryPlan Plan()
    {
        var wait = LoopWait.In(this);
        return new(Loop.Syntax.GetFirstToken().GetLocation(), ExternalRead.NameOf(Work.TargetMethod), wait.Pace, wait.Seconds, wait.IsVaried, Attempt is not null && LoopExits.IsEndless(Loop));
    }

    /// <summary>The first call in a body that reaches out, by itself or in a method of the project; or that of a delegate, which may.</summary>
    private static IInvocationOperation? WorkIn(IOperation body, bool isTold, PipelineProject project, CancellationToken cancellation) =>
        body.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(call => ReachesOut(call, isTold, 0, project, cancellation));

    private static bool ReachesOut(IInvocationOperation call, bool isTold, int depth, PipelineProject project, CancellationToken cancellation)
    {
        var traits = project.TraitsOf(call.TargetMethod);
        if ((traits & ApiTrait.Local) != 0)
            return false;

        if ((traits & Outside) != 0)
            return true;

        if (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke)
            return call.Instance is IParameterReferenceOperation or IFieldReferenceOperation && depth == 0;

        if (call.TargetMethod.DeclaringSyntaxReferences.Length == 0 || depth >= Deepest)
            return false;

        if (SourceModels.BodyOf(call.TargetMethod, project.Compilation, cancellation) is { } body)
            return body.Descendants().OfType<IInvocationOperation>().Any(inner => ReachesOut(inner, isTold, depth + 1, project, cancellation));

        // What is out of sight may reach out, and who writes of attempts says that it does.
        return isTold && ValueUses.IsTask(call.Type);
    }

    private static ILoopOperation? LoopOf(IOperation inside)
    {
        for (var around = inside.Parent; around is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); around = around.Parent)
        {
            if (around is ILoopOperation loop)
                return loop;
        }

        return null;
    }

    private static bool IsOfItsOwn(ITryOperation attempt) => attempt.Catches.Where(one => one.Syntax is CatchClauseSyntax).All(one => one.Syntax is CatchClauseSyntax clause && (clause.Declaration is { } caught && RetryReasons.SaysSo(caught) || clause.Filter is { } filter && RetryReasons.SaysSo(filter)));

    private static bool SaysAttempts(SyntaxNode loop) => loop.DescendantTokens().Any(token => token.Parent is IdentifierNameSyntax or VariableDeclaratorSyntax or ForEachStatementSyntax
        && Array.Exists(IdentifierWords.Of(token.ValueText), word => word is "attempt" or "retry" or "try" or "backoff"));
}
