using Undercurrent.Analyzers.Rules.Security;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.Security;

public sealed class UC1012QueryBuiltFromTextTests : RuleTests<UC1012QueryBuiltFromText, UC1012QueryBuiltFromTextFix>
{
    private const string Around = """
        using System.Data;
        using System.Data.Common;
        using System.Globalization;
        using System.Text;
        using System.Text.RegularExpressions;
        using Dapper;
        using Microsoft.Azure.Cosmos;
        using Microsoft.Data.SqlClient;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Configuration;
        using Npgsql;

        public sealed record Row(string Name, int Count, decimal Price, Guid Key, DateTime At);
        public sealed class Loading : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }
        public sealed class Customer { public string Id { get; set; } = ""; }
        public enum Level { Low, High }
        public sealed class WarehouseOptions { public string Schema { get; set; } = "dbo"; }
        public sealed record MessageTable(string Name, string Text);
        public sealed class SortRequest { public string SortBy { get; set; } = ""; }

        public sealed class Loader
        {
            private static readonly string[] Tables = { "orders", "customers" };
            private static readonly Dictionary<string, string> Columns = new(StringComparer.OrdinalIgnoreCase) { ["name"] = "full_name", ["age"] = "born_at" };
            private static readonly HashSet<string> Allowed = new() { "orders", "customers" };
            private readonly string _schema;
            private readonly WarehouseOptions options;
            private const string Fields = "id, name";
            private const string Mark = "{0}";
            private static readonly string Insert = FormattableString.Invariant($"INSERT INTO {Mark}orders (name) VALUES (@name)");
            private readonly List<string> _tables = new();
            private string Tenant { get; set; } = "";

            public Loader(IConfiguration configuration, WarehouseOptions options) { _schema = configuration["Schema"]!; this.options = options; }

            public void Load(DbConnection connection, SqlConnection sql, NpgsqlConnection pg, SqliteConnection lite, Loading context, Container container, Cassandra.ISession session,
                Azure.Data.Tables.TableClient entities, Kusto.Data.Common.ICslQueryProvider kusto, NpgsqlDataSource source, NpgsqlBatch batch, IConfiguration configuration,
                string name, string table, string order, int id, Level level, Guid key, DateTime at, object any, dynamic free, string[] names, int[] ids, Row row, List<Row> rows, SortRequest request, IDataReader reader)
            {
                $HERE$
            }
        }
        """;

    [Theory]
    [InlineData("""connection.Execute([|$"DELETE FROM orders WHERE name = '{name}'"|]);""")]
    [InlineData("""connection.Query<Row>([|"SELECT * FROM orders WHERE name = '" + name + "'"|]);""")]
    [InlineData("""SqlMapper.QueryAsync<Row>(connection, sql: [|$"SELECT * FROM orders WHERE name = '{row.Name}'"|], commandType: CommandType.Text);""")]
    [InlineData("""_ = new CommandDefinition([|$"SELECT * FROM orders WHERE name = '{name}'"|]);""")]
    [InlineData("""var command = sql.CreateCommand(); command.CommandText = [|$"SELECT * FROM orders WHERE name = '{name}'"|];""")]
    [InlineData("""using var command = new SqlCommand([|$"SELECT * FROM orders WHERE name = '{name}'"|], sql);""")]
    [InlineData("""using SqlCommand command = new([|$"SELECT * FROM orders WHERE name = '{name}'"|], sql);""")]
    [InlineData("""using var command = new SqlCommand { CommandText = [|$"SELECT * FROM orders WHERE name = '{name}'"|], Connection = sql };""")]
    [InlineData("""using var command = new NpgsqlCommand([|$"SELECT * FROM orders WHERE name = '{name}'"|], pg);""")]
    [InlineData("""using var command = new SqliteCommand([|$"SELECT * FROM orders WHERE name = '{name}'"|], lite);""")]
    [InlineData("""using var command = source.CreateCommand([|$"SELECT * FROM orders WHERE name = '{name}'"|]);""")]
    [InlineData("""using var adapter = new SqlDataAdapter([|$"SELECT * FROM orders WHERE name = '{name}'"|], sql);""")]
    [InlineData("""batch.BatchCommands.Add(new NpgsqlBatchCommand([|$"UPDATE orders SET name = '{name}'"|]));""")]
    [InlineData("""IDbCommand command = connection.CreateCommand(); command.CommandText = [|$"SELECT * FROM orders WHERE name = '{name}'"|];""")]
    [InlineData("""var command = sql?.CreateCommand(); if (command != null) { command.CommandText = "SELECT * FROM orders"; command.CommandText += [|" WHERE name = '" + name + "'"|]; }""")]
    [InlineData("""context.Customers.FromSqlRaw([|$"SELECT * FROM customers WHERE name = '{name}'"|]).ToList();""")]
    [InlineData("""context.Database.ExecuteSqlRaw([|"DELETE FROM customers WHERE name = '" + name + "'"|]);""")]
    [InlineData("""context.Database.SqlQueryRaw<int>([|$"SELECT count(*) FROM customers WHERE name = '{name}'"|]);""")]
    [InlineData("""_ = new QueryDefinition([|$"SELECT * FROM c WHERE c.name = '{name}'"|]);""")]
    [InlineData("""container.GetItemQueryIterator<Row>([|$"SELECT * FROM c WHERE c.name = '{name}'"|]);""")]
    [InlineData("""session.Execute([|$"SELECT * FROM orders WHERE name = '{name}'"|]);""")]
    [InlineData("""session.ExecuteAsync(new Cassandra.SimpleStatement([|$"SELECT * FROM orders WHERE name = '{name}'"|]));""")]
    [InlineData("""entities.Query<Row>([|$"PartitionKey eq '{name}'"|]);""")]
    [InlineData("""_ = MongoDB.Bson.BsonDocument.Parse([|"{ name: \"" + name + "\" }"|]);""")]
    [InlineData("""kusto.ExecuteQuery("db", [|$"orders | where name == '{name}'"|], null!);""")]
    public Task Flags_text_put_together_for(string statement) => Flags(Here(statement), Declared);

    [Theory]
    [InlineData("""var text = "SELECT * FROM orders WHERE name = '" + name + "'"; connection.Execute([|text|]);""")]
    [InlineData("""var text = "SELECT * FROM orders"; if (id > 0) text += $" WHERE name = '{name}'"; connection.Execute([|text|]);""")]
    [InlineData("""var text = "SELECT * FROM orders WHERE name = '{name}'"; text = text.Replace("{name}", name); connection.Execute([|text|]);""")]
    [InlineData("""var text = string.Format("SELECT * FROM orders WHERE name = '{0}'", name); connection.Execute([|text|]);""")]
    [InlineData("""connection.Execute([|string.Format(CultureInfo.InvariantCulture, "SELECT * FROM {0} WHERE name = '{1}'", "orders", name)|]);""")]
    [InlineData("""connection.Execute([|string.Concat("SELECT * FROM orders WHERE name = '", name, "'")|]);""")]
    [InlineData("""connection.Execute([|"SELECT * FROM orders WHERE name IN ('" + string.Join("','", names) + "')"|]);""")]
    [InlineData("""connection.Execute([|$"INSERT INTO orders (name) VALUES {string.Join(", ", rows.Select(one => $"('{one.Name}', {one.Count})"))}"|]);""")]
    [InlineData("""var text = new StringBuilder("SELECT * FROM orders WHERE 1 = 1"); if (id > 0) text.Append(" AND name = '").Append(name).Append('\''); connection.Execute([|text.ToString()|]);""")]
    [InlineData("""var text = new StringBuilder(); text.AppendLine("SELECT * FROM orders"); text.AppendLine($"WHERE name = '{name}'"); connection.Execute([|text.ToString()|]);""")]
    [InlineData("""var text = new StringBuilder(); text.AppendFormat("SELECT * FROM orders WHERE name = '{0}'", name); connection.Execute([|text.ToString()|]);""")]
    [InlineData("""var where = new List<string>(); where.Add("1 = 1"); where.Add($"name = '{name}'"); connection.Execute([|"SELECT * FROM orders WHERE " + string.Join(" AND ", where)|]);""")]
    [InlineData("""foreach (var one in names) connection.Execute([|$"SELECT * FROM orders WHERE name = '{one}'"|]);""")]
    [InlineData("""var upper = name.Trim().ToUpperInvariant(); connection.Execute([|$"SELECT * FROM orders WHERE name = '{upper}'"|]);""")]
    [InlineData("""connection.Execute([|$"SELECT * FROM orders WHERE name LIKE '%{name}%'"|]);""")]
    [InlineData("""connection.Execute([|$"SELECT * FROM orders ORDER BY {request.SortBy}"|]);""")]
    [InlineData("""connection.Execute([|$"SELECT * FROM {table}"|]);""")]
    [InlineData("""connection.Execute([|$"SELECT * FROM orders WHERE price > {any}"|]);""")]
    [InlineData("""connection.Execute([|$"SELECT * FROM orders WHERE price > {free.Price}"|]);""")]
    [InlineData("""connection.Execute([|$"SELECT * FROM orders WHERE name = '{reader.GetString(0)}'"|]);""")]
    [InlineData("""connection.Execute([|$"SELECT * FROM orders WHERE name = '{reader["name"]}'"|]);""")]
    [InlineData("""connection.Execute([|$"SELECT * FROM orders WHERE tenant = '{Tenant}'"|]);""")]
    [InlineData("""connection.Execute([|$"SELECT * FROM orders WHERE tenant = '{_tables[id]}'"|]);""")]
    [InlineData("""connection.Execute([|string.Format(Insert, name)|], new { name });""")]
    [InlineData("""connection.Execute([|$"SELECT * FROM orders WHERE region = '{configuration["Region"]}'"|]);""")]
    [InlineData("""connection.Execute([|$"SELECT * FROM orders WHERE name = '{name.Replace("'", "''")}'"|]);""")]
    [InlineData("""var text = FormattableString.Invariant($"SELECT * FROM orders WHERE name = '{name}' AND id = {id}"); connection.Execute([|text|]);""")]
    [InlineData("""var text = id > 0 ? $"SELECT * FROM orders WHERE name = '{name}'" : "SELECT 1"; connection.Execute([|text|]);""")]
    [InlineData("""connection.Execute([|"SELECT a, b, c, d, e, f FROM orders WHERE a = " + id + " AND b = " + id + " AND c = " + id + " AND d = " + id + " AND e = " + id + " AND f = " + id + " AND g = " + id + " AND h = '" + name + "'"|]);""")]
    public Task Follows_text_through(string statement) => Flags(Here(statement), Declared);

    [Theory]
    [InlineData("""connection.Execute("DELETE FROM orders WHERE name = @name", new { name });""")]
    [InlineData("""connection.Execute($"DELETE FROM {Tables[0]} WHERE name = @name", new { name });""")]
    [InlineData("""foreach (var one in Tables) connection.Execute($"DELETE FROM {one}");""")]
    [InlineData("""foreach (var one in new[] { "orders", "customers" }) connection.Execute("DELETE FROM " + one);""")]
    [InlineData("""connection.Query<Row>($"SELECT {Fields} FROM orders WHERE name = @name", new { name });""")]
    [InlineData("""connection.Query<Row>($"SELECT {nameof(Row.Name)} FROM {nameof(Row)}");""")]
    [InlineData("""connection.Query<Row>($"SELECT * FROM {typeof(Row).Name}s");""")]
    [InlineData("""connection.Query<Row>($"SELECT * FROM orders WHERE id = {id} AND level = {(int)level} AND kind = '{level}' AND key = '{key}' AND at > '{at:yyyy-MM-dd}'");""")]
    [InlineData("""connection.Query<Row>($"SELECT * FROM orders WHERE id = {(int)reader["id"]} AND open = {row.Count > 1} LIMIT {id.ToString()}");""")]
    [InlineData("""connection.Query<Row>("SELECT * FROM orders WHERE id IN (" + string.Join(",", ids) + ")");""")]
    [InlineData("""connection.Query<Row>($"SELECT * FROM orders WHERE id IN ({string.Join(",", rows.Select(one => one.Count))})");""")]
    [InlineData("""var holes = string.Join(", ", names.Select((one, at) => $"@p{at}")); connection.Query<Row>($"SELECT * FROM orders WHERE name IN ({holes})");""")]
    [InlineData("""var holes = new List<string>(); for (var at2 = 0; at2 < names.Length; at2++) holes.Add("@p" + at2); connection.Query<Row>($"SELECT * FROM orders WHERE name IN ({string.Join(",", holes)})");""")]
    [InlineData("""connection.Query<Row>($"SELECT * FROM orders WHERE name IN ({string.Join(",", Enumerable.Repeat("?", names.Length))})");""")]
    [InlineData("""connection.Query<Row>("SELECT * FROM orders ORDER BY name " + (id > 0 ? "ASC" : "DESC"));""")]
    [InlineData("""var column = order switch { "name" => "full_name", "age" => "born_at", _ => "id" }; connection.Query<Row>($"SELECT * FROM orders ORDER BY {column}");""")]
    [InlineData("""var column = order switch { "name" => "full_name", _ => throw new ArgumentException(order) }; connection.Query<Row>($"SELECT * FROM orders ORDER BY {column}");""")]
    [InlineData("""string column; switch (order) { case "name": column = "full_name"; break; default: column = "id"; break; } connection.Query<Row>($"SELECT * FROM orders ORDER BY {column}");""")]
    [InlineData("""connection.Query<Row>($"SELECT * FROM orders ORDER BY {Columns[order]}");""")]
    [InlineData("""if (!Columns.TryGetValue(order, out var column)) column = "id"; connection.Query<Row>($"SELECT * FROM orders ORDER BY {column}");""")]
    [InlineData("""if (!Allowed.Contains(table)) throw new ArgumentException(table); connection.Query<Row>($"SELECT * FROM {table}");""")]
    [InlineData("""if (order is not ("asc" or "desc")) throw new ArgumentException(order); connection.Query<Row>($"SELECT * FROM orders ORDER BY id {order}");""")]
    [InlineData("""if (!Regex.IsMatch(table, "^[a-z_]+$")) throw new ArgumentException(table); connection.Query<Row>($"SELECT * FROM {table}");""")]
    [InlineData("""if (!table.All(char.IsLetter)) throw new ArgumentException(table); connection.Query<Row>($"SELECT * FROM {table}");""")]
    [InlineData("""connection.Query<Row>($"SELECT * FROM {_schema}.orders");""")]
    [InlineData("""connection.Execute($"DELETE FROM {_tables[id]} WHERE name = @name", new { name });""")]
    [InlineData("""connection.Execute(string.Format(Insert, _schema), new { name });""")]
    [InlineData("""connection.Query<Row>($"SELECT * FROM {options.Schema}.orders WHERE name = @name", new { name });""")]
    [InlineData("""var outbox = new MessageTable("outbox", "text"); void Fill(MessageTable into) => connection.Execute($"INSERT INTO {into.Name}({into.Text}) VALUES (@text)", new { text = name }); Fill(outbox);""")]
    [InlineData("""connection.Query<Row>($"SELECT * FROM {configuration["Schema"]}.orders WHERE name = @name", new { name });""")]
    [InlineData("""using var builder = new SqlCommandBuilder(); connection.Query<Row>($"SELECT * FROM {builder.QuoteIdentifier(table)}");""")]
    [InlineData("""connection.Query<Row>($"SELECT * FROM [{table.Replace("]", "]]")}]");""")]
    [InlineData("""connection.Query<Row>($"SELECT * FROM {context.Model.FindEntityType(typeof(Customer))!.GetTableName()}");""")]
    [InlineData("""context.Customers.FromSql($"SELECT * FROM customers WHERE name = {name}").ToList();""")]
    [InlineData("""context.Customers.FromSqlInterpolated($"SELECT * FROM customers WHERE name = {name}").ToList();""")]
    [InlineData("""context.Database.ExecuteSql($"DELETE FROM customers WHERE name = {name}");""")]
    [InlineData("""context.Customers.FromSqlRaw("SELECT * FROM customers WHERE name = {0}", name).ToList();""")]
    [InlineData("""_ = new QueryDefinition("SELECT * FROM c WHERE c.name = @name").WithParameter("@name", name);""")]
    [InlineData("""session.Execute(session.Prepare("SELECT * FROM orders WHERE name = ?").Bind(name));""")]
    [InlineData("""entities.Query<Row>(Azure.Data.Tables.TableClient.CreateQueryFilter($"PartitionKey eq {name}"));""")]
    [InlineData("""connection.Execute(File.ReadAllText("schema.sql"));""")]
    [InlineData("""connection.Execute(name);""")]
    [InlineData("""var text = "SELECT * FROM orders"; if (id > 0) text += " WHERE name = @name"; connection.Query<Row>(text + Environment.NewLine + string.Empty, new { name });""")]
    [InlineData("""var text = new StringBuilder("SELECT * FROM orders WHERE 1 = 1"); if (id > 0) text.Append(" AND id = ").Append(id); connection.Query<Row>(text.ToString());""")]
    [InlineData("""Console.WriteLine($"SELECT * FROM orders WHERE name = '{name}'");""")]
    [InlineData("""connection.Execute($"COPY orders TO '{name.Replace("'", "''")}'");""")]
    public Task Allows_text_made_of(string statement) => Allows(Here(statement), Declared);

    [Theory]
    [InlineData("""connection.Execute([|$"DELETE FROM orders WHERE name = '{name}'"|]);""",
        """connection.Execute("DELETE FROM orders WHERE name = @name", new { name });""")]
    [InlineData("""connection.Query<Row>([|"SELECT * FROM orders WHERE name = '" + row.Name + "' AND id = " + id|]);""",
        """connection.Query<Row>("SELECT * FROM orders WHERE name = @Name AND id = " + id, new { row.Name });""")]
    [InlineData("""connection.Query<Row>([|$"SELECT * FROM {_schema}.orders WHERE name = '{name}' AND title LIKE '%{names[0]}%' OR name = '{name}'"|], commandTimeout: 5);""",
        """connection.Query<Row>($"SELECT * FROM {_schema}.orders WHERE name = @name AND title LIKE @names OR name = @name", new { name, names = "%" + names[0] + "%" }, commandTimeout: 5);""")]
    [InlineData("""connection.Query<Row>([|$"SELECT * FROM orders WHERE id = @id AND name = '{name}'"|], new { id });""",
        """connection.Query<Row>("SELECT * FROM orders WHERE id = @id AND name = @name", new { id, name });""")]
    [InlineData("""SqlMapper.Query<Row>(connection, sql: [|$"SELECT * FROM orders WHERE name = '{name}'"|]);""",
        """SqlMapper.Query<Row>(connection, sql: "SELECT * FROM orders WHERE name = @name", param: new { name });""")]
    [InlineData("""connection.Query<Row>([|$"SELECT * FROM orders WHERE name = '{name}'"|], null, null);""",
        """connection.Query<Row>("SELECT * FROM orders WHERE name = @name", new { name }, null);""")]
    [InlineData("""var text = $"SELECT * FROM orders WHERE name = '{name.Trim()}'"; connection.Query<Row>([|text|]);""",
        """var text = "SELECT * FROM orders WHERE name = @Trim"; connection.Query<Row>(text, new { Trim = name.Trim() });""")]
    [InlineData("""context.Customers.FromSqlRaw([|$"SELECT * FROM customers WHERE name = '{name}' AND id = {id}"|]).ToList();""",
        """context.Customers.FromSql($"SELECT * FROM customers WHERE name = {name} AND id = {id}").ToList();""")]
    [InlineData("""context.Database.ExecuteSqlRaw([|"DELETE FROM customers WHERE name LIKE '" + name + "%'"|]);""",
        """context.Database.ExecuteSql($"DELETE FROM customers WHERE name LIKE {name + "%"}");""")]
    [InlineData("""context.Database.SqlQueryRaw<int>([|$"SELECT count(*) FROM customers WHERE name = '{name}'"|]);""",
        """context.Database.SqlQuery<int>($"SELECT count(*) FROM customers WHERE name = {name}");""")]
    [InlineData("""_ = new QueryDefinition([|$"SELECT * FROM c WHERE c.name = '{name}'"|]);""",
        """_ = new QueryDefinition("SELECT * FROM c WHERE c.name = @name").WithParameter("@name", name);""")]
    [InlineData("""container.GetItemQueryIterator<Row>([|$"SELECT * FROM c WHERE c.name = '{name}'"|]);""",
        """container.GetItemQueryIterator<Row>(new QueryDefinition("SELECT * FROM c WHERE c.name = @name").WithParameter("@name", name));""")]
    public Task Fixes_by_parameters(string statement, string after) => Fixes(Here(statement), Here(after), Declared);

    [Fact]
    public Task Fixes_by_parameters_of_a_command() => Fixes(
        Here("""
            using var command = new SqlCommand([|$"SELECT * FROM orders WHERE name = '{name}'"|], sql); // tonight's
                    using (var other = new NpgsqlCommand([|$@"
                        SELECT *
                        FROM orders
                        WHERE name = '{name}'"|], pg))
                    {
                        other.ExecuteNonQuery();
                    }

                    var third = lite.CreateCommand();
                    third.CommandText = [|"UPDATE orders " +
                        "SET name = '" + names.FirstOrDefault() + "' " +
                        "WHERE id = " + id|];
                    third.ExecuteNonQuery();
            """),
        Here("""
            using var command = new SqlCommand("SELECT * FROM orders WHERE name = @name", sql); // tonight's
                    command.Parameters.AddWithValue("@name", name);
                    using (var other = new NpgsqlCommand(@"
                        SELECT *
                        FROM orders
                        WHERE name = @name", pg))
                    {
                        other.Parameters.AddWithValue("@name", name);
                        other.ExecuteNonQuery();
                    }

                    var third = lite.CreateCommand();
                    third.CommandText = "UPDATE orders " +
                        "SET name = @FirstOrDefault " +
                        "WHERE id = " + id;
                    third.Parameters.AddWithValue("@FirstOrDefault", names.FirstOrDefault() ?? "");
                    third.ExecuteNonQuery();
            """), Declared);

    [Theory]
    [InlineData("""connection.Query<Row>([|$"SELECT * FROM {table} WHERE name = '{name}'"|]);""")]
    [InlineData("""connection.Query<Row>([|$"SELECT * FROM orders ORDER BY {request.SortBy}"|]);""")]
    [InlineData("""connection.Query<Row>([|$"SELECT * FROM orders WHERE price > {name}"|]);""")]
    [InlineData("""connection.Query<Row>([|$"SELECT * FROM orders WHERE name = '{any}'"|]);""")]
    [InlineData("""connection.Query<Row>([|$"SELECT * FROM orders WHERE name = 'order {name}'"|]);""")]
    [InlineData("""connection.Query<Row>([|$"SELECT * FROM orders WHERE at > now() - INTERVAL '{name}'"|]);""")]
    [InlineData("""connection.Execute([|$"CREATE USER loader PASSWORD '{name}'"|]);""")]
    [InlineData("""connection.Query<Row>([|$"SELECT * FROM orders WHERE name = '{name}'"|], row);""")]
    [InlineData("""connection.Query<Row>([|$"SELECT * FROM orders WHERE name = '{name,10}'"|]);""")]
    [InlineData("""connection.Query<Row>([|string.Format("SELECT * FROM orders WHERE name = '{0}'", name)|]);""")]
    [InlineData("""context.Customers.FromSqlRaw([|$"SELECT * FROM {_schema}.customers WHERE name = '{name}'"|]).ToList();""")]
    [InlineData("""var command = connection.CreateCommand(); command.CommandText = [|$"SELECT * FROM orders WHERE name = '{name}'"|];""")]
    [InlineData("""session.Execute([|$"SELECT * FROM orders WHERE name = '{name}'"|]);""")]
    public Task Offers_no_parameters_where_they_may_be_wrong(string statement) => OffersNoFix(Here(statement), Declared);

    [Fact]
    public Task Follows_text_into_the_methods_that_run_it() => Flags("""
        using Dapper;
        using Npgsql;

        public interface IRunner { Task<int> RunAsync(string text); }

        public sealed class Runner : IRunner
        {
            private readonly NpgsqlConnection connection = new();

            public Task<int> RunAsync(string text) => Inner(text + " RETURNING id");

            public int Run(string text)
            {
                using var command = connection.CreateCommand();
                command.CommandText = text;
                return command.ExecuteNonQuery();
            }

            private async Task<int> Inner(string statement) => await connection.ExecuteAsync(statement);
        }

        public sealed class Loader
        {
            public int Load(Runner runner, string name) => runner.Run([|$"DELETE FROM orders WHERE name = '{name}'"|]);

            public int Load(Runner runner, int id) => runner.Run($"DELETE FROM orders WHERE id = {id}");

            public void Note(string name) => Console.WriteLine($"DELETE FROM orders WHERE name = '{name}'");
        }
        """);

    [Fact]
    public Task Follows_text_through_an_interface() => Flags("""
        using Dapper;
        using Npgsql;

        public interface IRunner { Task<int> RunAsync(string text); }

        public sealed class Runner : IRunner
        {
            private readonly NpgsqlConnection connection = new();

            public Task<int> RunAsync(string text) => connection.ExecuteAsync(text);
        }

        public sealed class Loader
        {
            public Task<int> Load(IRunner runner, string name) => runner.RunAsync([|$"DELETE FROM orders WHERE name = '{name}'"|]);
        }
        """);

    [Fact]
    public Task Follows_a_clause_from_a_method_of_its_own() => Flags("""
        using System.Text;
        using Dapper;
        using Npgsql;

        public sealed class Loader
        {
            private readonly NpgsqlConnection connection = new();

            public void Load(string name) => connection.Execute([|"SELECT * FROM orders " + Where(name)|]);

            public void Count(string name) => connection.Execute([|Counting(name)|]);

            public void Known(int id) => connection.Execute("SELECT * FROM orders " + Limit(id));

            private static string Where(string name) => $"WHERE name = '{name}'";

            private static string Counting(string name)
            {
                var text = new StringBuilder();
                text.Append("SELECT count(*)");
                text.Append(" FROM orders");
                text.Append(" WHERE 1 = 1");
                text.Append(" AND open");
                text.Append(" AND paid");
                text.Append(" AND name = '");
                text.Append(name);
                text.Append("'");
                return text.ToString();
            }

            private static string Limit(int id) => $"LIMIT {id}";
        }
        """);

    [Fact]
    public Task Asks_the_callers_what_a_parameter_is_given() => Flags("""
        using Dapper;
        using Npgsql;

        public sealed class Loader
        {
            private const string Customers = "customers";
            private readonly NpgsqlConnection connection = new();

            public void Load() { Clear("orders"); Clear(Customers); Each("orders"); Open("orders", "id > 0"); }

            public void Drop(string name) => Wipe(name);

            public void Erase(string name)
            {
                Local("orders");
                void Local(string table) => connection.Execute($"DELETE FROM {table}");
            }

            private void Clear(string table) => connection.Execute($"DELETE FROM {table}");

            private void Each(string table) => Clear(table);

            private void Open(string table, string where) => connection.Execute("SELECT * FROM " + table + " WHERE " + where);

            private void Wipe(string table) => connection.Execute([|$"DELETE FROM {table}"|]);
        }
        """);

    [Fact]
    public async Task Says_the_name_of_a_part_and_never_a_value()
    {
        var document = Workshop.Open(Here("""connection.Execute($"DELETE FROM orders WHERE name = '{Environment.GetEnvironmentVariable("hunter-two")}'");"""), Declared);
        var found = Assert.Single(await Workshop.Run(document, new UC1012QueryBuiltFromText()));
        Assert.Equal("The text of this query is put together with 'GetEnvironmentVariable', which may say anything", found.GetMessage());
        Assert.Empty(found.Properties);
    }

    [Fact]
    public Task Takes_what_a_user_names() => Flags("public class Runner { public void Go(string words) { } void M(string name) => Go([|$\"SELECT '{name}'\"|]); }".Replace("\\", ""),
        new() { AdditionalFiles = [("undercurrent.data-apis.txt", "Runner.Go(words)  query-text")] });

    private static readonly Given Declared = new()
    {
        Sources =
        [
            ("Declared.cs",
            """
            namespace Cassandra
            {
                public interface IStatement { }
                public class SimpleStatement : IStatement { public SimpleStatement(string query) { } }
                public class PreparedStatement { public IStatement Bind(params object[] values) => null!; }
                public interface ISession { object Execute(IStatement statement); object Execute(string cqlQuery); object ExecuteAsync(IStatement statement); PreparedStatement Prepare(string cqlQuery); }
            }
            namespace Kusto.Data.Common { public interface ICslQueryProvider { object ExecuteQuery(string databaseName, string query, object properties); } }
            namespace MongoDB.Bson { public class BsonDocument { public static BsonDocument Parse(string json) => null!; } }
            namespace Azure.Data.Tables
            {
                public class TableClient
                {
                    public static string CreateQueryFilter(FormattableString filter) => "";
                    public virtual IEnumerable<T> Query<T>(string? filter = null) => null!;
                }
            }
            """),
        ],
    };

    private static string Here(string statement) => Around.Replace("$HERE$", statement, StringComparison.Ordinal);
}
