using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

public sealed class UC6008NeverSettledTests : RuleTests<UC6008NeverSettled, UC6008NeverSettledFix>
{
    /// <summary>Clients whose packages are not to be had from every feed.</summary>
    private static readonly Given WithClients = new() { Sources = [Declared("Batches.cs"), Declared("Settlement.cs"), Declared("Streams.cs")] };

    private static readonly Given WithOldRabbit = new() { OtherMajors = true };

    private static (string Name, string Text) Declared(string file) => (file, File.ReadAllText(Path.Combine(House.House.Root, "tests", "Undercurrent.Analyzers.Declarations", file)));

    private static string Kafka(string config, string loop) =>
        $$"""
        using Confluent.Kafka;

        class Intake
        {
            readonly Func<string, Task> store = null!;

            async Task Run(CancellationToken stop)
            {
                {{config}}
                using var consumer = new ConsumerBuilder<string, string>(config).Build();
                consumer.Subscribe("orders");
                while (!stop.IsCancellationRequested)
                {
                    var result = consumer.Consume(stop);
                    {{loop}}
                }
            }
        }
        """;

    [Theory]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\", [|EnableAutoCommit = false|] };")]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\" }; [|config.EnableAutoCommit = false|];")]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\", [|EnableAutoCommit = false|], EnableAutoOffsetStore = false };")]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\", [|EnableAutoOffsetStore = false|] };")]
    [InlineData("var config = new Dictionary<string, string> { [\"group.id\"] = \"loader\", [|[\"enable.auto.commit\"] = \"false\"|] };")]
    [InlineData("var config = new ConsumerConfig(); config.[|Set|](\"enable.auto.offset.store\", \"false\");")]
    public Task Flags_offsets_that_nobody_commits(string config) => Flags(Kafka(config, "await store(result.Message.Value);"));

    [Fact]
    public Task Flags_offsets_that_are_stored_for_a_commit_that_never_comes() =>
        Flags(Kafka("var config = new ConsumerConfig { GroupId = \"loader\", [|EnableAutoCommit = false|] };", "await store(result.Message.Value); consumer.StoreOffset(result);"));

    [Theory]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\", EnableAutoCommit = false };", "await store(result.Message.Value); consumer.Commit(result);")]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\", EnableAutoCommit = false };", "await store(result.Message.Value); if (result.Offset % 100 == 0) consumer.Commit();")]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\", EnableAutoOffsetStore = false };", "await store(result.Message.Value); consumer.StoreOffset(result);")]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\", EnableAutoCommit = true };", "await store(result.Message.Value);")]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\", EnableAutoCommit = store is null };", "await store(result.Message.Value);")]
    [InlineData("var config = new ConsumerConfig { GroupId = $\"view-{Guid.NewGuid()}\", EnableAutoCommit = false };", "await store(result.Message.Value);")]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\", EnableAutoCommit = false };", "consumer.Assign(new TopicPartitionOffset(\"orders\", 0, 0)); await store(result.Message.Value);")]
    public Task Allows_offsets_that_are_committed_or_not_needed(string config, string loop) => Allows(Kafka(config, loop));

    [Fact]
    public Task Allows_a_setting_whose_consumer_is_elsewhere() => Allows(
        """
        using Confluent.Kafka;

        class Settings
        {
            public static ConsumerConfig Make() => new() { GroupId = "loader", EnableAutoCommit = false };
        }
        """);

    [Fact]
    public Task Allows_offsets_that_another_type_commits() => Allows(
        Kafka("var config = new ConsumerConfig { GroupId = \"loader\", EnableAutoCommit = false };", "await store(result.Message.Value); new Offsets().Done(consumer, result);"),
        new() { Sources = [("Offsets.cs", "using Confluent.Kafka; class Offsets { public void Done(IConsumer<string, string> consumer, ConsumeResult<string, string> result) => consumer.Commit(result); }")] });

    [Fact]
    public Task Flags_offsets_where_only_another_consumer_commits_its_own() => Flags(
        Kafka("var config = new ConsumerConfig { GroupId = \"loader\", [|EnableAutoCommit = false|] };", "await store(result.Message.Value);"),
        new() { Sources = [("Other.cs", "using Confluent.Kafka; class Other { void Run(IConsumer<string, string> consumer) { var result = consumer.Consume(); Console.WriteLine(result); consumer.Commit(result); } }")] });

    private static string Rabbit(string handler, string consume) =>
        $$"""
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        class Intake
        {
            readonly Func<byte[], Task> store = null!;

            async Task Start(IChannel channel)
            {
                var consumer = new AsyncEventingBasicConsumer(channel);
                consumer.ReceivedAsync += async (sender, ea) => { {{handler}} };
                {{consume}}
            }
        }
        """;

    [Theory]
    [InlineData("await store(ea.Body.ToArray());", "await channel.[|BasicConsumeAsync|](\"orders\", autoAck: false, consumer);")]
    [InlineData("await store(ea.Body.ToArray());", "await channel.[|BasicConsumeAsync|](queue: \"orders\", autoAck: false, consumerTag: \"one\", noLocal: false, exclusive: false, arguments: null, consumer: consumer);")]
    [InlineData("await store(ea.Body.ToArray());", "var got = await channel.[|BasicGetAsync|](\"orders\", false); await store(got!.Body.ToArray());")]
    public Task Flags_messages_that_nobody_acknowledges(string handler, string consume) => Flags(Rabbit(handler, consume));

    [Theory]
    [InlineData("await store(ea.Body.ToArray()); await channel.BasicAckAsync(ea.DeliveryTag, false);", "await channel.BasicConsumeAsync(\"orders\", autoAck: false, consumer);")]
    [InlineData("try { await store(ea.Body.ToArray()); } catch { await channel.BasicRejectAsync(ea.DeliveryTag, false); }", "await channel.BasicConsumeAsync(\"orders\", autoAck: false, consumer);")]
    [InlineData("await store(ea.Body.ToArray());", "await channel.BasicConsumeAsync(\"orders\", autoAck: true, consumer);")]
    [InlineData("await store(ea.Body.ToArray());", "var automatic = sender is not null; await channel.BasicConsumeAsync(\"orders\", automatic, consumer);")]
    public Task Allows_messages_that_are_acknowledged(string handler, string consume) => Allows(Rabbit(handler, consume.Replace("sender", "consumer", StringComparison.Ordinal)));

    [Fact]
    public Task Flags_the_older_client_and_its_default() => Flags(
        """
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        class Intake
        {
            void Start(IModel channel, Action<byte[]> store)
            {
                var consumer = new EventingBasicConsumer(channel);
                consumer.Received += (sender, ea) => store(ea.Body.ToArray());
                channel.[|BasicConsume|]("orders", false, consumer);
                channel.[|BasicConsume|](consumer, "returns");
            }
        }
        """,
        WithOldRabbit);

    [Fact]
    public Task Allows_a_consumer_of_ones_own_that_acknowledges() => Allows(
        """
        using RabbitMQ.Client;

        class Intake
        {
            Task Start(IChannel channel) => channel.BasicConsumeAsync("orders", autoAck: false, new Own(channel));
        }

        class Own : AsyncDefaultBasicConsumer
        {
            public Own(IChannel channel) : base(channel) { }

            public override async Task HandleBasicDeliverAsync(string consumerTag, ulong deliveryTag, bool redelivered, string exchange, string routingKey, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default) =>
                await Channel.BasicAckAsync(deliveryTag, false, cancellationToken);
        }
        """);

    [Fact]
    public Task Flags_what_other_brokers_wait_for() => Flags(
        """
        using Azure.Messaging.EventHubs;
        using Azure.Messaging.ServiceBus;
        using Azure.Storage.Queues;
        using DotPulsar.Abstractions;
        using Google.Cloud.PubSub.V1;
        using NATS.Client.JetStream;
        using StackExchange.Redis;

        class Intake
        {
            readonly Func<object?, Task> handle = null!;

            void Start(EventProcessorClient processor) => [|processor.ProcessEventAsync|] += async args => await handle(args.Data.EventBody);

            void Bus(ServiceBusClient client)
            {
                var processor = client.CreateProcessor("orders", new ServiceBusProcessorOptions { [|AutoCompleteMessages = false|] });
                processor.ProcessMessageAsync += async args => await handle(args.Message);
            }

            async Task Storage(QueueClient queue)
            {
                foreach (var message in (await queue.[|ReceiveMessagesAsync|](10)).Value)
                    await handle(message.Body.ToString());
            }

            async Task Pulsar(IConsumer<string> consumer)
            {
                var message = await consumer.[|Receive|]();
                await handle(message.Value());
            }

            async Task Streams(IDatabase db)
            {
                foreach (var entry in await db.[|StreamReadGroupAsync|]("orders", "loader", "one"))
                    await handle(entry.Values[0].Value);
            }

            async Task Nats(INatsJSConsumer consumer)
            {
                await foreach (var message in consumer.[|ConsumeAsync<string>|]())
                    await handle(message.Data);
            }

            async Task Pull(SubscriberServiceApiClient client)
            {
                var response = await client.[|PullAsync|]("orders", 10);
                foreach (var received in response.ReceivedMessages)
                    await handle(received.Message);
            }

            async Task Cloud(Amazon.SQS.IAmazonSQS sqs, string url)
            {
                foreach (var message in (await sqs.[|ReceiveMessageAsync|](url)).Messages)
                    await handle(message.Body);
            }
        }
        """,
        WithClients);

    [Fact]
    public Task Allows_what_is_settled_looked_at_or_handed_back() => Allows(
        """
        using Azure.Messaging.EventHubs;
        using Azure.Messaging.ServiceBus;
        using Azure.Storage.Queues;
        using Azure.Storage.Queues.Models;
        using StackExchange.Redis;

        class Intake
        {
            readonly Func<object?, Task> handle = null!;

            void Start(EventProcessorClient processor)
            {
                var seen = 0;
                processor.ProcessEventAsync += async args =>
                {
                    await handle(args.Data.EventBody);
                    if (++seen % 100 == 0)
                        await args.UpdateCheckpointAsync();
                };
            }

            void Bus(ServiceBusClient client)
            {
                var processor = client.CreateProcessor("orders", new ServiceBusProcessorOptions { AutoCompleteMessages = true });
                processor.ProcessMessageAsync += async args => await handle(args.Message);
            }

            async Task<QueueMessage[]> Storage(QueueClient queue) => (await queue.ReceiveMessagesAsync(10)).Value;

            async Task Streams(IDatabase db)
            {
                foreach (var entry in await db.StreamReadGroupAsync("orders", "loader", "one", ">", 10, noAck: true))
                    await handle(entry.Values[0].Value);
            }

            async Task Cloud(Amazon.SQS.IAmazonSQS sqs, string url)
            {
                foreach (var message in (await sqs.ReceiveMessageAsync(url)).Messages)
                {
                    await handle(message.Body);
                    await sqs.DeleteMessageAsync(url, message.ReceiptHandle);
                }
            }
        }
        """,
        WithClients);

    [Fact]
    public Task Allows_what_somebody_out_of_sight_may_settle() => Allows(
        """
        using Azure.Messaging.ServiceBus;
        using Polly;

        class Intake
        {
            void Start(ServiceBusClient client, Context context)
            {
                var processor = client.CreateProcessor("orders", new ServiceBusProcessorOptions { AutoCompleteMessages = false });
                processor.ProcessMessageAsync += args => { context.Add("message", args); return Task.CompletedTask; };
            }
        }
        """,
        new() { Sources = WithClients.Sources, OtherMajors = true });

    [Fact]
    public Task Flags_settings_that_another_method_or_file_makes() => Flags(
        """
        using Azure.Messaging.ServiceBus;
        using Confluent.Kafka;

        class Intake
        {
            readonly Func<object?, Task> handle = null!;

            static ServiceBusProcessorOptions Options()
            {
                var options = new ServiceBusProcessorOptions();
                [|options.AutoCompleteMessages = false|];
                return options;
            }

            static ServiceBusProcessorOptions Wide()
            {
                var options = Options();
                options.MaxConcurrentCalls = 8;
                return options;
            }

            void Bus(ServiceBusClient client)
            {
                var processor = client.CreateProcessor("orders", Wide());
                processor.ProcessMessageAsync += Take;
            }

            Task Take(ProcessMessageEventArgs args) => handle(args.Message);

            async Task Loop()
            {
                using var consumer = new ConsumerBuilder<string, string>(Settings.Make("loader")).Build();
                while (true)
                    await handle(consumer.Consume().Message.Value);
            }
        }
        """,
        new()
        {
            Sources =
            [
                .. WithClients.Sources,
                ("Settings.cs",
                """
                using Confluent.Kafka;

                static class Settings
                {
                    public static ConsumerConfig Make(string group)
                    {
                        var config = new ConsumerConfig { BootstrapServers = "kafka:9093" };
                        config.GroupId = group;
                        {|UC6008:config.EnableAutoCommit = false|};
                        return config;
                    }
                }
                """),
            ],
        });

    [Fact]
    public Task Allows_settings_whose_processor_goes_to_somebody_else() => Allows(
        """
        using Azure.Messaging.ServiceBus;

        class Intake
        {
            static ServiceBusProcessorOptions Options()
            {
                var options = new ServiceBusProcessorOptions();
                options.AutoCompleteMessages = false;
                return options;
            }

            public static ServiceBusProcessorOptions Unused()
            {
                var options = new ServiceBusProcessorOptions();
                options.AutoCompleteMessages = false;
                return options;
            }

            public ServiceBusProcessor Open(ServiceBusClient client) => client.CreateProcessor("orders", Options());
        }
        """,
        WithClients);

    [Fact]
    public Task Flags_a_stream_of_messages_that_nobody_acknowledges() => Flags(
        """
        using DotPulsar.Abstractions;
        using DotPulsar.Extensions;

        class Intake
        {
            async Task Run(IConsumer<string> consumer, IReader<string> reader, Func<string, Task> store, CancellationToken stop)
            {
                await foreach (var message in consumer.[|Messages|](stop))
                    await store(message.Value());

                await foreach (var message in reader.Messages(stop))
                    await store(message.Value());
            }
        }
        """,
        WithClients);

    [Fact]
    public Task Allows_a_stream_of_messages_that_are_acknowledged() => Allows(
        """
        using DotPulsar.Abstractions;
        using DotPulsar.Extensions;

        class Intake
        {
            async Task Run(IConsumer<string> consumer, Func<string, Task> store, CancellationToken stop)
            {
                await foreach (var message in consumer.Messages(stop))
                {
                    await store(message.Value());
                    await consumer.Acknowledge(message, stop);
                }
            }
        }
        """,
        WithClients);

    [Fact]
    public Task Allows_a_type_of_the_same_name() => Allows(
        """
        namespace Mine.Kafka
        {
            class ConsumerConfig { public bool EnableAutoCommit { get; set; } }

            class Intake { readonly ConsumerConfig config = new() { EnableAutoCommit = false }; string Consume() => config.ToString()!; }
        }
        """);

    [Fact]
    public Task Fixes_a_loop_that_commits_nothing() => Fixes(
        """
        using Confluent.Kafka;

        class Intake
        {
            async Task Run(Func<string, Task> store)
            {
                var config = new ConsumerConfig { GroupId = "loader", [|EnableAutoCommit = false|] };
                using var consumer = new ConsumerBuilder<string, string>(config).Build();
                while (true)
                {
                    var result = consumer.Consume();
                    if (result is null)
                        continue;

                    try
                    {
                        await store(result.Message.Value); // the night
                        Console.WriteLine(result.Offset);
                    }
                    catch (IOException error)
                    {
                        Console.WriteLine(error);
                    }
                }
            }
        }
        """,
        """
        using Confluent.Kafka;

        class Intake
        {
            async Task Run(Func<string, Task> store)
            {
                var config = new ConsumerConfig { GroupId = "loader", EnableAutoCommit = false };
                using var consumer = new ConsumerBuilder<string, string>(config).Build();
                while (true)
                {
                    var result = consumer.Consume();
                    if (result is null)
                        continue;

                    try
                    {
                        await store(result.Message.Value); // the night
                        consumer.Commit(result);
                        Console.WriteLine(result.Offset);
                    }
                    catch (IOException error)
                    {
                        Console.WriteLine(error);
                    }
                }
            }
        }
        """);

    [Fact]
    public Task Fixes_handlers_and_batches() => Fixes(
        """
        using Azure.Messaging.EventHubs;
        using Azure.Messaging.ServiceBus;
        using Azure.Storage.Queues;
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        class Intake
        {
            readonly Func<object?, Task> handle = null!;

            void Start(EventProcessorClient processor)
            {
                [|processor.ProcessEventAsync|] += async args =>
                {
                    await handle(args.Data.EventBody);
                };
            }

            void Bus(ServiceBusClient client)
            {
                var processor = client.CreateProcessor("orders", new ServiceBusProcessorOptions { [|AutoCompleteMessages = false|] });
                processor.ProcessMessageAsync += async args =>
                {
                    await handle(args.Message);
                };
            }

            async Task Rabbit(IChannel channel)
            {
                var consumer = new AsyncEventingBasicConsumer(channel);
                consumer.ReceivedAsync += async (_, ea) =>
                {
                    await handle(ea.Body.ToArray());
                };
                await channel.[|BasicConsumeAsync|]("orders", autoAck: false, consumer);
            }

            async Task Storage(QueueClient queue)
            {
                foreach (var message in (await queue.[|ReceiveMessagesAsync|](10)).Value)
                {
                    await handle(message.Body.ToString());
                }
            }
        }
        """,
        """
        using Azure.Messaging.EventHubs;
        using Azure.Messaging.ServiceBus;
        using Azure.Storage.Queues;
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        class Intake
        {
            readonly Func<object?, Task> handle = null!;

            void Start(EventProcessorClient processor)
            {
                processor.ProcessEventAsync += async args =>
                {
                    await handle(args.Data.EventBody);
                    await args.UpdateCheckpointAsync();
                };
            }

            void Bus(ServiceBusClient client)
            {
                var processor = client.CreateProcessor("orders", new ServiceBusProcessorOptions { AutoCompleteMessages = false });
                processor.ProcessMessageAsync += async args =>
                {
                    await handle(args.Message);
                    await args.CompleteMessageAsync(args.Message);
                };
            }

            async Task Rabbit(IChannel channel)
            {
                var consumer = new AsyncEventingBasicConsumer(channel);
                consumer.ReceivedAsync += async (_, ea) =>
                {
                    await handle(ea.Body.ToArray());
                    await channel.BasicAckAsync(ea.DeliveryTag, multiple: false);
                };
                await channel.BasicConsumeAsync("orders", autoAck: false, consumer);
            }

            async Task Storage(QueueClient queue)
            {
                foreach (var message in (await queue.ReceiveMessagesAsync(10)).Value)
                {
                    await handle(message.Body.ToString());
                    await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
                }
            }
        }
        """,
        WithClients);

    [Theory]
    [InlineData("consumer.Consume().Message.Value.ToString();")]
    [InlineData("var result = consumer.Consume(); if (result.Message.Key == \"old\") continue; await store(result.Message.Value);")]
    public Task Offers_no_fix_where_the_end_of_the_work_is_not_plain(string loop) => OffersNoFix(
        $$"""
        using Confluent.Kafka;

        class Intake
        {
            async Task Run(Func<string, Task> store)
            {
                using var consumer = new ConsumerBuilder<string, string>(new ConsumerConfig { GroupId = "loader", [|EnableAutoCommit = false|] }).Build();
                while (true)
                {
                    await Task.Yield();
                    {{loop}}
                }
            }
        }
        """);
}
