using Azure.Core;

// Azure.Messaging.ServiceBus
namespace Azure.Messaging.ServiceBus
{
    public enum ServiceBusRetryMode
    {
        Fixed,
        Exponential,
    }

    public class ServiceBusRetryOptions
    {
        public ServiceBusRetryMode Mode { get; set; }
        public int MaxRetries { get; set; }
        public TimeSpan Delay { get; set; }
        public TimeSpan MaxDelay { get; set; }
        public TimeSpan TryTimeout { get; set; }
    }

    public class ServiceBusClientOptions
    {
        public ServiceBusRetryOptions RetryOptions { get; set; }
    }

    public class ServiceBusProcessorOptions
    {
        public bool AutoCompleteMessages { get; set; }
        public int MaxConcurrentCalls { get; set; }
        public int PrefetchCount { get; set; }
        public ServiceBusReceiveMode ReceiveMode { get; set; }
    }

    public enum ServiceBusReceiveMode
    {
        PeekLock,
        ReceiveAndDelete,
    }

    public class ServiceBusClient : IAsyncDisposable
    {
        public ServiceBusClient(string connectionString) => throw null!;
        public ServiceBusClient(string connectionString, ServiceBusClientOptions options) => throw null!;
        public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential) => throw null!;
        public ServiceBusClient(string fullyQualifiedNamespace, AzureNamedKeyCredential credential, ServiceBusClientOptions? options = default) => throw null!;
        public virtual ServiceBusSender CreateSender(string queueOrTopicName) => throw null!;
        public virtual ServiceBusReceiver CreateReceiver(string queueName) => throw null!;
        public virtual ServiceBusProcessor CreateProcessor(string queueName, ServiceBusProcessorOptions options) => throw null!;
        public virtual ValueTask DisposeAsync() => throw null!;
    }

    public class ServiceBusMessage
    {
        public ServiceBusMessage(string body) => throw null!;
        public ServiceBusMessage(BinaryData body) => throw null!;
    }

    public class ServiceBusReceivedMessage
    {
        public BinaryData Body => throw null!;
        public int DeliveryCount => throw null!;
        public string MessageId => throw null!;
    }

    public sealed class ServiceBusMessageBatch : IDisposable
    {
        public bool TryAddMessage(ServiceBusMessage message) => throw null!;
        public void Dispose() => throw null!;
    }

    public class ServiceBusSender : IAsyncDisposable
    {
        public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<long> ScheduleMessageAsync(ServiceBusMessage message, DateTimeOffset scheduledEnqueueTime, CancellationToken cancellationToken = default) => throw null!;
        public virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default) => throw null!;
        public virtual ValueTask DisposeAsync() => throw null!;
    }

    public class ServiceBusReceiver : IAsyncDisposable
    {
        public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(int maxMessages, TimeSpan? maxWaitTime = default, CancellationToken cancellationToken = default) => throw null!;
        public virtual IAsyncEnumerable<ServiceBusReceivedMessage> ReceiveMessagesAsync(CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<ServiceBusReceivedMessage> ReceiveMessageAsync(TimeSpan? maxWaitTime = default, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task AbandonMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task DeadLetterMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task DeferMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) => throw null!;
        public virtual ValueTask DisposeAsync() => throw null!;
    }

    public class ProcessMessageEventArgs : EventArgs
    {
        public ServiceBusReceivedMessage Message => throw null!;
        public CancellationToken CancellationToken => throw null!;
        public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task AbandonMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task DeadLetterMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task DeferMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = default, CancellationToken cancellationToken = default) => throw null!;
    }

    public sealed class ProcessErrorEventArgs : EventArgs
    {
        public Exception Exception => throw null!;
    }

    public class ServiceBusProcessor : IAsyncDisposable
    {
        public event Func<ProcessMessageEventArgs, Task> ProcessMessageAsync;
        public event Func<ProcessErrorEventArgs, Task> ProcessErrorAsync;
        public virtual Task StartProcessingAsync(CancellationToken cancellationToken = default) => throw null!;
        public virtual ValueTask DisposeAsync() => throw null!;
    }
}

namespace Azure.Messaging.ServiceBus.Administration
{
    public class ServiceBusAdministrationClient
    {
        public ServiceBusAdministrationClient(string connectionString) => throw null!;
        public ServiceBusAdministrationClient(string fullyQualifiedNamespace, TokenCredential credential) => throw null!;
    }
}

// Azure.Messaging.EventHubs
namespace Azure.Messaging.EventHubs
{
    public enum EventHubsRetryMode
    {
        Fixed,
        Exponential,
    }

    public class EventHubsRetryOptions
    {
        public EventHubsRetryMode Mode { get; set; }
        public int MaximumRetries { get; set; }
        public TimeSpan Delay { get; set; }
        public TimeSpan MaximumDelay { get; set; }
        public TimeSpan TryTimeout { get; set; }
    }

    public class EventData
    {
        public EventData(string eventBody) => throw null!;
        public EventData(BinaryData eventBody) => throw null!;
        public BinaryData EventBody { get; set; }
    }
}

namespace Azure.Messaging.EventHubs.Producer
{
    public sealed class EventDataBatch : IDisposable
    {
        public int Count => throw null!;
        public bool TryAdd(EventData eventData) => throw null!;
        public void Dispose() => throw null!;
    }

    public class EventHubProducerClient : IAsyncDisposable
    {
        public EventHubProducerClient(string connectionString) => throw null!;
        public EventHubProducerClient(string connectionString, string eventHubName) => throw null!;
        public EventHubProducerClient(string fullyQualifiedNamespace, string eventHubName, TokenCredential credential) => throw null!;
        public virtual ValueTask<EventDataBatch> CreateBatchAsync(CancellationToken cancellationToken = default) => throw null!;
        public virtual Task SendAsync(IEnumerable<EventData> eventBatch, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task SendAsync(EventDataBatch eventBatch, CancellationToken cancellationToken = default) => throw null!;
        public virtual ValueTask DisposeAsync() => throw null!;
    }

    public class EventHubBufferedProducerClient : IAsyncDisposable
    {
        public EventHubBufferedProducerClient(string connectionString) => throw null!;
        public virtual Task<int> EnqueueEventAsync(EventData eventData, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<int> EnqueueEventsAsync(IEnumerable<EventData> events, CancellationToken cancellationToken = default) => throw null!;
        public virtual ValueTask DisposeAsync() => throw null!;
    }
}

// Microsoft.Azure.EventHubs, the client before Azure.Messaging.EventHubs
namespace Microsoft.Azure.EventHubs
{
    public class EventData
    {
        public EventData(byte[] array) => throw null!;
    }

    public class EventDataBatch : IDisposable
    {
        public int Count => throw null!;
        public bool TryAdd(EventData eventData) => throw null!;
        public void Dispose() => throw null!;
    }
}

namespace Azure.Messaging.EventHubs.Consumer
{
    public struct PartitionEvent
    {
        public EventData Data => throw null!;
    }

    public class EventHubConsumerClient : IAsyncDisposable
    {
        public EventHubConsumerClient(string consumerGroup, string connectionString) => throw null!;
        public EventHubConsumerClient(string consumerGroup, string connectionString, string eventHubName) => throw null!;
        public virtual IAsyncEnumerable<PartitionEvent> ReadEventsAsync(CancellationToken cancellationToken = default) => throw null!;
        public virtual IAsyncEnumerable<PartitionEvent> ReadEventsAsync(bool startReadingAtEarliestEvent, object? readOptions = default, CancellationToken cancellationToken = default) => throw null!;
        public virtual ValueTask DisposeAsync() => throw null!;
    }
}

namespace Azure.Messaging.EventHubs.Processor
{
    public struct ProcessEventArgs
    {
        public EventData Data => throw null!;
        public CancellationToken CancellationToken => throw null!;
        public Task UpdateCheckpointAsync(CancellationToken cancellationToken = default) => throw null!;
    }

    public struct ProcessErrorEventArgs
    {
        public Exception Exception => throw null!;
    }
}

namespace Azure.Messaging.EventHubs
{
    public class EventProcessorClient
    {
        public EventProcessorClient(Azure.Storage.Blobs.BlobContainerClient checkpointStore, string consumerGroup, string connectionString) => throw null!;
        public EventProcessorClient(Azure.Storage.Blobs.BlobContainerClient checkpointStore, string consumerGroup, string connectionString, string eventHubName) => throw null!;
        public EventProcessorClient(Azure.Storage.Blobs.BlobContainerClient checkpointStore, string consumerGroup, string fullyQualifiedNamespace, string eventHubName, TokenCredential credential) => throw null!;
        public event Func<Processor.ProcessEventArgs, Task> ProcessEventAsync;
        public event Func<Processor.ProcessErrorEventArgs, Task> ProcessErrorAsync;
        public virtual Task StartProcessingAsync(CancellationToken cancellationToken = default) => throw null!;
    }
}

// Google.Cloud.PubSub.V1
namespace Google.Cloud.PubSub.V1
{
    public sealed class PubsubMessage
    {
        public string MessageId { get; set; }
    }

    public abstract class SubscriptionHandler
    {
        public abstract Task<SubscriberClient.Reply> HandleMessage(PubsubMessage message, CancellationToken cancellationToken);
    }

    public abstract class SubscriberClient : IAsyncDisposable
    {
        public enum Reply
        {
            Nack,
            Ack,
        }

        public virtual Task StartAsync(Func<PubsubMessage, CancellationToken, Task<Reply>> handlerAsync) => throw null!;
        public virtual Task StartAsync(SubscriptionHandler handler) => throw null!;
        public virtual ValueTask DisposeAsync() => throw null!;
    }

    public abstract class PublisherClient : IAsyncDisposable
    {
        public virtual Task<string> PublishAsync(PubsubMessage message) => throw null!;
        public virtual Task<string> PublishAsync(string message, System.Text.Encoding? encoding = null) => throw null!;
        public virtual ValueTask DisposeAsync() => throw null!;
    }
}

// DotPulsar
namespace DotPulsar
{
    public sealed class MessageId
    {
    }

    public sealed class MessageMetadata
    {
    }
}

namespace DotPulsar.Abstractions
{
    public interface IMessage
    {
        MessageId MessageId { get; }
    }

    public interface IMessage<TValue> : IMessage
    {
        TValue Value();
    }

    public interface IReceive<TMessage>
    {
        ValueTask<TMessage> Receive(CancellationToken cancellationToken = default);
    }

    public interface ISend<TMessage>
    {
        ValueTask<MessageId> Send(MessageMetadata metadata, TMessage message, CancellationToken cancellationToken = default);
    }

    public interface IProducer<TMessage> : ISend<TMessage>, IAsyncDisposable
    {
    }

    public interface IConsumer : IAsyncDisposable
    {
        ValueTask Acknowledge(MessageId messageId, CancellationToken cancellationToken = default);
        ValueTask AcknowledgeCumulative(MessageId messageId, CancellationToken cancellationToken = default);
        ValueTask RedeliverUnacknowledgedMessages(IEnumerable<MessageId> messageIds, CancellationToken cancellationToken = default);
        ValueTask RedeliverUnacknowledgedMessages(CancellationToken cancellationToken = default);
    }

    public interface IConsumer<TMessage> : IConsumer, IReceive<IMessage<TMessage>>
    {
    }

    public interface IReader<TMessage> : IReceive<IMessage<TMessage>>, IAsyncDisposable
    {
    }
}

// Confluent.SchemaRegistry
namespace Confluent.SchemaRegistry
{
    public class SchemaRegistryConfig
    {
        public string Url { get; set; }
        public string BasicAuthUserInfo { get; set; }
        public string BearerAuthClientSecret { get; set; }
        public string SslKeystorePassword { get; set; }
        public bool? EnableSslCertificateVerification { get; set; }
    }
}

// MassTransit.RabbitMQ
namespace MassTransit
{
    public interface IRabbitMqHostConfigurator
    {
        void Username(string username);
        void Password(string password);
    }
}
