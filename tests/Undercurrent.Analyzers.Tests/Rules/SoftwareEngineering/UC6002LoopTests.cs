namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

/// <summary>Retries written by hand.</summary>
public sealed partial class UC6002RetryWithoutBackoffTests
{
    private static string Loop(string body) =>
        $$"""
        using System.Data.Common;

        public sealed class Loader
        {
            private readonly HttpClient http;
            private int tries;

            public Loader(HttpClient http) => this.http = http;

            public async Task<string> Load(int left, TimeSpan configured, CancellationToken stop)
            {
                {{body}}
            }

            private async Task<string> Once() => await http.GetStringAsync("rates");

            private static TimeSpan Longer(int attempt) => TimeSpan.FromSeconds(attempt * attempt);

            private static Task BackOff(int attempt) => Task.Delay(attempt);
        }
        """;

    [Theory]
    [InlineData("[|for|] (var attempt = 1; ; attempt++) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (attempt < 5) { } }")]
    [InlineData("[|for|] (var attempt = 1; ; attempt++) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (attempt < 5) { await Task.Delay(100, stop); } }")]
    [InlineData("[|for|] (var attempt = 1; ; attempt++) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (attempt < 5) { await Task.Delay(TimeSpan.FromMilliseconds(250)); } }")]
    [InlineData("[|while|] (true) { try { return await http.GetStringAsync(\"rates\"); } catch { Thread.Sleep(500); } }")]
    [InlineData("[|while|] (true) { try { return await Once(); } catch (HttpRequestException e) { Console.WriteLine(e); } }")]
    [InlineData("[|do|] { try { return await http.GetStringAsync(\"rates\"); } catch (Exception) when (left > 0) { } } while (left-- > 0); return \"\";")]
    [InlineData("[|for|] (var i = 0; i < 3; i++) { try { return await http.GetStringAsync(\"rates\"); } catch { if (i == 2) throw; } } return \"\";")]
    [InlineData("[|foreach|] (var attempt in Enumerable.Range(1, 3)) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { } } return \"\";")]
    [InlineData("string? text = null; [|while|] (text == null) { try { text = await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { } } return text;")]
    [InlineData("var text = \"\"; [|for|] (var i = 0; i < 3; i++) { try { text = await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { continue; } break; } return text;")]
    [InlineData("[|for|] (var attempt = 0; attempt < 3; attempt++) { using var answer = await http.GetAsync(\"rates\"); if (answer.IsSuccessStatusCode) return \"\"; } return \"\";")]
    [InlineData("var wait = TimeSpan.FromMilliseconds(100); [|for|] (var i = 0; i < 3; i++) { try { return await http.GetStringAsync(\"rates\"); } catch { await Task.Delay(wait); } } return \"\";")]
    public Task Flags_a_loop_that_hardly_waits(string body) => Flags(Loop(body));

    [Theory]
    [InlineData("for (var attempt = 1; ; attempt++) { try { return await http.GetStringAsync(\"rates\", stop); } catch (HttpRequestException) when (attempt < 5) { await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt)) + TimeSpan.FromMilliseconds(Random.Shared.Next(0, 1000)), stop); } }")]
    [InlineData("for (var attempt = 1; ; attempt++) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (attempt < 5) { await Task.Delay(100 * attempt, stop); } }")]
    [InlineData("for (var attempt = 1; ; attempt++) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (attempt < 5) { await Task.Delay(Longer(attempt), stop); } }")]
    [InlineData("for (var attempt = 1; ; attempt++) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (attempt < 5) { await BackOff(attempt); } }")]
    [InlineData("var wait = TimeSpan.FromMilliseconds(100); while (true) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (left-- > 0) { await Task.Delay(wait); wait *= 2; } }")]
    [InlineData("var wait = TimeSpan.FromMilliseconds(100); while (true) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (left-- > 0) { await Task.Delay(wait); wait = wait + wait; } }")]
    [InlineData("foreach (var wait in new[] { 1, 2, 4 }) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(TimeSpan.FromSeconds(wait)); } } throw new InvalidOperationException();")]
    [InlineData("while (true) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (left-- > 0) { await Task.Delay(configured, stop); } }")]
    [InlineData("while (true) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (left-- > 0) { await Task.Delay(TimeSpan.FromSeconds(30), stop); } }")]
    [InlineData("for (var i = 0; i < 3; i++) { try { return await http.GetStringAsync(\"rates\"); } catch { var wait = TimeSpan.FromSeconds(Math.Pow(2, i)); await Task.Delay(wait); } } return \"\";")]
    [InlineData("for (var i = 0; i < 3; i++) { if (i > 0) await Task.Delay(1000 * i); try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { } } return \"\";")]
    public Task Allows_a_loop_that_waits_longer(string body) => Allows(Loop(body));

    [Theory]
    [InlineData("foreach (var page in new[] { \"a\", \"b\" }) { try { Console.WriteLine(await http.GetStringAsync(page)); } catch (HttpRequestException e) { Console.WriteLine(e); } } return \"\";")]
    [InlineData("while (!stop.IsCancellationRequested) { try { Console.WriteLine(await http.GetStringAsync(\"rates\")); } catch (HttpRequestException e) { Console.WriteLine(e); } } return \"\";")]
    [InlineData("foreach (var host in new[] { \"a\", \"b\" }) { try { return await http.GetStringAsync(host + \"/rates\"); } catch (HttpRequestException) { } } return \"\";")]
    [InlineData("for (var i = 0; i < 3; i++) { try { return File.ReadAllText(\"rates\"); } catch (IOException) { } } return \"\";")]
    [InlineData("for (var i = 0; i < 3; i++) { try { return int.Parse(\"3\").ToString(); } catch (FormatException) { } } return \"\";")]
    [InlineData("for (var i = 0; i < 3; i++) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { throw new InvalidOperationException(); } } return \"\";")]
    public Task Allows_a_loop_that_tries_nothing_again(string body) => Allows(Loop(body));

    [Fact]
    public Task Flags_a_wrapper_that_hardly_waits() => Flags(
        "static class Again { public static async Task<T> Run<T>(Func<Task<T>> work) { [|for|] (var attempt = 1; ; attempt++) { try { return await work(); } catch when (attempt < 3) { } } } }");

    [Fact]
    public Task Allows_a_wrapper_that_waits_longer() => Allows(
        "static class Again { public static async Task<T> Run<T>(Func<Task<T>> work) { for (var attempt = 1; ; attempt++) { try { return await work(); } catch when (attempt < 3) { await Task.Delay(TimeSpan.FromSeconds(attempt * 2)); } } } }");

    [Fact]
    public Task Flags_a_consumer_that_waits_as_long_as_all_others() => Flags(
        """
        using MassTransit;
        using Polly;

        public sealed record Asked(string Page);

        public sealed class RatesConsumer : IConsumer<Asked>
        {
            private static readonly IAsyncPolicy Retry = Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](5, attempt => TimeSpan.FromSeconds(Math.Pow(2, attempt)));
            private readonly HttpClient http;

            public RatesConsumer(HttpClient http) => this.http = http;

            public async Task Consume(ConsumeContext<Asked> context) => Console.WriteLine(await Retry.ExecuteAsync(() => http.GetStringAsync("rates")));
        }
        """);

    [Fact]
    public Task Allows_a_consumer_that_leaves_it_to_chance() => Allows(
        """
        using MassTransit;
        using Polly;

        public sealed record Asked(string Page);

        public sealed class RatesConsumer : IConsumer<Asked>
        {
            private static readonly IAsyncPolicy Retry = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(5, attempt => TimeSpan.FromSeconds(Math.Pow(2, attempt)) + Jitter());
            private readonly HttpClient http;

            public RatesConsumer(HttpClient http) => this.http = http;

            public async Task Consume(ConsumeContext<Asked> context) => Console.WriteLine(await Retry.ExecuteAsync(() => http.GetStringAsync("rates")));

            private static TimeSpan Jitter() => TimeSpan.FromMilliseconds(Random.Shared.Next(1000));
        }
        """);

    [Fact]
    public Task Flags_branches_that_wait_as_long_as_each_other() => Flags(Loop(
        "await Parallel.ForEachAsync(new[] { \"a\", \"b\" }, stop, async (page, token) => { [|for|] (var attempt = 1; ; attempt++) { try { Console.WriteLine(await http.GetStringAsync(page, token)); return; } catch (HttpRequestException) when (attempt < 5) { await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt)), token); } } }); return \"\";"));
}
