using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

public sealed class UC6012NonDurableMessageTests : RuleTests<UC6012NonDurableMessage, UC6012NonDurableMessageFix>
{
    private static readonly Given Six = new() { OtherMajors = true };

    /// <summary>Clients whose packages are not to be had from every feed.</summary>
    private static readonly Given Clients = new()
    {
        Sources =
        [
            ("Clients.cs",
            """
            namespace EasyNetQ
            {
                class ConnectionConfiguration { public bool PersistentMessages { get; set; } public bool PublisherConfirms { get; set; } }
                interface IQueueDeclareConfiguration { IQueueDeclareConfiguration AsDurable(bool isDurable); }
            }
            namespace NATS.Client.JetStream.Models { enum StreamConfigStorage { File, Memory } record StreamConfig { public StreamConfigStorage Storage { get; set; } } }
            namespace Microsoft.ServiceBus.Messaging { class QueueDescription { public bool EnableExpress { get; set; } } }
            namespace Apache.NMS { enum MsgDeliveryMode { Persistent, NonPersistent } interface IMessageProducer { MsgDeliveryMode DeliveryMode { get; set; } } }
            namespace MassTransit { interface IRabbitMqExchangeConfigurator { bool Durable { set; } } }
            """),
        ],
    };

    [Theory]
    [InlineData("channel.QueueDeclare(\"orders\", [|false|], false, false, null)")]
    [InlineData("channel.QueueDeclare(queue: \"orders\", durable: [|false|], exclusive: false, autoDelete: false, arguments: null)")]
    [InlineData("channel.QueueDeclare(\"orders\", durable: [|Lasting|], exclusive: false, autoDelete: true)")]
    [InlineData("channel.[|QueueDeclare|](\"orders\")")]
    [InlineData("channel.[|QueueDeclare|](\"orders\", exclusive: false, autoDelete: false)")]
    [InlineData("channel.[|QueueDeclare|](\"orders\", durable: true)")]
    [InlineData("channel.QueueDeclare(\"orders\", durable: true, exclusive: [|true|], autoDelete: false)")]
    [InlineData("channel.QueueDeclare(\"orders\", true, false, [|true|], null)")]
    [InlineData("IModelExensions.QueueDeclare(channel, \"orders\", [|false|], false, false)")]
    [InlineData("channel?.QueueDeclare(\"orders\", [|false|], false, false, null)")]
    [InlineData("Declare(() => channel.ExchangeDeclare(\"orders\", \"topic\", durable: [|false|]))")]
    public Task Flags_a_queue_that_ends_with_the_broker_or_a_connection(string declaration) => Flags(
        $$"""
        using RabbitMQ.Client;

        class Orders
        {
            const bool Lasting = false;
            object? Set(IModel channel) => {{declaration}};
            object? Declare(Action declare) => null;
        }
        """,
        Six);

    [Theory]
    [InlineData("channel.QueueDeclare(\"orders\", true, false, false, null)")]
    [InlineData("channel.QueueDeclare(\"orders\", durable: true, exclusive: false, autoDelete: false)")]
    [InlineData("channel.QueueDeclare()")]
    [InlineData("channel.QueueDeclare(queue: \"\", exclusive: true)")]
    [InlineData("channel.QueueDeclare(\"\", false, false, true, null)")]
    [InlineData("channel.QueueDeclare(\"orders\", durable: false, exclusive: true, autoDelete: true)")]
    [InlineData("channel.QueueDeclare(replyQueue, false, false, true, null)")]
    [InlineData("channel.QueueDeclare($\"orders-{Guid.NewGuid()}\", false, false, true, null)")]
    [InlineData("channel.QueueDeclare(\"orders\", durable, false, false, null)")]
    [InlineData("channel.QueueDeclarePassive(\"orders\")")]
    [InlineData("channel.QueueDeclare(\"cpu-metrics\", false, false, false, null)")]
    [InlineData("Declare(() => channel.ExchangeDeclare(\"orders\", \"topic\", durable: true))")]
    [InlineData("Declare(() => channel.ExchangeDeclare(\"news\", \"fanout\"))")]
    [InlineData("Declare(() => channel.ExchangeDeclare(\"news\", \"fanout\", durable: false, autoDelete: true))")]
    public Task Allows_a_queue_that_stays_or_is_of_one_connection(string declaration) => Allows(
        $$"""
        using RabbitMQ.Client;

        class Orders
        {
            object? Set(IModel channel, string replyQueue, bool durable) => {{declaration}};
            object? Declare(Action declare) => null;
        }
        """,
        Six);

    [Fact]
    public Task Flags_queues_of_the_newer_major() => Flags(
        """
        using RabbitMQ.Client;

        class Orders
        {
            async Task Set(IChannel channel)
            {
                await channel.QueueDeclareAsync("orders", [|false|], false, false);
                await channel.QueueDeclareAsync(queue: "orders", durable: [|false|], exclusive: false, autoDelete: false, arguments: null);
                await channel.[|QueueDeclareAsync|]("orders");
                await channel.ExchangeDeclareAsync("orders", ExchangeType.Topic, durable: [|false|]);
                await channel.QueueDeclareAsync("orders", durable: true, exclusive: false, autoDelete: false);
                var own = (await channel.QueueDeclareAsync()).QueueName;
            }
        }
        """);

    [Fact]
    public Task Flags_messages_that_are_not_persistent() => Flags(
        """
        using RabbitMQ.Client;

        class Orders
        {
            async Task Send(IChannel channel, byte[] body, BasicProperties given)
            {
                await channel.[|BasicPublishAsync|]("", "orders", body);
                await channel.[|BasicPublishAsync|](exchange: "", routingKey: "orders", mandatory: true, body: body);
                await channel.[|BasicPublishAsync|]("", "orders", false, new BasicProperties { ContentType = "application/json" }, body);
                var properties = new BasicProperties();
                await channel.[|BasicPublishAsync|]("", "orders", false, properties, body);
                await channel.BasicPublishAsync("", "orders", false, new BasicProperties { [|Persistent = false|] }, body);
                await channel.BasicPublishAsync("", "orders", false, new BasicProperties { DeliveryMode = [|DeliveryModes.Transient|] }, body);
            }
        }
        """);

    [Fact]
    public Task Allows_messages_that_are_persistent_or_replies() => Allows(
        """
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        class Orders
        {
            async Task Send(IChannel channel, byte[] body, BasicProperties given, BasicDeliverEventArgs message)
            {
                await channel.BasicPublishAsync("", "orders", false, new BasicProperties { Persistent = true }, body);
                await channel.BasicPublishAsync("", "orders", false, new BasicProperties { DeliveryMode = DeliveryModes.Persistent }, body);
                await channel.BasicPublishAsync("", "orders", false, given, body);
                await channel.BasicPublishAsync("", message.BasicProperties.ReplyTo!, body);
                var properties = new BasicProperties();
                properties.Persistent = true;
                await channel.BasicPublishAsync("", "orders", false, properties, body);
                await channel.BasicPublishAsync("", "orders", false, Made(), body);
            }

            static BasicProperties Made()
            {
                var made = new BasicProperties();
                made.Persistent = true;
                return made;
            }
        }
        """);

    [Fact]
    public Task Flags_messages_of_the_older_major() => Flags(
        """
        using RabbitMQ.Client;

        class Orders
        {
            void Send(IModel channel, byte[] body)
            {
                channel.[|BasicPublish|]("", "orders", null, body);
                channel.[|BasicPublish|](exchange: "", routingKey: "orders", basicProperties: null, body: body);
                channel.[|BasicPublish|]("", "orders", body: body);
                var properties = channel.CreateBasicProperties();
                properties.ContentType = "application/json";
                channel.[|BasicPublish|]("", "orders", properties, body);
            }

            void SendOther(IModel channel, byte[] body)
            {
                var properties = channel.CreateBasicProperties();
                [|properties.DeliveryMode = 1|];
                channel.BasicPublish("", "orders", properties, body);
            }

            void SendKept(IModel channel, byte[] body)
            {
                var properties = channel.CreateBasicProperties();
                properties.DeliveryMode = 2;
                channel.BasicPublish("", "orders", properties, body);
            }
        }
        """,
        Six);

    [Fact]
    public Task Flags_channels_that_publish_without_confirms() => Flags(
        """
        using RabbitMQ.Client;

        class Orders
        {
            IChannel? shared;

            async Task Send(IConnection connection, byte[] body)
            {
                await using var channel = await connection.[|CreateChannelAsync|]();
                await channel.BasicPublishAsync("", "orders", false, new BasicProperties { Persistent = true }, body);
            }

            async Task Open(IConnection connection) => shared = await connection.[|CreateChannelAsync|](cancellationToken: default).ConfigureAwait(false);

            async Task SendShared(byte[] body) => await shared!.BasicPublishAsync("", "orders", false, new BasicProperties { Persistent = true }, body);

            Task<IChannel> Off(IConnection connection) => connection.CreateChannelAsync(new CreateChannelOptions([|false|], false));
        }
        """);

    [Fact]
    public Task Allows_channels_that_ask_for_confirms_or_only_consume() => Allows(
        """
        using RabbitMQ.Client;

        class Orders
        {
            async Task Send(IConnection connection, byte[] body)
            {
                await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
                await channel.BasicPublishAsync("", "orders", false, new BasicProperties { Persistent = true }, body);
            }

            async Task Listen(IConnection connection, IAsyncBasicConsumer consumer)
            {
                var channel = await connection.CreateChannelAsync();
                await channel.BasicConsumeAsync("orders", false, consumer);
            }
        }
        """);

    [Fact]
    public Task Allows_confirms_of_the_older_major() => Allows(
        """
        using RabbitMQ.Client;

        class Orders
        {
            void Send(IConnection connection, byte[] body)
            {
                using var channel = connection.CreateModel();
                channel.ConfirmSelect();
                var properties = channel.CreateBasicProperties();
                properties.Persistent = true;
                channel.BasicPublish("", "orders", properties, body);
                channel.WaitForConfirmsOrDie(TimeSpan.FromSeconds(5));
            }
        }
        """,
        Six);

    [Theory]
    [InlineData("new EasyNetQ.ConnectionConfiguration { [|PersistentMessages = false|], [|PublisherConfirms = false|] }")]
    [InlineData("queue.AsDurable([|false|])")]
    [InlineData("new Microsoft.ServiceBus.Messaging.QueueDescription { [|EnableExpress = true|] }")]
    [InlineData("new NATS.Client.JetStream.Models.StreamConfig { Storage = [|NATS.Client.JetStream.Models.StreamConfigStorage.Memory|] }")]
    [InlineData("producer.DeliveryMode = [|Apache.NMS.MsgDeliveryMode.NonPersistent|]")]
    [InlineData("[|endpoint.Durable = false|]")]
    [InlineData("new MongoDB.Driver.WriteConcern(1, journal: [|false|])")]
    [InlineData("new MongoDB.Driver.MongoUrlBuilder { [|Journal = false|] }")]
    [InlineData("\"[|non-persistent|]://public/default/orders\"")]
    [InlineData("\"mongodb://orders.internal/orders?[|journal=false|]\"")]
    [InlineData("\"host=broker.internal;virtualHost=orders;[|persistentMessages=false|]\"")]
    public Task Flags_other_clients_that_keep_messages_in_memory(string expression) => Flags(
        $$"""
        class Orders
        {
            object Make(EasyNetQ.IQueueDeclareConfiguration queue, Apache.NMS.IMessageProducer producer, MassTransit.IRabbitMqExchangeConfigurator endpoint) => {{expression}};
        }
        """,
        Clients);

    [Theory]
    [InlineData("new EasyNetQ.ConnectionConfiguration { PersistentMessages = true, PublisherConfirms = true }")]
    [InlineData("queue.AsDurable(true)")]
    [InlineData("endpoint.Durable = true")]
    [InlineData("new MongoDB.Driver.WriteConcern(1, journal: true)")]
    [InlineData("\"persistent://public/default/orders\"")]
    [InlineData("\"https://diary.example/?journal=false\"")]
    public Task Allows_other_clients_that_keep_them(string expression) => Allows(
        $$"""
        class Orders
        {
            object Make(EasyNetQ.IQueueDeclareConfiguration queue, MassTransit.IRabbitMqExchangeConfigurator endpoint) => {{expression}};
        }
        """,
        Clients);

    [Fact]
    public Task Declares_a_queue_that_stays() => Fixes(
        """
        using RabbitMQ.Client;

        class Orders
        {
            async Task Set(IChannel channel, byte[] body)
            {
                await channel.QueueDeclareAsync(queue: "orders", durable: [|false|], exclusive: false, autoDelete: false); // all of them
                await channel.[|QueueDeclareAsync|]("orders");
                await channel.[|QueueDeclareAsync|]("orders", exclusive: false);
                await channel.[|BasicPublishAsync|]("", "orders", body);
                await channel.[|BasicPublishAsync|](exchange: "", routingKey: "orders", mandatory: true, body: body);
                await channel.BasicPublishAsync("", "orders", false, new BasicProperties { [|Persistent = false|] }, body);
            }
        }
        """,
        """
        using RabbitMQ.Client;

        class Orders
        {
            async Task Set(IChannel channel, byte[] body)
            {
                await channel.QueueDeclareAsync(queue: "orders", durable: true, exclusive: false, autoDelete: false); // all of them
                await channel.QueueDeclareAsync("orders", durable: true, exclusive: false, autoDelete: false);
                await channel.QueueDeclareAsync("orders", exclusive: false, durable: true, autoDelete: false);
                await channel.BasicPublishAsync("", "orders", mandatory: false, basicProperties: new BasicProperties { Persistent = true }, body: body);
                await channel.BasicPublishAsync(exchange: "", routingKey: "orders", mandatory: true, basicProperties: new BasicProperties { Persistent = true }, body: body);
                await channel.BasicPublishAsync("", "orders", false, new BasicProperties { Persistent = true }, body);
            }
        }
        """);

    [Fact]
    public Task Flags_a_channel_beside_one_that_asks_for_confirms() => Flags(
        """
        using RabbitMQ.Client;

        class Orders
        {
            void Send(IConnection connection, byte[] body)
            {
                using var channel = connection.CreateModel();
                channel.ConfirmSelect();
                var properties = channel.CreateBasicProperties();
                properties.Persistent = true;
                channel.BasicPublish("", "orders", properties, body);
                channel.WaitForConfirmsOrDie(TimeSpan.FromSeconds(5));
            }

            void SendFast(IConnection connection, byte[] body)
            {
                using var channel = connection.[|CreateModel|]();
                var properties = channel.CreateBasicProperties();
                properties.Persistent = true;
                channel.BasicPublish("", "orders", properties, body);
            }

            void SendBoth(IConnection connection, byte[] body)
            {
                using var safe = connection.CreateModel();
                using var fast = connection.[|CreateModel|]();
                safe.ConfirmSelect();
                var properties = safe.CreateBasicProperties();
                properties.Persistent = true;
                safe.BasicPublish("", "orders", properties, body);
                fast.BasicPublish("", "copies", properties, body);
            }
        }
        """,
        Six);

    [Fact]
    public Task Allows_a_channel_that_another_method_has_ask_for_confirms() => Allows(
        """
        using RabbitMQ.Client;

        class Orders
        {
            IModel field = null!;

            void Start(IConnection connection)
            {
                field = connection.CreateModel();
                Prepare();
            }

            void Prepare() => field.ConfirmSelect();

            void Send(IBasicProperties properties, byte[] body) => field.BasicPublish("", "orders", properties, body);

            void SendOne(IConnection connection, IBasicProperties properties, byte[] body)
            {
                using var channel = connection.CreateModel();
                Ask(channel);
                channel.BasicPublish("", "orders", properties, body);
            }

            static void Ask(IModel model) => model.ConfirmSelect();
        }

        static class Channels
        {
            static void Asking(this IModel model) => model.ConfirmSelect();

            static void Send(IConnection connection, IBasicProperties properties, byte[] body)
            {
                using var channel = connection.CreateModel();
                channel.Asking();
                channel.BasicPublish("", "orders", properties, body);
            }
        }
        """,
        Six);

    [Fact]
    public Task Asks_for_confirms() => Fixes(
        """
        using RabbitMQ.Client;

        class Orders
        {
            async Task Send(IConnection connection, byte[] body, BasicProperties properties)
            {
                var channel = await connection.[|CreateChannelAsync|]();
                await channel.BasicPublishAsync("", "orders", false, properties, body);
            }
        }
        """,
        """
        using RabbitMQ.Client;

        class Orders
        {
            async Task Send(IConnection connection, byte[] body, BasicProperties properties)
            {
                var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
                await channel.BasicPublishAsync("", "orders", false, properties, body);
            }
        }
        """);

    [Fact]
    public Task Writes_the_setting_that_keeps() => Fixes(
        """class Orders { const string At = "mongodb://orders.internal/orders?[|journal=false|]&tls=true"; }""",
        """class Orders { const string At = "mongodb://orders.internal/orders?journal=true&tls=true"; }""");

    [Fact]
    public Task Offers_no_fix_that_would_only_look_like_one() => OffersNoFix(
        """
        using RabbitMQ.Client;

        class Orders
        {
            void Send(IConnection connection, byte[] body)
            {
                using var channel = connection.[|CreateModel|]();
                channel.[|BasicPublish|]("", "orders", null, body);
            }
        }
        """,
        Six);
}
