// Microsoft.ApplicationInsights
namespace Microsoft.ApplicationInsights
{
    using DataContracts;

    public sealed class TelemetryClient
    {
        public TelemetryContext Context => throw null!;
        public void TrackAvailability(string name, DateTimeOffset timeStamp, TimeSpan duration, string runLocation, bool success, string? message = null, IDictionary<string, string>? properties = null) => throw null!;
        public void TrackDependency(string dependencyTypeName, string dependencyName, string data, DateTimeOffset startTime, TimeSpan duration, bool success) => throw null!;
        public void TrackDependency(DependencyTelemetry telemetry) => throw null!;
        public void TrackEvent(string eventName, IDictionary<string, string>? properties = null) => throw null!;
        public void TrackEvent(EventTelemetry telemetry) => throw null!;
        public void TrackTrace(string message) => throw null!;
        public void TrackTrace(string message, IDictionary<string, string> properties) => throw null!;
        public void TrackTrace(TraceTelemetry telemetry) => throw null!;
        public void TrackException(Exception exception, IDictionary<string, string>? properties = null) => throw null!;
        public void TrackException(ExceptionTelemetry telemetry) => throw null!;
        public void TrackMetric(string name, double value, IDictionary<string, string>? properties = null) => throw null!;
        public void TrackPageView(string name) => throw null!;
        public void TrackRequest(string name, DateTimeOffset startTime, TimeSpan duration, string responseCode, bool success) => throw null!;
        public void TrackRequest(RequestTelemetry request) => throw null!;
    }
}

namespace Microsoft.ApplicationInsights.Channel
{
    public interface ITelemetry
    {
        DataContracts.TelemetryContext Context { get; }
    }
}

namespace Microsoft.ApplicationInsights.DataContracts
{
    public interface ISupportProperties
    {
        IDictionary<string, string> Properties { get; }
    }

    public sealed class TelemetryContext
    {
        public Extensibility.Implementation.UserContext User => throw null!;
        public Extensibility.Implementation.LocationContext Location => throw null!;
        public Extensibility.Implementation.OperationContext Operation => throw null!;
        public IDictionary<string, string> Properties => throw null!;
        public IDictionary<string, string> GlobalProperties => throw null!;
    }

    public abstract class OperationTelemetry : Channel.ITelemetry
    {
        public TelemetryContext Context => throw null!;
    }

    public sealed class AvailabilityTelemetry : ISupportProperties
    {
        public IDictionary<string, string> Properties => throw null!;
    }

    public sealed class DependencyTelemetry : OperationTelemetry, ISupportProperties
    {
        public string Name { get; set; }
        public string Data { get; set; }
        public IDictionary<string, string> Properties => throw null!;
    }

    public sealed class EventTelemetry : ISupportProperties
    {
        public EventTelemetry() => throw null!;
        public EventTelemetry(string name) => throw null!;
        public string Name { get; set; }
        public IDictionary<string, string> Properties => throw null!;
    }

    public sealed class ExceptionTelemetry : ISupportProperties
    {
        public ExceptionTelemetry(Exception exception) => throw null!;
        public IDictionary<string, string> Properties => throw null!;
    }

    public sealed class MetricTelemetry : ISupportProperties
    {
        public IDictionary<string, string> Properties => throw null!;
    }

    public sealed class PageViewTelemetry : ISupportProperties
    {
        public IDictionary<string, string> Properties => throw null!;
    }

    public class RequestTelemetry : OperationTelemetry, ISupportProperties
    {
        public string Name { get; set; }
        public IDictionary<string, string> Properties => throw null!;
    }

    public sealed class TraceTelemetry : ISupportProperties
    {
        public TraceTelemetry(string message) => throw null!;
        public string Message { get; set; }
        public IDictionary<string, string> Properties => throw null!;
    }
}

namespace Microsoft.ApplicationInsights.Extensibility.Implementation
{
    public sealed class UserContext
    {
        public string Id { get; set; }
        public string AccountId { get; set; }
        public string AuthenticatedUserId { get; set; }
    }

    public sealed class LocationContext
    {
        public string Ip { get; set; }
    }

    public sealed class OperationContext
    {
        public string Name { get; set; }
    }
}

// Sentry
namespace Sentry
{
    public sealed class SentryUser
    {
        public string? Id { get; set; }
        public string? Username { get; set; }
        public string? Email { get; set; }
        public string? IpAddress { get; set; }
        public IDictionary<string, string> Other { get; set; }
    }

    public class SentryMessage
    {
        public string? Message { get; set; }
        public static implicit operator SentryMessage(string message) => throw null!;
    }

    public interface IHasTags
    {
        void SetTag(string key, string value);
    }

    public interface IHasExtra
    {
        void SetExtra(string key, object? value);
    }

    public interface IHasData
    {
        void SetData(string key, object? value);
    }

    public interface IEventLike : IHasTags, IHasExtra
    {
        SentryUser User { get; set; }
    }

    public static class HasTagsExtensions
    {
        public static void SetTags(this IHasTags hasTags, IEnumerable<KeyValuePair<string, string>> tags) => throw null!;
    }

    public static class ScopeExtensions
    {
        public static void AddBreadcrumb(this Scope scope, string message, string? category = null, string? type = null) => throw null!;
    }

    public class Scope : IEventLike
    {
        public SentryUser User { get; set; }
        public void SetTag(string key, string value) => throw null!;
        public void SetExtra(string key, object? value) => throw null!;
    }

    public sealed class SentryEvent : IEventLike
    {
        public SentryMessage? Message { get; set; }
        public SentryUser User { get; set; }
        public void SetTag(string key, string value) => throw null!;
        public void SetExtra(string key, object? value) => throw null!;
    }

    public static class SentrySdk
    {
        public static void AddBreadcrumb(string message, string? category = null, string? type = null, IDictionary<string, string>? data = null) => throw null!;
        public static void CaptureMessage(string message) => throw null!;
        public static void ConfigureScope(Action<Scope> configureScope) => throw null!;
    }
}

// Datadog.Trace and DogStatsD-CSharp-Client
namespace Datadog.Trace
{
    public interface ISpan : IDisposable
    {
        string OperationName { get; set; }
        string ResourceName { get; set; }
        ISpan SetTag(string key, string? value);
    }

    public struct UserDetails
    {
        public UserDetails(string id) => throw null!;
        public string? Email { get; set; }
        public string? Name { get; set; }
        public string Id { get; set; }
    }
}

namespace StatsdClient
{
    public interface IDogStatsd
    {
        void Counter(string statName, double value, double sampleRate = 1.0, string[]? tags = null, DateTimeOffset? timestamp = null);
        void Gauge(string statName, double value, double sampleRate = 1.0, string[]? tags = null, DateTimeOffset? timestamp = null);
        void Histogram(string statName, double value, double sampleRate = 1.0, string[]? tags = null);
        void Increment(string statName, int value = 1, double sampleRate = 1.0, string[]? tags = null, DateTimeOffset? timestamp = null);
    }

    public static class DogStatsd
    {
        public static void Counter(string statName, double value, double sampleRate = 1.0, string[]? tags = null, DateTimeOffset? timestamp = null) => throw null!;
        public static void Distribution(string statName, double value, double sampleRate = 1.0, string[]? tags = null) => throw null!;
        public static void Event(string title, string text, string? alertType = null) => throw null!;
        public static void Gauge(string statName, double value, double sampleRate = 1.0, string[]? tags = null, DateTimeOffset? timestamp = null) => throw null!;
        public static void Histogram(string statName, double value, double sampleRate = 1.0, string[]? tags = null) => throw null!;
        public static void Increment(string statName, int value = 1, double sampleRate = 1.0, string[]? tags = null, DateTimeOffset? timestamp = null) => throw null!;
    }
}

// Elastic.Apm
namespace Elastic.Apm.Api
{
    public interface IExecutionSegment
    {
        string Name { get; set; }
        void SetLabel(string key, string value);
        void SetLabel(string key, bool value);
        void SetLabel(string key, double value);
        void SetLabel(string key, int value);
        void SetLabel(string key, long value);
        void SetLabel(string key, decimal value);
    }

    public interface ITransaction : IExecutionSegment
    {
        Dictionary<string, string> Custom { get; }
    }
}

// NewRelic.Agent.Api
namespace NewRelic.Api.Agent
{
    public interface ISpan
    {
        ISpan AddCustomAttribute(string key, object value);
    }

    public interface ITransaction
    {
        ITransaction AddCustomAttribute(string key, object value);
        void SetUserId(string userid);
    }

    public static class NewRelic
    {
        public static void AddCustomParameter(string key, string value) => throw null!;
        public static void NoticeError(string message, IDictionary<string, string> parameters) => throw null!;
        public static void RecordCustomEvent(string eventType, IEnumerable<KeyValuePair<string, object>> attributes) => throw null!;
        public static void SetUserParameters(string userName, string accountName, string productName) => throw null!;
    }
}

// OpenTracing
namespace OpenTracing
{
    public interface ISpan
    {
        ISpan Log(string @event);
        ISpan Log(IEnumerable<KeyValuePair<string, object>> fields);
        ISpan SetBaggageItem(string key, string value);
        ISpan SetOperationName(string operationName);
        ISpan SetTag(string key, string value);
    }

    public interface ISpanBuilder
    {
        ISpanBuilder WithTag(string key, string value);
    }
}

// prometheus-net
namespace Prometheus
{
    public interface ICollector<out TChild>
    {
        TChild WithLabels(params string[] labelValues);
    }

    public abstract class Collector<TChild> : ICollector<TChild>
    {
        public TChild Labels(params string[] labelValues) => throw null!;
        public TChild WithLabels(params string[] labelValues) => throw null!;
    }
}

// Grpc.Core.Api
namespace Grpc.Core
{
    public interface IAsyncStreamWriter<in T>
    {
        Task WriteAsync(T message);
        Task WriteAsync(T message, CancellationToken cancellationToken) => throw null!;
    }

    public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T> { }

    public enum StatusCode { OK, NotFound = 5, Internal = 13 }

    public struct Status
    {
        public Status(StatusCode statusCode, string detail) => throw null!;
        public string Detail => throw null!;
    }
}

// Microsoft.IdentityModel.Tokens
namespace Microsoft.IdentityModel.Tokens
{
    public class SymmetricSecurityKey
    {
        public SymmetricSecurityKey(byte[] key) => throw null!;
    }
}
