using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

public sealed partial class UC6002RetryWithoutBackoffTests : RuleTests<UC6002RetryWithoutBackoff, UC6002RetryWithoutBackoffFix>
{
    private static string Policy(string policy) =>
        $$"""
        using Polly;
        using Polly.Contrib.WaitAndRetry;
        using Polly.Extensions.Http;
        using Polly.Retry;
        using System.Net;

        class Policies
        {
            const int Pause = 200;
            static readonly TimeSpan[] Waits = { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30) };
            static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

            object Policy(TimeSpan configured, int count) => {{policy}};

            static TimeSpan Longer(int attempt) => TimeSpan.FromSeconds(attempt * 3);

            static TimeSpan Same(int attempt) => TimeSpan.FromMilliseconds(20);
        }
        """;

    [Theory]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().[|RetryAsync|](3)")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().[|Retry|](count)")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().[|RetryForeverAsync|]()")]
    [InlineData("Polly.Policy.HandleResult<HttpResponseMessage>(answer => !answer.IsSuccessStatusCode).[|RetryAsync|](retryCount: 3)")]
    [InlineData("AsyncRetrySyntax.[|RetryAsync|](Polly.Policy.Handle<HttpRequestException>(), 3)")]
    [InlineData("HttpPolicyExtensions.HandleTransientHttpError().[|RetryAsync|](5, (outcome, attempt) => Console.WriteLine(attempt))")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](3, _ => TimeSpan.FromMilliseconds(100))")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](3, attempt => TimeSpan.FromMilliseconds(Pause))")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().[|WaitAndRetry|](3, _ => TimeSpan.Zero)")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().[|WaitAndRetryForeverAsync|](_ => Moment)")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](3, Same)")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1) })")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](Enumerable.Repeat(TimeSpan.FromMilliseconds(200), 5))")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](Backoff.ConstantBackoff(TimeSpan.FromMilliseconds(200), 5))")]
    public Task Flags_a_policy_of_Polly_7_that_hardly_waits(string policy) => Flags(Policy(policy), RetryLibraries.Known);

    [Theory]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(Math.Pow(2, attempt)))")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(Math.Pow(2, attempt)) + TimeSpan.FromMilliseconds(Random.Shared.Next(0, 100)))")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, Longer)")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().WaitAndRetryAsync(Waits)")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, _ => TimeSpan.FromSeconds(30))")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, _ => configured)")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().WaitAndRetryAsync(Backoff.DecorrelatedJitterBackoffV2(TimeSpan.FromMilliseconds(200), 5))")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().WaitAndRetryAsync(Backoff.ExponentialBackoff(TimeSpan.FromMilliseconds(200), 5))")]
    [InlineData("Polly.Policy.Handle<HttpRequestException>().CircuitBreakerAsync(3, TimeSpan.FromMilliseconds(1))")]
    [InlineData("Polly.Policy.Handle<Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException>().RetryAsync(3)")]
    [InlineData("Polly.Policy.HandleResult<HttpResponseMessage>(answer => answer.StatusCode == HttpStatusCode.Unauthorized).RetryAsync(1, (outcome, attempt) => Console.WriteLine(\"renewing the token\"))")]
    public Task Allows_a_policy_of_Polly_7_that_waits_longer(string policy) => Allows(Policy(policy), RetryLibraries.Known);

    [Theory]
    [InlineData("new [|RetryStrategyOptions|] { MaxRetryAttempts = 5, Delay = TimeSpan.FromMilliseconds(200) }")]
    [InlineData("new [|RetryStrategyOptions|] { Delay = TimeSpan.Zero }")]
    [InlineData("new [|RetryStrategyOptions|] { Delay = TimeSpan.Zero, BackoffType = DelayBackoffType.Exponential, UseJitter = true }")]
    [InlineData("new [|RetryStrategyOptions<HttpResponseMessage>|] { BackoffType = DelayBackoffType.Constant, Delay = TimeSpan.FromSeconds(1) }")]
    [InlineData("new ResiliencePipelineBuilder().AddRetry([|new() { Delay = Moment }|]).Build()")]
    [InlineData("new [|RetryStrategyOptions|] { DelayGenerator = args => new ValueTask<TimeSpan?>(TimeSpan.FromMilliseconds(10)) }")]
    [InlineData("new [|RetryStrategyOptions|] { DelayGenerator = static _ => ValueTask.FromResult<TimeSpan?>(TimeSpan.Zero) }")]
    [InlineData("new [|RetryStrategyOptions|] { BackoffType = DelayBackoffType.Exponential, MaxDelay = TimeSpan.FromMilliseconds(20) }")]
    [InlineData("new [|Microsoft.Extensions.Http.Resilience.HttpRetryStrategyOptions|] { BackoffType = DelayBackoffType.Constant, Delay = TimeSpan.FromMilliseconds(500) }")]
    public Task Flags_options_of_Polly_8_that_hardly_wait(string policy) => Flags(Policy(policy), RetryLibraries.Known);

    [Theory]
    [InlineData("new RetryStrategyOptions { MaxRetryAttempts = 5, Delay = TimeSpan.FromMilliseconds(200), BackoffType = DelayBackoffType.Exponential, UseJitter = true }")]
    [InlineData("new RetryStrategyOptions { Delay = TimeSpan.FromMilliseconds(200), BackoffType = DelayBackoffType.Linear }")]
    [InlineData("new RetryStrategyOptions()")]
    [InlineData("new RetryStrategyOptions { Delay = TimeSpan.FromSeconds(10) }")]
    [InlineData("new RetryStrategyOptions { Delay = configured }")]
    [InlineData("new RetryStrategyOptions { DelayGenerator = args => new ValueTask<TimeSpan?>(TimeSpan.FromSeconds(args.AttemptNumber)) }")]
    [InlineData("new Microsoft.Extensions.Http.Resilience.HttpRetryStrategyOptions { Delay = TimeSpan.FromMilliseconds(200) }")]
    [InlineData("new Polly.Timeout.TimeoutStrategyOptions { Timeout = TimeSpan.FromMilliseconds(20) }")]
    [InlineData("new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().Handle<Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException>(), Delay = TimeSpan.Zero }")]
    public Task Allows_options_of_Polly_8_that_wait_longer(string policy) => Allows(Policy(policy), RetryLibraries.Known);

    [Theory]
    [InlineData("bus.UseMessageRetry(retry => retry.[|Immediate|](5));")]
    [InlineData("bus.UseMessageRetry(retry => retry.[|Interval|](5, 100));")]
    [InlineData("bus.UseMessageRetry(retry => retry.[|Interval|](5, TimeSpan.FromMilliseconds(500)));")]
    [InlineData("bus.UseMessageRetry(retry => retry.[|Intervals|](100, 100, 100));")]
    [InlineData("bus.UseMessageRetry(retry => { retry.Handle<HttpRequestException>(); retry.[|Immediate|](3); });")]
    public Task Flags_a_bus_that_hardly_waits(string setup) => Flags(Bus(setup));

    [Theory]
    [InlineData("bus.UseMessageRetry(retry => retry.Exponential(5, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(2)));")]
    [InlineData("bus.UseMessageRetry(retry => retry.Incremental(5, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)));")]
    [InlineData("bus.UseMessageRetry(retry => retry.Intervals(100, 500, 2000));")]
    [InlineData("bus.UseMessageRetry(retry => retry.Interval(5, TimeSpan.FromSeconds(30)));")]
    [InlineData("bus.UseMessageRetry(retry => { retry.Handle<Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException>(); retry.Immediate(3); });")]
    [InlineData("bus.UseDelayedRedelivery(retry => retry.Intervals(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15))); bus.UseMessageRetry(retry => retry.Immediate(5));")]
    public Task Allows_a_bus_that_waits_longer(string setup) => Allows(Bus(setup));

    [Theory]
    [InlineData("[[|Hangfire.AutomaticRetry|](Attempts = 3, DelaysInSeconds = new[] { 0 })] void Load() { }")]
    [InlineData("[[|Hangfire.AutomaticRetry|](Attempts = 3, DelaysInSeconds = new[] { 1, 1, 1 })] void Load() { }")]
    [InlineData("[[|Microsoft.Azure.Functions.Worker.FixedDelayRetry|](5, \"00:00:01\")] void Load() { }")]
    [InlineData("[[|Microsoft.Azure.Functions.Worker.FixedDelayRetry|](5, \"00:00:00\")] void Load() { }")]
    [InlineData("[[|Microsoft.Azure.Functions.Worker.ExponentialBackoffRetry|](5, \"00:00:00\", \"00:00:00.500\")] void Load() { }")]
    [InlineData("[[|Quartz.RetryPolicy|](3, \"00:00:00.1\")] class Load { }")]
    [InlineData("void Load() { var again = new [|Hangfire.AutomaticRetryAttribute|] { Attempts = 3, DelaysInSeconds = new[] { 1 } }; }")]
    [InlineData("object Load() => Quartz.RetryPolicy.[|Fixed|](3, TimeSpan.FromMilliseconds(100));")]
    [InlineData("void Load(Exception e) { throw new [|Quartz.JobExecutionException|](\"\", e) { RefireImmediately = true }; }")]
    [InlineData("void Load(Quartz.IJobExecutionContext context, Exception e) { throw new [|Quartz.JobExecutionException|](\"\", e) { RefireImmediately = context.RefireCount < 3 }; }")]
    [InlineData("void Load(Quartz.IJobExecutionContext context, Exception e) { var again = context.RefireCount <= 2; throw new [|Quartz.JobExecutionException|](\"\", e) { RefireImmediately = again }; }")]
    [InlineData("object Load() => new [|Microsoft.DurableTask.RetryPolicy|](5, TimeSpan.FromSeconds(1));")]
    [InlineData("object Load() => new [|Microsoft.DurableTask.RetryPolicy|](maxNumberOfAttempts: 5, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 1.0);")]
    [InlineData("object Load() => new [|Microsoft.Azure.WebJobs.Extensions.DurableTask.RetryOptions|](TimeSpan.FromSeconds(1), 5);")]
    [InlineData("object Load() => new [|Temporalio.Common.RetryPolicy|] { InitialInterval = TimeSpan.FromMilliseconds(100), BackoffCoefficient = 1, MaximumAttempts = 3 };")]
    public Task Flags_a_scheduler_that_hardly_waits(string member) => Flags($"class Loads {{ {member} }}", RetryLibraries.Known);

    [Theory]
    [InlineData("e.[|RefireImmediately|] = true; throw e;")]
    [InlineData("throw new [|Quartz.JobExecutionException|](e, true);")]
    [InlineData("throw new [|Quartz.JobExecutionException|](e, refireImmediately: true);")]
    public Task Flags_a_job_of_Quartz_3_that_is_fired_again_at_once(string body) => Flags($"class Loads {{ void Load(Quartz.JobExecutionException e) {{ {body} }} }}", new() { OtherMajors = true });

    [Theory]
    [InlineData("e.RefireImmediately = false; throw e;")]
    [InlineData("throw new Quartz.JobExecutionException(e, false);")]
    [InlineData("throw new Quartz.JobExecutionException(e);")]
    public Task Allows_a_job_of_Quartz_3_that_waits_for_its_trigger(string body) => Allows($"class Loads {{ void Load(Quartz.JobExecutionException e) {{ {body} }} }}", new() { OtherMajors = true });

    [Theory]
    [InlineData("[Hangfire.AutomaticRetry(Attempts = 3)] void Load() { }")]
    [InlineData("[Hangfire.AutomaticRetry(Attempts = 3, DelaysInSeconds = new[] { 1, 10, 60 })] void Load() { }")]
    [InlineData("[Microsoft.Azure.Functions.Worker.FixedDelayRetry(5, \"00:00:30\")] void Load() { }")]
    [InlineData("[Microsoft.Azure.Functions.Worker.ExponentialBackoffRetry(5, \"00:00:01\", \"00:15:00\")] void Load() { }")]
    [InlineData("[Quartz.RetryPolicy(3, \"00:00:00.1\", 2.0)] class Load { }")]
    [InlineData("object Load() => Quartz.RetryPolicy.Exponential(3, TimeSpan.FromMilliseconds(100), 2, TimeSpan.FromMinutes(1), 0.2);")]
    [InlineData("async Task Load(Quartz.IJobExecutionContext context, Exception e) { await Task.Delay(TimeSpan.FromSeconds(10 * context.RefireCount)); throw new Quartz.JobExecutionException(\"\", e) { RefireImmediately = context.RefireCount < 3 }; }")]
    [InlineData("void Load(bool again, Exception e) { throw new Quartz.JobExecutionException(\"\", e) { RefireImmediately = again }; }")]
    [InlineData("void Load(Exception e) { throw new Quartz.JobExecutionException(\"\", e) { RefireImmediately = false }; }")]
    [InlineData("object Load() => new Microsoft.DurableTask.RetryPolicy(5, TimeSpan.FromSeconds(1), 2.0);")]
    [InlineData("object Load() => new Microsoft.Azure.WebJobs.Extensions.DurableTask.RetryOptions(TimeSpan.FromSeconds(1), 5) { BackoffCoefficient = 2 };")]
    [InlineData("object Load() => new Temporalio.Common.RetryPolicy { InitialInterval = TimeSpan.FromMilliseconds(100), MaximumAttempts = 3 };")]
    public Task Allows_a_scheduler_that_waits_longer(string member) => Allows($"class Loads {{ {member} }}", RetryLibraries.Known);

    [Theory]
    [InlineData("var options = new Azure.Storage.Blobs.BlobClientOptions { Retry = { [|Mode|] = Azure.Core.RetryMode.Fixed, Delay = TimeSpan.FromMilliseconds(100) } };")]
    [InlineData("var options = new Azure.Storage.Blobs.BlobClientOptions(); options.Retry.[|Delay|] = TimeSpan.FromMilliseconds(100); options.Retry.Mode = Azure.Core.RetryMode.Fixed;")]
    [InlineData("var options = new [|Azure.Messaging.ServiceBus.ServiceBusRetryOptions|] { Mode = Azure.Messaging.ServiceBus.ServiceBusRetryMode.Fixed, Delay = TimeSpan.FromMilliseconds(100) };")]
    [InlineData("var options = new [|Azure.Messaging.EventHubs.EventHubsRetryOptions|] { Delay = TimeSpan.Zero };")]
    [InlineData("var options = Google.Api.Gax.Grpc.RetrySettings.[|FromConstantBackoff|](5, TimeSpan.FromMilliseconds(100), e => true);")]
    [InlineData("var provider = Microsoft.Data.SqlClient.SqlConfigurableRetryFactory.[|CreateFixedRetryProvider|](new Microsoft.Data.SqlClient.SqlRetryLogicOption { NumberOfTries = 5, DeltaTime = TimeSpan.FromMilliseconds(100) });")]
    [InlineData("var policy = new [|Grpc.Net.Client.Configuration.RetryPolicy|] { MaxAttempts = 5, InitialBackoff = TimeSpan.FromMilliseconds(100), BackoffMultiplier = 1 };")]
    [InlineData("Microsoft.EntityFrameworkCore.SqlServerDbContextOptionsExtensions.UseSqlServer(builder, \"\", sql => sql.[|EnableRetryOnFailure|](5, TimeSpan.FromMilliseconds(100), null));")]
    [InlineData("services.AddHttpClient(\"rates\").AddStandardResilienceHandler(options => { options.Retry.[|BackoffType|] = Polly.DelayBackoffType.Constant; options.Retry.Delay = TimeSpan.FromMilliseconds(100); });")]
    public Task Flags_a_client_that_hardly_waits(string body) => Flags(Client(body), RetryLibraries.Known);

    [Theory]
    [InlineData("var options = new Azure.Storage.Blobs.BlobClientOptions { Retry = { Mode = Azure.Core.RetryMode.Exponential, Delay = TimeSpan.FromMilliseconds(100) } };")]
    [InlineData("var options = new Azure.Storage.Blobs.BlobClientOptions { Retry = { MaxRetries = 5, Delay = TimeSpan.FromMilliseconds(100) } };")]
    [InlineData("var options = new Azure.Messaging.ServiceBus.ServiceBusRetryOptions { MaxRetries = 5, Delay = TimeSpan.FromMilliseconds(100) };")]
    [InlineData("var provider = Microsoft.Data.SqlClient.SqlConfigurableRetryFactory.CreateExponentialRetryProvider(new Microsoft.Data.SqlClient.SqlRetryLogicOption { NumberOfTries = 5, DeltaTime = TimeSpan.FromMilliseconds(100) });")]
    [InlineData("Microsoft.EntityFrameworkCore.SqlServerDbContextOptionsExtensions.UseSqlServer(builder, \"\", sql => sql.EnableRetryOnFailure(5, TimeSpan.FromSeconds(30), null));")]
    [InlineData("Microsoft.EntityFrameworkCore.SqlServerDbContextOptionsExtensions.UseSqlServer(builder, \"\", sql => sql.EnableRetryOnFailure());")]
    [InlineData("services.AddHttpClient(\"rates\").AddStandardResilienceHandler(options => { options.Retry.MaxRetryAttempts = 5; options.Retry.Delay = TimeSpan.FromMilliseconds(200); });")]
    public Task Allows_a_client_that_waits_longer(string body) => Allows(Client(body), RetryLibraries.Known);

    private static string Client(string body) => $"using Microsoft.Extensions.DependencyInjection; class Clients {{ void SetUp(IServiceCollection services, Microsoft.EntityFrameworkCore.DbContextOptionsBuilder builder) {{ {body} }} }}";

    private static string Bus(string setup) => $"using MassTransit; static class Bus {{ static void SetUp(IConsumePipeConfigurator bus) {{ {setup} }} }}";
}
