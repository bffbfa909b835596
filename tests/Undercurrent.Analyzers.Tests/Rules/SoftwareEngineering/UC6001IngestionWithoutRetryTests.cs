using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

/// <summary>What is a read of an outside source, client by client. The five ways of being retried have files of their own.</summary>
public sealed partial class UC6001IngestionWithoutRetryTests : RuleTests<UC6001IngestionWithoutRetry, UC6001IngestionWithoutRetryFix>
{
    /// <summary>A class around one member, with the usings of every family.</summary>
    private static string Around(string member) =>
        $$"""
        using System.Data;
        using System.Data.Common;
        using System.Net;
        using System.Net.Http.Json;
        using Dapper;
        using Flurl.Http;
        using Microsoft.Data.SqlClient;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using Npgsql;
        using Polly;
        using RestSharp;

        public sealed record Order(int Id, string Country);

        public sealed class Shop : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
        }

        public sealed class Loader
        {
            private readonly HttpClient http = new();

            {{member}}
        }
        """;

    [Theory]
    [InlineData("public async Task<string> Load() => await [|http.GetStringAsync(\"https://rates.example/today\")|];")]
    [InlineData("public async Task<byte[]> Load() => await [|http.GetByteArrayAsync(\"/rates\")|].ConfigureAwait(false);")]
    [InlineData("public Task<Stream> Load(Uri address) => [|http.GetStreamAsync(address)|];")]
    [InlineData("public async Task<int?> Load() => (await [|http.GetFromJsonAsync<Order>(\"orders\")|])?.Id;")]
    [InlineData("public async Task<Order?> Load() => await [|HttpClientJsonExtensions.GetFromJsonAsync<Order>(client: http, requestUri: \"orders\")|];")]
    [InlineData("public IAsyncEnumerable<Order?> Load() => [|http.GetFromJsonAsAsyncEnumerable<Order>(\"orders\")|];")]
    [InlineData("public async Task Load() { using var answer = await [|http.GetAsync(\"orders\")|]; answer.EnsureSuccessStatusCode(); }")]
    [InlineData("public async Task Load() { using var request = new HttpRequestMessage(HttpMethod.Get, \"orders\"); using var answer = await [|http.SendAsync(request)|]; }")]
    [InlineData("public void Load() { using var answer = [|http.Send(new HttpRequestMessage { RequestUri = new Uri(\"https://a.example\") })|]; }")]
    [InlineData("public async Task<string?> Load(HttpClient? other) => await (other?[|.GetStringAsync(\"orders\")|] ?? Task.FromResult(\"\"));")]
    [InlineData("public string Load() => [|http.GetStringAsync(\"orders\")|].GetAwaiter().GetResult();")]
    [InlineData("public async Task<Order> Load() => await [|\"https://a.example/orders\".GetJsonAsync<Order>()|];")]
    [InlineData("public async Task<object> Load(RestClient client) => await [|client.ExecuteAsync(new RestRequest(\"orders\"))|];")]
    [InlineData("public async Task<Order?> Load(RestClient client) => await [|client.GetAsync<Order>(new RestRequest(\"orders\"))|];")]
    public Task Flags_an_http_read(string member) => Flags(Around(member));

    [Theory]
    [InlineData("public async Task<IEnumerable<Order>> Load(SqlConnection connection) => await [|connection.QueryAsync<Order>(\"SELECT * FROM orders\")|];")]
    [InlineData("public IEnumerable<Order> Load(IDbConnection connection) => [|SqlMapper.Query<Order>(connection, \"SELECT * FROM orders\")|];")]
    [InlineData("public async Task<int> Load(NpgsqlConnection connection) => await [|connection.ExecuteScalarAsync<int>(\"select count(*) from orders\")|];")]
    [InlineData("public async Task Load(string text) { await using var connection = new SqlConnection(text); await connection.OpenAsync(); await using var command = new SqlCommand(\"SELECT 2\", connection); await using var reader = await [|command.ExecuteReaderAsync()|]; while (await reader.ReadAsync()) { } }")]
    [InlineData("public void Load(DbConnection connection) { using var command = connection.CreateCommand(); command.CommandText = \"SELECT id FROM orders\"; var id = [|command.ExecuteScalar()|]; }")]
    [InlineData("public void Load(SqlDataAdapter adapter, DataTable table) { [|adapter.Fill(table)|]; }")]
    [InlineData("public async Task<NpgsqlConnection> Load(string text) { var connection = new NpgsqlConnection(text); await [|connection.OpenAsync()|]; return connection; }")]
    [InlineData("public async Task Load(NpgsqlDataSource source) { await using var command = source.CreateCommand(\"select 2\"); await using var reader = await [|command.ExecuteReaderAsync()|]; }")]
    public Task Flags_a_read_of_a_database(string member) => Flags(Around(member));

    [Theory]
    [InlineData("public async Task<List<Order>> Load(Shop shop) => await [|shop.Orders.Where(one => one.Country == \"PT\").ToListAsync()|];")]
    [InlineData("public async Task<Order?> Load(Shop shop, int id) => await [|shop.Orders.FindAsync(id)|];")]
    [InlineData("public async Task<int> Load(Shop shop) { var query = shop.Orders.AsNoTracking(); return await [|query.CountAsync()|]; }")]
    [InlineData("public List<Order> Load(Shop shop) => [|shop.Orders.Where(one => one.Id > 5).ToList()|];")]
    [InlineData("public List<Order> Load(Shop shop) => [|(from one in shop.Orders where one.Id > 5 select one).ToList()|];")]
    [InlineData("public async Task<List<Order>> Load(Shop shop) { var query = shop.Orders.AsQueryable(); query = query.Where(one => one.Id > 5); return await [|query.ToListAsync()|]; }")]
    [InlineData("public Order Load(Shop shop) => [|shop.Orders.First(one => one.Id > 5)|];")]
    [InlineData("public void Load(Shop shop) { foreach (var order in [|shop.Orders|]) Console.WriteLine(order); }")]
    [InlineData("public void Load(Shop shop) { foreach (var order in [|shop.Orders.Where(one => one.Id > 5)|]) Console.WriteLine(order); }")]
    [InlineData("public async Task<List<Order>> Load(Shop shop) => await [|shop.Set<Order>().FromSqlRaw(\"SELECT * FROM Orders\").ToListAsync()|];")]
    public Task Flags_a_query_of_a_context_without_a_strategy(string member) => Flags(Around(member));

    [Fact]
    public Task Flags_the_first_connect_of_a_broker() => Flags(
        """
        using RabbitMQ.Client;

        class Consumer
        {
            public async Task Run(string host)
            {
                var factory = new ConnectionFactory { HostName = host };
                await using var connection = await [|factory.CreateConnectionAsync()|];
                await using var channel = await connection.CreateChannelAsync();
            }
        }
        """);

    // SSH.NET and FluentFTP cannot be restored everywhere; these are their shapes.
    private static readonly Given Transfer = new()
    {
        Sources =
        [
            ("Ssh.cs",
            """
            namespace Renci.SshNet
            {
                public abstract class BaseClient : System.IDisposable { public void Connect() { } public Task ConnectAsync(CancellationToken stop) => Task.CompletedTask; public void Dispose() { } }
                public interface ISftpClient { void DownloadFile(string path, Stream output); IEnumerable<object> ListDirectory(string path); void UploadFile(Stream input, string path); }
                public class SftpClient : BaseClient, ISftpClient
                {
                    public SftpClient(string host, string user, string password) { }
                    public void DownloadFile(string path, Stream output) { }
                    public IEnumerable<object> ListDirectory(string path) => new object[0];
                    public void UploadFile(Stream input, string path) { }
                }
            }
            """),
            ("Ftp.cs",
            """
            namespace FluentFTP
            {
                public class AsyncFtpClient : System.IDisposable
                {
                    public Task Connect(CancellationToken token = default) => Task.CompletedTask;
                    public Task<int> DownloadFile(string local, string remote) => Task.FromResult(0);
                    public Task<int> UploadFile(string local, string remote) => Task.FromResult(0);
                    public void Dispose() { }
                }
            }
            """),
        ],
    };

    [Theory]
    [InlineData("public void Load(Renci.SshNet.SftpClient sftp, Stream file) => [|sftp.DownloadFile(\"orders.csv\", file)|];")]
    [InlineData("public void Load(Renci.SshNet.ISftpClient sftp) { foreach (var file in [|sftp.ListDirectory(\"orders\")|]) Console.WriteLine(file); }")]
    [InlineData("public void Load(Stream file) { using var sftp = new Renci.SshNet.SftpClient(\"a\", \"b\", \"c\"); sftp.Connect(); [|sftp.DownloadFile(\"orders.csv\", file)|]; }")]
    [InlineData("public Renci.SshNet.SftpClient Open() { var sftp = new Renci.SshNet.SftpClient(\"a\", \"b\", \"c\"); [|sftp.Connect()|]; return sftp; }")]
    [InlineData("public async Task Load(FluentFTP.AsyncFtpClient ftp) { await [|ftp.Connect()|]; await ftp.DownloadFile(\"here\", \"orders.csv\"); }")]
    public Task Flags_a_transfer_that_nothing_tries_again(string member) => Flags(Around(member), Transfer);

    [Theory]
    [InlineData("public async Task Load(FluentFTP.AsyncFtpClient ftp) => await ftp.DownloadFile(\"here\", \"orders.csv\");")]
    [InlineData("public void Save(Renci.SshNet.ISftpClient sftp, Stream file) => sftp.UploadFile(file, \"orders.csv\");")]
    [InlineData("public void Save(Renci.SshNet.SftpClient sftp, Stream file) { sftp.Connect(); sftp.UploadFile(file, \"orders.csv\"); }")]
    [InlineData("public void Load(ISyncPolicy retry, Renci.SshNet.SftpClient sftp, Stream file) { retry.Execute(() => sftp.Connect()); retry.Execute(() => sftp.DownloadFile(\"orders.csv\", file)); }")]
    [InlineData("public void Load(Sftp.SftpClient sftp, Stream file) => sftp.DownloadFile(\"orders.csv\", file); public static class Sftp { public sealed class SftpClient { public void DownloadFile(string path, Stream output) { } } }")]
    public Task Allows_a_transfer_that_is_retried_or_is_no_read(string member) => Allows(Around(member), Transfer);

    [Fact]
    public Task Flags_each_of_two_reads() => Flags(Around(
        """
        public async Task<int> Load()
            {
                var rates = await [|http.GetStringAsync("rates")|];
                var fees = await [|http.GetStringAsync("fees")|];
                return rates.Length + fees.Length;
            }
        """));

    [Fact]
    public Task Flags_in_top_level_statements_and_local_functions() => Flags(
        """
        using var http = new HttpClient();
        Console.WriteLine(await [|http.GetStringAsync("https://a.example/rates")|]);
        Console.WriteLine(await Fees());

        async Task<string> Fees() => await [|http.GetStringAsync("https://a.example/fees")|];
        """,
        new() { Exe = true });

    [Fact]
    public Task Flags_with_the_framework_alone() => Flags(
        """
        class Loader
        {
            static readonly HttpClient Http = new();

            Task<string> Load() => [|Http.GetStringAsync("https://a.example")|];
        }
        """,
        new() { Bare = true });

    [Fact]
    public Task Flags_a_client_the_user_taught_us() => Flags(
        """
        namespace Acme
        {
            class Warehouse
            {
                public string Pull(string table) => table;
            }
        }

        class Loader
        {
            string Load(Acme.Warehouse warehouse) => [|warehouse.Pull("orders")|];
        }
        """,
        new() { AdditionalFiles = [("undercurrent.data-apis.txt", "Acme.Warehouse.Pull  ingest")] });

    [Theory]
    [InlineData("public async Task Save() { using var answer = await http.PostAsync(\"orders\", null); }")]
    [InlineData("public async Task Save() { using var answer = await http.PostAsJsonAsync(\"orders\", 1); }")]
    [InlineData("public async Task Save() { using var request = new HttpRequestMessage(HttpMethod.Post, \"orders\"); using var answer = await http.SendAsync(request); }")]
    [InlineData("public async Task Save() { var request = new HttpRequestMessage { Method = HttpMethod.Put }; using var answer = await http.SendAsync(request); }")]
    [InlineData("public Task<HttpResponseMessage> Save(HttpRequestMessage request) => http.SendAsync(request);")]
    [InlineData("public async Task<object> Save(RestClient client) => await client.ExecuteAsync(new RestRequest(\"orders\", Method.Post));")]
    [InlineData("public async Task Save(SqlConnection connection) => await connection.ExecuteAsync(\"DELETE FROM orders\");")]
    [InlineData("public async Task<int> Save(SqlConnection connection) => await connection.ExecuteScalarAsync<int>(\"INSERT INTO orders VALUES (1); SELECT SCOPE_IDENTITY()\");")]
    [InlineData("public async Task Save(SqlConnection connection) { await connection.OpenAsync(); await connection.ExecuteAsync(\"DELETE FROM orders\"); }")]
    [InlineData("public async Task Save(string text) { await using var connection = new SqlConnection(text); await connection.OpenAsync(); await using var command = new SqlCommand(\"UPDATE orders SET id = 1\", connection); await command.ExecuteNonQueryAsync(); }")]
    [InlineData("public async Task<int> Save(SqlConnection connection) => await connection.QuerySingleAsync<int>(\"WITH old AS (SELECT 1) UPDATE orders SET id = 1\");")]
    [InlineData("public async Task Save(Shop shop) => await shop.SaveChangesAsync();")]
    public Task Allows_a_write(string member) => Allows(Around(member));

    [Theory]
    [InlineData("public async Task<string> Load() => await File.ReadAllTextAsync(\"orders.csv\");")]
    [InlineData("public async Task<IEnumerable<Order>> Load(string path) { await using var connection = new SqliteConnection(path); return await connection.QueryAsync<Order>(\"SELECT * FROM orders\"); }")]
    [InlineData("public async Task Load(string path) { await using DbConnection connection = new SqliteConnection(path); await connection.OpenAsync(); var command = connection.CreateCommand(); await using var reader = await command.ExecuteReaderAsync(); }")]
    [InlineData("public async Task<string> Load() => await http.GetStringAsync(\"http://localhost:8080/rates\");")]
    [InlineData("public async Task<string> Load() => await http.GetStringAsync(new Uri(\"http://127.0.0.1/rates\"));")]
    [InlineData("public async Task<HttpResponseMessage> Load() { using var request = new HttpRequestMessage(HttpMethod.Get, \"https://localhost:8443/rates\"); return await http.SendAsync(request); }")]
    [InlineData("public async Task<string> Read(HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync();")]
    [InlineData("public async Task<bool> Read(DbDataReader reader) => await reader.ReadAsync();")]
    [InlineData("public IQueryable<Order> Ask(Shop shop) => shop.Orders.Where(one => one.Id > 5).OrderBy(one => one.Country);")]
    [InlineData("public List<Order> Ask(List<Order> orders) => orders.AsQueryable().Where(one => one.Id > 5).ToList();")]
    public Task Allows_what_is_no_read_from_outside(string member) => Allows(Around(member));

    [Fact]
    public Task Allows_somebody_elses_client_of_the_same_name() => Allows(
        """
        namespace Elsewhere
        {
            class HttpClient
            {
                public Task<string> GetStringAsync(string address) => Task.FromResult(address);
            }
        }

        class Loader
        {
            Task<string> Load(Elsewhere.HttpClient http) => http.GetStringAsync("rates");
        }
        """);

    [Fact]
    public Task Allows_a_health_check() => Allows(
        """
        using Microsoft.Extensions.Diagnostics.HealthChecks;

        class RatesCheck : IHealthCheck
        {
            private readonly HttpClient http;

            public RatesCheck(HttpClient http) => this.http = http;

            public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
            {
                using var answer = await http.GetAsync("health", cancellationToken);
                return answer.IsSuccessStatusCode ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
            }
        }
        """);

    [Fact]
    public Task Allows_a_client_over_a_handler_that_stands_in_for_the_network() => Allows(
        """
        class Canned : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage());
        }

        class Loader
        {
            async Task<string> Load()
            {
                using var http = new HttpClient(new Canned());
                return await http.GetStringAsync("https://a.example");
            }
        }
        """);

    [Fact]
    public Task Allows_a_client_that_tries_again_by_itself() => Allows(
        """
        using Azure.Storage.Blobs;

        class Loader
        {
            public async Task<string> Load(BlobClient blob) => (await blob.DownloadContentAsync()).Value.Content.ToString();
        }
        """);
}
