using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>"Is it retried?", asked of what stands around a read: retry wrappers, loops that go round, hosts that run again.</summary>
/// <param name="project">The project.</param>
/// <param name="wrappers">The methods the user named as wrappers.</param>
/// <param name="cancellation">Cancels binding.</param>
internal sealed class RetryQuestion(PipelineProject project, IReadOnlyCollection<string> wrappers, CancellationToken cancellation) : ProtectionQuestion
{
    private const int Deepest = 2;

    /// <summary>What builds a pipeline or policy and makes none of it go round again.</summary>
    private static readonly HashSet<string> Once = new(StringComparer.Ordinal)
    {
        "Build", "AddTimeout", "AddCircuitBreaker", "AddConcurrencyLimiter", "AddRateLimiter", "AddFallback", "Timeout", "TimeoutAsync", "CircuitBreaker", "CircuitBreakerAsync",
        "AdvancedCircuitBreakerAsync", "Bulkhead", "BulkheadAsync", "NoOp", "NoOpAsync", "Fallback", "FallbackAsync", "Handle", "HandleResult", "HandleInner", "Or", "OrResult",
    };

    private readonly RetryHosts _hosts = new(project, cancellation);
    private int _depth;

    public override bool Protects(IOperation around, IOperation inside, IOperation operation) => around switch
    {
        IArgumentOperation { Parent: IInvocationOperation call } argument => RunsDelegate(argument) && Wraps(call, argument) && !(operation is IInvocationOperation { TargetMethod: var job } && RetryHosts.RunsOnce(job)),
        ITryOperation attempt => inside == attempt.Body && RetryLoops.GoesRound(attempt, operation),
        ILoopOperation loop => RetryLoops.CountsAttempts(loop, operation) || (operation is IInvocationOperation asked && StatusLoops.AsksAgain(loop, asked)) || (loop is IForEachLoopOperation && Redelivery.Awaits(loop, operation, project)),
        IAnonymousFunctionOperation => Redelivery.Awaits(around, operation, project),
        IEventAssignmentOperation { EventReference: IEventReferenceOperation subscribed } => RetryHosts.Redelivers(subscribed),
        _ => false,
    };

    public override bool Protects(IMethodSymbol method, IOperation body) => _hosts.RunAgain(method, body) || Redelivery.Awaits(method, body, project);

    private static bool RunsDelegate(IArgumentOperation argument) =>
        argument.Value.Unwrapped().Type is { TypeKind: TypeKind.Delegate } || argument.Value.Unwrapped() is IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation;

    private bool Wraps(IInvocationOperation call, IArgumentOperation argument)
    {
        var method = call.TargetMethod;
        if (call.Instance is { } policy && IsWithoutRetry(policy, project.Compilation, cancellation))
            return false;

        if ((project.TraitsOf(method) & (ApiTrait.RetryWrapper | ApiTrait.HostRetry)) != 0 || RetryWords.Says(method.Name) || RetryWords.Says(method.ContainingType?.Name ?? "") || IsNamed(method))
            return true;

        return (call.Instance?.Unwrapped() is { } receiver && NameOf(receiver) is { } name && RetryWords.Says(name) && method.ContainingType?.SpecialType == SpecialType.None) || RunsAgainInSource(method, argument);
    }

    /// <summary>Whether a pipeline or policy is seen to be built of nothing that tries again.</summary>
    public static bool IsWithoutRetry(IOperation policy, Compilation compilation, CancellationToken cancellation)
    {
        var built = policy.Unwrapped() switch
        {
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => SourceModels.InitialiserOf(field, compilation, cancellation),
            ILocalReferenceOperation local => ValueOrigin.AssignedOnce(local.Local, local),
            var other => other,
        };

        for (var part = built?.Unwrapped(); part is IInvocationOperation made; part = made.Instance?.Unwrapped() ?? (made.TargetMethod.IsExtensionMethod ? made.Arguments[0].Value.Unwrapped() : null))
        {
            if (!Once.Contains(made.TargetMethod.Name))
                return false;

            if (made.Instance?.Unwrapped() is IObjectCreationOperation { Type.Name: "ResiliencePipelineBuilder" } || (made.TargetMethod.IsExtensionMethod && made.Arguments[0].Value.Unwrapped() is IObjectCreationOperation { Type.Name: "ResiliencePipelineBuilder" })
                || made.TargetMethod is { IsStatic: true, IsExtensionMethod: false, ContainingType.Name: "Policy" })
                return true;
        }

        return false;
    }

    private bool IsNamed(IMethodSymbol method) => wrappers.Count > 0
        && wrappers.Any(wrapper => wrapper == method.Name || (wrapper.EndsWith("." + method.Name, StringComparison.Ordinal) && method.ContainingType.OriginalDefinition.HasMetadataName(wrapper.Substring(0, wrapper.Length - method.Name.Length - 1))));

    /// <summary>Whether a method in source runs what it is given inside a retry of its own.</summary>
    private bool RunsAgainInSource(IMethodSymbol method, IArgumentOperation argument)
    {
        if (_depth >= Deepest || argument.Parameter is not { } parameter || SourceModels.BodyOf(method, project.Compilation, cancellation) is not { } body)
            return false;

        var uses = body.Descendants().OfType<IParameterReferenceOperation>().Where(use => use.Parameter.Ordinal == parameter.Ordinal && SymbolEqualityComparer.Default.Equals(use.Parameter.ContainingSymbol.OriginalDefinition, (method.ReducedFrom ?? method).OriginalDefinition)).ToList();
        _depth++;
        var wraps = uses.Count > 0 && uses.TrueForAll(IsRunAgain);
        _depth--;
        return wraps;
    }

    private bool IsRunAgain(IOperation use)
    {
        var inside = use;
        for (var around = use.Parent; around is not null; inside = around, around = around.Parent)
        {
            if (Protects(around, inside, use))
                return true;
        }

        return false;
    }

    private static string? NameOf(IOperation receiver) => receiver switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IFieldReferenceOperation field => field.Field.Name,
        IPropertyReferenceOperation property => property.Property.Name,
        _ => null,
    };
}
