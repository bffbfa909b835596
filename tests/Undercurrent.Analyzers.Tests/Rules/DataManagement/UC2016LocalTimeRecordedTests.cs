using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2016LocalTimeRecordedTests : RuleTests<UC2016LocalTimeRecorded, UC2016LocalTimeRecordedFix>
{
    [Theory]
    [InlineData("order.LoadedAt = [|DateTime.Now|];")]
    [InlineData("order.LoadedAt = [|DateTime.Today|];")]
    [InlineData("order.LoadedAt = [|DateTime.Now|].AddDays(1).Date;")]
    [InlineData("order.LoadedAt ??= [|DateTime.Now|];")]
    [InlineData("order.LoadedAt = late ? [|DateTime.Now|] : DateTime.UtcNow;")]
    [InlineData("order.LoadedAt = at ?? [|DateTime.Now|];")]
    [InlineData("order.Note = [|DateTime.Now|].ToString(\"s\");")]
    [InlineData("order.Day = DateOnly.FromDateTime([|DateTime.Today|]);")]
    [InlineData("order.LoadedAt = DateTime.SpecifyKind([|DateTime.Now|], DateTimeKind.Unspecified);")]
    [InlineData("order.LoadedAt = [|DateTimeOffset.Now.DateTime|];")]
    [InlineData("order.LoadedAt = [|DateTimeOffset.UtcNow.LocalDateTime|];")]
    [InlineData("order.LoadedAt = [|order.PlacedAt.ToLocalTime()|];")]
    [InlineData("order.LoadedAt = [|File.GetLastWriteTime(path)|];")]
    [InlineData("order.LoadedAt = [|new FileInfo(path).LastWriteTime|];")]
    [InlineData("order.LoadedAt = [|TimeZoneInfo.ConvertTimeFromUtc(order.PlacedAt, TimeZoneInfo.Local)|];")]
    [InlineData("order.LoadedAt = [|DateTime.SpecifyKind(order.PlacedAt, DateTimeKind.Local)|];")]
    [InlineData("order.LoadedAt = [|DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)|];")]
    [InlineData("order.LoadedAt = [|DateTime.Parse(\"2026-01-01T00:00:00Z\")|];")]
    [InlineData("var now = [|DateTime.Now|]; order.LoadedAt = now;")]
    [InlineData("var now = [|DateTime.Now|]; var yesterday = now.AddDays(-1); order.LoadedAt = yesterday;")]
    [InlineData("DateTime now; now = [|DateTime.Now|]; order.LoadedAt = now;")]
    [InlineData("_ = new Order { LoadedAt = [|DateTime.Now|] };")]
    [InlineData("_ = new Loaded(1, [|DateTime.Now|]);")]
    [InlineData("_ = new Loaded(1, At: [|DateTime.Now|]);")]
    [InlineData("_ = new Loaded(1, default) with { At = [|DateTime.Now|] };")]
    [InlineData("connection.Execute(\"UPDATE orders SET loaded_at = @now\", new { now = [|DateTime.Now|] });")]
    [InlineData("command.Parameters.AddWithValue(\"now\", [|DateTime.Now|]);")]
    [InlineData("command.Parameters.Add(new NpgsqlParameter(\"now\", [|DateTime.Now|]));")]
    [InlineData("parameter.Value = [|DateTime.Now|];")]
    [InlineData("row[\"loaded_at\"] = [|DateTime.Now|];")]
    [InlineData("values[\"loaded_at\"] = [|DateTime.Now|];")]
    [InlineData("table.Rows.Add(1, [|DateTime.Now|]);")]
    [InlineData("csv.WriteField([|DateTime.Now|]);")]
    [InlineData("csv.WriteField([|DateTime.Now|].ToString(\"s\"));")]
    [InlineData("json.WriteString(\"at\", [|DateTime.Now|]);")]
    [InlineData("writer.WriteLine($\"{order.Id},{[|DateTime.Now|]:s}\");")]
    [InlineData("writer.WriteLine(order.Id + \";\" + [|DateTime.Now|].ToString(\"s\"));")]
    [InlineData("_ = $\"SELECT id FROM orders WHERE placed_at > '{[|DateTime.Now|]:yyyy-MM-dd}'\";")]
    [InlineData("if (order.PlacedAt < [|DateTime.Now|]) { }")]
    [InlineData("if (order.PlacedAt.Date == [|DateTime.Today|]) { }")]
    [InlineData("if ([|DateTime.Now|] - order.PlacedAt > TimeSpan.FromDays(1)) { }")]
    [InlineData("if ([|DateTime.Now|].Subtract(order.PlacedAt).TotalDays > 1) { }")]
    [InlineData("if (order.PlacedAt.CompareTo([|DateTime.Now|]) > 0) { }")]
    [InlineData("if (DateTime.Compare(order.PlacedAt, [|DateTime.Now|]) > 0) { }")]
    [InlineData("_ = orders.Where(one => one.PlacedAt >= [|DateTime.Today|].AddDays(-1)).ToList();")]
    [InlineData("var since = [|DateTime.Now|].AddHours(-1); _ = orders.Where(one => one.PlacedAt >= since).ToList();")]
    [InlineData("Load([|DateTime.Today|].AddDays(-1));")]
    [InlineData("_watermark = [|DateTime.Now|];")]
    [InlineData("if (order.PlacedAt > _watermark) { } _watermark = [|DateTime.Now|];")]
    [InlineData("order.LoadedAt = Stamp(); DateTime Stamp() => [|DateTime.Now|];")]
    public Task Flags_local_time_that_is_stored_compared_or_sent(string statements) => Flags(InLoader(statements));

    [Theory]
    [InlineData("order.LoadedAt = DateTime.UtcNow;")]
    [InlineData("order.LoadedAt = DateTime.UtcNow.Date;")]
    [InlineData("order.LoadedAt = DateTime.Now.ToUniversalTime();")]
    [InlineData("order.Seen = DateTimeOffset.Now;")]
    [InlineData("order.Seen = DateTime.Now;")]
    [InlineData("order.Seen = new DateTimeOffset(DateTime.Now);")]
    [InlineData("order.LoadedAt = DateTimeOffset.Now.UtcDateTime;")]
    [InlineData("order.LoadedAt = clock.GetUtcNow().UtcDateTime;")]
    [InlineData("order.LoadedAt = TimeZoneInfo.ConvertTimeFromUtc(order.PlacedAt, berlin);")]
    [InlineData("order.LoadedAt = TimeZoneInfo.ConvertTimeToUtc(DateTime.Now);")]
    [InlineData("order.LoadedAt = File.GetLastWriteTimeUtc(path);")]
    [InlineData("order.LoadedAt = DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);")]
    [InlineData("order.LoadedAt = DateTime.Parse(text, CultureInfo.InvariantCulture);")]
    [InlineData("logger.LogInformation(\"Loaded at {Now}\", DateTime.Now);")]
    [InlineData("logger.LogInformation(\"Loaded {@Run}\", new { At = DateTime.Now });")]
    [InlineData("Console.WriteLine($\"{order.Id},{DateTime.Now}\");")]
    [InlineData("Console.WriteLine(DateTime.Now);")]
    [InlineData("var start = DateTime.Now; Load(default); Console.WriteLine(DateTime.Now - start);")]
    [InlineData("var start = DateTime.Now; Load(default); var took = DateTime.Now.Subtract(start); logger.LogInformation(\"{Took}\", took);")]
    [InlineData("var deadline = DateTime.Now.AddMinutes(5); while (DateTime.Now < deadline) { }")]
    [InlineData("if (File.GetLastWriteTime(path) < DateTime.Now.AddDays(-7)) File.Delete(path);")]
    [InlineData("if (DateTime.Now > _next) _next = DateTime.Now.AddHours(1);")]
    [InlineData("if (DateTime.Now.Hour == 2) { }")]
    [InlineData("_ = new Random((int)DateTime.Now.Ticks);")]
    [InlineData("File.Copy(path, $\"orders-{DateTime.Now:yyyyMMdd}.csv\");")]
    [InlineData("order.FileName = $\"orders-{DateTime.Now:yyyyMMdd}.csv\";")]
    [InlineData("order.FileName = DateTime.Now.ToString(\"yyyyMMdd\");")]
    [InlineData("throw new InvalidOperationException(\"Failed at \" + DateTime.Now);")]
    [InlineData("PrintHeader(DateTime.Now);")]
    [InlineData("_ = NameOf(DateTime.Now);")]
    [InlineData("var now = DateTime.Now; Console.WriteLine(now);")]
    [InlineData("var before = DateTime.Now.Milliseconds(); Console.WriteLine(DateTime.Now.Milliseconds() - before);")]
    [InlineData("ScheduleNext(DateTime.Now.AddMinutes(5));")]
    public Task Allows_utc_offsets_durations_and_what_is_shown(string statements) => Allows(InLoader(statements));

    [Fact]
    public Task Flags_initialisers_of_entities_and_helpers_of_the_same_type() => Flags(
        """
        class Entity
        {
            public DateTime CreatedAt { get; set; } = [|DateTime.Now|];

            public DateTime Kept = [|DateTime.Now|];
        }

        class Store
        {
            private static DateTime Now => [|DateTime.Now|];

            public void Save(Entity entity)
            {
                entity.CreatedAt = Now;
                entity.Kept = Stamp();
            }

            private static DateTime Stamp()
            {
                return [|DateTime.Now|].AddSeconds(-1);
            }
        }
        """);

    [Fact]
    public Task Allows_screens_and_clocks() => Allows(
        """
        class OrderViewModel
        {
            public DateTime Shown { get; set; } = DateTime.Now;

            public void Refresh(Order order) => Shown = order.PlacedAt.ToLocalTime();
        }

        class Order { public DateTime PlacedAt { get; set; } }

        class Clock
        {
            public DateTime Now => DateTime.Now;

            public DateTime Read() => DateTime.Now;
        }

        class Token
        {
            public DateTime ExpiresAt { get; set; }

            public bool IsOver => DateTime.Now > ExpiresAt;

            public void Renew() => ExpiresAt = DateTime.Now.AddMinutes(5);
        }
        """);

    [Fact]
    public Task Flags_what_top_level_statements_and_lambdas_record() => Flags(
        """
        var rows = File.ReadLines(args[0]).Select(line => new Row(line, [|DateTime.Now|])).ToList();
        Func<Row, bool> isNew = row => row.At > [|DateTime.Today|];
        Console.WriteLine(rows.Count(isNew));

        record Row(string Line, DateTime At);
        """,
        new() { Exe = true });

    [Fact]
    public Task Leaves_a_file_to_another_that_sees_the_same() => Allows(InLoader("order.LoadedAt = DateTime.Now;"), new() { EditorConfig = "undercurrent.UC2016.defer_to = S6563" });

    [Theory]
    [InlineData("order.LoadedAt = [|DateTime.Now|];", "order.LoadedAt = DateTime.UtcNow;")]
    [InlineData("order.LoadedAt = [|System.DateTime.Today|].AddDays(1);", "order.LoadedAt = System.DateTime.UtcNow.Date.AddDays(1);")]
    [InlineData("order.LoadedAt = [|DateTimeOffset.Now.DateTime|];", "order.LoadedAt = DateTimeOffset.Now.UtcDateTime;")]
    [InlineData("order.LoadedAt = [|DateTimeOffset.Now.Date|];", "order.LoadedAt = DateTimeOffset.Now.UtcDateTime.Date;")]
    [InlineData("order.LoadedAt = [|order.PlacedAt.ToLocalTime()|];", "order.LoadedAt = order.PlacedAt;")]
    [InlineData("order.LoadedAt = [|File.GetLastWriteTime(path)|];", "order.LoadedAt = File.GetLastWriteTimeUtc(path);")]
    [InlineData("order.LoadedAt = [|new FileInfo(path).CreationTime|];", "order.LoadedAt = new FileInfo(path).CreationTimeUtc;")]
    [InlineData("var now = [|DateTime.Now|]; /* once */ order.LoadedAt = now;", "var now = DateTime.UtcNow; /* once */ order.LoadedAt = now;")]
    [InlineData("if (order.PlacedAt < [|DateTime.Now|]) order.LoadedAt = [|DateTime.Today|];", "if (order.PlacedAt < DateTime.UtcNow) order.LoadedAt = DateTime.UtcNow.Date;")]
    public Task Fixes_by_using_utc(string marked, string after) => Fixes(InLoader(marked), InLoader(after), new() { FixKey = "UC2016.utc" });

    [Theory]
    [InlineData("order.LoadedAt = [|DateTime.Now|];", "order.LoadedAt = clock.GetUtcNow().UtcDateTime;")]
    [InlineData("order.LoadedAt = [|DateTime.Today|].AddDays(1);", "order.LoadedAt = clock.GetUtcNow().UtcDateTime.Date.AddDays(1);")]
    [InlineData("order.LoadedAt = [|DateTimeOffset.Now.DateTime|];", "order.LoadedAt = clock.GetUtcNow().UtcDateTime;")]
    public Task Fixes_by_asking_the_clock_in_reach(string marked, string after) => Fixes(InLoader(marked), InLoader(after));

    [Theory]
    [InlineData("order.LoadedAt = [|DateTime.SpecifyKind(order.PlacedAt, DateTimeKind.Local)|];")]
    [InlineData("order.LoadedAt = [|DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)|];")]
    public Task Offers_no_fix_where_the_zone_is_meant(string marked) => OffersNoFix(InLoader(marked));

    private static string InLoader(string statements) =>
        $$"""
        using System.Data;
        using System.Globalization;
        using System.Text.Json;
        using CsvHelper;
        using Dapper;
        using Microsoft.Extensions.Logging;
        using Npgsql;

        class Order
        {
            public int Id { get; set; }
            public DateTime PlacedAt { get; set; }
            public DateTime? LoadedAt { get; set; }
            public DateTimeOffset Seen { get; set; }
            public DateOnly Day { get; set; }
            public string Note { get; set; } = "";
            public string FileName { get; set; } = "";
        }

        record Loaded(int Id, DateTime At);

        static class Times { public static long Milliseconds(this DateTime time) => time.Ticks / 10_000; }

        class Loader
        {
            private DateTime _watermark, _next;

            void Run(Order order, IQueryable<Order> orders, DateTime? at, bool late, string path, string text, NpgsqlConnection connection, NpgsqlCommand command, NpgsqlParameter parameter, DataRow row, DataTable table,
                Dictionary<string, object> values, CsvWriter csv, Utf8JsonWriter json, StreamWriter writer, ILogger logger, TimeProvider clock, TimeZoneInfo berlin)
            {
                {{statements}}
            }

            void Load(DateTime since) { }
            void PrintHeader(DateTime day) { }
            void ScheduleNext(DateTime at) { }
            string NameOf(DateTime day) => $"orders-{day:yyyyMMdd}.csv";
        }
        """;
}
