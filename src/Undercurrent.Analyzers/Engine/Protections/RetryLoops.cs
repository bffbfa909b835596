using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Retries written by hand, known by their shape: a try in a loop whose catch goes round again with the same request. A loop
/// that moves on to the next item after a failure is not one.
/// </summary>
internal static class RetryLoops
{
    /// <summary>Whether a failure of an operation in the body of a try leads back to it.</summary>
    public static bool GoesRound(ITryOperation attempt, IOperation operation)
    {
        var catches = attempt.Catches.Where(one => one.ExceptionType.Name is not ("OperationCanceledException" or "TaskCanceledException")).ToList();
        if (catches.Exists(one => Repeats(one, operation)))
            return true;

        return catches.Exists(GoesOn) && LoopAround(attempt) is { } loop && !MovesOn(loop, attempt, operation);
    }

    /// <summary>Whether a loop counts attempts and asks the same again until the answer is good, exceptions apart.</summary>
    public static bool CountsAttempts(ILoopOperation loop, IOperation operation)
    {
        var heads = loop switch
        {
            IForLoopOperation { Condition: { } condition } => [condition],
            IWhileLoopOperation { Condition: { } condition } => [condition],
            _ => Array.Empty<IOperation>(),
        };

        return heads.SelectMany(head => head.DescendantsAndSelf()).Any(part => NameOf(part) is { } name && Array.Exists(IdentifierWords.Of(name), word => word is "retry" or "attempt" or "try"))
            && !MovesOn(loop, null, operation);
    }

    /// <summary>Whether a catch jumps back before its try, or calls the method it is in again.</summary>
    private static bool Repeats(ICatchClauseOperation clause, IOperation operation)
    {
        foreach (var inside in clause.Handler.Descendants())
        {
            if (inside is IBranchOperation { BranchKind: BranchKind.GoTo })
                return true;

            if (inside is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences: { Length: > 0 } declarations } } call
                && declarations.Any(declared => declared.SyntaxTree == operation.Syntax.SyntaxTree && declared.Span.Contains(operation.Syntax.Span) && declared.Span.Contains(call.Syntax.Span)))
                return true;
        }

        return false;
    }

    /// <summary>Whether control may leave a catch other than by throwing, returning or leaving the loop.</summary>
    private static bool GoesOn(ICatchClauseOperation clause)
    {
        var statements = clause.Handler.Operations;
        return statements.Length == 0
            || statements[statements.Length - 1] is not (IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } or IBranchOperation { BranchKind: BranchKind.Break })
            || clause.Handler.Descendants().Any(inside => inside is IBranchOperation { BranchKind: BranchKind.Continue });
    }

    private static ILoopOperation? LoopAround(IOperation operation)
    {
        for (var around = operation.Parent; around is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); around = around.Parent)
        {
            if (around is ILoopOperation loop)
                return loop;
        }

        return null;
    }

    /// <summary>Whether the next round asks for something else: what is asked for depends on what the loop goes over.</summary>
    public static bool MovesOn(ILoopOperation loop, ITryOperation? attempt, IOperation operation) =>
        AskedWith(operation).Any(local => Varies(local, loop, attempt, depth: 0));

    /// <summary>The locals a request is made of, its client and cancellation apart.</summary>
    private static IEnumerable<ILocalSymbol> AskedWith(IOperation operation)
    {
        if (operation is not IInvocationOperation call)
            return [];

        var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        var earlier = receiver?.Unwrapped() is IInvocationOperation chained ? AskedWith(chained) : [];
        return call.Arguments.Where(argument => argument.Value != receiver && argument.Parameter?.Type.Name != "CancellationToken")
            .SelectMany(argument => argument.Value.DescendantsAndSelf()).OfType<ILocalReferenceOperation>().Select(reference => reference.Local).Concat(earlier);
    }

    private static bool Varies(ILocalSymbol local, ILoopOperation loop, ITryOperation? attempt, int depth)
    {
        if (depth > 3)
            return false;

        if (loop.Locals.Contains(local, SymbolEqualityComparer.Default) && loop is IForEachLoopOperation or IForLoopOperation)
            return true;

        foreach (var inside in loop.Descendants())
        {
            if (inside is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
            {
                var value = (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value;
                var before = attempt is null || !declarator.Syntax.IsInside(attempt.Body.Syntax);
                return value is not null && value.DescendantsAndSelf().Any(part =>
                    (before && part is IInvocationOperation or IAwaitOperation or IArrayElementReferenceOperation) || (part is ILocalReferenceOperation used && Varies(used.Local, loop, attempt, depth + 1)));
            }

            if (inside is IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } && SymbolEqualityComparer.Default.Equals(declared.Local, local))
                return true;
        }

        return false;
    }

    private static string? NameOf(IOperation part) => part switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation member => member.Member.Name,
        _ => null,
    };
}
