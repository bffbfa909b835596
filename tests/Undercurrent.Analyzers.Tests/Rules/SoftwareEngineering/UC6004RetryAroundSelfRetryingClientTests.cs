using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

public sealed class UC6004RetryAroundSelfRetryingClientTests : RuleTests<UC6004RetryAroundSelfRetryingClient, UC6004RetryAroundSelfRetryingClientFix>
{
    private static string Around(string members) =>
        $$"""
        using Amazon.S3;
        using Azure.Storage.Blobs;
        using Microsoft.Azure.Cosmos;
        using Microsoft.EntityFrameworkCore;
        using MongoDB.Driver;
        using Polly;
        using Polly.Retry;

        public sealed record Order(string Id);

        public sealed class Shop : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
        }

        public sealed class Store
        {
            private readonly BlobClient blob = null!;
            private readonly IAmazonS3 files = null!;
            private readonly IMongoCollection<Order> orders = null!;
            private readonly Container items = null!;
            private readonly HttpClient http = null!;
            private readonly ResiliencePipeline pipeline = null!;
            private readonly IAsyncPolicy retry = null!;

            {{members}}

            private Task Once(CancellationToken stop) => blob.DownloadContentAsync(stop);
        }
        """;

    [Theory]
    [InlineData("public async Task Load(CancellationToken stop) => await pipeline.[|ExecuteAsync|](async token => await blob.DownloadContentAsync(token), stop);")]
    [InlineData("public async Task Load() => await retry.[|ExecuteAsync|](() => files.GetObjectAsync(\"bucket\", \"key\"));")]
    [InlineData("public async Task Load(Order order) => await retry.[|ExecuteAsync|](async () => { await items.UpsertItemAsync(order); });")]
    [InlineData("public Task<List<Order>> Load() => retry.[|ExecuteAsync|](() => orders.Find(order => order.Id == \"1\").ToListAsync());")]
    [InlineData("public async Task Load(CancellationToken stop) => await pipeline.[|ExecuteAsync|](async token => await Once(token), stop);")]
    [InlineData("public async Task Load() => await Policy.Handle<Exception>().WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(attempt)).[|ExecuteAsync|](() => blob.DeleteIfExistsAsync());")]
    [InlineData("public Task Load() => [|RetryAsync|](() => blob.DeleteAsync()); static Task RetryAsync(Func<Task> work) => work();")]
    [InlineData("public void Load(ResiliencePipeline sync) => sync.[|Execute|](() => blob.DownloadContent());")]
    public Task Flags_a_wrapper_around_a_client_that_retries(string member) => Flags(Around(member));

    [Theory]
    [InlineData("public async Task<string> Load() => await retry.ExecuteAsync(() => http.GetStringAsync(\"rates\"));")]
    [InlineData("public async Task Load() => await retry.ExecuteAsync(async () => { await blob.DeleteAsync(); await http.GetStringAsync(\"rates\"); });")]
    [InlineData("public async Task Load(Shop shop) => await retry.ExecuteAsync(() => shop.Orders.ToListAsync());")]
    [InlineData("public async Task Load(Shop shop) => await shop.Database.CreateExecutionStrategy().ExecuteAsync(() => shop.Orders.ToListAsync());")]
    [InlineData("public async Task Load() { var limit = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(3)).Build(); await limit.ExecuteAsync(async token => await blob.DownloadContentAsync(token)); }")]
    [InlineData("public async Task Load() => await Policy.Handle<MongoException>(e => e.Message.Contains(\"Conflict\")).Or<DbUpdateConcurrencyException>().RetryAsync(3).ExecuteAsync(() => orders.Find(order => order.Id == \"1\").ToListAsync());")]
    [InlineData("public async Task Load() => await Policy.HandleResult<bool>(there => !there).WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(attempt)).ExecuteAsync(async () => (await blob.ExistsAsync()).Value);")]
    [InlineData("public async Task Load(BlobClient[] regions) { var at = 0; await retry.ExecuteAsync(() => regions[at++ % regions.Length].DownloadContentAsync()); }")]
    [InlineData("public async Task Load(BlobClient one, BlobClient other) { var target = one; await retry.ExecuteAsync(async () => { try { await target.DownloadContentAsync(); } catch { target = other; throw; } }); }")]
    [InlineData("public async Task Load() => await blob.DownloadContentAsync();")]
    public Task Allows_a_wrapper_around_anything_else(string member) => Allows(Around(member));

    [Theory]
    [InlineData("BlobClientOptions Options() { var options = new BlobClientOptions(); options.Retry.MaxRetries = 0; return options; }")]
    [InlineData("BlobClientOptions Options() => new() { Retry = { MaxRetries = 0 } };")]
    public Task Allows_the_only_retry_there_is(string options) => Allows(Around(options + " public async Task Load() => await retry.ExecuteAsync(() => blob.DeleteAsync());"));

    [Theory]
    [InlineData("[|for|] (var attempt = 1; ; attempt++) { try { await blob.DownloadContentAsync(stop); return; } catch (Exception) when (attempt < 3) { await Task.Delay(1000 * attempt, stop); } }")]
    [InlineData("[|for|] (var attempt = 0; attempt < 3; attempt++) { try { await files.GetObjectAsync(\"bucket\", \"key\", stop); break; } catch (AmazonS3Exception) { await Task.Delay(1000 * attempt, stop); } }")]
    [InlineData("[|for|] (var attempt = 1; ; attempt++) { try { await blob.DownloadContentAsync(stop); return; } catch (Azure.RequestFailedException e) when (attempt < 3 && e.Status is 429 or 503) { await Task.Delay(1000 * attempt, stop); } }")]
    public Task Flags_a_loop_around_a_client_that_retries(string body) => Flags(Around($"public async Task Load(CancellationToken stop) {{ {body} }}"));

    [Theory]
    [InlineData("for (var attempt = 1; ; attempt++) { try { await http.GetStringAsync(\"rates\", stop); return; } catch (Exception) when (attempt < 3) { await Task.Delay(1000 * attempt, stop); } }")]
    [InlineData("for (var attempt = 1; ; attempt++) { try { await blob.DownloadContentAsync(stop); return; } catch (Azure.RequestFailedException e) when (e.Status == 412) { await Task.Delay(1000 * attempt, stop); } }")]
    [InlineData("for (var attempt = 1; ; attempt++) { try { await items.UpsertItemAsync(new Order(\"1\"), cancellationToken: stop); return; } catch (CosmosException e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound) { await Task.Delay(1000 * attempt, stop); } }")]
    [InlineData("foreach (var key in new[] { \"a\", \"b\" }) { try { await files.GetObjectAsync(\"bucket\", key, stop); } catch (AmazonS3Exception e) { Console.WriteLine(e); } }")]
    [InlineData("while (!stop.IsCancellationRequested) { try { await files.GetObjectAsync(\"bucket\", \"key\", stop); } catch (AmazonS3Exception e) { Console.WriteLine(e); } }")]
    public Task Allows_a_loop_around_anything_else(string body) => Allows(Around($"public async Task Load(CancellationToken stop) {{ {body} }}"));

    private static Given Registered(string registration) => new()
    {
        Sources = [.. RetryLibraries.Known.Sources, ("Program.cs", $"using Microsoft.Extensions.DependencyInjection; using Polly; static class Program {{ static void Add(IServiceCollection services, IAsyncPolicy<HttpResponseMessage> retryPolicy, IAsyncPolicy<HttpResponseMessage> breaker) {{ {registration} }} }}")],
    };

    private static string Typed(string call) => $"public sealed class Rates {{ private readonly HttpClient http; private readonly Polly.ResiliencePipeline pipeline; public Rates(HttpClient http, Polly.ResiliencePipeline pipeline) {{ this.http = http; this.pipeline = pipeline; }} public async Task<string> Load() => await pipeline.{call}(async token => await http.GetStringAsync(\"rates\", token)); }}";

    [Fact]
    public Task Flags_a_wrapper_around_a_client_with_a_handler() => Flags(Typed("[|ExecuteAsync|]"), Registered("services.AddHttpClient<Rates>().AddStandardResilienceHandler();"));

    [Fact]
    public Task Allows_a_wrapper_around_a_client_without_one() => Allows(Typed("ExecuteAsync"), Registered("services.AddHttpClient<Rates>();"));

    [Theory]
    [InlineData("services.AddHttpClient(\"rates\").[|AddPolicyHandler|](retryPolicy).AddStandardResilienceHandler();")]
    [InlineData("services.AddHttpClient(\"rates\").[|AddTransientHttpErrorPolicy|](policy => policy.WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(attempt))).AddPolicyHandler(retryPolicy);")]
    [InlineData("services.ConfigureHttpClientDefaults(client => client.AddStandardResilienceHandler()); services.AddHttpClient(\"rates\").[|AddPolicyHandler|](retryPolicy);")]
    public Task Flags_a_handler_around_another(string registration) => Flags(Program(registration), RetryLibraries.Known);

    [Theory]
    [InlineData("services.AddHttpClient(\"rates\").AddPolicyHandler(retryPolicy).AddPolicyHandler(breaker);")]
    [InlineData("services.AddHttpClient(\"rates\").AddStandardResilienceHandler();")]
    [InlineData("services.AddHttpClient(\"rates\").AddPolicyHandler(retryPolicy); services.AddHttpClient(\"fees\").AddStandardResilienceHandler();")]
    [InlineData("services.ConfigureHttpClientDefaults(client => client.AddStandardResilienceHandler()); services.AddHttpClient(\"rates\").RemoveAllResilienceHandlers().AddPolicyHandler(retryPolicy);")]
    [InlineData("services.AddHttpClient(\"rates\").AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(3)).AddPolicyHandler(retryPolicy);")]
    public Task Allows_one_handler_that_retries(string registration) => Allows(Program(registration), RetryLibraries.Known);

    private static string Program(string registration) =>
        $"using Microsoft.Extensions.DependencyInjection; using Polly; static class Clients {{ static void Add(IServiceCollection services, IAsyncPolicy<HttpResponseMessage> retryPolicy, IAsyncPolicy<HttpResponseMessage> breaker) {{ {registration} }} }}";

    [Fact]
    public Task Flags_a_wrapper_around_a_context_that_retries() => Flags(
        Around("public async Task Load(Shop shop) => await retry.[|ExecuteAsync|](() => shop.Orders.ToListAsync());"),
        new() { Sources = [("Setup.cs", "using Microsoft.EntityFrameworkCore; using Microsoft.Extensions.DependencyInjection; static class Setup { static void Add(IServiceCollection services) => services.AddDbContext<Shop>(options => options.UseSqlServer(\"\", sql => sql.EnableRetryOnFailure())); }")] });

    [Theory]
    [InlineData("public async Task Load(CancellationToken stop) => await pipeline.[|ExecuteAsync|](async token => await blob.DownloadContentAsync(token), stop);", "public async Task Load(CancellationToken stop) => await blob.DownloadContentAsync(stop);")]
    [InlineData("public async Task Load() => await pipeline.[|ExecuteAsync|](async token => { await blob.DeleteAsync(cancellationToken: token); });", "public async Task Load() => await blob.DeleteAsync(cancellationToken: CancellationToken.None);")]
    [InlineData("public Task<List<Order>> Load() => retry.[|ExecuteAsync|](() => orders.Find(order => order.Id == \"1\").ToListAsync());", "public Task<List<Order>> Load() => orders.Find(order => order.Id == \"1\").ToListAsync();")]
    [InlineData("public void Load(ResiliencePipeline sync) => sync.[|Execute|](() => blob.DownloadContent());", "public void Load(ResiliencePipeline sync) => blob.DownloadContent();")]
    public Task Fixes_a_wrapper(string before, string after) => Fixes(Around(before), Around(after));

    [Fact]
    public Task Fixes_a_handler() => Fixes(
        Program("services.AddHttpClient(\"rates\").[|AddPolicyHandler|](retryPolicy).AddStandardResilienceHandler();"),
        Program("services.AddHttpClient(\"rates\").AddStandardResilienceHandler();"),
        RetryLibraries.Known);

    [Theory]
    [InlineData("public async Task Load() => await retry.[|ExecuteAsync|](async () => { Console.WriteLine(); await blob.DeleteAsync(); });")]
    [InlineData("public async Task Load() => await retry.[|ExecuteAsync|](async context => { await blob.DeleteAsync(); }, new Context());")]
    [InlineData("public async Task Load(CancellationToken stop) { [|for|] (var attempt = 1; ; attempt++) { try { await blob.DownloadContentAsync(stop); return; } catch (Exception) when (attempt < 3) { await Task.Delay(1000 * attempt, stop); } } }")]
    public Task Leaves_a_retry_with_more_to_it(string member) => OffersNoFix(Around(member));
}
