using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

/// <summary>Point 3: the client is set up to try again, somewhere in the project.</summary>
public sealed partial class UC6001IngestionWithoutRetryTests
{
    // Microsoft.Extensions.Http.Resilience cannot be restored everywhere; this is its shape.
    private const string Resilience =
        """
        namespace Microsoft.Extensions.Http.Resilience
        {
            public interface IHttpResiliencePipelineBuilder { }
            public interface IHttpStandardResiliencePipelineBuilder { }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            using Microsoft.Extensions.Http.Resilience;

            public static class ResilienceHttpClientBuilderExtensions
            {
                public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder) => null!;
                public static IHttpResiliencePipelineBuilder AddResilienceHandler(this IHttpClientBuilder builder, string name, Action<Polly.ResiliencePipelineBuilder<HttpResponseMessage>> configure) => null!;
            }
        }
        """;

    private const string Rates =
        """
        public interface IRates { }

        public sealed class Rates : IRates
        {
            private readonly HttpClient http;

            public Rates(HttpClient http) => this.http = http;

            public Task<string> Today() => http.GetStringAsync("today");
        }
        """;

    private static Given Setup(string statements) => new()
    {
        Sources =
        [
            ("Resilience.cs", Resilience),
            ("Setup.cs",
            $$"""
            using Microsoft.EntityFrameworkCore;
            using Microsoft.Extensions.DependencyInjection;
            using Polly;

            public static class Setup
            {
                public static void Add(IServiceCollection services, string text)
                {
                    {{statements}}
                }

                private static IHttpClientBuilder Patiently(this IHttpClientBuilder builder) => builder.AddTransientHttpErrorPolicy(policy => policy.RetryAsync(3));

                private static IServiceCollection AddApi<T>(this IServiceCollection services)
                    where T : class
                {
                    services.AddHttpClient<T>().AddStandardResilienceHandler();
                    return services;
                }

                private static IHttpClientBuilder AddRates(this IServiceCollection services) => services.AddHttpClient<Rates>();

                private static void UseShop(this DbContextOptionsBuilder options, string text) => options.UseSqlServer(text, sql => sql.EnableRetryOnFailure());
            }

            public sealed class Again : DelegatingHandler
            {
                protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    for (var attempt = 0; ; attempt++)
                    {
                        var answer = await base.SendAsync(request, cancellationToken);
                        if (answer.IsSuccessStatusCode || attempt == 3)
                            return answer;
                    }
                }
            }

            public sealed class Stamp : DelegatingHandler { }
            """),
        ],
    };

    private static Given WithTypes(Given given) => given with { Sources = [.. given.Sources, ("Types.cs", "public sealed class Rates { public Rates(HttpClient http) { } } public interface IRates { } public sealed record Order(int Id); public sealed class Shop : Microsoft.EntityFrameworkCore.DbContext { public Shop(Microsoft.EntityFrameworkCore.DbContextOptions<Shop> options) : base(options) { } public Microsoft.EntityFrameworkCore.DbSet<Order> Orders => Set<Order>(); }")] };

    [Theory]
    [InlineData("services.AddHttpClient<Rates>().AddStandardResilienceHandler();")]
    [InlineData("services.AddHttpClient<IRates, Rates>(client => client.Timeout = TimeSpan.FromSeconds(5)).AddStandardResilienceHandler();")]
    [InlineData("services.AddHttpClient<Rates>().ConfigureHttpClient(client => { }).AddPolicyHandler((IAsyncPolicy<HttpResponseMessage>)null!);")]
    [InlineData("services.AddHttpClient<Rates>().AddTransientHttpErrorPolicy(policy => policy.WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(attempt)));")]
    [InlineData("services.AddHttpClient<Rates>().AddResilienceHandler(\"rates\", pipeline => pipeline.AddRetry(new()).AddTimeout(TimeSpan.FromSeconds(5)));")]
    [InlineData("var builder = services.AddHttpClient<Rates>(); builder.SetHandlerLifetime(TimeSpan.FromMinutes(5)); builder.AddStandardResilienceHandler();")]
    [InlineData("services.AddHttpClient<Rates>().Patiently();")]
    [InlineData("var builder = services.AddHttpClient<Rates>(); Patiently(builder);")]
    [InlineData("services.AddApi<Rates>();")]
    [InlineData("services.AddRates().AddStandardResilienceHandler();")]
    [InlineData("services.ConfigureHttpClientDefaults(defaults => defaults.AddStandardResilienceHandler()); services.AddHttpClient<Rates>();")]
    [InlineData("services.ConfigureHttpClientDefaults(defaults => { defaults.AddStandardResilienceHandler(); });")]
    [InlineData("services.AddHttpClient<Rates>().AddHttpMessageHandler<Again>();")]
    [InlineData("services.AddHttpClient<Rates>().AddHttpMessageHandler(() => new Again());")]
    public Task Allows_a_typed_client_with_a_handler_elsewhere(string setup) => Allows(Rates, Setup(setup));

    [Theory]
    [InlineData("services.AddHttpClient<Rates>();")]
    [InlineData("services.AddHttpClient<Rates>().SetHandlerLifetime(TimeSpan.FromMinutes(5));")]
    [InlineData("services.AddHttpClient<Rates>(); services.AddHttpClient(\"others\").AddStandardResilienceHandler();")]
    [InlineData("services.AddHttpClient<Rates>().AddResilienceHandler(\"rates\", pipeline => pipeline.AddTimeout(TimeSpan.FromSeconds(5)));")]
    [InlineData("services.AddHttpClient<Rates>().AddTransientHttpErrorPolicy(policy => policy.CircuitBreakerAsync(3, TimeSpan.FromSeconds(5)));")]
    [InlineData("services.AddHttpClient<Rates>().AddHttpMessageHandler<Stamp>();")]
    [InlineData("services.ConfigureHttpClientDefaults(defaults => defaults.SetHandlerLifetime(TimeSpan.FromMinutes(5))); services.AddHttpClient<Rates>();")]
    public Task Flags_a_typed_client_without_one(string setup) => Flags(Rates.Replace("http.GetStringAsync(\"today\")", "[|http.GetStringAsync(\"today\")|]").Replace("AddRates", "AddOthers"), WithoutRates(Setup(setup)));

    private static Given WithoutRates(Given given) => given with { Sources = [.. given.Sources.Select(file => (file.Name, file.Text.Replace("=> services.AddHttpClient<Rates>()", "=> services.AddHttpClient(\"rates\")")))] };

    [Theory]
    [InlineData("http.CreateClient(\"rates\")", "services.AddHttpClient(\"rates\").AddStandardResilienceHandler();")]
    [InlineData("http.CreateClient(Names.Rates)", "services.AddHttpClient(Names.Rates).AddStandardResilienceHandler();")]
    [InlineData("http.CreateClient(nameof(Loader))", "services.AddHttpClient<Loader>().AddStandardResilienceHandler();")]
    [InlineData("http.CreateClient()", "services.ConfigureHttpClientDefaults(defaults => defaults.AddStandardResilienceHandler());")]
    public Task Allows_a_named_client_with_a_handler_elsewhere(string client, string setup) => Allows(ByName(client), WithTypes(Setup(setup)));

    [Theory]
    [InlineData("http.CreateClient(\"fees\")", "services.AddHttpClient(\"rates\").AddStandardResilienceHandler();")]
    [InlineData("http.CreateClient()", "services.AddHttpClient(\"rates\").AddStandardResilienceHandler();")]
    public Task Flags_a_named_client_without_one(string client, string setup) =>
        Flags(ByName(client).Replace("client.GetStringAsync(\"today\")", "[|client.GetStringAsync(\"today\")|]"), WithTypes(Setup(setup)));

    private static string ByName(string client) =>
        $$"""
        public static class Names
        {
            public const string Rates = "rates";
        }

        public sealed class Loader
        {
            private readonly IHttpClientFactory http;

            public Loader(IHttpClientFactory http) => this.http = http;

            public async Task<string> Load()
            {
                using var client = {{client}};
                return await client.GetStringAsync("today");
            }
        }
        """;

    [Theory]
    [InlineData("new HttpClient(new Microsoft.Extensions.Http.PolicyHttpMessageHandler((Polly.IAsyncPolicy<HttpResponseMessage>)null!))")]
    [InlineData("new HttpClient(new Again { InnerHandler = new HttpClientHandler() })")]
    [InlineData("new(handler: new Stamp { InnerHandler = new Again() })")]
    public Task Allows_a_client_made_with_a_handler(string made) => Allows(
        $$"""
        public sealed class Loader
        {
            private static readonly HttpClient Http = {{made}};

            public Task<string> Load() => Http.GetStringAsync("https://a.example");
        }
        """,
        WithTypes(Setup("")));

    [Fact]
    public Task Flags_a_helper_given_a_client_without_one_and_allows_one_given_another() => Flags(
        """
        public static class Bare
        {
            public static Task<string> Load() => Text(new HttpClient());

            private static Task<string> Text(HttpClient http) => [|http.GetStringAsync("https://a.example")|];
        }

        public static class Patient
        {
            public static Task<string> Load(IHttpClientFactory factory) => Text(factory.CreateClient("rates"));

            private static Task<string> Text(HttpClient http) => http.GetStringAsync("https://a.example");
        }
        """,
        WithTypes(Setup("services.AddHttpClient(\"rates\").AddStandardResilienceHandler();")));

    // Refit cannot be restored everywhere; this is its shape.
    private static readonly (string Name, string Text) Refit = ("Refit.cs",
        """
        namespace Refit
        {
            public sealed class GetAttribute : System.Attribute { public GetAttribute(string path) { } }
            public static class RestService { public static T For<T>(HttpClient client) { throw null!; } }
        }

        public interface IFees
        {
            [Refit.Get("/fees")]
            Task<string> Today();
        }
        """);

    private static Given SetupOfFees(string setup) => WithTypes(Setup(setup)) is var given ? given with { Sources = [.. given.Sources, Refit] } : given;

    [Theory]
    [InlineData("services.AddHttpClient(\"fees\").AddTypedClient(client => Refit.RestService.For<IFees>(client)).AddStandardResilienceHandler();")]
    [InlineData("services.AddHttpClient(\"fees\").AddTypedClient(Refit.RestService.For<IFees>).AddStandardResilienceHandler();")]
    [InlineData("services.AddHttpClient(\"fees\").AddPolicyHandler((IAsyncPolicy<HttpResponseMessage>)null!).AddTypedClient<IFees>(client => Refit.RestService.For<IFees>(client));")]
    [InlineData("var builder = services.AddHttpClient(\"fees\"); builder.AddStandardResilienceHandler(); builder.AddTypedClient(client => Refit.RestService.For<IFees>(client));")]
    public Task Allows_a_client_that_is_typed_on_the_way_to_its_handler(string setup) => Allows(OfFees("fees.Today()"), SetupOfFees(setup));

    [Theory]
    [InlineData("services.AddHttpClient(\"fees\").AddTypedClient(client => Refit.RestService.For<IFees>(client));")]
    [InlineData("services.AddHttpClient(\"fees\").AddTypedClient(client => Refit.RestService.For<IFees>(client)); services.AddHttpClient(\"others\").AddStandardResilienceHandler();")]
    [InlineData("var builder = services.AddHttpClient(\"fees\"); builder.AddTypedClient(client => Refit.RestService.For<IFees>(client)); var others = services.AddHttpClient(\"others\"); others.AddStandardResilienceHandler();")]
    public Task Flags_a_client_that_is_typed_without_one(string setup) => Flags(OfFees("[|fees.Today()|]"), SetupOfFees(setup));

    [Fact]
    public Task Judges_an_interface_by_the_client_it_is_made_over() => Flags(
        """
        public sealed class Loader
        {
            public Task<string> Bare() => [|Refit.RestService.For<IFees>(new HttpClient()).Today()|];

            public Task<string> Patient(IHttpClientFactory factory) => Refit.RestService.For<IFees>(factory.CreateClient("rates")).Today();
        }
        """,
        SetupOfFees("services.AddHttpClient(\"rates\").AddStandardResilienceHandler();"));

    private static string OfFees(string read) =>
        $$"""
        public sealed class Loader
        {
            private readonly IFees fees;

            public Loader(IFees fees) => this.fees = fees;

            public Task<string> Load() => {{read}};
        }
        """;

    [Fact]
    public Task Allows_a_base_class_whose_heirs_have_a_handler() => Allows(
        """
        public abstract class Api
        {
            private readonly HttpClient _http;

            protected Api(HttpClient http) => _http = http;

            protected Task<string> Text(string path) => _http.GetStringAsync(path);
        }

        public sealed class Fees : Api
        {
            public Fees(HttpClient http) : base(http) { }

            public Task<string> Today() => Text("fees");
        }
        """,
        WithTypes(Setup("services.AddHttpClient<Fees>().AddStandardResilienceHandler();")));

    private const string Orders =
        """
        using Microsoft.EntityFrameworkCore;

        public sealed class Loader
        {
            private readonly Shop shop;

            public Loader(Shop shop) => this.shop = shop;

            public Task<List<Order>> Load() => shop.Orders.ToListAsync();
        }
        """;

    [Theory]
    [InlineData("services.AddDbContext<Shop>(options => options.UseSqlServer(text, sql => sql.EnableRetryOnFailure()));")]
    [InlineData("services.AddDbContext<Shop>(options => options.UseNpgsql(text, sql => { sql.CommandTimeout(5); sql.EnableRetryOnFailure(3); }));")]
    [InlineData("services.AddDbContextPool<Shop>(options => options.UseAzureSql(text));")]
    [InlineData("services.AddDbContextFactory<Shop>(options => options.UseShop(text));")]
    [InlineData("services.AddDbContext<Shop>(options => options.UseSqlite(text));")]
    [InlineData("services.AddDbContext<Shop>(options => options.UseSqlServer(text, sql => sql.ExecutionStrategy(dependencies => new SqlServerRetryingExecutionStrategy(dependencies))));")]
    [InlineData("var options = new DbContextOptionsBuilder<Shop>().UseSqlServer(text, sql => sql.EnableRetryOnFailure()).Options;")]
    public Task Allows_a_context_with_a_strategy_elsewhere(string setup) => Allows(Orders, WithTypes(Setup(setup)));

    [Theory]
    [InlineData("services.AddDbContext<Shop>(options => options.UseSqlServer(text));")]
    [InlineData("services.AddDbContext<Shop>(options => options.UseNpgsql(text, sql => sql.CommandTimeout(5)));")]
    [InlineData("services.AddDbContext<Shop>(options => options.UseSqlServer(text)); services.AddDbContext<DbContext>(options => options.UseAzureSql(text));")]
    [InlineData("services.AddDbContext<Shop>(options => { if (text.Length > 5) options.UseSqlServer(text); else options.UseSqlite(text); });")]
    public Task Flags_a_context_registered_without_one(string setup) => Flags(Orders.Replace("shop.Orders.ToListAsync()", "[|shop.Orders.ToListAsync()|]"), WithTypes(Setup(setup)));

    [Theory]
    [InlineData("UseSqlServer(\"x\", sql => sql.EnableRetryOnFailure())", false)]
    [InlineData("UseSqlServer(\"x\")", true)]
    public Task Reads_a_context_that_configures_itself(string configuration, bool speaks)
    {
        var source =
            $$"""
            using Microsoft.EntityFrameworkCore;

            public sealed record Order(int Id);

            public sealed class Shop : DbContext
            {
                public DbSet<Order> Orders => Set<Order>();

                protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.{{configuration}};

                public Task<List<Order>> Load() => {{(speaks ? "[|Orders.ToListAsync()|]" : "Orders.ToListAsync()")}};
            }
            """;
        return speaks ? Flags(source) : Allows(source);
    }

    [Theory]
    [InlineData("var connection = new SqlConnection(text) { RetryLogicProvider = provider }; connection.Open();")]
    [InlineData("var connection = new SqlConnection(text) { RetryLogicProvider = provider }; var command = connection.CreateCommand(); using var reader = command.ExecuteReader();")]
    [InlineData("var command = new SqlCommand(\"SELECT id FROM orders\", plain); command.RetryLogicProvider = provider; using var reader = command.ExecuteReader();")]
    [InlineData("using var reader = new SqlCommand(\"SELECT id FROM orders\", plain) { RetryLogicProvider = provider }.ExecuteReader();")]
    [InlineData("var connection = Open(text); _ = connection.Query<int>(\"SELECT id FROM orders\");")]
    [InlineData("var connection = new SqlConnection(text); Prepare(connection); _ = connection.Query<int>(\"SELECT id FROM orders\");")]
    [InlineData("_ = kept.Query<int>(\"SELECT id FROM orders\");")]
    [InlineData("_ = initialised.Query<int>(\"SELECT id FROM orders\");")]
    [InlineData("_ = handed.Query<int>(\"SELECT id FROM orders\");")]
    [InlineData("_ = connections.Open().Query<int>(\"SELECT id FROM orders\");")]
    [InlineData("Count(new SqlConnection(text) { RetryLogicProvider = provider });")]
    public Task Allows_a_connection_told_to_try_again(string read) => Allows(WithProvider(read));

    [Theory]
    [InlineData("var connection = new SqlConnection(text); [|connection.Open()|];")]
    [InlineData("_ = [|plain.Query<int>(\"SELECT id FROM orders\")|];")]
    [InlineData("var patient = new SqlConnection(text) { RetryLogicProvider = provider }; patient.Open(); var other = new SqlConnection(text); [|other.Open()|];")]
    [InlineData("var first = new SqlCommand(\"SELECT 2\", plain) { RetryLogicProvider = provider }; var second = new SqlCommand(\"SELECT id FROM orders\", plain); using var reader = [|second.ExecuteReader()|];")]
    [InlineData("var connection = new SqlConnection(text) { RetryLogicProvider = null }; [|connection.Open()|];")]
    [InlineData("var connection = new Npgsql.NpgsqlConnection(text); [|connection.Open()|];")]
    [InlineData("_ = [|postgres.Query<int>(\"SELECT id FROM orders\")|];")]
    public Task Flags_a_connection_beside_one_that_is_told_to_try_again(string read) => Flags(WithProvider(read));

    [Fact]
    public Task Flags_a_helper_that_one_caller_hands_another_connection() => Flags(
        WithProvider("Count(new SqlConnection(text) { RetryLogicProvider = provider }); Count(new SqlConnection(text));").Replace("connection.ExecuteScalar<int>(\"SELECT COUNT(*) FROM orders\")", "[|connection.ExecuteScalar<int>(\"SELECT COUNT(*) FROM orders\")|]"));

    private static string WithProvider(string read) =>
        $$"""
        using Dapper;
        using Microsoft.Data.SqlClient;

        public interface IConnections { SqlConnection Open(); }

        public sealed class Connections : IConnections
        {
            private readonly SqlRetryLogicBaseProvider provider = null!;

            public SqlConnection Open()
            {
                var connection = new SqlConnection("server=a");
                connection.RetryLogicProvider = provider;
                return connection;
            }
        }

        public sealed class Loader
        {
            private readonly SqlConnection initialised = new("server=a") { RetryLogicProvider = SqlConfigurableRetryFactory.CreateNoneRetryProvider() };
            private readonly SqlConnection kept = new("server=a");
            private readonly SqlConnection plain = new("server=a");
            private readonly IConnections connections = null!;
            private readonly SqlConnection handed;
            private readonly Npgsql.NpgsqlConnection postgres;
            private readonly SqlRetryLogicBaseProvider provider;

            public Loader(SqlRetryLogicBaseProvider provider, SqlConnection handed, Npgsql.NpgsqlConnection postgres)
            {
                this.handed = handed;
                this.postgres = postgres;
                this.provider = provider;
                kept.RetryLogicProvider = provider;
            }

            public void Load(string text)
            {
                {{read}}
            }

            private SqlConnection Open(string text) => new(text) { RetryLogicProvider = provider };

            private void Prepare(SqlConnection connection) => connection.RetryLogicProvider = provider;

            {{(read.Contains("Count(") ? "private static void Count(SqlConnection connection) => Console.WriteLine(connection.ExecuteScalar<int>(\"SELECT COUNT(*) FROM orders\"));" : "")}}
        }
        """;
}
