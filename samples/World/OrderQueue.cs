// As much of a queue as a night needs: it hands out what it holds, and hides it for a while.
namespace Azure.Storage.Queues;

/// <summary>A message, and the receipt by which it is deleted.</summary>
internal sealed record QueueMessage(string MessageId, string PopReceipt, string Body);

/// <summary>The queue.</summary>
internal sealed class QueueClient
{
    private readonly List<QueueMessage> held = new();

    public IReadOnlyList<QueueMessage> ReceiveMessages(int atMost) => held.Take(atMost).ToList();

    public void DeleteMessage(string messageId, string popReceipt) => held.RemoveAll(one => one.MessageId == messageId && one.PopReceipt == popReceipt);
}
