using System.Net;

// Google.Cloud.Storage.V1
namespace Google.Apis.Storage.v1.Data
{
    public class Object
    {
        public virtual string Bucket { get; set; }
        public virtual string Name { get; set; }
    }
}

namespace Google.Cloud.Storage.V1
{
    public abstract class StorageClient : IDisposable
    {
        public virtual Google.Apis.Storage.v1.Data.Object UploadObject(string bucket, string objectName, string contentType, Stream source) => throw null!;
        public virtual Task<Google.Apis.Storage.v1.Data.Object> UploadObjectAsync(string bucket, string objectName, string contentType, Stream source, CancellationToken cancellationToken = default) => throw null!;
        public virtual Google.Apis.Storage.v1.Data.Object DownloadObject(string bucket, string objectName, Stream destination) => throw null!;
        public virtual Task<Google.Apis.Storage.v1.Data.Object> DownloadObjectAsync(string bucket, string objectName, Stream destination, CancellationToken cancellationToken = default) => throw null!;
        public virtual IEnumerable<Google.Apis.Storage.v1.Data.Object> ListObjects(string bucket, string? prefix = null) => throw null!;
        public virtual IAsyncEnumerable<Google.Apis.Storage.v1.Data.Object> ListObjectsAsync(string bucket, string? prefix = null) => throw null!;
        public virtual void DeleteObject(string bucket, string objectName) => throw null!;
        public virtual Task DeleteObjectAsync(string bucket, string objectName, CancellationToken cancellationToken = default) => throw null!;
        public virtual void Dispose() => throw null!;
    }
}

// Parquet.Net
namespace Parquet
{
    public class ParquetOptions;

    public class ParquetRowGroupReader : IDisposable
    {
        public void Dispose() => throw null!;
    }

    public class ParquetReader : IDisposable
    {
        public static Task<ParquetReader> CreateAsync(string filePath, ParquetOptions? parquetOptions = null, CancellationToken cancellationToken = default) => throw null!;
        public static Task<ParquetReader> CreateAsync(Stream input, ParquetOptions? parquetOptions = null, bool leaveStreamOpen = true, CancellationToken cancellationToken = default) => throw null!;
        public ParquetRowGroupReader OpenRowGroupReader(int index) => throw null!;
        public void Dispose() => throw null!;
    }

    public class ParquetWriter : IDisposable
    {
        public static Task<ParquetWriter> CreateAsync(Schema.ParquetSchema schema, Stream output, ParquetOptions? formatOptions = null, bool append = false, CancellationToken cancellationToken = default) => throw null!;
        public ParquetRowGroupWriter CreateRowGroup() => throw null!;
        public void Dispose() => throw null!;
    }
}

namespace Parquet.Schema
{
    public class ParquetSchema;
}

namespace Parquet.Serialization
{
    public class ParquetSerializerOptions;

    public static class ParquetSerializer
    {
        public static Task<Schema.ParquetSchema> SerializeAsync<T>(IEnumerable<T> objectInstances, Stream destination, ParquetSerializerOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public static Task<Schema.ParquetSchema> SerializeAsync<T>(IEnumerable<T> objectInstances, string filePath, ParquetSerializerOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public static Task<IList<T>> DeserializeAsync<T>(Stream source, ParquetOptions? options = null, CancellationToken cancellationToken = default) where T : new() => throw null!;
        public static IAsyncEnumerable<T> DeserializeAllAsync<T>(Stream source, ParquetOptions? options = null, CancellationToken cancellationToken = default) where T : new() => throw null!;
    }
}

// Microsoft.Spark
namespace Microsoft.Spark.Sql
{
    public enum SaveMode
    {
        Append,
        ErrorIfExists,
        Ignore,
        Overwrite,
    }

    public sealed class SparkSession : IDisposable
    {
        public DataFrameReader Read() => throw null!;
        public DataFrame Sql(string sqlText) => throw null!;
        public void Dispose() => throw null!;
    }

    public sealed class DataFrameReader
    {
        public DataFrameReader Option(string key, string value) => throw null!;
        public DataFrameReader Option(string key, bool value) => throw null!;
        public DataFrameReader Schema(string schemaString) => throw null!;
        public DataFrame Csv(params string[] paths) => throw null!;
        public DataFrame Jdbc(string url, string table, Dictionary<string, string> properties) => throw null!;
        public DataFrame Json(params string[] paths) => throw null!;
        public DataFrame Load() => throw null!;
        public DataFrame Load(string path) => throw null!;
        public DataFrame Orc(params string[] paths) => throw null!;
        public DataFrame Parquet(params string[] paths) => throw null!;
        public DataFrame Table(string tableName) => throw null!;
        public DataFrame Text(params string[] paths) => throw null!;
    }

    public sealed class Row
    {
        public object Get(int index) => throw null!;
    }

    public sealed class DataFrame
    {
        public IEnumerable<Row> Collect() => throw null!;
        public IEnumerable<Row> ToLocalIterator() => throw null!;
        public DataFrame Select(string column, params string[] columns) => throw null!;
        public Column this[string columnName] => throw null!;
        public DataFrameWriter Write() => throw null!;
    }

    public sealed class DataFrameWriter
    {
        public DataFrameWriter Mode(SaveMode saveMode) => throw null!;
        public DataFrameWriter Option(string key, string value) => throw null!;
        public void Csv(string path) => throw null!;
        public void InsertInto(string tableName) => throw null!;
        public void Jdbc(string url, string table, Dictionary<string, string> properties) => throw null!;
        public void Json(string path) => throw null!;
        public void Orc(string path) => throw null!;
        public void Parquet(string path) => throw null!;
        public void Save() => throw null!;
        public void Save(string path) => throw null!;
        public void SaveAsTable(string tableName) => throw null!;
        public void Text(string path) => throw null!;
    }
}

// ClosedXML and EPPlus
namespace ClosedXML.Excel
{
    public interface IXLWorkbook : IDisposable
    {
        void Save();
        void SaveAs(string file);
        void SaveAs(Stream stream);
    }

    public class XLWorkbook : IXLWorkbook
    {
        public XLWorkbook() => throw null!;
        public XLWorkbook(string file) => throw null!;
        public XLWorkbook(Stream stream) => throw null!;
        public void Save() => throw null!;
        public void SaveAs(string file) => throw null!;
        public void SaveAs(Stream stream) => throw null!;
        public void Dispose() => throw null!;
    }
}

namespace OfficeOpenXml
{
    public sealed class ExcelPackage : IDisposable
    {
        public ExcelPackage() => throw null!;
        public ExcelPackage(FileInfo newFile) => throw null!;
        public ExcelPackage(Stream newStream) => throw null!;
        public void Load(Stream input) => throw null!;
        public Task LoadAsync(Stream input, CancellationToken cancellationToken = default) => throw null!;
        public void Save() => throw null!;
        public void SaveAs(FileInfo file) => throw null!;
        public Task SaveAsync(CancellationToken cancellationToken = default) => throw null!;
        public Task SaveAsAsync(FileInfo file, CancellationToken cancellationToken = default) => throw null!;
        public void Dispose() => throw null!;
    }
}

// FluentFTP
namespace FluentFTP
{
    public class FtpProfile;

    public class FtpConfig
    {
        public int ConnectTimeout { get; set; }
        public int DataConnectionConnectTimeout { get; set; }
        public int DataConnectionReadTimeout { get; set; }
        public int ReadTimeout { get; set; }
        public int RetryAttempts { get; set; }
        public FtpEncryptionMode EncryptionMode { get; set; }
        public bool ValidateAnyCertificate { get; set; }
    }

    public enum FtpStatus
    {
        Failed,
        Success,
        Skipped,
    }

    public class FtpListItem;

    public class FtpClient : IDisposable
    {
        public FtpClient() => throw null!;
        public FtpConfig Config { get; set; }
        public event FtpSslValidation ValidateCertificate { add => throw null!; remove => throw null!; }
        public FtpClient(string host, string user, string pass, int port = 0, FtpConfig? config = null) => throw null!;
        public NetworkCredential Credentials { get; set; }
        public void Connect() => throw null!;
        public FtpProfile AutoConnect() => throw null!;
        public FtpStatus DownloadFile(string localPath, string remotePath) => throw null!;
        public bool DownloadBytes(out byte[] outBytes, string remotePath) => throw null!;
        public FtpStatus UploadFile(string localPath, string remotePath) => throw null!;
        public void DeleteFile(string path) => throw null!;
        public void Dispose() => throw null!;
    }

    public class AsyncFtpClient : IDisposable
    {
        public AsyncFtpClient() => throw null!;
        public FtpConfig Config { get; set; }
        public event FtpSslValidation ValidateCertificate { add => throw null!; remove => throw null!; }
        public AsyncFtpClient(string host, string user, string pass, int port = 0, FtpConfig? config = null) => throw null!;
        public Task Connect(CancellationToken token = default) => throw null!;
        public Task<FtpProfile> AutoConnect(CancellationToken token = default) => throw null!;
        public Task<FtpStatus> DownloadFile(string localPath, string remotePath, CancellationToken token = default) => throw null!;
        public Task<byte[]> DownloadBytes(string remotePath, CancellationToken token = default) => throw null!;
        public Task<FtpStatus> UploadFile(string localPath, string remotePath, CancellationToken token = default) => throw null!;
        public Task DeleteFile(string path, CancellationToken token = default) => throw null!;
        public void Dispose() => throw null!;
    }
}

// SSH.NET
namespace Renci.SshNet
{
    public class ConnectionInfo
    {
        public TimeSpan Timeout { get; set; }
        public int RetryAttempts { get; set; }
    }

    public class PasswordConnectionInfo : ConnectionInfo
    {
        public PasswordConnectionInfo(string host, string username, string password) => throw null!;
        public PasswordConnectionInfo(string host, int port, string username, string password) => throw null!;
    }

    public abstract class AuthenticationMethod;

    public class PasswordAuthenticationMethod : AuthenticationMethod
    {
        public PasswordAuthenticationMethod(string username, string password) => throw null!;
    }

    public class PrivateKeyFile : IDisposable
    {
        public PrivateKeyFile(string fileName) => throw null!;
        public PrivateKeyFile(string fileName, string? passPhrase) => throw null!;
        public PrivateKeyFile(Stream privateKey, string? passPhrase) => throw null!;
        public void Dispose() => throw null!;
    }

    public abstract class BaseClient : IDisposable
    {
        public event EventHandler<Common.HostKeyEventArgs> HostKeyReceived { add => throw null!; remove => throw null!; }
        public void Connect() => throw null!;
        public Task ConnectAsync(CancellationToken cancellationToken) => throw null!;
        public void Dispose() => throw null!;
    }

    public class SshClient : BaseClient
    {
        public SshClient(string host, string username, string password) => throw null!;
        public SshClient(string host, int port, string username, string password) => throw null!;
    }

    public interface ISftpClient : IDisposable
    {
        void DownloadFile(string path, Stream output, Action<ulong>? downloadCallback = null);
        void UploadFile(Stream input, string path, Action<ulong>? uploadCallback = null);
        IEnumerable<object> ListDirectory(string path, Action<int>? listCallback = null);
        string ReadAllText(string path);
        string[] ReadAllLines(string path);
        byte[] ReadAllBytes(string path);
        Stream OpenRead(string path);
        void WriteAllText(string path, string contents);
        void DeleteFile(string path);
    }

    public class SftpClient : BaseClient, ISftpClient
    {
        public SftpClient(ConnectionInfo connectionInfo) => throw null!;
        public TimeSpan OperationTimeout { get; set; }
        public SftpClient(string host, string username, string password) => throw null!;
        public SftpClient(string host, int port, string username, string password) => throw null!;
        public SftpClient(string host, string username, params PrivateKeyFile[] keyFiles) => throw null!;
        public void DownloadFile(string path, Stream output, Action<ulong>? downloadCallback = null) => throw null!;
        public void UploadFile(Stream input, string path, Action<ulong>? uploadCallback = null) => throw null!;
        public IEnumerable<object> ListDirectory(string path, Action<int>? listCallback = null) => throw null!;
        public string ReadAllText(string path) => throw null!;
        public string[] ReadAllLines(string path) => throw null!;
        public byte[] ReadAllBytes(string path) => throw null!;
        public Stream OpenRead(string path) => throw null!;
        public void WriteAllText(string path, string contents) => throw null!;
        public void DeleteFile(string path) => throw null!;
    }
}

// MailKit
namespace MailKit
{
    public interface IMailService : IDisposable
    {
        void Authenticate(string userName, string password, CancellationToken cancellationToken = default);
        Task AuthenticateAsync(string userName, string password, CancellationToken cancellationToken = default);
    }

    public abstract class MailService : IMailService
    {
        public void Authenticate(string userName, string password, CancellationToken cancellationToken = default) => throw null!;
        public Task AuthenticateAsync(string userName, string password, CancellationToken cancellationToken = default) => throw null!;
        public void Dispose() => throw null!;
    }
}

// Refit
namespace Refit
{
    [AttributeUsage(AttributeTargets.Method)]
    public abstract class HttpMethodAttribute(string path) : Attribute
    {
        public virtual string Path => path;
    }

    public class GetAttribute(string path) : HttpMethodAttribute(path);

    public class HeadAttribute(string path) : HttpMethodAttribute(path);

    public class PostAttribute(string path) : HttpMethodAttribute(path);

    public class PutAttribute(string path) : HttpMethodAttribute(path);

    public class PatchAttribute(string path) : HttpMethodAttribute(path);

    public class DeleteAttribute(string path) : HttpMethodAttribute(path);

    [AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method)]
    public class HeadersAttribute(params string[] headers) : Attribute
    {
        public string[] Headers => headers;
    }

    public static class RestService
    {
        public static T For<T>(HttpClient client) => throw null!;
        public static T For<T>(string hostUrl) => throw null!;
    }
}

// RestEase
namespace RestEase
{
    [AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Property, AllowMultiple = true)]
    public sealed class HeaderAttribute : Attribute
    {
        public HeaderAttribute(string name) => throw null!;
        public HeaderAttribute(string name, string? value) => throw null!;
    }
}
