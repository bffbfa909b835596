using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

public sealed class UC6013NonIdempotentRetryTests : RuleTests<UC6013NonIdempotentRetry>
{
    private static string Around(string member) =>
        $$"""
        using System.Data.Common;
        using System.Net.Http.Json;
        using Amazon.DynamoDBv2;
        using Confluent.Kafka;
        using Dapper;
        using Microsoft.Data.SqlClient;
        using Microsoft.EntityFrameworkCore;
        using MongoDB.Driver;
        using Polly;

        public sealed class Order { public string Id { get; set; } = ""; public string Sku { get; set; } = ""; }

        public sealed class Shop : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
        }

        public sealed class Store
        {
            private readonly HttpClient http = null!;
            private readonly IAsyncPolicy retry = null!;
            private readonly IMongoCollection<Order> orders = null!;
            private readonly IProducer<string, string> topic = null!;

            {{member}}
        }
        """;

    [Theory]
    [InlineData("public async Task Save(DbConnection db, Order order) => await retry.ExecuteAsync(() => [|db.ExecuteAsync(\"INSERT INTO orders (sku) VALUES (@Sku)\", order)|]);")]
    [InlineData("public async Task Save(SqlCommand command) => await retry.ExecuteAsync(async () => { command.CommandText = \"INSERT INTO orders DEFAULT VALUES\"; await Run(command); }); static async Task Run(SqlCommand command) { var insert = command; insert.CommandText = \"INSERT INTO orders DEFAULT VALUES\"; await [|insert.ExecuteNonQueryAsync()|]; }")]
    [InlineData("public async Task Save(Order order) => await retry.ExecuteAsync(() => [|http.PostAsJsonAsync(\"orders\", order)|]);")]
    [InlineData("public async Task Save(HttpContent order) => await retry.ExecuteAsync(() => [|http.PostAsync(\"orders\", order)|]);")]
    [InlineData("public async Task Save() => await retry.ExecuteAsync(() => [|http.SendAsync(new HttpRequestMessage(HttpMethod.Post, \"orders\"))|]);")]
    [InlineData("public async Task Save(string sku) => await retry.ExecuteAsync(() => [|orders.InsertOneAsync(new Order { Sku = sku })|]);")]
    [InlineData("public async Task Save(string sku) => await retry.ExecuteAsync(() => [|orders.InsertOneAsync(new Order { Id = Guid.NewGuid().ToString(), Sku = sku })|]);")]
    [InlineData("public async Task Save(Shop shop, string sku) => await retry.ExecuteAsync(async () => { shop.Orders.Add(new Order { Sku = sku }); await [|shop.SaveChangesAsync()|]; });")]
    [InlineData("public async Task Save(string sku) => await retry.ExecuteAsync(() => [|topic.ProduceAsync(\"orders\", new Message<string, string> { Value = sku })|]);")]
    [InlineData("public async Task Save(HttpContent order) { for (var attempt = 1; ; attempt++) { try { await [|http.PostAsync(\"orders\", order)|]; return; } catch (HttpRequestException) when (attempt < 3) { await Task.Delay(attempt * 1000); } } }")]
    [InlineData("public async Task Save(HttpContent order) => await retry.ExecuteAsync(() => Once(order)); private async Task Once(HttpContent order) { await [|http.PostAsync(\"orders\", order)|]; }")]
    [InlineData("public async Task Save(DbConnection db, Order order) => await retry.ExecuteAsync(() => [|db.ExecuteAsync(\"INSERT dbo.orders (sku) VALUES (@Sku)\", order)|]);")]
    [InlineData("public async Task Save(Shop shop, string sku) => await retry.ExecuteAsync(() => [|shop.Database.ExecuteSqlInterpolatedAsync($\"insert into orders (sku) values ({sku})\")|]);")]
    [InlineData("public async Task Save(HttpContent order) { for (var i = 0; i < 3; i++) { var answer = await [|http.PostAsync(\"orders\", order)|]; if (answer.IsSuccessStatusCode) return; await Task.Delay(i * 1000); } }")]
    [InlineData("public async Task Save(StackExchange.Redis.IDatabase redis) => await retry.ExecuteAsync(() => [|redis.ListRightPushAsync(\"orders\", \"3\")|]);")]
    [InlineData("public async Task Save(StackExchange.Redis.IDatabase redis) => await retry.ExecuteAsync(() => [|redis.StreamAddAsync(\"orders\", \"sku\", \"3\")|]);")]
    public Task Flags_a_plain_write_that_is_retried(string member) => Flags(Around(member));

    [Theory]
    [InlineData("public async Task Save(DbConnection db, Order order) => await db.ExecuteAsync(\"INSERT INTO orders (sku) VALUES (@Sku)\", order);")]
    [InlineData("public async Task Save(DbConnection db, Order order) => await retry.ExecuteAsync(() => db.ExecuteAsync(\"INSERT INTO orders (id, sku) VALUES (@Id, @Sku) ON CONFLICT (id) DO NOTHING\", order));")]
    [InlineData("public async Task Save(DbConnection db, Order order) => await retry.ExecuteAsync(() => db.ExecuteAsync(\"INSERT INTO orders (id, sku) SELECT @Id, @Sku WHERE NOT EXISTS (SELECT 1 FROM orders WHERE id = @Id)\", order));")]
    [InlineData("public async Task Save(DbConnection db, Order order) => await retry.ExecuteAsync(() => db.ExecuteAsync(\"INSERT #orders (sku) VALUES (@Sku)\", order));")]
    [InlineData("public async Task Save(Shop shop, string sku) => await retry.ExecuteAsync(() => shop.Database.ExecuteSqlInterpolatedAsync($\"update orders set sku = {sku}\"));")]
    [InlineData("public async Task Save(Shop shop, string sku) => await retry.ExecuteAsync(() => shop.Database.ExecuteSqlInterpolatedAsync($\"insert into orders (sku) values ({sku}) on conflict (sku) do nothing\"));")]
    [InlineData("public async Task Save(HttpContent order) { var answer = await http.PostAsync(\"orders\", order); if (answer.IsSuccessStatusCode) return; Console.WriteLine(answer); }")]
    [InlineData("public async Task Save(StackExchange.Redis.IDatabase redis) => await retry.ExecuteAsync(() => redis.StreamAddAsync(\"orders\", \"sku\", \"3\", messageId: \"3-0\"));")]
    [InlineData("public async Task Save(StackExchange.Redis.IDatabase redis) => await retry.ExecuteAsync(() => redis.StringSetAsync(\"orders\", \"3\"));")]
    [InlineData("public async Task Save(DbConnection db, Order order) => await retry.ExecuteAsync(() => db.ExecuteAsync(\"UPDATE orders SET sku = @Sku WHERE id = @Id\", order));")]
    [InlineData("public async Task Save(DbConnection db, Order order) => await retry.ExecuteAsync(() => db.ExecuteAsync(\"INSERT INTO staging_orders (sku) VALUES (@Sku)\", order));")]
    [InlineData("public async Task Save(Order order) => await retry.ExecuteAsync(() => http.PutAsJsonAsync(\"orders/1\", order));")]
    [InlineData("public async Task Save(Order order) => await retry.ExecuteAsync(() => http.PostAsJsonAsync(\"orders/search\", order));")]
    [InlineData("public async Task Save(Order order) => await retry.ExecuteAsync(() => { var request = new HttpRequestMessage(HttpMethod.Post, \"orders\"); request.Headers.Add(\"Idempotency-Key\", order.Id); return http.SendAsync(request); });")]
    [InlineData("public async Task Save(Order order) => await retry.ExecuteAsync(() => { var request = new HttpRequestMessage(HttpMethod.Post, \"orders\"); request.Headers.Add(\"x-requestid\", order.Id); return http.SendAsync(request); });")]
    [InlineData("public async Task Save() => await retry.ExecuteAsync(() => http.SendAsync(new HttpRequestMessage(HttpMethod.Get, \"orders\")));")]
    [InlineData("public async Task Save(Order order) => await retry.ExecuteAsync(() => orders.InsertOneAsync(order));")]
    [InlineData("public async Task Save(string id) => await retry.ExecuteAsync(() => orders.InsertOneAsync(new Order { Id = id }));")]
    [InlineData("public async Task Save(Order order) => await retry.ExecuteAsync(() => orders.ReplaceOneAsync(one => one.Id == order.Id, order, new ReplaceOptions { IsUpsert = true }));")]
    [InlineData("public async Task Save(Shop shop, string id) => await retry.ExecuteAsync(async () => { shop.Orders.Add(new Order { Id = id }); await shop.SaveChangesAsync(); });")]
    [InlineData("public async Task Save(Shop shop, string sku) => await retry.ExecuteAsync(async () => { if (!await shop.Orders.AnyAsync(order => order.Sku == sku)) { shop.Orders.Add(new Order { Sku = sku }); await shop.SaveChangesAsync(); } });")]
    [InlineData("public async Task Save(Shop shop, Order order) => await retry.ExecuteAsync(async () => { order.Sku = \"\"; await shop.SaveChangesAsync(); });")]
    [InlineData("public async Task Save(Order order) => await retry.ExecuteAsync(() => topic.ProduceAsync(\"orders\", new Message<string, string> { Key = order.Id, Value = order.Sku }));")]
    [InlineData("public async Task Save(SqlConnection db, Order order) => await retry.ExecuteAsync(async () => { await using var all = await db.BeginTransactionAsync(); await db.ExecuteAsync(\"INSERT INTO orders (sku) VALUES (@Sku)\", order, all); await all.CommitAsync(); });")]
    public Task Allows_a_write_that_may_be_done_twice(string member) => Allows(Around(member));

    [Fact]
    public Task Flags_a_consumer_that_inserts_before_it_commits() => Flags(Around(
        "public async Task Run(IConsumer<string, string> records, DbConnection db, CancellationToken stop) { while (!stop.IsCancellationRequested) { var record = records.Consume(stop); await [|db.ExecuteAsync(\"INSERT INTO orders (sku) VALUES (@sku)\", new { sku = record.Message.Value })|]; records.Commit(record); } }"));

    [Fact]
    public Task Allows_a_consumer_that_upserts() => Allows(Around(
        "public async Task Run(IConsumer<string, string> records, DbConnection db, CancellationToken stop) { while (!stop.IsCancellationRequested) { var record = records.Consume(stop); await db.ExecuteAsync(\"INSERT INTO orders (id, sku) VALUES (@id, @sku) ON CONFLICT (id) DO UPDATE SET sku = @sku\", new { id = record.Message.Key, sku = record.Message.Value }); records.Commit(record); } }"));

    private static string Consumer(string publish) =>
        $$"""
        using MassTransit;

        public sealed record Ordered(string Sku);

        public sealed record Told(string Sku);

        public sealed class Orders : IConsumer<Ordered>
        {
            public async Task Consume(ConsumeContext<Ordered> context) => await {{publish}};
        }
        """;

    [Fact]
    public Task Flags_a_consumer_that_publishes() => Flags(Consumer("[|context.Publish(new Told(context.Message.Sku))|]"));

    [Fact]
    public Task Allows_a_consumer_whose_messages_go_through_an_outbox() => Allows(
        Consumer("context.Publish(new Told(context.Message.Sku))"),
        new() { Sources = [("Bus.cs", "using MassTransit; static class Bus { static void SetUp(IReceiveEndpointConfigurator endpoint, IRegistrationContext context) { endpoint.UseMessageRetry(retry => retry.Interval(3, 5000)); endpoint.UseInMemoryOutbox(context); } }")] });

    private static string Typed(string call) => $"using System.Net.Http.Json; public sealed class Orders {{ private readonly HttpClient http; public Orders(HttpClient http) => this.http = http; public Task Tell(string order) => {call}; }}";

    private static Given Registered(string registration) => new()
    {
        Sources = [.. RetryLibraries.Known.Sources, ("Program.cs", $"using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Http.Resilience; using Polly; static class Program {{ static void Add(IServiceCollection services, IAsyncPolicy<HttpResponseMessage> retryPolicy) {{ {registration} }} }}")],
    };

    [Fact]
    public Task Flags_a_post_that_its_handler_repeats() => Flags(Typed("[|http.PostAsJsonAsync(\"orders\", order)|]"), Registered("services.AddHttpClient<Orders>().AddStandardResilienceHandler();"));

    [Theory]
    [InlineData("services.AddHttpClient<Orders>();")]
    [InlineData("services.AddHttpClient<Orders>().AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());")]
    [InlineData("services.AddHttpClient<Orders>().AddPolicyHandler(request => request.Method == HttpMethod.Get ? retryPolicy : Policy.NoOpAsync<HttpResponseMessage>());")]
    public Task Allows_a_post_that_its_handler_does_not_repeat(string registration) => Allows(Typed("http.PostAsJsonAsync(\"orders\", order)"), Registered(registration));

    [Theory]
    [InlineData("public async Task Save(DbConnection db, Order order) => await [|db.ExecuteAsync(\"INSERT INTO orders (sku) VALUES (@Sku)\", order)|]; public static void Plan() => Hangfire.BackgroundJob.Enqueue<Store>(store => store.Save(null!, null!));")]
    [InlineData("[Hangfire.AutomaticRetry(Attempts = 3)] public async Task Save(DbConnection db, Order order) => await [|db.ExecuteAsync(\"INSERT INTO orders (sku) VALUES (@Sku)\", order)|];")]
    [InlineData("public async Task Save([Microsoft.Azure.Functions.Worker.QueueTrigger(\"orders\")] string sku, DbConnection db) => await [|db.ExecuteAsync(\"INSERT INTO orders (sku) VALUES (@sku)\", new { sku })|];")]
    [InlineData("public async Task Tell(Azure.Messaging.ServiceBus.ServiceBusSender sender) => await retry.ExecuteAsync(() => [|sender.SendMessageAsync(new Azure.Messaging.ServiceBus.ServiceBusMessage(\"\"))|]);")]
    public Task Flags_a_plain_write_of_a_host_that_runs_again(string member) => Flags(Around(member), RetryLibraries.Known);

    [Theory]
    [InlineData("[Hangfire.AutomaticRetry(Attempts = 0)] public async Task Save(DbConnection db, Order order) => await db.ExecuteAsync(\"INSERT INTO orders (sku) VALUES (@Sku)\", order);")]
    [InlineData("public async Task Tell(Azure.Messaging.ServiceBus.ServiceBusSender sender, Order order) => await retry.ExecuteAsync(() => sender.SendMessageAsync(new Azure.Messaging.ServiceBus.ServiceBusMessage(\"\") { MessageId = order.Id }));")]
    public Task Allows_a_write_with_a_key_or_done_once(string member) => Allows(Around(member), RetryLibraries.Known);
}
