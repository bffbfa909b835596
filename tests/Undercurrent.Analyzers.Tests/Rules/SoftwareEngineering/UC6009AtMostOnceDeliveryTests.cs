using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

public sealed class UC6009AtMostOnceDeliveryTests : RuleTests<UC6009AtMostOnceDelivery, UC6009AtMostOnceDeliveryFix>
{
    /// <summary>Clients whose packages are not to be had from every feed.</summary>
    private static readonly Given Clients = new()
    {
        Sources =
        [
            ("Clients.cs",
            """
            namespace Azure.Messaging.ServiceBus
            {
                enum ServiceBusReceiveMode { PeekLock, ReceiveAndDelete }
                class ServiceBusReceiverOptions { public ServiceBusReceiveMode ReceiveMode { get; set; } }
                class ServiceBusProcessorOptions { public bool AutoCompleteMessages { get; set; } public ServiceBusReceiveMode ReceiveMode { get; set; } }
                class ServiceBusClient { public object CreateReceiver(string queue, ServiceBusReceiverOptions options) => options; }
            }
            namespace Microsoft.Azure.ServiceBus
            {
                enum ReceiveMode { PeekLock, ReceiveAndDelete }
                class QueueClient { public QueueClient(string connection, string path, ReceiveMode mode) { } }
            }
            namespace Cassandra { enum ConsistencyLevel { Any, One, Quorum, LocalQuorum } class SimpleStatement { public object SetConsistencyLevel(ConsistencyLevel level) => this; } }
            namespace NATS.Client.JetStream.Models
            {
                enum ConsumerConfigAckPolicy { Explicit, All, None }
                record ConsumerConfig { public ConsumerConfigAckPolicy AckPolicy { get; set; } }
                record StreamConfig { public bool NoAck { get; set; } }
            }
            namespace NServiceBus { enum TransportTransactionMode { None, ReceiveOnly } class Transport { public TransportTransactionMode TransportTransactionMode { get; set; } } }
            namespace MQTTnet.Protocol { enum MqttQualityOfServiceLevel { AtMostOnce, AtLeastOnce, ExactlyOnce } }
            namespace MQTTnet
            {
                class MqttApplicationMessageBuilder
                {
                    public MqttApplicationMessageBuilder WithTopic(string topic) => this;
                    public MqttApplicationMessageBuilder WithAtMostOnceQoS() => this;
                    public MqttApplicationMessageBuilder WithAtLeastOnceQoS() => this;
                    public MqttApplicationMessageBuilder WithQualityOfServiceLevel(Protocol.MqttQualityOfServiceLevel level) => this;
                }
            }
            """),
        ],
    };

    [Theory]
    [InlineData("new ProducerConfig { BootstrapServers = servers, Acks = [|Acks.None|] }")]
    [InlineData("new ProducerConfig { BootstrapServers = servers, Acks = [|Acks.Leader|], LingerMs = 5 }")]
    [InlineData("new ProducerConfig { Acks = fast ? [|Acks.Leader|] : Acks.All }")]
    [InlineData("new ProducerConfig { Acks = servers switch { \"a\" => [|Acks.None|], _ => Acks.All } }")]
    [InlineData("new ProducerConfig { Acks = [|Level|] }")]
    [InlineData("new ProducerConfig { Acks = [|Shared|] }")]
    [InlineData("new ProducerConfig { Acks = [|Chosen()|] }")]
    [InlineData("new ProducerConfig { [|MessageSendMaxRetries = 0|] }")]
    [InlineData("new ProducerConfig { [|EnableDeliveryReports = false|] }")]
    [InlineData("new ClientConfig { Acks = [|Acks.Leader|] }")]
    [InlineData("new ProducerConfig(new Dictionary<string, string> { [\"bootstrap.servers\"] = servers, [\"acks\"] = [|\"0\"|] })")]
    [InlineData("new Dictionary<string, string> { { \"bootstrap.servers\", servers }, { \"acks\", [|\"1\"|] } }")]
    [InlineData("new Dictionary<string, object> { [\"bootstrap.servers\"] = servers, [\"acks\"] = [|1|], [\"retries\"] = [|0|] }")]
    [InlineData("new[] { new KeyValuePair<string, string>(\"request.required.acks\", [|\"0\"|]) }")]
    public Task Flags_a_producer_that_does_not_wait_for_the_brokers(string expression) => Flags(
        $$"""
        using Confluent.Kafka;

        class Orders
        {
            const Acks Level = Acks.Leader;
            static readonly Acks Shared = Acks.None;
            Acks Chosen() => Acks.Leader;
            object Make(string servers, bool fast) => {{expression}};
        }
        """);

    [Theory]
    [InlineData("new ProducerConfig { Acks = Acks.All, MessageSendMaxRetries = 3, EnableDeliveryReports = true, EnableIdempotence = true }")]
    [InlineData("new ProducerConfig { BootstrapServers = servers, LingerMs = 0 }")]
    [InlineData("new ProducerConfig { Acks = wanted }")]
    [InlineData("new Dictionary<string, string> { [\"acks\"] = \"all\", [\"enable.idempotence\"] = \"true\" }")]
    [InlineData("new Dictionary<string, string> { [\"acks\"] = \"-1\" }")]
    [InlineData("new Dictionary<string, int> { [\"retries\"] = 0, [\"w\"] = 0 }")]
    [InlineData("new ProducerConfig { ClientId = \"metrics\", Acks = Acks.None }")]
    [InlineData("wanted == Acks.None ? 1 : 2")]
    [InlineData("Environment.GetEnvironmentVariable(\"DEBUG_KAFKA\") == \"true\" ? new ProducerConfig { Acks = Acks.None } : new ProducerConfig()")]
    public Task Allows_a_producer_that_waits(string expression) => Allows(
        $$"""
        using Confluent.Kafka;

        class Orders
        {
            object Make(string servers, Acks wanted) => {{expression}};
        }
        """);

    [Fact]
    public Task Flags_settings_made_after_the_object() => Flags(
        """
        using Confluent.Kafka;

        class Orders
        {
            IProducer<string, string> Make(IDictionary<string, string> settings)
            {
                var config = new ProducerConfig();
                config.Acks = [|Acks.Leader|];
                config.Set("acks", [|"1"|]);
                settings["acks"] = [|"0"|];
                return new ProducerBuilder<string, string>(config).Build();
            }
        }
        """);

    [Fact]
    public Task Flags_idempotence_turned_off_where_keyed_messages_may_overtake_each_other() => Flags(
        """
        using Confluent.Kafka;

        class Orders
        {
            IProducer<string, byte[]> Make(string servers) =>
                new ProducerBuilder<string, byte[]>(new ProducerConfig { BootstrapServers = servers, [|EnableIdempotence = false|] }).Build();

            ProducerConfig Other(string servers) => new(new Dictionary<string, string> { ["bootstrap.servers"] = servers, ["enable.idempotence"] = [|"false"|] });
        }
        """);

    [Fact]
    public Task Flags_it_where_the_producer_is_built_in_another_file() => Flags(
        """
        using Confluent.Kafka;

        static class Settings
        {
            public static ProducerConfig Kafka(string servers) => new() { BootstrapServers = servers, [|EnableIdempotence = false|] };
        }
        """,
        new() { Sources = [("Producer.cs", "class Sender { object Make() => new Confluent.Kafka.ProducerBuilder<string, string>(Settings.Kafka(\"a\")).Build(); }")] });

    [Theory]
    [InlineData("new ProducerBuilder<Null, byte[]>(new ProducerConfig { EnableIdempotence = false }).Build()")]
    [InlineData("new ProducerBuilder<string, byte[]>(new ProducerConfig { EnableIdempotence = false, MaxInFlight = 1 }).Build()")]
    [InlineData("new ProducerConfig { EnableIdempotence = false }")]
    public Task Allows_idempotence_turned_off_where_no_order_is_lost(string expression) => Allows(
        $$"""
        using Confluent.Kafka;

        class Orders
        {
            object Make() => {{expression}};
        }
        """);

    [Theory]
    [InlineData("BasicConsumeAsync(\"orders\", [|true|], consumer)")]
    [InlineData("BasicConsumeAsync(queue: \"orders\", autoAck: [|true|], consumer: consumer)")]
    [InlineData("BasicConsumeAsync(consumer: consumer, autoAck: [|Automatic|], queue: \"orders\")")]
    [InlineData("BasicConsumeAsync(\"orders\", [|true|], \"tag\", false, false, null, consumer)")]
    [InlineData("BasicGetAsync(\"orders\", [|true|])")]
    [InlineData("BasicGetAsync(\"orders\", autoAck: [|true|])")]
    public Task Flags_a_queue_that_forgets_what_it_hands_out(string call) => Flags(
        $$"""
        using RabbitMQ.Client;

        class Intake(IChannel channel)
        {
            const bool Automatic = true;
            Task Start(IAsyncBasicConsumer consumer) => channel.{{call}};
        }
        """.Replace("class Intake(IChannel channel)\n{", "class Intake\n{\n    IChannel channel = null!;"));

    [Theory]
    [InlineData("channel.BasicConsume(\"orders\", [|true|], consumer)")]
    [InlineData("channel.BasicConsume(queue: \"orders\", autoAck: [|true|], consumer: consumer)")]
    [InlineData("channel.BasicConsume(consumer, \"orders\", autoAck: [|true|])")]
    [InlineData("IModelExensions.BasicConsume(channel, \"orders\", [|true|], consumer)")]
    [InlineData("channel?.BasicGet(\"orders\", [|true|])")]
    public Task Flags_it_in_the_other_major(string call) => Flags(
        $$"""
        using RabbitMQ.Client;

        class Intake
        {
            object? Start(IModel channel, IBasicConsumer consumer) => {{call}};
        }
        """,
        new() { OtherMajors = true });

    [Theory]
    [InlineData("channel.BasicConsume(\"orders\", false, consumer)")]
    [InlineData("channel.BasicConsume(consumer, \"orders\")")]
    [InlineData("channel.BasicConsume(\"amq.rabbitmq.reply-to\", true, consumer)")]
    [InlineData("channel.BasicConsume(channel.QueueDeclare().QueueName, true, consumer)")]
    [InlineData("channel.BasicConsume(replyQueue, true, consumer)")]
    [InlineData("channel.BasicConsume(\"orders\", automatic, consumer)")]
    [InlineData("channel.BasicConsume(\"cpu-metrics\", true, consumer)")]
    [InlineData("channel.BasicGet(\"orders\", false)")]
    public Task Allows_a_queue_that_waits_or_goes_with_its_reader(string call) => Allows(
        $$"""
        using RabbitMQ.Client;

        class Intake
        {
            object? Start(IModel channel, IBasicConsumer consumer, string replyQueue, bool automatic) => {{call}};
        }
        """,
        new() { OtherMajors = true });

    [Fact]
    public Task Allows_the_queue_of_one_connection_alone() => Allows(
        """
        using RabbitMQ.Client;

        class News
        {
            async Task Listen(IChannel channel, IAsyncBasicConsumer consumer)
            {
                QueueDeclareOk declared = await channel.QueueDeclareAsync();
                var queue = declared.QueueName;
                await channel.QueueBindAsync(queue, "news", "");
                await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
            }
        }
        """);

    [Theory]
    [InlineData("new Azure.Messaging.ServiceBus.ServiceBusReceiverOptions { ReceiveMode = [|Azure.Messaging.ServiceBus.ServiceBusReceiveMode.ReceiveAndDelete|] }")]
    [InlineData("new Azure.Messaging.ServiceBus.ServiceBusClient().CreateReceiver(\"orders\", new() { ReceiveMode = [|Azure.Messaging.ServiceBus.ServiceBusReceiveMode.ReceiveAndDelete|] })")]
    [InlineData("new Microsoft.Azure.ServiceBus.QueueClient(text, \"orders\", [|Microsoft.Azure.ServiceBus.ReceiveMode.ReceiveAndDelete|])")]
    [InlineData("new Cassandra.SimpleStatement().SetConsistencyLevel([|Cassandra.ConsistencyLevel.Any|])")]
    [InlineData("new NATS.Client.JetStream.Models.ConsumerConfig { AckPolicy = [|NATS.Client.JetStream.Models.ConsumerConfigAckPolicy.None|] }")]
    [InlineData("new NATS.Client.JetStream.Models.StreamConfig { [|NoAck = true|] }")]
    [InlineData("new NServiceBus.Transport { TransportTransactionMode = [|NServiceBus.TransportTransactionMode.None|] }")]
    [InlineData("new MQTTnet.MqttApplicationMessageBuilder().WithTopic(\"orders\").[|WithAtMostOnceQoS|]()")]
    [InlineData("new MQTTnet.MqttApplicationMessageBuilder().WithQualityOfServiceLevel([|MQTTnet.Protocol.MqttQualityOfServiceLevel.AtMostOnce|])")]
    [InlineData("new MongoDB.Driver.MongoClientSettings { WriteConcern = [|MongoDB.Driver.WriteConcern.Unacknowledged|] }")]
    [InlineData("orders.WithWriteConcern([|MongoDB.Driver.WriteConcern.Unacknowledged|])")]
    [InlineData("orders.WithWriteConcern(new MongoDB.Driver.WriteConcern([|0|]))")]
    [InlineData("orders.WithWriteConcern(new MongoDB.Driver.WriteConcern(w: [|0|]))")]
    [InlineData("orders.WithWriteConcern([|Fast|])")]
    [InlineData("new MongoDB.Driver.MongoUrlBuilder(text) { [|W = 0|] }")]
    [InlineData("cache.StreamAddAsync(\"orders\", \"order\", text, flags: [|StackExchange.Redis.CommandFlags.FireAndForget|])")]
    [InlineData("cache.ListRightPush(\"orders\", text, StackExchange.Redis.When.Always, [|StackExchange.Redis.CommandFlags.FireAndForget|])")]
    public Task Flags_other_clients_that_forget(string expression) => Flags(
        $$"""
        class Orders
        {
            static readonly MongoDB.Driver.WriteConcern Fast = MongoDB.Driver.WriteConcern.Unacknowledged;
            object Make(MongoDB.Driver.IMongoCollection<string> orders, StackExchange.Redis.IDatabase cache, string text) => {{expression}};
        }
        """,
        Clients);

    [Theory]
    [InlineData("new Azure.Messaging.ServiceBus.ServiceBusReceiverOptions { ReceiveMode = Azure.Messaging.ServiceBus.ServiceBusReceiveMode.PeekLock }")]
    [InlineData("new Cassandra.SimpleStatement().SetConsistencyLevel(Cassandra.ConsistencyLevel.One)")]
    [InlineData("new MQTTnet.MqttApplicationMessageBuilder().WithTopic(\"machines/telemetry\").WithAtMostOnceQoS()")]
    [InlineData("orders.WithWriteConcern(MongoDB.Driver.WriteConcern.WMajority)")]
    [InlineData("orders.WithWriteConcern(new MongoDB.Driver.WriteConcern(1))")]
    [InlineData("cache.StringSet(\"orders\", text, flags: StackExchange.Redis.CommandFlags.FireAndForget)")]
    [InlineData("cache.KeyExpireAsync(\"orders\", TimeSpan.FromHours(1), StackExchange.Redis.CommandFlags.FireAndForget)")]
    public Task Allows_other_clients_that_remember(string expression) => Allows(
        $$"""
        class Orders
        {
            object Make(MongoDB.Driver.IMongoCollection<string> orders, StackExchange.Redis.IDatabase cache, string text) => {{expression}};
        }
        """,
        Clients);

    [Theory]
    [InlineData("mongodb://orders.internal/orders?[|w=0|]")]
    [InlineData("mongodb://localhost:27017/orders?retryWrites=true&[|w=0|]&tls=true")]
    [InlineData("mongodb+srv://orders.internal/?[|w=0|]")]
    [InlineData("Host=events.internal;Database=events;async_insert=1;[|wait_for_async_insert=0|]")]
    public Task Flags_the_setting_of_an_address(string text) => Flags(
        $$"""
        class Settings
        {
            public const string Orders = "{{text}}";
        }
        """);

    [Theory]
    [InlineData("mongodb://orders.internal/orders?w=majority")]
    [InlineData("mongodb://orders.internal/orders?w=1")]
    [InlineData("https://images.example/orders.png?w=0")]
    public Task Allows_the_setting_of_an_address(string text) => Allows(
        $$"""
        class Settings
        {
            public const string Orders = "{{text}}";
        }
        """);

    [Fact]
    public Task Allows_a_queue_that_is_emptied_on_purpose() => Allows(
        """
        using Azure.Messaging.ServiceBus;

        class DeadLetters
        {
            object PurgeAsync(ServiceBusClient client) => client.CreateReceiver("orders", new() { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete });
        }

        class MetricsSink
        {
            object Open(ServiceBusClient client) => client.CreateReceiver("cpu", new() { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete });
        }
        """,
        Clients);

    [Theory]
    [InlineData("while (await channel.BasicGetAsync(\"orders\", autoAck: [|true|]) is { } got) await store(got.Body.ToArray());")]
    [InlineData("var got = await channel.BasicGetAsync(\"orders\", [|true|]); if (got is not null) await store(got.Body.ToArray());")]
    public Task Flags_a_queue_that_is_emptied_to_work_on_it(string body) => Flags(Drained(body));

    [Theory]
    [InlineData("while (await channel.BasicGetAsync(\"orders\", autoAck: true) is not null) { }")]
    [InlineData("while (await channel.BasicGetAsync(\"orders\", autoAck: true) is { } got) Console.WriteLine(got.DeliveryTag);")]
    [InlineData("while (await channel.BasicGetAsync(\"orders\", autoAck: false) is { } got) { await store(got.Body.ToArray()); await channel.BasicAckAsync(got.DeliveryTag, false); }")]
    public Task Allows_a_queue_that_is_emptied_to_throw_it_away(string body) => Allows(Drained(body));

    private static string Drained(string body) =>
        $$"""
        using RabbitMQ.Client;

        class Intake
        {
            async Task DrainAsync(IChannel channel, Func<byte[], Task> store)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("await db.StreamReadGroupAsync(\"orders\", \"loader\", \"one\", \">\", 10, noAck: [|true|])")]
    [InlineData("db.StreamReadGroup(\"orders\", \"loader\", \"one\", \">\", 10, [|true|])")]
    public Task Flags_a_stream_that_forgets_what_it_hands_out(string entries) => Flags(Streamed(entries));

    [Theory]
    [InlineData("await db.StreamReadGroupAsync(\"orders\", \"loader\", \"one\", \">\", 10, noAck: false)")]
    [InlineData("db.StreamReadGroup(\"orders\", \"loader\", \"one\")")]
    [InlineData("await db.StreamReadGroupAsync(\"cpu-metrics\", \"loader\", \"one\", \">\", 10, noAck: true)")]
    public Task Allows_a_stream_that_waits_or_may_lose(string entries) => Allows(Streamed(entries));

    private static string Streamed(string entries) =>
        $$"""
        using StackExchange.Redis;

        class Intake
        {
            async Task Run(IDatabase db, Func<string?, Task> store)
            {
                foreach (var entry in {{entries}})
                    await store(entry.Values[0].Value);
            }
        }
        """;

    [Fact]
    public Task Names_that_may_be_lost_are_the_users_to_say() => Flags(
        """
        using Confluent.Kafka;

        class Clicks
        {
            ProducerConfig Config() => new() { Acks = Acks.None };
        }

        class Metrics
        {
            ProducerConfig Config() => new() { Acks = [|Acks.None|] };
        }
        """,
        new() { EditorConfig = "undercurrent.lossy_names = clicks" });

    [Fact]
    public Task Waits_for_all_brokers() => Fixes(
        """
        using Confluent.Kafka;

        class Orders
        {
            ProducerConfig Config(string servers) => new()
            {
                BootstrapServers = servers,
                Acks = [|Acks.Leader|], // fast
                [|EnableDeliveryReports = false|],
                [|MessageSendMaxRetries = 0|],
            };
        }
        """,
        """
        using Confluent.Kafka;

        class Orders
        {
            ProducerConfig Config(string servers) => new()
            {
                BootstrapServers = servers,
                Acks = Acks.All, // fast
                EnableDeliveryReports = true,
                MessageSendMaxRetries = int.MaxValue,
            };
        }
        """);

    [Fact]
    public Task Writes_the_setting_that_waits() => Fixes(
        """
        class Settings
        {
            const string Orders = "mongodb://orders.internal/orders?[|w=0|]&tls=true";
            Dictionary<string, string> Kafka(string servers) => new() { ["bootstrap.servers"] = servers, ["acks"] = [|"1"|] };
        }
        """,
        """
        class Settings
        {
            const string Orders = "mongodb://orders.internal/orders?w=majority&tls=true";
            Dictionary<string, string> Kafka(string servers) => new() { ["bootstrap.servers"] = servers, ["acks"] = "all" };
        }
        """);

    [Fact]
    public Task Numbers_the_messages() => Fixes(
        """
        using Confluent.Kafka;

        class Orders
        {
            object Make() => new ProducerBuilder<string, string>(new ProducerConfig { [|EnableIdempotence = false|] }).Build();
        }
        """,
        """
        using Confluent.Kafka;

        class Orders
        {
            object Make() => new ProducerBuilder<string, string>(new ProducerConfig { EnableIdempotence = true }).Build();
        }
        """);

    [Fact]
    public Task Acknowledges_when_the_handler_is_done() => Fixes(
        """
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        class Intake
        {
            async Task Start(IChannel channel)
            {
                var consumer = new AsyncEventingBasicConsumer(channel);
                consumer.ReceivedAsync += async (_, message) =>
                {
                    await Store(message.Body.ToArray()); // the order
                };
                await channel.BasicConsumeAsync("orders", autoAck: [|true|], consumer);
            }

            Task Store(byte[] order) => Task.CompletedTask;
        }
        """,
        """
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        class Intake
        {
            async Task Start(IChannel channel)
            {
                var consumer = new AsyncEventingBasicConsumer(channel);
                consumer.ReceivedAsync += async (_, message) =>
                {
                    await Store(message.Body.ToArray()); // the order
                    await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
                };
                await channel.BasicConsumeAsync("orders", autoAck: false, consumer);
            }

            Task Store(byte[] order) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Offers_no_fix_where_the_handler_is_elsewhere_or_may_leave_early() => OffersNoFix(
        """
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        class Intake
        {
            async Task Start(IChannel channel, IAsyncBasicConsumer other)
            {
                await channel.BasicConsumeAsync("orders", autoAck: [|true|], other);
                var consumer = new AsyncEventingBasicConsumer(channel);
                consumer.ReceivedAsync += async (_, message) =>
                {
                    if (message.Redelivered)
                        return;

                    await Task.Yield();
                };
                await channel.BasicConsumeAsync("orders", [|true|], consumer);
            }
        }
        """);

    [Fact]
    public Task Offers_no_lock_that_nobody_would_release() => OffersNoFix(
        """
        using Azure.Messaging.ServiceBus;

        class Intake
        {
            object Open(ServiceBusClient client) => client.CreateReceiver("orders", new() { ReceiveMode = [|ServiceBusReceiveMode.ReceiveAndDelete|] });
        }
        """,
        Clients);
}
