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
/// <param name="IsByStatus">Whether the status of the answer has the loop go round.</param>
internal sealed record WrittenRetry(ILoopOperation Loop, ITryOperation? Attempt, IInvocationOperation Work, bool IsByStatus = false)
{
    private const ApiTrait Outside = ApiTrait.Ingest | ApiTrait.Connect | ApiTrait.Store | ApiTrait.Update | ApiTrait.Erase;

    private const int Deepest = 2;

    public static WrittenRetry? Of(ILoopOperation loop, PipelineProject project, CancellationToken cancellation)
    {
        var (isTold, isStatusAsked, hasTry) = (SaysAttempts(loop.Syntax), AsksStatus(loop.Syntax), HasTry(loop.Syntax));
        if (!isTold && !isStatusAsked && !hasTry)
            return null;

        foreach (var attempt in hasTry ? loop.Body.DescendantsAndSelf().OfType<ITryOperation>() : [])
        {
            if (LoopOf(attempt) == loop && LoopExits.LeavesWhenDone(loop, attempt) && (WorkIn(attempt.Body, isTold, project, cancellation) ?? FileIn(attempt, loop)) is { } work && RetryLoops.GoesRound(attempt, work))
                return IsOfItsOwn(attempt) ? null : new(loop, attempt, work);
        }

        if (isStatusAsked && !loop.Descendants().OfType<ICatchClauseOperation>().Any()
            && loop.Descendants().OfType<IInvocationOperation>().FirstOrDefault(call => LoopOf(call) == loop && StatusLoops.AsksAgain(loop, call) && ReachesOut(call, isTold, 0, project, cancellation)) is { } answered)
            return new(loop, null, answered, IsByStatus: true);

        return isTold && loop is IForLoopOperation or IWhileLoopOperation && !loop.Body.DescendantsAndSelf().OfType<ITryOperation>().Any() && LoopExits.LeavesWhenDone(loop, null)
            && WorkIn(loop.Body, isTold: false, project, cancellation) is { } asked && RetryLoops.CountsAttempts(loop, asked) ? new(loop, null, asked) : null;
    }

    /// <summary>The plan that the loop amounts to.</summary>
    public RetryPlan Plan()
    {
        var wait = LoopWait.In(this);
        return new(Loop.Syntax.GetFirstToken().GetLocation(), ExternalRead.NameOf(Work.TargetMethod), wait.Pace, wait.Seconds, wait.IsVaried, (Attempt is not null || IsByStatus) && LoopExits.IsEndless(Loop));
    }

    /// <summary>The first call in a body that reaches out, by itself or in a method of the project; or that of a delegate, which may.</summary>
    public static IInvocationOperation? WorkIn(IOperation body, bool isTold, PipelineProject project, CancellationToken cancellation) =>
        body.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(call => !LoopWait.IsWait(call) && ReachesOut(call, isTold, 0, project, cancellation));

    /// <summary>A file that another program has open is outside enough for whoever counts the attempts at it.</summary>
    private static IInvocationOperation? FileIn(ITryOperation attempt, ILoopOperation loop) =>
        attempt.Catches.Any(static one => one.ExceptionType.Name is "IOException") && loop.Descendants().Any(part => part is ILocalReferenceOperation { Local: var local } && LoopExits.IsCounter(local, loop) && Array.Exists(IdentifierWords.Of(local.Name), static word => word is "attempt" or "retry" or "try"))
            ? attempt.Body.Descendants().OfType<IInvocationOperation>().FirstOrDefault(call => IsFile(call.TargetMethod)) : null;

    private static bool IsFile(IMethodSymbol method) => method.ContainingType is { Name: "File" or "FileInfo", ContainingNamespace.Name: "IO" } && method.Name != "Exists";

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

    public static bool IsOfItsOwn(ITryOperation attempt) => attempt.Catches.Where(one => one.Syntax is CatchClauseSyntax).All(one => one.Syntax is CatchClauseSyntax clause && (clause.Declaration is { } caught && RetryReasons.SaysSo(caught) || clause.Filter is { } filter && RetryReasons.SaysSo(filter)));

    private static bool HasTry(SyntaxNode loop) => loop.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(static node => node is TryStatementSyntax);

    private static bool AsksStatus(SyntaxNode loop) => loop.DescendantTokens().Any(static token => token.ValueText is "IsSuccessStatusCode" or "StatusCode" or "IsSuccessful");

    private static bool SaysAttempts(SyntaxNode loop) => loop.DescendantTokens().Any(token => token.Parent is IdentifierNameSyntax or VariableDeclaratorSyntax or ForEachStatementSyntax
        && Array.Exists(IdentifierWords.Of(token.ValueText), word => word is "attempt" or "retry" or "try" or "backoff"));
}
