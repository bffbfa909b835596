using Confluent.Kafka;

namespace Leaky.Ingestion;

/// <summary>Orders that come during the day, kept for the night.</summary>
internal sealed class OrderTopic
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly IConsumer<string, string> consumer;
    private readonly string journal;

    public OrderTopic(IConsumer<string, string> consumer, string journal) => (this.consumer, this.journal) = (consumer, journal);

    public async Task TakeAsync()
    {
        while (consumer.Consume(Patience) is { } taken)
        {
            consumer.Commit(taken); // UC6006
            await File.AppendAllTextAsync(journal, taken.Message.Value + "\n");
        }
    }
}
