using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

public sealed partial class UC6003UnboundedRetryTests : RuleTests<UC6003UnboundedRetry, UC6003UnboundedRetryFix>
{
    private static string Member(string member) =>
        $$"""
        using Polly;
        using Polly.Retry;

        class Loads
        {
            const int Most = int.MaxValue;

            {{member}}

            static TimeSpan Longer(int attempt) => TimeSpan.FromSeconds(attempt * 3);
        }
        """;

    [Theory]
    [InlineData("object Plan() => Policy.Handle<HttpRequestException>().[|WaitAndRetryForeverAsync|](attempt => TimeSpan.FromSeconds(attempt));")]
    [InlineData("object Plan() => Policy.Handle<HttpRequestException>().[|WaitAndRetryForever|](Longer);")]
    [InlineData("object Plan() => Policy.Handle<HttpRequestException>().[|RetryForeverAsync|]();")]
    [InlineData("object Plan() => Policy.Handle<HttpRequestException>().[|RetryForever|](e => Console.WriteLine(e));")]
    [InlineData("object Plan() => AsyncRetrySyntax.[|RetryForeverAsync|](Policy.Handle<HttpRequestException>());")]
    [InlineData("object Plan() => Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](int.MaxValue, Longer);")]
    [InlineData("object Plan() => Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](retryCount: Most, sleepDurationProvider: Longer);")]
    [InlineData("object Plan() => new [|RetryStrategyOptions|] { MaxRetryAttempts = int.MaxValue };")]
    [InlineData("object Plan() => new ResiliencePipelineBuilder().AddRetry(new [|RetryStrategyOptions|] { MaxRetryAttempts = Most, UseJitter = true }).AddTimeout(TimeSpan.FromSeconds(3)).Build();")]
    [InlineData("object Plan() { var options = new [|RetryStrategyOptions|](); options.MaxRetryAttempts = int.MaxValue; return options; }")]
    [InlineData("static readonly IAsyncPolicy Again = Policy.Handle<HttpRequestException>().[|RetryForeverAsync|](); Task Load(HttpClient http) => Again.ExecuteAsync(() => http.GetStringAsync(\"rates\"));")]
    [InlineData("static readonly IAsyncPolicy Again = Policy.Handle<HttpRequestException>().[|RetryForeverAsync|](); Task Load(HttpClient http) => Again.ExecuteAsync(token => http.GetStringAsync(\"rates\", token), CancellationToken.None);")]
    public Task Flags_a_policy_without_an_end(string member) => Flags(Member(member));

    [Theory]
    [InlineData("object Plan() => Policy.Handle<HttpRequestException>().WaitAndRetryAsync(5, Longer);")]
    [InlineData("object Plan(int count) => Policy.Handle<HttpRequestException>().WaitAndRetryAsync(count, Longer);")]
    [InlineData("object Plan() => new RetryStrategyOptions { MaxRetryAttempts = 5 };")]
    [InlineData("object Plan() => new RetryStrategyOptions();")]
    [InlineData("object Plan() => new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromMinutes(3)).AddRetry(new RetryStrategyOptions { MaxRetryAttempts = int.MaxValue }).Build();")]
    [InlineData("void Plan(ResiliencePipelineBuilder builder) { builder.AddTimeout(TimeSpan.FromMinutes(3)); builder.AddRetry(new RetryStrategyOptions { MaxRetryAttempts = int.MaxValue }); }")]
    [InlineData("object Plan() { var again = Policy.Handle<HttpRequestException>().RetryForeverAsync(); var limit = Policy.TimeoutAsync(60); return Policy.WrapAsync(limit, again); }")]
    [InlineData("static readonly IAsyncPolicy Again = Policy.Handle<HttpRequestException>().RetryForeverAsync(); Task Load(HttpClient http, CancellationToken stop) => Again.ExecuteAsync(token => http.GetStringAsync(\"rates\", token), stop);")]
    [InlineData("async Task Load(HttpClient http, CancellationToken stop) => await Policy.Handle<HttpRequestException>().WaitAndRetryForeverAsync(Longer).ExecuteAsync(token => http.GetStringAsync(\"rates\", token), stop);")]
    public Task Allows_a_policy_that_ends(string member) => Allows(Member(member));

    [Theory]
    [InlineData("[[|Hangfire.AutomaticRetry|](Attempts = int.MaxValue)] void Load() { }")]
    [InlineData("[[|Microsoft.Azure.Functions.Worker.FixedDelayRetry|](-1, \"00:01:00\")] void Load() { }")]
    [InlineData("[[|Microsoft.Azure.Functions.Worker.ExponentialBackoffRetry|](-1, \"00:01:00\", \"00:15:00\")] void Load() { }")]
    [InlineData("object Plan() => new [|Microsoft.DurableTask.RetryPolicy|](int.MaxValue, TimeSpan.FromSeconds(10), 2.0);")]
    [InlineData("object Plan() => new [|Temporalio.Common.RetryPolicy|] { MaximumAttempts = 0 };")]
    [InlineData("object Plan() => new Temporalio.Workflows.ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1), RetryPolicy = [|new() { MaximumAttempts = int.MaxValue }|] };")]
    [InlineData("void Plan(Exception e) { throw new [|Quartz.JobExecutionException|](\"\", e) { RefireImmediately = true }; }")]
    [InlineData("void Plan(MassTransit.IConsumePipeConfigurator bus) { MassTransit.MessageRetryConfigurationExtensions.UseMessageRetry(bus, retry => MassTransit.RetryConfigurationExtensions.[|Interval|](retry, int.MaxValue, TimeSpan.FromMinutes(1))); }")]
    [InlineData("object Plan() => new Azure.Storage.Blobs.BlobClientOptions { Retry = { [|MaxRetries|] = int.MaxValue } };")]
    [InlineData("void Plan(Azure.Storage.Blobs.BlobClientOptions options) { options.Retry.[|MaxRetries|] = int.MaxValue; }")]
    [InlineData("object Plan() => new Amazon.S3.AmazonS3Config { [|MaxErrorRetry|] = int.MaxValue };")]
    [InlineData("void Plan(Microsoft.EntityFrameworkCore.DbContextOptionsBuilder builder) { Microsoft.EntityFrameworkCore.SqlServerDbContextOptionsExtensions.UseSqlServer(builder, \"\", sql => sql.[|EnableRetryOnFailure|](int.MaxValue)); }")]
    public Task Flags_settings_without_an_end(string member) => Flags(Member(member), RetryLibraries.Known);

    [Theory]
    [InlineData("[Hangfire.AutomaticRetry(Attempts = 5)] void Load() { }")]
    [InlineData("[Microsoft.Azure.Functions.Worker.FixedDelayRetry(5, \"00:01:00\")] void Load() { }")]
    [InlineData("object Plan() => new Microsoft.DurableTask.RetryPolicy(5, TimeSpan.FromSeconds(10), 2.0);")]
    [InlineData("object Plan() => new Microsoft.DurableTask.RetryPolicy(int.MaxValue, TimeSpan.FromSeconds(10), 2.0, retryTimeout: TimeSpan.FromHours(1));")]
    [InlineData("object Plan() => new Temporalio.Common.RetryPolicy { MaximumAttempts = 5 };")]
    [InlineData("object Plan() => new Temporalio.Workflows.ActivityOptions { ScheduleToCloseTimeout = TimeSpan.FromHours(1), RetryPolicy = new() { MaximumAttempts = 0 } };")]
    [InlineData("void Plan(Exception e, Quartz.IJobExecutionContext context) { throw new Quartz.JobExecutionException(\"\", e) { RefireImmediately = context.RefireCount < 3 }; }")]
    [InlineData("void Plan(Exception e, Quartz.IJobExecutionContext context) { if (context.RefireCount < 3) throw new Quartz.JobExecutionException(\"\", e) { RefireImmediately = true }; }")]
    [InlineData("object Plan() => new Azure.Storage.Blobs.BlobClientOptions { Retry = { MaxRetries = 10 } };")]
    [InlineData("object Plan() => new Amazon.S3.AmazonS3Config { MaxErrorRetry = 10 };")]
    public Task Allows_settings_that_end(string member) => Allows(Member(member), RetryLibraries.Known);

    private static string Loop(string body) =>
        $$"""
        public sealed class Loader
        {
            private readonly HttpClient http;

            public Loader(HttpClient http) => this.http = http;

            public async Task<string> Load(int left, CancellationToken stop)
            {
                {{body}}
            }

            private static bool IsTransient(Exception e) => e is HttpRequestException;

            private async Task<string> Once() => await http.GetStringAsync("rates");
        }
        """;

    [Theory]
    [InlineData("[|while|] (true) { try { return await http.GetStringAsync(\"rates\"); } catch (Exception e) { Console.WriteLine(e); await Task.Delay(TimeSpan.FromMinutes(1)); } }")]
    [InlineData("[|while|] (true) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException e) when (IsTransient(e)) { await Task.Delay(5000); } }")]
    [InlineData("[|for|] (;;) { try { return await Once(); } catch { Thread.Sleep(5000); } }")]
    [InlineData("[|for|] (var attempt = 1; ; attempt++) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(attempt * 1000); } }")]
    [InlineData("var done = false; var text = \"\"; [|while|] (!done) { try { text = await http.GetStringAsync(\"rates\"); done = true; } catch (HttpRequestException) { await Task.Delay(5000); } } return text;")]
    [InlineData("string? text = null; [|do|] { try { text = await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(5000); } } while (text is null); return text;")]
    [InlineData("[|while|] (true) { try { return await http.GetStringAsync(\"rates\", stop); } catch (Exception) { await Task.Delay(5000); } }")]
    [InlineData("[|while|] (true) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(5000, CancellationToken.None); continue; } }")]
    public Task Flags_a_loop_without_an_end(string body) => Flags(Loop(body));

    [Theory]
    [InlineData("for (var attempt = 1; ; attempt++) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (attempt < 5) { await Task.Delay(attempt * 1000); } }")]
    [InlineData("for (var i = 0; i < 5; i++) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(5000); } } return \"\";")]
    [InlineData("while (true) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (left-- > 0) { await Task.Delay(5000); } }")]
    [InlineData("while (true) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { if (left-- == 0) throw; await Task.Delay(5000); } }")]
    [InlineData("var attempts = 0; while (true) { if (++attempts > 5) throw new TimeoutException(); try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(5000); } }")]
    [InlineData("while (!stop.IsCancellationRequested) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(5000); } } return \"\";")]
    [InlineData("while (true) { stop.ThrowIfCancellationRequested(); try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(5000); } }")]
    [InlineData("while (true) { try { return await http.GetStringAsync(\"rates\"); } catch (Exception) { await Task.Delay(5000, stop); } }")]
    [InlineData("while (true) { try { return await http.GetStringAsync(\"rates\", stop); } catch (HttpRequestException) { await Task.Delay(5000); } }")]
    [InlineData("while (true) { try { return await http.GetStringAsync(\"rates\", stop); } catch (OperationCanceledException) { throw; } catch (Exception) { await Task.Delay(5000); } }")]
    [InlineData("var until = DateTime.UtcNow.AddMinutes(5); while (DateTime.UtcNow < until) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(5000); } } throw new TimeoutException();")]
    [InlineData("var watch = System.Diagnostics.Stopwatch.StartNew(); while (true) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { if (watch.Elapsed > TimeSpan.FromMinutes(5)) throw; await Task.Delay(5000); } }")]
    [InlineData("while (true) { try { Console.WriteLine(await http.GetStringAsync(\"rates\")); } catch (HttpRequestException e) { Console.WriteLine(e); } await Task.Delay(5000); }")]
    public Task Allows_a_loop_that_ends_or_serves(string body) => Allows(Loop(body));

    [Fact]
    public Task Allows_a_consumer_that_is_started_again() => Allows(
        """
        using Confluent.Kafka;

        public sealed class Orders
        {
            public async Task Run(IConsumer<string, string> orders)
            {
                while (true)
                {
                    try
                    {
                        var order = orders.Consume(TimeSpan.FromSeconds(1));
                        Console.WriteLine(order.Message.Value);
                    }
                    catch (ConsumeException e)
                    {
                        Console.WriteLine(e);
                        await Task.Delay(1000);
                    }
                }
            }
        }
        """);
}
