// NHibernate
namespace NHibernate
{
    public interface ITransaction : IDisposable
    {
        void Begin();
        void Commit();
        Task CommitAsync(CancellationToken cancellationToken = default);
        void Rollback();
        Task RollbackAsync(CancellationToken cancellationToken = default);
    }

    public interface ISession : IDisposable
    {
        ITransaction BeginTransaction();
        object Save(object obj);
        Task<object> SaveAsync(object obj, CancellationToken cancellationToken = default);
        void Flush();
    }
}

// Neo4j.Driver
namespace Neo4j.Driver
{
    public interface IAsyncTransaction : IAsyncQueryRunner
    {
        Task CommitAsync();
        Task RollbackAsync();
    }
}

// EntityFramework 6
namespace System.Data.Entity
{
    public class DbContextTransaction : IDisposable
    {
        public void Commit() => throw null!;
        public void Rollback() => throw null!;
        public void Dispose() => throw null!;
    }

    public class Database
    {
        public DbContextTransaction BeginTransaction() => throw null!;
    }
}

// Azure.Storage.Files.DataLake
namespace Azure.Storage.Files.DataLake
{
    public class DataLakeFileClient : DataLakePathClient
    {
        public virtual Azure.Response Append(Stream content, long offset, byte[]? contentHash = default, string? leaseId = default, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Azure.Response> AppendAsync(Stream content, long offset, byte[]? contentHash = default, string? leaseId = default, CancellationToken cancellationToken = default) => throw null!;
        public virtual Azure.Response Flush(long position, bool? retainUncommittedData = default, bool? close = default, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Azure.Response> FlushAsync(long position, bool? retainUncommittedData = default, bool? close = default, CancellationToken cancellationToken = default) => throw null!;
    }
}

// ParquetSharp
namespace ParquetSharp
{
    public sealed class ParquetFileWriter : IDisposable
    {
        public ParquetFileWriter(string path, object[] columns) => throw null!;
        public object AppendRowGroup() => throw null!;
        public void Close() => throw null!;
        public void Dispose() => throw null!;
    }
}

// Apache.Arrow
namespace Apache.Arrow
{
    public class RecordBatch;
}

namespace Apache.Arrow.Ipc
{
    public class ArrowStreamWriter : IDisposable
    {
        public ArrowStreamWriter(Stream baseStream, object schema) => throw null!;
        public void WriteRecordBatch(RecordBatch recordBatch) => throw null!;
        public Task WriteRecordBatchAsync(RecordBatch recordBatch, CancellationToken cancellationToken = default) => throw null!;
        public void WriteEnd() => throw null!;
        public Task WriteEndAsync(CancellationToken cancellationToken = default) => throw null!;
        public void Dispose() => throw null!;
    }

    public class ArrowFileWriter : ArrowStreamWriter
    {
        public ArrowFileWriter(Stream stream, object schema) : base(stream, schema) => throw null!;
    }
}

// Apache.Avro
namespace Avro.File
{
    public interface IFileWriter<T> : IDisposable
    {
        void Append(T datum);
        void Close();
        void Flush();
    }

    public class DataFileWriter<T>
    {
        public static IFileWriter<T> OpenWriter(object writer, string path) => throw null!;
        public static IFileWriter<T> OpenWriter(object writer, Stream outStream) => throw null!;
    }
}
