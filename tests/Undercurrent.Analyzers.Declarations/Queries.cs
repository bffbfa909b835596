using System.Data;

// Azure.Data.Tables
namespace Azure.Data.Tables
{
    public class TableEntity;

    public partial class TableClient
    {
        public TableClient(string connectionString, string tableName) => throw null!;
        public static string CreateQueryFilter(FormattableString filter) => throw null!;
        public virtual IEnumerable<T> Query<T>(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual IAsyncEnumerable<T> QueryAsync<T>(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) => throw null!;
    }
}

// Azure.Monitor.Query
namespace Azure.Monitor.Query
{
    public struct QueryTimeRange
    {
        public QueryTimeRange(TimeSpan duration) => throw null!;
    }

    public class LogsQueryOptions;

    public class LogsQueryResult;

    public class LogsBatchQuery
    {
        public virtual string AddWorkspaceQuery(string workspaceId, string query, QueryTimeRange timeRange, LogsQueryOptions? options = null) => throw null!;
    }

    public class LogsQueryClient
    {
        public virtual LogsQueryResult QueryWorkspace(string workspaceId, string query, QueryTimeRange timeRange, LogsQueryOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<LogsQueryResult> QueryWorkspaceAsync(string workspaceId, string query, QueryTimeRange timeRange, LogsQueryOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual LogsQueryResult QueryResource(string resourceId, string query, QueryTimeRange timeRange, LogsQueryOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<LogsQueryResult> QueryResourceAsync(string resourceId, string query, QueryTimeRange timeRange, LogsQueryOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
    }
}

// Microsoft.Azure.Kusto.Data
namespace Kusto.Data.Common
{
    public class ClientRequestProperties
    {
        public void SetParameter(string name, string value) => throw null!;
    }

    public interface ICslQueryProvider : IDisposable
    {
        IDataReader ExecuteQuery(string query);
        IDataReader ExecuteQuery(string databaseName, string query, ClientRequestProperties properties);
        Task<IDataReader> ExecuteQueryAsync(string databaseName, string query, ClientRequestProperties properties, CancellationToken cancellationToken = default);
    }

    public interface ICslAdminProvider : IDisposable
    {
        IDataReader ExecuteControlCommand(string databaseName, string command, ClientRequestProperties? properties = null);
        Task<IDataReader> ExecuteControlCommandAsync(string databaseName, string command, ClientRequestProperties? properties = null);
    }
}

// Neo4j.Driver
namespace Neo4j.Driver
{
    public interface IResultCursor;

    public interface IAsyncQueryRunner : IAsyncDisposable, IDisposable
    {
        Task<IResultCursor> RunAsync(string query);
        Task<IResultCursor> RunAsync(string query, object parameters);
        Task<IResultCursor> RunAsync(string query, IDictionary<string, object> parameters);
    }

    public interface IAsyncSession : IAsyncQueryRunner
    {
        Task<IAsyncTransaction> BeginTransactionAsync();
    }
}
