// As much of a topic as a night needs: it hands out what it holds, one by one, and remembers how far it was told to be.
namespace Confluent.Kafka;

/// <summary>What a message says.</summary>
internal sealed record Message<TKey, TValue>(TKey Key, TValue Value);

/// <summary>A message, and where it stood.</summary>
internal sealed record ConsumeResult<TKey, TValue>(Message<TKey, TValue> Message, long Offset);

/// <summary>Who reads the topic.</summary>
internal interface IConsumer<TKey, TValue> : IDisposable
{
    ConsumeResult<TKey, TValue>? Consume(TimeSpan timeout);

    void Commit(ConsumeResult<TKey, TValue> result);

    void StoreOffset(ConsumeResult<TKey, TValue> result);

    void Close();
}

/// <summary>What a reader may say of itself; the rest is as the broker likes it.</summary>
internal sealed class ConsumerConfig
{
    public string? GroupId { get; set; }

    public bool? EnableAutoOffsetStore { get; set; }
}

/// <summary>Makes readers.</summary>
internal sealed class ConsumerBuilder<TKey, TValue>
{
    private readonly ConsumerConfig config;

    public ConsumerBuilder(ConsumerConfig config) => this.config = config;

    public IConsumer<TKey, TValue> Build() => new Reader(config.EnableAutoOffsetStore ?? true);

    private sealed class Reader : IConsumer<TKey, TValue>
    {
        private readonly Queue<ConsumeResult<TKey, TValue>> waiting = new();
        private readonly bool stores;
        private long offset;

        public Reader(bool stores) => this.stores = stores;

        public ConsumeResult<TKey, TValue>? Consume(TimeSpan timeout)
        {
            if (waiting.TryDequeue(out var result) && stores)
                StoreOffset(result);

            return result;
        }

        public void Commit(ConsumeResult<TKey, TValue> result) => StoreOffset(result);

        public void StoreOffset(ConsumeResult<TKey, TValue> result) => offset = Math.Max(offset, result.Offset + 1);

        public void Close() => waiting.Clear();

        public void Dispose() => waiting.Clear();
    }
}
