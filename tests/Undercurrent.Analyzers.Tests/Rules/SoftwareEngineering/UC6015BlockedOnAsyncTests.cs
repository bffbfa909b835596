using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

public sealed class UC6015BlockedOnAsyncTests : RuleTests<UC6015BlockedOnAsync, UC6015BlockedOnAsyncFix>
{
    private const string Usings =
        """
        using System.Net.Http.Json;
        using Dapper;
        using Microsoft.EntityFrameworkCore;
        using MongoDB.Driver;
        using StackExchange.Redis;

        """;

    private const string Members =
        """
            readonly HttpClient http = new();
            readonly IMongoCollection<string> orders = null!;
            readonly IDatabase cache = null!;
            readonly Microsoft.Data.SqlClient.SqlConnection connection = null!;
            readonly DbSet<object> set = null!;
            readonly IStore store = null!;
            interface IStore { Task<string> LoadAsync(string at); Task<int> CountAsync(); }
            class WebStore : IStore
            {
                readonly HttpClient http = new();
                public async Task<string> LoadAsync(string at) => await http.GetStringAsync(at);
                public Task<int> CountAsync() => Task.FromResult(1);
            }
            async Task<string> FetchAsync(string at) => await http.GetStringAsync(at);
            static async Task<int> Compute() { await Task.Yield(); return 1; }
        """;

    [Theory]
    [InlineData("var text = [|http.GetStringAsync(at).Result|];")]
    [InlineData("[|http.PostAsync(at, null).Wait()|];")]
    [InlineData("[|http.PostAsync(at, null).Wait(1000)|];")]
    [InlineData("var text = [|http.GetStringAsync(at).GetAwaiter().GetResult()|];")]
    [InlineData("var text = [|http.GetStringAsync(at).ConfigureAwait(false).GetAwaiter().GetResult()|];")]
    [InlineData("var body = [|[|http.GetAsync(at).Result|].Content.ReadAsStringAsync().Result|];")]
    [InlineData("var rows = [|connection.QueryAsync<string>(\"SELECT 1\").Result|];")]
    [InlineData("[|orders.InsertOneAsync(at).Wait()|];")]
    [InlineData("var value = [|cache.StringGetAsync(at).Result|];")]
    [InlineData("var all = [|set.ToListAsync().Result|];")]
    [InlineData("var task = http.GetStringAsync(at); Console.WriteLine([|task.Result|]);")]
    [InlineData("var text = [|FetchAsync(at).Result|];")]
    [InlineData("var text = [|store.LoadAsync(at).Result|];")]
    [InlineData("var text = [|Task.Run(() => http.GetStringAsync(at)).Result|];")]
    [InlineData("var first = http.GetStringAsync(at); var second = FetchAsync(at); [|Task.WaitAll(first, second)|];")]
    [InlineData("var tasks = new[] { at }.Select(one => http.GetStringAsync(one)).ToArray(); [|Task.WaitAll(tasks)|];")]
    [InlineData("var tasks = new List<Task>(); tasks.Add(http.GetStringAsync(at)); [|Task.WaitAll(tasks.ToArray())|];")]
    [InlineData("[|Task.WhenAll(http.GetStringAsync(at), FetchAsync(at)).Wait()|];")]
    [InlineData("var all = new[] { at }.Select(one => [|http.GetStringAsync(one).Result|]).ToList();")]
    public async Task Flags_a_thread_that_waits_for_data(string statement)
    {
        await Flags($$"""{{Usings}}class Orders { {{Members}} async Task Load(string at) { await Task.Yield(); {{statement}} } }""");
        await Flags($$"""{{Usings}}class Orders { {{Members}} public void Load(string at) { {{statement}} } }""");
    }

    [Theory]
    [InlineData("var text = await http.GetStringAsync(at);")]
    [InlineData("var one = Compute().Result;")]
    [InlineData("var count = store.CountAsync().Result;")]
    [InlineData("Task.Delay(100).Wait();")]
    [InlineData("var task = http.GetStringAsync(at); await Task.WhenAll(task); Console.WriteLine(task.Result);")]
    [InlineData("var task = http.GetStringAsync(at); await task; Console.WriteLine(task.Result);")]
    [InlineData("var task = http.GetStringAsync(at); if (task.IsCompletedSuccessfully) Console.WriteLine(task.Result);")]
    [InlineData("await http.GetStringAsync(at).ContinueWith(done => Console.WriteLine(done.Result));")]
    [InlineData("var tasks = new[] { http.GetStringAsync(at) }; await Task.WhenAll(tasks); var texts = tasks.Select(task => task.Result).ToList();")]
    [InlineData("lock (http) { var text = http.GetStringAsync(at).Result; }")]
    [InlineData("var kept = new Lazy<string>(() => http.GetStringAsync(at).Result);")]
    public Task Allows_a_thread_that_does_not_wait_or_has_to(string statement) =>
        Allows($$"""{{Usings}}class Orders { {{Members}} async Task Load(string at) { await Task.Yield(); {{statement}} } }""");

    [Fact]
    public Task Allows_members_that_cannot_await() => Allows(
        """
        using Microsoft.Extensions.DependencyInjection;

        interface IOrders { string Load(); }

        class Orders : IDisposable, IComparable<string>
        {
            readonly HttpClient http = new();
            string text;

            public Orders() => text = http.GetStringAsync("https://orders.example/").Result;

            public string Text => http.GetStringAsync("https://orders.example/").Result;

            public override string ToString() => http.GetStringAsync("https://orders.example/").Result;

            public int CompareTo(string? other) => http.GetStringAsync(other).Result.Length;

            public void Dispose() => http.DeleteAsync("https://orders.example/session").GetAwaiter().GetResult();

            public string Load() => LoadAsync().GetAwaiter().GetResult();

            public Task<string> LoadAsync() => http.GetStringAsync("https://orders.example/");

            public bool TryLoad(out string loaded)
            {
                loaded = http.GetStringAsync("https://orders.example/").Result;
                return true;
            }

            public IEnumerable<string> All()
            {
                yield return http.GetStringAsync("https://orders.example/").Result;
            }

            static void Main() => new HttpClient().GetStringAsync("https://orders.example/").Wait();

            static void Register(IServiceCollection services) => services.AddSingleton(_ => new HttpClient().GetStringAsync("https://orders.example/").Result);
        }
        """);

    [Fact]
    public Task Allows_top_level_statements() => Allows(
        """
        var http = new HttpClient();
        Console.WriteLine(http.GetStringAsync("https://orders.example/").Result);
        """,
        new() { Exe = true });

    [Fact]
    public Task Allows_what_runs_while_the_program_starts() => Allows(
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        static class Seeds
        {
            static async Task SeedAsync(HttpClient http) => await http.PostAsync("https://orders.example/seeds", null);

            public static void UseSeeds(this WebApplication app) => SeedAsync(app.Services.GetRequiredService<HttpClient>()).Wait();
        }
        """);

    [Fact]
    public Task Flags_endpoints_and_interfaces_of_ones_own() => Flags(
        """
        using Microsoft.AspNetCore.Builder;

        interface IOrders { string Load(); }

        class Orders : IOrders
        {
            readonly HttpClient http = new();

            public string Load() => [|http.GetStringAsync("https://orders.example/").Result|];

            public Task Handle()
            {
                [|http.DeleteAsync("https://orders.example/1").Wait()|];
                return Task.CompletedTask;
            }

            void Map(WebApplication app) => app.MapGet("/", async () =>
            {
                await Task.Yield();
                return [|http.GetStringAsync("https://orders.example/").Result|];
            });
        }
        """);

    [Fact]
    public Task Awaits_instead() => Fixes(
        """
        class Orders
        {
            readonly HttpClient http = new();

            async Task<string> Load(string at)
            {
                // The first is for the session.
                [|http.PostAsync(at, null).Wait()|]; // done
                var first = http.GetStringAsync(at);
                var second = http.GetStringAsync(at);
                [|Task.WaitAll(first, second)|];
                var length = [|http.GetStringAsync(at).Result|].Length;
                Console.WriteLine([|http.GetStringAsync(at).GetAwaiter().GetResult()|]);
                return await first + length;
            }
        }
        """,
        """
        class Orders
        {
            readonly HttpClient http = new();

            async Task<string> Load(string at)
            {
                // The first is for the session.
                await http.PostAsync(at, null); // done
                var first = http.GetStringAsync(at);
                var second = http.GetStringAsync(at);
                await Task.WhenAll(first, second);
                var length = (await http.GetStringAsync(at)).Length;
                Console.WriteLine(await http.GetStringAsync(at));
                return await first + length;
            }
        }
        """);

    [Fact]
    public Task Awaits_what_is_awaited_within() => Fixes(
        """
        class Orders
        {
            readonly HttpClient http = new();
            async Task<string> Load(string at) => [|(await http.GetAsync(at)).Content.ReadAsStringAsync().Result|];
        }
        """,
        """
        class Orders
        {
            readonly HttpClient http = new();
            async Task<string> Load(string at) => await (await http.GetAsync(at)).Content.ReadAsStringAsync();
        }
        """);

    [Fact]
    public Task Offers_no_fix_where_callers_would_change_or_failures_look_different() => OffersNoFix(
        """
        class Orders
        {
            readonly HttpClient http = new();

            public string Load(string at) => [|http.GetStringAsync(at).Result|];

            async Task Send(string at)
            {
                await Task.Yield();
                [|http.PostAsync(at, null).Wait(1000)|];
                try
                {
                    [|http.PostAsync(at, null).Wait()|];
                }
                catch (AggregateException failures)
                {
                    Console.WriteLine(failures.InnerExceptions.Count);
                }
            }
        }
        """);
}
