using Microsoft.Data.Sqlite;
using Npgsql;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Sound;

/// <summary>One answer to "what if it fails?" for everything this pipeline reads.</summary>
internal static class Retries
{
    private const int Busy = 5;

    public static ResiliencePipeline ForReads(ILogger logger) => new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder()
                .Handle<HttpRequestException>(failure => failure.StatusCode is null or >= System.Net.HttpStatusCode.InternalServerError)
                .Handle<SqliteException>(failure => failure.SqliteErrorCode == Busy)
                .Handle<NpgsqlException>(failure => failure.IsTransient)
                .Handle<TimeoutRejectedException>(),
            MaxRetryAttempts = 4,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(100),
            UseJitter = true,
            OnRetry = retry =>
            {
                logger.LogWarning("Attempt {Attempt} failed with {Failure}; next in {Delay}", retry.AttemptNumber + 1, retry.Outcome.Exception?.GetType().Name, retry.RetryDelay);
                return ValueTask.CompletedTask;
            },
        })
        .AddTimeout(TimeSpan.FromSeconds(10))
        .Build();
}
