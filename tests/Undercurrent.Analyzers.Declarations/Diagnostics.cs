// The framework's older servers, and what stands beside it
namespace Microsoft.Extensions.AI
{
    public sealed class OpenTelemetryChatClient
    {
        public bool EnableSensitiveData { get; set; }
    }
}

namespace Microsoft.Extensions.Http.Diagnostics
{
    public enum HttpRouteParameterRedactionMode
    {
        Strict,
        Loose,
        None,
    }
}

namespace Microsoft.Extensions.Http.Logging
{
    public class LoggingOptions
    {
        public bool LogBody { get; set; }
        public bool LogRequestStart { get; set; }
        public int BodySizeLimit { get; set; }
        public Microsoft.Extensions.Http.Diagnostics.HttpRouteParameterRedactionMode RequestPathParameterRedactionMode { get; set; }
    }
}

namespace System.ServiceModel
{
    public sealed class ServiceBehaviorAttribute : Attribute
    {
        public bool IncludeExceptionDetailInFaults { get; set; }
    }
}

namespace System.ServiceModel.Description
{
    public class ServiceDebugBehavior
    {
        public bool IncludeExceptionDetailInFaults { get; set; }
    }
}

namespace System.Web.Http
{
    public enum IncludeErrorDetailPolicy
    {
        Default = 0,
        LocalOnly = 1,
        Always = 2,
        Never = 3,
    }
}

namespace CoreWCF.Description
{
    public class ServiceDebugBehavior
    {
        public bool IncludeExceptionDetailInFaults { get; set; }
    }
}

// Azure's telemetry and logins
namespace Microsoft.ApplicationInsights.DependencyCollector
{
    public class DependencyTrackingTelemetryModule
    {
        public bool EnableSqlCommandTextInstrumentation { get; set; }
    }
}

namespace Microsoft.IdentityModel.Logging
{
    public class IdentityModelEventSource
    {
        public static bool LogCompleteSecurityArtifact { get; set; }
        public static bool ShowPII { get; set; }
    }
}

// Elastic, and what was forked from it
namespace Elastic.Transport
{
    public class ApiCallDetails { }

    public class RequestConfiguration
    {
        public bool? DisableDirectStreaming { get; init; }
    }

    public class RequestConfigurationDescriptor
    {
        public RequestConfigurationDescriptor DisableDirectStreaming(bool? disable = true) => throw null!;
    }

    public abstract class TransportConfigurationDescriptorBase<T>
        where T : TransportConfigurationDescriptorBase<T>
    {
        public T DisableDirectStreaming(bool b = true) => throw null!;
        public virtual T EnableDebugMode(Action<ApiCallDetails> onRequestCompleted = null!) => throw null!;
        public virtual T PrettyJson(bool b = true) => throw null!;
    }
}

namespace Elasticsearch.Net
{
    public interface IApiCallDetails { }

    public class RequestConfiguration
    {
        public bool? DisableDirectStreaming { get; set; }
    }

    public class RequestConfigurationDescriptor
    {
        public RequestConfigurationDescriptor DisableDirectStreaming(bool? disable = true) => throw null!;
    }
}

namespace OpenSearch.Net
{
    public interface IApiCallDetails { }

    public abstract class ConnectionConfiguration<T>
        where T : ConnectionConfiguration<T>
    {
        public T DisableDirectStreaming(bool b = true) => throw null!;
        public T EnableDebugMode(Action<IApiCallDetails> onRequestCompleted = null!) => throw null!;
    }
}

// Other databases
namespace MongoDB.Driver.Core.Extensions.DiagnosticSources
{
    public class InstrumentationOptions
    {
        public bool CaptureCommandText { get; set; }
    }
}

namespace NHibernate.Cfg.Loquacious
{
    public class DbIntegrationConfigurationProperties
    {
        public bool LogFormattedSql { set { } }
        public bool LogSqlInConsole { set { } }
    }
}

namespace Npgsql.Logging
{
    public static class NpgsqlLogManager
    {
        public static bool IsParameterLoggingEnabled { get; set; }
    }
}

// Servers
namespace Grpc.AspNetCore.Server
{
    public class GrpcServiceOptions
    {
        public bool? EnableDetailedErrors { get; set; }
        public int? MaxReceiveMessageSize { get; set; }
    }
}

namespace HotChocolate.Execution.Options
{
    public class RequestExecutorOptions
    {
        public bool IncludeExceptionDetails { get; set; }
    }
}

// Traces and errors
namespace HttpTracer
{
    [Flags]
    public enum HttpMessageParts
    {
        Unspecified = 0,
        None = 1,
        RequestBody = 2,
        RequestHeaders = 4,
        RequestCookies = 8,
        RequestAll = RequestBody | RequestHeaders | RequestCookies,
        ResponseBody = 16,
        ResponseHeaders = 32,
        ResponseAll = ResponseBody | ResponseHeaders,
        All = ResponseAll | RequestAll,
    }
}

namespace OpenTelemetry.Instrumentation.EntityFrameworkCore
{
    public class EntityFrameworkInstrumentationOptions
    {
        public bool SetDbQueryParameters { get; set; }
        public bool SetDbStatementForStoredProcedure { get; set; }
        public bool SetDbStatementForText { get; set; }
    }
}

namespace OpenTelemetry.Instrumentation.MySqlData
{
    public class MySqlDataInstrumentationOptions
    {
        public bool SetDbStatement { get; set; }
    }
}

namespace OpenTelemetry.Instrumentation.SqlClient
{
    public class SqlClientInstrumentationOptions
    {
        public bool SetDbStatementForStoredProcedure { get; set; }
        public bool SetDbStatementForText { get; set; }
    }

    public class SqlClientTraceInstrumentationOptions
    {
        public bool RecordException { get; set; }
        public bool SetDbQueryParameters { get; set; }
        public bool SetDbStatementForStoredProcedure { get; set; }
        public bool SetDbStatementForText { get; set; }
    }
}

namespace OpenTelemetry.Instrumentation.StackExchangeRedis
{
    public class StackExchangeRedisInstrumentationOptions
    {
        public bool SetVerboseDatabaseStatements { get; set; }
    }
}

namespace Sentry
{
    public class SentryOptions
    {
        public string Dsn { get; set; }
        public bool SendDefaultPii { get; set; }
    }
}

namespace Sentry.Extensibility
{
    public enum RequestSize
    {
        None,
        Small,
        Medium,
        Always,
    }
}
