// As much of sending to a topic as a night needs: it takes every message, and says what became of it to whoever asks.
namespace Confluent.Kafka;

/// <summary>What became of a message.</summary>
internal sealed record DeliveryReport<TKey, TValue>(Message<TKey, TValue> Message, bool IsError);

/// <summary>Who sends to the topic.</summary>
internal interface IProducer<TKey, TValue>
{
    void Produce(string topic, Message<TKey, TValue> message, Action<DeliveryReport<TKey, TValue>>? deliveryHandler = null);

    Task<DeliveryReport<TKey, TValue>> ProduceAsync(string topic, Message<TKey, TValue> message);
}
