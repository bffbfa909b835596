using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Settlements;

/// <summary>A place that leaves it to the program to tell the broker what is done with.</summary>
/// <param name="At">The setting, the call or the subscription.</param>
/// <param name="Name">The name by which it is spoken of.</param>
/// <param name="Library">The library of the broker.</param>
/// <param name="Settling">The calls that would tell it; all there are when empty.</param>
internal sealed record ManualSettlement(IOperation At, string Name, string Library, params string[] Settling)
{
    private const string Kafka = "Confluent.Kafka";
    private const string Commits = "enable.auto.commit";
    private const string Stores = "enable.auto.offset.store";

    /// <summary>The operations that may be one.</summary>
    public static readonly OperationKind[] Kinds = [OperationKind.SimpleAssignment, OperationKind.Invocation, OperationKind.EventAssignment];

    public static ManualSettlement? Of(IOperation operation, PipelineProject project) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: false } property } } set => IsOff(set.Value) && IsManual(property, null, project) ? OfSetting(set, property) : null,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } key } } entry => OfEntry(entry, key[0].Value, entry.Value),
        IInvocationOperation call => OfCall(call, project),
        IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation { Event: var subscribed } } added when (project.DataApis.DeliveryOf(subscribed) & DeliveryTrait.HandsOver) != 0 =>
            new(added, subscribed.Name, SettlementSearch.LibraryOf(subscribed.ContainingType)),
        _ => null,
    };

    /// <summary>Whether a setting is one that is there to be turned off, and is.</summary>
    private static bool IsOff(IOperation value) => value.Unwrapped().ConstantValue is { HasValue: true, Value: false or "false" or "False" };

    private static bool IsManual(ISymbol member, string? parameter, PipelineProject project) => (project.DataApis.DeliveryOf(member, parameter) & DeliveryTrait.ManualWhenFalse) != 0;

    private static ManualSettlement? OfSetting(ISimpleAssignmentOperation set, IPropertySymbol property) => property.Name switch
    {
        "EnableAutoCommit" => new(set, property.Name, Kafka, "Commit", "SendOffsetsToTransaction"),
        "EnableAutoOffsetStore" => IsCommittedByHand(set) ? null : new(set, property.Name, Kafka, "StoreOffset", "Commit", "SendOffsetsToTransaction"),
        _ => new(set, property.Name, SettlementSearch.LibraryOf(property.ContainingType)),
    };

    private static ManualSettlement? OfEntry(IOperation at, IOperation key, IOperation value) => !IsOff(value) ? null : key.Unwrapped().ConstantValue switch
    {
        { HasValue: true, Value: Commits } => new(at, Commits, Kafka, "Commit", "SendOffsetsToTransaction"),
        { HasValue: true, Value: Stores } => IsCommittedByHand(at) ? null : new(at, Stores, Kafka, "StoreOffset", "Commit", "SendOffsetsToTransaction"),
        _ => null,
    };

    /// <summary>The other setting says it already.</summary>
    private static bool IsCommittedByHand(IOperation set) => set.Root().Descendants().Any(one => one switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "EnableAutoCommit" } } other => IsOff(other.Value),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } key } } other => key[0].Value.ConstantValue is { HasValue: true, Value: Commits } && IsOff(other.Value),
        IInvocationOperation { Arguments: { Length: 2 } pair } => pair[0].Value.ConstantValue is { HasValue: true, Value: Commits } && IsOff(pair[1].Value),
        _ => false,
    });

    private static ManualSettlement? OfCall(IInvocationOperation call, PipelineProject project)
    {
        var method = call.TargetMethod;
        if (call.Arguments.Length == 2 && method.Name is "Add" or "Set" or "TryAdd" && call.Arguments.Length == 2)
            return OfEntry(call, call.Arguments[0].Value, call.Arguments[1].Value);

        if ((project.DataApis.DeliveryOf(method) & DeliveryTrait.HandsOver) == 0 || method.ContainingType is not { } type || ReceiverOf(call)?.Name.StartsWith("IReader", StringComparison.Ordinal) == true)
            return null;

        var library = SettlementSearch.LibraryOf(type);
        var asked = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "autoAck" or "noAck");
        return library == Kafka || (asked is not null && asked.Value.Unwrapped().ConstantValue is not { HasValue: true, Value: false }) || Peeks(call) ? null : new(call, method.Name, library);
    }

    private static ITypeSymbol? ReceiverOf(IInvocationOperation call) =>
        (call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null))?.Unwrapped().Type;

    /// <summary>A look at messages that are visible again at once takes none of them.</summary>
    private static bool Peeks(IInvocationOperation call) => call.Root().Descendants().Any(one => one switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "VisibilityTimeout" }, Value: var value } => value.Unwrapped().ConstantValue is { HasValue: true, Value: 0 },
        IFieldReferenceOperation { Field.Name: "ReceiveAndDelete" } => true,
        _ => false,
    });
}
