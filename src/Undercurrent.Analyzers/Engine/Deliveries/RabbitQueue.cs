using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Deliveries;

/// <summary>
/// Queues of RabbitMQ that are declared to end before their messages are worked on: with the broker, or with a connection. A queue
/// for one connection alone ends with it on purpose, unless it is meant to outlive the broker.
/// </summary>
internal static class RabbitQueue
{
    /// <summary>The argument or the call by which it ends, its name, and whether it ends with the broker rather than with a connection.</summary>
    public static (Location At, string Name, bool WithBroker)? Ending(IInvocationOperation call)
    {
        if (call.TargetMethod is not { Name: "QueueDeclare" or "QueueDeclareAsync" or "QueueDeclareNoWait" } method || method.RootNamespace() != "RabbitMQ" || PassingQueue.IsOf(call))
            return null;

        var (durable, exclusive, autoDelete) = (Given(call, "durable"), Given(call, "exclusive"), Given(call, "autoDelete"));
        var (isDurable, isExclusive, isDeleted) = (Is(durable), Is(exclusive), Is(autoDelete));
        if (isDurable == false)
            return isExclusive == true && IsWritten(exclusive) ? null : IsWritten(durable) ? At(durable!, method) : (call.NameLocation(), method.Name, true);

        return isDurable != true ? null
            : isExclusive == true ? Ended(exclusive!, call)
            : isDeleted == true ? Ended(autoDelete!, call)
            : null;
    }

    private static (Location At, string Name, bool WithBroker) At(IArgumentOperation durable, IMethodSymbol method) => (durable.Value.Syntax.GetLocation(), $"{method.Name}(durable)", true);

    private static (Location At, string Name, bool WithBroker) Ended(IArgumentOperation argument, IInvocationOperation call) =>
        (IsWritten(argument) ? argument.Value.Syntax.GetLocation() : call.NameLocation(), $"{call.TargetMethod.Name}({argument.Parameter!.Name})", false);

    private static IArgumentOperation? Given(IInvocationOperation call, string parameter) => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter);

    private static bool IsWritten(IArgumentOperation? argument) => argument is { ArgumentKind: ArgumentKind.Explicit };

    private static bool? Is(IArgumentOperation? argument) =>
        argument is null ? null : argument.Value.ConstantValue is { HasValue: true, Value: bool known } ? known
        : ValueOrigin.Of(argument.Value) is { Count: 1 } origins && origins[0].ConstantValue is { HasValue: true, Value: bool one } ? one : null;
}
