// CassandraCSharpDriver
namespace Cassandra
{
    public enum ConsistencyLevel
    {
        Any = 0x0000,
        One = 0x0001,
        Quorum = 0x0004,
        All = 0x0005,
        LocalQuorum = 0x0006,
        LocalOne = 0x000A,
    }
}

// Microsoft.Azure.ServiceBus
namespace Microsoft.Azure.ServiceBus
{
    public enum ReceiveMode
    {
        PeekLock,
        ReceiveAndDelete,
    }
}

// WindowsAzure.ServiceBus
namespace Microsoft.ServiceBus.Messaging
{
    public enum ReceiveMode
    {
        PeekLock,
        ReceiveAndDelete,
    }
}

namespace Microsoft.ServiceBus.Messaging
{
    public class QueueDescription
    {
        public bool EnableExpress { get; set; }
    }
}

// MQTTnet
namespace MQTTnet.Protocol
{
    public enum MqttQualityOfServiceLevel
    {
        AtMostOnce = 0x00,
        AtLeastOnce = 0x01,
        ExactlyOnce = 0x02,
    }
}

namespace MQTTnet
{
    public class MqttApplicationMessage;

    public class MqttApplicationMessageBuilder
    {
        public MqttApplicationMessage Build() => throw null!;
        public MqttApplicationMessageBuilder WithAtLeastOnceQoS() => throw null!;
        public MqttApplicationMessageBuilder WithAtMostOnceQoS() => throw null!;
        public MqttApplicationMessageBuilder WithPayload(string payload) => throw null!;
        public MqttApplicationMessageBuilder WithQualityOfServiceLevel(Protocol.MqttQualityOfServiceLevel value) => throw null!;
        public MqttApplicationMessageBuilder WithTopic(string topic) => throw null!;
    }
}

// NATS.Client and NATS.Client.JetStream
namespace NATS.Client.JetStream
{
    public enum AckPolicy
    {
        None,
        All,
        Explicit,
    }
}

namespace NATS.Client.JetStream.Models
{
    public enum ConsumerConfigAckPolicy
    {
        Explicit = 0,
        All = 1,
        None = 2,
    }
}

// NServiceBus
namespace NServiceBus
{
    public enum TransportTransactionMode
    {
        None = 0,
        ReceiveOnly = 1,
        SendsAtomicWithReceive = 2,
        TransactionScope = 3,
    }
}

// EasyNetQ
namespace EasyNetQ
{
    public class ConnectionConfiguration
    {
        public bool PersistentMessages { get; set; }
        public bool PublisherConfirms { get; set; }
    }

    public interface IQueueDeclareConfiguration
    {
        IQueueDeclareConfiguration AsDurable(bool isDurable);
    }

    public interface ISubscriptionConfiguration
    {
        ISubscriptionConfiguration WithDurable(bool durable = true);
    }
}

// Apache.NMS
namespace Apache.NMS
{
    public enum MsgDeliveryMode
    {
        Persistent,
        NonPersistent,
    }
}

// MassTransit.RabbitMQ and MassTransit.ActiveMQ
namespace MassTransit
{
    public interface IActiveMqQueueConfigurator
    {
        bool Durable { set; }
    }

    public interface IRabbitMqExchangeConfigurator
    {
        bool Durable { set; }
    }
}
