using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

public sealed class UC6007OffsetStoredBeforeProcessingTests : RuleTests<UC6007OffsetStoredBeforeProcessing, UC6007OffsetStoredBeforeProcessingFix>
{
    private const string Work = "await store(result.Message.Value);";

    private static string Intake(string config, string loop) =>
        $$"""
        using System.Text.Json;
        using Confluent.Kafka;
        using Microsoft.Extensions.Configuration;

        class Intake
        {
            readonly Func<string, Task> store = null!;
            readonly IConfiguration configuration = null!;
            readonly ClientConfig shared = null!;
            readonly Dictionary<string, string> seen = new();

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

            static void Tune(ConsumerConfig config) => config.EnableAutoOffsetStore = false;
            static void Name(ConsumerConfig config) => config.ClientId = "loader";
        }
        """;

    [Theory]
    [InlineData("var config = new [|ConsumerConfig|] { GroupId = \"loader\" };")]
    [InlineData("ConsumerConfig config = [|new|]() { GroupId = \"loader\", AutoOffsetReset = AutoOffsetReset.Earliest };")]
    [InlineData("var config = new [|ConsumerConfig|] { GroupId = \"loader\", EnableAutoCommit = true, EnableAutoOffsetStore = true };")]
    [InlineData("var config = new [|ConsumerConfig|](); config.GroupId = \"loader\"; config.EnableAutoCommit = true;")]
    [InlineData("var config = new [|ConsumerConfig|] { GroupId = \"loader\" }; Name(config);")]
    [InlineData("var config = new [|ConsumerConfig|](new Dictionary<string, string> { [\"group.id\"] = \"loader\" });")]
    [InlineData("var config = new [|ConsumerConfig|](new ClientConfig { BootstrapServers = \"kafka:9093\" }) { GroupId = \"loader\" };")]
    [InlineData("var config = new [|ConsumerConfig|](shared) { GroupId = \"loader\", EnableAutoCommit = true, EnableAutoOffsetStore = true };")]
    [InlineData("var config = new [|ConsumerConfig|](new ClientConfig(shared)) { GroupId = \"loader\", EnableAutoOffsetStore = true, EnableAutoCommit = true };")]
    [InlineData("var config = new [|ConsumerConfig|](shared) { GroupId = \"loader\", EnableAutoCommit = true }; config.EnableAutoOffsetStore = true;")]
    [InlineData("var config = new [|List<KeyValuePair<string, string>>|] { new(\"group.id\", \"loader\"), new(\"enable.auto.commit\", \"true\") };")]
    [InlineData("var config = new [|List<KeyValuePair<string, string>>|] { new KeyValuePair<string, string>(\"group.id\", \"loader\") }; config.Add(KeyValuePair.Create(\"enable.auto.offset.store\", \"true\"));")]
    [InlineData("var config = new [|Dictionary<string, string>|] { [\"group.id\"] = \"loader\", [\"bootstrap.servers\"] = \"kafka:9093\" };")]
    [InlineData("var config = new [|Dictionary<string, string>|] { { \"group.id\", \"loader\" }, { \"enable.auto.commit\", \"true\" } };")]
    public Task Flags_settings_by_which_offsets_run_ahead(string config) => Flags(Intake(config, Work));

    [Theory]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\", EnableAutoOffsetStore = false };")]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\", EnableAutoCommit = false };")]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\" }; config.EnableAutoCommit = false;")]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\" }; if (stop.CanBeCanceled) config.EnableAutoOffsetStore = false;")]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\" }; config.Set(\"enable.auto.offset.store\", \"false\");")]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\" }; Tune(config);")]
    [InlineData("var config = new ConsumerConfig { GroupId = \"loader\", EnableAutoCommit = configuration[\"auto\"] == \"yes\" };")]
    [InlineData("var config = new ConsumerConfig(); configuration.GetSection(\"Kafka\").Bind(config);")]
    [InlineData("var config = configuration.GetSection(\"Kafka\").Get<ConsumerConfig>();")]
    [InlineData("var config = new ConsumerConfig(configuration.GetSection(\"Kafka\").Get<Dictionary<string, string>>());")]
    [InlineData("var config = new ConsumerConfig(new Dictionary<string, string> { [\"enable.auto.commit\"] = \"false\" });")]
    [InlineData("var config = new Dictionary<string, string> { [\"group.id\"] = \"loader\", [\"enable.auto.offset.store\"] = \"false\" };")]
    [InlineData("var config = new Dictionary<string, string> { { \"group.id\", \"loader\" } }; config.Add(\"enable.auto.commit\", \"false\");")]
    [InlineData("var config = new ConsumerConfig { GroupId = Guid.NewGuid().ToString() };")]
    [InlineData("var config = new ConsumerConfig(shared) { GroupId = \"loader\" };")]
    [InlineData("var config = new ConsumerConfig(shared) { GroupId = \"loader\", EnableAutoCommit = true };")]
    [InlineData("var config = new ConsumerConfig(shared) { GroupId = \"loader\", EnableAutoCommit = true, EnableAutoOffsetStore = false };")]
    [InlineData("var config = new ConsumerConfig(shared) { GroupId = \"loader\", EnableAutoCommit = true }; if (stop.CanBeCanceled) config.EnableAutoOffsetStore = true;")]
    [InlineData("var config = new List<KeyValuePair<string, string>> { new(\"group.id\", \"loader\"), new(\"enable.auto.commit\", \"false\") };")]
    [InlineData("var config = new List<KeyValuePair<string, string>> { new(\"group.id\", \"loader\") }; config.Add(new(\"enable.auto.offset.store\", \"false\"));")]
    [InlineData("var config = new List<KeyValuePair<string, string>> { new(\"group.id\", \"loader\") }; config.AddRange(configuration.AsEnumerable()!);")]
    public Task Allows_settings_by_which_they_wait(string config) => Allows(Intake(config, Work));

    [Theory]
    [InlineData("Console.WriteLine(result.Message.Value);")]
    [InlineData("seen[result.Message.Key] = result.Message.Value;")]
    [InlineData("var order = JsonSerializer.Deserialize<object>(result.Message.Value); Console.WriteLine(order);")]
    [InlineData("consumer.Assign(result.TopicPartitionOffset); await store(result.Message.Value);")]
    public Task Allows_loops_that_lose_nothing_by_it(string loop) => Allows(Intake("var config = new ConsumerConfig { GroupId = \"loader\" };", loop));

    [Theory]
    [InlineData("new TopicPartition(\"orders\", 3)")]
    [InlineData("new[] { new TopicPartition(\"orders\", 0), new TopicPartition(\"orders\", 1) }")]
    public Task Flags_partitions_that_begin_where_their_group_has_left_off(string partitions) =>
        Flags(Intake("var config = new [|ConsumerConfig|] { GroupId = \"loader\" };", Work).Replace("consumer.Subscribe(\"orders\")", $"consumer.Assign({partitions})", StringComparison.Ordinal));

    [Theory]
    [InlineData("new TopicPartitionOffset(\"orders\", 3, Offset.Beginning)")]
    [InlineData("new List<TopicPartitionOffset> { new(\"orders\", 3, 0) }")]
    public Task Allows_partitions_that_begin_at_an_offset_of_their_own(string partitions) =>
        Allows(Intake("var config = new ConsumerConfig { GroupId = \"loader\" };", Work).Replace("consumer.Subscribe(\"orders\")", $"consumer.Assign({partitions})", StringComparison.Ordinal));

    [Fact]
    public Task Flags_settings_of_another_method_a_field_and_a_file() => Flags(
        """
        using Confluent.Kafka;

        class Intake
        {
            readonly Action<string> store = null!;
            readonly ConsumerConfig own = new [|ConsumerConfig|] { GroupId = "own" };

            static ConsumerConfig Make() => new [|ConsumerConfig|] { GroupId = "loader" };

            void Run()
            {
                using var consumer = new ConsumerBuilder<string, string>(Make()).Build();
                while (true)
                    store(consumer.Consume().Message.Value);
            }
        }
        """,
        new()
        {
            Sources = [("Settings.cs",
                """
                using Confluent.Kafka;

                class Settings
                {
                    public static ConsumerConfig Shared()
                    {
                        var config = new {|UC6007:ConsumerConfig|} { GroupId = "shared" };
                        return config;
                    }
                }
                """)],
        });

    [Fact]
    public Task Allows_settings_that_are_completed_where_they_arrive() => Allows(
        """
        using Confluent.Kafka;

        class Intake
        {
            readonly Action<string> store = null!;
            readonly ConsumerConfig own = new ConsumerConfig { GroupId = "own" };

            Intake() => own.EnableAutoOffsetStore = false;

            static ConsumerConfig Make() => new ConsumerConfig { GroupId = "loader" };

            void Run()
            {
                var config = Make();
                config.EnableAutoCommit = false;
                using var consumer = new ConsumerBuilder<string, string>(config).Build();
                while (true)
                {
                    var result = consumer.Consume();
                    store(result.Message.Value);
                    consumer.Commit(result);
                }
            }
        }
        """);

    [Fact]
    public Task Allows_settings_no_consumer_in_source_is_made_of() => Allows(
        """
        using Confluent.Kafka;

        class Settings
        {
            public static ConsumerConfig Make() => new() { GroupId = "loader" };
        }
        """);

    [Fact]
    public Task Allows_settings_that_only_add_to_others() => Allows(
        """
        using Confluent.Kafka;

        class Overrides { readonly ConsumerConfig more = new(); public string? Group => more.GroupId; }

        class Intake
        {
            void Run(IConsumer<string, string> consumer, Action<string> store) => store(consumer.Consume().Message.Value);
        }
        """);

    [Fact]
    public Task Allows_a_type_of_the_same_name() => Allows(
        """
        namespace Mine.Kafka
        {
            class ConsumerConfig { public string? GroupId { get; set; } }

            class Consumer { public string Consume() => ""; }

            class Intake { void Run(Consumer consumer, Action<string> store, ConsumerConfig config) { config = new ConsumerConfig { GroupId = "loader" }; store(consumer.Consume()); } }
        }
        """);

    [Fact]
    public Task Fixes_the_setting_and_stores_the_offset_after_the_work() => Fixes(
        """
        using Confluent.Kafka;

        class Intake
        {
            async Task Run(Func<string, Task> store)
            {
                var config = new [|ConsumerConfig|]
                {
                    GroupId = "loader", // one for all
                    AutoOffsetReset = AutoOffsetReset.Earliest,
                };
                using var consumer = new ConsumerBuilder<string, string>(config).Build();
                while (true)
                {
                    var result = consumer.Consume();
                    await store(result.Message.Value); // the night
                }
            }
        }

        class Other
        {
            void Run(Action<string> store)
            {
                using var consumer = new ConsumerBuilder<string, string>(new [|Dictionary<string, string>|] { ["group.id"] = "other", ["enable.auto.offset.store"] = "true" }).Build();
                while (true)
                {
                    var result = consumer.Consume();
                    try
                    {
                        store(result.Message.Value);
                    }
                    catch (IOException)
                    {
                        Console.WriteLine("Failed");
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
                var config = new ConsumerConfig
                {
                    GroupId = "loader", // one for all
                    AutoOffsetReset = AutoOffsetReset.Earliest,
                    EnableAutoOffsetStore = false,
                };
                using var consumer = new ConsumerBuilder<string, string>(config).Build();
                while (true)
                {
                    var result = consumer.Consume();
                    await store(result.Message.Value); // the night
                    consumer.StoreOffset(result);
                }
            }
        }

        class Other
        {
            void Run(Action<string> store)
            {
                using var consumer = new ConsumerBuilder<string, string>(new Dictionary<string, string> { ["group.id"] = "other", ["enable.auto.offset.store"] = "false" }).Build();
                while (true)
                {
                    var result = consumer.Consume();
                    try
                    {
                        store(result.Message.Value);
                        consumer.StoreOffset(result);
                    }
                    catch (IOException)
                    {
                        Console.WriteLine("Failed");
                    }
                }
            }
        }
        """);

    [Fact]
    public Task Fixes_only_the_setting_where_offsets_are_committed_already() => Fixes(
        Intake("var config = new [|ConsumerConfig|] { GroupId = \"loader\", EnableAutoOffsetStore = true };", Work + " consumer.Commit(result);"),
        Intake("var config = new ConsumerConfig { GroupId = \"loader\", EnableAutoOffsetStore = false };", Work + " consumer.Commit(result);"));

    [Fact]
    public Task Offers_no_fix_for_a_list_of_settings() =>
        OffersNoFix(Intake("var config = new [|List<KeyValuePair<string, string>>|] { new(\"group.id\", \"loader\") };", Work));

    [Theory]
    [InlineData("if (result.Message.Key == \"old\") continue; await store(result.Message.Value);")]
    [InlineData("await store(result.Message.Value); consumer.Consume(); await store(consumer.Consume().Message.Value);")]
    public Task Offers_no_fix_where_the_end_of_the_work_is_not_plain(string loop) => OffersNoFix(Intake("var config = new [|ConsumerConfig|] { GroupId = \"loader\" };", loop));
}
