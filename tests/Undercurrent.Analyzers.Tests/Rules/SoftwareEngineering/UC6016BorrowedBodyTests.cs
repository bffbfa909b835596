using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

public sealed class UC6016BorrowedBodyTests : RuleTests<UC6016BorrowedBody, UC6016BorrowedBodyFix>
{
    private static string Handler(string body, string before = "async ") =>
        $$"""
        using System.Collections.Concurrent;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Channels;
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        record Job(ulong Tag, ReadOnlyMemory<byte> Body)
        {
            public ReadOnlyMemory<byte> Copy { get; set; }
        }

        class Intake
        {
            readonly Queue<ReadOnlyMemory<byte>> queue = new();
            readonly ConcurrentQueue<Job> jobs = new();
            readonly List<(ulong, ReadOnlyMemory<byte>)> pairs = new();
            readonly Dictionary<ulong, ReadOnlyMemory<byte>> byTag = new();
            readonly Channel<ReadOnlyMemory<byte>> bodies = Channel.CreateUnbounded<ReadOnlyMemory<byte>>();
            readonly Channel<BasicDeliverEventArgs> deliveries = Channel.CreateUnbounded<BasicDeliverEventArgs>();
            ReadOnlyMemory<byte> last;
            byte[] bytes = [];

            void Start(AsyncEventingBasicConsumer consumer)
            {
                consumer.ReceivedAsync += {{before}}(sender, args) =>
                {
                    {{body.Replace("\n", "\n            ")}}
                    {{(before.Length > 0 ? "await Task.Yield();" : "return Task.CompletedTask;")}}
                };
            }

            Task Work(ReadOnlyMemory<byte> body) => Task.CompletedTask;

            void Store(ReadOnlyMemory<byte> body) => queue.Enqueue(body);

            void Print(ReadOnlyMemory<byte> body) => Console.WriteLine(body.Length);
        }
        """.Replace("byte[] bytes = [];", "byte[] bytes = new byte[0];");

    [Theory]
    [InlineData("last = [|args.Body|];")]
    [InlineData("this.last = [|args.Body|].Slice(4);")]
    [InlineData("queue.Enqueue([|args.Body|]);")]
    [InlineData("queue.Enqueue([|args.Body|][4..]);")]
    [InlineData("jobs.Enqueue(new(1, default) { Copy = [|args.Body|][..8] });")]
    [InlineData("jobs.Enqueue(new Job(args.DeliveryTag, [|args.Body|]));")]
    [InlineData("jobs.Enqueue(new(1, default) { Copy = [|args.Body|] });")]
    [InlineData("var job = new Job(args.DeliveryTag, [|args.Body|]);\njobs.Enqueue(job);")]
    [InlineData("var job = new Job(1, default);\njob.Copy = [|args.Body|];\njobs.Enqueue(job);")]
    [InlineData("pairs.Add((args.DeliveryTag, [|args.Body|]));")]
    [InlineData("byTag[args.DeliveryTag] = [|args.Body|];")]
    [InlineData("bodies.Writer.TryWrite([|args.Body|]);")]
    [InlineData("await bodies.Writer.WriteAsync([|args.Body|]);")]
    [InlineData("await deliveries.Writer.WriteAsync([|args|]);")]
    [InlineData("var body = [|args.Body|];\nqueue.Enqueue(body);")]
    [InlineData("Store([|args.Body|]);")]
    [InlineData("_ = Work([|args.Body|]);")]
    [InlineData("Work([|args.Body|]);")]
    public Task Flags_a_body_that_is_put_away(string body) => Flags(Handler(body));

    [Theory]
    [InlineData("_ = Task.Run(() => Print([|args.Body|]));")]
    [InlineData("Task.Run(async () => await Work([|args.Body|]));")]
    [InlineData("_ = Task.Run(() => Encoding.UTF8.GetString([|args.Body|].ToArray()));")]
    [InlineData("_ = Task.Factory.StartNew(() => Print([|args.Body|]));")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => Print([|args.Body|]));")]
    [InlineData("_ = new Timer(_ => Print([|args.Body|]), null, 5000, Timeout.Infinite);")]
    [InlineData("new Thread(() => Print([|args.Body|])).Start();")]
    [InlineData("var body = [|args.Body|];\n_ = Task.Run(() => Print(body));")]
    [InlineData("async Task Later()\n{\n    await Task.Delay(5);\n    Print([|args.Body|]);\n}\n_ = Later();")]
    public Task Flags_work_that_outlives_the_handler(string body) => Flags(Handler(body));

    [Theory]
    [InlineData("last = args.Body.ToArray();")]
    [InlineData("bytes = args.Body.ToArray();")]
    [InlineData("queue.Enqueue(args.Body.ToArray());")]
    [InlineData("var body = args.Body.ToArray();\n_ = Task.Run(() => Print(body));")]
    [InlineData("var text = Encoding.UTF8.GetString(args.Body.Span);\n_ = Task.Run(() => Console.WriteLine(text));")]
    [InlineData("var job = JsonSerializer.Deserialize<Job>(args.Body.Span);\njobs.Enqueue(job!);")]
    [InlineData("await Task.Run(() => Print(args.Body));")]
    [InlineData("await Work(args.Body);")]
    [InlineData("await Task.Delay(5);\nPrint(args.Body);")]
    [InlineData("Print(args.Body);")]
    [InlineData("var seen = new List<ReadOnlyMemory<byte>>();\nseen.Add(args.Body);\nforeach (var one in seen)\n    Print(one);")]
    [InlineData("var seen = new List<ReadOnlyMemory<byte>> { args.Body };\nConsole.WriteLine(seen.Count);")]
    [InlineData("Print(args.Body[4..]);")]
    [InlineData("var tag = args.DeliveryTag;\n_ = Task.Run(() => Console.WriteLine(tag));")]
    [InlineData("var working = Task.Run(() => Print(args.Body));\nawait working;")]
    public Task Allows_a_body_that_is_copied_or_used_up(string body) => Allows(Handler(body));

    [Fact]
    public Task Flags_what_comes_after_the_first_await_of_a_handler_nobody_waits_for() => Flags(
        """
        using System.Text;
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        class Intake
        {
            void Start(EventingBasicConsumer consumer)
            {
                consumer.Received += async (sender, args) =>
                {
                    var early = Encoding.UTF8.GetString(args.Body.Span);
                    await Task.Delay(5);
                    Console.WriteLine(Encoding.UTF8.GetString([|args.Body|].ToArray()) + early);
                };
                consumer.Received += OnReceived;
                consumer.Received += (sender, args) => Console.WriteLine(args.Body.Length);
            }

            async void OnReceived(object? sender, BasicDeliverEventArgs args)
            {
                await Task.Delay(5);
                Console.WriteLine([|args.Body|].Length);
            }
        }
        """, new() { OtherMajors = true });

    [Fact]
    public Task Flags_version_6_and_consumers_of_ones_own() => Flags(
        """
        using System.Collections.Concurrent;
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        class Intake : DefaultBasicConsumer
        {
            readonly BlockingCollection<ReadOnlyMemory<byte>> queue = new();

            void Start(EventingBasicConsumer consumer)
            {
                consumer.Received += (sender, args) => queue.Add([|args.Body|]);
                consumer.Received += (sender, args) => queue.Add(args.Body.ToArray());
                consumer.Received += OnReceived;
            }

            void OnReceived(object? sender, BasicDeliverEventArgs args)
            {
                _ = Task.Run(() => Handle([|args|]));
                Handle(args);
            }

            static void Handle(BasicDeliverEventArgs args) => Console.WriteLine(args.Body.Length);

            public override void HandleBasicDeliver(string consumerTag, ulong deliveryTag, bool redelivered, string exchange, string routingKey, IBasicProperties properties, ReadOnlyMemory<byte> body)
            {
                queue.Add([|body|]);
                queue.Add(body.ToArray());
            }
        }
        """, new() { OtherMajors = true });

    [Fact]
    public Task Allows_memory_of_ones_own() => Allows(
        """
        using RabbitMQ.Client.Events;

        class Message
        {
            public ReadOnlyMemory<byte> Body { get; set; }
        }

        class Intake
        {
            readonly Queue<ReadOnlyMemory<byte>> queue = new();

            void Take(Message message) => queue.Enqueue(message.Body);
        }
        """);

    [Fact]
    public Task Fixes_by_copying() => Fixes(
        """
        using RabbitMQ.Client.Events;

        class Intake
        {
            readonly Queue<ReadOnlyMemory<byte>> queue = new();
            ReadOnlyMemory<byte> last;

            void Start(AsyncEventingBasicConsumer consumer)
            {
                consumer.ReceivedAsync += async (sender, args) =>
                {
                    last = [|args.Body|]; // the newest
                    queue.Enqueue([|args.Body|]);
                    var kept = [|args.Body|];
                    queue.Enqueue(kept.Slice(1));

                    // for later
                    _ = Task.Run(() => Print([|args.Body|], [|args.Body|]));
                    await Task.Yield();
                };
            }

            void Print(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> two) => Console.WriteLine(one.Length + two.Length);
        }
        """,
        """
        using RabbitMQ.Client.Events;

        class Intake
        {
            readonly Queue<ReadOnlyMemory<byte>> queue = new();
            ReadOnlyMemory<byte> last;

            void Start(AsyncEventingBasicConsumer consumer)
            {
                consumer.ReceivedAsync += async (sender, args) =>
                {
                    last = args.Body.ToArray(); // the newest
                    queue.Enqueue(args.Body.ToArray());
                    ReadOnlyMemory<byte> kept = args.Body.ToArray();
                    queue.Enqueue(kept.Slice(1));

                    // for later
                    ReadOnlyMemory<byte> body = args.Body.ToArray();
                    _ = Task.Run(() => Print(body, body));
                    await Task.Yield();
                };
            }

            void Print(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> two) => Console.WriteLine(one.Length + two.Length);
        }
        """);

    [Fact]
    public Task Offers_no_fix_where_the_whole_delivery_is_kept_or_there_is_no_room_for_a_copy() => OffersNoFix(
        """
        using RabbitMQ.Client.Events;

        class Intake
        {
            readonly Queue<BasicDeliverEventArgs> queue = new();

            void Start(AsyncEventingBasicConsumer consumer)
            {
                consumer.ReceivedAsync += (sender, args) =>
                {
                    queue.Enqueue([|args|]);
                    return Task.CompletedTask;
                };
                consumer.ReceivedAsync += (sender, args) => new Task(() => Console.WriteLine([|args.Body|].Length));
            }
        }
        """);
}
