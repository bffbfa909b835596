// As much of a queue as a night needs: it lends the body of each message for as long as somebody handles it.
namespace RabbitMQ.Client.Events;

/// <summary>A message, as it comes.</summary>
internal sealed class BasicDeliverEventArgs : EventArgs
{
    public BasicDeliverEventArgs(ReadOnlyMemory<byte> body) => Body = body;

    public ReadOnlyMemory<byte> Body { get; }
}
