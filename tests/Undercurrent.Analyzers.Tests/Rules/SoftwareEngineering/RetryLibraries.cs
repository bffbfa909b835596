using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

/// <summary>Snippets beside the declarations of what retries but comes in packages that not every feed has.</summary>
internal static class RetryLibraries
{
    private const string Resilience =
        """
        namespace Microsoft.Extensions.Http.Resilience
        {
            public class HttpRetryStrategyOptions : Polly.Retry.RetryStrategyOptions<HttpResponseMessage> { }
            public class HttpStandardResilienceOptions { public HttpRetryStrategyOptions Retry { get; set; } = new(); }
            public interface IHttpResiliencePipelineBuilder { }
            public interface IHttpStandardResiliencePipelineBuilder { }
            public static class HttpRetryStrategyOptionsExtensions { public static void DisableForUnsafeHttpMethods(this HttpRetryStrategyOptions options) { } }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            using Microsoft.Extensions.Http.Resilience;

            public static class ResilienceHttpClientBuilderExtensions
            {
                public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder) => throw null!;
                public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder, Action<HttpStandardResilienceOptions> configure) => throw null!;
                public static IHttpResiliencePipelineBuilder AddResilienceHandler(this IHttpClientBuilder builder, string pipelineName, Action<Polly.ResiliencePipelineBuilder<HttpResponseMessage>> configure) => throw null!;
                public static IHttpClientBuilder RemoveAllResilienceHandlers(this IHttpClientBuilder builder) => builder;
            }
        }
        """;

    private const string Hosts =
        """
        namespace Hangfire
        {
            public static class BackgroundJob
            {
                public static string Enqueue<T>(System.Linq.Expressions.Expression<Func<T, Task>> call) => "";
            }

            public sealed class AutomaticRetryAttribute : Attribute
            {
                public int Attempts { get; set; }
                public int[] DelaysInSeconds { get; set; } = { };
            }
        }

        namespace Microsoft.Azure.Functions.Worker
        {
            public sealed class FixedDelayRetryAttribute : Attribute { public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval) { } }
            public sealed class ExponentialBackoffRetryAttribute : Attribute { public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval) { } }
            public sealed class QueueTriggerAttribute : Attribute { public QueueTriggerAttribute(string queueName) { } }
        }

        namespace Microsoft.DurableTask
        {
            public class RetryPolicy { public RetryPolicy(int maxNumberOfAttempts, TimeSpan firstRetryInterval, double backoffCoefficient = 1.0, TimeSpan? maxRetryInterval = null, TimeSpan? retryTimeout = null) { } }
        }

        namespace Microsoft.Azure.WebJobs.Extensions.DurableTask
        {
            public class RetryOptions
            {
                public RetryOptions(TimeSpan firstRetryInterval, int maxNumberOfAttempts) { }
                public double BackoffCoefficient { get; set; }
                public TimeSpan RetryTimeout { get; set; }
            }
        }

        namespace Temporalio.Common
        {
            public record RetryPolicy
            {
                public TimeSpan InitialInterval { get; init; }
                public float BackoffCoefficient { get; init; }
                public int MaximumAttempts { get; init; }
            }
        }

        namespace Temporalio.Workflows
        {
            public class ActivityOptions
            {
                public TimeSpan? StartToCloseTimeout { get; set; }
                public TimeSpan? ScheduleToCloseTimeout { get; set; }
                public Common.RetryPolicy? RetryPolicy { get; set; }
            }
        }

        namespace Azure.Messaging.ServiceBus
        {
            public enum ServiceBusRetryMode { Fixed, Exponential }

            public class ServiceBusRetryOptions
            {
                public ServiceBusRetryMode Mode { get; set; }
                public int MaxRetries { get; set; }
                public TimeSpan Delay { get; set; }
            }

            public class ProcessMessageEventArgs : EventArgs { }

            public class ServiceBusProcessor { public event Func<ProcessMessageEventArgs, Task> ProcessMessageAsync { add { } remove { } } }

            public class ServiceBusMessage
            {
                public ServiceBusMessage(string body) { }
                public string MessageId { get; set; } = "";
            }

            public class ServiceBusSender { public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) => Task.CompletedTask; }
        }

        namespace Azure.Messaging.EventHubs
        {
            public class EventHubsRetryOptions
            {
                public int MaximumRetries { get; set; }
                public TimeSpan Delay { get; set; }
            }
        }
        """;

    public static readonly Given Known = new()
    {
        Sources =
        [
            ("Resilience.cs", Resilience), ("Hosts.cs", Hosts),
            ("Retries.cs", "#nullable disable\n" + File.ReadAllText(Path.Combine(House.House.Root, "tests", "Undercurrent.Analyzers.Declarations", "Retries.cs"))),
        ],
    };
}
