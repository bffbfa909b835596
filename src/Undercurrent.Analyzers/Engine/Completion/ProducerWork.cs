using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>A producer made here, and the messages it may still have when it goes.</summary>
internal sealed class ProducerWork : UnfinishedWork
{
    /// <summary>Whether disposing of it sends what it has; Kafka's drops it.</summary>
    private readonly bool _sendsAtTheEnd;

    private ProducerWork(IOperation origin, ISymbol variable, PipelineProject project, CancellationToken cancellation)
        : base(origin, variable, project, cancellation)
    {
        _sendsAtTheEnd = origin is IObjectCreationOperation;
        Read();
    }

    public override bool IsOverOnceFinished => false;

    public override string Ending => "Flush";

    protected override Step WhenHandedOn => Step.None;

    public static ProducerWork? Of(IOperation origin, PipelineProject project, CancellationToken cancellation)
    {
        var method = origin is IObjectCreationOperation made ? made.Constructor : ((IInvocationOperation)origin).TargetMethod;
        return (project.DataApis.DeliveryOf(method) & DeliveryTrait.KeepsMessages) != 0 && WorkPlace.Of(origin) is { Variable: { } variable } place && !(place.IsUsing && origin is IObjectCreationOperation)
            ? new(origin, variable, project, cancellation)
            : null;
    }

    /// <summary>The calls that hand it messages, in its member.</summary>
    public IEnumerable<IInvocationOperation> Sendings() => Origin.Root().Descendants().OfType<IInvocationOperation>().Where(call => Receiver.Of(call) is { } receiver && IsVariable(receiver) && Takes(call) != DeliveryTrait.None);

    protected override Step Own(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        if (name.StartsWith("Flush", StringComparison.Ordinal) || name == "CommitTransaction" || (_sendsAtTheEnd && IsEnd(call)))
            return Step.Finishes;

        return Takes(call) switch
        {
            DeliveryTrait.TellsHandler => Step.Writes,
            DeliveryTrait.TellsTask when _sendsAtTheEnd || Delivery.IsUnobserved(call) => Step.Writes,
            _ => Step.None,
        };
    }

    protected override Step Other(IOperation operation, bool isGivenIt) => Step.None;

    private DeliveryTrait Takes(IInvocationOperation call) => Project.DataApis.DeliveryOf(call.TargetMethod) & (DeliveryTrait.TellsHandler | DeliveryTrait.TellsTask);

    private static bool IsEnd(IInvocationOperation call) => call.TargetMethod.Name is "Dispose" or "DisposeAsync" or "CloseAsync" && !call.Arguments.Any(static argument => argument.Value.ConstantValue is { HasValue: true, Value: false });
}
