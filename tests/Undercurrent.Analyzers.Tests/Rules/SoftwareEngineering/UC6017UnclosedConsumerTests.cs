using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

public sealed class UC6017UnclosedConsumerTests : RuleTests<UC6017UnclosedConsumer, UC6017UnclosedConsumerFix>
{
    private static string Intake(string body) =>
        $$"""
        using Confluent.Kafka;

        class Intake
        {
            readonly ConsumerConfig config = new();

            void Run(CancellationToken stop)
            {
                {{body.Replace("\n", "\n        ")}}
            }

            static void Read(IConsumer<Ignore, string> consumer, CancellationToken stop) => consumer.Consume(stop);

            static void Leave(IConsumer<Ignore, string> consumer) => consumer.Close();

            IConsumer<Ignore, string> Made() => new ConsumerBuilder<Ignore, string>(config).Build();
        }
        """;

    [Theory]
    [InlineData("using var consumer = [|new ConsumerBuilder<Ignore, string>(config).Build()|];\nconsumer.Subscribe(\"orders\");\nwhile (!stop.IsCancellationRequested)\n    Read(consumer, stop);")]
    [InlineData("using (var consumer = [|new ConsumerBuilder<Ignore, string>(config).SetErrorHandler((_, error) => Console.WriteLine(error)).Build()|])\n{\n    consumer.Subscribe(\"orders\");\n    Console.WriteLine(consumer.Consume(stop).Message.Value);\n}")]
    [InlineData("var consumer = [|new ConsumerBuilder<Ignore, string>(config).Build()|];\ntry\n{\n    consumer.Assign(new TopicPartition(\"orders\", 0));\n    consumer.Consume(stop);\n}\nfinally\n{\n    consumer.Dispose();\n}")]
    [InlineData("IConsumer<Ignore, string> consumer = [|new ConsumerBuilder<Ignore, string>(config).Build()|];\nusing (consumer)\n    consumer.Consume(stop);")]
    [InlineData("using var consumer = [|Made()|];\nconsumer.Subscribe(\"orders\");\nwhile (!stop.IsCancellationRequested)\n    Read(consumer, stop);")]
    public Task Flags_a_consumer_that_is_disposed_of_and_not_closed(string body) => Flags(Intake(body));

    [Theory]
    [InlineData("using var consumer = new ConsumerBuilder<Ignore, string>(config).Build();\nconsumer.Subscribe(\"orders\");\ntry\n{\n    while (true)\n        Read(consumer, stop);\n}\ncatch (OperationCanceledException)\n{\n    consumer.Close();\n}")]
    [InlineData("using var consumer = new ConsumerBuilder<Ignore, string>(config).Build();\ntry\n{\n    consumer.Subscribe(\"orders\");\n}\nfinally\n{\n    consumer?.Close();\n}")]
    [InlineData("using var consumer = new ConsumerBuilder<Ignore, string>(config).Build();\nconsumer.Subscribe(\"orders\");\nLeave(consumer);")]
    [InlineData("using var consumer = new ConsumerBuilder<Ignore, string>(config).Build();\nConsole.WriteLine(consumer.GetWatermarkOffsets(new TopicPartition(\"orders\", 0)).High);")]
    [InlineData("using var producer = new ProducerBuilder<Null, string>(config).Build();")]
    [InlineData("using var consumer = Made();\nconsumer.Subscribe(\"orders\");\nRead(consumer, stop);\nconsumer.Close();")]
    [InlineData("var consumer = Made();\nconsumer.Subscribe(\"orders\");\nRead(consumer, stop);")]
    public Task Allows_a_consumer_that_is_closed_or_never_joined(string body) => Allows(Intake(body));

    [Fact]
    public Task Flags_a_kept_consumer() => Flags(
        """
        using Confluent.Kafka;

        sealed class Intake : IDisposable
        {
            readonly IConsumer<Ignore, string> consumer = new ConsumerBuilder<Ignore, string>(new ConsumerConfig()).Build();

            public string Next() => consumer.Consume(TimeSpan.FromSeconds(1)).Message.Value;

            public void Dispose() => [|consumer.Dispose()|];
        }

        sealed class Polite : IDisposable
        {
            readonly IConsumer<Ignore, string> consumer = new ConsumerBuilder<Ignore, string>(new ConsumerConfig()).Build();

            public string Next() => consumer.Consume(TimeSpan.FromSeconds(1)).Message.Value;

            public void Stop() => consumer.Close();

            public void Dispose() => consumer.Dispose();
        }

        sealed class Other : IDisposable
        {
            readonly MemoryStream stream = new();

            public void Consume() => Consume();

            public void Dispose() => stream.Dispose();
        }
        """);

    [Fact]
    public Task Flags_a_channel_for_each_message() => Flags(
        """
        using System.Text;
        using RabbitMQ.Client;

        record Order(int Id);

        class Outbox
        {
            readonly IConnection connection = null!;

            public async Task SendAsync(Order order)
            {
                await using var channel = await [|connection.CreateChannelAsync()|];
                var body = Encoding.UTF8.GetBytes(order.ToString());
                await channel.BasicPublishAsync("", "orders", body);
            }

            public async Task SendAll(List<Order> orders)
            {
                foreach (var order in orders)
                {
                    using var channel = await [|connection.CreateChannelAsync()|];
                    await channel.BasicPublishAsync("", "orders", new byte[] { 1 });
                }

                using var shared = await connection.CreateChannelAsync();
                foreach (var order in orders)
                    await shared.BasicPublishAsync("", "orders", Encoding.UTF8.GetBytes(order.ToString()));
            }

            public async Task Declare(string queue)
            {
                using var channel = await connection.CreateChannelAsync();
                await channel.QueueDeclareAsync(queue);
            }
        }
        """);

    [Fact]
    public Task Flags_a_channel_for_each_message_in_version_6() => Flags(
        """
        using System.Text;
        using RabbitMQ.Client;

        class Outbox
        {
            readonly ConnectionFactory factory = new();

            public void Send(string order)
            {
                using var connection = factory.CreateConnection();
                using var channel = [|connection.CreateModel()|];
                channel.BasicPublish(exchange: "", routingKey: "orders", basicProperties: null, body: Encoding.UTF8.GetBytes(order));
            }

            public static void Main(string[] args)
            {
                using var connection = new ConnectionFactory().CreateConnection();
                using var channel = connection.CreateModel();
                channel.BasicPublish("", "orders", null, Encoding.UTF8.GetBytes(args[0]));
            }
        }
        """, new() { OtherMajors = true });

    [Fact]
    public Task Fixes_by_closing_in_the_end() => Fixes(
        """
        using Confluent.Kafka;

        class Intake
        {
            void Run(ConsumerConfig config, CancellationToken stop)
            {
                using var consumer = [|new ConsumerBuilder<Ignore, string>(config).Build()|];
                consumer.Subscribe("orders"); // all of them

                while (!stop.IsCancellationRequested)
                {
                    // one by one
                    Console.WriteLine(consumer.Consume(stop).Message.Value);
                }
            }

            void Peek(ConsumerConfig config)
            {
                using (var consumer = [|new ConsumerBuilder<Ignore, string>(config).Build()|])
                {
                    consumer.Subscribe("orders");
                }
            }
        }

        sealed class Kept : IDisposable
        {
            readonly IConsumer<Ignore, string> consumer = null!;

            public string Next() => consumer.Consume(TimeSpan.FromSeconds(1)).Message.Value;

            public void Dispose() => [|consumer.Dispose()|];
        }
        """,
        """
        using Confluent.Kafka;

        class Intake
        {
            void Run(ConsumerConfig config, CancellationToken stop)
            {
                using var consumer = new ConsumerBuilder<Ignore, string>(config).Build();
                try
                {
                    consumer.Subscribe("orders"); // all of them

                    while (!stop.IsCancellationRequested)
                    {
                        // one by one
                        Console.WriteLine(consumer.Consume(stop).Message.Value);
                    }
                }
                finally
                {
                    consumer.Close();
                }
            }

            void Peek(ConsumerConfig config)
            {
                using (var consumer = new ConsumerBuilder<Ignore, string>(config).Build())
                {
                    try
                    {
                        consumer.Subscribe("orders");
                    }
                    finally
                    {
                        consumer.Close();
                    }
                }
            }
        }

        sealed class Kept : IDisposable
        {
            readonly IConsumer<Ignore, string> consumer = null!;

            public string Next() => consumer.Consume(TimeSpan.FromSeconds(1)).Message.Value;

            public void Dispose()
            {
                consumer.Close();
                consumer.Dispose();
            }
        }
        """);

    [Fact]
    public Task Offers_no_fix_for_a_text_of_several_lines_or_a_channel() => OffersNoFix(
        """"
        using Confluent.Kafka;
        using RabbitMQ.Client;

        class Intake
        {
            void Run(ConsumerConfig config, CancellationToken stop)
            {
                using var consumer = [|new ConsumerBuilder<Ignore, string>(config).Build()|];
                consumer.Subscribe("""
                    orders
                    """);
            }

            async Task Send(IConnection connection, byte[] order)
            {
                using var channel = await [|connection.CreateChannelAsync()|];
                await channel.BasicPublishAsync("", "orders", order);
            }
        }
        """");
}
