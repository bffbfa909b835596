using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

/// <summary>Points 4 and 5: the host runs the unit of work again, or every caller does.</summary>
public sealed partial class UC6001IngestionWithoutRetryTests
{
    // Declarations in the shape of packages that not every feed has.
    private const string Hosts =
        """
        namespace Hangfire
        {
            public static class BackgroundJob
            {
                public static string Enqueue(System.Linq.Expressions.Expression<Func<Task>> call) => "";
                public static string Enqueue<T>(System.Linq.Expressions.Expression<Func<T, Task>> call) => "";
            }

            public static class RecurringJob
            {
                public static void AddOrUpdate<T>(string id, System.Linq.Expressions.Expression<Func<T, Task>> call, string cron) { }
            }

            public sealed class AutomaticRetryAttribute : Attribute
            {
                public int Attempts { get; set; }
            }
        }

        namespace Microsoft.Azure.Functions.Worker
        {
            public sealed class TimerTriggerAttribute : Attribute { public TimerTriggerAttribute(string schedule) { } }
            public sealed class ServiceBusTriggerAttribute : Attribute { public ServiceBusTriggerAttribute(string queue) { } }
            public sealed class ExponentialBackoffRetryAttribute : Attribute { public ExponentialBackoffRetryAttribute(int max, string least, string most) { } }
        }

        namespace Temporalio.Activities
        {
            public sealed class ActivityAttribute : Attribute { }
        }
        """;

    private static readonly Given Hosted = new() { Sources = [("Hosts.cs", Hosts)] };

    [Theory]
    [InlineData("[Hangfire.AutomaticRetry(Attempts = 5)] public Task<string> Load() => http.GetStringAsync(\"rates\");")]
    [InlineData("public Task<string> Load() => http.GetStringAsync(\"rates\"); public static void Plan() => Hangfire.BackgroundJob.Enqueue<Loader>(loader => loader.Load());")]
    [InlineData("public Task<string> Load() => http.GetStringAsync(\"rates\"); public static void Plan() => Hangfire.RecurringJob.AddOrUpdate<Loader>(\"rates\", loader => loader.Load(), \"0 3 * * *\");")]
    [InlineData("[Microsoft.Azure.Functions.Worker.ExponentialBackoffRetry(5, \"00:00:04\", \"00:15:00\")] public Task<string> Load() => http.GetStringAsync(\"rates\");")]
    [InlineData("public Task<string> Load([Microsoft.Azure.Functions.Worker.ServiceBusTrigger(\"orders\")] string message) => http.GetStringAsync(\"rates\");")]
    [InlineData("[Temporalio.Activities.Activity] public Task<string> Load() => http.GetStringAsync(\"rates\");")]
    public Task Allows_work_its_host_runs_again(string member) => Allows(Around(member), Hosted);

    [Theory]
    [InlineData("[Hangfire.AutomaticRetry(Attempts = 0)] public Task<string> Load() => [|http.GetStringAsync(\"rates\")|];")]
    [InlineData("[Hangfire.AutomaticRetry(Attempts = 0)] public Task<string> Load() => [|http.GetStringAsync(\"rates\")|]; public static void Plan() => Hangfire.RecurringJob.AddOrUpdate<Loader>(\"rates\", loader => loader.Load(), \"0 3 * * *\");")]
    [InlineData("public Task<string> Load([Microsoft.Azure.Functions.Worker.TimerTrigger(\"0 0 3 * * *\")] object timer) => [|http.GetStringAsync(\"rates\")|];")]
    public Task Flags_work_its_host_runs_once(string member) => Flags(Around(member), Hosted);

    private const string RatesConsumer =
        """
        using MassTransit;

        public sealed record Asked(int Id);

        public sealed class RatesConsumer : IConsumer<Asked>
        {
            private readonly HttpClient http;

            public RatesConsumer(HttpClient http) => this.http = http;

            public async Task Consume(ConsumeContext<Asked> context) => Console.WriteLine(await http.GetStringAsync("rates"));
        }
        """;

    [Fact]
    public Task Allows_a_consumer_whose_bus_tries_again() => Allows(
        RatesConsumer,
        new() { Sources = [("Bus.cs", "using MassTransit; static class Bus { static void Add(IBusRegistrationConfigurator bus) => bus.AddConfigureEndpointsCallback((name, endpoint) => endpoint.UseMessageRetry(retry => retry.Interval(3, 1000))); }")] });

    [Fact]
    public Task Flags_a_consumer_whose_bus_does_not() => Flags(RatesConsumer.Replace("http.GetStringAsync(\"rates\")", "[|http.GetStringAsync(\"rates\")|]"));

    private const string RatesJob =
        """
        using Quartz;

        public sealed class RatesJob : IJob
        {
            private readonly HttpClient http;

            public RatesJob(HttpClient http) => this.http = http;

            public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => Console.WriteLine(await http.GetStringAsync("rates"));
        }
        """;

    [Fact]
    public Task Allows_a_job_whose_trigger_has_a_retry_policy() => Allows(RatesJob.Replace("public sealed class", "[RetryPolicy(3, \"00:00:05\")] public sealed class"));

    [Fact]
    public Task Flags_a_job_without_one() => Flags(RatesJob.Replace("http.GetStringAsync(\"rates\")", "[|http.GetStringAsync(\"rates\")|]"));

    [Theory]
    [InlineData("await channel.BasicNackAsync(message.DeliveryTag, multiple: false, requeue: true);", false)]
    [InlineData("await channel.BasicNackAsync(message.DeliveryTag, multiple: false, requeue: false);", true)]
    public Task Knows_a_consumer_that_gives_its_message_back(string failure, bool speaks)
    {
        var source =
            $$"""
            using RabbitMQ.Client;
            using RabbitMQ.Client.Events;

            public sealed class Consumer
            {
                private readonly HttpClient http;
                private readonly IChannel channel;

                public Consumer(HttpClient http, IChannel channel) => (this.http, this.channel) = (http, channel);

                public void Start(AsyncEventingBasicConsumer consumer) => consumer.ReceivedAsync += Handle;

                private async Task Handle(object sender, BasicDeliverEventArgs message)
                {
                    try
                    {
                        Console.WriteLine(await {{(speaks ? "[|http.GetStringAsync(\"rates\")|]" : "http.GetStringAsync(\"rates\")")}});
                        await channel.BasicAckAsync(message.DeliveryTag, false);
                    }
                    catch (HttpRequestException)
                    {
                        {{failure}}
                    }
                }
            }
            """;
        return speaks ? Flags(source) : Allows(source);
    }

    [Theory]
    [InlineData("private Task<string> Once() => http.GetStringAsync(\"rates\"); public async Task<string> Load(IAsyncPolicy policy) => await policy.ExecuteAsync(() => Once());")]
    [InlineData("internal Task<string> Once() => Twice(); private async Task<string> Twice() => await http.GetStringAsync(\"rates\"); public async Task<string> Load(IAsyncPolicy policy) => await policy.ExecuteAsync(() => Once());")]
    [InlineData("private Task<string> Once() => http.GetStringAsync(\"rates\"); public async Task<string> Load() { while (true) { try { return await Once(); } catch { await Task.Delay(1000); } } }")]
    [InlineData("private async Task<string> Page(int page) => page == 0 ? \"\" : await http.GetStringAsync(\"rates\") + await Page(page - 1); public async Task<string> Load(IAsyncPolicy policy) => await policy.ExecuteAsync(() => Page(3));")]
    public Task Allows_a_method_all_of_whose_callers_retry(string member) => Allows(Around(member));

    [Theory]
    [InlineData("private Task<string> Once() => [|http.GetStringAsync(\"rates\")|]; public async Task<string> Load(IAsyncPolicy policy) => await policy.ExecuteAsync(() => Once()) + await Once();")]
    [InlineData("private Task<string> Once() => [|http.GetStringAsync(\"rates\")|];")]
    [InlineData("private async Task<string> Page(int page) => page == 0 ? \"\" : await [|http.GetStringAsync(\"rates\")|] + await Page(page - 1);")]
    [InlineData("public Task<string> Load() => Once(); private Task<string> Once() => [|http.GetStringAsync(\"rates\")|];")]
    public Task Flags_a_method_some_caller_of_which_does_not(string member) => Flags(Around(member));

    [Fact]
    public Task Allows_a_source_called_through_its_interface_in_another_file() => Allows(
        """
        public interface ISource
        {
            Task<string> Read(string path);
        }

        internal sealed class Source : ISource
        {
            private readonly HttpClient http;

            public Source(HttpClient http) => this.http = http;

            public Task<string> Read(string path) => http.GetStringAsync(path);
        }
        """,
        new()
        {
            Sources =
            [
                ("Run.cs",
                """
                using Polly;

                sealed class Run
                {
                    public async Task<string> Night(ISource source, ResiliencePipeline retry) => await retry.ExecuteAsync(async token => await source.Read("rates"));
                }
                """),
            ],
        });

    [Fact]
    public Task Flags_a_source_called_through_its_interface_without_a_retry() => Flags(
        """
        public interface ISource
        {
            Task<string> Read(string path);
        }

        internal sealed class Source : ISource
        {
            private readonly HttpClient http;

            public Source(HttpClient http) => this.http = http;

            public Task<string> Read(string path) => [|http.GetStringAsync(path)|];
        }
        """,
        new() { Sources = [("Run.cs", "sealed class Run { public Task<string> Night(ISource source) => source.Read(\"rates\"); }")] });
}
