// As much of a topic as a night needs: it hands out what it holds, one by one, and remembers how far it was told to be.
namespace Confluent.Kafka
{
    /// <summary>What a message says.</summary>
    internal sealed record Message<TKey, TValue>(TKey Key, TValue Value);

    /// <summary>A message, and where it stood.</summary>
    internal sealed record ConsumeResult<TKey, TValue>(Message<TKey, TValue> Message, long Offset);

    /// <summary>Who reads the topic.</summary>
    internal interface IConsumer<TKey, TValue>
    {
        ConsumeResult<TKey, TValue>? Consume(TimeSpan timeout);

        void Commit(ConsumeResult<TKey, TValue> result);

        void StoreOffset(ConsumeResult<TKey, TValue> result);
    }
}
