using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2020MissingProvenanceTests : RuleTests<UC2020MissingProvenance, UC2020MissingProvenanceFix>
{
    [Theory]
    [InlineData("await mongo.[|InsertOneAsync|](order)")]
    [InlineData("await mongo.[|InsertManyAsync|](orders)")]
    [InlineData("shop.Orders.[|AddRange|](orders)")]
    [InlineData("await shop.Orders.[|AddAsync|](order)")]
    [InlineData("shop.[|AddRange|](orders)")]
    [InlineData("await cosmos.[|UpsertItemAsync|](order, PartitionKey.None)")]
    [InlineData("await csv.[|WriteRecordsAsync|](orders)")]
    [InlineData("csv.[|WriteRecords|](orders.Where(one => one.Total > 0))")]
    [InlineData("await db.[|ExecuteAsync|](\"INSERT INTO orders (id, total) VALUES (@Id, @Total)\", orders)")]
    [InlineData("await db.[|ExecuteAsync|](\"INSERT INTO orders (id, total) VALUES (@id, @total)\", new { id = 1, total = 2m })")]
    [InlineData("npgsql.[|BeginBinaryImport|](\"COPY orders (id, total) FROM STDIN (FORMAT BINARY)\")")]
    [InlineData("npgsql.[|BeginBinaryImport|](\"COPY flights (number, origin, target) FROM STDIN (FORMAT BINARY)\")")]
    [InlineData("var table = new DataTable(); table.Columns.Add(\"id\"); table.Columns.Add(\"total\", typeof(decimal)); await bulk.[|WriteToServerAsync|](table)")]
    public Task Flags_rows_without_a_word_of_where_they_came_from(string body) => Flags(InLoader(body));

    [Theory]
    [InlineData("await mongo.InsertManyAsync(Array.Empty<Traced>())", "string SourceSystem")]
    [InlineData("await mongo.InsertManyAsync(Array.Empty<Traced>())", "string RunId")]
    [InlineData("await mongo.InsertManyAsync(Array.Empty<Traced>())", "string OriginSystem")]
    [InlineData("await mongo.InsertManyAsync(Array.Empty<Traced>())", "Guid BatchId")]
    [InlineData("await mongo.InsertManyAsync(Array.Empty<Traced>())", "DateTime LoadedAtUtc")]
    [InlineData("await mongo.InsertManyAsync(Array.Empty<Traced>())", "DateTimeOffset IngestedAt")]
    [InlineData("await mongo.InsertManyAsync(Array.Empty<Traced>())", "DateTimeOffset ExtractionTime")]
    [InlineData("await mongo.InsertManyAsync(Array.Empty<Traced>())", "string FileName")]
    [InlineData("await mongo.InsertManyAsync(Array.Empty<Traced>())", "long Offset")]
    [InlineData("await mongo.InsertManyAsync(Array.Empty<Traced>())", "string RecordHash")]
    [InlineData("await mongo.InsertManyAsync(Array.Empty<Traced>())", "int SchemaVersion")]
    [InlineData("await db.ExecuteAsync(\"INSERT INTO orders (id, total, source_file) VALUES (@Id, @Total, @File)\", new { Id = 1, Total = 2m, SourceFile = \"\" })", "int Id")]
    [InlineData("npgsql.BeginBinaryImport(\"COPY orders (id, total, loaded_at) FROM STDIN (FORMAT BINARY)\")", "int Id")]
    [InlineData("var table = new DataTable(); table.Columns.Add(\"id\"); table.Columns.Add(\"batch_id\"); await bulk.WriteToServerAsync(table)", "int Id")]
    [InlineData("await bulk.WriteToServerAsync(given)", "int Id")]
    [InlineData("await db.ExecuteAsync(\"DELETE FROM orders WHERE id = @Id AND total = @Total\", order)", "int Id")]
    [InlineData("orders.Add(order)", "int Id")]
    public Task Allows_rows_that_say_it_and_what_is_no_row(string body, string column) => Allows(InLoader(body, column));

    [Fact]
    public Task Allows_rows_of_an_application() => Allows(
        """
        using Microsoft.EntityFrameworkCore;

        class Order { public int Id { get; set; } public decimal Total { get; set; } }
        class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }

        class Desk
        {
            public async Task Place(Shop shop, Order order)
            {
                shop.Orders.Add(order);
                await shop.SaveChangesAsync();
            }
        }
        """);

    [Fact]
    public Task Flags_a_method_that_reads_what_it_writes() => Flags(
        """
        using System.Net.Http.Json;
        using MongoDB.Driver;

        record Order(int Id, decimal Total);

        class Desk
        {
            public async Task Fetch(HttpClient http, IMongoCollection<Order> orders) =>
                await orders.[|InsertManyAsync|](await http.GetFromJsonAsync<List<Order>>("orders") ?? throw new InvalidDataException());
        }
        """);

    [Fact]
    public Task Fixes_a_record_and_a_class() => Fixes(
        """
        using MongoDB.Driver;

        class Loader
        {
            void Load(IMongoCollection<Order> orders, IMongoCollection<Line> lines, Order order, Line line)
            {
                orders.[|InsertOne|](order);
                orders.[|InsertOne|](order);
                lines.[|InsertOne|](line);
            }
        }

        /// <summary>What was ordered.</summary>
        record Order(int Id, decimal Total); // A whole one.

        class Line
        {
            public int Id { get; set; }

            public string? Sku { get; set; }
        }
        """,
        """
        using MongoDB.Driver;

        class Loader
        {
            void Load(IMongoCollection<Order> orders, IMongoCollection<Line> lines, Order order, Line line)
            {
                orders.InsertOne(order);
                orders.InsertOne(order);
                lines.InsertOne(line);
            }
        }

        /// <summary>What was ordered.</summary>
        record Order(int Id, decimal Total)
        {
            public string? SourceSystem { get; init; }
            public string? RunId { get; init; }
            public DateTimeOffset IngestedAt { get; init; }
        } // A whole one.

        class Line
        {
            public int Id { get; set; }

            public string? Sku { get; set; }

            public string? SourceSystem { get; set; }

            public string? RunId { get; set; }

            public DateTimeOffset IngestedAt { get; set; }
        }
        """);

    [Fact]
    public Task Fixes_a_row_of_another_file() => Fixes(
        "class Loader { void Load(MongoDB.Driver.IMongoCollection<Order> orders, Order order) => orders.[|InsertOne|](order); }",
        "class Loader { void Load(MongoDB.Driver.IMongoCollection<Order> orders, Order order) => orders.InsertOne(order); }",
        new()
        {
            Sources = [("Order.cs", "class Order\n{\n    public int Id { get; set; }\n    public decimal Total { get; set; }\n}\n")],
            SourcesAfter = [("Order.cs", "class Order\n{\n    public int Id { get; set; }\n    public decimal Total { get; set; }\n    public string? SourceSystem { get; set; }\n    public string? RunId { get; set; }\n    public DateTimeOffset IngestedAt { get; set; }\n}\n")],
        });

    [Fact]
    public Task Offers_no_fix_where_no_type_is_written() => OffersNoFix(
        "class Loader { void Load(Npgsql.NpgsqlConnection db) => db.[|BeginBinaryImport|](\"COPY orders (id, total) FROM STDIN\"); }");

    private static string InLoader(string body, string column = "int Id") =>
        $$"""
        using System.Data;
        using CsvHelper;
        using Dapper;
        using Microsoft.Azure.Cosmos;
        using Microsoft.Data.SqlClient;
        using Microsoft.EntityFrameworkCore;
        using MongoDB.Driver;
        using Npgsql;

        class OrderLoader
        {
            async Task Load(IMongoCollection<{{(body.Contains("Traced") ? "Traced" : "Order")}}> mongo, Shop shop, Container cosmos, CsvWriter csv, IDbConnection db, NpgsqlConnection npgsql, SqlBulkCopy bulk, DataTable given, List<Order> orders, Order order)
            {
                await Task.Yield();
                {{body}};
            }
        }

        class Order { public int Id { get; set; } public decimal Total { get; set; } }
        class Traced { public decimal Total { get; set; } public {{column}} { get; set; } = default!; }
        class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        """;
}
