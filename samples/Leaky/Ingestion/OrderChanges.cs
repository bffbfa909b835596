using Confluent.Kafka;

namespace Leaky.Ingestion;

/// <summary>What customers change about their orders during the day.</summary>
internal static class OrderChanges
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task FollowAsync(string journal)
    {
        var settings = new ConsumerConfig { GroupId = "order-changes" }; // UC6007
        var changes = new ConsumerBuilder<string, string>(settings).Build();
        while (changes.Consume(Patience) is { } change)
            await File.AppendAllTextAsync(journal, change.Message.Value + "\n");
    }
}
