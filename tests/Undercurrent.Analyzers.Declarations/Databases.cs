using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Undercurrent.Analyzers.Declarations;

namespace Undercurrent.Analyzers.Declarations
{
    /// <summary>What every ADO.NET provider overrides, said once.</summary>
    public abstract class AnyConnection : DbConnection
    {
        [AllowNull]
        public override string ConnectionString { get; set; }
        public override string Database => throw null!;
        public override string DataSource => throw null!;
        public override string ServerVersion => throw null!;
        public override ConnectionState State => throw null!;
        public override void ChangeDatabase(string databaseName) => throw null!;
        public override void Close() => throw null!;
        public override void Open() => throw null!;
        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw null!;
        protected override DbCommand CreateDbCommand() => throw null!;
    }

    /// <summary>What every ADO.NET provider overrides, said once.</summary>
    public abstract class AnyCommand : DbCommand
    {
        [AllowNull]
        public override string CommandText { get; set; }
        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; }
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }
        protected override DbConnection? DbConnection { get; set; }
        protected override DbParameterCollection DbParameterCollection => throw null!;
        protected override DbTransaction? DbTransaction { get; set; }
        public override void Cancel() => throw null!;
        public override void Prepare() => throw null!;
        public override int ExecuteNonQuery() => throw null!;
        public override object? ExecuteScalar() => throw null!;
        protected override DbParameter CreateDbParameter() => throw null!;
        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw null!;
    }
}

// Neo4j.Driver
namespace Neo4j.Driver
{
    public interface IAuthToken;

    public static class AuthTokens
    {
        public static IAuthToken None => throw null!;
        public static IAuthToken Basic(string username, string password) => throw null!;
        public static IAuthToken Basic(string username, string password, string realm) => throw null!;
        public static IAuthToken Bearer(string token) => throw null!;
    }
}

// MySqlConnector
namespace MySqlConnector
{
    public abstract class MySqlDataReader : DbDataReader;

    public sealed class MySqlConnection : AnyConnection
    {
        public MySqlConnection() => throw null!;
        public MySqlConnection(string? connectionString) => throw null!;
        public override void Open() => throw null!;
        public override Task OpenAsync(CancellationToken cancellationToken) => throw null!;
        public new MySqlCommand CreateCommand() => throw null!;
    }

    public sealed class MySqlCommand : AnyCommand
    {
        public MySqlCommand() => throw null!;
        public MySqlCommand(string? commandText, MySqlConnection? connection = null) => throw null!;
        public new MySqlDataReader ExecuteReader() => throw null!;
        public new MySqlDataReader ExecuteReader(CommandBehavior commandBehavior) => throw null!;
        public new Task<MySqlDataReader> ExecuteReaderAsync(CancellationToken cancellationToken = default) => throw null!;
        public new Task<MySqlDataReader> ExecuteReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken = default) => throw null!;
    }

    public sealed class MySqlConnectionStringBuilder : DbConnectionStringBuilder
    {
        public MySqlConnectionStringBuilder() => throw null!;
        public MySqlConnectionStringBuilder(string connectionString) => throw null!;
        public string Server { get; set; }
        public string UserID { get; set; }
        public string Password { get; set; }
        public string CertificatePassword { get; set; }
        public uint ConnectionTimeout { get; set; }
        public uint DefaultCommandTimeout { get; set; }
        public MySqlSslMode SslMode { get; set; }
    }

    public enum MySqlSslMode
    {
        Disabled = 0,
        None = Disabled,
        Preferred = 1,
        Required = 2,
        VerifyCA = 3,
        VerifyFull = 4,
    }

    public sealed class MySqlBulkCopyResult
    {
        public int RowsInserted => throw null!;
    }

    public sealed class MySqlBulkCopy
    {
        public int BulkCopyTimeout { get; set; }
        public MySqlBulkCopy(MySqlConnection connection, DbTransaction? transaction = null) => throw null!;
        public MySqlBulkCopyResult WriteToServer(DataTable dataTable) => throw null!;
        public MySqlBulkCopyResult WriteToServer(IDataReader dataReader) => throw null!;
        public ValueTask<MySqlBulkCopyResult> WriteToServerAsync(DataTable dataTable, CancellationToken cancellationToken = default) => throw null!;
        public ValueTask<MySqlBulkCopyResult> WriteToServerAsync(IDataReader dataReader, CancellationToken cancellationToken = default) => throw null!;
    }

    public sealed class MySqlBulkLoader
    {
        public MySqlBulkLoader(MySqlConnection connection) => throw null!;
        public int Load() => throw null!;
        public Task<int> LoadAsync() => throw null!;
    }
}

// Snowflake.Data
namespace Snowflake.Data.Client
{
    public class SnowflakeDbConnection : AnyConnection
    {
        public SnowflakeDbConnection() => throw null!;
        public SnowflakeDbConnection(string connectionString) => throw null!;
        public System.Security.SecureString Password { get; set; }
        public override void Open() => throw null!;
        public override Task OpenAsync(CancellationToken cancellationToken) => throw null!;
    }

    public class SnowflakeDbCommand : AnyCommand
    {
        public SnowflakeDbCommand(SnowflakeDbConnection connection) => throw null!;
        public override int ExecuteNonQuery() => throw null!;
        public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) => throw null!;
        public override object? ExecuteScalar() => throw null!;
        public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) => throw null!;
        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw null!;
    }
}

// ClickHouse.Driver
namespace ClickHouse.Driver.ADO
{
    public class ClickHouseConnection : AnyConnection
    {
        public ClickHouseConnection() => throw null!;
        public ClickHouseConnection(string connectionString) => throw null!;
        public ClickHouseCommand CreateCommand(string commandText = null!) => throw null!;
    }

    public class ClickHouseCommand : AnyCommand
    {
        public ClickHouseCommand() => throw null!;
    }

    public class ClickHouseConnectionStringBuilder : DbConnectionStringBuilder
    {
        public string Username { get; set; }
        public string Password { get; set; }
    }
}

// Oracle.ManagedDataAccess.Core
namespace Oracle.ManagedDataAccess.Client
{
    public sealed class OracleConnectionStringBuilder : DbConnectionStringBuilder
    {
        public OracleConnectionStringBuilder() => throw null!;
        public OracleConnectionStringBuilder(string connectionString) => throw null!;
        public string UserID { get; set; }
        public string Password { get; set; }
    }
}

// Pomelo.EntityFrameworkCore.MySql, Oracle.EntityFrameworkCore, Microsoft.EntityFrameworkCore.Cosmos
namespace Microsoft.EntityFrameworkCore.Infrastructure
{
    public class MySqlDbContextOptionsBuilder
    {
        public virtual MySqlDbContextOptionsBuilder EnableRetryOnFailure() => throw null!;
        public virtual MySqlDbContextOptionsBuilder EnableRetryOnFailure(int maxRetryCount) => throw null!;
        public virtual MySqlDbContextOptionsBuilder EnableRetryOnFailure(int maxRetryCount, TimeSpan maxRetryDelay, ICollection<int>? errorNumbersToAdd) => throw null!;
    }

    public abstract class ServerVersion;

    public class CosmosDbContextOptionsBuilder;

    public class OracleDbContextOptionsBuilder;
}

namespace Microsoft.EntityFrameworkCore
{
    public static class MySqlDbContextOptionsBuilderExtensions
    {
        public static DbContextOptionsBuilder UseMySql(this DbContextOptionsBuilder optionsBuilder, string connectionString, Infrastructure.ServerVersion serverVersion, Action<Infrastructure.MySqlDbContextOptionsBuilder>? mySqlOptionsAction = null) => throw null!;
    }

    public static class OracleDbContextOptionsBuilderExtensions
    {
        public static DbContextOptionsBuilder UseOracle(this DbContextOptionsBuilder optionsBuilder, string connectionString, Action<Infrastructure.OracleDbContextOptionsBuilder>? oracleOptionsAction = null) => throw null!;
    }

    public static class CosmosDbContextOptionsExtensions
    {
        public static DbContextOptionsBuilder UseCosmos(this DbContextOptionsBuilder optionsBuilder, string accountEndpoint, string accountKey, string databaseName, Action<Infrastructure.CosmosDbContextOptionsBuilder>? cosmosOptionsAction = null) => throw null!;
        public static DbContextOptionsBuilder UseCosmos(this DbContextOptionsBuilder optionsBuilder, string connectionString, string databaseName, Action<Infrastructure.CosmosDbContextOptionsBuilder>? cosmosOptionsAction = null) => throw null!;
    }

    public static class InMemoryDbContextOptionsExtensions
    {
        public static DbContextOptionsBuilder UseInMemoryDatabase(this DbContextOptionsBuilder optionsBuilder, string databaseName, Action<object>? inMemoryOptionsAction = null) => throw null!;
    }
}

// MongoDB.Bson
namespace MongoDB.Bson
{
    public class BsonDocument
    {
        public static BsonDocument Parse(string json) => throw null!;
    }
}

// ClickHouse.Driver
namespace ClickHouse.Driver.Utility
{
    public static class ConnectionExtensions
    {
        public static Task<int> ExecuteStatementAsync(this DbConnection connection, string sql, CancellationToken cancellationToken = default) => throw null!;
        public static Task<object?> ExecuteScalarAsync(this DbConnection connection, string sql, CancellationToken cancellationToken = default) => throw null!;
        public static Task<DbDataReader> ExecuteReaderAsync(this DbConnection connection, string sql, CancellationToken cancellationToken = default) => throw null!;
    }
}

// CassandraCSharpDriver
namespace Cassandra
{
    public interface IStatement;

    public class SocketOptions
    {
        public SocketOptions SetConnectTimeoutMillis(int connectTimeoutMillis) => throw null!;
        public SocketOptions SetReadTimeoutMillis(int milliseconds) => throw null!;
    }

    public class SimpleStatement(string query) : IStatement;

    public class PreparedStatement
    {
        public IStatement Bind(params object[] values) => throw null!;
    }

    public class RowSet;

    public interface ISession : IDisposable
    {
        RowSet Execute(IStatement statement);
        RowSet Execute(string cqlQuery);
        RowSet Execute(string cqlQuery, int pageSize);
        Task<RowSet> ExecuteAsync(IStatement statement);
        PreparedStatement Prepare(string cqlQuery);
        Task<PreparedStatement> PrepareAsync(string cqlQuery);
    }

    public interface ICluster : IDisposable
    {
        ISession Connect();
        ISession Connect(string keyspace);
        Task<ISession> ConnectAsync();
        Task<ISession> ConnectAsync(string keyspace);
    }

    public class Cluster : ICluster
    {
        public static Builder Builder() => throw null!;
        public ISession Connect() => throw null!;
        public ISession Connect(string keyspace) => throw null!;
        public Task<ISession> ConnectAsync() => throw null!;
        public Task<ISession> ConnectAsync(string keyspace) => throw null!;
        public void Dispose() => throw null!;
    }

    public class Builder
    {
        public Builder AddContactPoint(string address) => throw null!;
        public Builder WithCredentials(string username, string password) => throw null!;
        public Builder WithRetryPolicy(IRetryPolicy policy) => throw null!;
        public Cluster Build() => throw null!;
    }

    public interface IRetryPolicy;

    public class PlainTextAuthProvider
    {
        public PlainTextAuthProvider(string username, string password) => throw null!;
    }
}

// Google.Cloud.BigQuery.V2
namespace Google.Cloud.BigQuery.V2
{
    public class BigQueryParameter;

    public class BigQueryResults;

    public class BigQueryJob;

    public class BigQueryRow;

    public class BigQueryInsertRow;

    public class QueryOptions;

    public abstract class BigQueryClient
    {
        public virtual BigQueryResults ExecuteQuery(string sql, IEnumerable<BigQueryParameter> parameters, QueryOptions? queryOptions = null) => throw null!;
        public virtual Task<BigQueryResults> ExecuteQueryAsync(string sql, IEnumerable<BigQueryParameter> parameters, QueryOptions? queryOptions = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual BigQueryJob CreateQueryJob(string sql, IEnumerable<BigQueryParameter> parameters, QueryOptions? options = null) => throw null!;
        public virtual Task<BigQueryJob> CreateQueryJobAsync(string sql, IEnumerable<BigQueryParameter> parameters, QueryOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual IEnumerable<BigQueryRow> ListRows(string datasetId, string tableId) => throw null!;
        public virtual IAsyncEnumerable<BigQueryRow> ListRowsAsync(string datasetId, string tableId) => throw null!;
        public virtual BigQueryInsertResults InsertRows(string datasetId, string tableId, IEnumerable<BigQueryInsertRow> rows, InsertOptions? options = null) => throw null!;
        public virtual Task<BigQueryInsertResults> InsertRowsAsync(string datasetId, string tableId, IEnumerable<BigQueryInsertRow> rows, InsertOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
    }
}

// Elastic.Clients.Elasticsearch and Elastic.Transport
namespace Elastic.Transport
{
    public sealed class BasicAuthentication
    {
        public BasicAuthentication(string username, string password) => throw null!;
    }

    public sealed class ApiKey
    {
        public ApiKey(string apiKey) => throw null!;
    }
}

// The base of Nest's settings lives in Elasticsearch.Net
namespace Elasticsearch.Net
{
    public abstract class ConnectionConfiguration<T>
        where T : ConnectionConfiguration<T>
    {
        public T BasicAuthentication(string username, string password) => throw null!;
        public T ApiKeyAuthentication(string id, string apiKey) => throw null!;
        public T DisableDirectStreaming(bool b = true) => throw null!;
        public T EnableDebugMode(Action<IApiCallDetails> onRequestCompleted = null!) => throw null!;
    }
}
