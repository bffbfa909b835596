using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

public sealed class UC6014ClientPerCallTests : RuleTests<UC6014ClientPerCall>
{
    private static readonly Given Program = new() { Exe = true };

    [Theory]
    [InlineData("using var http = [|new HttpClient()|]; return await http.GetStringAsync(at);")]
    [InlineData("using (var http = [|new HttpClient { BaseAddress = new Uri(at) }|]) { return await http.GetStringAsync(\"orders\"); }")]
    [InlineData("var http = [|new HttpClient()|]; return await http.GetStringAsync(at);")]
    [InlineData("using HttpClient http = [|new()|]; return await http.GetStringAsync(at);")]
    [InlineData("return await [|new HttpClient()|].GetStringAsync(at);")]
    [InlineData("using var http = [|new HttpClient(new HttpClientHandler())|]; return await http.GetStringAsync(at);")]
    [InlineData("using var client = [|new RestSharp.RestClient(at)|]; return (await client.ExecuteAsync(new RestSharp.RestRequest())).Content!;")]
    [InlineData("var orders = [|new MongoDB.Driver.MongoClient(at)|].GetDatabase(\"shop\").GetCollection<string>(\"orders\"); await orders.InsertOneAsync(at); return at;")]
    [InlineData("using var cosmos = [|new Microsoft.Azure.Cosmos.CosmosClient(at)|]; return cosmos.GetContainer(\"shop\", \"orders\").Id;")]
    [InlineData("using var s3 = [|new Amazon.S3.AmazonS3Client()|]; return (await s3.ListBucketsAsync()).ToString()!;")]
    [InlineData("var dynamo = [|new Amazon.DynamoDBv2.AmazonDynamoDBClient()|]; return (await dynamo.ListTablesAsync()).ToString()!;")]
    [InlineData("var blobs = [|new Azure.Storage.Blobs.BlobServiceClient(at)|]; await blobs.GetBlobContainerClient(\"orders\").CreateIfNotExistsAsync(); return at;")]
    [InlineData("using var redis = await [|StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(at)|]; return (await redis.GetDatabase().StringGetAsync(\"order\")).ToString();")]
    [InlineData("await using var connection = await [|new RabbitMQ.Client.ConnectionFactory().CreateConnectionAsync()|]; return connection.ToString()!;")]
    public Task Flags_a_client_of_one_call(string body) => Flags(
        $$"""
        class Orders
        {
            public async Task<string> Load(string at)
            {
                {{body}}
            }
        }
        """);

    [Theory]
    [InlineData("return await shared.GetStringAsync(at);")]
    [InlineData("held ??= new HttpClient(); return await held.GetStringAsync(at);")]
    [InlineData("if (held is null) { held = new HttpClient(); } return await held.GetStringAsync(at);")]
    [InlineData("var http = new HttpClient(); held = http; return await http.GetStringAsync(at);")]
    [InlineData("using var http = new HttpClient(handler, disposeHandler: false); return await http.GetStringAsync(at);")]
    [InlineData("var made = pool.GetOrAdd(at, key => new HttpClient { BaseAddress = new Uri(key) }); return await made.GetStringAsync(at);")]
    [InlineData("using var request = new HttpRequestMessage(); return await (await shared.SendAsync(request)).Content.ReadAsStringAsync();")]
    [InlineData("var lazy = new Lazy<HttpClient>(() => new HttpClient()); return await lazy.Value.GetStringAsync(at);")]
    [InlineData("foreach (var shop in at.Split(';')) { var mongo = new MongoDB.Driver.MongoClient(shop); await mongo.DropDatabaseAsync(\"staging\"); } return at;")]
    [InlineData("using var connection = new Microsoft.Data.SqlClient.SqlConnection(at); await connection.OpenAsync(); return at;")]
    public Task Allows_a_client_that_is_shared(string body) => Allows(
        $$"""
        using System.Collections.Concurrent;

        class Orders
        {
            static readonly HttpClient shared = new HttpClient();
            static readonly ConcurrentDictionary<string, HttpClient> pool = new();
            readonly HttpMessageHandler handler = new HttpClientHandler();
            HttpClient? held;

            public async Task<string> Load(string at)
            {
                {{body}}
            }
        }
        """);

    [Fact]
    public Task Allows_what_makes_clients_for_others() => Allows(
        """
        using Microsoft.Extensions.DependencyInjection;
        using MongoDB.Driver;
        using RabbitMQ.Client;

        class Clients
        {
            readonly HttpClient http;
            HttpClient Own { get; } = new HttpClient();
            IConnection? connection;

            public Clients() => http = new HttpClient();

            public static HttpClient Make(string at)
            {
                var made = new HttpClient { BaseAddress = new Uri(at) };
                made.DefaultRequestHeaders.Add("Accept", "application/json");
                return made;
            }

            public IMongoDatabase Database(string at) => new MongoClient(at).GetDatabase("orders");

            public async Task<IConnection> Connection(ConnectionFactory factory) => connection ??= await factory.CreateConnectionAsync();

            public static void Register(IServiceCollection services, string at)
            {
                services.AddSingleton(_ => new HttpClient());
                services.AddSingleton<IMongoClient>(_ => { var client = new MongoClient(at); return client; });
                services.AddSingleton(new MongoClient(at));
            }
        }
        """);

    [Fact]
    public Task Flags_clients_of_requests_messages_and_rounds() => Flags(
        """
        using Microsoft.AspNetCore.Builder;
        using RabbitMQ.Client;
        using RabbitMQ.Client.Events;

        class Intake
        {
            public void Start(WebApplication app, AsyncEventingBasicConsumer consumer, string[] pages)
            {
                app.MapGet("/prices", async () =>
                {
                    using var http = [|new HttpClient()|];
                    return await http.GetStringAsync("https://prices.example/");
                });
                consumer.ReceivedAsync += async (_, message) =>
                {
                    using var http = [|new HttpClient()|];
                    await http.PostAsync("https://orders.example/", null);
                };
                foreach (var page in pages)
                {
                    using var http = [|new HttpClient()|];
                    _ = http.GetStringAsync(page).Result;
                }
            }
        }
        """);

    [Fact]
    public Task Allows_a_worker_that_keeps_its_client_and_a_connection_that_is_tried_again() => Allows(
        """
        using Microsoft.Extensions.Hosting;
        using RabbitMQ.Client;

        class Worker : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stopping)
            {
                using var http = new HttpClient();
                while (!stopping.IsCancellationRequested)
                    await http.GetStringAsync("https://prices.example/", stopping);
            }

            public async Task Poll(CancellationToken stopping)
            {
                using var http = new HttpClient();
                while (!stopping.IsCancellationRequested)
                    await http.GetStringAsync("https://prices.example/", stopping);
            }

            public async Task<IConnection> Dial(ConnectionFactory factory)
            {
                IConnection? connection = null;
                while (connection is null)
                {
                    try
                    {
                        connection = await factory.CreateConnectionAsync();
                    }
                    catch (IOException)
                    {
                        await Task.Delay(1000);
                    }
                }

                return connection;
            }
        }
        """);

    [Fact]
    public Task Allows_a_short_tool() => Allows(
        """
        await Tool.Run(args[0]);

        static class Tool
        {
            public static async Task Run(string at)
            {
                using var http = new HttpClient();
                Console.WriteLine(await http.GetStringAsync(at));
            }
        }
        """,
        Program);

    [Fact]
    public Task Flags_the_rounds_of_a_short_tool() => Flags(
        """
        foreach (var page in args)
        {
            using var http = [|new HttpClient()|];
            Console.WriteLine(await http.GetStringAsync(page));
        }

        using var last = new HttpClient();
        Console.WriteLine(await last.GetStringAsync("https://prices.example/"));
        """,
        Program);

    [Fact]
    public Task Flags_the_services_of_a_host() => Flags(
        """
        using Microsoft.AspNetCore.Builder;

        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", () => new Prices().Load());
        app.Run();

        class Prices
        {
            public async Task<string> Load()
            {
                using var http = [|new HttpClient()|];
                return await http.GetStringAsync("https://prices.example/");
            }
        }
        """,
        Program);
}
