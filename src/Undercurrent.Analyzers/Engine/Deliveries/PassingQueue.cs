using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Deliveries;

/// <summary>Queues that live no longer than who reads them: named by the broker, for replies, or for one connection alone.</summary>
internal static class PassingQueue
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "reply", "callback", "temp", "temporary", "ephemeral", "transient" };

    /// <summary>Whether the queue that a call names is one.</summary>
    public static bool IsOf(IInvocationOperation call) => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "queue")?.Value is { } queue && Is(queue);

    public static bool Is(IOperation queue) =>
        queue.ConstantValue.HasValue ? IsOne(queue) : Names(queue) || (ValueOrigin.Of(queue) is { Count: > 0 } origins && (origins.All(origin => IsOne(origin.Unwrapped())) || origins.Any(origin => IsOfRun(origin.Unwrapped()))));

    /// <summary>Whether a name says so by itself.</summary>
    public static bool Names(IOperation queue) => NameOf(queue.Unwrapped()) is { } name && Says(name);

    private static bool IsOne(IOperation name) => name switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text.Length == 0 || text.StartsWith("amq.", StringComparison.Ordinal) || Says(text),
        IMemberReferenceOperation { Member.Name: "QueueName", Instance: { } declared } => ValueOrigin.Of(declared) is { Count: > 0 } origins
            && origins.All(origin => origin is IInvocationOperation { TargetMethod.Name: "QueueDeclare" or "QueueDeclareAsync" } call && IsDeclaredSo(call)),
        _ => NameOf(name) is { } own && Says(own),
    };

    /// <summary>What is different each time the program runs, or on each machine.</summary>
    private static bool IsOfRun(IOperation part) => part switch
    {
        IInvocationOperation { TargetMethod: { Name: "NewGuid" or "ToString", ContainingType.Name: nameof(Guid) } } => true,
        IPropertyReferenceOperation { Property: { Name: "MachineName" or "ProcessId", ContainingType.Name: nameof(Environment) } } => true,
        _ => false,
    };

    /// <summary>Whether a queue is declared without a name of its own, or for its connection alone.</summary>
    private static bool IsDeclaredSo(IInvocationOperation declaration) =>
        IsOf(declaration) || declaration.Arguments.Any(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "exclusive", Value.ConstantValue: { HasValue: true, Value: true } });

    private static bool Says(string name) => name.Length < 120 && Array.Exists(IdentifierWords.Of(name), Words.Contains);

    private static string? NameOf(IOperation value) => value switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation { Member: var member } => member.Name,
        _ => null,
    };
}
