using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2017UnvalidatedPayloadTests : RuleTests<UC2017UnvalidatedPayload, UC2017UnvalidatedPayloadFix>
{
    /// <summary>Libraries that snippets do not have.</summary>
    private static readonly Given Libraries = new()
    {
        Sources =
        [
            ("Spark.cs", """
                namespace Microsoft.Spark.Sql
                {
                    public class DataFrame { }
                    public class SparkSession { public DataFrameReader Read() => null!; }
                    public class DataFrameReader
                    {
                        public DataFrameReader Format(string source) => this;
                        public DataFrameReader Option(string key, bool value) => this;
                        public DataFrameReader Option(string key, string value) => this;
                        public DataFrameReader Schema(string schemaString) => this;
                        public DataFrame Csv(params string[] paths) => null!;
                        public DataFrame Json(params string[] paths) => null!;
                        public DataFrame Parquet(params string[] paths) => null!;
                        public DataFrame Load(string path) => null!;
                    }
                }
                """),
            ("Newtonsoft.cs", """
                namespace Newtonsoft.Json
                {
                    public enum MissingMemberHandling { Ignore, Error }
                    public class JsonSerializerSettings { public MissingMemberHandling MissingMemberHandling { get; set; } }
                    public static class JsonConvert
                    {
                        public static object? DeserializeObject(string value) => null;
                        public static object? DeserializeObject(string value, Type type) => null;
                        public static T? DeserializeObject<T>(string value) => default;
                        public static T? DeserializeObject<T>(string value, JsonSerializerSettings? settings) => default;
                    }
                }

                namespace Newtonsoft.Json.Linq
                {
                    using System.Dynamic;

                    public abstract class JToken : IDynamicMetaObjectProvider, IEnumerable<JToken>
                    {
                        public virtual JToken? this[object key] => null;
                        public T? ToObject<T>() => default;
                        public T? Value<T>(object key) => default;
                        public DynamicMetaObject GetMetaObject(System.Linq.Expressions.Expression parameter) => null!;
                        public IEnumerator<JToken> GetEnumerator() => null!;
                        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!;
                        public static explicit operator string?(JToken? value) => null;
                    }

                    public class JObject : JToken
                    {
                        public JToken? this[string name] => null;
                        public static JObject Parse(string json) => null!;
                        public bool TryGetValue(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out JToken? value) { value = null; return false; }
                    }

                    public class JArray : JToken { public static JArray Parse(string json) => null!; }
                }
                """),
        ],
    };

    [Theory]
    [InlineData("Save(JsonSerializer.[|Deserialize<Order>|](json)!)")]
    [InlineData("Save(JsonSerializer.[|Deserialize<Order>|](bytes)!)")]
    [InlineData("Save((await JsonSerializer.[|DeserializeAsync<Order>|](stream))!)")]
    [InlineData("Save((await http.[|GetFromJsonAsync<Order>|](\"orders\"))!)")]
    [InlineData("Save((await http.[|GetFromJsonAsync<Order>|](\"orders\").ConfigureAwait(false))!)")]
    [InlineData("Save((await response.Content.[|ReadFromJsonAsync<Order>|]())!)")]
    [InlineData("Save(http.[|GetFromJsonAsync<Order>|](\"orders\").Result!)")]
    [InlineData("Save(JsonConvert.[|DeserializeObject<Order>|](json)!)")]
    [InlineData("Save((Order)JsonConvert.[|DeserializeObject|](json, typeof(Order))!)")]
    [InlineData("Save(message.Body.[|ToObjectFromJson<Order>|]()!)")]
    [InlineData("Save(message.[|ToObjectFromJson<Order>|]()!)")]
    [InlineData("Save(JObject.Parse(json).[|ToObject<Order>|]()!)")]
    [InlineData("Save((Order)new XmlSerializer(typeof(Order)).[|Deserialize|](stream)!)")]
    [InlineData("Name(JsonSerializer.[|Deserialize<Order>|](json)!.Customer)")]
    [InlineData("Name(JsonSerializer.[|Deserialize<Order>|](json, Lenient)!.Customer)")]
    [InlineData("Name(JsonSerializer.[|Deserialize<List<Order>>|](json)!.First().Customer)")]
    [InlineData("Name(JsonSerializer.[|Deserialize<Order[]>|](json)![0].Customer)")]
    [InlineData("last = JsonSerializer.[|Deserialize<Order>|](json)!")]
    [InlineData("orders.Add(JsonSerializer.[|Deserialize<Order>|](json)!)")]
    [InlineData("store.Save(JsonSerializer.[|Deserialize<Order>|](json)!)")]
    public Task Flags_a_payload_that_is_trusted(string expression) => Flags(InLoader($"{expression};"), Libraries);

    [Theory]
    [InlineData("var order = JsonSerializer.[|Deserialize<Order>|](json); Name(order!.Customer);")]
    [InlineData("Order order = JsonSerializer.[|Deserialize<Order>|](json)!; Save(order);")]
    [InlineData("Order? order; order = JsonConvert.[|DeserializeObject<Order>|](json); store.Save(order!);")]
    [InlineData("var all = await http.[|GetFromJsonAsync<List<Order>>|](\"orders\"); foreach (var order in all!) Save(order);")]
    [InlineData("foreach (var order in JsonSerializer.[|Deserialize<List<Order>>|](json)!) Save(order);")]
    [InlineData("var order = JsonSerializer.[|Deserialize<Order>|](json)!; if (order.Total > 100) Save(order);")]
    [InlineData("var task = http.[|GetFromJsonAsync<Order>|](\"orders\"); Save((await task)!);")]
    public Task Flags_a_payload_in_a_variable(string body) => Flags(InLoader(body), Libraries);

    [Theory]
    [InlineData("var order = JsonSerializer.Deserialize<Order>(json); if (order is null) return; Save(order);")]
    [InlineData("var order = JsonSerializer.Deserialize<Order>(json); if (order == null) throw new InvalidDataException(); Save(order);")]
    [InlineData("if (JsonSerializer.Deserialize<Order>(json) is { } order) Save(order);")]
    [InlineData("if (JsonSerializer.Deserialize<Order>(json) is not Order order) return; Save(order);")]
    [InlineData("Save(JsonSerializer.Deserialize<Order>(json) ?? throw new InvalidDataException());")]
    [InlineData("Save(await http.GetFromJsonAsync<Order>(\"orders\") ?? new Order());")]
    [InlineData("Name(JsonSerializer.Deserialize<Order>(json)?.Customer);")]
    [InlineData("var order = JsonSerializer.Deserialize<Order>(json)!; if (order.Customer is null) throw new InvalidDataException(); Save(order);")]
    [InlineData("var order = JsonSerializer.Deserialize<Order>(json)!; if (string.IsNullOrEmpty(order.Customer) || order.Total < 0) return; Save(order);")]
    [InlineData("var order = JsonSerializer.Deserialize<Order>(json)!; if (order.Total < 0) throw new InvalidDataException(); Save(order);")]
    [InlineData("var order = JsonSerializer.Deserialize<Order>(json); ArgumentNullException.ThrowIfNull(order); Save(order);")]
    [InlineData("var order = JsonSerializer.Deserialize<Order>(json)!; Validate(order); Save(order);")]
    [InlineData("var order = JsonSerializer.Deserialize<Order>(json)!; Validator.ValidateObject(order, new ValidationContext(order)); Save(order);")]
    [InlineData("Checked(JsonSerializer.Deserialize<Order>(json)!);")]
    [InlineData("Save(JsonSerializer.Deserialize<Order>(json, Strict)!);")]
    [InlineData("Save(JsonSerializer.Deserialize<Order>(json, Unmapped)!);")]
    [InlineData("Save(JsonSerializer.Deserialize<Order>(json, JsonSerializerOptions.Strict)!);")]
    [InlineData("Save(JsonSerializer.Deserialize<Order>(json, new JsonSerializerOptions(JsonSerializerOptions.Strict))!);")]
    [InlineData("var options = new JsonSerializerOptions(); options.RespectNullableAnnotations = true; Save(JsonSerializer.Deserialize<Order>(json, options)!);")]
    [InlineData("Save(JsonConvert.DeserializeObject<Order>(json, new JsonSerializerSettings { MissingMemberHandling = MissingMemberHandling.Error })!);")]
    [InlineData("Save(JsonSerializer.Deserialize<Required>(json)!);")]
    [InlineData("Save(JsonSerializer.Deserialize<Annotated>(json)!);")]
    [InlineData("Save(JsonSerializer.Deserialize<List<Demanding>>(json)!);")]
    [InlineData("Save(JsonSerializer.Deserialize<Invoice>(json)!);")]
    [InlineData("Save(JsonSerializer.Deserialize<int>(json));")]
    [InlineData("Save(JsonSerializer.Deserialize<LoaderSettings>(json)!);")]
    [InlineData("Save(JsonSerializer.Deserialize<Order>(File.ReadAllText(\"appsettings.json\"))!);")]
    [InlineData("Save(JsonSerializer.Deserialize<Order>(cache.GetString(\"order\")!)!);")]
    [InlineData("Save(JsonSerializer.Deserialize<Order>(\"{}\")!);")]
    [InlineData("Save(JsonDocument.Parse(json).RootElement.GetProperty(\"id\").GetInt32());")]
    [InlineData("log.LogInformation(\"{Order}\", JsonSerializer.Deserialize<Order>(json));")]
    [InlineData("_ = JsonSerializer.Deserialize<Order>(json);")]
    [InlineData("maybe = JsonSerializer.Deserialize<Order>(json);")]
    public Task Allows_a_payload_that_is_looked_at_or_not_trusted(string body) => Allows(InLoader(body), Libraries);

    [Theory]
    [InlineData("dynamic order = JsonConvert.[|DeserializeObject|](json)!; Save(order.customer.name);")]
    [InlineData("var order = JsonConvert.[|DeserializeObject<dynamic>|](json); Save(order!.total);")]
    [InlineData("dynamic order = JObject.[|Parse|](json); Name((string)order.customer);")]
    [InlineData("var order = JObject.[|Parse|](json); Name((string)order[\"customer\"]!);")]
    [InlineData("Name(JObject.[|Parse|](json)[\"customer\"]![\"name\"]!.ToString());")]
    [InlineData("var order = JObject.[|Parse|](json); Save(order.Value<int>(\"total\"));")]
    [InlineData("foreach (var order in JArray.[|Parse|](json)) Save(order);")]
    [InlineData("var order = JsonNode.[|Parse|](json)!; Save(order[\"total\"]!.GetValue<int>());")]
    [InlineData("Save(JsonNode.[|Parse|](json)![\"order\"]![\"total\"]!.GetValue<int>());")]
    [InlineData("var order = JsonNode.[|Parse|](json) ?? throw new InvalidDataException(); Save(order[\"total\"]!.GetValue<int>());")]
    [InlineData("var order = await response.Content.[|ReadFromJsonAsync<JsonObject>|](); Save(order![\"total\"]!.GetValue<int>());")]
    public Task Flags_members_that_nothing_promises(string body) => Flags(InLoader(body), Libraries);

    [Theory]
    [InlineData("var order = JObject.Parse(json); if (order[\"customer\"] == null) return; Name((string)order[\"customer\"]!);")]
    [InlineData("var order = JObject.Parse(json); Name((string?)order[\"customer\"] ?? throw new InvalidDataException());")]
    [InlineData("var order = JObject.Parse(json); if (order.TryGetValue(\"customer\", out var customer)) Name(customer.ToString());")]
    [InlineData("var order = JObject.Parse(json); Name(order[\"customer\"]?.ToString());")]
    [InlineData("var order = JsonNode.Parse(json); Name(order?[\"customer\"]?.GetValue<string>());")]
    [InlineData("var order = JObject.Parse(json); Validate(order); Name((string)order[\"customer\"]!);")]
    [InlineData("dynamic order = JsonConvert.DeserializeObject(json)!; if (order.customer == null) return; Name((string)order.customer);")]
    [InlineData("Name(JObject.Parse(json)[\"error\"]?[\"message\"]?.ToString());")]
    public Task Allows_members_that_are_looked_at(string body) => Allows(InLoader(body), Libraries);

    [Fact]
    public Task Allows_what_the_program_stored_itself() => Allows(
        """
        using System.Text.Json;
        using System.Text.Json.Nodes;

        class Slide { public string Caption { get; set; } = ""; }

        class Widget
        {
            public int Id { get; set; }
            public string Data { get; set; } = "";
        }

        class Change { public JsonNode Before { get; set; } = null!; }

        class Page
        {
            int Captions(Widget widget) => JsonSerializer.Deserialize<List<Slide>>(widget.Data)!.Count;

            void Unwrap(JsonObject change, Change kept)
            {
                change["before"] = JsonNode.Parse(change["before"]!.ToString())!;
                kept.Before = JsonNode.Parse(change["before"]!.ToString())!;
            }

            int Modules(string root)
            {
                var path = Path.Combine(root, "modules.json");
                return JsonSerializer.Deserialize<List<Slide>>(File.ReadAllText(path))!.Count;
            }
        }
        """);

    [Fact]
    public Task Flags_what_comes_from_an_address_that_is_written() => Flags(
        """
        using System.Text.Json;
        using Flurl.Http;

        class Reading { public double Value { get; set; } }

        class Envelope { public string Body { get; set; } = ""; }

        class Sensors
        {
            readonly List<Reading> readings = new();

            async Task Load(Envelope envelope)
            {
                var last = await "https://sensors.partner.net/last".[|GetJsonAsync<Reading>|]();
                readings.Add(last);
                readings.Add(JsonSerializer.[|Deserialize<Reading>|](envelope.Body)!);
            }
        }
        """);

    [Fact]
    public Task Leaves_what_is_returned_to_whoever_asked() => Flags(
        """
        using System.Net.Http.Json;
        using System.Text.Json;

        record Order(string Customer);

        class Orders
        {
            private readonly HttpClient http = new();

            public Task<Order?> Ask() => http.GetFromJsonAsync<Order>("orders/1");

            public async Task<Order?> Await() => await http.GetFromJsonAsync<Order>("orders/1");

            public Order? Read(string json)
            {
                var order = JsonSerializer.Deserialize<Order>(json);
                return order;
            }

            public Order Promise(string json) => JsonSerializer.[|Deserialize<Order>|](json)!;

            public T Any<T>(string json) => JsonSerializer.Deserialize<T>(json)!;

            public IEnumerable<Order?> Lines(IEnumerable<string> lines) => lines.Select(line => JsonSerializer.Deserialize<Order>(line));
        }
        """);

    [Fact]
    public Task Allows_what_the_program_wrote_itself() => Allows(
        """
        using System.Text.Json;
        using System.Text.Json.Serialization;

        record Order(string Customer);

        class Copies
        {
            public Order Copy(Order order) => JsonSerializer.Deserialize<Order>(JsonSerializer.Serialize(order))!;
        }

        class Outbox
        {
            public string Write(Order order) => JsonSerializer.Serialize(order);

            public Order Read(string row) => JsonSerializer.Deserialize<Order>(row)!;
        }

        class OrderConverter : JsonConverter<Order>
        {
            public override Order Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => JsonSerializer.Deserialize<Order>(ref reader, options)!;

            public override void Write(Utf8JsonWriter writer, Order value, JsonSerializerOptions options) { }
        }
        """);

    [Fact]
    public Task Knows_the_strict_context_of_a_generator() => Flags(
        """
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;

        record Order(string Customer);

        [JsonSourceGenerationOptions(RespectNullableAnnotations = true)]
        abstract class StrictContext : JsonSerializerContext
        {
            protected StrictContext() : base(null) { }
            public static JsonTypeInfo<Order> Order => null!;
        }

        abstract class PlainContext : JsonSerializerContext
        {
            protected PlainContext() : base(null) { }
            public static JsonTypeInfo<Order> Order => null!;
        }

        class Loader
        {
            public string Strict(string json) => JsonSerializer.Deserialize(json, StrictContext.Order)!.Customer;

            public string Plain(string json) => JsonSerializer.[|Deserialize|](json, PlainContext.Order)!.Customer;
        }
        """);

    [Fact]
    public Task Follows_variables_that_are_given_each_other() => Flags(
        """
        using System.Text.Json;

        class Node { public Node? Next { get; set; } public string? Name { get; set; } }

        class Loader
        {
            string? Last(string json, bool other)
            {
                var node = JsonSerializer.[|Deserialize<Node>|](json)!;
                var last = node;
                node = other ? last : node.Next!;
                last = node;
                node = last;
                return Name(node);
            }

            string? Name(Node node) => node.Name!.Length > 3 ? Name(node) : node.Name;
        }
        """);

    [Fact]
    public Task Flags_columns_that_Spark_guesses() => Flags(
        """
        using Microsoft.Spark.Sql;

        class Lake
        {
            void Read(SparkSession spark)
            {
                spark.Read().[|Json|]("orders");
                spark.Read().Option("header", true).Option("inferSchema", true).[|Csv|]("orders");
                spark.Read().Format("csv").[|Load|]("orders");
                spark.Read().Schema("id INT").Json("orders");
                spark.Read().Format("csv").Schema("id INT").Load("orders");
                spark.Read().Parquet("orders");
                spark.Read().Load("orders");
                var reader = spark.Read().Option("header", true);
                reader.Schema("id INT");
                reader.Csv("orders");
            }

            DataFrame Given(DataFrameReader reader) => reader.Csv("orders");
        }
        """, Libraries);

    [Fact]
    public Task Fixes_by_refusing_an_empty_payload() => Fixes(
        """
        using System.Net.Http.Json;
        using System.Text.Json;

        record Order(string Customer);

        class Loader
        {
            async Task Load(HttpClient http, string json)
            {
                // The first is the newest.
                var order = JsonSerializer.[|Deserialize<Order>|](json)!;
                Save(order.Customer);
                Save((await http.[|GetFromJsonAsync<Order>|]("orders/1"))!.Customer);
                foreach (var one in JsonSerializer.[|Deserialize<List<Order>>|](json)!)
                    Save(one.Customer);

                var other = await http.[|GetFromJsonAsync<Order>|]("orders/2").ConfigureAwait(false);
                Save(other!.Customer);
            }

            private void Save(string customer) { }
        }
        """,
        """
        using System.Net.Http.Json;
        using System.Text.Json;

        record Order(string Customer);

        class Loader
        {
            async Task Load(HttpClient http, string json)
            {
                // The first is the newest.
                var order = JsonSerializer.Deserialize<Order>(json) ?? throw new InvalidDataException("The payload is empty.");
                Save(order.Customer);
                Save((await http.GetFromJsonAsync<Order>("orders/1") ?? throw new InvalidDataException("The payload is empty.")).Customer);
                foreach (var one in JsonSerializer.Deserialize<List<Order>>(json) ?? throw new InvalidDataException("The payload is empty."))
                    Save(one.Customer);

                var other = await http.GetFromJsonAsync<Order>("orders/2").ConfigureAwait(false) ?? throw new InvalidDataException("The payload is empty.");
                Save(other!.Customer);
            }

            private void Save(string customer) { }
        }
        """, new() { FixKey = "UC2017.null" });

    [Fact]
    public Task Fixes_by_reading_strictly() => Fixes(
        "using System.Text.Json; record Order(string Customer); class Loader { string Read(string json) => JsonSerializer.[|Deserialize<Order>|](json)!.Customer; }",
        "using System.Text.Json; record Order(string Customer); class Loader { string Read(string json) => JsonSerializer.Deserialize<Order>(json, JsonSerializerOptions.Strict)!.Customer; }",
        new() { FixKey = "UC2017.strict" });

    [Fact]
    public Task Offers_no_fix_where_nothing_is_known() => OffersNoFix(
        "using Newtonsoft.Json.Linq; class Loader { string Read(string json) => (string)JObject.[|Parse|](json)[\"customer\"]!; }", Libraries);

    private static string InLoader(string body) =>
        $$"""
        using System.ComponentModel.DataAnnotations;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Xml.Serialization;
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Logging;
        using Newtonsoft.Json;
        using Newtonsoft.Json.Linq;
        using JsonSerializer = System.Text.Json.JsonSerializer;
        using Required = Contracts.Required;

        class Loader
        {
            private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web);
            private static readonly JsonSerializerOptions Strict = new() { RespectNullableAnnotations = true };
            private readonly JsonSerializerOptions Unmapped = new() { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
            private readonly List<Order> orders = new();
            private readonly IOrderStore store = null!;
            private Order last = new();
            private Order? maybe;

            async Task Load(HttpClient http, HttpResponseMessage response, BinaryData message, Stream stream, byte[] bytes, string json, IDistributedCache cache, ILogger log)
            {
                await Task.Yield();
                {{body.Replace("message.Body", "new Received().Body")}}
            }

            private void Save(object order) { }
            private void Name(string? name) { }
            private void Validate(object order) { }
            private void Checked(Order order) { if (order.Customer is null) throw new InvalidDataException(); Save(order); }
        }

        interface IOrderStore { void Save(Order order); }
        class Received { public BinaryData Body => null!; }
        class Order { public string? Customer { get; set; } public decimal Total { get; set; } }
        class Annotated { [System.ComponentModel.DataAnnotations.Required] public string? Customer { get; set; } }
        class Demanding { [System.Text.Json.Serialization.JsonRequired] public string? Customer { get; set; } }
        class Invoice { public string? Customer { get; set; } }
        class InvoiceValidator { }
        class LoaderSettings { public string? Folder { get; set; } }
        namespace Contracts { class Required { public required string Customer { get; set; } } }
        """;
}
