using Undercurrent.Analyzers.Rules.Security;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.Security;

public sealed class UC1010CertificateValidationDisabledTests : RuleTests<UC1010CertificateValidationDisabled, UC1010CertificateValidationDisabledFix>
{
    /// <summary>Clients whose packages are not to be had from every feed. The event's name is escaped, so that only its use speaks of it.</summary>
    private static readonly Given Clients = new()
    {
        Sources =
        [
            ("Clients.cs",
            """
            using System.Net.Security;
            using System.Security.Cryptography.X509Certificates;

            namespace System.Data.SqlClient { class SqlConnectionStringBuilder { public string DataSource = ""; public bool TrustServerCertificate { get; set; } } }
            namespace Confluent.SchemaRegistry { class SchemaRegistryConfig { public string Url = ""; public bool? EnableSslCertificateVerification { get; set; } } }
            namespace NATS.Client.Core { record NatsTlsOpts { public bool InsecureSkipVerify { get; init; } } }
            namespace Neo4j.Driver
            {
                class TrustManager { public static TrustManager CreateInsecure(bool verifyHostname = false) => new(); }
                class ConfigBuilder { public ConfigBuilder WithTrustManager(TrustManager manager) => this; }
            }
            namespace Elastic.Transport { class CertificateValidations { public static bool AllowAll(object sender, X509Certificate certificate, X509Chain chain, SslPolicyErrors errors) => errors == SslPolicyErrors.None; } }
            namespace Elastic.Clients.Elasticsearch
            {
                class ElasticsearchClientSettings { public ElasticsearchClientSettings ServerCertificateValidationCallback(Func<object, X509Certificate, X509Chain, SslPolicyErrors, bool> callback) => this; }
            }
            namespace MQTTnet
            {
                class MqttClientTlsOptionsBuilder
                {
                    public MqttClientTlsOptionsBuilder UseTls(bool useTls = true) => this;
                    public MqttClientTlsOptionsBuilder WithAllowUntrustedCertificates(bool allowUntrustedCertificates = true) => this;
                    public MqttClientTlsOptionsBuilder WithIgnoreCertificateChainErrors(bool ignoreCertificateChainErrors = true) => this;
                }
            }
            namespace MQTTnet.Client
            {
                class MqttClientCertificateValidationEventArgs { }
                class MqttClientTlsOptions { public Func<MqttClientCertificateValidationEventArgs, bool>? CertificateValidationHandler { get; set; } }
            }
            namespace FluentFTP
            {
                class FtpConfig { public bool ValidateAnyCertificate { get; set; } }
                class FtpSslValidationEventArgs : EventArgs { public bool Accept { get; set; } public SslPolicyErrors PolicyErrors { get; set; } }
                class FtpClient { public event EventHandler<FtpSslValidationEventArgs>? ValidateCertificate; }
            }
            namespace Renci.SshNet.Common { class HostKeyEventArgs : EventArgs { public bool CanTrust { get; set; } public string FingerPrintSHA256 => ""; } }
            namespace Renci.SshNet
            {
                class BaseClient { public event EventHandler<Common.HostKeyEventArgs> Host\u004BeyReceived { add { } remove { } } }
                class SftpClient : BaseClient { public SftpClient(string host, string username, string password) { } }
            }
            """),
        ],
    };

    [Theory]
    [InlineData("Server=db.internal;Database=Orders;Integrated Security=true;[|TrustServerCertificate=true|]")]
    [InlineData("Server=db.internal;Database=Orders;[|Trust Server Certificate=True|];Encrypt=True")]
    [InlineData("Data Source=db.internal; [|TrustServerCertificate = yes|]; Initial Catalog=Orders")]
    [InlineData("Server=db.internal;Database=Orders;User Id=loader;Password=hunter2;[|TrustServerCertificate=true|]")]
    [InlineData("Host=db.internal;Database=orders;[|SSL Mode=Require|]")]
    [InlineData("Host=db.internal;Database=orders;[|SslMode=require|];Pooling=true")]
    [InlineData("AccountEndpoint=https://orders.documents.azure.com:443/;[|DisableServerCertificateValidation=true|]")]
    [InlineData("account=ab12345;user=loader;db=ORDERS;[|insecuremode=true|]")]
    [InlineData("mongodb://db.internal:27017/orders?tls=true&[|tlsInsecure=true|]")]
    [InlineData("mongodb://db.internal/orders?[|sslVerifyCertificate=false|]&retryWrites=true")]
    [InlineData("mongodb+srv://cluster0.internal/?[|tlsAllowInvalidCertificates=true|]")]
    public Task Flags_the_setting_of_a_connection_string(string text) => Flags(
        $$"""
        class Warehouse
        {
            public const string Connection = "{{text}}";
        }
        """);

    [Theory]
    [InlineData("Server=db.internal;Database=Orders;TrustServerCertificate=false")]
    [InlineData("Server=db.internal;Database=Orders;TrustServerCertificate={0}")]
    [InlineData("Server=localhost;Database=Orders;TrustServerCertificate=true")]
    [InlineData("Server=tcp:localhost,1433;Database=Orders;TrustServerCertificate=true")]
    [InlineData("Server=.;Database=Orders;TrustServerCertificate=true")]
    [InlineData("Data Source=(localdb)\\\\MSSQLLocalDB;Database=Orders;TrustServerCertificate=true")]
    [InlineData("Host=db.internal;Database=orders;SSL Mode=VerifyFull")]
    [InlineData("Host=db.internal;Database=orders;SSL Mode=VerifyCA;Trust Server Certificate=true")]
    [InlineData("Host=localhost;Database=orders;SSL Mode=Require")]
    [InlineData("Server=db.internal;Database=Orders;Uid=loader;SslMode=Required")]
    [InlineData("mongodb://localhost:27017/?tlsInsecure=true")]
    [InlineData("mongodb://db.internal:27017/?tlsInsecure=false")]
    [InlineData("Set TrustServerCertificate=true in the connection string to go on")]
    [InlineData("TrustServerCertificate=true")]
    [InlineData("AccountEndpoint=https://localhost:8081/;DisableServerCertificateValidation=true")]
    [InlineData("SELECT * FROM settings WHERE TrustServerCertificate=true")]
    public Task Allows_a_text_that_checks_or_stays_on_the_machine(string text) => Allows(
        $$"""
        class Warehouse
        {
            public const string Connection = "{{text}}";
        }
        """);

    [Theory]
    [InlineData("$\"Server={host};Database=Orders;[|TrustServerCertificate=true|]\"")]
    [InlineData("host + \";[|TrustServerCertificate=true|]\"")]
    [InlineData("\"Server=\" + host + \";Database=Orders;[|TrustServerCertificate=true|];\"")]
    [InlineData("string.Format(\"Server={0};[|TrustServerCertificate=true|]\", host)")]
    [InlineData("@\"Server=db.internal\\orders;Database=Orders;[|TrustServerCertificate=true|]\"")]
    [InlineData("\"\"\"Server=db.internal;Database=Orders;[|TrustServerCertificate=true|]\"\"\"")]
    [InlineData("new Microsoft.Data.SqlClient.SqlConnection(\"Server=db.internal;[|TrustServerCertificate=true|]\")")]
    public Task Flags_a_text_that_is_put_together(string expression) => Flags($$"""class Warehouse { object Connection(string host) => {{expression}}; }""");

    [Fact]
    public Task Allows_a_text_put_together_for_this_machine() => Allows(
        """
        class Warehouse
        {
            const string Host = "localhost";

            string Connection(int port) => $"Server={Host},{port};Database=Orders;TrustServerCertificate=true";
        }
        """);

    [Theory]
    [InlineData("""new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { DataSource = host, [|TrustServerCertificate = true|] }""")]
    [InlineData("""new System.Data.SqlClient.SqlConnectionStringBuilder { DataSource = host, [|TrustServerCertificate = true|] }""")]
    [InlineData("""new Npgsql.NpgsqlConnectionStringBuilder { Host = host, SslMode = [|Npgsql.SslMode.Require|] }""")]
    [InlineData("""new Confluent.Kafka.ConsumerConfig { BootstrapServers = host, [|EnableSslCertificateVerification = false|] }""")]
    [InlineData("""new Confluent.Kafka.ProducerConfig { SslEndpointIdentificationAlgorithm = [|Confluent.Kafka.SslEndpointIdentificationAlgorithm.None|] }""")]
    [InlineData("""new Confluent.SchemaRegistry.SchemaRegistryConfig { Url = host, [|EnableSslCertificateVerification = false|] }""")]
    [InlineData("""new MongoDB.Driver.MongoClientSettings { [|AllowInsecureTls = true|] }""")]
    [InlineData("""new MongoDB.Driver.MongoUrlBuilder { [|AllowInsecureTls = true|] }""")]
    [InlineData("""new RabbitMQ.Client.SslOption { Enabled = true, [|AcceptablePolicyErrors = SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch|] }""")]
    [InlineData("""new FluentFTP.FtpConfig { [|ValidateAnyCertificate = true|] }""")]
    [InlineData("""new MQTTnet.MqttClientTlsOptionsBuilder().[|WithAllowUntrustedCertificates|]()""")]
    [InlineData("""new MQTTnet.MqttClientTlsOptionsBuilder().[|WithIgnoreCertificateChainErrors|](true)""")]
    [InlineData("""new NATS.Client.Core.NatsTlsOpts { [|InsecureSkipVerify = true|] }""")]
    [InlineData("""new Neo4j.Driver.ConfigBuilder().WithTrustManager(Neo4j.Driver.TrustManager.[|CreateInsecure|]())""")]
    [InlineData("""new HttpClientHandler { ServerCertificateCustomValidationCallback = [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|] }""")]
    [InlineData("""new Dictionary<string, string> { ["enable.ssl.certificate.verification"] = [|"false"|] }""")]
    [InlineData("""new Dictionary<string, string> { { "ssl.endpoint.identification.algorithm", [|"none"|] } }""")]
    [InlineData("""new Npgsql.NpgsqlConnectionStringBuilder { ["SSL Mode"] = [|"Require"|] }""")]
    public Task Flags_a_switch_of_a_client(string expression) => Flags(
        $$"""
        using System.Net.Security;

        class Source
        {
            object Connect(string host) => {{expression}};
        }
        """, Clients);

    [Theory]
    [InlineData("""new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { TrustServerCertificate = false }""")]
    [InlineData("""new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { TrustServerCertificate = trust }""")]
    [InlineData("""new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { DataSource = "localhost", TrustServerCertificate = true }""")]
    [InlineData("""new Npgsql.NpgsqlConnectionStringBuilder { SslMode = Npgsql.SslMode.VerifyFull }""")]
    [InlineData("""new Npgsql.NpgsqlConnectionStringBuilder().SslMode == Npgsql.SslMode.Require""")]
    [InlineData("""new List<Npgsql.SslMode>().Contains(Npgsql.SslMode.Require)""")]
    [InlineData("""new Confluent.Kafka.ConsumerConfig { BootstrapServers = "localhost:9092", EnableSslCertificateVerification = false }""")]
    [InlineData("""new Confluent.Kafka.ConsumerConfig { EnableSslCertificateVerification = true }""")]
    [InlineData("""new RabbitMQ.Client.SslOption { AcceptablePolicyErrors = SslPolicyErrors.None }""")]
    [InlineData("""new MQTTnet.MqttClientTlsOptionsBuilder().WithIgnoreCertificateChainErrors(false)""")]
    [InlineData("""new Dictionary<string, string> { ["enable.ssl.certificate.verification"] = "true" }""")]
    [InlineData("""new Dictionary<string, bool> { ["insecureMode"] = true }""")]
    [InlineData("""new Own { TrustServerCertificate = true }""")]
    public Task Allows_a_client_that_checks(string expression) => Allows(
        $$"""
        using System.Net.Security;

        class Own { public bool TrustServerCertificate { get; set; } }

        class Source
        {
            object Connect(bool trust) => {{expression}};
        }
        """, Clients);

    [Theory]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|] }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(message, certificate, chain, errors) => { Console.WriteLine(errors); return true; }|] }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = [|delegate { return true; }|] }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(_, _, _, errors) => errors == SslPolicyErrors.None || true|] }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = [|Yes|] }")]
    [InlineData("new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = [|(_, _, _, _) => true|] } }")]
    [InlineData("new SslStream(Stream.Null, false, [|(_, _, _, _) => true|])")]
    [InlineData("new RestSharp.RestClientOptions { RemoteCertificateValidationCallback = [|(_, _, _, _) => true|] }")]
    [InlineData("new Microsoft.Azure.Cosmos.CosmosClientOptions { ServerCertificateCustomValidationCallback = [|(_, _, _) => true|] }")]
    [InlineData("new Npgsql.NpgsqlDataSourceBuilder().UseUserCertificateValidationCallback([|(_, _, _, _) => true|])")]
    [InlineData("new MongoDB.Driver.SslSettings { ServerCertificateValidationCallback = [|(_, _, _, _) => true|] }")]
    [InlineData("new RabbitMQ.Client.SslOption { CertificateValidationCallback = [|(_, _, _, _) => true|] }")]
    [InlineData("new MQTTnet.Client.MqttClientTlsOptions { CertificateValidationHandler = [|_ => true|] }")]
    [InlineData("new Elastic.Clients.Elasticsearch.ElasticsearchClientSettings().ServerCertificateValidationCallback([|Elastic.Transport.CertificateValidations.AllowAll|])")]
    [InlineData("[|(RemoteCertificateValidationCallback)((_, _, _, _) => true)|]")]
    public Task Flags_a_callback_that_always_says_yes(string expression) => Flags(
        $$"""
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;

        class Source
        {
            object Connect() => {{expression}};

            static bool Yes(HttpRequestMessage message, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors) => true;
        }
        """, Clients);

    [Theory]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None || certificate?.Thumbprint == pinned }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, errors) => { if (errors != SslPolicyErrors.None) throw new InvalidOperationException(); return true; } }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => false }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = Pinned }")]
    [InlineData("new HttpClientHandler { ServerCertificateCustomValidationCallback = null }")]
    [InlineData("(Func<string, int, int, bool>)((_, _, _) => true)")]
    [InlineData("new List<SslPolicyErrors>().Count(_ => true)")]
    public Task Allows_a_callback_that_looks(string expression) => Allows(
        $$"""
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;

        class Source
        {
            object Connect(string pinned) => {{expression.Replace("new List<SslPolicyErrors>().Count(_ => true)", "new List<string>().Count(_ => true)", StringComparison.Ordinal)}};

            static bool Pinned(HttpRequestMessage message, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors) => certificate?.Thumbprint == "ab";
        }
        """);

    [Fact]
    public Task Flags_the_process_wide_callback_and_an_event() => Flags(
        """
        using System.Net;

        class Source
        {
            void Connect(StackExchange.Redis.ConfigurationOptions cache, Npgsql.NpgsqlConnection connection)
            {
        #pragma warning disable SYSLIB0014
                ServicePointManager.ServerCertificateValidationCallback += [|(_, _, _, _) => true|];
        #pragma warning restore SYSLIB0014
                cache.CertificateValidation += [|(_, _, _, _) => true|];
        #pragma warning disable CS0618
                connection.UserCertificateValidationCallback = [|delegate { return true; }|];
        #pragma warning restore CS0618
            }
        }
        """);

    [Fact]
    public Task Flags_a_handler_that_trusts_every_host_key() => Flags(
        """
        using Renci.SshNet;

        class Drop
        {
            void Connect(SftpClient client, FluentFTP.FtpClient ftp)
            {
                client.HostKeyReceived += (sender, e) => [|e.CanTrust = true|];
                ftp.ValidateCertificate += (control, e) => { [|e.Accept = true|]; };
            }
        }
        """, Clients);

    [Fact]
    public Task Allows_a_handler_that_looks_at_the_host_key() => Allows(
        """
        using System.Net.Security;
        using Renci.SshNet;

        class Drop
        {
            void Connect(SftpClient client, FluentFTP.FtpClient ftp, string known)
            {
                client.HostKeyReceived += (sender, e) => e.CanTrust = e.FingerPrintSHA256 == known;
                client.HostKeyReceived += (sender, e) => { if (e.FingerPrintSHA256 == known) e.CanTrust = true; };
                ftp.ValidateCertificate += (control, e) => { if (e.PolicyErrors == SslPolicyErrors.None) { e.Accept = true; } };
                var other = new SftpClient("files.internal", "loader", known);
            }
        }
        """, Clients);

    [Fact]
    public Task Flags_a_client_whose_host_key_nobody_looks_at() => Flags(
        """
        using Renci.SshNet;

        class Drop
        {
            object Connect(string word) => [|new SftpClient("files.internal", "loader", word)|];

            object Here(string word) => new SftpClient("localhost", "loader", word);
        }
        """, Clients);

    [Fact]
    public Task Allows_a_client_whose_host_key_is_looked_at_elsewhere() => Allows(
        """
        using Renci.SshNet;

        class Drop
        {
            object Connect(string word) => new SftpClient("files.internal", "loader", word);
        }
        """,
        new() { Sources = [Clients.Sources[0], ("Keys.cs", "class Keys { void Watch(Renci.SshNet.SftpClient client) => client.HostKeyReceived += (_, e) => e.CanTrust = e.FingerPrintSHA256 == \"ab\"; }")] });

    [Theory]
    [InlineData("if (environment.IsDevelopment()) handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;")]
    [InlineData("if (!environment.IsProduction()) { handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; }")]
    [InlineData("if (environment.IsProduction()) { } else handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;")]
    [InlineData("if (!environment.IsDevelopment()) return; handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;")]
    [InlineData("if (environment.EnvironmentName == \"Development\") handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;")]
    [InlineData("if (environment.IsDevelopment() && handler.CheckCertificateRevocationList) handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;")]
    [InlineData("handler.ServerCertificateCustomValidationCallback = environment.IsDevelopment() ? HttpClientHandler.DangerousAcceptAnyServerCertificateValidator : null;")]
    [InlineData("switch (environment.EnvironmentName) { case \"Development\": handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; break; }")]
    [InlineData("void ForDevelopment() => handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; ForDevelopment();")]
    public Task Allows_a_bypass_in_development(string statement) => Allows(Guarded(statement));

    [Theory]
    [InlineData("if (!environment.IsDevelopment()) handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];")]
    [InlineData("if (environment.IsDevelopment()) { } else handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];")]
    [InlineData("if (environment.IsProduction()) handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];")]
    [InlineData("if (handler.CheckCertificateRevocationList) handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];")]
    [InlineData("if (environment.IsDevelopment()) return; handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];")]
    public Task Flags_a_bypass_everywhere_else(string statement) => Flags(Guarded(statement));

    [Fact]
    public Task Knows_the_directives_of_a_debug_build() => Flags(
        """
        #define DEBUG
        class Source
        {
            void Connect(HttpClientHandler handler)
            {
        #if DEBUG
                handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;
        #endif
        #if !DEBUG
        #else
                handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;
        #endif
        #if NET
        #else
                handler.ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|];
        #endif
            }
        }
        """);

    [Fact]
    public Task Fixes_the_settings_of_a_text() => Fixes(
        """
        class Warehouse
        {
            const string Orders = "Server=db.internal;Database=Orders;[|Trust Server Certificate=True|];Encrypt=True";

            string Stock(string host) => $"Host={host};Database=stock;[|SSL Mode=Require|];Pooling=true";

            object Settings() => new Dictionary<string, string> { ["enable.ssl.certificate.verification"] = [|"false"|] };
        }
        """,
        """
        class Warehouse
        {
            const string Orders = "Server=db.internal;Database=Orders;Trust Server Certificate=false;Encrypt=True";

            string Stock(string host) => $"Host={host};Database=stock;SSL Mode=VerifyFull;Pooling=true";

            object Settings() => new Dictionary<string, string> { ["enable.ssl.certificate.verification"] = "true" };
        }
        """);

    [Fact]
    public Task Fixes_by_taking_the_bypass_away() => Fixes(
        """
        class Source
        {
            object Alone() => new HttpClientHandler { ServerCertificateCustomValidationCallback = [|(_, _, _, _) => true|] };

            object First(string host) => new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { [|TrustServerCertificate = true|], DataSource = host };

            object Last(string host) => new Microsoft.Data.SqlClient.SqlConnectionStringBuilder
            {
                DataSource = host,
                [|TrustServerCertificate = true|],
            };

            object Mode(string host) => new Npgsql.NpgsqlConnectionStringBuilder { Host = host, SslMode = [|Npgsql.SslMode.Require|] };

            object Chain() => new MQTTnet.MqttClientTlsOptionsBuilder().UseTls().[|WithAllowUntrustedCertificates|]().[|WithIgnoreCertificateChainErrors|]();

            void Later(HttpClientHandler handler, StackExchange.Redis.ConfigurationOptions cache)
            {
                handler.ServerCertificateCustomValidationCallback = [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|];
                cache.CertificateValidation += [|(_, _, _, _) => true|];
                handler.UseProxy = true;
            }
        }
        """,
        """
        class Source
        {
            object Alone() => new HttpClientHandler();

            object First(string host) => new Microsoft.Data.SqlClient.SqlConnectionStringBuilder { DataSource = host };

            object Last(string host) => new Microsoft.Data.SqlClient.SqlConnectionStringBuilder
            {
                DataSource = host,
            };

            object Mode(string host) => new Npgsql.NpgsqlConnectionStringBuilder { Host = host, SslMode = Npgsql.SslMode.VerifyFull };

            object Chain() => new MQTTnet.MqttClientTlsOptionsBuilder().UseTls();

            void Later(HttpClientHandler handler, StackExchange.Redis.ConfigurationOptions cache)
            {
                handler.UseProxy = true;
            }
        }
        """, Clients);

    [Fact]
    public Task Offers_no_fix_where_more_would_go_than_the_bypass() => OffersNoFix(
        """
        using System.Net.Security;

        class Source
        {
            object Ask(bool strict) => new HttpClientHandler { ServerCertificateCustomValidationCallback = strict ? null : [|HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|] };

            object Wrap() => new SslStream(Stream.Null, false, [|(_, _, _, _) => true|]);
        }
        """);

    [Fact]
    public async Task Says_nothing_of_the_secret_beside_the_setting()
    {
        var said = await Workshop.Run(Workshop.Open("""class Warehouse { const string Orders = "Server=db.internal;User Id=loader;Password=hunter2;TrustServerCertificate=true"; }"""), [new UC1010CertificateValidationDisabled()]);

        var one = Assert.Single(said);
        Assert.DoesNotContain("hunter2", one.GetMessage() + string.Concat(one.Properties.Values), StringComparison.Ordinal);
    }

    private static string Guarded(string statement) =>
        $$"""
        using Microsoft.Extensions.Hosting;

        class Source
        {
            void Connect(IHostEnvironment environment, HttpClientHandler handler)
            {
                {{statement}}
            }
        }
        """;
}
