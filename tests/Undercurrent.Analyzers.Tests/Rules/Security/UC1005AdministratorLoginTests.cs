using Microsoft.CodeAnalysis.Diagnostics;
using Undercurrent.Analyzers.Rules.Security;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.Security;

public sealed class UC1005AdministratorLoginTests : RuleTests<UC1005AdministratorLogin>
{
    [Theory]
    [InlineData("Server=db.internal;Database=Orders;[|User Id=sa|];Password={0};Encrypt=True")]
    [InlineData("Data Source=db;Initial Catalog=Orders;[|UID=sa|];PWD=hunter2")]
    [InlineData("Server=db;Database=Orders;[|User=sa|]")]
    [InlineData("Host=db.internal;[|Username=postgres|];Database=orders")]
    [InlineData("Host=db.internal;[|User Name=postgres@orders|];Database=orders")]
    [InlineData("Server=db.internal;Port=3306;[|Uid=root|];Pwd=;Database=orders")]
    [InlineData("[|User Id=SYS|];Password={0};Data Source=//db:1521/orders")]
    [InlineData("User Id=loader;Password={0};Data Source=//db:1521/orders;[|DBA Privilege=SYSDBA|]")]
    [InlineData("account=ab12345;user=loader;db=ORDERS;[|role=accountadmin|]")]
    [InlineData("Host=click.internal;Port=8123;[|Username=default|];Database=orders")]
    [InlineData("Endpoint=sb://orders.servicebus.windows.net/;[|SharedAccessKeyName=RootManageSharedAccessKey|];SharedAccessKey={0}")]
    [InlineData("HostName=orders.azure-devices.net;[|SharedAccessKeyName=iothubowner|];SharedAccessKey={0}")]
    [InlineData("cache.internal:6380,[|user=admin|],password={0},ssl=True")]
    [InlineData("host=db.internal [|user=postgres|] dbname=orders")]
    [InlineData("mongodb://[|root|]:{0}@db.internal:27017/admin")]
    [InlineData("mongodb+srv://[|admin|]:hunter2@cluster0.internal/orders")]
    [InlineData("amqp://[|guest|]:guest@broker.internal:5672/orders")]
    [InlineData("postgres://[|postgres|]@db.internal/orders")]
    [InlineData("https://[|elastic|]:{0}@search.internal:9200")]
    [InlineData("jdbc:postgresql://db.internal/orders?[|user=postgres|]&password={0}")]
    [InlineData("org.apache.kafka.common.security.plain.PlainLoginModule required [|username='admin|]' password='{0}';")]
    public Task Flags_an_administrator_in_a_connection_string(string text) => Flags($$"""class Warehouse { public const string Connection = "{{text}}"; }""");

    [Theory]
    [InlineData("Server=db.internal;Database=Orders;User Id=loader;Password={0}")]
    [InlineData("Server=db.internal;Database=Orders;User Id=sales;Password={0}")]
    [InlineData("Host=db.internal;Username=postgres_exporter;Database=postgres")]
    [InlineData("Host=db.internal;Username={0};Database=admin")]
    [InlineData("Server=db.internal;Database=Orders;Integrated Security=true;Application Name=admin")]
    [InlineData("Endpoint=sb://orders.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey={0}")]
    [InlineData("account=ab12345;user=loader;db=ORDERS;role=loader")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=admin;EndpointSuffix=core.windows.net")]
    [InlineData("mongodb://loader:{0}@db.internal:27017/admin")]
    [InlineData("https://medium.com/@admin/orders")]
    [InlineData("https://shop.internal/search?user=admin&page=1")]
    [InlineData("https://db.internal/admin:root")]
    [InlineData("SELECT 1 FROM users WHERE host=@host AND user='sa'")]
    [InlineData("user=admin; path=/; secure")]
    [InlineData("user=root")]
    [InlineData("admin")]
    public Task Allows_a_login_of_its_own_and_other_texts(string text) => Allows($$"""class Warehouse { public const string Connection = "{{text}}"; }""");

    [Theory]
    [InlineData("Server=localhost;Database=Orders;User Id=sa;Password={0}")]
    [InlineData("Server=localhost,1433;Database=Orders;User Id=sa;Password={0}")]
    [InlineData("Server=.;Database=Orders;User Id=sa;Password={0}")]
    [InlineData("Host=127.0.0.1;Username=postgres;Database=orders")]
    [InlineData("amqp://guest:guest@localhost:5672")]
    [InlineData("mongodb://root:{0}@localhost:27017/admin")]
    [InlineData("Endpoint=sb://localhost;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;")]
    [InlineData("jdbc:postgresql://localhost/orders?user=postgres&password={0}")]
    public Task Allows_the_administrator_of_this_machine(string text) => Allows($$"""class Warehouse { public const string Connection = "{{text}}"; }""");

    [Theory]
    [InlineData("Server=localhost;Database=Orders;[|User Id=sa|];Password={0}")]
    [InlineData("amqp://[|guest|]:guest@localhost:5672")]
    public Task Flags_the_administrator_of_this_machine_where_it_is_asked_for(string text) =>
        Flags($$"""class Warehouse { public const string Connection = "{{text}}"; }""", new() { EditorConfig = "undercurrent.local_logins = included" });

    [Fact]
    public Task Flags_an_administrator_in_a_text_that_is_put_together() => Flags(
        """"
        class Warehouse
        {
            private const string Owner = "sa";

            string Interpolated(string host, string password) => $"Server={host};Database=Orders;[|User Id=sa|];Password={password}";
            string Held(string host, string password) => $"Server={host};Database=Orders;[|User Id=|]{Owner};Password={password}";
            string Added(string host, string password) => "Host=" + host + ";[|Username=postgres|];Password=" + password;
            string Formatted(string host, string password) => string.Format("mongodb://[|root|]:{0}@{1}/orders", password, host);
            string Raw(string host) => $"""
                Server={host};
                [|User Id=sa|];
                """;
            string Narrow(string host, string user) => $"Server={host};Database=Orders;User Id={user}";
        }
        """");

    [Fact]
    public Task Speaks_once_about_a_text_that_is_used_again() => Flags(
        """
        class Warehouse
        {
            private const string Start = "Server=db.internal;Database=Orders;[|User Id=sa|];";

            string Connection(string password) => Start + "Password=" + password;
        }
        """);

    [Fact]
    public Task Flags_an_administrator_given_to_a_client() => Flags(
        """
        using Confluent.Kafka;
        using Microsoft.Data.SqlClient;
        using MongoDB.Driver;
        using Npgsql;
        using RabbitMQ.Client;

        class Clients
        {
            private const string User = "postgres";

            object Sql(string host, string password) => new SqlConnectionStringBuilder { DataSource = host, UserID = [|"sa"|], Password = password };
            object Postgres(string host, string password) => new NpgsqlConnectionStringBuilder { Host = host, Username = [|User|], Password = password };
            object Rabbit(string host, string? user) => new ConnectionFactory { HostName = host, UserName = user ?? [|"guest"|] };
            object Kafka(string host, string password) => new ProducerConfig { BootstrapServers = host, SaslUsername = [|"admin"|], SaslPassword = password };
            object Mongo(string password) => MongoCredential.CreateCredential("admin", [|"root"|], password);
            object Bus(string key) => new Azure.AzureNamedKeyCredential([|"RootManageSharedAccessKey"|], key);
            object Files(string password) => new System.Net.NetworkCredential([|"CORP\\Administrator"|], password);

            object Later(string host)
            {
                var builder = new SqlConnectionStringBuilder();
                builder["Data Source"] = host;
                builder["User ID"] = [|"sa"|];
                return builder;
            }

            void Handed(Action<string, Action<NpgsqlConnectionStringBuilder>> use) => use("db.internal", builder =>
            {
                builder.Username = [|"postgres"|];
            });
        }
        """);

    [Fact]
    public Task Allows_other_logins_and_those_to_this_machine_given_to_a_client() => Allows(
        """
        using Confluent.Kafka;
        using Microsoft.Data.SqlClient;
        using MongoDB.Driver;
        using Npgsql;
        using RabbitMQ.Client;

        class Clients
        {
            object Sql(string host, string password) => new SqlConnectionStringBuilder { DataSource = host, UserID = "loader", InitialCatalog = "admin" };
            object Local(string password) => new SqlConnectionStringBuilder { DataSource = "localhost,1433", UserID = "sa", Password = password };
            object Rabbit() => new ConnectionFactory { UserName = "guest", VirtualHost = "orders" };
            object Mongo(string password) => MongoCredential.CreateCredential("admin", "loader", password);
            object Read(Func<string, string> setting) => new NpgsqlConnectionStringBuilder { Host = setting("admin"), Username = setting("root") };

            object Later()
            {
                var builder = new NpgsqlConnectionStringBuilder();
                builder.Username = "postgres";
                builder.Host = "127.0.0.1";
                return builder;
            }

            void Handed(Action<string, Action<NpgsqlConnectionStringBuilder>> use) => use("localhost", builder =>
            {
                builder.Username = "postgres";
            });

            bool IsOwner(string user) => user == "sa" || user is "postgres";
        }
        """);

    [Theory]
    [InlineData("var blobs = [|new BlobServiceClient(address, new StorageSharedKeyCredential(\"orders\", key))|];")]
    [InlineData("var login = new StorageSharedKeyCredential(\"orders\", key); var blob = [|new BlobClient(address, login)|];")]
    [InlineData("BlobContainerClient nightly = [|new(address, new StorageSharedKeyCredential(\"orders\", key))|];")]
    [InlineData("var blobs = new BlobServiceClient(address, new StorageSharedKeyCredential(\"devstoreaccount1\", key));")]
    [InlineData("var blobs = new BlobServiceClient(address, new Azure.AzureSasCredential(key));")]
    [InlineData("var blobs = new BlobServiceClient(address);")]
    [InlineData("var login = new StorageSharedKeyCredential(\"orders\", key);")]
    [InlineData("var blob = new BlobClient(address, new StorageSharedKeyCredential(\"orders\", key)); var link = blob.GenerateSasUri(Azure.Storage.Sas.BlobSasPermissions.Read, DateTimeOffset.UtcNow);")]
    [InlineData("var other = new Other.BlobServiceClient(address, new Other.StorageSharedKeyCredential());")]
    public async Task Speaks_of_the_key_of_a_whole_account(string statement)
    {
        var text = $$"""
            using Azure.Storage;
            using Azure.Storage.Blobs;

            namespace Other
            {
                class StorageSharedKeyCredential { }
                class BlobServiceClient { public BlobServiceClient(Uri address, StorageSharedKeyCredential key) { } }
            }

            class Archive
            {
                void Open(Uri address, string key)
                {
                    {{statement}}
                }
            }
            """;
        await (statement.Contains("[|", StringComparison.Ordinal) ? Flags(text) : Allows(text));
    }

    [Fact]
    public async Task Speaks_of_the_user_where_UC1002_speaks_of_the_text()
    {
        var document = Workshop.Open("""class Warehouse { public const string Connection = "Server=db.internal;Database=Orders;User Id=sa;Password=hunter2"; }""");
        var said = await Workshop.Run(document, [.. new DiagnosticAnalyzer[] { new UC1002SecretInConnectionString(), new UC1005AdministratorLogin() }]);

        Assert.Equal(["UC1002", "UC1005"], said.Select(one => one.Id));
        Assert.Equal("User Id=sa", said[1].Location.SourceTree!.GetText().ToString(said[1].Location.SourceSpan));
        Assert.DoesNotContain("hunter2", said[1].GetMessage() + string.Join(' ', said[1].Properties.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_a_text_to_UC1002_in_which_the_user_has_no_place_of_its_own()
    {
        var document = Workshop.Open("""class Warehouse { const string Key = "User Id"; string Of(string host) => "Server=" + host + ";" + Key + "=" + "s" + "a;Password=hunter2"; }""");
        var said = await Workshop.Run(document, [.. new DiagnosticAnalyzer[] { new UC1002SecretInConnectionString(), new UC1005AdministratorLogin() }]);

        Assert.Equal(["UC1002"], said.Select(one => one.Id));
    }
}
