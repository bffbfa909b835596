// Microsoft.ApplicationInsights
namespace Microsoft.ApplicationInsights
{
    public sealed class TelemetryClient
    {
        public void TrackEvent(string eventName, IDictionary<string, string>? properties = null) => throw null!;
        public void TrackTrace(string message) => throw null!;
        public void TrackTrace(string message, IDictionary<string, string> properties) => throw null!;
        public void TrackException(Exception exception, IDictionary<string, string>? properties = null) => throw null!;
        public void TrackMetric(string name, double value, IDictionary<string, string>? properties = null) => throw null!;
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
    }

    public class Scope
    {
        public SentryUser User { get; set; }
        public void SetTag(string key, string value) => throw null!;
        public void SetExtra(string key, object? value) => throw null!;
    }

    public static class SentrySdk
    {
        public static void CaptureMessage(string message) => throw null!;
        public static void ConfigureScope(Action<Scope> configureScope) => throw null!;
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

    public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>;
}

// Microsoft.IdentityModel.Tokens
namespace Microsoft.IdentityModel.Tokens
{
    public class SymmetricSecurityKey
    {
        public SymmetricSecurityKey(byte[] key) => throw null!;
    }
}
