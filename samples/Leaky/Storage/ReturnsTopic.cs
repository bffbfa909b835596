using Confluent.Kafka;

namespace Leaky.Storage;

/// <summary>Tells the shops what was sent back.</summary>
internal sealed class ReturnsTopic
{
    private readonly IProducer<string, string> producer;

    public ReturnsTopic(IProducer<string, string> producer) => this.producer = producer;

    public void Announce(StockLine line) =>
        producer.Produce("returns", new(line.Sku, $"{line.Pieces} pieces came back")); // UC6010
}
