using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

public sealed class UC6006SettledBeforeProcessingTests : RuleTests<UC6006SettledBeforeProcessing, UC6006SettledBeforeProcessingFix>
{
    private const string World =
        """
        using System.Text;
        using System.Text.Json;
        using Confluent.Kafka;
        using Microsoft.Extensions.Logging;

        record Order(string Id, decimal Price);

        interface IOrders
        {
            Task SaveAsync(Order order);
            void Save(string order);
        }

        """;

    private static readonly Given WithWorld = new() { Sources = [("World.cs", World)] };

    /// <summary>Clients whose packages are not to be had from every feed.</summary>
    private static readonly Given WithClients = new() { Sources = [("World.cs", World), Declared("Batches.cs"), Declared("Settlement.cs"), Declared("Streams.cs")] };

    private static readonly Given WithOldRabbit = new() { OtherMajors = true };

    private static (string Name, string Text) Declared(string file) => (file, File.ReadAllText(Path.Combine(House.House.Root, "tests", "Undercurrent.Analyzers.Declarations", file)));

    private static string Kafka(string loop) =>
        $$"""
        using System.Text.Json;
        using Confluent.Kafka;
        using Microsoft.Extensions.Logging;

        class Intake
        {
            readonly IConsumer<string, string> consumer = null!;
            readonly IProducer<string, string> producer = null!;
            readonly IOrders orders = null!;
            readonly ILogger log = null!;
            readonly HttpClient http = new();
            Func<Order, Task> handler = null!;
            readonly List<Order> buffer = new();

            async Task Run(CancellationToken stop)
            {
                while (!stop.IsCancellationRequested)
                {
                    var result = consumer.Consume(stop);
                    {{loop}}
                }
            }

            static Order? Read(ConsumeResult<string, string> result) => JsonSerializer.Deserialize<Order>(result.Message.Value);
            async Task Process(ConsumeResult<string, string> result) => await orders.SaveAsync(Read(result)!);
            void Settle(ConsumeResult<string, string> result) => consumer.Commit(result);
            void Show(Order? order) => Console.WriteLine(order);
            async void Forget(Order order) => await orders.SaveAsync(order);
        }
        """;

    [Theory]
    [InlineData("consumer.[|Commit|](result); await Process(result);")]
    [InlineData("consumer.[|StoreOffset|](result); await Process(result);")]
    [InlineData("consumer?.[|Commit|](result); await Process(result);")]
    [InlineData("consumer.[|Commit|](); orders.Save(result.Message.Value);")]
    [InlineData("consumer.[|Commit|](new[] { new TopicPartitionOffset(result.TopicPartition, result.Offset + 1) }); orders.Save(result.Message.Value);")]
    [InlineData("var order = Read(result); consumer.[|Commit|](result); if (order is not null) await orders.SaveAsync(order);")]
    [InlineData("var order = Read(result); consumer.[|Commit|](result); await handler(order!);")]
    [InlineData("consumer.[|StoreOffset|](result: result); await http.PostAsync(\"https://orders.example/\", new StringContent(result.Message.Value));")]
    [InlineData("consumer.[|StoreOffset|](result); await producer.ProduceAsync(\"orders\", new Message<string, string> { Value = result.Message.Value });")]
    [InlineData("consumer.[|StoreOffset|](result); producer.Produce(\"orders\", result.Message);")]
    [InlineData("consumer.[|StoreOffset|](result); try { await Process(result); } catch (Exception error) { log.LogError(error, \"Failed\"); }")]
    [InlineData("[|Settle|](result); await Process(result);")]
    [InlineData("void Done() => consumer.Commit(result); [|Done|](); await Process(result);")]
    [InlineData("if (result.Message.Key == \"old\") { consumer.[|Commit|](result); } await Process(result);")]
    [InlineData("try { consumer.[|Commit|](result); await Process(result); } finally { log.LogInformation(\"Done\"); }")]
    [InlineData("try { await Process(result); } finally { consumer.[|Commit|](result); }")]
    [InlineData("_ = Task.Run(() => Process(result)); consumer.[|StoreOffset|](result);")]
    [InlineData("_ = Process(result); consumer.[|Commit|](result);")]
    [InlineData("Forget(Read(result)!); consumer.[|Commit|](result);")]
    [InlineData("var work = Process(result); consumer.[|Commit|](result); await work;")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => orders.Save(result.Message.Value)); consumer.[|Commit|](result);")]
    [InlineData("buffer.Add(Read(result)!); if (buffer.Count > 99) { consumer.[|Commit|](result); foreach (var order in buffer) await orders.SaveAsync(order); buffer.Clear(); }")]
    public Task Flags_an_offset_committed_before_the_work(string loop) => Flags(Kafka(loop), WithWorld);

    [Theory]
    [InlineData("await Process(result); consumer.Commit(result);")]
    [InlineData("await Process(result); consumer.StoreOffset(result); log.LogInformation(\"Took {Key}\", result.Message.Key);")]
    [InlineData("consumer.Commit(result); log.LogInformation(\"Took {Order}\", Read(result));")]
    [InlineData("consumer.Commit(result); Show(Read(result));")]
    [InlineData("if (result.Message.Value is null) { consumer.Commit(result); continue; } await Process(result); consumer.Commit(result);")]
    [InlineData("using var scope = log.BeginScope(\"x\"); if (result.Message.Value is null) { consumer.Commit(result); continue; } await Process(result); consumer.Commit(result);")]
    [InlineData("if (Read(result) is not { } order) { consumer.StoreOffset(result); continue; } await orders.SaveAsync(order); consumer.StoreOffset(result);")]
    [InlineData("try { await Process(result); consumer.Commit(result); } catch (Exception error) { log.LogError(error, \"Failed at {Offset}\", result.Offset); throw; }")]
    [InlineData("try { await Process(result); } catch (Exception) { await producer.ProduceAsync(\"dead\", result.Message); } finally { consumer.Commit(result); }")]
    [InlineData("var work = Process(result); await work; consumer.Commit(result);")]
    [InlineData("await Task.Run(() => Process(result)); consumer.Commit(result);")]
    [InlineData("await Process(result); Settle(result);")]
    [InlineData("buffer.Add(Read(result)!); if (buffer.Count > 99) { foreach (var order in buffer) await orders.SaveAsync(order); consumer.Commit(result); buffer.Clear(); }")]
    [InlineData("_ = Task.Run(async () => { await Process(result); consumer.Commit(result); });")]
    [InlineData("switch (result.Message.Key) { case \"old\": consumer.Commit(result); break; default: await Process(result); consumer.Commit(result); break; }")]
    [InlineData("consumer.Commit(); await Process(result); consumer.StoreOffset(result);")]
    [InlineData("consumer.Commit(result); await Task.Delay(TimeSpan.FromSeconds(1), stop);")]
    [InlineData("await Process(result); consumer.Commit(result); await orders.SaveAsync(new Order(\"heartbeat\", 0));")]
    public Task Allows_an_offset_committed_after_the_work(string loop) => Allows(Kafka(loop), WithWorld);

    [Fact]
    public Task Flags_a_commit_that_has_nothing_to_do_with_what_another_method_stores() => Flags(
        """
        using Confluent.Kafka;

        class Copies
        {
            readonly IConsumer<string, string> consumer = null!;
            readonly IProducer<string, string> producer = null!;

            async Task Copy()
            {
                while (true)
                {
                    var result = consumer.Consume();
                    consumer.[|Commit|]();
                    await producer.ProduceAsync("copies", new Message<string, string> { Key = result.Message.Key, Value = result.Message.Value });
                }
            }

            async Task Store(Func<string, Task> store)
            {
                var result = consumer.Consume();
                await store(result.Message.Value);
                consumer.StoreOffset(result);
            }
        }
        """);

    [Fact]
    public Task Allows_a_commit_of_what_another_method_of_its_company_stores() => Allows(
        """
        using Confluent.Kafka;

        class Copies
        {
            readonly IConsumer<string, string> consumer = null!;
            readonly IProducer<string, string> producer = null!;

            async Task Copy()
            {
                while (true)
                {
                    var result = consumer.Consume();
                    consumer.Commit();
                    await Send(result);
                }
            }

            async Task Send(ConsumeResult<string, string> result)
            {
                await producer.ProduceAsync("copies", result.Message);
                Done(result);
            }

            void Done(ConsumeResult<string, string> result) => consumer.StoreOffset(result);
        }
        """);

    [Fact]
    public Task Allows_a_commit_of_the_record_before() => Allows(
        """
        using Confluent.Kafka;

        class Intake
        {
            void Run(IConsumer<string, string> consumer, IOrders orders)
            {
                ConsumeResult<string, string>? previous = null;
                while (true)
                {
                    if (previous is not null)
                        consumer.Commit(previous);

                    var result = consumer.Consume();
                    orders.Save(result.Message.Value);
                    previous = result;
                }
            }
        }
        """,
        WithWorld);

    [Fact]
    public Task Flags_a_record_handed_on_after_its_commit() => Flags(
        """
        using Confluent.Kafka;

        class Intake
        {
            IEnumerable<string> Read(IConsumer<string, string> consumer)
            {
                while (true)
                {
                    var result = consumer.Consume();
                    consumer.[|Commit|](result);
                    yield return result.Message.Value;
                }
            }
        }
        """);

    private static string Rabbit(string body) =>
        $$"""
        using System.Text;
        using System.Text.Json;
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        class Intake
        {
            readonly IChannel channel = null!;
            readonly IOrders orders = null!;

            async Task Start()
            {
                var consumer = new AsyncEventingBasicConsumer(channel);
                {{body}}
                await channel.BasicConsumeAsync("orders", autoAck: false, consumer);
            }

            async Task Handle(string body) => await orders.SaveAsync(JsonSerializer.Deserialize<Order>(body)!);
        }
        """;

    [Theory]
    [InlineData("consumer.ReceivedAsync += async (sender, ea) => { await channel.[|BasicAckAsync|](ea.DeliveryTag, false); await Handle(Encoding.UTF8.GetString(ea.Body.Span)); };")]
    [InlineData("consumer.ReceivedAsync += async (_, ea) => { var text = Encoding.UTF8.GetString(ea.Body.ToArray()); await ((AsyncEventingBasicConsumer)_).Channel.[|BasicAckAsync|](ea.DeliveryTag, multiple: false); await Handle(text); };")]
    [InlineData("consumer.ReceivedAsync += async delegate (object sender, BasicDeliverEventArgs ea) { var tag = ea.DeliveryTag; await channel.[|BasicAckAsync|](tag, false); orders.Save(Encoding.UTF8.GetString(ea.Body.Span)); };")]
    [InlineData("consumer.ReceivedAsync += On; async Task On(object sender, BasicDeliverEventArgs ea) { await channel.[|BasicAckAsync|](ea.DeliveryTag, false); await Handle(Encoding.UTF8.GetString(ea.Body.Span)); }")]
    [InlineData("consumer.ReceivedAsync += async (sender, ea) => { _ = Handle(Encoding.UTF8.GetString(ea.Body.Span)); await channel.[|BasicAckAsync|](ea.DeliveryTag, false); };")]
    [InlineData("consumer.ReceivedAsync += async (sender, ea) => { try { await Handle(Encoding.UTF8.GetString(ea.Body.Span)); } finally { await channel.[|BasicAckAsync|](ea.DeliveryTag, false); } };")]
    public Task Flags_an_acknowledgement_before_the_work(string body) => Flags(Rabbit(body), WithWorld);

    [Theory]
    [InlineData("consumer.ReceivedAsync += async (sender, ea) => { await Handle(Encoding.UTF8.GetString(ea.Body.Span)); await channel.BasicAckAsync(ea.DeliveryTag, false); };")]
    [InlineData("consumer.ReceivedAsync += async (sender, ea) => { try { await Handle(Encoding.UTF8.GetString(ea.Body.Span)); await channel.BasicAckAsync(ea.DeliveryTag, false); } catch (Exception) { await channel.BasicNackAsync(ea.DeliveryTag, false, requeue: !ea.Redelivered); } };")]
    [InlineData("consumer.ReceivedAsync += async (sender, ea) => { var done = false; try { await Handle(Encoding.UTF8.GetString(ea.Body.Span)); done = true; } finally { if (done) await channel.BasicAckAsync(ea.DeliveryTag, false); else await channel.BasicNackAsync(ea.DeliveryTag, false, false); } };")]
    [InlineData("consumer.ReceivedAsync += async (sender, ea) => { if (ea.Body.IsEmpty) { await channel.BasicAckAsync(ea.DeliveryTag, false); return; } await Handle(Encoding.UTF8.GetString(ea.Body.Span)); await channel.BasicAckAsync(ea.DeliveryTag, false); };")]
    [InlineData("consumer.ReceivedAsync += async (sender, ea) => { await channel.BasicRejectAsync(ea.DeliveryTag, true); await Handle(Encoding.UTF8.GetString(ea.Body.Span)); };")]
    public Task Allows_an_acknowledgement_after_the_work(string body) => Allows(Rabbit(body), WithWorld);

    [Fact]
    public Task Flags_an_acknowledgement_before_the_work_in_the_older_client() => Flags(
        """
        using System.Text;
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        class Intake
        {
            void Start(IModel channel, Action<string> handle)
            {
                var consumer = new EventingBasicConsumer(channel);
                consumer.Received += (model, ea) =>
                {
                    var message = Encoding.UTF8.GetString(ea.Body.ToArray());
                    channel.[|BasicAck|](ea.DeliveryTag, multiple: false);
                    handle(message);
                };
                channel.BasicConsume("orders", false, consumer);
            }
        }

        class Own : DefaultBasicConsumer
        {
            readonly Action<string> handle = null!;

            public override void HandleBasicDeliver(string consumerTag, ulong deliveryTag, bool redelivered, string exchange, string routingKey, IBasicProperties properties, ReadOnlyMemory<byte> body)
            {
                Model.[|BasicAck|](deliveryTag, false);
                handle(Encoding.UTF8.GetString(body.Span));
            }
        }
        """,
        WithOldRabbit);

    [Theory]
    [InlineData("await args.[|CompleteMessageAsync|](args.Message); await orders.SaveAsync(args.Message.Body.ToObjectFromJson<Order>()!);")]
    [InlineData("var order = args.Message.Body.ToObjectFromJson<Order>()!; await args.[|CompleteMessageAsync|](args.Message, args.CancellationToken).ConfigureAwait(false); await orders.SaveAsync(order);")]
    public Task Flags_a_message_completed_before_the_work(string body) => Flags(ServiceBus(body), WithClients);

    [Theory]
    [InlineData("await orders.SaveAsync(args.Message.Body.ToObjectFromJson<Order>()!); await args.CompleteMessageAsync(args.Message);")]
    [InlineData("await args.DeadLetterMessageAsync(args.Message); await orders.SaveAsync(args.Message.Body.ToObjectFromJson<Order>()!);")]
    [InlineData("await args.CompleteMessageAsync(args.Message); await Task.Delay(100, args.CancellationToken);")]
    public Task Allows_a_message_completed_after_the_work(string body) => Allows(ServiceBus(body), WithClients);

    private static string ServiceBus(string body) =>
        $$"""
        using Azure.Messaging.ServiceBus;

        class Intake
        {
            readonly IOrders orders = null!;

            void Start(ServiceBusProcessor processor) => processor.ProcessMessageAsync += Handle;

            async Task Handle(ProcessMessageEventArgs args)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("foreach (var message in await receiver.ReceiveMessagesAsync(10)) { await receiver.[|CompleteMessageAsync|](message); await Handle(message.Body); }")]
    [InlineData("var batch = await receiver.ReceiveMessagesAsync(10); foreach (var message in batch) await receiver.[|CompleteMessageAsync|](message); foreach (var message in batch) await Handle(message.Body);")]
    [InlineData("await foreach (var message in receiver.ReceiveMessagesAsync()) { await receiver.[|CompleteMessageAsync|](message); await Handle(message.Body); }")]
    [InlineData("var message = await receiver.ReceiveMessageAsync(); await receiver.[|CompleteMessageAsync|](message); await Handle(message.Body);")]
    [InlineData("var work = new List<Task>(); foreach (var message in await receiver.ReceiveMessagesAsync(10)) { work.Add(Handle(message.Body)); await receiver.[|CompleteMessageAsync|](message); } await Task.WhenAll(work);")]
    public Task Flags_messages_completed_as_they_come(string body) => Flags(Receiver(body), WithClients);

    [Theory]
    [InlineData("foreach (var message in await receiver.ReceiveMessagesAsync(10)) { await Handle(message.Body); await receiver.CompleteMessageAsync(message); }")]
    [InlineData("var batch = await receiver.ReceiveMessagesAsync(10); await Task.WhenAll(batch.Select(message => Handle(message.Body))); foreach (var message in batch) await receiver.CompleteMessageAsync(message);")]
    [InlineData("while (await receiver.ReceiveMessageAsync() is { } message) { await Handle(message.Body); await receiver.CompleteMessageAsync(message); }")]
    [InlineData("var batch = await receiver.ReceiveMessagesAsync(10); foreach (var message in batch) { await Handle(message.Body); await receiver.CompleteMessageAsync(message); } await Note(batch.Count);")]
    public Task Allows_messages_completed_when_they_are_done_with(string body) => Allows(Receiver(body), WithClients);

    private static string Receiver(string body) =>
        $$"""
        using Azure.Messaging.ServiceBus;

        class Intake
        {
            readonly IOrders orders = null!;

            async Task Run(ServiceBusReceiver receiver)
            {
                {{body}}
            }

            async Task Handle(BinaryData body) => await orders.SaveAsync(body.ToObjectFromJson<Order>()!);
            async Task Note(int count) => await File.AppendAllTextAsync("counts", count.ToString());
        }
        """;

    [Theory]
    [InlineData("foreach (var message in response.Messages) { await sqs.[|DeleteMessageAsync|](url, message.ReceiptHandle); await Handle(message.Body); }")]
    [InlineData("foreach (var message in response.Messages) { await sqs.[|DeleteMessageAsync|](new DeleteMessageRequest { QueueUrl = url, ReceiptHandle = message.ReceiptHandle }); await Handle(message.Body); }")]
    [InlineData("var entries = response.Messages.Select(message => new DeleteMessageBatchRequestEntry { Id = message.MessageId, ReceiptHandle = message.ReceiptHandle }).ToList(); await sqs.[|DeleteMessageBatchAsync|](new DeleteMessageBatchRequest { QueueUrl = url, Entries = entries }); foreach (var message in response.Messages) await Handle(message.Body);")]
    public Task Flags_messages_deleted_before_the_work(string body) => Flags(Queue(body), WithClients);

    [Theory]
    [InlineData("foreach (var message in response.Messages) { await Handle(message.Body); await sqs.DeleteMessageAsync(url, message.ReceiptHandle); }")]
    [InlineData("foreach (var message in response.Messages) { try { await Handle(message.Body); } catch (Exception) { continue; } await sqs.DeleteMessageAsync(url, message.ReceiptHandle); }")]
    [InlineData("foreach (var message in response.Messages) { await Handle(message.Body); await sqs.DeleteMessageAsync(url, message.ReceiptHandle); } await sqs.SendMessageAsync(url, \"done\");")]
    public Task Allows_messages_deleted_after_the_work(string body) => Allows(Queue(body), WithClients);

    private static string Queue(string body) =>
        $$"""
        using System.Text.Json;
        using Amazon.SQS;
        using Amazon.SQS.Model;

        class Intake
        {
            readonly IOrders orders = null!;

            async Task Run(IAmazonSQS sqs, string url)
            {
                var response = await sqs.ReceiveMessageAsync(url);
                {{body}}
            }

            async Task Handle(string body) => await orders.SaveAsync(JsonSerializer.Deserialize<Order>(body)!);
        }
        """;

    [Fact]
    public Task Flags_checkpoints_acknowledgements_and_deletions_of_other_brokers() => Flags(
        """
        using Azure.Messaging.EventHubs;
        using Azure.Messaging.EventHubs.Processor;
        using Azure.Storage.Queues;
        using DotPulsar.Abstractions;
        using DotPulsar.Extensions;
        using Google.Cloud.PubSub.V1;
        using NATS.Client.JetStream;
        using StackExchange.Redis;

        class Intake
        {
            readonly Func<object?, Task> handle = null!;

            void Start(EventProcessorClient processor) => processor.ProcessEventAsync += async args =>
            {
                await args.[|UpdateCheckpointAsync|]();
                await handle(args.Data.EventBody);
            };

            async Task Storage(QueueClient queue)
            {
                foreach (var message in (await queue.ReceiveMessagesAsync(10)).Value)
                {
                    await queue.[|DeleteMessageAsync|](message.MessageId, message.PopReceipt);
                    await handle(message.Body.ToString());
                }
            }

            async Task Pulsar(IConsumer<string> consumer)
            {
                while (true)
                {
                    var message = await consumer.Receive();
                    await consumer.[|Acknowledge|](message);
                    await handle(message.Value());
                }
            }

            async Task Streams(IDatabase db)
            {
                foreach (var entry in await db.StreamReadGroupAsync("orders", "loader", "one"))
                {
                    await db.[|StreamAcknowledgeAsync|]("orders", "loader", entry.Id);
                    await handle(entry.Values[0].Value);
                }
            }

            async Task Nats(INatsJSConsumer consumer)
            {
                await foreach (var message in consumer.ConsumeAsync<string>())
                {
                    await message.[|AckAsync|]();
                    await handle(message.Data);
                }
            }

            async Task Pull(SubscriberServiceApiClient client)
            {
                var response = await client.PullAsync("orders", 10);
                await client.[|AcknowledgeAsync|]("orders", response.ReceivedMessages.Select(one => one.AckId));
                foreach (var received in response.ReceivedMessages)
                    await handle(received.Message);
            }
        }
        """,
        WithClients);

    [Fact]
    public Task Allows_the_same_the_other_way_round() => Allows(
        """
        using Azure.Messaging.EventHubs;
        using Azure.Storage.Queues;
        using DotPulsar.Abstractions;
        using DotPulsar.Extensions;
        using Google.Cloud.PubSub.V1;
        using NATS.Client.JetStream;
        using StackExchange.Redis;

        class Intake
        {
            readonly Func<object?, Task> handle = null!;

            void Start(EventProcessorClient processor) => processor.ProcessEventAsync += async args =>
            {
                await handle(args.Data.EventBody);
                await args.UpdateCheckpointAsync();
            };

            async Task Storage(QueueClient queue)
            {
                foreach (var message in (await queue.ReceiveMessagesAsync(10)).Value)
                {
                    await handle(message.Body.ToString());
                    await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
                }
            }

            async Task Pulsar(IConsumer<string> consumer)
            {
                while (true)
                {
                    var message = await consumer.Receive();
                    await handle(message.Value());
                    await consumer.Acknowledge(message);
                }
            }

            async Task Streams(IDatabase db)
            {
                foreach (var entry in await db.StreamReadGroupAsync("orders", "loader", "one"))
                {
                    await handle(entry.Values[0].Value);
                    await db.StreamAcknowledgeAsync("orders", "loader", entry.Id);
                }
            }

            async Task Nats(INatsJSConsumer consumer)
            {
                await foreach (var message in consumer.ConsumeAsync<string>())
                {
                    await handle(message.Data);
                    await message.AckAsync();
                }
            }

            async Task Pull(SubscriberServiceApiClient client)
            {
                var response = await client.PullAsync("orders", 10);
                foreach (var received in response.ReceivedMessages)
                    await handle(received.Message);

                await client.AcknowledgeAsync("orders", response.ReceivedMessages.Select(one => one.AckId));
            }
        }
        """,
        WithClients);

    [Fact]
    public Task Flags_rows_that_are_saved_after_the_acknowledgement() => Flags(
        """
        using Microsoft.EntityFrameworkCore;
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        class Row { public int Id { get; set; } public byte[] Body { get; set; } = []; }

        class Orders : DbContext { public DbSet<Row> Rows => Set<Row>(); }

        class Intake
        {
            async Task Handle(IChannel channel, BasicDeliverEventArgs ea, Orders orders)
            {
                orders.Rows.Add(new Row { Body = ea.Body.ToArray() });
                await channel.[|BasicAckAsync|](ea.DeliveryTag, false);
                await orders.SaveChangesAsync();
            }

            async Task Right(IChannel channel, BasicDeliverEventArgs ea, Orders orders)
            {
                orders.Rows.Add(new Row { Body = ea.Body.ToArray() });
                await orders.SaveChangesAsync();
                await channel.BasicAckAsync(ea.DeliveryTag, false);
            }
        }
        """.Replace("= []", "= null!", StringComparison.Ordinal));

    [Fact]
    public Task Flags_work_left_alone_where_returning_settles() => Flags(
        """
        using Azure.Messaging.ServiceBus;
        using Google.Cloud.PubSub.V1;

        class Intake
        {
            readonly Func<object?, Task> handle = null!;

            void Bus(ServiceBusProcessor processor) => processor.ProcessMessageAsync += args =>
            {
                _ = Task.[|Run|](() => handle(args.Message));
                return Task.CompletedTask;
            };

            Task Pull(SubscriberClient subscriber) => subscriber.StartAsync((message, stop) =>
            {
                _ = [|handle|](message);
                return Task.FromResult(SubscriberClient.Reply.Ack);
            });

            void Right(ServiceBusProcessor processor, SubscriberClient subscriber)
            {
                processor.ProcessMessageAsync += async args => await handle(args.Message);
                processor.ProcessMessageAsync += args =>
                {
                    _ = Task.Run(async () =>
                    {
                        await handle(args.Message);
                        await args.CompleteMessageAsync(args.Message);
                    });
                    return Task.CompletedTask;
                };
                _ = subscriber.StartAsync(async (message, stop) =>
                {
                    await handle(message);
                    return SubscriberClient.Reply.Ack;
                });
            }
        }
        """,
        WithClients);

    [Fact]
    public Task Flags_a_record_that_is_returned_after_its_acknowledgement() => Flags(
        """
        using System.Text;
        using RabbitMQ.Client;

        class Inbox
        {
            readonly IChannel channel = null!;
            readonly Func<byte[], Task> store = null!;

            public async Task<string?> Take()
            {
                var got = await channel.BasicGetAsync("orders", autoAck: false);
                if (got is null)
                    return null;

                await channel.[|BasicAckAsync|](got.DeliveryTag, false);
                return Encoding.UTF8.GetString(got.Body.Span);
            }

            public async Task<string?> Store()
            {
                var got = await channel.BasicGetAsync("orders", autoAck: false);
                await store(got!.Body.ToArray());
                await channel.BasicAckAsync(got.DeliveryTag, false);
                return Encoding.UTF8.GetString(got.Body.Span);
            }

            public async Task<bool> Drop()
            {
                var got = await channel.BasicGetAsync("orders", autoAck: false);
                await channel.BasicAckAsync(got!.DeliveryTag, false);
                return got.MessageCount > 0;
            }
        }
        """);

    [Fact]
    public Task Flags_records_gathered_in_a_field() => Flags(
        """
        using Confluent.Kafka;

        class Intake
        {
            readonly IConsumer<string, string> consumer = null!;
            readonly List<string> buffer = new();
            readonly Func<List<string>, Task> store = null!;
            string? current;

            async Task Flush()
            {
                consumer.[|Commit|]();
                await store(buffer);
                buffer.Clear();
            }

            async Task Right()
            {
                await store(buffer);
                consumer.Commit();
                buffer.Clear();
            }

            async Task One()
            {
                var result = consumer.Consume();
                current = result.Message.Value;
                consumer.[|Commit|](result);
                await Keep();
            }

            async Task Keep() => await store(new List<string> { current! });
        }
        """);

    [Fact]
    public Task Allows_settlements_that_are_waited_for_later() => Allows(
        """
        using Azure.Messaging.ServiceBus;

        class Intake
        {
            readonly Func<object?, Task> handle = null!;

            async Task Run(ServiceBusReceiver receiver)
            {
                var (first, second) = (await receiver.ReceiveMessageAsync(), await receiver.ReceiveMessageAsync());
                await handle(first);
                await handle(second);
                await Task.WhenAll(receiver.CompleteMessageAsync(first), receiver.CompleteMessageAsync(second));
                var third = await receiver.ReceiveMessageAsync();
                await handle(third);
                var done = receiver.CompleteMessageAsync(third);
                await done;
            }

            async Task Batch(ServiceBusReceiver receiver)
            {
                var batch = await receiver.ReceiveMessagesAsync(10);
                var done = new List<Task>();
                foreach (var message in batch)
                {
                    await handle(message.Body);
                    done.Add(receiver.CompleteMessageAsync(message));
                }

                await Task.WhenAll(done);
            }
        }
        """,
        WithClients);

    [Fact]
    public Task Allows_a_type_of_the_same_name() => Allows(
        """
        namespace Mine.Confluent.Kafka
        {
            class Consumer { public string Consume() => ""; public void Commit(string record) { } }

            class Intake
            {
                void Run(Consumer consumer, Action<string> handle)
                {
                    var record = consumer.Consume();
                    consumer.Commit(record);
                    handle(record);
                }
            }
        }
        """);

    [Fact]
    public Task Fixes_an_early_settlement_and_keeps_what_was_said_of_it() => Fixes(
        """
        using Confluent.Kafka;

        class Intake
        {
            async Task Run(IConsumer<string, string> consumer, Func<string, Task> store)
            {
                while (true)
                {
                    var result = consumer.Consume();

                    // done with it
                    consumer.[|Commit|](result); // for good
                    await store(result.Message.Value);
                    Console.WriteLine(result.Offset);
                }
            }

            async Task Batch(IConsumer<string, string> consumer, Func<string, Task> store)
            {
                var result = consumer.Consume();
                consumer.[|StoreOffset|](result);
                foreach (var line in result.Message.Value.Split('\n'))
                {
                    await store(line);
                }
            }
        }
        """,
        """
        using Confluent.Kafka;

        class Intake
        {
            async Task Run(IConsumer<string, string> consumer, Func<string, Task> store)
            {
                while (true)
                {
                    var result = consumer.Consume();

                    await store(result.Message.Value);
                    // done with it
                    consumer.Commit(result); // for good
                    Console.WriteLine(result.Offset);
                }
            }

            async Task Batch(IConsumer<string, string> consumer, Func<string, Task> store)
            {
                var result = consumer.Consume();
                foreach (var line in result.Message.Value.Split('\n'))
                {
                    await store(line);
                }
                consumer.StoreOffset(result);
            }
        }
        """);

    [Theory]
    [InlineData("if (result.Message.Key == \"old\") { consumer.[|Commit|](result); } await store(result.Message.Value);")]
    [InlineData("consumer.[|Commit|](result); if (result.Message.Key is null) return; await store(result.Message.Value);")]
    [InlineData("_ = store(result.Message.Value); consumer.[|Commit|](result);")]
    [InlineData("try { await store(result.Message.Value); } finally { consumer.[|Commit|](result); }")]
    public Task Offers_no_fix_where_the_order_is_not_all_there_is_to_it(string body) => OffersNoFix(
        $$"""
        using Confluent.Kafka;

        class Intake
        {
            async Task Run(IConsumer<string, string> consumer, Func<string, Task> store)
            {
                var result = consumer.Consume();
                {{body}}
            }
        }
        """);
}
