using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Whether the host that runs a method runs it again when it fails: a scheduler, an orchestrator, a broker.</summary>
internal sealed class RetryHosts(PipelineProject project, CancellationToken cancellation)
{
    /// <summary>Contracts whose host tries again; those with set-ups do so only when the project names one of them.</summary>
    private static readonly (string Type, string[] Setups)[] Contracts =
    [
        ("MassTransit.IConsumer`1", ["UseMessageRetry", "UseDelayedRedelivery", "UseScheduledRedelivery", "UseRetry"]),
        ("Quartz.IJob", ["UseDefaultRetryPolicy", "WithRetryPolicy"]),
        ("NServiceBus.IHandleMessages`1", []),
        ("Rebus.Handlers.IHandleMessages`1", []),
        ("DotNetCore.CAP.ICapSubscribe", []),
    ];

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "FixedDelayRetryAttribute", "ExponentialBackoffRetryAttribute", "AutomaticRetryAttribute", "RetryPolicyAttribute", "CapSubscribeAttribute",
    };

    /// <summary>Triggers that give their message back when the function fails, and parameters of hosts that do.</summary>
    private static readonly HashSet<string> Redelivered = new(StringComparer.Ordinal)
    {
        "QueueTriggerAttribute", "ServiceBusTriggerAttribute", "BlobTriggerAttribute", "RabbitMQTriggerAttribute",
        "SQSEvent", "KinesisEvent", "DynamoDBEvent", "SNSEvent",
    };

    private readonly RetrySetups _setups = RetrySetups.Of(project.Compilation, cancellation);

    public bool RunAgain(IMethodSymbol method, IOperation body)
    {
        if (method.ContainingType is not { } type)
            return false;

        for (var owner = type; owner is not null; owner = owner.BaseType)
        {
            if (owner.GetAttributes().Any(RunsAgain))
                return true;
        }

        return method.GetAttributes().Any(RunsAgain)
            || method.Parameters.Any(parameter => Redelivered.Contains(parameter.Type.Name) || parameter.GetAttributes().Any(attribute => Redelivered.Contains(attribute.AttributeClass?.Name ?? "")))
            || (method.Parameters.Any(parameter => parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ActivityTriggerAttribute")) && (_setups.Has("FromRetryPolicy") || _setups.Has("CallActivityWithRetryAsync")))
            || ImplementsContract(method, type)
            || GivesBack(body);
    }

    /// <summary>Whether an event's source delivers again what a handler could not take.</summary>
    public static bool Redelivers(IEventReferenceOperation subscribed) =>
        subscribed.Event is { Name: "ProcessMessageAsync" or "ProcessSessionMessageAsync", ContainingType.Name: "ServiceBusProcessor" or "ServiceBusSessionProcessor" };

    /// <summary>Whether a job tells its scheduler not to try again.</summary>
    public static bool RunsOnce(IMethodSymbol job) =>
        job.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "AutomaticRetryAttribute" && attribute.NamedArguments.Any(argument => argument is { Key: "Attempts", Value.Value: 0 }));

    private bool RunsAgain(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
            return false;

        if (type.HasMetadataName("Temporalio.Activities.ActivityAttribute"))
            return true;

        var named = Attributes.Contains(type.Name) || RetryWords.Says(type.Name) || (project.TraitsOf(attribute.AttributeConstructor) & ApiTrait.HostRetry) != 0;
        return named && !attribute.NamedArguments.Any(argument => argument is { Key: "Attempts" or "MaxRetryCount", Value.Value: 0 });
    }

    private bool ImplementsContract(IMethodSymbol method, INamedTypeSymbol type)
    {
        foreach (var contract in type.AllInterfaces)
        {
            if (Array.Find(Contracts, known => contract.OriginalDefinition.HasMetadataName(known.Type)) is { Type: not null } found
                && (found.Setups.Length == 0 || found.Setups.Any(_setups.Has))
                && contract.GetMembers().Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a body hands its message back, to be delivered again, or asks its scheduler to be fired again.</summary>
    private bool GivesBack(IOperation body) => body.DescendantsAndSelf().Any(operation => operation switch
    {
        IInvocationOperation call => (project.TraitsOf(call.TargetMethod) & ApiTrait.Nack) != 0
            && !call.Arguments.Any(argument => argument is { Parameter.Name: "requeue", Value.ConstantValue: { HasValue: true, Value: false } }),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "RefireImmediately" } } assignment => assignment.Value.ConstantValue is not { HasValue: true, Value: false },
        _ => false,
    });
}
