using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2006UnmaskedPersonalDataExportTests : RuleTests<UC2006UnmaskedPersonalDataExport>
{
    /// <summary>The people, and libraries whose packages are not to be had from every feed.</summary>
    private static readonly Given Shop = new()
    {
        Sources =
        [
            ("Model.cs",
            """
            using CsvHelper.Configuration;
            using Microsoft.EntityFrameworkCore;

            public class Customer
            {
                public int Id { get; set; }
                public string FullName { get; set; } = "";
                public string Email { get; set; } = "";
                public string Country { get; set; } = "";
            }

            public class Guarded
            {
                public int Id { get; set; }
                [CsvHelper.Configuration.Attributes.Ignore] public string FullName { get; set; } = "";
                [System.Text.Json.Serialization.JsonIgnore] public string Email { get; set; } = "";
                public string EmailHash { get; set; } = "";
            }

            public record CustomerRow(int Id, string Email, string Country);
            public record AnonymisedCustomer(int Id, string Email, string Country);
            public record Product(int Id, string Name, decimal Price);

            public class CountryMap : ClassMap<Customer>
            {
                public CountryMap()
                {
                    Map(one => one.Id);
                    Map(one => one.Country);
                    Map(one => one.Email).Ignore();
                }
            }

            public class WholeMap : ClassMap<Customer>
            {
                public WholeMap()
                {
                    Map(one => one.Id).Index(0);
                    Map(one => one.Email).Name("e-mail");
                }
            }

            public class ShopContext : DbContext { public DbSet<Customer> Customers => Set<Customer>(); }

            public static class Mask
            {
                public static string Email(string value) => MaskText(value);
                public static string MaskText(string value) => value.Substring(0, 1) + "***";
            }
            """),
            ("Libraries.cs",
            """
            namespace Parquet.Serialization { static class ParquetSerializer { public static Task SerializeAsync<T>(IEnumerable<T> records, Stream destination) => throw null!; } }
            namespace Azure.Messaging.ServiceBus
            {
                class ServiceBusMessage { public ServiceBusMessage(string body) { } public ServiceBusMessage(BinaryData body) { } public string? Subject { get; set; } }
                class ServiceBusSender { public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) => throw null!; }
            }
            namespace Azure.Messaging.EventHubs { class EventData { public EventData(string body) { } public EventData(ReadOnlyMemory<byte> body) { } public EventData(BinaryData body) { } } }
            namespace Azure.Messaging.EventHubs.Producer
            {
                class EventDataBatch { public bool TryAdd(EventData eventData) => throw null!; }
                class EventHubProducerClient
                {
                    public virtual Task SendAsync(IEnumerable<EventData> eventBatch, CancellationToken cancellationToken = default) => throw null!;
                    public virtual Task SendAsync(EventDataBatch eventBatch, CancellationToken cancellationToken = default) => throw null!;
                }
            }
            namespace Amazon.SQS { interface IAmazonSQS { Task<object> SendMessageAsync(string queueUrl, string messageBody, CancellationToken token = default); Task<object> SendMessageAsync(Model.SendMessageRequest request, CancellationToken token = default); } }
            namespace Amazon.SQS.Model { class SendMessageRequest { public string? QueueUrl { get; set; } public string? MessageBody { get; set; } } }
            namespace Amazon.SimpleNotificationService { interface IAmazonSimpleNotificationService { Task<object> PublishAsync(string topicArn, string message, CancellationToken token = default); } }
            namespace Google.Cloud.Storage.V1 { class StorageClient { public virtual object UploadObject(string bucket, string objectName, string contentType, Stream source) => throw null!; } }
            namespace Google.Protobuf { class ByteString { public static ByteString CopyFromUtf8(string text) => throw null!; } }
            namespace Google.Cloud.PubSub.V1 { class PubsubMessage { public Google.Protobuf.ByteString? Data { get; set; } } class PublisherClient { public virtual Task<string> PublishAsync(PubsubMessage message) => throw null!; public virtual Task<string> PublishAsync(string message) => throw null!; } }
            namespace Refit
            {
                class PostAttribute : Attribute { public PostAttribute(string path) { } }
                class GetAttribute : Attribute { public GetAttribute(string path) { } }
                class BodyAttribute : Attribute { }
            }
            interface IPartner { [Refit.Post("/people")] Task SendAsync([Refit.Body] Customer person); [Refit.Get("/people/{id}")] Task<Customer> ReadAsync(int id); }
            """),
        ],
    };

    private static string Job(string statements) =>
        $$"""
        using System.Globalization;
        using System.IO.Compression;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Security.Cryptography;
        using System.Text;
        using System.Text.Json;
        using Amazon.S3;
        using Amazon.S3.Model;
        using Azure.Messaging.EventHubs;
        using Azure.Messaging.EventHubs.Producer;
        using Azure.Messaging.ServiceBus;
        using Azure.Storage.Blobs;
        using Azure.Storage.Queues;
        using Confluent.Kafka;
        using CsvHelper;
        using CsvHelper.Configuration;
        using Flurl.Http;
        using Google.Cloud.PubSub.V1;
        using MassTransit;
        using Microsoft.EntityFrameworkCore;
        using Parquet.Serialization;
        using RabbitMQ.Client;
        using RestSharp;

        class Job
        {
            private readonly ShopContext shop = new();

            async Task Run(List<Customer> customers, Customer customer, List<Product> products, string path, Stream stream, StreamWriter writer, CsvWriter csv, HttpClient http, IAmazonS3 s3,
                BlobClient blob, QueueClient queue, IProducer<string, string> kafka, IProducer<string, Customer> typed, IChannel rabbit, IPublishEndpoint bus, ServiceBusSender sender, EventHubProducerClient hub, EventDataBatch batch,
                Amazon.SQS.IAmazonSQS sqs, Amazon.SimpleNotificationService.IAmazonSimpleNotificationService sns, PublisherClient topic, Google.Cloud.Storage.V1.StorageClient gcs, RestClient rest, IPartner partner, Guarded guarded, Aes aes)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """;

    [Theory]
    [InlineData("csv.WriteRecords([|customers|]);")]
    [InlineData("await csv.WriteRecordsAsync([|customers|]);")]
    [InlineData("foreach (var one in customers) { csv.WriteRecord([|one|]); csv.NextRecord(); }")]
    [InlineData("foreach (var one in customers) { csv.WriteField(one.Id); csv.WriteField([|one.Email|]); }")]
    [InlineData("csv.WriteRecords([|shop.Customers.Where(one => one.Country == \"UA\").ToList()|]);")]
    [InlineData("csv.WriteRecords([|customers.Select(one => new { one.Id, one.Email })|]);")]
    [InlineData("csv.WriteRecords([|customers.Select(one => new CustomerRow(one.Id, one.Email, one.Country))|]);")]
    [InlineData("csv.WriteRecords([|from one in customers select new { one.FullName }|]);")]
    [InlineData("csv.Context.RegisterClassMap<WholeMap>(); csv.WriteRecords([|customers|]);")]
    [InlineData("using var text = new StringWriter(); using var sheet = new CsvWriter(text, CultureInfo.InvariantCulture); sheet.WriteRecords([|customers|]);")]
    [InlineData("foreach (var one in customers) writer.WriteLine([|$\"{one.Id};{one.Email}\"|]);")]
    [InlineData("foreach (var one in customers) await writer.WriteLineAsync([|one.Id + \";\" + one.FullName|]);")]
    [InlineData("foreach (var one in customers) writer.WriteLine([|string.Join(\";\", one.Id, one.Email)|]);")]
    [InlineData("TextWriter lines = writer; foreach (var one in customers) lines.WriteLine([|$\"{one.Email}\"|]);")]
    [InlineData("await ParquetSerializer.SerializeAsync([|customers|], stream);")]
    [InlineData("await JsonSerializer.SerializeAsync(stream, [|customers|]);")]
    [InlineData("JsonSerializer.Serialize(stream, [|customer|]);")]
    public Task Flags_files_of_people(string statements) => Flags(Job(statements), Shop);

    [Theory]
    [InlineData("[|File.WriteAllText(path, JsonSerializer.Serialize(customers))|];")]
    [InlineData("var json = JsonSerializer.Serialize(customers); await [|File.WriteAllTextAsync(path, json)|];")]
    [InlineData("[|File.WriteAllLines(path, customers.Select(one => $\"{one.Id},{one.Email}\"))|];")]
    [InlineData("using var file = new StreamWriter(path); using var sheet = new CsvWriter(file, CultureInfo.InvariantCulture); [|sheet.WriteRecords(customers)|];")]
    [InlineData("var lines = new StringBuilder(); foreach (var one in customers) lines.AppendLine($\"{one.Id},{one.Email}\"); [|File.WriteAllText(path, lines.ToString())|];")]
    public Task Flags_files_of_this_machine_beside_what_is_said_of_their_encryption(string statements) => Flags(Job(statements), Shop);

    [Theory]
    [InlineData("await s3.PutObjectAsync([|new PutObjectRequest { BucketName = \"exports\", Key = path, ContentBody = JsonSerializer.Serialize(customers) }|]);")]
    [InlineData("var request = new PutObjectRequest { BucketName = \"exports\", ContentBody = JsonSerializer.Serialize(customers) }; await s3.PutObjectAsync([|request|]);")]
    [InlineData("var body = JsonSerializer.Serialize(customers); await s3.PutObjectAsync([|new PutObjectRequest { ContentBody = body }|]);")]
    [InlineData("await blob.UploadAsync([|BinaryData.FromString(JsonSerializer.Serialize(customers))|]);")]
    [InlineData("await blob.UploadAsync([|BinaryData.FromObjectAsJson(customers)|], overwrite: true);")]
    [InlineData("await blob.UploadAsync([|new MemoryStream(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(customers)))|]);")]
    [InlineData("gcs.UploadObject(\"exports\", path, \"text/csv\", [|new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(customers))|]);")]
    public Task Flags_what_goes_to_a_store_of_objects(string statements) => Flags(Job(statements), Shop);

    [Theory]
    [InlineData("await kafka.ProduceAsync(\"people\", [|new Message<string, string> { Key = \"1\", Value = JsonSerializer.Serialize(customer) }|]);")]
    [InlineData("kafka.Produce(\"people\", [|new Message<string, string> { Value = customer.Email }|], report => { });")]
    [InlineData("typed.Produce(\"people\", [|new() { Key = \"1\", Value = customer }|]);")]
    [InlineData("await rabbit.BasicPublishAsync(\"\", \"people\", [|Encoding.UTF8.GetBytes(JsonSerializer.Serialize(customer))|]);")]
    [InlineData("var body = JsonSerializer.SerializeToUtf8Bytes(customer); await rabbit.BasicPublishAsync(\"\", \"people\", [|body|]);")]
    [InlineData("await bus.Publish([|customer|]);")]
    [InlineData("await bus.Publish([|new CustomerRow(customer.Id, customer.Email, customer.Country)|]);")]
    [InlineData("await bus.Publish<Customer>([|new { customer.Id, customer.Email }|]);")]
    [InlineData("await sender.SendMessageAsync([|new ServiceBusMessage(JsonSerializer.Serialize(customer))|]);")]
    [InlineData("var message = new ServiceBusMessage(BinaryData.FromObjectAsJson(customer)) { Subject = \"new\" }; await sender.SendMessageAsync([|message|]);")]
    [InlineData("await hub.SendAsync([|new[] { new EventData(JsonSerializer.Serialize(customer)) }|]);")]
    [InlineData("batch.TryAdd([|new EventData(JsonSerializer.SerializeToUtf8Bytes(customer))|]); await hub.SendAsync(batch);")]
    [InlineData("await sqs.SendMessageAsync(path, [|JsonSerializer.Serialize(customer)|]);")]
    [InlineData("await sqs.SendMessageAsync([|new Amazon.SQS.Model.SendMessageRequest { QueueUrl = path, MessageBody = JsonSerializer.Serialize(customer) }|]);")]
    [InlineData("await sns.PublishAsync(path, [|$\"{customer.FullName} has moved\"|]);")]
    [InlineData("await topic.PublishAsync([|JsonSerializer.Serialize(customer)|]);")]
    [InlineData("await topic.PublishAsync([|new PubsubMessage { Data = Google.Protobuf.ByteString.CopyFromUtf8(JsonSerializer.Serialize(customer)) }|]);")]
    [InlineData("await queue.SendMessageAsync([|JsonSerializer.Serialize(customer)|]);")]
    public Task Flags_what_goes_to_a_queue_or_topic(string statements) => Flags(Job(statements), Shop);

    [Theory]
    [InlineData("await http.PostAsJsonAsync(\"https://mail.example/people\", [|customer|]);")]
    [InlineData("await http.PutAsJsonAsync(\"https://mail.example/people\", [|new { customer.Email, Source = \"shop\" }|]);")]
    [InlineData("await HttpClientJsonExtensions.PostAsJsonAsync(http, \"https://mail.example/people\", [|customer|]);")]
    [InlineData("await http.PostAsync(\"https://mail.example/people\", [|new StringContent(JsonSerializer.Serialize(customer), Encoding.UTF8, \"application/json\")|]);")]
    [InlineData("await http.PostAsync(\"https://mail.example/people\", [|JsonContent.Create(customer)|]);")]
    [InlineData("await http.PostAsync(\"https://mail.example/people\", [|new FormUrlEncodedContent(new Dictionary<string, string> { [\"email\"] = customer.Email })|]);")]
    [InlineData("await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, \"https://mail.example/people\") { Content = [|JsonContent.Create(customer)|] });")]
    [InlineData("var request = new HttpRequestMessage(HttpMethod.Post, \"https://mail.example/people\"); request.Content = [|new StringContent(JsonSerializer.Serialize(customer))|]; await http.SendAsync(request);")]
    [InlineData("await \"https://mail.example/people\".PostJsonAsync([|customer|]);")]
    [InlineData("await rest.PostAsync(new RestRequest(\"people\").AddJsonBody([|customer|]));")]
    [InlineData("var request = new RestRequest(\"people\", Method.Post); request.AddJsonBody([|new { customer.Email }|]); await rest.ExecuteAsync(request);")]
    [InlineData("await partner.SendAsync([|customer|]);")]
    public Task Flags_what_goes_to_another_party(string statements) => Flags(Job(statements), Shop);

    [Theory]
    [InlineData("csv.WriteRecords(products);")]
    [InlineData("csv.WriteRecords(customers.Select(one => new { one.Id, one.Country }));")]
    [InlineData("csv.WriteRecords(customers.Select(one => new { one.Id, Email = Mask.Email(one.Email) }));")]
    [InlineData("csv.WriteRecords(customers.Select(one => new CustomerRow(one.Id, Mask.MaskText(one.Email), one.Country)));")]
    [InlineData("csv.WriteRecords(customers.Select(one => new CustomerRow(one.Id, Convert.ToHexString(HMACSHA256.HashData(aes.Key, Encoding.UTF8.GetBytes(one.Email))), one.Country)));")]
    [InlineData("csv.WriteRecords(customers.Select(one => new AnonymisedCustomer(one.Id, one.Country, one.Country)));")]
    [InlineData("var rows = new List<CustomerRow>(); foreach (var one in customers) rows.Add(new CustomerRow(one.Id, Mask.Email(one.Email), one.Country)); csv.WriteRecords(rows);")]
    [InlineData("foreach (var row in customers.Select(one => new CustomerRow(one.Id, Mask.Email(one.Email), one.Country))) csv.WriteRecord(row);")]
    [InlineData("foreach (var one in customers) { one.Email = Mask.Email(one.Email); one.FullName = \"\"; } csv.WriteRecords(customers);")]
    [InlineData("csv.Context.RegisterClassMap<CountryMap>(); csv.WriteRecords(customers);")]
    [InlineData("csv.WriteField(customer.Id); csv.WriteField(Mask.Email(customer.Email)); csv.WriteField(customer.Email.Length);")]
    [InlineData("csv.WriteHeader<Customer>();")]
    [InlineData("writer.WriteLine($\"{customer.Id};{customer.Country}\");")]
    [InlineData("writer.WriteLine($\"{customers.Count} customers\");")]
    [InlineData("writer.WriteLine(\"Id;Email\"); writer.WriteLine(nameof(customer.Email));")]
    [InlineData("await JsonSerializer.SerializeAsync(stream, guarded);")]
    [InlineData("csv.WriteRecord(guarded);")]
    [InlineData("var json = JsonSerializer.Serialize(customers); Console.Out.WriteLine(json.Length);")]
    [InlineData("using var file = new CryptoStream(File.Create(path), aes.CreateEncryptor(), CryptoStreamMode.Write); await JsonSerializer.SerializeAsync(file, customers);")]
    [InlineData("using var sheet = new StreamWriter(new CryptoStream(File.Create(path), aes.CreateEncryptor(), CryptoStreamMode.Write)); sheet.WriteLine($\"{customer.Email}\");")]
    [InlineData("await blob.UploadAsync(BinaryData.FromBytes(Encrypt(JsonSerializer.SerializeToUtf8Bytes(customers)))); byte[] Encrypt(byte[] plain) => plain;")]
    [InlineData("await kafka.ProduceAsync(\"people\", new Message<string, string> { Value = JsonSerializer.Serialize(new { customer.Id, customer.Country }) });")]
    [InlineData("await bus.Publish(new CustomerRow(customer.Id, Mask.Email(customer.Email), customer.Country));")]
    [InlineData("await http.PostAsJsonAsync(\"https://mail.example/people\", new { customer.Id, Tokens = customers.Count });")]
    [InlineData("await http.GetFromJsonAsync<Customer>(\"https://mail.example/people/1\"); await partner.ReadAsync(customer.Id);")]
    [InlineData("shop.Customers.Add(customer); await shop.SaveChangesAsync(); await shop.Customers.AddRangeAsync(customers);")]
    [InlineData("await http.PostAsJsonAsync(\"https://localhost:5001/people\", customer);")]
    [InlineData("File.AppendAllText(path, customer.Email);")]
    public Task Allows_what_is_masked_left_out_or_kept(string statements) => Allows(Job(statements), Shop);

    [Fact]
    public Task Follows_helpers() => Flags(
        """
        using System.Text.Json;
        using Azure.Messaging.ServiceBus;
        using Azure.Storage.Blobs;
        using CsvHelper;

        class Nightly
        {
            private readonly BlobClient blob = null!;
            private readonly ServiceBusSender sender = null!;

            async Task Run(List<Customer> customers, List<Product> products, CsvWriter csv, StreamWriter writer)
            {
                Write(csv, [|customers|]);
                Write(csv, products);
                await Upload([|JsonSerializer.Serialize(customers)|]);
                await Upload(JsonSerializer.Serialize(products));
                await Send([|customers[0]|]);
                foreach (var customer in customers)
                    writer.WriteLine([|Line(customer)|]);
            }

            static void Write<T>(CsvWriter csv, IEnumerable<T> rows) => csv.WriteRecords(rows);

            Task Upload(string text) => blob.UploadAsync(BinaryData.FromString(text));

            Task Send(object what) => sender.SendMessageAsync(new ServiceBusMessage(JsonSerializer.Serialize(what)));

            static string Line(Customer customer) => $"{customer.Id};{customer.Email}";
        }
        """, Shop);

    [Fact]
    public Task Sees_a_parameter_by_its_name_where_it_leaves() => Flags(
        """
        using CsvHelper;

        class Rows
        {
            void Add(CsvWriter csv, string email, string colour)
            {
                csv.WriteField([|email|]);
                csv.WriteField(colour);
            }

            void AddAll(CsvWriter csv, Customer customer) => Add(csv, customer.Email, "red");
        }
        """, Shop);

    [Fact]
    public Task Sees_an_event_that_says_as_much_as_a_record() => Flags(
        """
        using System.Text.Json;
        using MassTransit;

        public class CustomerChanged { public string CustomerId { get; set; } = ""; public string Email { get; set; } = ""; public string PhoneNumber { get; set; } = ""; }
        public class StockChanged { public string Sku { get; set; } = ""; public string SupplierEmail { get; set; } = ""; }

        class Changes
        {
            async Task Tell(IPublishEndpoint bus, CustomerChanged change, StockChanged stock, string id, string email)
            {
                await bus.Publish([|change|]);
                await bus.Publish([|new CustomerChanged { CustomerId = id, Email = email }|]);
                await bus.Publish(new CustomerChanged { CustomerId = id, Email = Mask.Email(email) });
                await bus.Publish(stock);
                var masked = new CustomerChanged { CustomerId = id };
                await bus.Publish(masked);
            }
        }
        """, Shop);

    [Fact]
    public Task Flags_top_level_statements() => Flags(
        """
        using System.Net.Http.Json;

        var http = new HttpClient();
        var customer = new Customer { Id = 1, Email = Console.ReadLine()! };
        await http.PostAsJsonAsync("https://mail.example/people", [|customer|]);
        """, Shop with { Exe = true });

    [Fact]
    public Task Leaves_an_answer_to_who_asked_to_others() => Allows(
        """
        using System.Text.Json;
        using Microsoft.AspNetCore.Http;

        class Desk
        {
            Task Answer(HttpContext context, Customer customer) => JsonSerializer.SerializeAsync(context.Response.Body, customer);
        }
        """, Shop);

    [Fact]
    public Task Hears_what_the_options_say() => Allows(
        """
        using CsvHelper;

        class Rows
        {
            void Add(CsvWriter csv, Customer customer) => csv.WriteField(Shade(customer.Email));

            static string Shade(string text) => text;
        }
        """, Shop with { EditorConfig = "undercurrent.UC2006.sanitisers = Shade" });

    [Fact]
    public async Task Never_says_a_value()
    {
        var document = Workshop.Open(
            """
            using System.Net.Http.Json;

            public class Customer { public int Id { get; set; } public string Email { get; set; } = ""; }
            class Desk { Task Send(HttpClient http) => http.PostAsJsonAsync("https://mail.example/people", new Customer { Id = 1, Email = Console.ReadLine() + "quokka@example.org" }); }
            """);
        var said = await Workshop.Run(document, new UC2006UnmaskedPersonalDataExport());

        Assert.All(said, one => Assert.DoesNotContain("quokka", one.GetMessage(CultureInfo.InvariantCulture) + string.Concat(one.Properties), StringComparison.Ordinal));
        Assert.Single(said);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("undercurrent.test_projects = included", 1)]
    public async Task Is_silent_in_a_test_project_until_it_is_included(string config, int findings)
    {
        var document = Workshop.Open(
            """
            using System.Net.Http.Json;

            public class Customer { public int Id { get; set; } public string Email { get; set; } = ""; }
            class Desk { Task Send(HttpClient http, Customer customer) => http.PostAsJsonAsync("https://mail.example/people", customer); }
            """, new() { EditorConfig = config });
        var project = document.Project.AddMetadataReference(CSharpCompilation.Create("xunit.core").ToMetadataReference());

        Assert.Equal(findings, (await Workshop.Run(project.GetDocument(document.Id)!, new UC2006UnmaskedPersonalDataExport())).Length);
    }
}
