using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

/// <summary>How reads are made to be tried again.</summary>
public sealed partial class UC6001IngestionWithoutRetryTests
{
    private static string Reads(string member) =>
        $$"""
        using System.Data;
        using Dapper;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Data.SqlClient;
        using Polly;

        public sealed class Shop : DbContext
        {
            public DbSet<string> Orders => Set<string>();
        }

        public sealed class Loader
        {
            private readonly HttpClient http = new();

            {{member}}
        }
        """;

    [Theory]
    [InlineData(
        "public async Task<string> Load(ResiliencePipeline retry, CancellationToken stop) => await [|http.GetStringAsync(\"rates\", stop)|];",
        "public async Task<string> Load(ResiliencePipeline retry, CancellationToken stop) => await retry.ExecuteAsync(async token => await http.GetStringAsync(\"rates\", token), stop);")]
    [InlineData(
        "public async Task<string> Load(ResiliencePipeline retry) => await [|http.GetStringAsync(\"rates\")|].ConfigureAwait(false);",
        "public async Task<string> Load(ResiliencePipeline retry) => await retry.ExecuteAsync(async token => await http.GetStringAsync(\"rates\", token).ConfigureAwait(false)).ConfigureAwait(false);")]
    [InlineData(
        "public Task<string> Load(ResiliencePipeline retry, string token) => [|http.GetStringAsync(token)|];",
        "public Task<string> Load(ResiliencePipeline retry, string token) => retry.ExecuteAsync(async attemptToken => await http.GetStringAsync(token, attemptToken)).AsTask();")]
    [InlineData(
        "public async Task<int> Load(ResiliencePipeline retry) { /* today's */ var text = await [|http.GetStringAsync(\"rates\")|]; // rates\n        return text.Length; }",
        "public async Task<int> Load(ResiliencePipeline retry) { /* today's */ var text = await retry.ExecuteAsync(async token => await http.GetStringAsync(\"rates\", token)); // rates\n        return text.Length; }")]
    [InlineData(
        "public string Load(ResiliencePipeline retry) => [|http.GetStringAsync(\"rates\")|].GetAwaiter().GetResult();",
        "public string Load(ResiliencePipeline retry) => retry.ExecuteAsync(async token => await http.GetStringAsync(\"rates\", token)).AsTask().GetAwaiter().GetResult();")]
    [InlineData(
        "public async Task<HttpResponseMessage> Load(ResiliencePipeline<HttpResponseMessage> retry) => await [|http.GetAsync(\"rates\")|];",
        "public async Task<HttpResponseMessage> Load(ResiliencePipeline<HttpResponseMessage> retry) => await retry.ExecuteAsync(async token => await http.GetAsync(\"rates\", token));")]
    [InlineData(
        "public async Task<string> Load(IAsyncPolicy retry) => await [|http.GetStringAsync(\"rates\")|];",
        "public async Task<string> Load(IAsyncPolicy retry) => await retry.ExecuteAsync(async () => await http.GetStringAsync(\"rates\"));")]
    [InlineData(
        "public async Task<string> Load(IAsyncPolicy retry, CancellationToken stop) => await [|http.GetStringAsync(\"rates\", stop)|];",
        "public async Task<string> Load(IAsyncPolicy retry, CancellationToken stop) => await retry.ExecuteAsync(async token => await http.GetStringAsync(\"rates\", token), stop);")]
    [InlineData(
        "public IEnumerable<string> Load(ISyncPolicy retry, IDbConnection connection) => [|connection.Query<string>(\"SELECT name FROM orders\")|];",
        "public IEnumerable<string> Load(ISyncPolicy retry, IDbConnection connection) => retry.Execute(() => connection.Query<string>(\"SELECT name FROM orders\"));")]
    [InlineData(
        "public async Task<List<string>> Load(ResiliencePipeline retry, Shop shop, CancellationToken stop) => await [|shop.Orders.ToListAsync(stop)|];",
        "public async Task<List<string>> Load(ResiliencePipeline retry, Shop shop, CancellationToken stop) => await retry.ExecuteAsync(async token => await shop.Orders.ToListAsync(token), stop);")]
    [InlineData(
        "public async Task<int> Load(ResiliencePipeline retry, SqlConnection connection) => await [|connection.ExecuteScalarAsync<int>(\"SELECT COUNT(*) FROM orders\")|];",
        "public async Task<int> Load(ResiliencePipeline retry, SqlConnection connection) => await retry.ExecuteAsync(async token => await connection.ExecuteScalarAsync<int>(\"SELECT COUNT(*) FROM orders\"));")]
    public Task Fixes_a_read_by_the_pipeline_in_reach(string before, string after) => Fixes(Reads(before), Reads(after), new() { FixKey = "UC6001.pipeline" });

    [Fact]
    public Task Fixes_by_a_pipeline_in_a_field() => Fixes(
        """
        using Polly;

        public sealed class Loader
        {
            private readonly HttpClient _http = new();
            private readonly ResiliencePipeline _retry;

            public Loader(ResiliencePipeline retry) => _retry = retry;

            public async Task<int> Load(CancellationToken stop)
            {
                var rates = await [|_http.GetStringAsync("rates")|];
                using var fees = await [|_http.GetAsync("fees", HttpCompletionOption.ResponseHeadersRead)|];
                return rates.Length;
            }
        }
        """,
        """
        using Polly;

        public sealed class Loader
        {
            private readonly HttpClient _http = new();
            private readonly ResiliencePipeline _retry;

            public Loader(ResiliencePipeline retry) => _retry = retry;

            public async Task<int> Load(CancellationToken stop)
            {
                var rates = await _retry.ExecuteAsync(async token => await _http.GetStringAsync("rates", token), stop);
                using var fees = await _retry.ExecuteAsync(async token => await _http.GetAsync("fees", HttpCompletionOption.ResponseHeadersRead, token), stop);
                return rates.Length;
            }
        }
        """);

    [Fact]
    public Task Fixes_by_a_new_pipeline_where_none_is_in_reach() => Fixes(
        """
        public sealed class Loader
        {
            private readonly HttpClient http = new();

            // Today's.
            public async Task<string> Rates() => await [|http.GetStringAsync("rates")|];

            public async Task<string> Fees() => await [|http.GetStringAsync("fees")|];
        }
        """,
        """
        using Polly;
        using Polly.Retry;

        public sealed class Loader
        {
            private const int RetryAttempts = 4;
            private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);
            private static readonly ResiliencePipeline Retries = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { MaxRetryAttempts = RetryAttempts, Delay = RetryDelay, BackoffType = DelayBackoffType.Exponential, UseJitter = true }).Build();
            private readonly HttpClient http = new();

            // Today's.
            public async Task<string> Rates() => await Retries.ExecuteAsync(async token => await http.GetStringAsync("rates", token));

            public async Task<string> Fees() => await Retries.ExecuteAsync(async token => await http.GetStringAsync("fees", token));
        }
        """,
        new() { FixKey = "UC6001.new-pipeline" });

    [Theory]
    [InlineData("public int Load(SqlCommand command) => (int)[|command.ExecuteScalar()|];")]
    [InlineData("public void Load(ref string path) { _ = [|http.GetStringAsync(path)|]; }")]
    [InlineData("public void Load() { var shop = new Shop(); foreach (var order in [|shop.Orders|]) Console.WriteLine(order); }")]
    [InlineData("public IAsyncEnumerable<string?> Load() => [|System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsAsyncEnumerable<string>(http, \"rates\")|];")]
    [InlineData("public Task<string>? Load(HttpClient? other) => other?[|.GetStringAsync(\"rates\")|];")]
    [InlineData("public Task<string>? Load(ResiliencePipeline retry, HttpClient? other) => other?[|.GetStringAsync(\"rates\")|];")]
    [InlineData("public void Load(ResiliencePipeline retry, Shop shop) { foreach (var order in [|shop.Orders.Where(one => one.Length > 5)|]) Console.WriteLine(order); }")]
    [InlineData("public async Task Load(ResiliencePipeline retry, Shop shop) { await foreach (var order in [|shop.Orders|]) Console.WriteLine(order); }")]
    public Task Offers_no_fix_where_a_pipeline_cannot_go_around(string member) => OffersNoFix(Reads(member));

    [Fact]
    public Task Offers_no_fix_in_top_level_statements_without_a_pipeline() => OffersNoFix(
        """
        Console.WriteLine(await [|new HttpClient().GetStringAsync("https://a.example")|]);
        """,
        new() { Exe = true });

    [Fact]
    public Task Fixes_the_registration_of_a_typed_client_in_another_file() => Fixes(
        """
        public sealed class Rates
        {
            private readonly HttpClient http;

            public Rates(HttpClient http) => this.http = http;

            public Task<string> Today() => [|http.GetStringAsync("today")|];

            public Task<string> Yesterday() => [|http.GetStringAsync("yesterday")|];
        }
        """,
        """
        public sealed class Rates
        {
            private readonly HttpClient http;

            public Rates(HttpClient http) => this.http = http;

            public Task<string> Today() => http.GetStringAsync("today");

            public Task<string> Yesterday() => http.GetStringAsync("yesterday");
        }
        """,
        new()
        {
            Sources = [("Resilience.cs", Resilience), ("Setup.cs", Registered("services.AddHttpClient<Rates>()\n            .SetHandlerLifetime(TimeSpan.FromMinutes(5)); // rates"))],
            SourcesAfter = [("Resilience.cs", Resilience), ("Setup.cs", Registered("services.AddHttpClient<Rates>()\n            .SetHandlerLifetime(TimeSpan.FromMinutes(5))\n            .AddStandardResilienceHandler(); // rates"))],
        });

    [Fact]
    public Task Fixes_the_registration_of_a_named_client_by_a_policy_where_only_that_is_referenced() => Fixes(
        """
        public sealed class Rates
        {
            public async Task<string> Today(IHttpClientFactory factory) => await [|factory.CreateClient("rates").GetStringAsync("today")|];
        }
        """,
        """
        public sealed class Rates
        {
            public async Task<string> Today(IHttpClientFactory factory) => await factory.CreateClient("rates").GetStringAsync("today");
        }
        """,
        new()
        {
            Sources = [("Setup.cs", Registered("services.AddHttpClient(\"rates\");"))],
            SourcesAfter =
            [
                ("Setup.cs", Registered("services.AddHttpClient(\"rates\").AddTransientHttpErrorPolicy(policy => policy.WaitAndRetryAsync(3, attempt => System.TimeSpan.FromSeconds(System.Math.Pow(2, attempt))));").Replace("DependencyInjection;\n", "DependencyInjection;\nusing Polly;\n")),
            ],
        });

    [Fact]
    public Task Fixes_the_registration_of_a_client_that_is_typed_in_its_chain() => Fixes(
        OfFees("[|fees.Today()|]"),
        OfFees("fees.Today()"),
        new()
        {
            FixKey = "UC6001.handler",
            Sources = [Refit, ("Resilience.cs", Resilience), ("Setup.cs", Registered("services.AddHttpClient(\"fees\").AddTypedClient(client => Refit.RestService.For<IFees>(client)).SetHandlerLifetime(TimeSpan.FromMinutes(5));"))],
            SourcesAfter = [("Setup.cs", Registered("services.AddHttpClient(\"fees\").AddTypedClient(client => Refit.RestService.For<IFees>(client)).SetHandlerLifetime(TimeSpan.FromMinutes(5)).AddStandardResilienceHandler();"))],
        });

    [Fact]
    public Task Offers_no_handler_to_a_client_that_also_writes() => OffersNoFix(
        """
        public sealed class Rates
        {
            private readonly HttpClient http;

            public Rates(HttpClient http) => this.http = http;

            public Task<string> Today() => [|http.GetStringAsync("today")|];

            public Task Order() => http.PostAsync("orders", null);
        }
        """,
        new() { FixKey = "UC6001.handler", Sources = [("Resilience.cs", Resilience), ("Setup.cs", Registered("services.AddHttpClient<Rates>();"))] });

    private static string Registered(string statement) =>
        $$"""
        using Microsoft.Extensions.DependencyInjection;

        public static class Setup
        {
            public static void Add(IServiceCollection services)
            {
                {{statement}}
            }
        }
        """;

    [Theory]
    [InlineData("options.UseSqlServer(text)", "options.UseSqlServer(text, database => database.EnableRetryOnFailure())")]
    [InlineData("options.UseNpgsql(text, sql => sql.CommandTimeout(5))", "options.UseNpgsql(text, sql => sql.CommandTimeout(5).EnableRetryOnFailure())")]
    [InlineData("options.UseSqlServer(text, sql => { sql.CommandTimeout(5); })", "options.UseSqlServer(text, sql => { sql.CommandTimeout(5); sql.EnableRetryOnFailure(); })")]
    public Task Fixes_the_context_in_another_file(string before, string after) => Fixes(
        Orders.Replace("shop.Orders.ToListAsync()", "[|shop.Orders.ToListAsync()|]"),
        Orders,
        new() { FixKey = "UC6001.strategy", Sources = WithShop(before), SourcesAfter = WithShop(after) });

    [Theory]
    [InlineData("foreach (var order in [|shop.Orders|]) Console.WriteLine(order);")]
    [InlineData("foreach (var order in [|shop.Orders.Where(one => one.Id > 5)|]) Console.WriteLine(order);")]
    [InlineData("Console.WriteLine(shop?[|.Orders.ToList()|]);")]
    public Task Fixes_the_context_of_a_loop_or_an_access_that_no_pipeline_can_go_around(string read) => Fixes(
        Looping(read),
        Looping(read.Replace("[|", "").Replace("|]", "")),
        new() { FixKey = "UC6001.strategy", Sources = WithShop("options.UseSqlServer(text)"), SourcesAfter = WithShop("options.UseSqlServer(text, database => database.EnableRetryOnFailure())") });

    private static string Looping(string read) =>
        $$"""
        public sealed class Loader
        {
            public void Load(Shop shop)
            {
                {{read}}
            }
        }
        """;

    private static (string Name, string Text)[] WithShop(string configuration) =>
    [
        ("Shop.cs",
        $$"""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;

        public sealed record Order(int Id);

        public sealed class Shop : DbContext
        {
            public Shop(DbContextOptions<Shop> options) : base(options) { }

            public DbSet<Order> Orders => Set<Order>();
        }

        public static class Setup
        {
            public static void Add(IServiceCollection services, string text) => services.AddDbContext<Shop>(options => {{configuration}});
        }
        """),
    ];

    [Fact]
    public Task Offers_no_strategy_where_transactions_are_begun_by_hand() => OffersNoFix(
        Orders.Replace("shop.Orders.ToListAsync()", "[|shop.Orders.ToListAsync()|]"),
        new() { FixKey = "UC6001.strategy", Sources = [.. WithShop("options.UseSqlServer(text)"), ("Save.cs", "class Save { void All(Shop shop) => shop.Database.BeginTransaction(); }")] });
}
