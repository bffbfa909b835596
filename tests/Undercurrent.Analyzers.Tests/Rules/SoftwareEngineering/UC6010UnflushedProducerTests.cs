using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

public sealed class UC6010UnflushedProducerTests : RuleTests<UC6010UnflushedProducer, UC6010UnflushedProducerFix>
{
    private static string Outbox(string body) =>
        $$"""
        using Confluent.Kafka;

        class Outbox
        {
            readonly IProducer<string, string> producer = null!;
            readonly ProducerConfig config = new();

            async Task Send(List<string> orders, Action<DeliveryReport<string, string>> heard, CancellationToken stop)
            {
                {{body.Replace("\n", "\n        ")}}
                await Task.Yield();
            }

            static Message<string, string> Wrap(string order) => new() { Key = order, Value = order };

            static void SendOne(IProducer<string, string> with, string order, Action<DeliveryReport<string, string>> heard) => with.Produce("orders", Wrap(order), heard);

            static void Finish(IProducer<string, string> with) => with.Flush(CancellationToken.None);
        }
        """;

    [Theory]
    [InlineData("[|producer.Produce(\"orders\", Wrap(orders[0]))|];")]
    [InlineData("[|producer.Produce(\"orders\", Wrap(orders[0]), null)|];")]
    [InlineData("[|producer.Produce(message: Wrap(orders[0]), topic: \"orders\")|];")]
    [InlineData("producer?[|.Produce(new TopicPartition(\"orders\", 0), Wrap(orders[0]))|];")]
    [InlineData("foreach (var order in orders)\n    [|producer.Produce(\"orders\", Wrap(order))|];\nproducer.Flush(stop);")]
    [InlineData("orders.ForEach(order => [|producer.Produce(\"orders\", Wrap(order))|]);")]
    public Task Flags_a_message_whose_delivery_nobody_hears_of(string body) => Flags(Outbox(body));

    [Theory]
    [InlineData("[|producer.ProduceAsync(\"orders\", Wrap(orders[0]))|];")]
    [InlineData("_ = [|producer.ProduceAsync(\"orders\", Wrap(orders[0]), stop)|]; // later")]
    [InlineData("var sent = [|producer.ProduceAsync(\"orders\", Wrap(orders[0]))|];")]
    [InlineData("[|producer.ProduceAsync(\"orders\", Wrap(orders[0]))|].ConfigureAwait(false);")]
    [InlineData("orders.ForEach(order => [|producer.ProduceAsync(\"orders\", Wrap(order))|]);")]
    [InlineData("Parallel.ForEach(orders, order => [|producer.ProduceAsync(\"orders\", Wrap(order))|]);")]
    [InlineData("producer?[|.ProduceAsync(\"orders\", Wrap(orders[0]))|];")]
    public Task Flags_a_delivery_that_nobody_waits_for(string body) => Flags(Outbox(body));

    [Theory]
    [InlineData("await producer.ProduceAsync(\"orders\", Wrap(orders[0]));")]
    [InlineData("await producer.ProduceAsync(\"orders\", Wrap(orders[0])).ConfigureAwait(false);")]
    [InlineData("var report = producer.ProduceAsync(\"orders\", Wrap(orders[0])).GetAwaiter().GetResult();")]
    [InlineData("await Task.WhenAll(orders.Select(order => producer.ProduceAsync(\"orders\", Wrap(order))));")]
    [InlineData("var sent = new List<Task>();\nforeach (var order in orders)\n    sent.Add(producer.ProduceAsync(\"orders\", Wrap(order)));\nawait Task.WhenAll(sent);")]
    [InlineData("var sent = producer.ProduceAsync(\"orders\", Wrap(orders[0]));\nConsole.WriteLine(1);\nawait sent;")]
    [InlineData("_ = producer.ProduceAsync(\"orders\", Wrap(orders[0])).ContinueWith(done => Console.WriteLine(done.Exception));")]
    [InlineData("producer.Produce(\"orders\", Wrap(orders[0]), report => Console.WriteLine(report.Error));")]
    [InlineData("producer.Produce(\"orders\", Wrap(orders[0]), heard);")]
    [InlineData("producer.BeginTransaction();\nproducer.Produce(\"orders\", Wrap(orders[0]));\nproducer.CommitTransaction();")]
    public Task Allows_a_message_whose_delivery_is_waited_for_or_heard_of(string body) => Allows(Outbox(body));

    [Theory]
    [InlineData("using var made = [|new ProducerBuilder<string, string>(config).Build()|];\nforeach (var order in orders)\n    made.Produce(\"orders\", Wrap(order), heard);")]
    [InlineData("using (var made = [|new ProducerBuilder<string, string>(config).SetKeySerializer(Serializers.Utf8).Build()|])\n{\n    foreach (var order in orders)\n        SendOne(made, order, heard);\n}")]
    [InlineData("var made = [|new ProducerBuilder<string, string>(config).Build()|];\nforeach (var order in orders)\n    made.Produce(\"orders\", Wrap(order), heard);")]
    [InlineData("using var made = [|new ProducerBuilder<string, string>(config).Build()|];\nforeach (var order in orders)\n{\n    made.Produce(\"orders\", Wrap(order), heard);\n    if (stop.IsCancellationRequested)\n        return;\n}\nmade.Flush(stop);")]
    [InlineData("IProducer<string, string> made = [|new ProducerBuilder<string, string>(config).Build()|];\ntry\n{\n    foreach (var order in orders)\n        made.Produce(\"orders\", Wrap(order), heard);\n}\nfinally\n{\n    made.Dispose();\n}")]
    public Task Flags_a_producer_that_goes_without_a_flush(string body) => Flags(Outbox(body));

    [Theory]
    [InlineData("using var made = new ProducerBuilder<string, string>(config).Build();\nforeach (var order in orders)\n    made.Produce(\"orders\", Wrap(order), heard);\nmade.Flush(stop);")]
    [InlineData("using var made = new ProducerBuilder<string, string>(config).Build();\ntry\n{\n    foreach (var order in orders)\n        made.Produce(\"orders\", Wrap(order), heard);\n}\nfinally\n{\n    made.Flush(TimeSpan.FromSeconds(10));\n}")]
    [InlineData("using var made = new ProducerBuilder<string, string>(config).Build();\nforeach (var order in orders)\n    SendOne(made, order, heard);\nFinish(made);")]
    [InlineData("using var made = new ProducerBuilder<string, string>(config).Build();\nforeach (var order in orders)\n    await made.ProduceAsync(\"orders\", Wrap(order), stop);")]
    [InlineData("using var made = new ProducerBuilder<string, string>(config).Build();\nawait Task.WhenAll(orders.Select(order => made.ProduceAsync(\"orders\", Wrap(order), stop)));")]
    [InlineData("using var made = new ProducerBuilder<string, string>(config).Build();\nConsole.WriteLine(made.Name);")]
    public Task Allows_a_producer_that_is_flushed_or_waited_for(string body) => Allows(Outbox(body));

    [Fact]
    public Task Flags_a_producer_for_each_message() => Flags(
        """
        using Confluent.Kafka;

        record Order(int Id);

        class Outbox
        {
            readonly ProducerConfig config = new();

            public async Task SendAsync(Order order)
            {
                using var producer = [|new ProducerBuilder<Null, string>(config).Build()|];
                var text = System.Text.Json.JsonSerializer.Serialize(order);
                await producer.ProduceAsync("orders", new Message<Null, string> { Value = text });
            }

            public async Task SendAll(IEnumerable<Order> orders)
            {
                foreach (var order in orders)
                {
                    using var producer = [|new ProducerBuilder<Null, string>(config).Build()|];
                    await producer.ProduceAsync("orders", new Message<Null, string> { Value = order.ToString() });
                }
            }
        }
        """);

    [Fact]
    public Task Allows_a_producer_for_many_messages() => Allows(
        """
        using Confluent.Kafka;

        class Outbox
        {
            public static async Task Main(string[] args)
            {
                using var producer = new ProducerBuilder<Null, string>(new ProducerConfig()).Build();
                await producer.ProduceAsync("orders", new Message<Null, string> { Value = args[0] });
            }

            public IProducer<Null, string> Make(ProducerConfig config) => new ProducerBuilder<Null, string>(config).Build();

            public async Task SendEach(List<ProducerConfig> clusters, List<string> orders)
            {
                foreach (var cluster in clusters)
                {
                    using var producer = new ProducerBuilder<Null, string>(cluster).Build();
                    foreach (var order in orders)
                        await producer.ProduceAsync("orders", new Message<Null, string> { Value = order });
                }
            }
        }
        """);

    [Fact]
    public Task Flags_a_kept_producer_that_is_disposed_of_without_a_flush() => Flags(
        """
        using Confluent.Kafka;

        sealed class Outbox : IDisposable
        {
            readonly IProducer<Null, string> producer = new ProducerBuilder<Null, string>(new ProducerConfig()).Build();

            public void Send(string order, Action<DeliveryReport<Null, string>> heard) => producer.Produce("orders", new Message<Null, string> { Value = order }, heard);

            public void Dispose() => [|producer.Dispose()|];
        }

        sealed class Quiet : IDisposable
        {
            readonly IProducer<Null, string> producer = new ProducerBuilder<Null, string>(new ProducerConfig()).Build();

            public void Send(string order, Action<DeliveryReport<Null, string>> heard) => producer.Produce("orders", new Message<Null, string> { Value = order }, heard);

            public void Dispose()
            {
                producer.Flush(CancellationToken.None);
                producer.Dispose();
            }
        }

        sealed class Patient : IDisposable
        {
            readonly IProducer<Null, string> producer = new ProducerBuilder<Null, string>(new ProducerConfig()).Build();

            public Task Send(string order) => producer.ProduceAsync("orders", new Message<Null, string> { Value = order });

            public void Dispose() => producer.Dispose();
        }
        """);

    [Fact]
    public Task Flags_other_clients_alike() => Flags(
        """
        using Azure.Messaging.EventHubs;
        using Azure.Messaging.EventHubs.Producer;
        using RabbitMQ.Client;

        class Outbox
        {
            async Task Send(EventData order, IChannel channel, EventHubProducerClient hub)
            {
                var buffered = [|new EventHubBufferedProducerClient("orders")|];
                await buffered.EnqueueEventAsync(order);
                await using var closed = new EventHubBufferedProducerClient("orders");
                await closed.EnqueueEventAsync(order);
                var flushed = new EventHubBufferedProducerClient("orders");
                await flushed.EnqueueEventAsync(order);
                await flushed.CloseAsync();
                _ = [|hub.SendAsync(new[] { order })|];
                await hub.SendAsync(new[] { order });
                [|channel.BasicPublishAsync("", "orders", new byte[] { 1 })|];
                await channel.BasicPublishAsync("", "orders", new byte[] { 1 });
            }
        }
        """, Hubs);

    /// <summary>As much of Event Hubs as is sent with here, whose package is not to be had from every feed.</summary>
    private static readonly Given Hubs = new()
    {
        Sources =
        [
            ("Hubs.cs",
            """
            namespace Azure.Messaging.EventHubs
            {
                public class EventData;
            }

            namespace Azure.Messaging.EventHubs.Producer
            {
                public class EventHubProducerClient
                {
                    public virtual Task SendAsync(IEnumerable<EventData> eventBatch, CancellationToken cancellationToken = default) => throw null!;
                }

                public class EventHubBufferedProducerClient : IAsyncDisposable
                {
                    public EventHubBufferedProducerClient(string connectionString) => throw null!;
                    public virtual Task<int> EnqueueEventAsync(EventData eventData, CancellationToken cancellationToken = default) => throw null!;
                    public virtual Task CloseAsync(bool flush = true, CancellationToken cancellationToken = default) => throw null!;
                    public virtual ValueTask DisposeAsync() => throw null!;
                }
            }
            """.Replace("public class EventData;", "public class EventData { }")),
        ],
    };

    [Fact]
    public Task Fixes_by_logging_what_could_not_be_delivered() => Fixes(
        """
        using Confluent.Kafka;
        using Microsoft.Extensions.Logging;

        class Outbox
        {
            readonly IProducer<Null, string> producer = null!;
            readonly ILogger<Outbox> logger = null!;

            void Send(string order)
            {
                [|producer.Produce("orders", new Message<Null, string> { Value = order })|]; // as it comes
            }
        }
        """,
        """
        using Confluent.Kafka;
        using Microsoft.Extensions.Logging;

        class Outbox
        {
            readonly IProducer<Null, string> producer = null!;
            readonly ILogger<Outbox> logger = null!;

            void Send(string order)
            {
                producer.Produce("orders", new Message<Null, string> { Value = order }, report =>
                {
                    if (report.Error.IsError)
                        logger.LogError("A message to {Topic} was not delivered: {Reason}", report.Topic, report.Error.Reason);
                }); // as it comes
            }
        }
        """);

    [Fact]
    public Task Fixes_by_awaiting_the_delivery() => Fixes(
        """
        using Confluent.Kafka;

        class Outbox
        {
            readonly IProducer<Null, string> producer = null!;

            async Task Send(string order, Message<Null, string> message)
            {
                // the order itself
                [|producer.Produce("orders", message)|];
                _ = [|producer.ProduceAsync("orders", message)|]; // and its copy
                [|producer.ProduceAsync("copies", message)|];
                await Task.Yield();
            }
        }
        """,
        """
        using Confluent.Kafka;

        class Outbox
        {
            readonly IProducer<Null, string> producer = null!;

            async Task Send(string order, Message<Null, string> message)
            {
                // the order itself
                await producer.ProduceAsync("orders", message);
                await producer.ProduceAsync("orders", message); // and its copy
                await producer.ProduceAsync("copies", message);
                await Task.Yield();
            }
        }
        """);

    [Fact]
    public Task Fixes_by_flushing_where_the_scope_ends() => Fixes(
        """
        using Confluent.Kafka;

        class Outbox
        {
            void Send(List<string> orders, ProducerConfig config, Action<DeliveryReport<Null, string>> heard)
            {
                using var producer = [|new ProducerBuilder<Null, string>(config).Build()|];
                foreach (var order in orders)
                    producer.Produce("orders", new Message<Null, string> { Value = order }, heard);
            }
        }
        """,
        """
        using Confluent.Kafka;

        class Outbox
        {
            private static readonly TimeSpan FlushTimeout = TimeSpan.FromSeconds(30);

            void Send(List<string> orders, ProducerConfig config, Action<DeliveryReport<Null, string>> heard)
            {
                using var producer = new ProducerBuilder<Null, string>(config).Build();
                foreach (var order in orders)
                    producer.Produce("orders", new Message<Null, string> { Value = order }, heard);
                if (producer.Flush(FlushTimeout) > 0)
                    throw new InvalidOperationException("Not all messages were sent.");
            }
        }
        """);

    [Theory]
    [InlineData("void Send(Message<Null, string> message) => [|producer.Produce(\"orders\", message)|];")]
    [InlineData("void Send(Message<Null, string> message) => [|producer.ProduceAsync(\"orders\", message)|];")]
    [InlineData("async Task Send(List<Message<Null, string>> messages) { messages.ForEach(message => [|producer.ProduceAsync(\"orders\", message)|]); await Task.Yield(); }")]
    [InlineData("public void Dispose() => [|producer.Dispose()|];\n    void Send(Message<Null, string> message, Action<DeliveryReport<Null, string>> heard) => producer.Produce(\"orders\", message, heard);")]
    public Task Offers_no_fix_where_nothing_can_wait_or_hear(string member) => OffersNoFix(
        $$"""
        using Confluent.Kafka;

        class Outbox
        {
            readonly IProducer<Null, string> producer = null!;

            {{member}}
        }
        """);
}
