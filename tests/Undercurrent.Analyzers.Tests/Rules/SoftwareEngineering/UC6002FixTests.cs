namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

/// <summary>Waits that grow.</summary>
public sealed partial class UC6002RetryWithoutBackoffTests
{
    private const string Grown = "attempt => TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, attempt))) + TimeSpan.FromMilliseconds(Random.Shared.Next(0, 1000))";

    private static string Plan(string policy) => $"using Polly;\nusing Polly.Retry;\n\nclass Plans\n{{\n    object Plan() => {policy};\n}}\n";

    [Theory]
    [InlineData("Policy.Handle<HttpRequestException>().[|RetryAsync|](3)", "Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, " + Grown + ")")]
    [InlineData("Policy.Handle<HttpRequestException>().[|Retry|]()", "Policy.Handle<HttpRequestException>().WaitAndRetry(1, " + Grown + ")")]
    [InlineData("Policy.Handle<HttpRequestException>().[|RetryForeverAsync|]()", "Policy.Handle<HttpRequestException>().WaitAndRetryForeverAsync(" + Grown + ")")]
    [InlineData("Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](3, _ => TimeSpan.FromMilliseconds(100))", "Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, " + Grown + ")")]
    [InlineData("Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](3, _ => TimeSpan.FromMilliseconds(100), (e, wait) => Console.WriteLine(wait))", "Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, " + Grown + ", (e, wait) => Console.WriteLine(wait))")]
    [InlineData("AsyncRetrySyntax.[|RetryAsync|](Policy.Handle<HttpRequestException>(), 3)", "AsyncRetrySyntax.WaitAndRetryAsync(Policy.Handle<HttpRequestException>(), 3, " + Grown + ")")]
    [InlineData("new [|RetryStrategyOptions|] { Delay = TimeSpan.FromMilliseconds(100) }", "new RetryStrategyOptions { Delay = TimeSpan.FromMilliseconds(100), BackoffType = DelayBackoffType.Exponential, UseJitter = true }")]
    [InlineData("new [|RetryStrategyOptions|] { Delay = TimeSpan.Zero, UseJitter = false }", "new RetryStrategyOptions { Delay = TimeSpan.FromSeconds(1), UseJitter = true, BackoffType = DelayBackoffType.Exponential }")]
    public Task Fixes_a_policy(string before, string after) => Fixes(Plan(before), Plan(after));

    [Theory]
    [InlineData("Policy.Handle<HttpRequestException>().[|RetryAsync|](3, (e, attempt) => Console.WriteLine(attempt))")]
    [InlineData("Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](new[] { TimeSpan.FromMilliseconds(100) })")]
    [InlineData("Policy.Handle<HttpRequestException>().[|RetryAsync|](3 /* as agreed */)")]
    [InlineData("new [|RetryStrategyOptions|] { DelayGenerator = args => new ValueTask<TimeSpan?>(TimeSpan.Zero) }")]
    public Task Leaves_a_policy_whose_other_parts_depend_on_it(string policy) => OffersNoFix(Plan(policy));

    [Fact]
    public Task Fixes_options_over_several_lines() => Fixes(
        """
        using Polly;
        using Polly.Retry;

        class Plans
        {
            object Plan() => new ResiliencePipelineBuilder().AddRetry(new [|RetryStrategyOptions|]
            {
                // As agreed with the bank.
                MaxRetryAttempts = 5,
                Delay = TimeSpan.FromMilliseconds(100),
            }).Build();
        }
        """,
        """
        using Polly;
        using Polly.Retry;

        class Plans
        {
            object Plan() => new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
            {
                // As agreed with the bank.
                MaxRetryAttempts = 5,
                Delay = TimeSpan.FromMilliseconds(100),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            }).Build();
        }
        """);

    [Theory]
    [InlineData("retry.[|Immediate|](5)")]
    [InlineData("retry.[|Interval|](5, 100)")]
    public Task Fixes_a_bus(string before) => Fixes(
        Bus($"bus.UseMessageRetry(retry => {before});"),
        Bus("bus.UseMessageRetry(retry => retry.Exponential(5, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(2)));"));

    [Theory]
    [InlineData("[[|Hangfire.AutomaticRetry|](Attempts = 3, DelaysInSeconds = new[] { 0 })] void Load() { }", "[Hangfire.AutomaticRetry(Attempts = 3)] void Load() { }")]
    [InlineData("[[|Hangfire.AutomaticRetry|](DelaysInSeconds = new[] { 0 })] void Load() { }", "[Hangfire.AutomaticRetry] void Load() { }")]
    [InlineData("[[|Microsoft.Azure.Functions.Worker.FixedDelayRetry|](5, \"00:00:01\")] void Load() { }", "[Microsoft.Azure.Functions.Worker.ExponentialBackoffRetry(5, \"00:00:01\", \"00:05:00\")] void Load() { }")]
    [InlineData("object Load() => new [|Microsoft.DurableTask.RetryPolicy|](5, TimeSpan.FromSeconds(1));", "object Load() => new Microsoft.DurableTask.RetryPolicy(5, TimeSpan.FromSeconds(1), backoffCoefficient: 2.0);")]
    [InlineData("object Load() => new [|Microsoft.Azure.WebJobs.Extensions.DurableTask.RetryOptions|](TimeSpan.FromSeconds(1), 5);", "object Load() => new Microsoft.Azure.WebJobs.Extensions.DurableTask.RetryOptions(TimeSpan.FromSeconds(1), 5) { BackoffCoefficient = 2 };")]
    public Task Fixes_a_scheduler(string before, string after) => Fixes($"class Loads {{ {before} }}", $"class Loads {{ {after} }}", RetryLibraries.Known);

    [Fact]
    public Task Fixes_a_loop_that_waits() => Fixes(
        Loop("[|for|] (var i = 0; i < 3; i++) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(100, stop); } } return \"\";"),
        Loop("for (var i = 0; i < 3; i++) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, i))) + TimeSpan.FromMilliseconds(Random.Shared.Next(0, 1000)), stop); } } return \"\";"));

    [Fact]
    public Task Fixes_a_loop_that_does_not_wait() => Fixes(
        """
        public sealed class Loader
        {
            public async Task<string> Load(HttpClient http, CancellationToken stop)
            {
                [|for|] (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("rates", stop);
                    }
                    catch (HttpRequestException failure) when (attempt < 5)
                    {
                        // Once more.
                        Console.WriteLine(failure);
                    }
                }
            }

            public string Read(Func<string> work)
            {
                [|for|] (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return work();
                    }
                    catch (HttpRequestException) when (attempt < 5)
                    {
                        continue;
                    }
                }
            }
        }
        """,
        """
        public sealed class Loader
        {
            public async Task<string> Load(HttpClient http, CancellationToken stop)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("rates", stop);
                    }
                    catch (HttpRequestException failure) when (attempt < 5)
                    {
                        // Once more.
                        Console.WriteLine(failure);
                        await Task.Delay(TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, attempt))) + TimeSpan.FromMilliseconds(Random.Shared.Next(0, 1000)), stop);
                    }
                }
            }

            public string Read(Func<string> work)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return work();
                    }
                    catch (HttpRequestException) when (attempt < 5)
                    {
                        Thread.Sleep(TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, attempt))) + TimeSpan.FromMilliseconds(Random.Shared.Next(0, 1000)));
                        continue;
                    }
                }
            }
        }
        """);

    [Theory]
    [InlineData("[|while|] (true) { try { return await http.GetStringAsync(\"rates\"); } catch { Thread.Sleep(500); } }")]
    [InlineData("[|for|] (var i = 0; i < 3; i++) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { } catch (IOException) { } } return \"\";")]
    public Task Leaves_a_loop_that_does_not_count_or_fails_in_two_ways(string body) => OffersNoFix(Loop(body));
}
