using Confluent.Kafka;
using RabbitMQ.Client.Events;

namespace Leaky.Ingestion;

/// <summary>What is sent back during the day, laid aside for the night.</summary>
internal sealed class ReturnsDesk : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly List<ReadOnlyMemory<byte>> laidAside = new();
    private readonly IConsumer<string, string> notices;

    public ReturnsDesk(IConsumer<string, string> notices) => this.notices = notices;

    public string? Notice => notices.Consume(Patience)?.Message.Value;

    public void Take(object? sender, BasicDeliverEventArgs returned) =>
        laidAside.Add(returned.Body); // UC6016

    public void Dispose() => notices.Dispose(); // UC6017
}
