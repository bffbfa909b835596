using Undercurrent.Analyzers.Rules.Security;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.Security;

public sealed class UC1009UnencryptedTransportTests : RuleTests<UC1009UnencryptedTransport, UC1009UnencryptedTransportFix>
{
    /// <summary>Clients whose packages are not to be had from every feed.</summary>
    private static readonly Given Clients = new()
    {
        Sources =
        [
            ("Clients.cs",
            """
            namespace MySqlConnector
            {
                enum MySqlSslMode { None, Preferred, Required, VerifyCA, VerifyFull }
                class MySqlConnectionStringBuilder { public string Server { get; set; } = ""; public MySqlSslMode SslMode { get; set; } }
            }
            namespace FluentFTP
            {
                enum FtpEncryptionMode { None, Implicit, Explicit, Auto }
                class FtpConfig { public FtpEncryptionMode EncryptionMode { get; set; } }
            }
            namespace Grpc.Core { abstract class ChannelCredentials { public static ChannelCredentials Insecure => null!; public static ChannelCredentials SecureSsl => null!; } }
            namespace Minio { interface IMinioClient { IMinioClient WithSSL(bool secure = true); } }
            namespace MailKit.Security { enum SecureSocketOptions { None, Auto, SslOnConnect, StartTls, StartTlsWhenAvailable } }
            class Mailer { public void Connect(string host, int port, MailKit.Security.SecureSocketOptions options) { } }
            """),
        ],
    };

    [Theory]
    [InlineData("Server=db.internal;Database=Orders;Integrated Security=true;[|Encrypt=false|]")]
    [InlineData("Server=db.internal;Database=Orders;[|Encrypt=Optional|];User Id=loader;Password=hunter2")]
    [InlineData("Host=db.internal;Database=orders;[|SSL Mode=Disable|]")]
    [InlineData("Host=db.internal;Database=orders;[|SslMode=prefer|];Pooling=true")]
    [InlineData("Server=db.internal;Database=orders;Uid=loader;[|SslMode=None|]")]
    [InlineData("Server=db.internal;Database=orders;Uid=loader;[|SSL Mode=Preferred|]")]
    [InlineData("cache.internal:6379,abortConnect=false,[|ssl=false|]")]
    [InlineData("mongodb://db.internal:27017/orders?[|ssl=false|]")]
    [InlineData("mongodb://db.internal/orders?retryWrites=true&[|tls=false|]")]
    [InlineData("postgres://db.internal:5432/orders?[|sslmode=disable|]")]
    [InlineData("Host=ch.internal;[|Protocol=http|];Port=8123;Database=orders")]
    [InlineData("account=ab12345;[|scheme=http|];user=loader;db=ORDERS")]
    [InlineData("[|DefaultEndpointsProtocol=http|];AccountName=orders;EndpointSuffix=core.windows.net")]
    public Task Flags_the_setting_of_a_connection_string(string text) => Flags(
        $$"""
        class Warehouse
        {
            public const string Connection = "{{text}}";
        }
        """);

    [Theory]
    [InlineData("Server=db.internal;Database=Orders;Encrypt=true")]
    [InlineData("Server=db.internal;Database=Orders;Encrypt=Strict")]
    [InlineData("Server=db.internal;Database=Orders;Encrypt={0}")]
    [InlineData("Server=localhost;Database=Orders;Encrypt=false")]
    [InlineData("Server=(localdb)\\\\MSSQLLocalDB;Database=Orders;Encrypt=false")]
    [InlineData("Host=127.0.0.1;Database=orders;SSL Mode=Disable")]
    [InlineData("Host=db.internal;Database=orders;SSL Mode=VerifyFull")]
    [InlineData("Host=db.internal;Database=orders;SSL Mode=Require")]
    [InlineData("localhost:6379,ssl=false")]
    [InlineData("cache.internal:6380,ssl=true")]
    [InlineData("mongodb://localhost:27017/orders?ssl=false")]
    [InlineData("mongodb://db.internal:27017/orders?ssl=true")]
    [InlineData("UseDevelopmentStorage=true;DefaultEndpointsProtocol=http")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=orders")]
    [InlineData("Encrypt=false")]
    [InlineData("usage: load --set ssl=false to go without")]
    [InlineData("UPDATE settings SET ssl=false, Host='x'")]
    public Task Allows_a_text_that_encrypts_or_stays_on_the_machine(string text) => Allows(
        $$"""
        class Warehouse
        {
            public const string Connection = "{{text}}";
        }
        """);

    [Theory]
    [InlineData("""new Npgsql.NpgsqlConnectionStringBuilder { Host = host, SslMode = [|Npgsql.SslMode.Disable|] }""")]
    [InlineData("""new Npgsql.NpgsqlConnectionStringBuilder { Host = host, SslMode = [|Npgsql.SslMode.Prefer|] }""")]
    [InlineData("""new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { DataSource = host, [|Encrypt = false|] }""")]
    [InlineData("""new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { DataSource = host, Encrypt = [|Microsoft.Data.SqlClient.SqlConnectionEncryptOption.Optional|] }""")]
    [InlineData("""new MySqlConnector.MySqlConnectionStringBuilder { Server = host, SslMode = [|MySqlConnector.MySqlSslMode.None|] }""")]
    [InlineData("""new Confluent.Kafka.ConsumerConfig { BootstrapServers = host, SecurityProtocol = [|Confluent.Kafka.SecurityProtocol.Plaintext|] }""")]
    [InlineData("""new Confluent.Kafka.ProducerConfig { BootstrapServers = host, SecurityProtocol = [|Confluent.Kafka.SecurityProtocol.SaslPlaintext|] }""")]
    [InlineData("""new Dictionary<string, string> { ["bootstrap.servers"] = host, ["security.protocol"] = [|"SASL_PLAINTEXT"|] }""")]
    [InlineData("""new List<KeyValuePair<string, string>> { new("security.protocol", [|"plaintext"|]) }""")]
    [InlineData("""new StackExchange.Redis.ConfigurationOptions { [|Ssl = false|] }""")]
    [InlineData("""new MongoDB.Driver.MongoClientSettings { [|UseTls = false|] }""")]
    [InlineData("""new RabbitMQ.Client.ConnectionFactory { HostName = host, Ssl = new() { [|Enabled = false|] } }""")]
    [InlineData("""new Amazon.S3.AmazonS3Config { [|UseHttp = true|] }""")]
    [InlineData("""new System.Net.Mail.SmtpClient(host, 25) { [|EnableSsl = false|] }""")]
    [InlineData("""new FluentFTP.FtpConfig { EncryptionMode = [|FluentFTP.FtpEncryptionMode.None|] }""")]
    [InlineData("""new object[] { Cast([|Grpc.Core.ChannelCredentials.Insecure|]) }""")]
    public Task Flags_a_switch_of_a_client(string expression) => Flags(
        $$"""
        class Source
        {
            object Connect(string host) => {{expression}};

            object Cast(Grpc.Core.ChannelCredentials credentials) => credentials;

            void Other(Minio.IMinioClient store, Mailer mails, string host)
            {
                store.WithSSL([|false|]);
                mails.Connect(host, 25, [|MailKit.Security.SecureSocketOptions.None|]);
            }
        }
        """, Clients);

    [Theory]
    [InlineData("""new Npgsql.NpgsqlConnectionStringBuilder { SslMode = Npgsql.SslMode.VerifyFull }""")]
    [InlineData("""new Npgsql.NpgsqlConnectionStringBuilder { Host = "localhost", SslMode = Npgsql.SslMode.Disable }""")]
    [InlineData("""new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { Encrypt = true }""")]
    [InlineData("""new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { Encrypt = encrypt }""")]
    [InlineData("""new Confluent.Kafka.ConsumerConfig { BootstrapServers = "localhost:9092", SecurityProtocol = Confluent.Kafka.SecurityProtocol.Plaintext }""")]
    [InlineData("""new Confluent.Kafka.ConsumerConfig { SecurityProtocol = Confluent.Kafka.SecurityProtocol.SaslSsl }""")]
    [InlineData("""new Confluent.Kafka.ConsumerConfig().SecurityProtocol == Confluent.Kafka.SecurityProtocol.Plaintext""")]
    [InlineData("""new List<Npgsql.SslMode>().Contains(Npgsql.SslMode.Disable)""")]
    [InlineData("""new Amazon.S3.AmazonS3Config { UseHttp = false }""")]
    [InlineData("""new Amazon.S3.AmazonS3Config { UseHttp = true, ServiceURL = "http://localhost:4566" }""")]
    [InlineData("""new System.Net.Mail.SmtpClient("localhost", 25) { EnableSsl = false }""")]
    [InlineData("""new Dictionary<string, string> { ["security.protocol"] = "ssl" }""")]
    public Task Allows_a_client_that_encrypts_or_stays_on_the_machine(string expression) => Allows(
        $$"""
        class Source
        {
            object Connect(bool encrypt) => {{expression}};
        }
        """);

    [Theory]
    [InlineData("""new HttpClient { BaseAddress = new Uri("[|http://|]prices.partner.net/") }""")]
    [InlineData("""new HttpClient { BaseAddress = new("[|http://|]prices.partner.net/") }""")]
    [InlineData("""new HttpClient().GetStringAsync("[|http://|]prices.partner.net/today")""")]
    [InlineData("""new HttpClient().GetStringAsync($"[|http://|]{host}/today")""")]
    [InlineData("""new HttpClient().GetStringAsync($"[|http://|]prices.partner.net/{host}")""")]
    [InlineData("""new HttpClient().GetStringAsync("[|http://|]" + host + "/today")""")]
    [InlineData("""new HttpClient().GetStringAsync(string.Format("[|http://|]{0}/today", host))""")]
    [InlineData("""new HttpClient().GetStringAsync(host ?? "[|http://|]prices.partner.net/today")""")]
    [InlineData("""new HttpClient().SendAsync(new HttpRequestMessage(HttpMethod.Get, "[|http://|]prices.partner.net/today"))""")]
    [InlineData("""new HttpRequestMessage { RequestUri = new Uri("[|http://|]prices.partner.net/today") }""")]
    [InlineData("""new RestSharp.RestClient("[|http://|]prices.partner.net")""")]
    [InlineData("""new RestSharp.RestClientOptions { BaseUrl = new Uri("[|http://|]prices.partner.net") }""")]
    [InlineData("""Flurl.Http.GeneratedExtensions.GetStringAsync("[|http://|]prices.partner.net/today")""")]
    [InlineData("""new RestSharp.RestRequest("[|http://|]prices.partner.net/today")""")]
    [InlineData("""new Azure.Security.KeyVault.Secrets.SecretClient(new("[|http://|]keys.internal:8200"), null)""")]
    [InlineData("""new RabbitMQ.Client.ConnectionFactory { Uri = new Uri("[|amqp://|]broker.internal:5672/orders") }""")]
    [InlineData("""StackExchange.Redis.ConnectionMultiplexer.Connect("[|redis://|]cache.internal:6379")""")]
    [InlineData("""new Amazon.S3.AmazonS3Config { ServiceURL = "[|http://|]store.internal" }""")]
    [InlineData("""new Azure.Storage.Blobs.BlobServiceClient(new Uri("[|http://|]orders.blob.core.windows.net"))""")]
    [InlineData("""new System.Net.WebSockets.ClientWebSocket().ConnectAsync(new Uri("[|ws://|]prices.partner.net"), default)""")]
    [InlineData("""new OwnClient("[|http://|]prices.partner.net")""")]
    [InlineData("""System.Xml.Linq.XDocument.Load("[|http://|]prices.partner.net/today.xml")""")]
    public Task Flags_an_address_that_reaches_a_client(string expression) => Flags(
        $$"""
        class OwnClient { public OwnClient(string baseUrl) { } }

        class Source
        {
            object Connect(string host) => {{expression}};
        }
        """);

    [Theory]
    [InlineData("""new HttpClient { BaseAddress = new Uri("https://prices.partner.net/") }""")]
    [InlineData("""new HttpClient { BaseAddress = new Uri("http://localhost:5000/") }""")]
    [InlineData("""new HttpClient { BaseAddress = new Uri("http://127.0.0.1:5000/") }""")]
    [InlineData("""new HttpClient { BaseAddress = new Uri("http://[::1]:5000/") }""")]
    [InlineData("""new HttpClient { BaseAddress = new Uri("https+http://prices") }""")]
    [InlineData("""new HttpClient().GetStringAsync($"http://localhost:{port}/today")""")]
    [InlineData("""new HttpClient().GetStringAsync("http://169.254.169.254/latest/meta-data")""")]
    [InlineData("""new Amazon.S3.AmazonS3Config { ServiceURL = "http://localstack:4566" }""")]
    [InlineData("""new RabbitMQ.Client.ConnectionFactory { Uri = new Uri("amqps://broker.internal:5671/orders") }""")]
    [InlineData("""new RabbitMQ.Client.ConnectionFactory { Uri = new Uri("amqp://guest@localhost:5672/") }""")]
    [InlineData("""new System.Xml.Linq.XElement("{http://schemas.partner.net/orders}order")""")]
    [InlineData("""System.Xml.Linq.XNamespace.Get("http://schemas.partner.net/orders")""")]
    [InlineData("""new System.Xml.Serialization.XmlSerializer(typeof(string), "http://schemas.partner.net/orders")""")]
    [InlineData("""new Uri("http://schemas.partner.net/orders")""")]
    [InlineData("""$"see http://docs.partner.net for {port}" """)]
    [InlineData("""new InvalidOperationException("http://docs.partner.net/errors/7")""")]
    [InlineData("""new { type = "http://docs.partner.net/errors/7" }""")]
    [InlineData(""" "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name" """)]
    [InlineData("""new System.Security.Claims.Claim("http://schemas.partner.net/role", "loader")""")]
    [InlineData("""address.StartsWith("http://")""")]
    [InlineData("""address == "http://prices.partner.net" """)]
    [InlineData("""new HttpClient().GetStringAsync(address == "http://prices.partner.net" ? "https://a.net" : "https://b.net")""")]
    public Task Allows_an_address_that_encrypts_stays_here_or_is_a_name(string expression) => Allows(
        $$"""
        class Source
        {
            object Connect(int port, string address) => {{expression}};
        }
        """);

    [Fact]
    public Task Follows_an_address_through_what_holds_it() => Flags(
        """
        class Source
        {
            const string Base = "[|http://|]prices.partner.net";
            static readonly Uri Stock = new("[|http://|]stock.partner.net");
            readonly HttpClient http = new();

            string Returns { get; set; } = "[|http://|]returns.partner.net";

            async Task Load(string path, string feed = "[|http://|]feed.partner.net")
            {
                await http.GetStringAsync(Base + path);
                await http.GetStringAsync(Base + "/again");
                http.BaseAddress = Stock;
                var rates = "[|http://|]rates.partner.net";
                await http.GetStringAsync($"{rates}/{path}");
                await http.GetStringAsync(new Uri(Returns));
                await http.GetStringAsync(feed);
                await http.GetStringAsync(Orders());
            }

            static string Orders() => "[|http://|]orders.partner.net";
        }
        """);

    [Fact]
    public Task Allows_what_holds_a_name() => Allows(
        """
        class Source
        {
            const string Space = "http://schemas.partner.net/orders";
            readonly HttpClient http = new();

            string Help { get; set; } = "http://docs.partner.net";

            async Task<object> Load(string address)
            {
                var shown = "http://docs.partner.net/" + address;
                Console.WriteLine(shown + Help);
                await http.GetStringAsync(address);
                return new System.Xml.Linq.XElement(System.Xml.Linq.XName.Get("order", Space));
            }
        }
        """);

    [Fact]
    public Task Flags_the_use_of_an_address_kept_in_another_file() => Flags(
        """
        class Source
        {
            HttpClient Connect(Settings settings) => new() { BaseAddress = new Uri(settings.Prices) };

            Task<string> Load(HttpClient http) => http.GetStringAsync([|Settings.Stock|]);

            Task<string> Safe(HttpClient http, Settings settings) => http.GetStringAsync(settings.Rates);
        }
        """.Replace("new Uri(settings.Prices)", "[|new Uri(settings.Prices)|]", StringComparison.Ordinal),
        new() { Sources = [("Settings.cs", """class Settings { public const string Stock = "http://stock.partner.net"; public string Prices { get; set; } = "http://prices.partner.net"; public string Rates { get; set; } = "https://rates.partner.net"; }""")] });

    [Fact]
    public Task Allows_the_hosts_of_a_service_mesh() => Allows(
        """
        class Source
        {
            object Prices() => new HttpClient { BaseAddress = new Uri("http://prices.orders.svc.cluster.local/") };

            object Stock() => new HttpClient { BaseAddress = new Uri("http://stock/") };
        }
        """,
        new() { EditorConfig = "undercurrent.plaintext_hosts = *.svc.cluster.local, stock" });

    [Fact]
    public Task Flags_a_mesh_nobody_has_spoken_of() => Flags(
        """
        class Source
        {
            object Prices() => new HttpClient { BaseAddress = new Uri("[|http://|]prices.orders.svc.cluster.local/") };
        }
        """);

    [Fact]
    public Task Allows_a_developers_address() => Allows(
        """
        using Microsoft.Extensions.Hosting;

        class Source
        {
            void Connect(IHostEnvironment environment, HttpClient http)
            {
                if (environment.IsDevelopment())
                    http.BaseAddress = new Uri("http://prices:5000/");
            }
        }
        """);

    [Fact]
    public Task Allows_the_addresses_a_server_listens_at() => Allows(
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;

        class Server
        {
            void Run(WebApplicationBuilder builder, WebApplication app)
            {
                builder.WebHost.UseUrls("http://0.0.0.0:8080", "http://orders.internal:80");
                app.Urls.Add("http://*:5000");
                app.Run("http://orders.internal:8080");
            }
        }
        """);

    [Fact]
    public Task Fixes_addresses_and_settings() => Fixes(
        """
        class Source
        {
            const string Orders = "Server=db.internal;Database=Orders;[|Encrypt=false|]";

            object Prices(string host) => new HttpClient { BaseAddress = new Uri($"[|http://|]{host}/prices") };

            object Search() => new RestSharp.RestClient(new Uri("[|http://|]search.internal:9200"));

            object Topic() => new Dictionary<string, string> { ["security.protocol"] = [|"PLAINTEXT"|] };
        }
        """,
        """
        class Source
        {
            const string Orders = "Server=db.internal;Database=Orders;Encrypt=true";

            object Prices(string host) => new HttpClient { BaseAddress = new Uri($"https://{host}/prices") };

            object Search() => new RestSharp.RestClient(new Uri("https://search.internal:9200"));

            object Topic() => new Dictionary<string, string> { ["security.protocol"] = "ssl" };
        }
        """);

    [Fact]
    public Task Fixes_switches() => Fixes(
        """
        class Source
        {
            object Stock(string host) => new Npgsql.NpgsqlConnectionStringBuilder { Host = host, SslMode = [|Npgsql.SslMode.Disable|] };

            object Stream(string host) => new Confluent.Kafka.ConsumerConfig { BootstrapServers = host, SecurityProtocol = [|Confluent.Kafka.SecurityProtocol.SaslPlaintext|] };

            object Cache() => new StackExchange.Redis.ConfigurationOptions { [|Ssl = false|] };

            object Files() => new Amazon.S3.AmazonS3Config { [|UseHttp = true|] };
        }
        """,
        """
        class Source
        {
            object Stock(string host) => new Npgsql.NpgsqlConnectionStringBuilder { Host = host, SslMode = Npgsql.SslMode.VerifyFull };

            object Stream(string host) => new Confluent.Kafka.ConsumerConfig { BootstrapServers = host, SecurityProtocol = Confluent.Kafka.SecurityProtocol.SaslSsl };

            object Cache() => new StackExchange.Redis.ConfigurationOptions { Ssl = true };

            object Files() => new Amazon.S3.AmazonS3Config { UseHttp = false };
        }
        """);

    [Fact]
    public Task Offers_no_fix_where_the_port_is_the_plain_one() => OffersNoFix(
        """
        class Source
        {
            object Prices() => new HttpClient { BaseAddress = new Uri("[|http://|]prices.partner.net:80/") };

            object Broker() => new RabbitMQ.Client.ConnectionFactory { Uri = new Uri("[|amqp://|]broker.internal:5672/orders") };
        }
        """);

    [Fact]
    public async Task Says_nothing_of_the_secret_in_the_address()
    {
        var said = await Workshop.Run(Workshop.Open("""class Source { object Connect() => new RabbitMQ.Client.ConnectionFactory { Uri = new Uri("amqp://loader:hunter2@broker.internal") }; }"""), [new UC1009UnencryptedTransport()]);

        var one = Assert.Single(said);
        Assert.DoesNotContain("hunter2", one.GetMessage() + string.Concat(one.Properties.Values), StringComparison.Ordinal);
    }
}
