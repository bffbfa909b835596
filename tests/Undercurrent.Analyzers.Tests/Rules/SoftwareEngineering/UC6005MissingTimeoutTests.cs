using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

public sealed class UC6005MissingTimeoutTests : RuleTests<UC6005MissingTimeout, UC6005MissingTimeoutFix>
{
    /// <summary>The handlers of <c>Microsoft.Extensions.Http.Resilience</c>, whose package is not to be had from every feed.</summary>
    private static readonly Given Resilience = new()
    {
        Sources =
        [
            ("Resilience.cs",
            """
            namespace Microsoft.Extensions.DependencyInjection
            {
                static class ResilienceHandlers
                {
                    public static IHttpClientBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder) => builder;
                    public static IHttpClientBuilder AddStandardHedgingHandler(this IHttpClientBuilder builder) => builder;
                }
            }
            """),
        ],
    };

    [Theory]
    [InlineData("new HttpClient { Timeout = [|Timeout.InfiniteTimeSpan|] }")]
    [InlineData("new HttpClient { Timeout = [|System.Threading.Timeout.InfiniteTimeSpan|] }")]
    [InlineData("new HttpClient { Timeout = [|TimeSpan.FromMilliseconds(-1)|] }")]
    [InlineData("new HttpClient { Timeout = [|TimeSpan.FromMilliseconds(int.MaxValue)|] }")]
    [InlineData("new Microsoft.Data.SqlClient.SqlCommand(\"SELECT 1\") { CommandTimeout = [|0|] }")]
    [InlineData("new Microsoft.Data.SqlClient.SqlBulkCopy(connection) { BulkCopyTimeout = [|0|] }")]
    [InlineData("new Microsoft.Data.SqlClient.SqlConnectionStringBuilder(connection) { CommandTimeout = [|0|], ConnectTimeout = [|0|] }")]
    [InlineData("new Npgsql.NpgsqlCommand { CommandTimeout = [|0|] }")]
    [InlineData("new Npgsql.NpgsqlConnectionStringBuilder(connection) { CommandTimeout = [|Timeout.Infinite|] }")]
    [InlineData("new Confluent.Kafka.ProducerConfig { MessageTimeoutMs = [|0|] }")]
    [InlineData("new Dictionary<string, string> { [\"message.timeout.ms\"] = [|\"0\"|] }")]
    [InlineData("new RestSharp.RestClientOptions { Timeout = [|Timeout.InfiniteTimeSpan|] }")]
    [InlineData("new RestSharp.RestRequest { Timeout = [|TimeSpan.FromMilliseconds(-1)|] }")]
    [InlineData("new MongoDB.Driver.MongoClientSettings { ServerSelectionTimeout = [|TimeSpan.MaxValue|], SocketTimeout = [|TimeSpan.Zero|] }")]
    [InlineData("new Microsoft.Azure.Cosmos.CosmosClientOptions { RequestTimeout = [|Timeout.InfiniteTimeSpan|] }")]
    [InlineData("new StackExchange.Redis.ConfigurationOptions { SyncTimeout = [|int.MaxValue|] }")]
    [InlineData("new Amazon.S3.AmazonS3Config { Timeout = [|Timeout.InfiniteTimeSpan|] }")]
    [InlineData("new Azure.Storage.Blobs.BlobClientOptions { Retry = { NetworkTimeout = [|Timeout.InfiniteTimeSpan|] } }")]
    [InlineData("new Polly.Timeout.TimeoutStrategyOptions { Timeout = [|Timeout.InfiniteTimeSpan|] }")]
    [InlineData("new RabbitMQ.Client.ConnectionFactory { ContinuationTimeout = [|Timeout.InfiniteTimeSpan|] }")]
    [InlineData("new Dapper.CommandDefinition(\"SELECT 1\", commandTimeout: [|0|])")]
    [InlineData("new Microsoft.EntityFrameworkCore.DbContextOptionsBuilder().UseSqlServer(connection, server => server.CommandTimeout([|0|]))")]
    public Task Flags_a_client_that_waits_for_ever(string expression) => Flags(
        $$"""
        using Microsoft.EntityFrameworkCore;

        class Source
        {
            object Make(string connection) => {{expression}};
        }
        """);

    [Theory]
    [InlineData("new HttpClient { Timeout = TimeSpan.FromSeconds(100) }")]
    [InlineData("new HttpClient { Timeout = TimeSpan.FromMinutes(30) }")]
    [InlineData("new HttpClient { Timeout = wait }")]
    [InlineData("new HttpClient { Timeout = wait == default ? Timeout.InfiniteTimeSpan : wait }")]
    [InlineData("new HttpClient { Timeout = System.Diagnostics.Debugger.IsAttached ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(30) }")]
    [InlineData("new Microsoft.Data.SqlClient.SqlCommand(\"SELECT 1\") { CommandTimeout = 300 }")]
    [InlineData("new Microsoft.Data.SqlClient.SqlBulkCopy(connection) { BulkCopyTimeout = 600, BatchSize = 0 }")]
    [InlineData("new Confluent.Kafka.ProducerConfig { MessageTimeoutMs = 30_000, LingerMs = 0 }")]
    [InlineData("new Dictionary<string, string> { [\"message.timeout.ms\"] = \"30000\", [\"linger.ms\"] = \"0\" }")]
    [InlineData("new Dictionary<string, int> { [\"timeout\"] = 0 }")]
    [InlineData("new MongoDB.Driver.MongoClientSettings { MaxConnectionIdleTime = TimeSpan.MaxValue }")]
    [InlineData("new SemaphoreSlim(1).WaitAsync(Timeout.InfiniteTimeSpan)")]
    [InlineData("new Dapper.CommandDefinition(\"SELECT 1\", commandTimeout: 60)")]
    public Task Allows_a_client_that_gives_up_some_time(string expression) => Allows(
        $$"""
        class Source
        {
            object Make(string connection, TimeSpan wait) => {{expression}};
        }
        """);

    [Theory]
    [InlineData("Server=db.internal;Database=orders;Integrated Security=true;[|Connect Timeout=0|]")]
    [InlineData("Server=db.internal;Database=orders;Integrated Security=true;[|Command Timeout=0|];Encrypt=true")]
    [InlineData("Host=db.internal;Database=orders;[|Timeout=0|]")]
    [InlineData("Server=db.internal;Database=orders;[|Default Command Timeout=0|]")]
    [InlineData("mongodb://db.internal/orders?tls=true&[|connectTimeoutMS=0|]")]
    public Task Flags_the_setting_of_a_connection_string(string text) => Flags(
        $$"""
        class Warehouse
        {
            public const string Connection = "{{text}}";
        }
        """);

    [Theory]
    [InlineData("Server=db.internal;Database=orders;Integrated Security=true;Connect Timeout=30")]
    [InlineData("Host=db.internal;Database=orders;Timeout=15;Command Timeout=120")]
    [InlineData("timeout=0")]
    [InlineData("usage: load --timeout=0 waits for ever")]
    [InlineData("Server=db.internal;Database=orders;Connection Lifetime=0")]
    public Task Allows_a_text_that_ends_the_wait_or_sets_nothing_up(string text) => Allows(
        $$"""
        class Warehouse
        {
            public const string Connection = "{{text}}";
        }
        """);

    [Fact]
    public Task Flags_clients_of_every_kind() => Flags(
        """
        namespace MySqlConnector { class MySqlConnectionStringBuilder { public uint DefaultCommandTimeout { get; set; } } }
        namespace FluentFTP { class FtpConfig { public int ReadTimeout { get; set; } public int NoopInterval { get; set; } } }
        namespace Renci.SshNet { class SftpClient { public TimeSpan OperationTimeout { get; set; } public TimeSpan KeepAliveInterval { get; set; } } }
        namespace Cassandra { class SocketOptions { public SocketOptions SetReadTimeoutMillis(int milliseconds) => this; } }

        class Source
        {
            void Set(MySqlConnector.MySqlConnectionStringBuilder builder, FluentFTP.FtpConfig files, Renci.SshNet.SftpClient drop, Cassandra.SocketOptions rows)
            {
                builder.DefaultCommandTimeout = [|0|];
                files.ReadTimeout = [|0|];
                files.NoopInterval = 0;
                drop.OperationTimeout = [|TimeSpan.FromMilliseconds(-1)|];
                drop.KeepAliveInterval = TimeSpan.FromMilliseconds(-1);
                rows.SetReadTimeoutMillis(milliseconds: [|0|]);
            }
        }
        """);

    [Fact]
    public Task Follows_the_value_through_constants_locals_and_fields() => Flags(
        """
        using Dapper;
        using Microsoft.EntityFrameworkCore;

        static class Limits
        {
            public const int None = 0;
            public static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;
        }

        class Source
        {
            readonly System.Data.IDbConnection connection = null!;

            void Read(HttpClient http, DbContext context)
            {
                var forever = Timeout.InfiniteTimeSpan;
                http.Timeout = [|forever|];
                http.Timeout = [|Limits.Never|];
                var command = connection.CreateCommand();
                command.CommandTimeout = [|Limits.None|];
                context.Database.SetCommandTimeout([|0|]);
                context.Database.SetCommandTimeout([|TimeSpan.Zero|]);
                connection.Execute("UPDATE orders SET late = 1", commandTimeout: [|0|]);
            }

            Task<int> Count() => SqlMapper.ExecuteScalarAsync<int>(connection, "SELECT COUNT(*) FROM orders", null, null, [|0|], null);
        }
        """);

    [Fact]
    public Task Allows_an_http_client_whose_handler_has_limits() => Allows(
        """
        using Microsoft.Extensions.DependencyInjection;

        class Prices
        {
            readonly HttpClient http;

            public Prices(HttpClient http) => this.http = http;

            public Task<string> Today() => http.GetStringAsync("today");
        }

        static class Setup
        {
            static void Add(IServiceCollection services)
            {
                services.AddHttpClient<Prices>(client => client.Timeout = Timeout.InfiniteTimeSpan).AddStandardResilienceHandler();
                var builder = services.AddHttpClient("stock");
                builder.ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan);
                builder.AddStandardHedgingHandler();
            }
        }
        """, Resilience);

    [Fact]
    public Task Flags_an_http_client_registered_without_limits() => Flags(
        """
        using Microsoft.Extensions.DependencyInjection;

        class Prices
        {
            readonly HttpClient http;

            public Prices(HttpClient http) => this.http = http;

            public Task<string> Today() => http.GetStringAsync("today");
        }

        static class Setup
        {
            static void Add(IServiceCollection services) =>
                services.AddHttpClient<Prices>(client => client.Timeout = [|Timeout.InfiniteTimeSpan|]);
        }
        """);

    [Fact]
    public Task Allows_an_http_client_whose_requests_are_cancelled_in_time() => Allows(
        """
        class Source
        {
            readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };

            async Task<string> Read(CancellationToken stop)
            {
                using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
                limited.CancelAfter(TimeSpan.FromSeconds(30));
                return await http.GetStringAsync("orders", limited.Token);
            }
        }
        """);

    [Fact]
    public Task Allows_waiting_for_ever_while_developing() => Allows(
        """
        using Microsoft.Extensions.Hosting;

        class Source
        {
            void Set(HttpClient http, IHostEnvironment environment)
            {
                if (environment.IsDevelopment())
                    http.Timeout = Timeout.InfiniteTimeSpan;

                if (System.Diagnostics.Debugger.IsAttached)
                    http.Timeout = Timeout.InfiniteTimeSpan;
            }
        }
        """);

    [Fact]
    public Task Fixes_by_named_limits() => Fixes(
        """
        using Microsoft.Data.SqlClient;

        class Source
        {
            readonly HttpClient http = new() { Timeout = [|Timeout.InfiniteTimeSpan|] };

            void Load(SqlConnection connection)
            {
                using var command = connection.CreateCommand();
                command.CommandTimeout = [|0|]; // as long as it takes
                using var copy = new SqlBulkCopy(connection) { BulkCopyTimeout = [|0|] };
                using var other = new SqlCommand("SELECT 1", connection) { CommandTimeout = [|0|] };
            }
        }
        """,
        """
        using Microsoft.Data.SqlClient;

        class Source
        {
            private const int BulkCopyTimeoutSeconds = 300;
            private const int CommandTimeoutSeconds = 300;
            private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(100);
            readonly HttpClient http = new() { Timeout = RequestTimeout };

            void Load(SqlConnection connection)
            {
                using var command = connection.CreateCommand();
                command.CommandTimeout = CommandTimeoutSeconds; // as long as it takes
                using var copy = new SqlBulkCopy(connection) { BulkCopyTimeout = BulkCopyTimeoutSeconds };
                using var other = new SqlCommand("SELECT 1", connection) { CommandTimeout = CommandTimeoutSeconds };
            }
        }
        """);

    [Fact]
    public Task Fixes_the_setting_of_a_connection_string() => Fixes(
        """
        class Warehouse
        {
            const string Connection = "Server=db.internal;Database=orders;Integrated Security=true;[|Connect Timeout=0|];[|Command Timeout=0|]";
            readonly Dictionary<string, string> producer = new() { ["message.timeout.ms"] = [|"0"|] };
        }
        """,
        """
        class Warehouse
        {
            const string Connection = "Server=db.internal;Database=orders;Integrated Security=true;Connect Timeout=30;Command Timeout=300";
            readonly Dictionary<string, string> producer = new() { ["message.timeout.ms"] = "300000" };
        }
        """);

    [Fact]
    public Task Offers_no_fix_where_the_value_is_a_name_of_ones_own() => OffersNoFix(
        """
        class Source
        {
            static readonly TimeSpan Wait = Timeout.InfiniteTimeSpan;

            readonly HttpClient http = new() { Timeout = [|Wait|] };
        }
        """);

    [Fact]
    public Task Fixes_in_top_level_statements_by_a_length_of_time() => Fixes(
        """
        var http = new HttpClient { Timeout = [|Timeout.InfiniteTimeSpan|] };
        Console.WriteLine(await http.GetStringAsync("https://prices.partner.net/"));
        """,
        """
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(100) };
        Console.WriteLine(await http.GetStringAsync("https://prices.partner.net/"));
        """, new() { Exe = true });
}
