// Google.Api.Gax.Grpc
namespace Google.Api.Gax.Grpc
{
    public sealed class RetrySettings
    {
        public static RetrySettings FromConstantBackoff(int maxAttempts, TimeSpan backoff, Predicate<Exception> retryFilter, IJitter? backoffJitter = null) => throw null!;
        public static RetrySettings FromExponentialBackoff(int maxAttempts, TimeSpan initialBackoff, TimeSpan maxBackoff, double backoffMultiplier, Predicate<Exception> retryFilter, IJitter? backoffJitter = null) => throw null!;

        public interface IJitter
        {
            TimeSpan GetDelay(TimeSpan maxDelay);
        }
    }
}

// Grpc.Net.Client
namespace Grpc.Net.Client.Configuration
{
    public sealed class RetryPolicy
    {
        public int? MaxAttempts { get; set; }
        public TimeSpan? InitialBackoff { get; set; }
        public TimeSpan? MaxBackoff { get; set; }
        public double? BackoffMultiplier { get; set; }
    }
}

// Polly.Contrib.WaitAndRetry
namespace Polly.Contrib.WaitAndRetry
{
    public static class Backoff
    {
        public static IEnumerable<TimeSpan> ConstantBackoff(TimeSpan delay, int retryCount, bool fastFirst = false) => throw null!;
        public static IEnumerable<TimeSpan> LinearBackoff(TimeSpan initialDelay, int retryCount, double factor = 1.0, bool fastFirst = false) => throw null!;
        public static IEnumerable<TimeSpan> ExponentialBackoff(TimeSpan initialDelay, int retryCount, double factor = 2.0, bool fastFirst = false) => throw null!;
        public static IEnumerable<TimeSpan> DecorrelatedJitterBackoffV2(TimeSpan medianFirstRetryDelay, int retryCount, int? seed = null, bool fastFirst = false) => throw null!;
    }
}

// Polly.Extensions.Http
namespace Polly.Extensions.Http
{
    public static class HttpPolicyExtensions
    {
        public static PolicyBuilder<HttpResponseMessage> HandleTransientHttpError() => throw null!;
        public static PolicyBuilder<HttpResponseMessage> OrTransientHttpError(this PolicyBuilder policyBuilder) => throw null!;
        public static PolicyBuilder<HttpResponseMessage> OrTransientHttpStatusCode(this PolicyBuilder policyBuilder) => throw null!;
    }
}
