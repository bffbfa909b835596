using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2004PersonalDataInAddressTests : RuleTests<UC2004PersonalDataInAddress>
{
    // Not every feed has these packages; this is their shape.
    private static readonly Given Clients = new()
    {
        Sources =
        [
            ("Clients.cs",
            """
            using System.Linq.Expressions;

            namespace Hangfire
            {
                public interface IBackgroundJobClient { }
                public static class BackgroundJob
                {
                    public static string Enqueue(Expression<Action> methodCall) => "";
                    public static string Enqueue<T>(Expression<Action<T>> methodCall) => "";
                    public static string Enqueue<T>(Expression<Func<T, Task>> methodCall) => "";
                    public static string Schedule(Expression<Action> methodCall, TimeSpan delay) => "";
                    public static string ContinueJobWith(string parentId, Expression<Action> methodCall) => "";
                }
                public static class BackgroundJobClientExtensions { public static string Enqueue<T>(this IBackgroundJobClient client, Expression<Func<T, Task>> methodCall) => ""; }
                public static class RecurringJob { public static void AddOrUpdate(string recurringJobId, Expression<Action> methodCall, string cronExpression) { } }
            }

            namespace Microsoft.DurableTask
            {
                public abstract class TaskOrchestrationContext { public abstract Task CallActivityAsync(string name, object? input = null); }
            }

            namespace Temporalio.Client
            {
                public class WorkflowOptions { public WorkflowOptions(string id, string taskQueue) { } }
                public interface ITemporalClient { Task StartWorkflowAsync<TWorkflow>(Expression<Func<TWorkflow, Task>> workflowRunCall, WorkflowOptions options); }
            }

            namespace Azure.Messaging.ServiceBus
            {
                public class ServiceBusClient { public object CreateSender(string queueOrTopicName) => this; }
            }

            namespace Google.Cloud.Storage.V1
            {
                public abstract class StorageClient { public void UploadObject(string bucket, string objectName, string contentType, Stream source) { } }
            }
            """),
        ],
    };

    [Theory]
    [InlineData("""await http.GetAsync($"https://shop.example/customers/{[|customer.Email|]}");""")]
    [InlineData("""await http.GetAsync("https://shop.example/customers?q=" + [|customer.Email|]);""")]
    [InlineData("""await http.GetStringAsync($"customers?q={Uri.EscapeDataString([|customer.Email|])}");""")]
    [InlineData("""await http.GetStringAsync($"customers?q={System.Net.WebUtility.UrlEncode([|customer.Email|])}");""")]
    [InlineData("""await http.PostAsync(string.Format("customers/{0}", [|customer.Email|]), null);""")]
    [InlineData("""await http.GetFromJsonAsync<Customer>($"customers/{[|customer?.Phone|]}");""")]
    [InlineData("""await http.DeleteAsync(requestUri: $"customers/{[|customer.Email|]}");""")]
    [InlineData("""var page = $"customers/{customer.Email}"; await http.GetAsync([|page|]);""")]
    [InlineData("""await http.GetAsync([|PageOf(customer)|]);""")]
    [InlineData("""await http.GetAsync($"customers/{[|buyer|]}");""")]
    [InlineData("""using var request = new HttpRequestMessage(HttpMethod.Get, $"customers/{[|customer.Email|]}"); await http.SendAsync(request);""")]
    [InlineData("""using var request = new HttpRequestMessage { RequestUri = new Uri($"https://shop.example/{[|customer.Email|]}") };""")]
    [InlineData("""await http.GetAsync(new Uri("https://shop.example/" + [|customer.Email|]));""")]
    [InlineData("""var uri = new Uri(new Uri("https://shop.example"), $"customers/{[|customer.Email|]}"); await http.GetAsync(uri);""")]
    [InlineData("""var there = new UriBuilder("https://shop.example"); there.Query = $"q={[|customer.Email|]}";""")]
    [InlineData("""var there = new UriBuilder("https://shop.example") { Path = "customers/" + [|customer.Email|] };""")]
    [InlineData("""var there = new UriBuilder("https://shop.example"); there.Query += "&q=" + [|customer.Email|];""")]
    [InlineData("""_ = QueryHelpers.AddQueryString("customers", "q", [|customer.Email|]);""")]
    [InlineData("""_ = QueryHelpers.AddQueryString("customers", "email", [|Read()|]);""")]
    [InlineData("""_ = QueryHelpers.AddQueryString("customers", new Dictionary<string, string?> { ["q"] = [|customer.Email|] });""")]
    [InlineData("""_ = new RestSharp.RestRequest($"customers/{[|customer.Email|]}");""")]
    [InlineData("""_ = new RestSharp.RestRequest("customers").AddQueryParameter("q", [|customer.Email|]);""")]
    [InlineData("""_ = new RestSharp.RestRequest("customers/{who}").AddUrlSegment("who", [|customer.Email|]);""")]
    [InlineData("""_ = "https://shop.example".SetQueryParam("q", [|customer.Email|]);""")]
    [InlineData("""_ = "https://shop.example".SetQueryParams(new { customer.Id, q = [|customer.Email|] });""")]
    [InlineData("""_ = "https://shop.example".AppendPathSegment([|customer.Email|]);""")]
    [InlineData("""_ = Microsoft.AspNetCore.Http.Results.Redirect($"/login?q={[|customer.Email|]}");""")]
    public Task Flags_addresses(string statement) => Flags(Around(statement));

    [Theory]
    [InlineData("""File.WriteAllText(Path.Combine("exports", [|customer.Email|] + ".csv"), "");""")]
    [InlineData("""File.WriteAllText($"exports/{[|customer.Email|]}.csv", "");""")]
    [InlineData("""await File.WriteAllBytesAsync("exports/" + [|customer.Phone|], new byte[3]);""")]
    [InlineData("""using var file = new FileStream($"{[|customer.Email|]}.csv", FileMode.Create);""")]
    [InlineData("""using var file = new StreamWriter($"{[|customer.Email|]}.csv");""")]
    [InlineData("""Directory.CreateDirectory(Path.Join("exports", [|customer.Email|]));""")]
    [InlineData("""_ = blobs.GetBlobClient($"exports/{[|customer.Email|]}.json");""")]
    [InlineData("""await blobs.UploadBlobAsync([|customer.Email|], new MemoryStream());""")]
    [InlineData("""_ = new Azure.Storage.Blobs.BlobClient("UseDevelopmentStorage=true", "exports", $"{[|customer.Email|]}.json");""")]
    [InlineData("""await s3.PutObjectAsync(new Amazon.S3.Model.PutObjectRequest { BucketName = "exports", Key = $"customers/{[|customer.Email|]}.json" });""")]
    [InlineData("""await s3.GetObjectAsync("exports", $"customers/{[|customer.Email|]}.json");""")]
    public Task Flags_names_of_files_and_objects(string statement) => Flags(Around(statement));

    [Theory]
    [InlineData("""memory.Set($"customer:{[|customer.Email|]}", customer);""")]
    [InlineData("""memory.TryGetValue([|customer.Email|], out Customer? kept);""")]
    [InlineData("""_ = memory.GetOrCreate("customer:" + [|customer.Email|], entry => customer);""")]
    [InlineData("""memory.Remove($"customer:{[|customer.Email|]}");""")]
    [InlineData("""await distributed.SetStringAsync($"customer:{[|customer.Email|]}", "");""")]
    [InlineData("""await distributed.GetAsync(key: $"customer:{[|customer.Email|]}");""")]
    [InlineData("""await redis.StringSetAsync($"customer:{[|customer.Email|]}", "x");""")]
    [InlineData("""_ = redis.StringGet([|customer.Email|]);""")]
    [InlineData("""StackExchange.Redis.RedisKey key = $"customer:{customer.Email}"; redis.KeyDelete([|key|]);""")]
    [InlineData("""redis.Publish($"customer:{[|customer.Email|]}", "x");""")]
    [InlineData("""new OrderCache().Keep($"customer:{[|customer.Email|]}", 3);""")]
    public Task Flags_keys_of_caches(string statement) => Flags(Around(statement));

    [Theory]
    [InlineData("""await kafka.ProduceAsync($"orders-{[|customer.Email|]}", new() { Value = "x" });""")]
    [InlineData("""await rabbit.QueueDeclareAsync($"orders.{[|customer.Email|]}", true, false, false, null);""")]
    [InlineData("""await rabbit.BasicPublishAsync("orders", [|customer.Email|], true, new RabbitMQ.Client.BasicProperties(), new byte[1]);""")]
    public Task Flags_names_of_topics_and_queues(string statement) => Flags(Around(statement));

    [Theory]
    [InlineData("""Hangfire.BackgroundJob.Enqueue(() => Send([|customer.Email|]));""")]
    [InlineData("""Hangfire.BackgroundJob.Enqueue<Loader>(loader => loader.Send([|customer.Email|]));""")]
    [InlineData("""Hangfire.BackgroundJob.Schedule(() => Greet([|customer|]), TimeSpan.FromHours(1));""")]
    [InlineData("""Hangfire.BackgroundJob.Enqueue(() => Mail(3, [|found|]));""")]
    [InlineData("""Hangfire.RecurringJob.AddOrUpdate($"greet-{[|customer.Email|]}", () => Send("all"), "0 0 * * *");""")]
    [InlineData("""_ = new Quartz.JobDataMap { ["contact"] = [|customer.Email|] };""")]
    [InlineData("""var map = new Quartz.JobDataMap(); map["contact"] = [|customer.Email|];""")]
    [InlineData("""var map = new Quartz.JobDataMap(); map.Add("contact", [|customer.Email|]);""")]
    [InlineData("""_ = new Quartz.JobKey([|customer.Email|]);""")]
    [InlineData("""((Hangfire.IBackgroundJobClient)other).Enqueue<Loader>(loader => loader.SendAsync([|customer.Email|]));""")]
    [InlineData("""await ((Microsoft.DurableTask.TaskOrchestrationContext)other).CallActivityAsync("Greet", [|customer.Email|]);""")]
    [InlineData("""await ((Microsoft.DurableTask.TaskOrchestrationContext)other).CallActivityAsync(input: [|customer|], name: "Greet");""")]
    [InlineData("""await ((Microsoft.DurableTask.TaskOrchestrationContext)other).CallActivityAsync("Greet", new { customer.Id, [|customer.Email|] });""")]
    [InlineData("""await ((Temporalio.Client.ITemporalClient)other).StartWorkflowAsync((Loader loader) => loader.SendAsync([|customer.Email|]), new("greet-1", "orders"));""")]
    [InlineData("""_ = new Temporalio.Client.WorkflowOptions($"greet-{[|customer.Email|]}", "orders");""")]
    [InlineData("""((Azure.Messaging.ServiceBus.ServiceBusClient)other).CreateSender("orders-" + [|customer.Phone|]);""")]
    [InlineData("""((Google.Cloud.Storage.V1.StorageClient)other).UploadObject("exports", $"{[|customer.Email|]}.json", "text/plain", Stream.Null);""")]
    public Task Flags_what_jobs_are_given(string statement) => Flags(Around(statement), Clients);

    [Theory]
    [InlineData("""await http.GetAsync($"https://shop.example/customers/{customer.Id}");""")]
    [InlineData("""await http.GetAsync($"https://shop.example/customers/{HashOf(customer.Email)}");""")]
    [InlineData("""await http.GetAsync("https://shop.example/customers?field=email");""")]
    [InlineData("""await http.PostAsync("customers", new StringContent(customer.Email));""")]
    [InlineData("""await http.PostAsJsonAsync("customers", customer);""")]
    [InlineData("""await http.GetAsync($"http://{customer.IpAddress}:8080/health");""")]
    [InlineData("""_ = new Uri($"https://{customer.HostName}/status");""")]
    [InlineData("""_ = new Uri($"mailto:{customer.Email}");""")]
    [InlineData("""await http.GetAsync(address);""")]
    [InlineData("""File.WriteAllText("customers.csv", customer.Email);""")]
    [InlineData("""File.WriteAllText(Path.Combine("exports", customer.FileName), customer.Email);""")]
    [InlineData("""File.WriteAllText(Path.Combine("exports", $"{customer.Id}.csv"), "");""")]
    [InlineData("""File.Copy(customer.EmailTemplate, "template.html");""")]
    [InlineData("""File.ReadAllBytes(passport);""")]
    [InlineData("""_ = Path.GetFileName(customer.Email);""")]
    [InlineData("""_ = blobs.GetBlobClient($"exports/{customer.Id}.json");""")]
    [InlineData("""await blobs.UploadBlobAsync("customers.json", BinaryData.FromString(customer.Email));""")]
    [InlineData("""memory.Set($"customer:{customer.Id}", customer);""")]
    [InlineData("""memory.Set("customer:" + HashOf(customer.Email), customer.Email);""")]
    [InlineData("""await distributed.SetStringAsync("email", customer.Email);""")]
    [InlineData("""await redis.StringSetAsync("email", customer.Email);""")]
    [InlineData("""await kafka.ProduceAsync("orders", new() { Value = customer.Email });""")]
    [InlineData("""var seen = new Dictionary<string, int>(); seen.Add(customer.Email, 1); seen[customer.Email]++;""")]
    [InlineData("""new OrderCache().Keep("email", customer.Email.Length);""")]
    [InlineData("""_ = new Other().GetAsync($"customers/{customer.Email}");""")]
    public Task Allows_what_says_nothing_of_a_person(string statement) => Allows(Around(statement));

    [Theory]
    [InlineData("await FetchAsync($\"customers/{[|customer.Email|]}\");", "await http.GetAsync(page);", true)]
    [InlineData("await FetchAsync([|customer.Email|]);", "var whole = \"customers/\" + page; await http.GetStringAsync(whole);", true)]
    [InlineData("await FetchAsync(customer.Email);", "await http.PostAsync(\"customers\", new System.Net.Http.StringContent(page));", false)]
    [InlineData("await FetchAsync($\"customers/{customer.Id}\");", "await http.GetAsync(page);", false)]
    public async Task Sees_through_a_helper_that_names_by_what_it_is_given(string statement, string body, bool flagged)
    {
        var text = $$"""
            class Customer { public int Id { get; set; } public string Email { get; set; } = ""; }

            class Loader
            {
                readonly System.Net.Http.HttpClient http = null!;
                async Task LoadAsync(Customer customer) { {{statement}} }
                async Task FetchAsync(string page) { {{body}} }
            }
            """;
        await (flagged ? Flags(text) : Allows(text));
    }

    [Theory]
    [InlineData("""Hangfire.BackgroundJob.Enqueue(() => Greet(customer.Id));""")]
    [InlineData("""Hangfire.BackgroundJob.Enqueue(() => Send("all"));""")]
    [InlineData("""Hangfire.BackgroundJob.Enqueue(() => Send(HashOf(customer.Email)));""")]
    [InlineData("""_ = new Quartz.JobDataMap { ["customer"] = customer.Id };""")]
    public Task Allows_jobs_that_are_given_a_key(string statement) => Allows(Around(statement), Clients);

    [Theory]
    [InlineData("""Console.WriteLine(new Uri($"https://shop.example/{customer.Email}"));""")]
    [InlineData("""System.Diagnostics.Activity.Current!.SetTag("page", new Uri($"https://shop.example/{customer.Email}"));""")]
    [InlineData("""throw new InvalidOperationException($"no {new Uri($"https://shop.example/{customer.Email}")}");""")]
    public Task Leaves_to_others_what_they_speak_of(string statement) => Allows(Around(statement));

    private static string Around(string statement) =>
        $$"""
        using System.Net.Http;
        using System.Net.Http.Json;
        using Flurl;
        {{(statement.Contains("Hangfire", StringComparison.Ordinal) ? "using Hangfire;" : "")}}
        using RestSharp;
        using Microsoft.AspNetCore.WebUtilities;
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Caching.Memory;

        public class Customer
        {
            public int Id { get; set; }
            public string Email { get; set; } = "";
            public string Phone { get; set; } = "";
            public string IpAddress { get; set; } = "";
            public string EmailTemplate { get; set; } = "";
            public string FileName { get; set; } = "";
            public string HostName { get; set; } = "";
        }

        public record Buyer(int Id, string Email);

        class OrderCache { public void Keep(string key, int value) { } }

        class Other { public Task GetAsync(string requestUri) => Task.CompletedTask; }

        public class Loader
        {
            static string HashOf(string value) => value;

            static string Read() => Console.ReadLine()!;

            static string PageOf(Customer one) => $"customers/{one.Email}";

            public void Send(string to) { }

            public Task SendAsync(string to) => Task.CompletedTask;

            public void Greet(Customer customer) { }

            public void Greet(int id) { }

            public void Mail(int id, string email) { }

            async Task Load(
                Customer customer, Buyer buyer, object other, string address, string passport, string found, HttpClient http, IMemoryCache memory, IDistributedCache distributed, StackExchange.Redis.IDatabase redis,
                Azure.Storage.Blobs.BlobContainerClient blobs, Amazon.S3.IAmazonS3 s3, Confluent.Kafka.IProducer<string, string> kafka, RabbitMQ.Client.IChannel rabbit)
            {
                {{statement}}
                await Task.Yield();
            }
        }
        """;
}
