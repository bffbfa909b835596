using Azure.Messaging.ServiceBus;

// Azure.Messaging.ServiceBus
namespace Azure.Messaging.ServiceBus
{
    public class ServiceBusSessionProcessorOptions
    {
        public bool AutoCompleteMessages { get; set; }
    }

    public class ProcessSessionMessageEventArgs : EventArgs
    {
        public ServiceBusReceivedMessage Message => throw null!;
        public CancellationToken CancellationToken => throw null!;
        public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task AbandonMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task DeadLetterMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task DeferMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) => throw null!;
    }
}

// Microsoft.Azure.ServiceBus, the client before Azure.Messaging.ServiceBus
namespace Microsoft.Azure.ServiceBus
{
    public class Message
    {
        public byte[] Body { get; set; }
        public SystemPropertiesCollection SystemProperties => throw null!;

        public sealed class SystemPropertiesCollection
        {
            public string LockToken => throw null!;
        }
    }

    public sealed class ExceptionReceivedEventArgs : EventArgs
    {
        public Exception Exception => throw null!;
    }

    public sealed class MessageHandlerOptions
    {
        public MessageHandlerOptions(Func<ExceptionReceivedEventArgs, Task> exceptionReceivedHandler) => throw null!;
        public bool AutoComplete { get; set; }
        public int MaxConcurrentCalls { get; set; }
    }

    public class QueueClient : Core.IReceiverClient
    {
        public QueueClient(string connectionString, string entityPath) => throw null!;
        public void RegisterMessageHandler(Func<Message, CancellationToken, Task> handler, MessageHandlerOptions messageHandlerOptions) => throw null!;
        public Task CompleteAsync(string lockToken) => throw null!;
        public Task AbandonAsync(string lockToken, IDictionary<string, object>? propertiesToModify = null) => throw null!;
        public Task DeadLetterAsync(string lockToken, IDictionary<string, object>? propertiesToModify = null) => throw null!;
    }

    public class SubscriptionClient : Core.IReceiverClient
    {
        public void RegisterMessageHandler(Func<Message, CancellationToken, Task> handler, MessageHandlerOptions messageHandlerOptions) => throw null!;
        public Task CompleteAsync(string lockToken) => throw null!;
        public Task AbandonAsync(string lockToken, IDictionary<string, object>? propertiesToModify = null) => throw null!;
        public Task DeadLetterAsync(string lockToken, IDictionary<string, object>? propertiesToModify = null) => throw null!;
    }
}

namespace Microsoft.Azure.ServiceBus.Core
{
    public interface IReceiverClient
    {
        void RegisterMessageHandler(Func<Message, CancellationToken, Task> handler, MessageHandlerOptions messageHandlerOptions);
        Task CompleteAsync(string lockToken);
        Task AbandonAsync(string lockToken, IDictionary<string, object>? propertiesToModify = null);
        Task DeadLetterAsync(string lockToken, IDictionary<string, object>? propertiesToModify = null);
    }
}

// Microsoft.Azure.Functions.Worker.Extensions.ServiceBus
namespace Microsoft.Azure.Functions.Worker
{
    public class ServiceBusMessageActions
    {
        public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task AbandonMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task DeadLetterMessageAsync(ServiceBusReceivedMessage message, Dictionary<string, object>? propertiesToModify = default, string? deadLetterReason = default, string? deadLetterErrorDescription = default, CancellationToken cancellationToken = default) => throw null!;
    }
}

// Microsoft.Azure.EventHubs.Processor
namespace Microsoft.Azure.EventHubs.Processor
{
    public class PartitionContext
    {
        public Task CheckpointAsync() => throw null!;
        public Task CheckpointAsync(EventData eventData) => throw null!;
    }
}

// Google.Cloud.PubSub.V1
namespace Google.Cloud.PubSub.V1
{
    public sealed class ReceivedMessage
    {
        public string AckId { get; set; }
        public PubsubMessage Message { get; set; }
    }

    public sealed class PullResponse
    {
        public IList<ReceivedMessage> ReceivedMessages => throw null!;
    }

    public abstract class SubscriberServiceApiClient
    {
        public virtual PullResponse Pull(string subscription, int maxMessages) => throw null!;
        public virtual Task<PullResponse> PullAsync(string subscription, int maxMessages) => throw null!;
        public virtual void Acknowledge(string subscription, IEnumerable<string> ackIds) => throw null!;
        public virtual Task AcknowledgeAsync(string subscription, IEnumerable<string> ackIds) => throw null!;
        public virtual void ModifyAckDeadline(string subscription, IEnumerable<string> ackIds, int ackDeadlineSeconds) => throw null!;
        public virtual Task ModifyAckDeadlineAsync(string subscription, IEnumerable<string> ackIds, int ackDeadlineSeconds) => throw null!;
    }
}

// DotPulsar
namespace DotPulsar.Extensions
{
    public static class ConsumerExtensions
    {
        public static ValueTask Acknowledge(this DotPulsar.Abstractions.IConsumer consumer, DotPulsar.Abstractions.IMessage message, CancellationToken cancellationToken = default) => throw null!;
        public static ValueTask AcknowledgeCumulative(this DotPulsar.Abstractions.IConsumer consumer, DotPulsar.Abstractions.IMessage message, CancellationToken cancellationToken = default) => throw null!;
    }

    public static class ReceiveExtensions
    {
        public static IAsyncEnumerable<TMessage> Messages<TMessage>(this DotPulsar.Abstractions.IReceive<TMessage> receiver, CancellationToken cancellationToken = default) => throw null!;
    }
}

// NATS.Client.JetStream
namespace NATS.Client.JetStream
{
    public readonly record struct AckOpts;

    public interface INatsJSMsg<out T>
    {
        T? Data { get; }
        string Subject { get; }
        ValueTask AckAsync(AckOpts? opts = default, CancellationToken cancellationToken = default);
        ValueTask NakAsync(AckOpts? opts = default, TimeSpan delay = default, CancellationToken cancellationToken = default);
        ValueTask AckProgressAsync(AckOpts? opts = default, CancellationToken cancellationToken = default);
        ValueTask AckTerminateAsync(AckOpts? opts = default, CancellationToken cancellationToken = default);
    }

    public readonly struct NatsJSMsg<T> : INatsJSMsg<T>
    {
        public T? Data => throw null!;
        public string Subject => throw null!;
        public ValueTask AckAsync(AckOpts? opts = default, CancellationToken cancellationToken = default) => throw null!;
        public ValueTask NakAsync(AckOpts? opts = default, TimeSpan delay = default, CancellationToken cancellationToken = default) => throw null!;
        public ValueTask AckProgressAsync(AckOpts? opts = default, CancellationToken cancellationToken = default) => throw null!;
        public ValueTask AckTerminateAsync(AckOpts? opts = default, CancellationToken cancellationToken = default) => throw null!;
    }

    public interface INatsJSConsumer
    {
        IAsyncEnumerable<NatsJSMsg<T>> ConsumeAsync<T>(object? serializer = default, object? opts = default, CancellationToken cancellationToken = default);
        IAsyncEnumerable<NatsJSMsg<T>> FetchAsync<T>(object opts, object? serializer = default, CancellationToken cancellationToken = default);
        ValueTask<NatsJSMsg<T>?> NextAsync<T>(object? serializer = default, object? opts = default, CancellationToken cancellationToken = default);
    }
}
