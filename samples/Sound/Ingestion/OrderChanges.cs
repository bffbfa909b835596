using Confluent.Kafka;

namespace Sound.Ingestion;

/// <summary>What customers change about their orders during the day.</summary>
internal static class OrderChanges
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task FollowAsync(string journal)
    {
        var settings = new ConsumerConfig { GroupId = "order-changes", EnableAutoOffsetStore = false };
        var changes = new ConsumerBuilder<string, string>(settings).Build();
        while (changes.Consume(Patience) is { } change)
        {
            await File.AppendAllTextAsync(journal, change.Message.Value + "\n");
            changes.StoreOffset(change);
        }
    }
}
