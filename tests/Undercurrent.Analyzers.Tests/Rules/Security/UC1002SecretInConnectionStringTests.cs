using Undercurrent.Analyzers.Rules.Security;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.Security;

public sealed class UC1002SecretInConnectionStringTests : RuleTests<UC1002SecretInConnectionString, UC1002SecretInConnectionStringFix>
{
    [Theory]
    [InlineData("Server=tcp:db.internal,1433;Database=Orders;User ID=loader;Password=hunter2;Encrypt=True")]
    [InlineData("Data Source=db;Initial Catalog=Orders;UID=loader;PWD=hunter2")]
    [InlineData("Server=.;Database=Orders;User Id=sa;Password='hunt;er2';")]
    [InlineData("Host=db;Username=loader;Password=changeme;SSL Mode=Require")]
    [InlineData("Driver={PostgreSQL};Server=db;Uid=loader;Pwd={hunt;er2}")]
    [InlineData("User Id=loader;Password=hunter2;Data Source=//db:1521/orders")]
    [InlineData("Data Source=orders.db;Password=hunter2")]
    [InlineData("account=ab12345;user=loader;password=hunter2;db=ORDERS")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=orders;AccountKey=bm90IGEga2V5;EndpointSuffix=core.windows.net")]
    [InlineData("BlobEndpoint=https://orders.blob.core.windows.net/;SharedAccessSignature=sv=2024-01-01&sig=bm90IGEga2V5")]
    [InlineData("Endpoint=sb://orders.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=bm90IGEga2V5")]
    [InlineData("AccountEndpoint=https://orders.documents.azure.com:443/;AccountKey=bm90IGEga2V5;")]
    [InlineData("HostName=orders.azure-devices.net;DeviceId=d1;SharedAccessKey=bm90IGEga2V5")]
    [InlineData("Endpoint=https://orders.azconfig.io;Id=abc;Secret=bm90IGEga2V5")]
    [InlineData("cache.internal:6380,password=hunter2,ssl=True,abortConnect=False")]
    [InlineData("localhost,password=hunter2")]
    [InlineData("host=db user=loader password=hunter2 dbname=orders")]
    [InlineData("SELECT * FROM dblink('host=db user=loader password=hunter2', 'SELECT 1')")]
    [InlineData("INSERT INTO OPENROWSET('MSOLEDBSQL', 'Server=db;Uid=loader;Pwd=hunter2;', 'SELECT 1') SELECT 1")]
    [InlineData("Select=1;Server=db;Uid=loader;Pwd=hunter2")]
    [InlineData("mongodb://loader:hunter2@db.internal:27017/orders")]
    [InlineData("mongodb+srv://loader:hunter2@cluster0.internal/orders?retryWrites=true")]
    [InlineData("amqps://loader:hunter2@broker.internal/orders")]
    [InlineData("postgres://postgres:postgres@db:5432/orders")]
    [InlineData("redis://:hunter2@cache:6379/0")]
    [InlineData("sftp://loader:hunter2@files.internal/in")]
    [InlineData("https://loader:hunter2@api.internal/v1")]
    [InlineData("https://api.internal/v1?format=csv&api_key=n1ghtl0ader7")]
    [InlineData("https://api.internal/v1?access_token=n1ghtl0ader7#top")]
    [InlineData("jdbc:postgresql://db/orders?user=loader&password=hunter2")]
    [InlineData("org.apache.kafka.common.security.plain.PlainLoginModule required username='loader' password='hunter2';")]
    public Task Flags_a_connection_string_with_a_secret(string text) => Flags(
        $$"""
        class Warehouse
        {
            public const string Connection = [|"{{text}}"|];
        }
        """);

    [Theory]
    [InlineData("Server=db;Database=Orders;Integrated Security=true")]
    [InlineData("Server=db;Database=Orders;Authentication=Active Directory Default")]
    [InlineData("Server=db;User Id=loader;Password=")]
    [InlineData("Server=db;User Id=loader;Password=;Encrypt=True")]
    [InlineData("Server=db;User Id=loader;Password={0}")]
    [InlineData("Server=db;User Id=loader;Password=${DB_PASSWORD}")]
    [InlineData("Server=db;User Id=loader;Password=#{DbPassword}#")]
    [InlineData("Server=db;User Id=loader;Password=<password>")]
    [InlineData("Server=db;User Id=loader;Password=your_password")]
    [InlineData("Server=db;User Id=loader;Password=****")]
    [InlineData("Server=db;User Id=loader;Password=%DB_PASSWORD%")]
    [InlineData("Data Source=orders.db;Cache=Shared")]
    [InlineData("UseDevelopmentStorage=true")]
    [InlineData("Endpoint=sb://localhost;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;")]
    [InlineData("amqp://guest:guest@localhost:5672/")]
    [InlineData("mongodb://localhost:27017")]
    [InlineData("mongodb://{user}:{password}@db")]
    [InlineData("https://example.org/a:b@c")]
    [InlineData("mail to loader@example.org = fine; password = none of your business")]
    [InlineData("UPDATE users SET password = 'x' WHERE id = 1;")]
    [InlineData("UPDATE users SET Password='x', Host='y'")]
    [InlineData("UPDATE users SET Password = 'x9y8z7w6', Host = 'y' WHERE User='z'")]
    [InlineData("  select 1 from users where user='loader' and password='hunter2' ")]
    [InlineData("SET Password='hunter2', Host='db', Port=1;")]
    [InlineData("SELECT * FROM dblink('host=db user=loader dbname=orders', 'SELECT 1')")]
    [InlineData("/* fill */ -- all\\nUPDATE users SET Password='x9y8', Host='y'")]
    [InlineData("WITH x AS (SELECT 1) UPDATE users SET Password='x9y8', Host='y'")]
    [InlineData("token=a1b2c3d4; Path=/; Secure; Version=1")]
    [InlineData("took Timeout=30 token=abcd1234")]
    [InlineData("https://api.internal/v1?api_key={key}")]
    [InlineData("https://api.internal/v1?api_key=DEMO_KEY&format=csv")]
    [InlineData("https://api.internal/v1?page=a1b2c3d4e5")]
    [InlineData("localhost:6379,abortConnect=false")]
    [InlineData("password=hunter2")]
    [InlineData("InstrumentationKey=6f9619ff-8b86-d011-b42d-00c04fc964ff;IngestionEndpoint=https://x/")]
    [InlineData("usage: load --to \\\"Server=<host>;User Id=<user>;Password=<password>\\\"")]
    [InlineData("grant_type=client_credentials&scope=orders")]
    [InlineData("Password=([^;]*);User Id=loader")]
    [InlineData("Set Password=<value>;User Id=<value> in the connection string")]
    public Task Allows_a_text_without_a_secret(string text) => Allows(
        $$"""
        class Warehouse
        {
            public const string Connection = "{{text}}";
        }
        """);

    [Fact]
    public Task Allows_the_emulators_key() => Allows(
        $$"""
        class Store
        {
            const string Local = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={{"Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1" + "OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="}};BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;";
        }
        """);

    [Theory]
    [InlineData("""[|"Host=db;Username=loader;" + "Password=hunter2"|]""")]
    [InlineData("""[|"Host=" + host + ";Username=loader;Password=hunter2"|]""")]
    [InlineData("""[|$"Host={host};Username=loader;Password=hunter2"|]""")]
    [InlineData("""[|$"Host={host};Username=loader;Password={Word}"|]""")]
    [InlineData("""[|$"Host={host};Username=loader;Password={Elsewhere.Word}"|]""")]
    [InlineData("""[|$"amqp://loader:{Word}@{host}/"|]""")]
    [InlineData("""[|string.Format("Host={0};Username=loader;Password={1}", host, "hunter2")|]""")]
    [InlineData("""[|string.Concat("Host=", host, ";Username=loader;Password=", Word)|]""")]
    [InlineData("""[|string.Join(";", "Host=db", "Username=loader", "Password=hunter2")|]""")]
    [InlineData(""""[|"""Host=db;Username=loader;Password=hunter2"""|]"""")]
    [InlineData("""[|@"Server=.\SQLEXPRESS;User Id=loader;Password=hunter2"|]""")]
    [InlineData("""new Npgsql.NpgsqlConnection([|"Host=db;Username=loader;Password=hunter2"|])""")]
    [InlineData("""new Npgsql.NpgsqlConnectionStringBuilder([|"Host=db;Username=loader;Password=hunter2"|])""")]
    [InlineData("""new Npgsql.NpgsqlConnection { ConnectionString = [|"Password=hunter2"|] }""")]
    [InlineData("""new Uri([|"amqp://loader:hunter2@db"|])""")]
    [InlineData("""host ?? [|"Host=db;Username=loader;Password=hunter2"|]""")]
    public Task Flags_a_text_that_is_put_together(string expression) => Flags(
        $$"""
        class Warehouse
        {
            const string Word = "hunter2";

            object Connect(string host) => {{expression}};
        }
        """,
        new() { Sources = [("Elsewhere.cs", """static class Elsewhere { public static readonly string Word = "hunter2"; }""")] });

    [Theory]
    [InlineData("""$"Host={host};Username=loader;Password={word}" """)]
    [InlineData("""$"Host={host};Username=loader;Password={word}!" """)]
    [InlineData(""" "Host=db;Username=loader;Password=" + word """)]
    [InlineData("""string.Format("Host={0};Username=loader;Password={1}", host, word)""")]
    [InlineData("""$"mongodb://loader:{Uri.EscapeDataString(word)}@{host}" """)]
    [InlineData("""new Npgsql.NpgsqlConnectionStringBuilder("Host=db;Username=loader") { Password = word }""")]
    [InlineData("""Base + "Pooling=false" """)]
    public Task Allows_a_password_from_elsewhere(string expression) => Allows(
        $$"""
        class Warehouse
        {
            const string Base = "Host=db;Username=loader;";

            object Connect(string host, string word) => {{expression}};
        }
        """);

    [Fact]
    public Task Says_a_shared_text_once() => Flags(
        """
        class Warehouse
        {
            const string Base = [|"Host=db;Username=loader;Password=hunter2;"|];
            const string Open = "Host=db;Username=loader;Password=";
            const string Closed = [|Open + "hunter2"|];

            object Connect() => new Npgsql.NpgsqlConnection(Base);
            object Other() => new Npgsql.NpgsqlConnection(Base + "Pooling=false");
        }
        """);

    [Fact]
    public Task Flags_in_a_project_without_libraries() => Flags(
        """
        class Warehouse
        {
            public string Connection { get; } = [|"Host=db;Username=loader;Password=hunter2"|];
        }
        """,
        new() { Bare = true });

    [Fact]
    public Task Fixes_by_the_configuration_in_reach() => Fixes(
        """
        using Microsoft.Extensions.Configuration;
        using Npgsql;

        record OrderLoader(IConfiguration configuration)
        {
            object Connect()
            {
                // the night's only connection
                var ordersConnectionString = [|"Host=db;Username=loader;Password=hunter2"|];
                return new NpgsqlConnection(ordersConnectionString);
            }

            object Other(string host) => new NpgsqlConnection([|$"Host={host};Username=loader;Password=hunter2"|] /* host by night */);

            string Folder => configuration["Folder"] ?? "in";
        }
        """,
        """
        using Microsoft.Extensions.Configuration;
        using Npgsql;

        record OrderLoader(IConfiguration configuration)
        {
            object Connect()
            {
                // the night's only connection
                var ordersConnectionString = configuration.GetConnectionString("Orders") ?? throw new InvalidOperationException("Connection string 'Orders' is missing.");
                return new NpgsqlConnection(ordersConnectionString);
            }

            object Other(string host) => new NpgsqlConnection(configuration.GetConnectionString("OrderLoader") ?? throw new InvalidOperationException("Connection string 'OrderLoader' is missing.") /* host by night */);

            string Folder => configuration["Folder"] ?? "in";
        }
        """);

    [Fact]
    public Task Fixes_a_class_beside_top_level_statements() => Fixes(
        """
        using Microsoft.Extensions.Configuration;

        var builder = new ConfigurationManager();
        Console.WriteLine(builder);

        class OrderLoader
        {
            object Connect() => new Npgsql.NpgsqlConnection([|"Host=db;Username=loader;Password=hunter2"|]);
        }
        """,
        """
        using Microsoft.Extensions.Configuration;

        var builder = new ConfigurationManager();
        Console.WriteLine(builder);

        class OrderLoader
        {
            object Connect() => new Npgsql.NpgsqlConnection(Environment.GetEnvironmentVariable("ORDER_LOADER_CONNECTION_STRING") ?? throw new InvalidOperationException("Environment variable 'ORDER_LOADER_CONNECTION_STRING' is missing."));
        }
        """,
        new() { Exe = true });

    [Fact]
    public Task Fixes_by_the_environment_where_no_configuration_is_in_reach() => Fixes(
        """
        using Npgsql;

        class OrderLoader
        {
            public const string ConnectionString = [|"Host=db;Username=loader;Password=hunter2"|];
            static readonly Uri Broker = new([|"amqp://loader:hunter2@db"|]);

            object Connect() => new NpgsqlConnection(ConnectionString);
        }
        """,
        """
        using Npgsql;

        class OrderLoader
        {
            public static readonly string ConnectionString = Environment.GetEnvironmentVariable("ORDER_LOADER_CONNECTION_STRING") ?? throw new InvalidOperationException("Environment variable 'ORDER_LOADER_CONNECTION_STRING' is missing.");
            static readonly Uri Broker = new(Environment.GetEnvironmentVariable("ORDER_LOADER_CONNECTION_STRING") ?? throw new InvalidOperationException("Environment variable 'ORDER_LOADER_CONNECTION_STRING' is missing."));

            object Connect() => new NpgsqlConnection(ConnectionString);
        }
        """);

    [Fact]
    public Task Offers_no_fix_for_a_default_argument() => OffersNoFix(
        """
        class OrderLoader
        {
            void Connect(string to = [|"Host=db;Username=loader;Password=hunter2"|]) => Console.WriteLine(to);
        }
        """);

    [Fact]
    public Task Fixes_by_connecting_without_a_password() => Fixes(
        """
        using Microsoft.Data.SqlClient;
        using Npgsql;

        class OrderLoader
        {
            object Sql() => new SqlConnection([|"Server=db.internal;Database=orders;User ID=loader;Password=hunter2;Encrypt=True;"|] /* by night */);
            object Instance() => new SqlConnection([|@"Server=db\night;Database=orders;User ID=loader;Password=hunter2"|]);
            object Postgres() => new NpgsqlConnection([|"Host=db.internal;Username=loader;Password=hunter2"|]);
        }
        """,
        """
        using Microsoft.Data.SqlClient;
        using Npgsql;

        class OrderLoader
        {
            object Sql() => new SqlConnection("Server=db.internal;Database=orders;Encrypt=True;Authentication=Active Directory Default;" /* by night */);
            object Instance() => new SqlConnection(@"Server=db\night;Database=orders;Authentication=Active Directory Default");
            object Postgres() => new NpgsqlConnection("Host=db.internal;Username=loader");
        }
        """,
        new() { FixKey = "UC1002.passwordless" });

    [Fact]
    public Task Fixes_by_the_clouds_credential_chain() => Fixes(
        """
        using Azure.Storage.Blobs;
        using Microsoft.Azure.Cosmos;

        class Lake
        {
            object Blobs() => new BlobServiceClient([|"DefaultEndpointsProtocol=https;AccountName=orders;AccountKey=bm90IGEga2V5;EndpointSuffix=core.windows.net"|]);
            object Documents(CosmosClientOptions options) => new CosmosClient([|"AccountEndpoint=https://orders.documents.azure.com:443/;AccountKey=bm90IGEga2V5;"|], options);
        }
        """,
        """
        using Azure.Identity;
        using Azure.Storage.Blobs;
        using Microsoft.Azure.Cosmos;

        class Lake
        {
            object Blobs() => new BlobServiceClient(new Uri("https://orders.blob.core.windows.net"), new DefaultAzureCredential());
            object Documents(CosmosClientOptions options) => new CosmosClient("https://orders.documents.azure.com:443/", new DefaultAzureCredential(), options);
        }
        """,
        new() { FixKey = "UC1002.chain" });

    [Fact]
    public Task Flags_what_is_added_to_a_text() => Flags(
        """
        class Warehouse
        {
            const string Login = "Password=hunter2";
            const string Word = "hunter2";

            string First() => [|"Host=db;Username=loader;" + Login|];

            string Second(string host)
            {
                var text = "Host=" + host + ";Username=loader;";
                text += [|"Password=hunter2;"|];
                text += "Pooling=false";
                text += [|";password=hunter3"|];
                return text;
            }

            string Third() => new System.Text.StringBuilder("Host=db;").Append([|"Password=hunter2;"|]).Append([|"token=a1b2c3d4"|]).ToString();

            string Fourth(System.Text.StringBuilder text)
            {
                text.Append("Server=db;").Append("Database=orders;");
                text.Append("Uid=loader;");
                return text.Append([|"Pwd=hunter2"|]).ToString();
            }

            string Fifth(string host)
            {
                var text = $"Host={host};Username=loader";
                text = [|text + ";" + Login|];
                return text;
            }

            string Sixth(string connectionString) => [|connectionString + ";Password=hunter2"|];

            string Seventh(string connectionString, string word)
            {
                connectionString += [|$"Password={Word}"|];
                return connectionString + $"Password={word}";
            }
        }
        """);

    [Theory]
    [InlineData("""var text = "name=orders;"; text += "password=hunter2"; return text;""")]
    [InlineData("""var text = "Host=db"; text += "Password=hunter2"; return text;""")]
    [InlineData("""var text = "Host=db;Username=loader;"; text += "Password="; return text + given;""")]
    [InlineData("""var text = "Host=db;Username=loader;"; text += "Password=<password>"; return text;""")]
    [InlineData("""var text = "Host=db;Username=loader;"; text = "see "; text += "password=hunter2"; return text;""")]
    [InlineData("""var text = "UPDATE users SET Host='db';"; text += "Password='hunter2'"; return text;""")]
    [InlineData("""var text = new System.Text.StringBuilder("id=7;"); text.Append("token=a1b2c3d4"); return text.ToString();""")]
    [InlineData("""given += "password=hunter2"; return given + ";token=a1b2c3d4";""")]
    public Task Allows_what_is_added_to_another_text(string body) => Allows(
        $$"""
        class Warehouse
        {
            string Connect(string given)
            {
                {{body}}
            }
        }
        """);

    [Fact]
    public Task Offers_no_fix_for_a_part_of_a_text() => OffersNoFix(
        """
        class Warehouse
        {
            string Connect(System.Text.StringBuilder text, string host)
            {
                var other = "Host=" + host + ";";
                other += [|"Password=hunter2"|];
                return other + text.Append("Host=db;").Append([|"Password=hunter2"|]);
            }
        }
        """);

    [Fact]
    public Task Flags_and_fixes_a_text_of_bytes() => Fixes(
        """
        class Warehouse
        {
            ReadOnlySpan<byte> Connection => [|"Host=db;Username=loader;Password=hunter2"u8|];
            ReadOnlySpan<byte> Open => "Host=db;Username=loader"u8;
        }
        """,
        """
        using System.Text;

        class Warehouse
        {
            ReadOnlySpan<byte> Connection => Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("WAREHOUSE_CONNECTION_STRING") ?? throw new InvalidOperationException("Environment variable 'WAREHOUSE_CONNECTION_STRING' is missing."));
            ReadOnlySpan<byte> Open => "Host=db;Username=loader"u8;
        }
        """);
}
