using System.Linq.Expressions;

// Hangfire
namespace Hangfire
{
    public interface IBackgroundJobClient
    {
        string Create(Common.Job job, States.IState state);
    }

    public static class BackgroundJob
    {
        public static string Enqueue(Expression<Action> methodCall) => throw null!;
        public static string Enqueue(Expression<Func<Task>> methodCall) => throw null!;
        public static string Enqueue(string queue, Expression<Action> methodCall) => throw null!;
        public static string Enqueue(string queue, Expression<Func<Task>> methodCall) => throw null!;
        public static string Enqueue<T>(Expression<Action<T>> methodCall) => throw null!;
        public static string Enqueue<T>(Expression<Func<T, Task>> methodCall) => throw null!;
        public static string Schedule(Expression<Action> methodCall, TimeSpan delay) => throw null!;
        public static string Schedule(Expression<Func<Task>> methodCall, TimeSpan delay) => throw null!;
        public static string Schedule<T>(Expression<Action<T>> methodCall, TimeSpan delay) => throw null!;
        public static string Schedule<T>(Expression<Func<T, Task>> methodCall, TimeSpan delay) => throw null!;
        public static string ContinueJobWith(string parentId, Expression<Action> methodCall) => throw null!;
        public static string ContinueJobWith(string parentId, Expression<Func<Task>> methodCall, JobContinuationOptions options = default) => throw null!;
        public static string ContinueJobWith<T>(string parentId, Expression<Action<T>> methodCall) => throw null!;
        public static string ContinueJobWith<T>(string parentId, Expression<Func<T, Task>> methodCall, JobContinuationOptions options = default) => throw null!;
    }

    public enum JobContinuationOptions
    {
        OnAnyFinishedState,
        OnlyOnSucceededState,
        OnlyOnDeletedState,
    }

    public static class BackgroundJobClientExtensions
    {
        public static string Enqueue(this IBackgroundJobClient client, Expression<Action> methodCall) => throw null!;
        public static string Enqueue(this IBackgroundJobClient client, Expression<Func<Task>> methodCall) => throw null!;
        public static string Enqueue<T>(this IBackgroundJobClient client, Expression<Action<T>> methodCall) => throw null!;
        public static string Enqueue<T>(this IBackgroundJobClient client, Expression<Func<T, Task>> methodCall) => throw null!;
        public static string Schedule(this IBackgroundJobClient client, Expression<Action> methodCall, TimeSpan delay) => throw null!;
        public static string Schedule(this IBackgroundJobClient client, Expression<Func<Task>> methodCall, TimeSpan delay) => throw null!;
        public static string Schedule<T>(this IBackgroundJobClient client, Expression<Action<T>> methodCall, TimeSpan delay) => throw null!;
        public static string Schedule<T>(this IBackgroundJobClient client, Expression<Func<T, Task>> methodCall, TimeSpan delay) => throw null!;
        public static string ContinueJobWith(this IBackgroundJobClient client, string parentId, Expression<Action> methodCall) => throw null!;
        public static string ContinueJobWith<T>(this IBackgroundJobClient client, string parentId, Expression<Action<T>> methodCall) => throw null!;
    }

    public interface IRecurringJobManager
    {
        void AddOrUpdate(string recurringJobId, Common.Job job, string cronExpression, RecurringJobOptions options);
        void Trigger(string recurringJobId);
        void RemoveIfExists(string recurringJobId);
    }

    public class RecurringJobOptions
    {
        public TimeZoneInfo TimeZone { get; set; }
    }

    public static class RecurringJob
    {
        public static void AddOrUpdate(string recurringJobId, Expression<Action> methodCall, string cronExpression) => throw null!;
        public static void AddOrUpdate(string recurringJobId, Expression<Action> methodCall, string cronExpression, RecurringJobOptions options) => throw null!;
        public static void AddOrUpdate(string recurringJobId, Expression<Action> methodCall, Func<string> cronExpression) => throw null!;
        public static void AddOrUpdate(string recurringJobId, Expression<Func<Task>> methodCall, string cronExpression) => throw null!;
        public static void AddOrUpdate(string recurringJobId, Expression<Func<Task>> methodCall, Func<string> cronExpression) => throw null!;
        public static void AddOrUpdate<T>(string recurringJobId, Expression<Action<T>> methodCall, string cronExpression) => throw null!;
        public static void AddOrUpdate<T>(string recurringJobId, Expression<Action<T>> methodCall, Func<string> cronExpression) => throw null!;
        public static void AddOrUpdate<T>(string recurringJobId, Expression<Func<T, Task>> methodCall, string cronExpression) => throw null!;
        public static void AddOrUpdate<T>(string recurringJobId, Expression<Func<T, Task>> methodCall, string cronExpression, RecurringJobOptions options) => throw null!;
        public static void AddOrUpdate<T>(string recurringJobId, Expression<Func<T, Task>> methodCall, Func<string> cronExpression) => throw null!;
    }

    public static class RecurringJobManagerExtensions
    {
        public static void AddOrUpdate(this IRecurringJobManager manager, string recurringJobId, Expression<Action> methodCall, string cronExpression) => throw null!;
        public static void AddOrUpdate(this IRecurringJobManager manager, string recurringJobId, Expression<Func<Task>> methodCall, string cronExpression) => throw null!;
        public static void AddOrUpdate<T>(this IRecurringJobManager manager, string recurringJobId, Expression<Action<T>> methodCall, string cronExpression) => throw null!;
        public static void AddOrUpdate<T>(this IRecurringJobManager manager, string recurringJobId, Expression<Func<T, Task>> methodCall, string cronExpression) => throw null!;
    }

    public static class Cron
    {
        public static string Daily() => throw null!;
        public static string Hourly() => throw null!;
        public static string Minutely() => throw null!;
    }

    public sealed class AutomaticRetryAttribute : Common.JobFilterAttribute
    {
        public int Attempts { get; set; }
        public int[] DelaysInSeconds { get; set; }
        public Func<long, int> DelayInSecondsByAttemptFunc { get; set; }
        public bool LogEvents { get; set; }
    }

    public class DisableConcurrentExecutionAttribute(int timeoutInSeconds) : Common.JobFilterAttribute;
}

namespace Hangfire.Common
{
    public class Job;

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Interface, AllowMultiple = true)]
    public abstract class JobFilterAttribute : Attribute
    {
        public bool AllowMultiple => throw null!;
        public int Order { get; set; }
    }
}

namespace Hangfire.States
{
    public interface IState
    {
        string Name { get; }
    }
}

// Microsoft.Azure.Functions.Worker
namespace Microsoft.Azure.Functions.Worker
{
    [AttributeUsage(AttributeTargets.Method)]
    public class FunctionAttribute(string name) : Attribute
    {
        public string Name => name;
    }

    [AttributeUsage(AttributeTargets.Method)]
    public abstract class RetryAttribute : Attribute;

    public sealed class FixedDelayRetryAttribute(int maxRetryCount, string delayInterval) : RetryAttribute
    {
        public int MaxRetryCount => maxRetryCount;
        public string DelayInterval => delayInterval;
    }

    public sealed class ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval) : RetryAttribute
    {
        public int MaxRetryCount => maxRetryCount;
        public string MinimumInterval => minimumInterval;
        public string MaximumInterval => maximumInterval;
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class TimerTriggerAttribute(string schedule) : Attribute
    {
        public string Schedule => schedule;
        public bool RunOnStartup { get; set; }
        public bool UseMonitor { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class QueueTriggerAttribute(string queueName) : Attribute
    {
        public string QueueName => queueName;
        public string Connection { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class BlobTriggerAttribute(string blobPath) : Attribute
    {
        public string BlobPath => blobPath;
        public string Connection { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class ServiceBusTriggerAttribute : Attribute
    {
        public ServiceBusTriggerAttribute(string queueName) => throw null!;
        public ServiceBusTriggerAttribute(string topicName, string subscriptionName) => throw null!;
        public string Connection { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class OrchestrationTriggerAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class ActivityTriggerAttribute : Attribute;

    public sealed class TimerInfo
    {
        public ScheduleStatus ScheduleStatus { get; set; }
        public bool IsPastDue { get; set; }
    }

    public sealed class ScheduleStatus
    {
        public DateTime Last { get; set; }
        public DateTime Next { get; set; }
    }
}

// Microsoft.DurableTask, and the in-process form
namespace Microsoft.DurableTask
{
    public readonly struct TaskName(string name)
    {
        public string Name => name;
        public static implicit operator TaskName(string value) => throw null!;
    }

    public class RetryPolicy
    {
        public RetryPolicy(int maxNumberOfAttempts, TimeSpan firstRetryInterval, double backoffCoefficient = 1.0, TimeSpan? maxRetryInterval = null, TimeSpan? retryTimeout = null) => throw null!;
        public int MaxNumberOfAttempts => throw null!;
    }

    public record TaskOptions
    {
        public static TaskOptions FromRetryPolicy(RetryPolicy policy) => throw null!;
    }

    public abstract class TaskOrchestrationContext
    {
        public abstract string InstanceId { get; }
        public abstract DateTime CurrentUtcDateTime { get; }
        public virtual Task CallActivityAsync(TaskName name, TaskOptions options) => throw null!;
        public virtual Task CallActivityAsync(TaskName name, object? input = null, TaskOptions? options = null) => throw null!;
        public virtual Task<T> CallActivityAsync<T>(TaskName name, TaskOptions options) => throw null!;
        public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);
    }
}

namespace Microsoft.Azure.WebJobs.Extensions.DurableTask
{
    public class RetryOptions
    {
        public RetryOptions(TimeSpan firstRetryInterval, int maxNumberOfAttempts) => throw null!;
        public double BackoffCoefficient { get; set; }
        public TimeSpan MaxRetryInterval { get; set; }
        public TimeSpan RetryTimeout { get; set; }
    }

    public interface IDurableOrchestrationContext
    {
        Task CallActivityAsync(string functionName, object input);
        Task<TResult> CallActivityAsync<TResult>(string functionName, object input);
        Task CallActivityWithRetryAsync(string functionName, RetryOptions retryOptions, object input);
        Task<TResult> CallActivityWithRetryAsync<TResult>(string functionName, RetryOptions retryOptions, object input);
    }
}

namespace DurableTask.Core
{
    public class RetryOptions
    {
        public RetryOptions(TimeSpan firstRetryInterval, int maxNumberOfAttempts) => throw null!;
        public double BackoffCoefficient { get; set; }
        public TimeSpan RetryTimeout { get; set; }
    }
}

// Microsoft.Azure.WebJobs
namespace Microsoft.Azure.WebJobs
{
    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
    public abstract class RetryAttribute(int maxRetryCount) : Attribute
    {
        public int MaxRetryCount => maxRetryCount;
    }

    public sealed class FixedDelayRetryAttribute(int maxRetryCount, string delayInterval) : RetryAttribute(maxRetryCount)
    {
        public string DelayInterval => delayInterval;
    }

    public sealed class ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval) : RetryAttribute(maxRetryCount)
    {
        public string MinimumInterval => minimumInterval;
        public string MaximumInterval => maximumInterval;
    }
}

// Temporalio
namespace Temporalio.Common
{
    public record RetryPolicy
    {
        public TimeSpan InitialInterval { get; init; }
        public float BackoffCoefficient { get; init; }
        public TimeSpan? MaximumInterval { get; init; }
        public int MaximumAttempts { get; init; }
    }
}

namespace Temporalio.Activities
{
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class ActivityAttribute : Attribute
    {
        public ActivityAttribute() => throw null!;
        public ActivityAttribute(string name) => throw null!;
    }
}

namespace Temporalio.Workflows
{
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
    public sealed class WorkflowAttribute : Attribute
    {
        public WorkflowAttribute() => throw null!;
        public WorkflowAttribute(string name) => throw null!;
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class WorkflowRunAttribute : Attribute;

    public class ActivityOptions
    {
        public TimeSpan? StartToCloseTimeout { get; set; }
        public TimeSpan? ScheduleToCloseTimeout { get; set; }
        public Common.RetryPolicy? RetryPolicy { get; set; }
    }

    public static class Workflow
    {
        public static Task ExecuteActivityAsync(Expression<Func<Task>> activityCall, ActivityOptions options) => throw null!;
        public static Task<TResult> ExecuteActivityAsync<TResult>(Expression<Func<Task<TResult>>> activityCall, ActivityOptions options) => throw null!;
        public static Task ExecuteActivityAsync<TActivityInstance>(Expression<Func<TActivityInstance, Task>> activityCall, ActivityOptions options) => throw null!;
        public static Task<TResult> ExecuteActivityAsync<TActivityInstance, TResult>(Expression<Func<TActivityInstance, Task<TResult>>> activityCall, ActivityOptions options) => throw null!;
    }
}

// Coravel
namespace Coravel.Invocable
{
    public interface IInvocable
    {
        Task Invoke();
    }
}

// NServiceBus
namespace NServiceBus
{
    public interface IMessageHandlerContext
    {
        CancellationToken CancellationToken { get; }
    }

    public interface IHandleMessages<T>
    {
        Task Handle(T message, IMessageHandlerContext context);
    }
}
