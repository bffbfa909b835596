// System.Runtime.Caching
namespace System.Runtime.Caching
{
    public abstract class ChangeMonitor
    {
    }

    public class CacheItem
    {
        public CacheItem(string key, object value) => throw null!;
    }

    public class CacheItemPolicy
    {
        public DateTimeOffset AbsoluteExpiration { get; set; }
        public TimeSpan SlidingExpiration { get; set; }
        public Collections.ObjectModel.Collection<ChangeMonitor> ChangeMonitors => throw null!;
    }

    public abstract class ObjectCache
    {
        public static readonly DateTimeOffset InfiniteAbsoluteExpiration;
        public static readonly TimeSpan NoSlidingExpiration;
        public abstract object AddOrGetExisting(string key, object value, CacheItemPolicy policy, string? regionName = null);
        public virtual bool Add(string key, object value, DateTimeOffset absoluteExpiration, string? regionName = null) => throw null!;
        public virtual bool Add(string key, object value, CacheItemPolicy policy, string? regionName = null) => throw null!;
        public abstract void Set(string key, object value, DateTimeOffset absoluteExpiration, string? regionName = null);
        public abstract void Set(string key, object value, CacheItemPolicy policy, string? regionName = null);
    }

    public class MemoryCache : ObjectCache
    {
        public static MemoryCache Default => throw null!;
        public override object AddOrGetExisting(string key, object value, CacheItemPolicy policy, string? regionName = null) => throw null!;
        public override void Set(string key, object value, DateTimeOffset absoluteExpiration, string? regionName = null) => throw null!;
        public override void Set(string key, object value, CacheItemPolicy policy, string? regionName = null) => throw null!;
    }
}

// Azure.Messaging.ServiceBus
namespace Azure.Messaging.ServiceBus.Administration
{
    public class CreateQueueOptions
    {
        public CreateQueueOptions(string name) => throw null!;
        public string Name { get; set; }
        public TimeSpan DefaultMessageTimeToLive { get; set; }
        public TimeSpan AutoDeleteOnIdle { get; set; }
        public TimeSpan LockDuration { get; set; }
    }

    public class CreateTopicOptions
    {
        public CreateTopicOptions(string name) => throw null!;
        public string Name { get; set; }
        public TimeSpan DefaultMessageTimeToLive { get; set; }
        public TimeSpan AutoDeleteOnIdle { get; set; }
    }
}

// NATS.Client.JetStream
namespace NATS.Client.JetStream.Models
{
    public record StreamConfig
    {
        public StreamConfig() => throw null!;
        public StreamConfig(string name, ICollection<string> subjects) => throw null!;
        public string? Name { get; set; }
        public ICollection<string>? Subjects { get; set; }
        public long MaxMsgs { get; set; }
        public long MaxMsgsPerSubject { get; set; }
        public long MaxBytes { get; set; }
        public TimeSpan MaxAge { get; set; }
        public bool NoAck { get; set; }
        public StreamConfigStorage Storage { get; set; }
    }

    public enum StreamConfigStorage
    {
        File = 0,
        Memory = 1,
    }
}

// Google.Apis.Storage.v1
namespace Google.Apis.Storage.v1.Data
{
    public class Bucket
    {
        public virtual string Name { get; set; }
        public virtual string Location { get; set; }
        public virtual LifecycleData Lifecycle { get; set; }

        public class LifecycleData
        {
        }
    }
}
