using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>
/// Whether many instances of a piece of code run at a time, as far as the code itself shows: the handlers of messages and requests,
/// functions, and the branches of a fan-out.
/// </summary>
internal static class Crowd
{
    private static readonly HashSet<string> Contracts = new(StringComparer.Ordinal) { "IConsumer", "IHandleMessages", "ICapSubscribe", "IRequestHandler", "INotificationHandler", "IJobConsumer" };

    private static readonly HashSet<string> Bases = new(StringComparer.Ordinal) { "ControllerBase", "Controller", "Hub", "PageModel" };

    private static readonly HashSet<string> Triggers = new(StringComparer.Ordinal)
    {
        "QueueTriggerAttribute", "ServiceBusTriggerAttribute", "BlobTriggerAttribute", "RabbitMQTriggerAttribute", "EventHubTriggerAttribute", "KafkaTriggerAttribute", "HttpTriggerAttribute", "CosmosDBTriggerAttribute", "ActivityTriggerAttribute",
        "ILambdaContext", "SQSEvent", "KinesisEvent", "DynamoDBEvent", "SNSEvent",
    };

    private static readonly HashSet<string> Events = new(StringComparer.Ordinal) { "ProcessMessageAsync", "ProcessSessionMessageAsync", "ProcessEventAsync", "Received", "ReceivedAsync" };

    public static bool RunsThrough(IOperation operation, ISymbol member)
    {
        var type = member.ContainingType;
        if (type is not null && (type.AllInterfaces.Any(one => Contracts.Contains(one.Name) && one.DeclaringSyntaxReferences.Length == 0) || Inherits(type) || type.GetMembers().OfType<IMethodSymbol>().Any(IsTriggered)))
            return true;

        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IEventAssignmentOperation { EventReference: IEventReferenceOperation subscribed } && Events.Contains(subscribed.Event.Name))
                return true;

            if (around is IAnonymousFunctionOperation lambda && IsFannedOut(lambda))
                return true;
        }

        return false;
    }

    private static bool Inherits(INamedTypeSymbol type)
    {
        for (var one = type.BaseType; one is not null; one = one.BaseType)
        {
            if (Bases.Contains(one.Name) && one.DeclaringSyntaxReferences.Length == 0)
                return true;
        }

        return false;
    }

    private static bool IsTriggered(IMethodSymbol method) =>
        method.Parameters.Any(parameter => Triggers.Contains(parameter.Type.Name) || parameter.GetAttributes().Any(attribute => Triggers.Contains(attribute.AttributeClass?.Name ?? "")));

    private static bool IsFannedOut(IAnonymousFunctionOperation lambda)
    {
        var holder = lambda.Parent;
        while (holder is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
            holder = holder.Parent;

        return holder is IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: var owner } } call
            && (owner == "Parallel" || (name == "Select" && call.Parent is IArgumentOperation or IConversionOperation && AwaitsAll(call)));
    }

    private static bool AwaitsAll(IOperation selected)
    {
        var holder = selected.Parent;
        while (holder is IConversionOperation or IArgumentOperation)
            holder = holder.Parent;

        return holder is IInvocationOperation { TargetMethod.Name: "WhenAll" };
    }
}
