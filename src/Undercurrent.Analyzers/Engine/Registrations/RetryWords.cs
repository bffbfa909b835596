using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The names by which source sets up retries. Registrations are read by syntax, so these are bare names; a name shared with
/// somebody else's method errs towards silence.
/// </summary>
internal static class RetryWords
{
    /// <summary>Calls that register an HTTP client under a type or a name.</summary>
    public static readonly HashSet<string> ClientRegistrations = Names("AddHttpClient", "AddRefitClient", "AddKeyedRefitClient", "AddGrpcClient", "AddTypedClient", "AddHttpApi", "AddRestEaseClient");

    /// <summary>Calls that give an HTTP client a handler which may try again.</summary>
    public static readonly HashSet<string> Handlers = Names(
        "AddStandardResilienceHandler", "AddStandardHedgingHandler", "AddResilienceHandler", "AddPolicyHandler", "AddPolicyHandlerFromRegistry", "AddTransientHttpErrorPolicy");

    /// <summary>Calls that register a database context under its type.</summary>
    public static readonly HashSet<string> ContextRegistrations = Names(
        "AddDbContext", "AddDbContextPool", "AddDbContextFactory", "AddPooledDbContextFactory", "AddSqlServer", "AddNpgsql", "AddMySql", "AddAzureSql", "AddAzureSynapse", "ConfigureDbContext",
        "AddSqlServerDbContext", "AddNpgsqlDbContext", "AddMySqlDbContext", "AddOracleDatabaseDbContext", "EnrichSqlServerDbContext", "EnrichNpgsqlDbContext", "EnrichMySqlDbContext");

    /// <summary>Registrations and settings by which a context tries again.</summary>
    public static readonly HashSet<string> Strategies = Names(
        "EnableRetryOnFailure", "EnableRetryOnFailureByDefault", "ExecutionStrategy", "UseAzureSql", "UseAzureSynapse", "AddAzureSql", "AddAzureSynapse", "SetExecutionStrategy",
        "AddSqlServerDbContext", "AddNpgsqlDbContext", "AddMySqlDbContext", "AddOracleDatabaseDbContext", "EnrichSqlServerDbContext", "EnrichNpgsqlDbContext", "EnrichMySqlDbContext");

    /// <summary>Providers that reach a server over the network and leave retries to the application.</summary>
    public static readonly HashSet<string> Providers = Names("UseSqlServer", "UseNpgsql", "UseMySql", "UseMySQL", "UseOracle", "UseFirebird", "UseDb2", "UseSnowflake", "UseClickHouse");

    /// <summary>Providers that stay on the machine, or whose client tries again by itself.</summary>
    public static readonly HashSet<string> CalmProviders = Names("UseSqlite", "UseInMemoryDatabase", "UseCosmos", "UseMongoDB", "UseDuckDB", "UseJet", "UseFileContextDatabase");

    /// <summary>What a project is searched for once, whoever asks: the retry set-ups of the catalogue and those only source can show.</summary>
    public static readonly HashSet<string> Setups = new(
        ApiCatalogue.DataApis.Entries.Where(entry => (entry.Traits & (ApiTrait.RetrySetup | ApiTrait.HostRetry)) != 0).Select(entry => entry.Member)
            .Concat(["UseMessageRetry", "UseDelayedRedelivery", "UseScheduledRedelivery", "UseDefaultRetryPolicy", "WithRetryPolicy", RetryProviders.Property, "FromRetryPolicy", "CallActivityWithRetryAsync", "CallSubOrchestratorWithRetryAsync", "AddServiceDefaults"]),
        StringComparer.Ordinal);

    /// <summary>Whether a name says of itself that it tries again.</summary>
    public static bool Says(string name) => Array.Exists(IdentifierWords.Of(name), word =>
        word is "retry" or "retrying" or "retrier" or "retryable" or "retriable" or "resilient" or "resilience" or "resiliency" or "polly");

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.Ordinal);
}
