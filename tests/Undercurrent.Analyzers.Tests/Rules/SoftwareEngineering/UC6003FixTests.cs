namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

/// <summary>Ends.</summary>
public sealed partial class UC6003UnboundedRetryTests
{
    private static string Plan(string policy, string end = "") => $"using Polly;\nusing Polly.Retry;\n\nclass Plans\n{{{end}\n    object Plan() => {policy};\n}}\n";

    private const string End = "\n    private const int MaxAttempts = 5;\n";

    [Theory]
    [InlineData("Policy.Handle<HttpRequestException>().[|WaitAndRetryForeverAsync|](attempt => TimeSpan.FromSeconds(attempt))", "Policy.Handle<HttpRequestException>().WaitAndRetryAsync(MaxAttempts, attempt => TimeSpan.FromSeconds(attempt))")]
    [InlineData("Policy.Handle<HttpRequestException>().[|RetryForever|]()", "Policy.Handle<HttpRequestException>().Retry(MaxAttempts)")]
    [InlineData("Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](int.MaxValue, attempt => TimeSpan.FromSeconds(attempt))", "Policy.Handle<HttpRequestException>().WaitAndRetryAsync(MaxAttempts, attempt => TimeSpan.FromSeconds(attempt))")]
    [InlineData("new [|RetryStrategyOptions|] { MaxRetryAttempts = int.MaxValue, UseJitter = true }", "new RetryStrategyOptions { MaxRetryAttempts = MaxAttempts, UseJitter = true }")]
    [InlineData("new Amazon.S3.AmazonS3Config { [|MaxErrorRetry|] = int.MaxValue }", "new Amazon.S3.AmazonS3Config { MaxErrorRetry = MaxAttempts }")]
    public Task Fixes_a_policy(string before, string after) => Fixes(Plan(before), Plan(after, End));

    [Theory]
    [InlineData("Policy.Handle<HttpRequestException>().[|RetryForever|](e => Console.WriteLine(e))")]
    [InlineData("Policy.Handle<HttpRequestException>().[|WaitAndRetryForever|]((attempt, context) => TimeSpan.FromSeconds(attempt))")]
    public Task Leaves_a_policy_with_more_to_it(string policy) => OffersNoFix(Plan(policy));

    [Theory]
    [InlineData("[[|Hangfire.AutomaticRetry|](Attempts = int.MaxValue)]", "[Hangfire.AutomaticRetry(Attempts = MaxAttempts)]")]
    [InlineData("[[|Microsoft.Azure.Functions.Worker.FixedDelayRetry|](-1, \"00:01:00\")]", "[Microsoft.Azure.Functions.Worker.FixedDelayRetry(MaxAttempts, \"00:01:00\")]")]
    public Task Fixes_an_attribute(string before, string after) => Fixes(
        $"class Loads\n{{\n    {before}\n    void Load() {{ }}\n}}\n", $"class Loads\n{{{End}\n    {after}\n    void Load() {{ }}\n}}\n", RetryLibraries.Known);

    [Fact]
    public Task Fixes_loops() => Fixes(
        """
        public sealed class Loader
        {
            public async Task<string> Load(HttpClient http)
            {
                // The bank is slow at night.
                [|while|] (true)
                {
                    try
                    {
                        return await http.GetStringAsync("rates");
                    }
                    catch (HttpRequestException failure) // Once more.
                    {
                        Console.WriteLine(failure);
                        await Task.Delay(5000);
                    }
                }
            }

            public async Task<string> Again(HttpClient http)
            {
                [|for|] (var round = 1; ; round++)
                {
                    try
                    {
                        return await http.GetStringAsync("rates");
                    }
                    catch (HttpRequestException failure) when (failure.StatusCode is null || failure.InnerException is not null)
                    {
                        await Task.Delay(round * 1000);
                    }
                }
            }

            public async Task<string> Ever(HttpClient http)
            {
                [|for|] (;;)
                {
                    try
                    {
                        return await http.GetStringAsync("rates");
                    }
                    catch
                    {
                        await Task.Delay(5000);
                    }
                }
            }
        }
        """,
        """
        public sealed class Loader
        {
            private const int MaxAttempts = 5;

            public async Task<string> Load(HttpClient http)
            {
                // The bank is slow at night.
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("rates");
                    }
                    catch (HttpRequestException failure) when (attempt < MaxAttempts) // Once more.
                    {
                        Console.WriteLine(failure);
                        await Task.Delay(5000);
                    }
                }
            }

            public async Task<string> Again(HttpClient http)
            {
                for (var round = 1; ; round++)
                {
                    try
                    {
                        return await http.GetStringAsync("rates");
                    }
                    catch (HttpRequestException failure) when (round < MaxAttempts && (failure.StatusCode is null || failure.InnerException is not null))
                    {
                        await Task.Delay(round * 1000);
                    }
                }
            }

            public async Task<string> Ever(HttpClient http)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("rates");
                    }
                    catch when (attempt < MaxAttempts)
                    {
                        await Task.Delay(5000);
                    }
                }
            }
        }
        """);

    [Theory]
    [InlineData("[|while|] (true) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(5000); } catch (IOException) { await Task.Delay(5000); } }")]
    [InlineData("string? text = null; [|do|] { try { text = await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(5000); } } while (text is null); return text;")]
    [InlineData("var attempt = \"first\"; [|while|] (true) { try { return await http.GetStringAsync(attempt); } catch (HttpRequestException) { await Task.Delay(5000); } }")]
    public Task Leaves_a_loop_that_has_no_room_for_a_count(string body) => OffersNoFix(Loop(body));
}
