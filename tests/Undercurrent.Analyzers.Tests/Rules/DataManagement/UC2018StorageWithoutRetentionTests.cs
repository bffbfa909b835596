using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2018StorageWithoutRetentionTests : RuleTests<UC2018StorageWithoutRetention, UC2018StorageWithoutRetentionFix>
{
    /// <summary>Stores whose packages cannot be had everywhere.</summary>
    private static readonly Given Stores = new() { Sources = [("Stores.cs", File.ReadAllText(Path.Combine(House.House.Root, "tests", "Undercurrent.Analyzers.Declarations", "Retention.cs")))] };

    [Theory]
    [InlineData("db.[|StringSet|](key, json)")]
    [InlineData("db.[|StringSet|](key, json, null, When.NotExists)")]
    [InlineData("db.[|StringSet|](key, json, expiry: null, when: When.NotExists)")]
    [InlineData("db.[|StringSet|](key, json, TimeSpan.MaxValue)")]
    [InlineData("db.[|StringSet|](key, json, Expiration.Default)")]
    [InlineData("db.[|StringSet|](key, json, default(TimeSpan?), When.Always)")]
    [InlineData("db.[|StringSet|](key, json, null, keepTtl: false)")]
    [InlineData("db?.[|StringSet|](key, json)")]
    [InlineData("db.[|StringSet|](\"order:\" + id, json)")]
    [InlineData("db.[|StringSet|]($\"order:{order.Id}\", json)")]
    [InlineData("db.[|StringSet|](KeyOf(id), json)")]
    [InlineData("db.[|StringSet|](prefix + DateTime.UtcNow.ToString(\"yyyyMMdd\"), json)")]
    [InlineData("db.[|StringSet|](value: json, key: key)")]
    [InlineData("db.[|StringSetAsync|](key, json)")]
    [InlineData("db.[|StringSetAsync|](Guid.NewGuid().ToString(), json, flags: CommandFlags.FireAndForget)")]
    [InlineData("db.[|StringSetAsync|](order.Id.ToString(), json)")]
    [InlineData("db.CreateTransaction().[|StringSetAsync|](key, json)")]
    [InlineData("db.[|HashSet|](key, \"json\", json)")]
    [InlineData("db.[|HashSetAsync|](key, new[] { new HashEntry(\"json\", json) })")]
    [InlineData("db.[|HashSetAsync|](\"orders\", id, json)")]
    [InlineData("db.[|ListLeftPush|](key, json)")]
    [InlineData("db.[|ListRightPushAsync|](\"orders\", json)")]
    [InlineData("db.[|SetAdd|](\"seen\", id)")]
    [InlineData("db.[|SortedSetAddAsync|](key, json, 1)")]
    [InlineData("db.[|StreamAdd|](\"orders\", \"json\", json)")]
    public Task Flags_an_entry_of_Redis_that_stays(string expression) => Flags(InRedis(expression));

    [Theory]
    [InlineData("db.StringSet(key, json, TimeSpan.FromHours(1))")]
    [InlineData("db.StringSet(key, json, expiry: TimeSpan.FromHours(1), when: When.NotExists)")]
    [InlineData("db.StringSet(key, json, life, When.Always)")]
    [InlineData("db.StringSet(key, json, Life)")]
    [InlineData("db.StringSet(key, json, null, keepTtl: true)")]
    [InlineData("db.StringSet(key, json, Expiration.KeepTtl)")]
    [InlineData("db.StringSet(key, json, new Expiration(TimeSpan.FromHours(1)))")]
    [InlineData("db.StringSet(\"last-run\", json)")]
    [InlineData("db.StringSet(prefix + \"last-run\", json)")]
    [InlineData("db.StringSetAsync(Fixed, json)")]
    [InlineData("db.StringSetAsync(key, json, DateTime.UtcNow.AddDays(1) - DateTime.UtcNow)")]
    [InlineData("db.StreamAdd(\"orders\", \"json\", json, maxLength: 1000)")]
    [InlineData("db.StringGet(key)")]
    [InlineData("db.KeyDelete(key)")]
    [InlineData("db.StringIncrement(\"orders\")")]
    public Task Allows_an_entry_of_Redis_that_ends_or_is_one(string expression) => Allows(InRedis(expression));

    [Fact]
    public Task Allows_a_key_that_is_given_its_end_beside() => Allows(
        """
        using StackExchange.Redis;

        class Cache
        {
            private readonly IDatabase db = null!;

            async Task Keep(string id, string json)
            {
                var key = "order:" + id;
                await db.HashSetAsync(key, "json", json);
                await db.KeyExpireAsync(key, TimeSpan.FromDays(1));

                var transaction = db.CreateTransaction();
                _ = transaction.StringSetAsync($"lock:{id}", json);
                _ = transaction.KeyExpireAsync($"lock:{id}", TimeSpan.FromMinutes(1));
                await transaction.ExecuteAsync();
            }
        }

        class Work
        {
            private readonly IDatabase db = null!;

            void Add(string json) => db.ListLeftPush("work", json);

            string? Take() => db.ListRightPop("work");
        }

        class Recent
        {
            private readonly IDatabase db = null!;

            void Add(string user, string json)
            {
                db.ListLeftPush("recent:" + user, json);
                db.ListTrim("recent:" + user, 0, 99);
            }
        }
        """);

    [Fact]
    public Task Flags_a_person_under_a_key_that_is_fixed() => Flags(
        """
        using StackExchange.Redis;

        class Cache
        {
            void Keep(IDatabase db, Customer customer) => db.[|StringSet|]("last-customer", customer.Email);

            void Count(IDatabase db, Customer customer) => db.StringSet("last-order", customer.Orders);
        }

        record Customer(string FullName, string Email, int Orders);
        """);

    [Theory]
    [InlineData("distributed.[|Set|](key, bytes)")]
    [InlineData("distributed.[|SetAsync|](key, bytes, token)")]
    [InlineData("distributed.[|SetString|](key, json)")]
    [InlineData("distributed.[|SetStringAsync|](key, json)")]
    [InlineData("distributed.[|SetStringAsync|](\"order:\" + key, json, new DistributedCacheEntryOptions(), token)")]
    [InlineData("distributed.[|SetString|](key, json, new())")]
    [InlineData("distributed.[|Set|](key, bytes, new DistributedCacheEntryOptions { })")]
    [InlineData("distributed.[|Set|](key, bytes, new DistributedCacheEntryOptions { SlidingExpiration = null })")]
    [InlineData("distributed.[|Set|](key, bytes, new DistributedCacheEntryOptions { AbsoluteExpiration = DateTimeOffset.MaxValue })")]
    [InlineData("DistributedCacheExtensions.[|SetString|](distributed, key, json)")]
    [InlineData("distributed.[|Set|](key, bytes, Forever)")]
    [InlineData("memory.[|Set|](key, json)")]
    [InlineData("memory.[|Set|]((typeof(Cache), key), json)")]
    [InlineData("memory.[|Set|](key, json, new MemoryCacheEntryOptions())")]
    [InlineData("memory.[|Set|](key, json, new MemoryCacheEntryOptions().SetPriority(CacheItemPriority.High))")]
    [InlineData("memory.[|Set|](key, json, TimeSpan.MaxValue)")]
    [InlineData("memory.[|GetOrCreate|](key, entry => Load(key))")]
    [InlineData("memory.[|GetOrCreate|](key, _ => Load(key))")]
    [InlineData("memory.[|GetOrCreateAsync|](key, async entry => await LoadAsync(key))")]
    [InlineData("memory.[|GetOrCreate|](key, entry => { entry.Priority = CacheItemPriority.Low; return Load(key); })")]
    [InlineData("memory.[|GetOrCreate|](key, Fill)")]
    [InlineData("memory.[|CreateEntry|](key).SetValue(json)")]
    public Task Flags_a_cache_entry_that_stays(string expression) => Flags(InCache(expression));

    [Theory]
    [InlineData("distributed.Set(key, bytes, Shortly)")]
    [InlineData("distributed.SetString(key, json, options)")]
    [InlineData("distributed.SetStringAsync(key, json, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1) })")]
    [InlineData("distributed.SetString(key, json, new DistributedCacheEntryOptions().SetSlidingExpiration(TimeSpan.FromHours(1)))")]
    [InlineData("distributed.SetString(\"last-run\", json)")]
    [InlineData("distributed.Remove(key)")]
    [InlineData("memory.Set(key, json, TimeSpan.FromHours(1))")]
    [InlineData("memory.Set(key, json, DateTimeOffset.UtcNow.AddHours(1))")]
    [InlineData("memory.Set(key, json, new MemoryCacheEntryOptions { Size = 1 })")]
    [InlineData("memory.Set(key, json, new MemoryCacheEntryOptions().SetPriority(CacheItemPriority.High).SetAbsoluteExpiration(TimeSpan.FromHours(1)))")]
    [InlineData("memory.Set(key, json, new MemoryCacheEntryOptions { Priority = CacheItemPriority.NeverRemove })")]
    [InlineData("memory.Set(\"countries\", json)")]
    [InlineData("memory.Set(nameof(Cache), json)")]
    [InlineData("memory.GetOrCreate(\"countries\", entry => Load(\"countries\"))")]
    [InlineData("memory.GetOrCreate(key, entry => { entry.SlidingExpiration = TimeSpan.FromHours(1); return Load(key); })")]
    [InlineData("memory.GetOrCreateAsync(key, entry => { entry.SetAbsoluteExpiration(TimeSpan.FromHours(1)); return LoadAsync(key); })")]
    [InlineData("memory.GetOrCreate(key, entry => { Configure(entry); return Load(key); })")]
    [InlineData("memory.GetOrCreate(key, entry => Load(key), new MemoryCacheEntryOptions { SlidingExpiration = TimeSpan.FromHours(1) })")]
    [InlineData("memory.GetOrCreate(key, FillShortly)")]
    [InlineData("memory.CreateEntry(key).SetValue(json).SetSlidingExpiration(TimeSpan.FromHours(1))")]
    public Task Allows_a_cache_entry_that_ends_or_is_one(string expression) => Allows(InCache(expression));

    [Fact]
    public Task Looks_at_options_and_entries_that_are_filled_step_by_step() => Flags(
        """
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Caching.Memory;

        class Cache
        {
            void Keep(IDistributedCache cache, IMemoryCache memory, string key, string json)
            {
                var options = new DistributedCacheEntryOptions();
                options.SlidingExpiration = TimeSpan.FromHours(1);
                cache.SetString(key, json, options);

                var fluent = new MemoryCacheEntryOptions();
                fluent.SetAbsoluteExpiration(TimeSpan.FromHours(1));
                memory.Set(key, json, fluent);

                var empty = new MemoryCacheEntryOptions { Priority = CacheItemPriority.Low };
                memory.[|Set|](key, json, empty);

                using var entry = memory.CreateEntry(key);
                entry.Value = json;
                entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1);

                using (var kept = memory.[|CreateEntry|](key))
                    kept.Value = json;
            }
        }
        """);

    [Fact]
    public Task Allows_options_that_are_made_of_each_other() => Allows(
        """
        using Microsoft.Extensions.Caching.Memory;

        class Cache
        {
            private static readonly MemoryCacheEntryOptions First = Second.SetPriority(CacheItemPriority.Low);
            private static readonly MemoryCacheEntryOptions Second = First.SetPriority(CacheItemPriority.High);

            void Keep(IMemoryCache memory, string key, string json) => memory.Set(key, json, First);
        }
        """);

    [Theory]
    [InlineData("[|new ContainerProperties(\"sessions\", \"/id\")|]")]
    [InlineData("[|new ContainerProperties { Id = \"customers\", PartitionKeyPath = \"/id\" }|]")]
    [InlineData("cosmos.[|CreateContainerIfNotExistsAsync|](\"events\", \"/id\")")]
    [InlineData("cosmos.[|CreateContainerAsync|](id: \"telemetry\", partitionKeyPath: \"/device\")")]
    [InlineData("cosmos.[|DefineContainer|](\"events\", \"/id\").WithIndexingPolicy().Attach().CreateAsync()")]
    [InlineData("mongo.[|CreateCollection|](\"sessions\")")]
    [InlineData("mongo.[|CreateCollectionAsync|](\"events\", new CreateCollectionOptions())")]
    [InlineData("[|new CreateQueueOptions(\"orders\")|]")]
    [InlineData("[|new CreateQueueOptions(\"orders\") { DefaultMessageTimeToLive = TimeSpan.MaxValue }|]")]
    [InlineData("[|new CreateTopicOptions(\"orders\")|]")]
    [InlineData("[|new TopicSpecification { Name = \"orders\", NumPartitions = 3 }|]")]
    [InlineData("[|new TopicSpecification { Name = \"orders\", Configs = new Dictionary<string, string> { [\"retention.ms\"] = \"-1\" } }|]")]
    [InlineData("[|new TopicSpecification { Name = \"orders\", Configs = new() { { \"segment.ms\", \"1\" } } }|]")]
    [InlineData("[|new StreamConfig(\"orders\", new[] { \"orders.*\" })|]")]
    [InlineData("rabbit.[|QueueDeclareAsync|](\"orders\", true, false, false)")]
    [InlineData("rabbit.[|QueueDeclareAsync|](queue: \"orders\", durable: true, exclusive: false, autoDelete: false, arguments: null)")]
    [InlineData("rabbit.[|QueueDeclareAsync|](\"orders\", durable: true, exclusive: false, autoDelete: false, arguments: new Dictionary<string, object?> { [\"x-queue-type\"] = \"quorum\" })")]
    [InlineData("queue.[|SendMessage|](\"order\", timeToLive: TimeSpan.FromSeconds(-1))")]
    [InlineData("[|new CreateTableRequest { TableName = \"Sessions\" }|]")]
    [InlineData("[|new PutBucketRequest { BucketName = \"raw-orders\" }|]")]
    [InlineData("[|new Google.Apis.Storage.v1.Data.Bucket { Name = \"raw-orders\" }|]")]
    public Task Flags_a_store_declared_without_an_end(string expression) => Flags(InStores(expression), Stores);

    [Theory]
    [InlineData("new ContainerProperties(\"sessions\", \"/id\") { DefaultTimeToLive = 3600 }")]
    [InlineData("new ContainerProperties(\"sessions\", \"/id\") { DefaultTimeToLive = -1 }")]
    [InlineData("new ContainerProperties(\"products\", \"/id\")")]
    [InlineData("new ContainerProperties(\"orders\", \"/id\")")]
    [InlineData("cosmos.CreateContainerIfNotExistsAsync(\"products\", \"/id\")")]
    [InlineData("cosmos.CreateContainerIfNotExistsAsync(new ContainerProperties(\"events\", \"/id\") { DefaultTimeToLive = 60 })")]
    [InlineData("cosmos.DefineContainer(\"events\", \"/id\").WithDefaultTimeToLive(TimeSpan.FromDays(30)).CreateAsync()")]
    [InlineData("mongo.CreateCollection(\"events\", new CreateCollectionOptions { Capped = true, MaxSize = 1024 })")]
    [InlineData("mongo.CreateCollection(\"products\")")]
    [InlineData("new CreateQueueOptions(\"orders\") { DefaultMessageTimeToLive = TimeSpan.FromDays(14) }")]
    [InlineData("new CreateQueueOptions(\"orders\") { AutoDeleteOnIdle = TimeSpan.FromDays(1) }")]
    [InlineData("new CreateQueueOptions(\"orders-dead-letter\")")]
    [InlineData("new TopicSpecification { Name = \"orders\", Configs = new Dictionary<string, string> { [\"retention.ms\"] = \"604800000\" } }")]
    [InlineData("new TopicSpecification { Name = \"orders\", Configs = new() { { \"cleanup.policy\", \"compact\" } } }")]
    [InlineData("new TopicSpecification { Name = \"orders\", Configs = configs }")]
    [InlineData("new StreamConfig(\"orders\", new[] { \"orders.*\" }) { MaxAge = TimeSpan.FromDays(7) }")]
    [InlineData("rabbit.QueueDeclareAsync(\"\", false, true, true)")]
    [InlineData("rabbit.QueueDeclareAsync()")]
    [InlineData("rabbit.QueueDeclareAsync(\"orders\", durable: false, exclusive: false, autoDelete: false)")]
    [InlineData("rabbit.QueueDeclareAsync(\"orders.dead\", true, false, false)")]
    [InlineData("rabbit.QueueDeclareAsync(\"orders\", true, false, false, new Dictionary<string, object?> { [\"x-message-ttl\"] = 60000 })")]
    [InlineData("rabbit.QueueDeclareAsync(\"orders\", true, false, false, new Dictionary<string, object?> { { RabbitMQ.Client.Headers.XMaxLength, 1000 } })")]
    [InlineData("rabbit.QueueDeclareAsync(\"orders\", true, false, false, given)")]
    [InlineData("queue.SendMessage(\"order\")")]
    [InlineData("queue.SendMessageAsync(\"order\", timeToLive: TimeSpan.FromDays(1))")]
    [InlineData("new CreateTableRequest { TableName = \"Products\" }")]
    [InlineData("new PutBucketRequest { BucketName = \"site-assets\" }")]
    [InlineData("new Google.Apis.Storage.v1.Data.Bucket { Name = \"raw-orders\", Lifecycle = new() }")]
    public Task Allows_a_store_that_ends_or_holds_what_is_fixed(string expression) => Allows(InStores(expression), Stores);

    [Fact]
    public Task Flags_what_a_stack_declares_without_an_end() => Flags(
        """
        using Amazon.CDK;
        using Amazon.CDK.AWS.DynamoDB;
        using Amazon.CDK.AWS.Logs;
        using Amazon.CDK.AWS.S3;
        using Amazon.CDK.AWS.SQS;

        class Stores : Stack
        {
            public Stores(Constructs.Construct scope) : base(scope, "stores")
            {
                new Bucket(this, "Raw", [|new BucketProps { Versioned = true }|]);
                var exports = [|new Bucket(this, "Exports")|];
                new Bucket(this, "Landing", new BucketProps { LifecycleRules = new[] { new LifecycleRule { Expiration = Duration.Days(90) } } });
                new Bucket(this, "Empty", [|new BucketProps { LifecycleRules = new ILifecycleRule[0] }|]);
                new Bucket(this, "Site", new BucketProps { WebsiteIndexDocument = "index.html" });
                new Bucket(this, "Assets", new BucketProps { Versioned = true });
                new Table(this, "Sessions", [|new TableProps { PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "id", Type = AttributeType.STRING } }|]);
                new TableV2(this, "Users", [|new TablePropsV2 { TableName = "people" }|]);
                new Table(this, "Events", new TableProps { TimeToLiveAttribute = "expiresAt" });
                new Table(this, "Products", new TableProps { TableName = "products" });
                new LogGroup(this, "Log", new LogGroupProps { Retention = [|RetentionDays.INFINITE|] });
                new LogGroup(this, "Short", new LogGroupProps { Retention = RetentionDays.ONE_MONTH });
                new LogGroup(this, "Default");
                new Queue(this, "Orders");
            }
        }

        class Ruled : Stack
        {
            public Ruled()
            {
                var bucket = new Bucket(this, "Raw");
                bucket.AddLifecycleRule(new LifecycleRule { Expiration = Duration.Days(30) });
            }
        }
        """);

    [Fact]
    public Task Allows_what_is_meant_to_be_kept() => Allows(
        InRedis("db.StringSet($\"orders:{id}\", json)"), new() { EditorConfig = "undercurrent.kept_stores = orders:, ledger\n" });

    [Fact]
    public Task Flags_the_cache_of_the_framework() => Flags(
        """
        using System.Runtime.Caching;

        class Cache
        {
            void Keep(string key, object value)
            {
                MemoryCache.Default.[|Set|](key, value, ObjectCache.InfiniteAbsoluteExpiration);
                MemoryCache.Default.[|Set|](key, value, new CacheItemPolicy());
                MemoryCache.Default.Set(key, value, DateTimeOffset.UtcNow.AddHours(1));
                MemoryCache.Default.Add(key, value, new CacheItemPolicy { SlidingExpiration = TimeSpan.FromHours(1) });
            }
        }
        """, Stores);

    [Fact]
    public Task Fixes_entries_of_Redis() => Fixes(
        """
        using StackExchange.Redis;

        class Cache
        {
            async Task Keep(IDatabase db, string id, string json)
            {
                await db.[|StringSetAsync|]("order:" + id, json);
                await db.[|StringSetAsync|]("order:" + id, json, when: When.NotExists);
                db.[|StringSet|]("order:" + id, json, null, When.Exists);

                // The fields of the order.
                await db.[|HashSetAsync|]("fields:" + id, "json", json);
                db.[|SetAdd|]("seen:" + id, json);
            }
        }
        """,
        """
        using StackExchange.Redis;

        class Cache
        {
            async Task Keep(IDatabase db, string id, string json)
            {
                await db.StringSetAsync("order:" + id, json, TimeSpan.FromDays(1));
                await db.StringSetAsync("order:" + id, json, when: When.NotExists, expiry: TimeSpan.FromDays(1));
                db.StringSet("order:" + id, json, TimeSpan.FromDays(1), When.Exists);

                // The fields of the order.
                await db.HashSetAsync("fields:" + id, "json", json);
                await db.KeyExpireAsync("fields:" + id, TimeSpan.FromDays(1));
                db.SetAdd("seen:" + id, json);
                db.KeyExpire("seen:" + id, TimeSpan.FromDays(1));
            }
        }
        """);

    [Fact]
    public Task Fixes_cache_entries() => Fixes(
        """
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Caching.Memory;

        class Cache
        {
            async Task Keep(IDistributedCache cache, IMemoryCache memory, string key, string json, CancellationToken token)
            {
                await cache.[|SetStringAsync|](key, json);
                await cache.[|SetStringAsync|](key, json, token);
                cache.[|SetString|](key, json, new DistributedCacheEntryOptions());
                memory.[|Set|](key, json);
                var options = new MemoryCacheEntryOptions { Priority = CacheItemPriority.Low };
                memory.[|Set|](key, json, options);
                memory.[|GetOrCreate|](key, entry => Load(key));
                memory.[|GetOrCreate|](key, _ =>
                {
                    return Load(key);
                });
            }

            private static string Load(string key) => key;
        }
        """,
        """
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Caching.Memory;

        class Cache
        {
            async Task Keep(IDistributedCache cache, IMemoryCache memory, string key, string json, CancellationToken token)
            {
                await cache.SetStringAsync(key, json, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1) });
                await cache.SetStringAsync(key, json, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1) }, token);
                cache.SetString(key, json, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1) });
                memory.Set(key, json, TimeSpan.FromHours(1));
                var options = new MemoryCacheEntryOptions { Priority = CacheItemPriority.Low, AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1) };
                memory.Set(key, json, options);
                memory.GetOrCreate(key, entry =>
                {
                    entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1);
                    return Load(key);
                });
                memory.GetOrCreate(key, entry =>
                {
                    entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1);
                    return Load(key);
                });
            }

            private static string Load(string key) => key;
        }
        """);

    [Fact]
    public Task Fixes_declarations() => Fixes(
        """
        using Amazon.CDK.AWS.DynamoDB;
        using Amazon.CDK.AWS.S3;
        using Confluent.Kafka.Admin;
        using Microsoft.Azure.Cosmos;

        class Stores
        {
            ContainerProperties Sessions() => [|new("sessions", "/id")|];

            TopicSpecification Orders() => [|new TopicSpecification
            {
                Name = "orders",
                NumPartitions = 3,
            }|];

            BucketProps Raw() => [|new BucketProps()|];

            TableProps Users() => [|new TableProps { TableName = "users" }|];
        }
        """,
        """
        using Amazon.CDK;
        using Amazon.CDK.AWS.DynamoDB;
        using Amazon.CDK.AWS.S3;
        using Confluent.Kafka.Admin;
        using Microsoft.Azure.Cosmos;

        class Stores
        {
            ContainerProperties Sessions() => new("sessions", "/id") { DefaultTimeToLive = (int)TimeSpan.FromDays(365).TotalSeconds };

            TopicSpecification Orders() => new TopicSpecification
            {
                Name = "orders",
                NumPartitions = 3,
                Configs = new Dictionary<string, string> { ["retention.ms"] = "604800000" },
            };

            BucketProps Raw() => new BucketProps { LifecycleRules = new[] { new LifecycleRule { Expiration = Duration.Days(365) } } };

            TableProps Users() => new TableProps { TableName = "users", TimeToLiveAttribute = "expiresAt" };
        }
        """);

    [Fact]
    public Task Fixes_a_log_that_was_told_to_stay() => Fixes(
        "using Amazon.CDK.AWS.Logs; class Stores { LogGroupProps Log() => new() { Retention = [|RetentionDays.INFINITE|] }; }",
        "using Amazon.CDK.AWS.Logs; class Stores { LogGroupProps Log() => new() { Retention = RetentionDays.ONE_YEAR }; }");

    [Fact]
    public Task Offers_no_fix_where_the_end_is_set_elsewhere() => OffersNoFix(
        """
        using Microsoft.Extensions.Caching.Memory;
        using RabbitMQ.Client;
        using StackExchange.Redis;

        class Stores
        {
            object Keep(IDatabase db, IMemoryCache memory, string key, string json) => (db.[|HashSet|](key, "json", json), memory.[|CreateEntry|](key));

            Task Declare(IChannel channel) => channel.[|QueueDeclareAsync|]("orders", true, false, false);
        }
        """);

    private static string InRedis(string expression) =>
        $$"""
        using StackExchange.Redis;

        class Cache
        {
            private const string Fixed = "last";
            private static readonly TimeSpan Life = TimeSpan.FromDays(1);
            private readonly string prefix = "orders:";
            private readonly IDatabase db = null!;

            object? Keep(string key, Guid id, Order order, string json, TimeSpan? life) => {{expression.Replace("(id)", "(id.ToString())").Replace(", id", ", id.ToString()")}};

            private static string KeyOf(string id) => "order:" + id;
        }

        record Order(int Id);
        """;

    private static string InCache(string expression) =>
        $$"""
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Caching.Memory;

        class Cache
        {
            private static readonly DistributedCacheEntryOptions Forever = new();
            private static readonly DistributedCacheEntryOptions Shortly = new() { SlidingExpiration = TimeSpan.FromHours(1) };

            void Keep(IDistributedCache distributed, IMemoryCache memory, string key, string json, byte[] bytes, DistributedCacheEntryOptions options, CancellationToken token)
            {
                {{expression}};
            }

            private static void Configure(ICacheEntry entry) { }
            private static string Load(string key) => key;
            private static Task<string> LoadAsync(string key) => Task.FromResult(key);
            private static string Fill(ICacheEntry entry) => Load("");
            private static string FillShortly(ICacheEntry entry) { entry.SetSlidingExpiration(TimeSpan.FromHours(1)); return Load(""); }
        }
        """;

    private static string InStores(string expression) =>
        $$"""
        using Amazon.DynamoDBv2.Model;
        using Amazon.S3.Model;
        using Azure.Messaging.ServiceBus.Administration;
        using Azure.Storage.Queues;
        using Confluent.Kafka.Admin;
        using Microsoft.Azure.Cosmos;
        using MongoDB.Driver;
        using NATS.Client.JetStream.Models;
        using RabbitMQ.Client;

        class Stores
        {
            void Declare(Database cosmos, IMongoDatabase mongo, IChannel rabbit, QueueClient queue, Dictionary<string, string> configs, Dictionary<string, object?> given)
            {
                _ = {{expression}};
            }
        }
        """.Replace("_ = mongo.CreateCollection(", "mongo.CreateCollection(").Replace("_ = mongo.[|CreateCollection|](", "mongo.[|CreateCollection|](");
}
