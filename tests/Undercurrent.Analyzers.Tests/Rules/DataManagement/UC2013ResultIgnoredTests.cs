using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2013ResultIgnoredTests : RuleTests<UC2013ResultIgnored, UC2013ResultIgnoredFix>
{
    [Theory]
    [InlineData("int Of(string text) { int.TryParse(text, out var number); return number; }", false)]
    [InlineData("int Read(string path) { [|int.TryParse(System.IO.File.ReadAllText(path), out var number)|]; return number; }", true)]
    public Task Without_a_library_it_asks_whether_anything_is_read_or_written(string member, bool speaks) =>
        speaks ? Flags("class Numbers { " + member + " }", new() { Bare = true }) : Allows("class Numbers { " + member + " }", new() { Bare = true });

    [Theory]
    [InlineData("[|events.TryAdd(new EventData(text))|];")]
    [InlineData("foreach (var one in texts) [|events.TryAdd(eventData: new EventData(one))|];")]
    [InlineData("events?[|.TryAdd(new EventData(text))|];")]
    [InlineData("_ = [|events.TryAdd(new EventData(text))|];")]
    [InlineData("var added = [|events.TryAdd(new EventData(text))|];")]
    [InlineData("[|messages.TryAddMessage(new ServiceBusMessage(text))|];")]
    [InlineData("Parallel.ForEach(texts, one => [|messages.TryAddMessage(new ServiceBusMessage(one))|]);")]
    [InlineData("void Add() => [|messages.TryAddMessage(new ServiceBusMessage(text))|]; Add();")]
    [InlineData("[|old.TryAdd(new Microsoft.Azure.EventHubs.EventData(new byte[1]))|];")]
    [InlineData("[|producer.Flush(TimeSpan.FromSeconds(10))|];")]
    [InlineData("[|writer.TryWrite(text)|];")]
    [InlineData("var channel = Channel.CreateBounded<string>(100); [|channel.Writer.TryWrite(text)|];")]
    [InlineData("var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.Wait }); var to = channel.Writer; [|to.TryWrite(text)|];")]
    [InlineData("var block = new ActionBlock<string>(Console.WriteLine, new ExecutionDataflowBlockOptions { BoundedCapacity = 10 }); [|block.Post(text)|];")]
    [InlineData("var options = new DataflowBlockOptions { BoundedCapacity = 10 }; var block = new BufferBlock<string>(options); [|DataflowBlock.Post(block, text)|];")]
    [InlineData("[|target.Post(text)|];")]
    [InlineData("using var queue = new BlockingCollection<string>(100); [|queue.TryAdd(text)|];")]
    [InlineData("using var queue = new BlockingCollection<string>(boundedCapacity: 100); [|queue.TryAdd(text, 50)|];")]
    [InlineData("using var queue = new BlockingCollection<string>(new ConcurrentQueue<string>(), 100); [|queue.TryAdd(text, TimeSpan.FromSeconds(1))|];")]
    [InlineData("[|shared.TryAdd(text)|];")]
    [InlineData("foreach (var order in orders) [|byId.TryAdd(order.Id, order)|];")]
    public Task Flags_an_answer_that_nobody_hears(string statements) => Flags(Source(statements), Declared);

    [Theory]
    [InlineData("if (!events.TryAdd(new EventData(text))) throw new InvalidOperationException();")]
    [InlineData("while (!writer.TryWrite(text)) Thread.Yield();")]
    [InlineData("var added = events.TryAdd(new EventData(text)); Console.WriteLine(added);")]
    [InlineData("dropped += writer.TryWrite(text) ? 0 : 1;")]
    [InlineData("_ = writer.TryWrite(text); // the newest reading is as good as the next")]
    [InlineData("// The newest reading is as good as the next.\n        _ = writer.TryWrite(text);")]
    [InlineData("var channel = Channel.CreateUnbounded<string>(); channel.Writer.TryWrite(text);")]
    [InlineData("var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest }); channel.Writer.TryWrite(text);")]
    [InlineData("var wake = Channel.CreateBounded<bool>(1); wake.Writer.TryWrite(true);")]
    [InlineData("if (writer.WaitToWriteAsync().AsTask().Result) writer.TryWrite(text);")]
    [InlineData("writer.WriteAsync(text).AsTask().Wait();")]
    [InlineData("var block = new ActionBlock<string>(Console.WriteLine); block.Post(text);")]
    [InlineData("var block = new BufferBlock<string>(new DataflowBlockOptions { BoundedCapacity = -1 }); block.Post(text);")]
    [InlineData("using var queue = new BlockingCollection<string>(); queue.TryAdd(text);")]
    [InlineData("using var queue = new BlockingCollection<string>(100); queue.Add(text);")]
    [InlineData("target.SendAsync(text).Wait();")]
    [InlineData("if (producer.Flush(TimeSpan.FromSeconds(10)) > 0) throw new TimeoutException();")]
    [InlineData("producer.Flush(CancellationToken.None);")]
    [InlineData("producer.Flush(Timeout.InfiniteTimeSpan);")]
    [InlineData("new MemoryStream().Flush();")]
    [InlineData("counts.TryAdd(text, 0);")]
    [InlineData("counts.TryUpdate(text, 2, 1);")]
    [InlineData("foreach (var one in texts) counts.TryAdd(one, one.Length);")]
    [InlineData("foreach (var order in orders) new Dictionary<string, Order>().TryAdd(order.Id, order);")]
    [InlineData("new HashSet<string>().Add(text);")]
    [InlineData("new ConcurrentDictionary<string, Order>().TryRemove(text, out _);")]
    public Task Allows_an_answer_that_is_heard_or_says_nothing(string statements) => Allows(Source(statements), Declared);

    [Theory]
    [InlineData("[|int.TryParse(text, out var quantity)|]; Save(quantity);")]
    [InlineData("int quantity = 1; [|int.TryParse(text, out quantity)|]; Save(quantity);")]
    [InlineData("decimal price; [|decimal.TryParse(text, System.Globalization.NumberStyles.Number, null, out price)|]; Save(price * 2);")]
    [InlineData("[|DateTime.TryParse(text, out DateTime at)|]; Save(at);")]
    [InlineData("[|DateTimeOffset.TryParseExact(text, \"o\", null, default, out var at)|]; Save(at);")]
    [InlineData("[|Guid.TryParse(text, out var id)|]; Save(id);")]
    [InlineData("[|Enum.TryParse<DayOfWeek>(text, out var day)|]; Save(day);")]
    [InlineData("[|Enum.TryParse(text, ignoreCase: true, out DayOfWeek day)|]; Save(day);")]
    [InlineData("_ = [|double.TryParse(text, out var weight)|]; Save(weight);")]
    [InlineData("var good = [|long.TryParse(text, out var number)|]; Save(number);")]
    [InlineData("[|int.TryParse(text, out last)|];")]
    [InlineData("var all = texts.Select(one => { [|int.TryParse(one, out var quantity)|]; return quantity; }).ToList();")]
    [InlineData("[|DateOnly.TryParse(text, out var day)|]; Save(new { Day = day });")]
    [InlineData("var waiting = new ConcurrentQueue<Order>(); [|waiting.TryDequeue(out var order)|]; Save(order!.Id);")]
    [InlineData("[|shared.TryTake(out var item)|]; Save(item!);")]
    [InlineData("[|shared.TryTake(out var item, 100)|]; Save(item!);")]
    [InlineData("[|reader.TryRead(out var item)|]; Save(item!);")]
    [InlineData("var prices = new Dictionary<string, decimal>(); var total = 0m; [|prices.TryGetValue(text, out var price)|]; var sum = price * 3; Save(sum);")]
    [InlineData("[|byId.TryGetValue(text, out var order)|]; Save(order!.Id);")]
    public Task Flags_a_value_that_may_be_none(string statements) => Flags(Source(statements), Declared);

    [Theory]
    [InlineData("if (int.TryParse(text, out var quantity)) Save(quantity);")]
    [InlineData("Save(int.TryParse(text, out var quantity) ? quantity : null);")]
    [InlineData("if (!int.TryParse(text, out var quantity)) return; Save(quantity);")]
    [InlineData("var good = int.TryParse(text, out var quantity); if (good) Save(quantity);")]
    [InlineData("int.TryParse(text, out _);")]
    [InlineData("int.TryParse(text, out var quantity);")]
    [InlineData("int.TryParse(text, out var quantity); if (quantity == 0) return; Save(quantity);")]
    [InlineData("int.TryParse(text, out var quantity); Save(quantity > 0 ? quantity : 1);")]
    [InlineData("Guid.TryParse(text, out var id); if (id != Guid.Empty) Save(id);")]
    [InlineData("DateTime.TryParse(text, out var at); if (at == default) return; Save(at);")]
    [InlineData("DateTime.TryParse(text, out var at); Save(at == DateTime.MinValue ? DateTime.UnixEpoch : at);")]
    [InlineData("int.TryParse(text, out var size); Save(Math.Max(1, size));")]
    [InlineData("_ = int.TryParse(text, out var size); /* none is zero */ Save(size);")]
    [InlineData("System.Net.IPAddress.TryParse(text, out var address); if (address is null) return; Save(address);")]
    [InlineData("Save(int.Parse(text));")]
    [InlineData("var tallies = new Dictionary<string, int>(); tallies.TryGetValue(text, out var tally); tallies[text] = tally + 1;")]
    [InlineData("byId.TryGetValue(text, out var order); Save(order?.Id ?? \"\");")]
    [InlineData("byId.TryGetValue(text, out var order); if (order == null) return; Save(order.Id);")]
    [InlineData("byId.TryGetValue(text, out var order); Save(order);")]
    [InlineData("byId.TryGetValue(text, out var order); order ??= new(text); Save(order.Id);")]
    [InlineData("Version? Read() { Version.TryParse(text, out var version); return version; } Save(Read());")]
    [InlineData("if (shared.TryTake(out var item)) Save(item);")]
    [InlineData("while (reader.TryRead(out var item)) Save(item);")]
    [InlineData("Save(Order.TryParse(text, out var order) ? order : null);")]
    public Task Allows_a_value_that_is_told_from_none(string statements) => Allows(Source(statements), Declared);

    [Fact]
    public Task Flags_a_channel_of_the_class_that_is_bounded() => Flags(
        """
        using System.Threading.Channels;

        class Intake
        {
            private readonly Channel<string> bounded = Channel.CreateBounded<string>(100);
            private readonly Channel<string> unbounded = Channel.CreateUnbounded<string>();
            private readonly ChannelWriter<string> writer;

            public Intake() => writer = bounded.Writer;

            void Take(string item)
            {
                [|bounded.Writer.TryWrite(item)|];
                [|writer.TryWrite(item)|];
                unbounded.Writer.TryWrite(item);
            }
        }
        """);

    [Fact]
    public Task Allows_a_writer_of_unknown_origin_where_all_channels_are_unbounded() => Allows(
        """
        using System.Threading.Channels;

        static class Channels { public static Channel<string> Items { get; set; } = Channel.CreateUnbounded<string>(); }

        class Intake
        {
            void Take(ChannelWriter<string> writer, string item) => writer.TryWrite(item);
        }
        """);

    [Fact]
    public Task Flags_a_value_given_to_the_caller() => Flags(
        """
        static class Numbers
        {
            static void Read(string text, out int number)
            {
                [|int.TryParse(text, out number)|];
            }
        }
        """);

    [Fact]
    public Task Fixes_by_throwing() => Fixes(
        Source("""
            // Tonight's events.
                    foreach (var one in texts)
                    {
                        [|events.TryAdd(new EventData(one))|]; // one by one
                    }

                    [|int.TryParse(text, out var quantity)|];
                    Save(quantity);
                    [|producer.Flush(TimeSpan.FromSeconds(10))|];
                    _ = [|messages.TryAddMessage(new ServiceBusMessage(text))|];
                    events?[|.TryAdd(new EventData(text))|];
            """),
        Source("""
            // Tonight's events.
                    foreach (var one in texts)
                    {
                        if (!events.TryAdd(new EventData(one)))
                            throw new InvalidOperationException("There is no room for the item."); // one by one
                    }

                    if (!int.TryParse(text, out var quantity))
                        throw new FormatException("There is no Int32 in the text.");
                    Save(quantity);
                    if (producer.Flush(TimeSpan.FromSeconds(10)) > 0)
                        throw new InvalidOperationException("Not all messages were sent.");
                    if (!messages.TryAddMessage(new ServiceBusMessage(text)))
                        throw new InvalidOperationException("There is no room for the item.");
                    if (events?.TryAdd(new EventData(text)) == false)
                        throw new InvalidOperationException("There is no room for the item.");
            """),
        Declared);

    [Fact]
    public Task Fixes_an_answer_that_is_kept_and_not_read() => Fixes(
        Source("var added = [|messages.TryAddMessage(new ServiceBusMessage(text))|];\n        Save(text);"),
        Source("var added = messages.TryAddMessage(new ServiceBusMessage(text));\n        if (!added)\n            throw new InvalidOperationException(\"There is no room for the item.\");\n        Save(text);"),
        Declared);

    [Fact]
    public Task Fixes_by_waiting_where_the_method_may_wait() => Fixes(
        """
        using System.Collections.Concurrent;
        using System.Threading.Channels;

        class Intake
        {
            private readonly Channel<string> items = Channel.CreateBounded<string>(100);
            private readonly BlockingCollection<string> queue = new(100);

            async Task TakeAsync(string item)
            {
                await Task.Yield();
                [|items.Writer.TryWrite(item)|];
                [|queue.TryAdd(item)|];
            }
        }
        """,
        """
        using System.Collections.Concurrent;
        using System.Threading.Channels;

        class Intake
        {
            private readonly Channel<string> items = Channel.CreateBounded<string>(100);
            private readonly BlockingCollection<string> queue = new(100);

            async Task TakeAsync(string item)
            {
                await Task.Yield();
                await items.Writer.WriteAsync(item);
                queue.Add(item);
            }
        }
        """);

    [Fact]
    public Task Offers_no_fix_in_an_expression() => OffersNoFix(Source("texts.ForEach(one => [|messages.TryAddMessage(new ServiceBusMessage(one))|]);"), Declared);

    private static string Source(string statements) =>
        $$"""
        using System.Collections.Concurrent;
        using System.Threading.Channels;
        using System.Threading.Tasks.Dataflow;
        using Azure.Messaging.EventHubs;
        using Azure.Messaging.EventHubs.Producer;
        using Azure.Messaging.ServiceBus;
        using Confluent.Kafka;

        record Order(string Id)
        {
            public static bool TryParse(string text, out Order order) => (order = new(text)) is not null;
        }

        class Intake
        {
            readonly EventDataBatch events = null!;
            readonly Microsoft.Azure.EventHubs.EventDataBatch old = null!;
            readonly ServiceBusMessageBatch messages = null!;
            readonly IProducer<string, string> producer = null!;
            readonly ConcurrentDictionary<string, Order> byId = new();
            readonly ConcurrentDictionary<string, int> counts = new();
            int dropped;
            int last;

            void Take(string text, List<string> texts, List<Order> orders, ChannelWriter<string> writer, ChannelReader<string> reader, ITargetBlock<string> target, BlockingCollection<string> shared)
            {
                {{statements}}
            }

            static void Save(object? item) { }
        }
        """;

    /// <summary>The batches of Azure, in their own shapes.</summary>
    private static readonly Given Declared = new()
    {
        Sources =
        [
            ("Batches.cs", """
                namespace Azure.Messaging.EventHubs { public class EventData { public EventData(string eventBody) { } } }
                namespace Azure.Messaging.EventHubs.Producer { public sealed class EventDataBatch { public bool TryAdd(EventData eventData) => false; } }
                namespace Azure.Messaging.ServiceBus
                {
                    public class ServiceBusMessage { public ServiceBusMessage(string body) { } }
                    public sealed class ServiceBusMessageBatch { public bool TryAddMessage(ServiceBusMessage message) => false; }
                }

                namespace Microsoft.Azure.EventHubs
                {
                    public class EventData { public EventData(byte[] array) { } }
                    public class EventDataBatch { public bool TryAdd(EventData eventData) => false; }
                }
                """),
        ],
    };
}
