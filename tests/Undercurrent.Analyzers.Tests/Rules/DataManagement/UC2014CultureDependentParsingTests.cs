using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2014CultureDependentParsingTests : RuleTests<UC2014CultureDependentParsing, UC2014CultureDependentParsingFix>
{
    [Theory]
    [InlineData("decimal Read(string path) => [|decimal.Parse(System.IO.File.ReadAllText(path))|];", true)]
    [InlineData("decimal Of(string text) => decimal.Parse(text);", false)]
    public Task Without_a_library_it_asks_whether_anything_is_read_or_written(string member, bool speaks) =>
        speaks ? Flags("class Amounts { " + member + " }", new() { Bare = true }) : Allows("class Amounts { " + member + " }", new() { Bare = true });

    /// <summary>What the test host brings with it, and so is kept from snippets.</summary>
    private static readonly Given Json = new()
    {
        Sources =
        [
            ("Json.cs",
            """
            namespace Newtonsoft.Json
            {
                public class JsonSerializerSettings { public System.Globalization.CultureInfo? Culture { get; set; } }
            }
            namespace Newtonsoft.Json.Linq
            {
                public abstract class JToken
                {
                    public JToken? this[object key] => null;
                    public T? Value<T>(object key) => default;
                    public static explicit operator string?(JToken? token) => null;
                }
            }
            """),
        ],
    };

    [Theory]
    [InlineData("[|decimal.Parse(fields[2])|]")]
    [InlineData("[|double.Parse(line.Split(',')[1])|]")]
    [InlineData("[|float.Parse(line.Substring(4, 8))|]")]
    [InlineData("[|decimal.Parse(line[4..12])|]")]
    [InlineData("[|decimal.Parse(line.AsSpan(4, 8))|]")]
    [InlineData("[|double.Parse(fields[2], NumberStyles.Float)|]")]
    [InlineData("[|decimal.Parse(fields[2], null)|]")]
    [InlineData("[|decimal.Parse(s: fields[2].Trim())|]")]
    [InlineData("[|decimal.TryParse(fields[2], out var amount)|] ? amount : 0m")]
    [InlineData("[|double.TryParse(row[\"amount\"], NumberStyles.Any, CultureInfo.CurrentCulture, out var amount)|] ? amount : 0d")]
    [InlineData("[|DateTime.Parse(row[\"date\"])|]")]
    [InlineData("[|DateTime.TryParse(row[\"date\"], out var day)|] ? day : default")]
    [InlineData("[|DateTimeOffset.Parse(fields[0])|]")]
    [InlineData("[|DateOnly.Parse(fields[0])|]")]
    [InlineData("[|TimeOnly.Parse(fields[0])|]")]
    [InlineData("[|DateTime.ParseExact(fields[0], \"dd/MM/yyyy\", null)|]")]
    [InlineData("[|DateTime.ParseExact(fields[0], \"d\", Thread.CurrentThread.CurrentCulture)|]")]
    [InlineData("[|DateOnly.TryParseExact(fields[0], \"d\", out var day)|] ? day : default")]
    [InlineData("[|Convert.ToDecimal(fields[2])|]")]
    [InlineData("[|Convert.ToDouble(row[\"amount\"])|]")]
    [InlineData("[|Convert.ToDateTime(row[\"date\"])|]")]
    [InlineData("[|Convert.ChangeType(fields[2], typeof(decimal))|]")]
    [InlineData("[|Convert.ChangeType(fields[2], TypeCode.Double)|]")]
    [InlineData("[|Convert.ChangeType(fields[2], target)|]")]
    [InlineData("[|TypeDescriptor.GetConverter(target).ConvertFromString(fields[2])|]")]
    [InlineData("[|TypeDescriptor.GetConverter(typeof(decimal)).ConvertFrom(fields[2])|]")]
    [InlineData("[|int.Parse(fields[2], NumberStyles.AllowThousands)|]")]
    [InlineData("line.Split(';').Select([|double.Parse|]).Sum()")]
    [InlineData("line.Split(';').Select([|Convert.ToDecimal|]).Sum()")]
    [InlineData("line.Split(';').Skip(1).Select(field => [|decimal.Parse(field)|]).Sum()")]
    [InlineData("File.ReadLines(path).Select(one => [|decimal.Parse(one)|]).Sum()")]
    [InlineData("File.ReadLines(path).Select(one => one.Split(',')).Select(parts => [|decimal.Parse(parts[3])|]).Sum()")]
    [InlineData("[|decimal.Parse(reader.ReadLine()!)|]")]
    [InlineData("[|decimal.Parse(File.ReadAllText(path))|]")]
    [InlineData("[|decimal.Parse(json.GetProperty(\"amount\").GetString()!)|]")]
    [InlineData("[|DateTime.Parse(xml.Attribute(\"date\")!.Value)|]")]
    [InlineData("[|decimal.Parse(xml.Element(\"amount\")?.Value ?? \"0\")|]")]
    [InlineData("[|decimal.Parse(node.InnerText)|]")]
    [InlineData("[|decimal.Parse((string)token[\"amount\"]!)|]")]
    [InlineData("[|decimal.Parse(token.Value<string>(\"amount\")!)|]")]
    [InlineData("[|decimal.Parse(data.GetString(3))|]")]
    [InlineData("[|decimal.Parse(data[\"amount\"].ToString()!)|]")]
    [InlineData("[|decimal.Parse((string)table[\"amount\"])|]")]
    [InlineData("[|decimal.Parse(Encoding.UTF8.GetString(bytes))|]")]
    [InlineData("[|decimal.Parse(csv.GetField(\"amount\")!)|]")]
    [InlineData("[|decimal.Parse(Regex.Match(line, \"[0-9.]+\").Value)|]")]
    [InlineData("[|decimal.Parse(Regex.Match(line, \"x(.*)\").Groups[1].Value)|]")]
    [InlineData("[|decimal.Parse(http.GetStringAsync(path).Result)|]")]
    [InlineData("[|decimal.Parse(record.Amount)|]")]
    [InlineData("[|decimal.Parse(record?.Amount ?? \"0\")|]")]
    [InlineData("[|decimal.Parse(kafka.Message.Value)|]")]
    [InlineData("row.TryGetValue(\"amount\", out var raw) ? [|decimal.Parse(raw)|] : 0m")]
    public Task Flags_data_that_is_read_in_the_culture_of_the_machine(string expression) => Flags(InLoader(expression), Json);

    [Theory]
    [InlineData("decimal.Parse(fields[2], CultureInfo.InvariantCulture)")]
    [InlineData("decimal.Parse(fields[2], NumberStyles.Float, CultureInfo.GetCultureInfo(\"de-DE\"))")]
    [InlineData("decimal.Parse(fields[2], German)")]
    [InlineData("decimal.TryParse(fields[2], NumberStyles.Float, NumberFormatInfo.InvariantInfo, out var amount) ? amount : 0m")]
    [InlineData("decimal.TryParse(fields[2], CultureInfo.InvariantCulture, out var amount) ? amount : 0m")]
    [InlineData("DateTime.ParseExact(fields[0], \"yyyyMMdd\", CultureInfo.InvariantCulture)")]
    [InlineData("DateTime.ParseExact(fields[0], \"O\", null)")]
    [InlineData("DateTime.TryParseExact(fields[0], \"s\", null, DateTimeStyles.None, out var day) ? day : default")]
    [InlineData("Convert.ToDecimal(fields[2], CultureInfo.InvariantCulture)")]
    [InlineData("Convert.ChangeType(fields[2], typeof(decimal), CultureInfo.InvariantCulture)")]
    [InlineData("Convert.ChangeType(fields[2], typeof(int))")]
    [InlineData("Convert.ToDouble(cents)")]
    [InlineData("Convert.ToDecimal(table[\"amount\"])")]
    [InlineData("Convert.ToInt32(fields[2])")]
    [InlineData("int.Parse(fields[2])")]
    [InlineData("int.TryParse(fields[2], out var number) ? number : 0")]
    [InlineData("long.Parse(fields[2], NumberStyles.Integer)")]
    [InlineData("Guid.Parse(fields[2])")]
    [InlineData("bool.Parse(fields[2])")]
    [InlineData("TimeSpan.Parse(fields[2])")]
    [InlineData("System.Xml.XmlConvert.ToDecimal(fields[2])")]
    [InlineData("TypeDescriptor.GetConverter(typeof(decimal)).ConvertFromInvariantString(fields[2])")]
    [InlineData("TypeDescriptor.GetConverter(typeof(Guid)).ConvertFromString(fields[2])")]
    [InlineData("decimal.Parse(\"1.5\")")]
    [InlineData("decimal.Parse(Console.ReadLine()!)")]
    [InlineData("decimal.Parse(Console.In.ReadLine()!)")]
    [InlineData("decimal.Parse(Console.ReadLine()!.Split(' ')[0])")]
    [InlineData("decimal.Parse(args[0])")]
    [InlineData("double.Parse(configuration[\"Threshold\"]!)")]
    [InlineData("double.Parse(configuration.GetSection(\"Limits\")[\"Threshold\"]!)")]
    [InlineData("double.Parse(Environment.GetEnvironmentVariable(\"THRESHOLD\")!)")]
    [InlineData("decimal.Parse(amountTextBox.Text)")]
    [InlineData("decimal.Parse(settings.Threshold)")]
    [InlineData("decimal.Parse(userInput)")]
    [InlineData("line.Split(';').Select(int.Parse).Sum()")]
    [InlineData("line.Split(';').Select(field => decimal.Parse(field, CultureInfo.InvariantCulture)).Sum()")]
    public Task Allows_a_named_culture_and_what_is_typed_or_written_alike(string expression) => Allows(InLoader(expression), Json);

    [Theory]
    [InlineData("new CsvReader(reader, [|CultureInfo.CurrentCulture|])")]
    [InlineData("new CsvReader(reader, culture: [|CultureInfo.CurrentUICulture|])")]
    [InlineData("new CsvWriter(writer, [|Thread.CurrentThread.CurrentCulture|])")]
    [InlineData("new CsvReader(reader, new CsvConfiguration([|CultureInfo.CurrentCulture|]) { Delimiter = \";\" })")]
    [InlineData("new CsvWriter(writer, new CsvConfiguration([|CultureInfo.InstalledUICulture|]))")]
    [InlineData("new Newtonsoft.Json.JsonSerializerSettings { Culture = [|CultureInfo.CurrentCulture|] }")]
    public Task Flags_a_reader_or_writer_with_the_culture_of_the_machine(string expression) => Flags(InLoader(expression), Json);

    [Theory]
    [InlineData("new CsvReader(reader, CultureInfo.InvariantCulture)")]
    [InlineData("new CsvReader(reader, CultureInfo.GetCultureInfo(\"de-DE\"))")]
    [InlineData("new CsvConfiguration(German)")]
    [InlineData("price.ToString(CultureInfo.CurrentCulture)")]
    public Task Allows_a_reader_or_writer_with_a_culture_of_its_own(string expression) => Allows(InLoader(expression), Json);

    [Theory]
    [InlineData("$\"{order.Id},{[|order.Amount|]}\"")]
    [InlineData("$\"{order.Id};{[|order.Placed|]};{order.Country}\"")]
    [InlineData("$\"{order.Id}\\t{[|order.Weight|]:F2}\"")]
    [InlineData("$\"\\\"{order.Id}\\\",\\\"{[|order.Rebate|]}\\\"\"")]
    [InlineData("order.Id + \",\" + [|order.Amount|]")]
    [InlineData("order.Id + \";\" + [|order.Amount.ToString(\"F2\")|] + \";\" + order.Country")]
    [InlineData("string.Format(\"{0},{1:F2}\", order.Id, [|order.Amount|])")]
    [InlineData("string.Join(\",\", order.Id, [|order.Amount|])")]
    [InlineData("string.Join(\";\", new object[] { order.Id, [|order.Amount|] })")]
    [InlineData("$\"{{\\\"amount\\\": {[|order.Amount|]}}}\"")]
    [InlineData("$\"<amount>{[|order.Amount|]}</amount>\"")]
    [InlineData("$\"<order amount=\\\"{[|order.Amount|]}\\\"/>\"")]
    [InlineData("http.GetStringAsync($\"forecast?lat={[|order.Weight|]}&lon={order.Weight}\")")]
    [InlineData("http.GetStringAsync(\"forecast?lat=\" + [|order.Weight|])")]
    [InlineData("$\"INSERT INTO orders VALUES ({order.Id}, {[|order.Amount|]})\"")]
    [InlineData("\"SELECT id FROM orders WHERE amount > \" + [|order.Amount|]")]
    [InlineData("$\"SELECT id FROM orders WHERE placed >= '{[|order.Placed|]:dd/MM/yyyy}'\"")]
    [InlineData("Uri.EscapeDataString([|order.Amount.ToString()|])")]
    [InlineData("text.AppendLine($\"{order.Id},{[|order.Amount|]}\")")]
    public Task Flags_values_written_into_data_in_the_culture_of_the_machine(string expression) => Flags(InWriter(expression));

    [Theory]
    [InlineData("$\"{order.Id},{order.Quantity}\"")]
    [InlineData("$\"{order.Id},{order.Placed:O}\"")]
    [InlineData("$\"{order.Id},{order.Placed:yyyy-MM-dd}\"")]
    [InlineData("$\"{order.Id},{order.Amount.ToString(CultureInfo.InvariantCulture)}\"")]
    [InlineData("string.Create(CultureInfo.InvariantCulture, $\"{order.Id},{order.Amount}\")")]
    [InlineData("FormattableString.Invariant($\"{order.Id},{order.Amount}\")")]
    [InlineData("string.Format(CultureInfo.InvariantCulture, \"{0},{1}\", order.Id, order.Amount)")]
    [InlineData("text.Append(CultureInfo.InvariantCulture, $\"{order.Id},{order.Amount}\")")]
    [InlineData("$\"The order {order.Id} is worth {order.Amount}\"")]
    [InlineData("$\"{order.Id}, {order.Amount}\"")]
    [InlineData("order.Id + \": \" + order.Amount")]
    [InlineData("db.Orders.FromSqlInterpolated($\"SELECT * FROM orders WHERE amount > {order.Amount}\")")]
    [InlineData("Show($\"{order.Id},{order.Amount}\")")]
    [InlineData("new InvalidOperationException($\"{order.Id},{order.Amount}\")")]
    public Task Allows_values_written_alike_everywhere_or_for_people(string expression) => Allows(InWriter(expression));

    [Theory]
    [InlineData("CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;")]
    [InlineData("CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;")]
    [InlineData("Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(\"de-DE\");")]
    [InlineData("CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(\"en-GB\");")]
    public Task Allows_what_is_read_where_the_project_settles_on_a_culture(string setting) => Allows(InLoader("decimal.Parse(fields[2])"), Json with
    {
        Sources = [.. Json.Sources, ("Start.cs", "using System.Globalization; static class Start { static void Up() { " + setting + " } }")],
    });

    [Fact]
    public Task Flags_what_is_read_where_the_culture_is_put_back() => Flags(InLoader("[|decimal.Parse(fields[2])|]"), Json with
    {
        Sources = [.. Json.Sources, ("Start.cs", "using System.Globalization; static class Start { static CultureInfo Now() => CultureInfo.CurrentCulture; static bool Is() => CultureInfo.CurrentCulture == CultureInfo.InvariantCulture; }")],
    });

    [Fact]
    public Task Allows_what_is_read_where_there_is_but_one_culture() => Allows(InLoader("decimal.Parse(fields[2])"), Json with
    {
        GlobalConfig = "build_property.InvariantGlobalization = true",
    });

    [Fact]
    public Task Flags_what_is_read_in_top_level_statements_but_not_what_is_typed() => Flags(
        """
        var total = 0m;
        foreach (var line in File.ReadLines(args[0]))
            total += [|decimal.Parse(line.Split(';')[2])|];

        var rate = decimal.Parse(args[1]);
        Console.WriteLine(total * rate);
        """,
        new() { Exe = true });

    [Fact]
    public Task Flags_helpers_lambdas_and_local_functions() => Flags(
        """
        using System.Globalization;

        static class Fields
        {
            public static decimal ToAmount(this string field) => [|decimal.Parse(field)|];
        }

        class OrderImporter
        {
            private readonly Func<string, DateTime> day = text => [|DateTime.Parse(text)|];

            decimal Import(string path)
            {
                return File.ReadLines(path).Sum(Amount);

                decimal Amount(string line)
                {
                    var fields = line.Split(';');
                    var text = fields[3].Trim();
                    if ([|decimal.TryParse(text, out var amount)|])
                        return amount;

                    return fields[4].ToAmount();
                }
            }
        }
        """);

    [Fact]
    public Task Allows_a_view_that_reads_what_is_typed() => Allows(
        """
        class OrderViewModel
        {
            public string Amount { get; set; } = "";

            public decimal Total() => decimal.Parse(Amount);

            public void Save(string path) => File.WriteAllText(path, Amount);
        }
        """);

    [Fact]
    public Task Allows_a_converter_that_takes_back_what_is_typed() => Allows(
        """
        class AmountConverter
        {
            public string Convert(decimal value) => File.Exists("x") ? "" : value.ToString();

            public decimal ConvertBack(string value) => decimal.Parse(value);
        }
        """);

    [Fact]
    public Task Leaves_a_file_to_others_that_see_the_same() => Allows(
        InLoader("decimal.Parse(fields[2])"), Json with { EditorConfig = "undercurrent.UC2014.defer_to = CA1305" });

    [Theory]
    [InlineData("[|decimal.Parse(fields[2])|]", "decimal.Parse(fields[2], NumberStyles.Float, CultureInfo.InvariantCulture)")]
    [InlineData("[|decimal.Parse(s: fields[2])|]", "decimal.Parse(s: fields[2], style: NumberStyles.Float, provider: CultureInfo.InvariantCulture)")]
    [InlineData("[|double.Parse(fields[2], NumberStyles.Any)|]", "double.Parse(fields[2], NumberStyles.Any, CultureInfo.InvariantCulture)")]
    [InlineData("[|decimal.Parse(line.AsSpan(4))|]", "decimal.Parse(line.AsSpan(4), NumberStyles.Float, CultureInfo.InvariantCulture)")]
    [InlineData("[|decimal.Parse(fields[2], null)|]", "decimal.Parse(fields[2], CultureInfo.InvariantCulture)")]
    [InlineData("[|decimal.Parse(fields[2], CultureInfo.CurrentCulture)|]", "decimal.Parse(fields[2], CultureInfo.InvariantCulture)")]
    [InlineData("[|decimal.TryParse(fields[2], out var amount)|] ? amount : 0m", "decimal.TryParse(fields[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : 0m")]
    [InlineData("[|decimal.TryParse(result: out var amount, s: fields[2])|] ? amount : 0m", "decimal.TryParse(result: out var amount, style: NumberStyles.Float, provider: CultureInfo.InvariantCulture, s: fields[2]) ? amount : 0m")]
    [InlineData("[|DateTime.TryParse(fields[2], out var day)|] ? day : default", "DateTime.TryParse(fields[2], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default")]
    [InlineData("[|DateOnly.TryParseExact(fields[2], \"d\", out var day)|] ? day : default", "DateOnly.TryParseExact(fields[2], \"d\", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : default")]
    [InlineData("[|DateTime.Parse(fields[2])|]", "DateTime.Parse(fields[2], CultureInfo.InvariantCulture)")]
    [InlineData("[|DateOnly.Parse(fields[2])|]", "DateOnly.Parse(fields[2], CultureInfo.InvariantCulture)")]
    [InlineData("[|DateTime.ParseExact(fields[2], \"d\", null)|]", "DateTime.ParseExact(fields[2], \"d\", CultureInfo.InvariantCulture)")]
    [InlineData("[|Convert.ToDecimal(fields[2])|]", "Convert.ToDecimal(fields[2], CultureInfo.InvariantCulture)")]
    [InlineData("[|Convert.ChangeType(fields[2], target)|]", "Convert.ChangeType(fields[2], target, CultureInfo.InvariantCulture)")]
    [InlineData("[|int.Parse(fields[2], NumberStyles.AllowThousands)|]", "int.Parse(fields[2], NumberStyles.AllowThousands, CultureInfo.InvariantCulture)")]
    [InlineData("[|TypeDescriptor.GetConverter(target).ConvertFromString(fields[2])|]", "TypeDescriptor.GetConverter(target).ConvertFromInvariantString(fields[2])")]
    [InlineData("[|TypeDescriptor.GetConverter(target).ConvertFrom(fields[2])|]", "TypeDescriptor.GetConverter(target).ConvertFrom(null, CultureInfo.InvariantCulture, fields[2])")]
    [InlineData("line.Split(';').Select([|decimal.Parse|])", "line.Split(';').Select(text => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))")]
    [InlineData("line.Split(';').Select([|Convert.ToDouble|])", "line.Split(';').Select(text => Convert.ToDouble(text, CultureInfo.InvariantCulture))")]
    [InlineData("new CsvReader(reader, [|CultureInfo.CurrentCulture|])", "new CsvReader(reader, CultureInfo.InvariantCulture)")]
    [InlineData("new CsvWriter(writer, new CsvConfiguration([|Thread.CurrentThread.CurrentCulture|]))", "new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture))")]
    public Task Fixes_reading_by_naming_the_culture(string marked, string after) => Fixes(InLoader(marked), InLoader(after), Json);

    [Theory]
    [InlineData("$\"{order.Id},{[|order.Amount|]},{order.Weight}\"", "string.Create(CultureInfo.InvariantCulture, $\"{order.Id},{order.Amount},{order.Weight}\")")]
    [InlineData("$\"{order.Id},{[|order.Amount.ToString(\"F2\")|]}\"", "$\"{order.Id},{order.Amount.ToString(\"F2\", CultureInfo.InvariantCulture)}\"")]
    [InlineData("order.Id + \",\" + [|order.Amount|] + \",\" + order.Rebate", "order.Id + \",\" + order.Amount.ToString(CultureInfo.InvariantCulture) + \",\" + order.Rebate?.ToString(CultureInfo.InvariantCulture)")]
    [InlineData("string.Format(\"{0},{1:F2}\", order.Id, [|order.Amount|])", "string.Format(CultureInfo.InvariantCulture, \"{0},{1:F2}\", order.Id, order.Amount)")]
    [InlineData("string.Join(\",\", order.Id, [|order.Amount|])", "string.Join(\",\", order.Id, order.Amount.ToString(CultureInfo.InvariantCulture))")]
    [InlineData("Uri.EscapeDataString([|order.Amount.ToString()|])", "Uri.EscapeDataString(order.Amount.ToString(CultureInfo.InvariantCulture))")]
    [InlineData("text.AppendLine($\"{order.Id},{[|order.Amount|]}\")", "text.AppendLine(string.Create(CultureInfo.InvariantCulture, $\"{order.Id},{order.Amount}\"))")]
    public Task Fixes_writing_by_naming_the_culture(string marked, string after) => Fixes(InWriter(marked), InWriter(after));

    [Fact]
    public Task Fixes_every_field_of_a_line_and_adds_the_namespace() => Fixes(
        """
        class Importer
        {
            (decimal, double, DateTime) Import(string line)
            {
                var fields = line.Split(';');

                // The shop writes its own numbers.
                return ([|decimal.Parse(fields[0])|], [|double.Parse(fields[1])|], [|DateTime.Parse(fields[2])|]);
            }
        }
        """,
        """
        using System.Globalization;

        class Importer
        {
            (decimal, double, DateTime) Import(string line)
            {
                var fields = line.Split(';');

                // The shop writes its own numbers.
                return (decimal.Parse(fields[0], NumberStyles.Float, CultureInfo.InvariantCulture), double.Parse(fields[1], NumberStyles.Float, CultureInfo.InvariantCulture), DateTime.Parse(fields[2], CultureInfo.InvariantCulture));
            }
        }
        """);

    private static string InLoader(string expression) =>
        $$"""
        using System.ComponentModel;
        using System.Data;
        using System.Globalization;
        using System.Text;
        using System.Text.Json;
        using System.Text.RegularExpressions;
        using System.Xml;
        using System.Xml.Linq;
        using CsvHelper;
        using CsvHelper.Configuration;
        using Microsoft.Extensions.Configuration;

        record Row(string Id, string Amount);
        class TextBox { public string Text { get; set; } = ""; }
        class Settings { public string Threshold { get; set; } = ""; }
        class Loader
        {
            private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

            object? Load(string path, string line, string[] fields, Dictionary<string, string> row, Row record, StreamReader reader, TextWriter writer, JsonElement json, XElement xml, XmlNode node, Newtonsoft.Json.Linq.JToken token,
                IDataReader data, DataRow table, byte[] bytes, CsvReader csv, HttpClient http, Confluent.Kafka.ConsumeResult<string, string> kafka, Type target, int cents, decimal price,
                string[] args, IConfiguration configuration, TextBox amountTextBox, Settings settings, string userInput) => {{expression}};
        }
        """;

    private static string InWriter(string expression) =>
        $$"""
        using System.Globalization;
        using System.Text;
        using Microsoft.EntityFrameworkCore;

        class Order { public int Id; public decimal Amount; public decimal? Rebate; public double Weight; public DateTime Placed; public string Country = ""; public int Quantity; }
        class Db : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        class Writer
        {
            object? Write(Order order, StringBuilder text, HttpClient http, Db db) => {{expression}};

            void Keep(string path, string text) => File.WriteAllText(path, text);

            static object? Show(FormattableString text) => null;
        }
        """;
}
