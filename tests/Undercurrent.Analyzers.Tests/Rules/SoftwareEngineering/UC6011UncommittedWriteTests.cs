using Undercurrent.Analyzers.Rules.SoftwareEngineering;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

public sealed class UC6011UncommittedWriteTests : RuleTests<UC6011UncommittedWrite, UC6011UncommittedWriteFix>
{
    /// <summary>As much of libraries as the work here takes, whose packages are not to be had from every feed.</summary>
    private static readonly Given Libraries = new()
    {
        Sources =
        [
            ("Libraries.cs",
            """
            namespace Azure.Storage.Files.DataLake
            {
                public class DataLakeFileClient
                {
                    public virtual Task<Azure.Response> AppendAsync(Stream content, long offset, byte[]? contentHash = default, string? leaseId = default, CancellationToken cancellationToken = default) => throw null!;
                    public virtual Task<Azure.Response> FlushAsync(long position, bool? retainUncommittedData = default, bool? close = default, CancellationToken cancellationToken = default) => throw null!;
                }
            }

            namespace NHibernate
            {
                public interface ITransaction : IDisposable
                {
                    void Commit();
                }

                public interface ISession
                {
                    ITransaction BeginTransaction();
                    object Save(object obj);
                }
            }

            namespace Parquet
            {
                public class ParquetWriter : IDisposable
                {
                    public static Task<ParquetWriter> CreateAsync(object schema, Stream output) => throw null!;
                    public IDisposable CreateRowGroup() => throw null!;
                    public void Dispose() => throw null!;
                }
            }
            """),
        ],
    };

    private static string Load(string body) =>
        $$"""
        using System.Data;
        using System.Data.Common;
        using System.IO.Compression;
        using System.Security.Cryptography;
        using System.Text.Json;
        using System.Transactions;
        using Dapper;
        using DuckDB.NET.Data;
        using Microsoft.Data.SqlClient;
        using Microsoft.EntityFrameworkCore;
        using Npgsql;

        record Order(int Id, string Name);

        interface IOrders
        {
            Task PlaceAsync(Order order);
            void Place(Order order, IDbTransaction within);
        }

        class Load
        {
            readonly IOrders store = null!;

            async Task<int> Run(NpgsqlConnection postgres, SqlConnection server, DbConnection any, IDbConnection plain, DbContext context, List<Order> orders, Stream stream, ICryptoTransform cipher, CancellationToken stop)
            {
                {{body.Replace("\n", "\n        ")}}
                return orders.Count;
            }

            static void WriteRow(NpgsqlBinaryImporter importer, Order order)
            {
                importer.StartRow();
                importer.Write(order.Id);
            }

            static void Finish(NpgsqlBinaryImporter importer) => importer.Complete();

            static void Insert(IDbConnection connection, IDbTransaction transaction, Order order) => connection.Execute("INSERT INTO orders VALUES (@Id)", order, transaction);
        }
        """;

    [Theory]
    [InlineData("using var importer = [|postgres.BeginBinaryImport(\"COPY orders FROM STDIN (FORMAT BINARY)\")|];\nforeach (var order in orders)\n{\n    importer.StartRow();\n    importer.Write(order.Id);\n}")]
    [InlineData("await using var importer = await [|postgres.BeginBinaryImportAsync(\"COPY orders FROM STDIN (FORMAT BINARY)\", stop)|];\nforeach (var order in orders)\n    await importer.WriteRowAsync(stop, order.Id, order.Name);")]
    [InlineData("using (var importer = [|postgres.BeginBinaryImport(\"COPY orders FROM STDIN (FORMAT BINARY)\")|])\n{\n    foreach (var order in orders)\n        WriteRow(importer, order);\n}")]
    [InlineData("var importer = [|postgres.BeginBinaryImport(\"COPY orders FROM STDIN (FORMAT BINARY)\")|];\norders.ForEach(order => importer.WriteRow(order.Id));\nimporter.Dispose();")]
    [InlineData("await using (var importer = await [|postgres.BeginBinaryImportAsync(\"COPY orders FROM STDIN (FORMAT BINARY)\")|].ConfigureAwait(false))\n{\n    await importer.StartRowAsync();\n    await importer.WriteAsync(orders[0].Id);\n    await importer.CloseAsync();\n}")]
    [InlineData("using (var scope = [|new TransactionScope(TransactionScopeAsyncFlowOption.Enabled)|])\n{\n    foreach (var order in orders)\n        await store.PlaceAsync(order);\n}")]
    [InlineData("using (TransactionScope scope = [|new()|])\n    server.Execute(\"DELETE FROM orders\");")]
    [InlineData("using ([|new TransactionScope()|])\n{\n    server.Execute(\"DELETE FROM orders\");\n}")]
    [InlineData("using var transaction = [|server.BeginTransaction()|];\nusing var command = new SqlCommand(\"DELETE FROM orders\", server, transaction);\ncommand.ExecuteNonQuery();")]
    [InlineData("await using var transaction = await [|any.BeginTransactionAsync(stop)|];\nvar command = any.CreateCommand();\ncommand.Transaction = transaction;\ncommand.CommandText = \"UPDATE orders SET late = 1\";\nawait command.ExecuteNonQueryAsync(stop);")]
    [InlineData("using IDbTransaction transaction = [|plain.BeginTransaction()|];\nplain.Execute(\"INSERT INTO orders VALUES (@Id)\", orders, transaction);")]
    [InlineData("using var transaction = [|plain.BeginTransaction()|];\nvar id = plain.QuerySingle<int>(\"INSERT INTO orders DEFAULT VALUES RETURNING id\", transaction: transaction);")]
    [InlineData("using var transaction = [|plain.BeginTransaction()|];\nInsert(plain, transaction, orders[0]);")]
    [InlineData("await using var transaction = await [|context.Database.BeginTransactionAsync(stop)|];\ncontext.AddRange(orders);\nawait context.SaveChangesAsync(stop);")]
    [InlineData("using var transaction = [|context.Database.BeginTransaction()|];\ncontext.Database.ExecuteSqlRaw(\"DELETE FROM orders\");")]
    [InlineData("[|context.Database.BeginTransaction()|];\ncontext.SaveChanges();")]
    public Task Flags_what_is_never_committed(string body) => Flags(Load(body));

    [Theory]
    [InlineData("using var importer = postgres.BeginBinaryImport(\"COPY orders FROM STDIN (FORMAT BINARY)\");\nforeach (var order in orders)\n{\n    importer.StartRow();\n    importer.Write(order.Id);\n}\nimporter.Complete();")]
    [InlineData("await using var importer = await postgres.BeginBinaryImportAsync(\"COPY orders FROM STDIN (FORMAT BINARY)\", stop);\nforeach (var order in orders)\n    await importer.WriteRowAsync(stop, order.Id);\nvar written = await importer.CompleteAsync(stop).ConfigureAwait(false);")]
    [InlineData("using var importer = postgres.BeginBinaryImport(\"COPY orders FROM STDIN (FORMAT BINARY)\");\norders.ForEach(order => WriteRow(importer, order));\nFinish(importer);")]
    [InlineData("using var exporter = postgres.BeginBinaryExport(\"COPY orders TO STDOUT (FORMAT BINARY)\");\nexporter.StartRow();")]
    [InlineData("using (var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))\n{\n    await store.PlaceAsync(orders[0]);\n    scope.Complete();\n}")]
    [InlineData("using (var scope = new TransactionScope(TransactionScopeOption.Suppress))\n{\n    server.Execute(\"INSERT INTO log VALUES (1)\");\n}")]
    [InlineData("using (var scope = new TransactionScope(TransactionScopeOption.Suppress))\n{\n    _ = server.QuerySingle<int>(\"SELECT COUNT(*) FROM orders\");\n}")]
    [InlineData("using var transaction = server.BeginTransaction();\ntry\n{\n    server.Execute(\"DELETE FROM orders\", transaction: transaction);\n    transaction.Commit();\n}\ncatch\n{\n    transaction.Rollback();\n    throw;\n}")]
    [InlineData("using var transaction = server.BeginTransaction(System.Data.IsolationLevel.Snapshot);\nvar late = server.Query<Order>(\"SELECT * FROM orders WHERE late = 1\", transaction: transaction);")]
    [InlineData("DbTransaction? transaction = null;\nif (orders.Count > 1)\n    transaction = any.BeginTransaction();\nany.Execute(\"DELETE FROM orders\", transaction: transaction);\nif (transaction != null)\n    transaction.Commit();")]
    [InlineData("var transaction = orders.Count > 1 ? any.BeginTransaction() : null;\nany.Execute(\"DELETE FROM orders\", transaction: transaction);\ntransaction?.Commit();")]
    [InlineData("await using var transaction = await any.BeginTransactionAsync(stop);\nvar known = await any.QueryFirstOrDefaultAsync<Order>(\"SELECT * FROM orders\", transaction: transaction);\nif (known is null)\n    return 0;\nawait any.ExecuteAsync(\"DELETE FROM orders\", transaction: transaction);\nawait transaction.CommitAsync(stop);")]
    [InlineData("using var transaction = any.BeginTransaction();\nvar touched = any.Execute(\"UPDATE orders SET late = 1\", transaction: transaction);\nif (touched == 0)\n    return 0;\ntransaction.Commit();")]
    [InlineData("using var transaction = any.BeginTransaction();\nany.Execute(\"UPDATE orders SET late = 1\", transaction: transaction);\nvar isValid = orders.All(order => order.Id > 0);\nif (isValid)\n    transaction.Commit();")]
    [InlineData("using var transaction = any.BeginTransaction();\nany.Execute(\"UPDATE orders SET late = 1\", transaction: transaction);\nif (orders.Count > 3)\n    throw new InvalidOperationException();\ntransaction.Commit();")]
    [InlineData("using var transaction = any.BeginTransaction();\nany.Execute(\"UPDATE orders SET late = 1\", transaction: transaction);\nif (orders.Count > 3)\n    transaction.Rollback();\nelse\n    transaction.Commit();")]
    [InlineData("using var transaction = plain.BeginTransaction();\nstore.Place(orders[0], transaction);")]
    [InlineData("context.Database.BeginTransaction();\ncontext.SaveChanges();\ncontext.Database.CommitTransaction();")]
    [InlineData("var strategy = context.Database.CreateExecutionStrategy();\nawait strategy.ExecuteAsync(async () =>\n{\n    await using var transaction = await context.Database.BeginTransactionAsync(stop);\n    await context.SaveChangesAsync(stop);\n    await transaction.CommitAsync(stop);\n});")]
    [InlineData("using var transaction = plain.BeginTransaction();\nvoid Done() => transaction.Commit();\nplain.Execute(\"DELETE FROM orders\", transaction: transaction);\nDone();")]
    [InlineData("var transaction = plain.BeginTransaction();\nvar count = 0;\nforeach (var order in orders)\n{\n    plain.Execute(\"INSERT INTO orders VALUES (1)\", transaction: transaction);\n    if (++count % 1000 != 0)\n        continue;\n    transaction.Commit();\n    transaction = plain.BeginTransaction();\n}\ntransaction.Commit();")]
    [InlineData("while (true)\n{\n    using var transaction = plain.BeginTransaction();\n    plain.Execute(\"INSERT INTO orders VALUES (1)\", transaction: transaction);\n    transaction.Commit();\n    stop.ThrowIfCancellationRequested();\n    await store.PlaceAsync(orders[0]);\n}")]
    public Task Allows_what_is_committed_or_writes_nothing(string body) => Allows(Load(body.EndsWith('}') && body.StartsWith("while (true)", StringComparison.Ordinal) ? body.Replace("while (true)", "while (!stop.IsCancellationRequested)") : body));

    [Theory]
    [InlineData("using var transaction = [|any.BeginTransaction()|];\nany.Execute(\"DELETE FROM orders\", transaction: transaction);\nif (orders.Count > 10)\n    transaction.Commit();")]
    [InlineData("using var transaction = [|any.BeginTransaction()|];\nany.Execute(\"DELETE FROM orders\", transaction: transaction);\nif (orders.Count == 0)\n    return 0;\nany.Execute(\"INSERT INTO orders VALUES (1)\", transaction: transaction);\ntransaction.Commit();")]
    [InlineData("using (var scope = [|new TransactionScope()|])\n{\n    foreach (var order in orders)\n    {\n        any.Execute(\"INSERT INTO orders VALUES (1)\");\n        if (order.Id == 7)\n        {\n            scope.Complete();\n            break;\n        }\n    }\n}")]
    [InlineData("using var importer = [|postgres.BeginBinaryImport(\"COPY orders FROM STDIN (FORMAT BINARY)\")|];\nforeach (var order in orders)\n{\n    WriteRow(importer, order);\n    if (order.Id < 0)\n        return 0;\n}\nimporter.Complete();")]
    [InlineData("foreach (var order in orders)\n{\n    await using var transaction = await [|any.BeginTransactionAsync(stop)|];\n    await any.ExecuteAsync(\"DELETE FROM orders\", transaction: transaction);\n    if (order.Name.Length == 0)\n        continue;\n    await transaction.CommitAsync(stop);\n}")]
    [InlineData("switch (orders.Count)\n{\n    case 1:\n        using (var transaction = [|any.BeginTransaction()|])\n        {\n            any.Execute(\"DELETE FROM orders\", transaction: transaction);\n            if (stream.CanRead)\n                break;\n            transaction.Commit();\n        }\n        break;\n}")]
    [InlineData("Action run = () =>\n{\n    using var transaction = [|plain.BeginTransaction()|];\n    plain.Execute(\"DELETE FROM orders\", transaction: transaction);\n};\nrun();")]
    public Task Flags_the_path_that_goes_round_the_commit(string body) => Flags(Load(body));

    [Theory]
    [InlineData("var writer = [|new StreamWriter(\"orders.csv\")|];\nforeach (var order in orders)\n    writer.WriteLine(order.Name);")]
    [InlineData("var writer = [|File.CreateText(\"orders.csv\")|];\nawait writer.WriteAsync(\"id\");")]
    [InlineData("[|new StreamWriter(\"orders.csv\")|].WriteLine(orders.Count);")]
    [InlineData("var zipped = [|new GZipStream(stream, CompressionLevel.Optimal)|];\nzipped.Write(new byte[] { 1 });")]
    [InlineData("var zipped = [|new BrotliStream(stream, CompressionMode.Compress)|];\nJsonSerializer.Serialize(zipped, orders);")]
    [InlineData("var closed = [|new CryptoStream(stream, cipher, CryptoStreamMode.Write)|];\nawait closed.WriteAsync(new byte[] { 1 }, stop);")]
    [InlineData("var json = [|new Utf8JsonWriter(stream)|];\njson.WriteStartObject();\njson.WriteEndObject();")]
    [InlineData("var writer = [|new StreamWriter(stream)|];\nwriter.WriteLine(1);\nif (orders.Count == 0)\n    return 0;\nwriter.Dispose();")]
    [InlineData("var writer = [|new StreamWriter(stream)|];\nwriter.Flush();\nwriter.WriteLine(1);")]
    [InlineData("using var duck = new DuckDBConnection(\"DataSource=orders.db\");\nvar appender = [|duck.CreateAppender(\"orders\")|];\nforeach (var order in orders)\n    appender.CreateRow();")]
    [InlineData("var csv = [|new CsvHelper.CsvWriter(new StreamWriter(stream), System.Globalization.CultureInfo.InvariantCulture)|];\ncsv.WriteRecords(orders);")]
    public Task Flags_a_writer_that_keeps_what_it_was_given(string body) => Flags(Load(body));

    [Theory]
    [InlineData("using var writer = new StreamWriter(\"orders.csv\");\nwriter.WriteLine(1);")]
    [InlineData("var writer = new StreamWriter(\"orders.csv\");\ntry\n{\n    writer.WriteLine(1);\n}\nfinally\n{\n    writer.Dispose();\n}")]
    [InlineData("var writer = new StreamWriter(stream);\nwriter.WriteLine(1);\nawait writer.FlushAsync();")]
    [InlineData("var writer = new StreamWriter(stream) { AutoFlush = true };\nwriter.WriteLine(1);")]
    [InlineData("var writer = new StreamWriter(stream);\nwriter.AutoFlush = true;\nwriter.WriteLine(1);")]
    [InlineData("var writer = new StreamWriter(stream);\nusing (writer)\n    writer.WriteLine(1);")]
    [InlineData("var writer = new StreamWriter(stream);\nawait using (writer.ConfigureAwait(false))\n    writer.WriteLine(1);")]
    [InlineData("var writer = new StreamWriter(stream);\nusing var csv = new CsvHelper.CsvWriter(writer, System.Globalization.CultureInfo.InvariantCulture);\ncsv.WriteRecords(orders);")]
    [InlineData("var unzipped = new GZipStream(stream, CompressionMode.Decompress);\nvar read = unzipped.Read(new byte[8]);")]
    [InlineData("using var duck = new DuckDBConnection(\"DataSource=orders.db\");\nusing (var appender = duck.CreateAppender(\"orders\"))\n    appender.CreateRow();")]
    [InlineData("using var duck = new DuckDBConnection(\"DataSource=orders.db\");\nvar appender = duck.CreateAppender(\"orders\");\nappender.CreateRow();\nappender.Close();")]
    [InlineData("var memory = new MemoryStream();\nmemory.Write(new byte[8]);")]
    [InlineData("var memory = new MemoryStream();\nusing (var writer = new StreamWriter(memory))\n    writer.WriteLine(1);\nConsole.WriteLine(memory.ToArray().Length);")]
    [InlineData("var memory = new MemoryStream();\nusing var writer = new StreamWriter(memory);\nwriter.WriteLine(1);\nwriter.Flush();\nConsole.WriteLine(memory.ToArray().Length);")]
    [InlineData("var memory = new MemoryStream();\nusing var writer = new StreamWriter(memory) { AutoFlush = true };\nwriter.WriteLine(1);\nConsole.WriteLine(memory.ToArray().Length);")]
    [InlineData("var memory = new MemoryStream();\n{\n    using var writer = new StreamWriter(memory);\n    writer.WriteLine(1);\n}\nConsole.WriteLine(memory.ToArray().Length);")]
    [InlineData("var unzipped = new GZipStream(stream, CompressionMode.Decompress);\nunzipped.CopyTo(Stream.Null);\nvar read = JsonSerializer.Deserialize<List<Order>>(unzipped);")]
    [InlineData("var opened = new CryptoStream(stream, cipher, CryptoStreamMode.Read);\nvar read = await JsonSerializer.DeserializeAsync<List<Order>>(opened);\nWrite(opened);\nstatic void Write(Stream _) { }")]
    [InlineData("var buffered = new BufferedStream(stream);\nvar read = JsonSerializer.Deserialize<List<Order>>(buffered);")]
    public Task Allows_a_writer_that_is_closed_or_flushed(string body) => Allows(Load(body));

    [Fact]
    public Task Allows_work_that_others_finish() => Allows(
        """
        using System.Data;

        class Unit(IDbConnection connection) : IDisposable
        {
            readonly IDbTransaction transaction = connection.BeginTransaction();
            IDbTransaction? other;

            public void Commit() => transaction.Commit();

            public void Dispose() => transaction.Dispose();

            public IDbTransaction Begin() => connection.BeginTransaction();

            public IDbTransaction Open()
            {
                var opened = connection.BeginTransaction();
                using var command = connection.CreateCommand();
                command.Transaction = opened;
                command.ExecuteNonQuery();
                return opened;
            }

            public void Keep()
            {
                var kept = connection.BeginTransaction();
                connection.CreateCommand().ExecuteNonQuery();
                other = kept;
            }
        }
        """.Replace("class Unit(IDbConnection connection) : IDisposable\n{\n    readonly IDbTransaction transaction = connection.BeginTransaction();", "class Unit : IDisposable\n{\n    readonly IDbConnection connection;\n    readonly IDbTransaction transaction;\n\n    public Unit(IDbConnection connection)\n    {\n        this.connection = connection;\n        transaction = connection.BeginTransaction();\n    }\n"));

    [Fact]
    public Task Flags_sessions_producers_and_files_whose_work_is_never_committed() => Flags(
        """
        using Azure.Storage.Files.DataLake;
        using Confluent.Kafka;
        using MongoDB.Driver;
        using StackExchange.Redis;

        class Load
        {
            async Task Run(IClientSessionHandle session, IMongoCollection<string> orders, IProducer<string, string> producer, DataLakeFileClient file, IDatabase cache, NHibernate.ISession hibernate, Stream content)
            {
                [|session.StartTransaction()|];
                await orders.InsertOneAsync(session, "one");
                [|producer.BeginTransaction()|];
                producer.Produce("orders", new Message<string, string> { Value = "one" });
                await [|file.AppendAsync(content, 0)|];
                await file.AppendAsync(content, 8);
                var batch = [|cache.CreateTransaction()|];
                _ = batch.StringSetAsync("order", "one");
                using var transaction = [|hibernate.BeginTransaction()|];
                hibernate.Save("one");
                var parquet = await [|Parquet.ParquetWriter.CreateAsync("orders", content)|];
                using var group = parquet.CreateRowGroup();
            }
        }
        """, Libraries);

    [Fact]
    public Task Allows_sessions_producers_and_files_whose_work_is_committed() => Allows(
        """
        using Azure.Storage.Files.DataLake;
        using Confluent.Kafka;
        using MongoDB.Driver;
        using StackExchange.Redis;

        class Load
        {
            async Task Run(IClientSessionHandle session, IMongoCollection<string> orders, IProducer<string, string> producer, DataLakeFileClient file, IDatabase cache, NHibernate.ISession hibernate, Stream content)
            {
                session.StartTransaction();
                try
                {
                    await orders.InsertOneAsync(session, "one");
                    await session.CommitTransactionAsync();
                }
                catch (MongoException)
                {
                    await session.AbortTransactionAsync();
                }

                producer.BeginTransaction();
                producer.Produce("orders", new Message<string, string> { Value = "one" });
                producer.CommitTransaction();
                await file.AppendAsync(content, 0);
                await file.FlushAsync(8);
                var batch = cache.CreateTransaction();
                _ = batch.StringSetAsync("order", "one");
                await batch.ExecuteAsync();
                using var transaction = hibernate.BeginTransaction();
                hibernate.Save("one");
                transaction.Commit();
                using var parquet = await Parquet.ParquetWriter.CreateAsync("orders", content);
                using var group = parquet.CreateRowGroup();
            }

            void Begin(IProducer<string, string> producer) => producer.BeginTransaction();
        }
        """, Libraries);

    [Fact]
    public Task Fixes_by_committing_where_the_scope_ends() => Fixes(
        """
        using System.Data;
        using System.Transactions;
        using Dapper;
        using Npgsql;

        class Load
        {
            async Task<int> Copy(NpgsqlConnection connection, List<int> orders, CancellationToken stop)
            {
                await using var importer = await [|connection.BeginBinaryImportAsync("COPY orders FROM STDIN (FORMAT BINARY)", stop)|];
                foreach (var order in orders)
                    await importer.WriteRowAsync(stop, order); // one by one

                // all of them
                return orders.Count;
            }

            void Clear(IDbConnection connection)
            {
                using (var transaction = [|connection.BeginTransaction()|])
                {
                    connection.Execute("DELETE FROM orders", transaction: transaction);
                }

                using (var scope = [|new TransactionScope()|])
                    connection.Execute("DELETE FROM lines");
            }

            void Mark(NpgsqlConnection connection)
            {
                var transaction = [|connection.BeginTransaction()|];
                try
                {
                    connection.Execute("UPDATE orders SET late = 1", transaction: transaction);
                }
                finally
                {
                    transaction.Dispose();
                }

                var importer = [|connection.BeginBinaryImport("COPY orders FROM STDIN (FORMAT BINARY)")|];
                importer.WriteRow(1);
                importer.Dispose();
            }
        }
        """,
        """
        using System.Data;
        using System.Transactions;
        using Dapper;
        using Npgsql;

        class Load
        {
            async Task<int> Copy(NpgsqlConnection connection, List<int> orders, CancellationToken stop)
            {
                await using var importer = await connection.BeginBinaryImportAsync("COPY orders FROM STDIN (FORMAT BINARY)", stop);
                foreach (var order in orders)
                    await importer.WriteRowAsync(stop, order); // one by one
                await importer.CompleteAsync(stop);

                // all of them
                return orders.Count;
            }

            void Clear(IDbConnection connection)
            {
                using (var transaction = connection.BeginTransaction())
                {
                    connection.Execute("DELETE FROM orders", transaction: transaction);
                    transaction.Commit();
                }

                using (var scope = new TransactionScope())
                {
                    connection.Execute("DELETE FROM lines");
                    scope.Complete();
                }
            }

            void Mark(NpgsqlConnection connection)
            {
                var transaction = connection.BeginTransaction();
                try
                {
                    connection.Execute("UPDATE orders SET late = 1", transaction: transaction);
                    transaction.Commit();
                }
                finally
                {
                    transaction.Dispose();
                }

                var importer = connection.BeginBinaryImport("COPY orders FROM STDIN (FORMAT BINARY)");
                importer.WriteRow(1);
                importer.Complete();
                importer.Dispose();
            }
        }
        """);

    [Fact]
    public Task Fixes_a_writer_by_disposing_of_it() => Fixes(
        """
        class Load
        {
            void Write(List<int> orders)
            {
                // one per line
                var writer = [|new StreamWriter("orders.txt")|];
                foreach (var order in orders)
                    writer.WriteLine(order);
            }
        }
        """,
        """
        class Load
        {
            void Write(List<int> orders)
            {
                // one per line
                using var writer = new StreamWriter("orders.txt");
                foreach (var order in orders)
                    writer.WriteLine(order);
            }
        }
        """);

    [Theory]
    [InlineData("using var transaction = [|connection.BeginTransaction()|];\n        return connection.Execute(\"DELETE FROM orders\", transaction: transaction);")]
    [InlineData("using var transaction = [|connection.BeginTransaction()|];\n        connection.Execute(\"DELETE FROM orders\", transaction: transaction);\n        if (connection.State == ConnectionState.Open)\n            return 1;\n        connection.Execute(\"DELETE FROM lines\", transaction: transaction);\n        return 0;")]
    [InlineData("using var transaction = [|connection.BeginTransaction()|];\n        connection.Execute(\"DELETE FROM orders\", transaction: transaction);\n        if (connection.State == ConnectionState.Open)\n            transaction.Commit();\n        return 0;")]
    [InlineData("using ([|new System.Transactions.TransactionScope()|])\n        {\n            connection.Execute(\"DELETE FROM orders\");\n        }\n        return 0;")]
    [InlineData("var memory = new MemoryStream();\n        var writer = [|new StreamWriter(memory)|];\n        writer.WriteLine(1);\n        return memory.ToArray().Length;")]
    [InlineData("var memory = new MemoryStream();\n        using var writer = [|new StreamWriter(memory)|];\n        writer.WriteLine(1);\n        return memory.ToArray().Length;")]
    [InlineData("var memory = new MemoryStream();\n        using var text = new StreamWriter(memory);\n        using var writer = [|new CsvHelper.CsvWriter(text, System.Globalization.CultureInfo.InvariantCulture)|];\n        writer.WriteField(1);\n        return memory.ToArray().Length;")]
    [InlineData("var memory = new MemoryStream();\n        using (var writer = [|new System.IO.Compression.GZipStream(memory, System.IO.Compression.CompressionMode.Compress)|])\n        {\n            writer.Write(new byte[8]);\n            return memory.ToArray().Length;\n        }")]
    public Task Offers_no_fix_where_the_end_is_not_one_place(string body) => OffersNoFix(
        $$"""
        using System.Data;
        using Dapper;

        class Load
        {
            int Run(IDbConnection connection)
            {
                {{body}}
            }
        }
        """);
}
