using Azure.Storage.Queues;

namespace Leaky.Ingestion;

/// <summary>Orders that were thought better of.</summary>
internal static class Cancellations
{
    public static async Task TakeAsync(QueueClient cancelled, string journal)
    {
        foreach (var message in cancelled.ReceiveMessages(32)) // UC6008
            await File.AppendAllTextAsync(journal, message.Body + "\n");
    }
}
