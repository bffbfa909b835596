using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>A retry around what tries again by itself, so that every failure is tried as often as the two multiplied.</summary>
/// <param name="At">The outer of the two.</param>
/// <param name="Name">What tries again inside of it.</param>
internal sealed record DoubledRetry(Location At, string Name)
{
    /// <summary>What a client does not try again by itself, or what is tried somewhere else the next time.</summary>
    private static readonly string[] Otherwise = ["NotFound", "Precondition", "Secondary", "secondary", "Fallback", "fallback", "Failover", "failover", "Replica", "replica", "Region", "region", "Unprocessed", "FailedRecordCount", "FailedPutCount", "FailedEntryCount", "ResourceInUse", "ExpiredToken"];

    public static DoubledRetry? Of(IOperation operation, PipelineProject project, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation call => Wrapped(call, project, cancellation) ?? Handled(call, project, cancellation),
        ILoopOperation loop => Looped(loop, project, cancellation),
        _ => null,
    };

    private static DoubledRetry? Wrapped(IInvocationOperation call, PipelineProject project, CancellationToken cancellation)
    {
        if (!IsWrapper(call.TargetMethod, project) || (call.Instance is { } policy && (RetryQuestion.IsWithoutRetry(policy, project.Compilation, cancellation) || IsForSomethingElse(policy, project.Compilation, cancellation))))
            return null;

        foreach (var argument in call.Arguments)
        {
            if (BodyOf(argument.Value, project.Compilation, cancellation) is { } body && !IsElsewhere(body.Syntax) && new SelfRetrying(project, cancellation).AllIn(body) is { Count: > 0 } inner && !inner.Any(one => ChangesTarget(one, body)))
                return new(call.NameLocation(), ExternalRead.NameOf(inner[0].TargetMethod));
        }

        return null;
    }

    private static DoubledRetry? Looped(ILoopOperation loop, PipelineProject project, CancellationToken cancellation)
    {
        if (WrittenRetry.Of(loop, project, cancellation) is not { Attempt: { } attempt } || IsElsewhere(loop.Syntax))
            return null;

        var inner = new SelfRetrying(project, cancellation).AllIn(attempt.Body);
        return inner.Count > 0 && !inner.Any(one => ChangesTarget(one, loop)) && !IsStatusAsked(attempt) ? new(loop.Syntax.GetFirstToken().GetLocation(), ExternalRead.NameOf(inner[0].TargetMethod)) : null;
    }

    /// <summary>A handler added to a client before another one is around it.</summary>
    private static DoubledRetry? Handled(IInvocationOperation call, PipelineProject project, CancellationToken cancellation)
    {
        if (!RetryWords.Handlers.Contains(call.TargetMethod.Name) || call.Syntax is not InvocationExpressionSyntax syntax || !IsRetry(syntax) || call.TargetMethod.RootNamespace() != "Microsoft")
            return null;

        var inner = CallChain.After(syntax).TakeWhile(other => CallChain.NameOf(other) != "RemoveAllResilienceHandlers").FirstOrDefault(other => CallChain.NameOf(other) is { } name && RetryWords.Handlers.Contains(name) && IsRetry(other));
        if (inner is not null)
            return new(call.NameLocation(), CallChain.NameOf(inner)!);

        // What all clients are given comes on top of what one of them is.
        return RetrySetups.Of(project.Compilation, cancellation).Clients.Any(client => client.IsDefaults && !syntax.IsInside(client.Call) && client.Retries(RetrySetups.Of(project.Compilation, cancellation)))
            && !syntax.Ancestors().OfType<InvocationExpressionSyntax>().Any(outer => CallChain.NameOf(outer) == ClientRegistration.Defaults) && !CallChain.Around(syntax).Any(other => CallChain.NameOf(other) == "RemoveAllResilienceHandlers")
            ? new(call.NameLocation(), ClientRegistration.Defaults) : null;
    }

    /// <summary>Only what says that it tries again counts here: a policy under another name may do anything.</summary>
    private static bool IsRetry(InvocationExpressionSyntax handler) =>
        CallChain.NameOf(handler) is "AddStandardResilienceHandler" or "AddStandardHedgingHandler" || CallChain.WordsIn(handler.ArgumentList).Any(word => word.IndexOf("Retry", StringComparison.OrdinalIgnoreCase) >= 0 && word.IndexOf("RetryAfter", StringComparison.Ordinal) < 0) && !RetryReasons.SaysSo(handler.ArgumentList);

    /// <summary>The strategies of EF have to be around what is done in a transaction; they are no second retry.</summary>
    private static bool IsWrapper(IMethodSymbol method, PipelineProject project) =>
        method.ContainingType?.Name.Contains("ExecutionStrategy") != true && ((project.TraitsOf(method) & ApiTrait.RetryWrapper) != 0 || RetryWords.Says(method.Name) || RetryWords.Says(method.ContainingType?.Name ?? ""))
        && method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Delegate);

    private static IOperation? BodyOf(IOperation argument, Compilation compilation, CancellationToken cancellation)
    {
        var value = argument.Unwrapped() is IDelegateCreationOperation made ? made.Target.Unwrapped() : argument.Unwrapped();
        return value switch
        {
            IAnonymousFunctionOperation lambda => lambda.Body,
            IMethodReferenceOperation reference => SourceModels.BodyOf(reference.Method, compilation, cancellation),
            ILocalReferenceOperation { Type.TypeKind: TypeKind.Delegate } local when ValueOrigin.AssignedOnce(local.Local, local) is { } given && given.Unwrapped() is not ILocalReferenceOperation => BodyOf(given, compilation, cancellation),
            _ => null,
        };
    }

    /// <summary>Whether a policy, where it is seen to be made, answers to what its client does not.</summary>
    private static bool IsForSomethingElse(IOperation policy, Compilation compilation, CancellationToken cancellation) =>
        ClientOrigin.Of(policy, compilation, cancellation).Any(made => RetryReasons.SaysSo(made.Syntax) || IsElsewhere(made.Syntax) || CallChain.WordsIn(made.Syntax).Any(word => word is "HandleResult" or "OrResult"));

    private static bool IsElsewhere(SyntaxNode node) => CallChain.WordsIn(node).Any(word => Array.Exists(Otherwise, other => word.IndexOf(other, StringComparison.Ordinal) >= 0));

    /// <summary>Whether a catch goes round for one answer alone, which is then not one of trouble.</summary>
    private static bool IsStatusAsked(ITryOperation attempt) => attempt.Catches.Any(one => (one.Filter ?? one.Handler).Syntax.DescendantTokens().Any(token => token.Value is 404 or 409 or 412 || (token.Value as string) is "404" or "409" or "412"));

    /// <summary>Whether another client is asked in the next round.</summary>
    private static bool ChangesTarget(IInvocationOperation call, IOperation around)
    {
        var client = ExternalRead.Receiver(call)?.Unwrapped();
        while (client is IInvocationOperation { Instance: { } instance } made)
        {
            if (made.Arguments.Any(argument => argument.Value.DescendantsAndSelf().Any(part => part is IIncrementOrDecrementOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder })))
                return true;

            client = instance.Unwrapped();
        }

        return client is IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.Length: > 0 }
            || (client is ILocalReferenceOperation { Local: var local } && around.Descendants().Any(part => part is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Local, local)
                || part is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) && declarator.Initializer?.Value.Unwrapped() is IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.Length: > 0 }))
            || (client is IFieldReferenceOperation { Field: var field } && around.Descendants().Any(part => part is ISimpleAssignmentOperation { Target: IFieldReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Field, field)));
    }
}
