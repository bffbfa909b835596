// Audit.NET and its companions
namespace Audit.Core
{
    public class AuditScopeOptions
    {
        public string EventType { get; set; }
        public object ExtraFields { get; set; }
        public bool IsCreateAndSave { get; set; }
    }

    public interface IAuditScope : IDisposable, IAsyncDisposable
    {
        void Comment(string text);
        void SetCustomField<TC>(string fieldName, TC value, bool serialize = false);
        void Save();
        Task SaveAsync(CancellationToken cancellationToken = default);
    }

    public class AuditScope : IAuditScope
    {
        public static AuditScope Create(AuditScopeOptions options) => throw null!;
        public static AuditScope Create(string eventType, Func<object> target, object? extraFields = null) => throw null!;
        public static Task<AuditScope> CreateAsync(AuditScopeOptions options, CancellationToken cancellationToken = default) => throw null!;
        public static Task<AuditScope> CreateAsync(string eventType, Func<object> target, object? extraFields = null, CancellationToken cancellationToken = default) => throw null!;
        public static void Log(string eventType, object extraFields) => throw null!;
        public static Task LogAsync(string eventType, object extraFields, CancellationToken cancellationToken = default) => throw null!;
        public void Comment(string text) => throw null!;
        public void SetCustomField<TC>(string fieldName, TC value, bool serialize = false) => throw null!;
        public void Save() => throw null!;
        public Task SaveAsync(CancellationToken cancellationToken = default) => throw null!;
        public void Dispose() => throw null!;
        public ValueTask DisposeAsync() => throw null!;
    }

    public interface IAuditScopeFactory
    {
        IAuditScope Create(AuditScopeOptions options);
        Task<IAuditScope> CreateAsync(AuditScopeOptions options, CancellationToken cancellationToken = default);
    }
}

namespace Audit.Mvc
{
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public class AuditAttribute : Attribute
    {
        public string EventTypeName { get; set; }
    }
}

namespace Audit.WebApi
{
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public class AuditApiAttribute : Attribute
    {
        public string EventTypeName { get; set; }
    }
}

namespace Audit.EntityFramework
{
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class AuditDbContextAttribute : Attribute
    {
        public bool IncludeEntityObjects { get; set; }
    }

    [AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
    public sealed class AuditIgnoreAttribute : Attribute;

    public abstract class AuditDbContext : Microsoft.EntityFrameworkCore.DbContext
    {
        protected AuditDbContext() => throw null!;
        protected AuditDbContext(Microsoft.EntityFrameworkCore.DbContextOptions options) => throw null!;
    }

    public class AuditSaveChangesInterceptor : Microsoft.EntityFrameworkCore.Diagnostics.SaveChangesInterceptor;

    public class AuditCommandInterceptor : Microsoft.EntityFrameworkCore.Diagnostics.DbCommandInterceptor;
}

namespace Audit.Hangfire
{
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public class AuditJobExecutionFilterAttribute : global::Hangfire.Common.JobFilterAttribute;
}

// Destructurama.Attributed
namespace Destructurama.Attributed
{
    [AttributeUsage(AttributeTargets.Property)]
    public class NotLoggedAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Property)]
    public class NotLoggedIfNullAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Property)]
    public class NotLoggedIfDefaultAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Property)]
    public class LogAsScalarAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Property)]
    public class LogMaskedAttribute : Attribute
    {
        public string Text { get; set; }
        public int ShowFirst { get; set; }
        public int ShowLast { get; set; }
    }

    [AttributeUsage(AttributeTargets.Property)]
    public class LogReplacedAttribute(string pattern, string replacement) : Attribute;
}

// log4net
namespace log4net
{
    public interface ILog
    {
        void Debug(object? message);
        void Debug(object? message, Exception? exception);
        void DebugFormat(string format, params object?[]? args);
        void Info(object? message);
        void Info(object? message, Exception? exception);
        void InfoFormat(string format, params object?[]? args);
        void Warn(object? message);
        void Warn(object? message, Exception? exception);
        void WarnFormat(string format, params object?[]? args);
        void Error(object? message);
        void Error(object? message, Exception? exception);
        void ErrorFormat(string format, params object?[]? args);
        void Fatal(object? message);
        void Fatal(object? message, Exception? exception);
        void FatalFormat(string format, params object?[]? args);
        bool IsDebugEnabled { get; }
    }

    public static class LogManager
    {
        public static ILog GetLogger(Type type) => throw null!;
        public static ILog GetLogger(string name) => throw null!;
    }
    public static class GlobalContext
    {
        public static Util.GlobalContextProperties Properties => throw null!;
    }

    public static class ThreadContext
    {
        public static Util.ThreadContextProperties Properties => throw null!;
        public static Util.ThreadContextStacks Stacks => throw null!;
    }

    public static class LogicalThreadContext
    {
        public static Util.LogicalThreadContextProperties Properties => throw null!;
        public static Util.LogicalThreadContextStacks Stacks => throw null!;
    }
}

namespace log4net.Util
{
    public abstract class ContextPropertiesBase
    {
        public abstract object? this[string key] { get; set; }
    }

    public sealed class GlobalContextProperties : ContextPropertiesBase
    {
        public override object? this[string key] { get => throw null!; set => throw null!; }
    }

    public sealed class ThreadContextProperties : ContextPropertiesBase
    {
        public override object? this[string key] { get => throw null!; set => throw null!; }
    }

    public sealed class LogicalThreadContextProperties : ContextPropertiesBase
    {
        public override object? this[string key] { get => throw null!; set => throw null!; }
    }

    public sealed class ThreadContextStacks
    {
        public ThreadContextStack this[string key] => throw null!;
    }

    public sealed class ThreadContextStack
    {
        public IDisposable Push(string message) => throw null!;
    }

    public sealed class LogicalThreadContextStacks
    {
        public LogicalThreadContextStack this[string key] => throw null!;
    }

    public sealed class LogicalThreadContextStack
    {
        public IDisposable Push(string message) => throw null!;
    }
}
