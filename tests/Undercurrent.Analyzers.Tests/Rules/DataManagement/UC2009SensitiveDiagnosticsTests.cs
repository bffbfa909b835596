using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2009SensitiveDiagnosticsTests : RuleTests<UC2009SensitiveDiagnostics, UC2009SensitiveDiagnosticsFix>
{
    /// <summary>Libraries whose packages are not to be had from every feed.</summary>
    private static readonly Given Libraries = new()
    {
        Sources =
        [
            ("Libraries.cs",
            """
            namespace Elasticsearch.Net
            {
                abstract class ConnectionConfiguration<T> where T : ConnectionConfiguration<T>
                {
                    public T DisableDirectStreaming(bool b = true) => throw null!;
                    public T EnableDebugMode(Action<object>? onRequestCompleted = null) => throw null!;
                    public T PrettyJson(bool b = true) => throw null!;
                }
            }
            namespace Search { class ConnectionSettings : Elasticsearch.Net.ConnectionConfiguration<ConnectionSettings> { } }
            namespace MongoDB.Driver.Core.Extensions.DiagnosticSources { class InstrumentationOptions { public bool CaptureCommandText { get; set; } } }
            namespace Microsoft.Extensions.Http.Diagnostics { enum HttpRouteParameterRedactionMode { Strict, Loose, None } }
            namespace Microsoft.Extensions.Http.Logging
            {
                class LoggingOptions
                {
                    public bool LogBody { get; set; }
                    public bool LogRequestStart { get; set; }
                    public Microsoft.Extensions.Http.Diagnostics.HttpRouteParameterRedactionMode RequestPathParameterRedactionMode { get; set; }
                }
            }
            namespace Microsoft.IdentityModel.Logging { class IdentityModelEventSource { public static bool ShowPII { get; set; } public static bool HeaderWritten { get; set; } } }
            namespace Grpc.AspNetCore.Server { class GrpcServiceOptions { public bool? EnableDetailedErrors { get; set; } } }
            namespace OpenTelemetry.Instrumentation.SqlClient
            {
                class SqlClientTraceInstrumentationOptions
                {
                    public bool RecordException { get; set; }
                    public bool SetDbQueryParameters { get; set; }
                    public bool SetDbStatementForStoredProcedure { get; set; }
                    public bool SetDbStatementForText { get; set; }
                }
            }
            namespace OpenTelemetry.Instrumentation.EntityFrameworkCore { class EntityFrameworkInstrumentationOptions { public bool SetDbStatementForText { get; set; } } }
            namespace OpenTelemetry.Instrumentation.StackExchangeRedis { class StackExchangeRedisInstrumentationOptions { public bool SetVerboseDatabaseStatements { get; set; } } }
            namespace Sentry { class SentryOptions { public string? Dsn { get; set; } public bool SendDefaultPii { get; set; } public Extensibility.RequestSize MaxRequestBodySize { get; set; } } }
            namespace Sentry.Extensibility { enum RequestSize { None, Small, Medium, Always } }
            namespace System.Web.Http { enum IncludeErrorDetailPolicy { Default, LocalOnly, Always, Never } class HttpConfiguration { public IncludeErrorDetailPolicy IncludeErrorDetailPolicy { get; set; } } }
            namespace System.ServiceModel { class ServiceBehaviorAttribute : Attribute { public bool IncludeExceptionDetailInFaults { get; set; } } }
            namespace System.ServiceModel.Description { class ServiceDebugBehavior { public bool IncludeExceptionDetailInFaults { get; set; } } }
            namespace MySql.Data.MySqlClient { class MySqlConnectionStringBuilder { public string? Server { get; set; } public bool Logging { get; set; } } }
            """),
        ],
    };

    [Theory]
    [InlineData("new DbContextOptionsBuilder().[|EnableSensitiveDataLogging|]()")]
    [InlineData("new DbContextOptionsBuilder<Shop>().[|EnableSensitiveDataLogging|]()")]
    [InlineData("new DbContextOptionsBuilder<Shop>().[|EnableSensitiveDataLogging|](true).EnableDetailedErrors()")]
    [InlineData("new DbContextOptionsBuilder<Shop>().[|EnableSensitiveDataLogging|](sensitiveDataLoggingEnabled: true)")]
    [InlineData("new DbContextOptionsBuilder<Shop>()?.[|EnableSensitiveDataLogging|]()")]
    [InlineData("new NpgsqlConnectionStringBuilder { Host = host, [|IncludeErrorDetail = true|] }")]
    [InlineData("new NpgsqlConnectionStringBuilder { Host = host, [|LogParameters = true|] }")]
    [InlineData("""new NpgsqlConnectionStringBuilder { ["Include Error Detail"] = [|true|] }""")]
    [InlineData("new NpgsqlDataSourceBuilder(host).[|EnableParameterLogging|]()")]
    [InlineData("new NpgsqlSlimDataSourceBuilder(host).[|EnableParameterLogging|](true)")]
    [InlineData("new MySql.Data.MySqlClient.MySqlConnectionStringBuilder { Server = host, [|Logging = true|] }")]
    [InlineData("new Search.ConnectionSettings().PrettyJson().[|DisableDirectStreaming|]()")]
    [InlineData("new Search.ConnectionSettings().[|EnableDebugMode|](call => Console.WriteLine(call))")]
    [InlineData("new MongoDB.Driver.Core.Extensions.DiagnosticSources.InstrumentationOptions { [|CaptureCommandText = true|] }")]
    [InlineData("new StackExchange.Redis.ConfigurationOptions { [|IncludeDetailInExceptions = true|] }")]
    [InlineData("new CsvHelper.Configuration.CsvConfiguration(System.Globalization.CultureInfo.InvariantCulture) { [|ExceptionMessagesContainRawData = true|] }")]
    [InlineData("new Confluent.Kafka.ConsumerConfig { BootstrapServers = host, [|Debug = \"all\"|] }")]
    [InlineData("new Confluent.Kafka.ProducerConfig { [|Debug = \"broker,all\"|] }")]
    [InlineData("new Dictionary<string, string> { [\"bootstrap.servers\"] = host, [|[\"debug\"] = \"all\"|] }")]
    [InlineData("new Dictionary<string, string> { { \"bootstrap.servers\", host }, [|{ \"debug\", \"all\" }|] }")]
    [InlineData("new Azure.Storage.Blobs.BlobClientOptions { Diagnostics = { [|IsLoggingContentEnabled = true|] } }")]
    [InlineData("new Azure.Storage.Blobs.BlobClientOptions { Diagnostics = { LoggedQueryParameters = { [|\"*\"|] } } }")]
    [InlineData("new Amazon.S3.AmazonS3Config { [|LogResponse = true|] }")]
    [InlineData("Amazon.AWSConfigs.LoggingConfig.LogResponses = [|Amazon.ResponseLoggingOption.Always|]")]
    [InlineData("new Microsoft.Azure.Cosmos.CosmosClientTelemetryOptions { QueryTextMode = [|Microsoft.Azure.Cosmos.QueryTextMode.All|] }")]
    [InlineData("new HttpLoggingOptions { LoggingFields = [|HttpLoggingFields.All|] }")]
    [InlineData("new HttpLoggingOptions { LoggingFields = [|HttpLoggingFields.RequestBody|] }")]
    [InlineData("new HttpLoggingOptions { LoggingFields = [|HttpLoggingFields.Response|] }")]
    [InlineData("new HttpLoggingOptions { LoggingFields = [|HttpLoggingFields.RequestPath \\| HttpLoggingFields.ResponseBody|] }")]
    [InlineData("new HttpLoggingOptions { RequestHeaders = { [|\"Authorization\"|] } }")]
    [InlineData("new Microsoft.Extensions.Http.Logging.LoggingOptions { [|LogBody = true|] }")]
    [InlineData("new Microsoft.Extensions.Http.Logging.LoggingOptions { RequestPathParameterRedactionMode = [|Microsoft.Extensions.Http.Diagnostics.HttpRouteParameterRedactionMode.None|] }")]
    [InlineData("new Microsoft.AspNetCore.SignalR.HubOptions { [|EnableDetailedErrors = true|] }")]
    [InlineData("new Grpc.AspNetCore.Server.GrpcServiceOptions { [|EnableDetailedErrors = true|] }")]
    [InlineData("new OpenTelemetry.Instrumentation.SqlClient.SqlClientTraceInstrumentationOptions { [|SetDbStatementForText = true|] }")]
    [InlineData("new OpenTelemetry.Instrumentation.SqlClient.SqlClientTraceInstrumentationOptions { [|SetDbQueryParameters = true|] }")]
    [InlineData("new OpenTelemetry.Instrumentation.EntityFrameworkCore.EntityFrameworkInstrumentationOptions { [|SetDbStatementForText = true|] }")]
    [InlineData("new OpenTelemetry.Instrumentation.StackExchangeRedis.StackExchangeRedisInstrumentationOptions { [|SetVerboseDatabaseStatements = true|] }")]
    [InlineData("new Sentry.SentryOptions { Dsn = host, [|SendDefaultPii = true|] }")]
    [InlineData("new Sentry.SentryOptions { MaxRequestBodySize = [|Sentry.Extensibility.RequestSize.Always|] }")]
    [InlineData("new System.Web.Http.HttpConfiguration { IncludeErrorDetailPolicy = [|System.Web.Http.IncludeErrorDetailPolicy.Always|] }")]
    [InlineData("new System.ServiceModel.Description.ServiceDebugBehavior { [|IncludeExceptionDetailInFaults = true|] }")]
    [InlineData("new Microsoft.Identity.Client.ConfidentialClientApplicationOptions { ClientId = host, [|EnablePiiLogging = true|] }")]
    public Task Flags_the_switch_of_a_library(string expression) => Flags(
        $$"""
        using Microsoft.AspNetCore.HttpLogging;
        using Microsoft.EntityFrameworkCore;
        using Npgsql;

        class Shop : DbContext { }

        class Clients
        {
            object? Make(string host) => {{expression.Replace("\\|", "|", StringComparison.Ordinal)}};
        }
        """, Libraries);

    [Theory]
    [InlineData("new DbContextOptionsBuilder().EnableSensitiveDataLogging(false)")]
    [InlineData("new DbContextOptionsBuilder().EnableSensitiveDataLogging(chosen)")]
    [InlineData("new DbContextOptionsBuilder().EnableDetailedErrors()")]
    [InlineData("new DbContextOptionsBuilder().LogTo(Console.WriteLine)")]
    [InlineData("new NpgsqlConnectionStringBuilder { IncludeErrorDetail = false, LogParameters = chosen }")]
    [InlineData("new NpgsqlConnectionStringBuilder { Host = \"localhost\", IncludeErrorDetail = true }")]
    [InlineData("new NpgsqlConnectionStringBuilder { IncludeFailedBatchedCommand = chosen }")]
    [InlineData("new NpgsqlDataSourceBuilder(host).EnableParameterLogging(chosen)")]
    [InlineData("new Search.ConnectionSettings().PrettyJson().DisableDirectStreaming(false)")]
    [InlineData("new StackExchange.Redis.ConfigurationOptions { IncludePerformanceCountersInExceptions = true }")]
    [InlineData("new StackExchange.Redis.ConfigurationOptions { IncludeDetailInExceptions = false }")]
    [InlineData("new CsvHelper.Configuration.CsvConfiguration(System.Globalization.CultureInfo.InvariantCulture) { ExceptionMessagesContainRawData = false }")]
    [InlineData("new Confluent.Kafka.ConsumerConfig { Debug = \"broker,topic\" }")]
    [InlineData("new Dictionary<string, string> { [\"bootstrap.servers\"] = host, [\"debug\"] = \"broker\" }")]
    [InlineData("new Dictionary<string, string> { [\"debug\"] = \"all\", [\"colour\"] = \"red\" }")]
    [InlineData("new Azure.Storage.Blobs.BlobClientOptions { Diagnostics = { IsLoggingEnabled = true, LoggedQueryParameters = { \"api-version\" } } }")]
    [InlineData("new Amazon.S3.AmazonS3Config { LogMetrics = true, LogResponse = false }")]
    [InlineData("new Microsoft.Azure.Cosmos.CosmosClientTelemetryOptions { QueryTextMode = Microsoft.Azure.Cosmos.QueryTextMode.ParameterizedOnly }")]
    [InlineData("new HttpLoggingOptions { LoggingFields = HttpLoggingFields.RequestProperties | HttpLoggingFields.ResponseStatusCode | HttpLoggingFields.Duration }")]
    [InlineData("new HttpLoggingOptions { LoggingFields = HttpLoggingFields.RequestPropertiesAndHeaders, RequestHeaders = { \"X-Request-Id\" } }")]
    [InlineData("new HttpLoggingOptions().LoggingFields.HasFlag(HttpLoggingFields.RequestBody)")]
    [InlineData("new HttpLoggingOptions().LoggingFields == HttpLoggingFields.All")]
    [InlineData("new Microsoft.Extensions.Http.Logging.LoggingOptions { LogRequestStart = true }")]
    [InlineData("new OpenTelemetry.Instrumentation.SqlClient.SqlClientTraceInstrumentationOptions { RecordException = true, SetDbStatementForStoredProcedure = true }")]
    [InlineData("new Sentry.SentryOptions { SendDefaultPii = false, MaxRequestBodySize = Sentry.Extensibility.RequestSize.None }")]
    [InlineData("new System.Web.Http.HttpConfiguration { IncludeErrorDetailPolicy = System.Web.Http.IncludeErrorDetailPolicy.LocalOnly }")]
    [InlineData("new Own { IncludeErrorDetail = true, SendDefaultPii = true }")]
    public Task Allows_a_switch_that_is_off_chosen_or_says_no_values(string expression) => Allows(
        $$"""
        using Microsoft.AspNetCore.HttpLogging;
        using Microsoft.EntityFrameworkCore;
        using Npgsql;

        class Own { public bool IncludeErrorDetail { get; set; } public bool SendDefaultPii { get; set; } }

        class Clients
        {
            object? Make(string host, bool chosen) => {{expression}};
        }
        """, Libraries);

    [Theory]
    [InlineData("Host=db.internal;Database=orders;Username=loader;[|Include Error Detail=true|]")]
    [InlineData("Host=db.internal;Database=orders;[|IncludeErrorDetail=True|];SSL Mode=VerifyFull")]
    [InlineData("Host=db.internal;Database=orders;[|Include Error Details=true|]")]
    [InlineData("Host=db.internal;Database=orders;[|Log Parameters=true|];Pooling=true")]
    [InlineData("Server=db.internal;Database=orders;Uid=loader;[|logging=true|]")]
    public Task Flags_the_setting_of_a_connection_string(string text) => Flags($$"""class Warehouse { public const string Connection = "{{text}}"; }""");

    [Theory]
    [InlineData("Host=db.internal;Database=orders;Include Error Detail=false")]
    [InlineData("Host=db.internal;Database=orders;Include Error Detail={0}")]
    [InlineData("Host=localhost;Database=orders;Include Error Detail=true")]
    [InlineData("Host=127.0.0.1;Port=5432;Database=orders;Log Parameters=true")]
    [InlineData("Set Include Error Detail=true to see more")]
    public Task Allows_a_text_that_keeps_quiet_or_stays_on_the_machine(string text) => Allows($$"""class Warehouse { public const string Connection = "{{text}}"; }""");

    [Fact]
    public Task Flags_a_setting_added_to_a_text_known_at_run_time() => Flags(
        """
        class Warehouse
        {
            string Orders(string host) => $"Host={host};Database=orders;[|Include Error Detail=true|]";

            string Stock(string connection) => connection + ";[|Log Parameters=true|]";
        }
        """);

    [Fact]
    public Task Flags_what_is_registered_and_what_is_set_afterwards() => Flags(
        """
        using Microsoft.AspNetCore.HttpLogging;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.IdentityModel.Logging;

        class Shop : DbContext
        {
            public Shop(DbContextOptions<Shop> options) : base(options) { }

            protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.[|EnableSensitiveDataLogging|]();
        }

        class Startup
        {
            const bool Talkative = true;

            void Configure(IServiceCollection services, string connection)
            {
                services.AddDbContext<Shop>(options => options.UseSqlServer(connection).[|EnableSensitiveDataLogging|](Talkative));
                services.AddDbContextPool<Shop>((provider, options) =>
                {
                    options.UseSqlServer(connection);
                    options.[|EnableSensitiveDataLogging|]();
                });
                services.AddHttpLogging(logging =>
                {
                    logging.LoggingFields |= [|HttpLoggingFields.RequestBody|];
                    [|logging.RequestHeaders.Add("Cookie")|];
                });
                [|IdentityModelEventSource.ShowPII = true|];
                var client = new Azure.Storage.Blobs.BlobClientOptions();
                var content = true;
                [|client.Diagnostics.IsLoggingContentEnabled = content|];
                [|client.Diagnostics.LoggedHeaderNames.Add("*")|];
            }
        }
        """, Libraries);

    [Fact]
    public Task Flags_an_attribute_that_says_so() => Flags(
        """
        using Microsoft.AspNetCore.HttpLogging;
        using System.ServiceModel;

        [HttpLogging([|HttpLoggingFields.All|])]
        class Orders { }

        [ServiceBehavior([|IncludeExceptionDetailInFaults = true|])]
        class Service { }

        [HttpLogging(HttpLoggingFields.RequestPath)]
        class Health { }
        """, Libraries);

    [Theory]
    [InlineData("if (environment.IsDevelopment()) options.EnableSensitiveDataLogging();")]
    [InlineData("if (environment.IsDevelopment()) { options.UseSqlServer(\"\"); options.EnableSensitiveDataLogging(); }")]
    [InlineData("if (!environment.IsProduction()) options.EnableSensitiveDataLogging();")]
    [InlineData("if (environment.IsProduction()) { } else options.EnableSensitiveDataLogging();")]
    [InlineData("if (environment.EnvironmentName == \"Development\") options.EnableSensitiveDataLogging();")]
    [InlineData("if (!environment.IsDevelopment()) return; options.EnableSensitiveDataLogging();")]
    [InlineData("if (Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == \"Development\") options.EnableSensitiveDataLogging();")]
    [InlineData("options.EnableSensitiveDataLogging(environment.IsDevelopment());")]
    [InlineData("options.EnableSensitiveDataLogging(configuration.GetValue<bool>(\"Orders:Sensitive\"));")]
    [InlineData("if (configuration.GetValue<bool>(\"Orders:SensitiveLogging\")) options.EnableSensitiveDataLogging();")]
    [InlineData("var source = environment.IsDevelopment() ? new Npgsql.NpgsqlDataSourceBuilder().EnableParameterLogging() : new Npgsql.NpgsqlDataSourceBuilder();")]
    [InlineData("new HttpLoggingOptions().LoggingFields = environment.IsDevelopment() ? HttpLoggingFields.All : HttpLoggingFields.RequestPath;")]
    [InlineData("services.Configure<HttpLoggingOptions>(logging => { if (environment.IsDevelopment()) logging.LoggingFields = HttpLoggingFields.All; });")]
    [InlineData("options.UseNpgsql(\"Host=localhost;Database=orders\").EnableSensitiveDataLogging();")]
    public Task Allows_what_a_developer_alone_turns_on(string statement) => Allows(
        $$"""
        using Microsoft.AspNetCore.HttpLogging;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        class Startup
        {
            void Configure(DbContextOptionsBuilder options, IHostEnvironment environment, IConfiguration configuration, IServiceCollection services)
            {
                {{statement}}
            }
        }
        """);

    [Theory]
    [InlineData("if (environment.IsProduction()) options.[|EnableSensitiveDataLogging|]();")]
    [InlineData("if (!environment.IsDevelopment()) options.[|EnableSensitiveDataLogging|]();")]
    [InlineData("if (environment.IsDevelopment()) { } else options.[|EnableSensitiveDataLogging|]();")]
    [InlineData("if (!options.IsConfigured) options.UseSqlServer(connection).[|EnableSensitiveDataLogging|]();")]
    [InlineData("if (environment.IsDevelopment()) { } options.[|EnableSensitiveDataLogging|]();")]
    public Task Flags_under_a_condition_that_says_something_else(string statement) => Flags(
        $$"""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Hosting;

        class Startup
        {
            void Configure(DbContextOptionsBuilder options, IHostEnvironment environment, string connection)
            {
                {{statement}}
            }
        }
        """);

    [Fact]
    public Task Allows_code_of_the_debug_build_and_of_tools() => Allows(
        """
        #define DEBUG
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Design;

        class Shop : DbContext
        {
            public Shop(DbContextOptions<Shop> options) : base(options) { }

            protected override void OnConfiguring(DbContextOptionsBuilder options)
            {
        #if DEBUG
                options.EnableSensitiveDataLogging();
        #endif
            }
        }

        class ShopFactory : IDesignTimeDbContextFactory<Shop>
        {
            public Shop CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<Shop>().EnableSensitiveDataLogging().Options);
        }
        """);

    [Fact]
    public Task Asks_every_caller_of_a_helper() => Flags(
        """
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Hosting;

        class Startup
        {
            void Configure(DbContextOptionsBuilder options, IHostEnvironment environment)
            {
                if (environment.IsDevelopment())
                    Talk(options);

                Chatter(options);
            }

            static void Talk(DbContextOptionsBuilder options) => options.EnableSensitiveDataLogging();

            static void Chatter(DbContextOptionsBuilder options) => options.[|EnableSensitiveDataLogging|]();
        }
        """);

    [Fact]
    public Task Flags_top_level_statements() => Flags(
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDbContext<Shop>(options => options.UseSqlServer("").[|EnableSensitiveDataLogging|]());
        builder.Services.AddSignalR(options => [|options.EnableDetailedErrors = true|]);
        builder.Build().Run();

        class Shop : DbContext { }
        """, new() { Exe = true });

    [Fact]
    public Task Fixes_by_asking_the_environment_in_reach() => Fixes(
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.HttpLogging;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDbContext<Shop>(options => options.UseSqlServer("").[|EnableSensitiveDataLogging|]());
        builder.Services.AddDbContext<Stock>(options => options.UseSqlServer("").[|EnableSensitiveDataLogging|](true));
        builder.Services.AddSignalR(options => [|options.EnableDetailedErrors = true|]);
        builder.Services.AddHttpLogging(logging =>
        {
            // What came in.
            logging.LoggingFields = [|HttpLoggingFields.All|];
            [|logging.RequestHeaders.Add("Authorization")|];
        });
        builder.Build().Run();

        class Shop : DbContext { }
        class Stock : DbContext { }
        """,
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.HttpLogging;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDbContext<Shop>(options => options.UseSqlServer("").EnableSensitiveDataLogging(builder.Environment.IsDevelopment()));
        builder.Services.AddDbContext<Stock>(options => options.UseSqlServer("").EnableSensitiveDataLogging(builder.Environment.IsDevelopment()));
        builder.Services.AddSignalR(options => options.EnableDetailedErrors = builder.Environment.IsDevelopment());
        builder.Services.AddHttpLogging(logging =>
        {
            // What came in.
            if (builder.Environment.IsDevelopment())
                logging.LoggingFields = HttpLoggingFields.All;
            if (builder.Environment.IsDevelopment())
                logging.RequestHeaders.Add("Authorization");
        });
        builder.Build().Run();

        class Shop : DbContext { }
        class Stock : DbContext { }
        """, new() { Exe = true });

    [Fact]
    public Task Fixes_by_asking_the_environment_a_class_was_given() => Fixes(
        """
        using Microsoft.Extensions.Hosting;
        using Npgsql;

        class Sources
        {
            private readonly IHostEnvironment environment;

            public Sources(IHostEnvironment environment) => this.environment = environment;

            public NpgsqlConnectionStringBuilder Orders(string host) => new() { Host = host, [|IncludeErrorDetail = true|] };

            public NpgsqlDataSource Stock(string connection) => new NpgsqlDataSourceBuilder(connection).[|EnableParameterLogging|]().Build();
        }
        """,
        """
        using Microsoft.Extensions.Hosting;
        using Npgsql;

        class Sources
        {
            private readonly IHostEnvironment environment;

            public Sources(IHostEnvironment environment) => this.environment = environment;

            public NpgsqlConnectionStringBuilder Orders(string host) => new() { Host = host, IncludeErrorDetail = environment.IsDevelopment() };

            public NpgsqlDataSource Stock(string connection) => new NpgsqlDataSourceBuilder(connection).EnableParameterLogging(environment.IsDevelopment()).Build();
        }
        """);

    [Fact]
    public Task Fixes_by_leaving_it_out() => Fixes(
        """
        using Microsoft.EntityFrameworkCore;
        using Npgsql;

        class Shop : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options)
            {
                options.UseSqlServer("").[|EnableSensitiveDataLogging|]();
                options.[|EnableSensitiveDataLogging|]();
            }

            NpgsqlConnectionStringBuilder Orders(string host) => new() { Host = host, [|LogParameters = true|] };
        }
        """,
        """
        using Microsoft.EntityFrameworkCore;
        using Npgsql;

        class Shop : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options)
            {
                options.UseSqlServer("");
            }

            NpgsqlConnectionStringBuilder Orders(string host) => new() { Host = host };
        }
        """);

    [Fact]
    public Task Fixes_by_turning_a_setting_off() => Fixes(
        """
        using Npgsql;

        class Warehouse
        {
            const string Orders = "Host=db.internal;Database=orders;[|Include Error Detail=true|];[|Log Parameters=true|]";

            object Stock() => new NpgsqlConnectionStringBuilder { ["Include Error Detail"] = [|true|] };
        }
        """,
        """
        using Npgsql;

        class Warehouse
        {
            const string Orders = "Host=db.internal;Database=orders;Include Error Detail=false;Log Parameters=false";

            object Stock() => new NpgsqlConnectionStringBuilder { ["Include Error Detail"] = false };
        }
        """);

    [Theory]
    [InlineData("if (options.IsConfigured) options.[|EnableSensitiveDataLogging|]();")]
    [InlineData("Use(one => one.[|EnableSensitiveDataLogging|]());")]
    public Task Offers_no_fix_where_nothing_would_be_left(string statement) => OffersNoFix(
        $$"""
        using Microsoft.EntityFrameworkCore;

        class Shop : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options)
            {
                {{statement}}
            }

            static void Use(Action<DbContextOptionsBuilder> set) { }
        }
        """);

    [Fact]
    public Task Offers_no_fix_for_a_value_of_an_attribute() => OffersNoFix(
        """
        using Microsoft.AspNetCore.HttpLogging;

        [HttpLogging([|HttpLoggingFields.All|])]
        class Orders { }
        """);

    [Fact]
    public Task Is_silent_without_the_library() => Allows(
        """
        class Options { public Options EnableSensitiveDataLogging() => this; public bool SendDefaultPii { get; set; } }

        class Startup
        {
            object Configure() => new Options { SendDefaultPii = true }.EnableSensitiveDataLogging();
        }
        """, new() { Bare = true });

    [Fact]
    public async Task Says_nothing_of_what_else_a_connection_string_holds()
    {
        var document = Workshop.Open("""class Warehouse { const string Orders = "Host=db.internal;Username=quokka;Password=quokka-7;Include Error Detail=true"; }""");
        var said = await Workshop.Run(document, new UC2009SensitiveDiagnostics());

        Assert.All(said, one => Assert.DoesNotContain("quokka", one.GetMessage(CultureInfo.InvariantCulture) + string.Concat(one.Properties), StringComparison.Ordinal));
        Assert.Single(said);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("undercurrent.test_projects = included", 1)]
    public async Task Is_silent_in_a_test_project_until_it_is_included(string config, int findings)
    {
        var document = Workshop.Open("""class Warehouse { const string Orders = "Host=db.internal;Database=orders;Include Error Detail=true"; }""", new() { EditorConfig = config });
        var project = document.Project.AddMetadataReference(CSharpCompilation.Create("xunit.core").ToMetadataReference());

        Assert.Equal(findings, (await Workshop.Run(project.GetDocument(document.Id)!, new UC2009SensitiveDiagnostics())).Length);
    }
}
