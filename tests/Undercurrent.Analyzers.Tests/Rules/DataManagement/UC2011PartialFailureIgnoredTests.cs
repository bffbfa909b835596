using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2011PartialFailureIgnoredTests : RuleTests<UC2011PartialFailureIgnored, UC2011PartialFailureIgnoredFix>
{
    /// <summary>Clients whose packages cannot be had everywhere.</summary>
    private static readonly Given Clients = new() { Sources = [("Clients.cs", File.ReadAllText(Path.Combine(House.House.Root, "tests", "Undercurrent.Analyzers.Declarations", "Batches.cs")))] };

    [Theory]
    [InlineData("Amazon.Kinesis.IAmazonKinesis client, Amazon.Kinesis.Model.PutRecordsRequest request", "client.PutRecordsAsync(request)")]
    [InlineData("Amazon.Kinesis.AmazonKinesisClient client, Amazon.Kinesis.Model.PutRecordsRequest request", "client.PutRecordsAsync(request: request)")]
    [InlineData("Amazon.KinesisFirehose.IAmazonKinesisFirehose client, Amazon.KinesisFirehose.Model.PutRecordBatchRequest request", "client.PutRecordBatchAsync(request)")]
    [InlineData("Amazon.SQS.IAmazonSQS client, Amazon.SQS.Model.SendMessageBatchRequest request", "client.SendMessageBatchAsync(request)")]
    [InlineData("Amazon.SQS.IAmazonSQS client, List<Amazon.SQS.Model.SendMessageBatchRequestEntry> entries", "client.SendMessageBatchAsync(\"orders\", entries)")]
    [InlineData("Amazon.SQS.IAmazonSQS client, Amazon.SQS.Model.DeleteMessageBatchRequest request", "client.DeleteMessageBatchAsync(request)")]
    [InlineData("Amazon.SQS.IAmazonSQS client, Amazon.SQS.Model.ChangeMessageVisibilityBatchRequest request", "client.ChangeMessageVisibilityBatchAsync(request)")]
    [InlineData("Amazon.SimpleNotificationService.IAmazonSimpleNotificationService client, Amazon.SimpleNotificationService.Model.PublishBatchRequest request", "client.PublishBatchAsync(request)")]
    [InlineData("Amazon.DynamoDBv2.IAmazonDynamoDB client, Amazon.DynamoDBv2.Model.BatchWriteItemRequest request", "client.BatchWriteItemAsync(request)")]
    [InlineData("Amazon.DynamoDBv2.AmazonDynamoDBClient client, Amazon.DynamoDBv2.Model.BatchWriteItemRequest request", "client.BatchWriteItemAsync(request)")]
    [InlineData("Amazon.DynamoDBv2.IAmazonDynamoDB client, Amazon.DynamoDBv2.Model.BatchExecuteStatementRequest request", "client.BatchExecuteStatementAsync(request)")]
    [InlineData("Amazon.EventBridge.IAmazonEventBridge client, Amazon.EventBridge.Model.PutEventsRequest request", "client.PutEventsAsync(request)")]
    [InlineData("Amazon.CloudWatchLogs.IAmazonCloudWatchLogs client, Amazon.CloudWatchLogs.Model.PutLogEventsRequest request", "client.PutLogEventsAsync(request)")]
    [InlineData("Microsoft.Azure.Cosmos.TransactionalBatch client", "client.ExecuteAsync()")]
    [InlineData("Microsoft.Azure.Cosmos.Container client, Order order", "client.CreateTransactionalBatch(new Microsoft.Azure.Cosmos.PartitionKey(order.Shop)).UpsertItem(order).ExecuteAsync()")]
    [InlineData("Azure.Search.Documents.SearchClient client, Order[] orders", "client.UploadDocumentsAsync(orders)")]
    [InlineData("Azure.Search.Documents.SearchClient client, Order[] orders", "client.MergeOrUploadDocumentsAsync(orders, new Azure.Search.Documents.IndexDocumentsOptions { ThrowOnAnyError = false })")]
    [InlineData("Elastic.Clients.Elasticsearch.ElasticsearchClient client, Elastic.Clients.Elasticsearch.BulkRequest request", "client.BulkAsync(request)")]
    [InlineData("Elasticsearch.Net.IElasticLowLevelClient client, Elasticsearch.Net.PostData lines", "client.BulkAsync<Elasticsearch.Net.StringResponse>(lines)")]
    [InlineData("OpenSearch.Client.IOpenSearchClient client", "client.BulkAsync(bulk => null!)")]
    [InlineData("Typesense.ITypesenseClient client, Order[] orders", "client.ImportDocuments(\"orders\", orders)")]
    [InlineData("FirebaseAdmin.Messaging.FirebaseMessaging client, FirebaseAdmin.Messaging.Message[] messages", "client.SendEachAsync(messages)")]
    public async Task Flags_a_batch_whose_result_is_dropped(string given, string call)
    {
        await Flags(Method(given, $"await [|{call}|];"), Clients);
        await Flags(Method(given, $"_ = await [|{call}|].ConfigureAwait(false);"), Clients);
        await Flags(Method(given, $"var response = await [|{call}|];"), Clients);
    }

    [Theory]
    [InlineData("Elastic.Clients.Elasticsearch.ElasticsearchClient client, Order[] orders", "client.IndexMany(orders)", "Errors")]
    [InlineData("Elastic.Clients.Elasticsearch.ElasticsearchClient client, Order[] orders", "Elastic.Clients.Elasticsearch.IndexManyExtensions.IndexMany(client, orders)", "ItemsWithErrors")]
    [InlineData("OpenSearch.Client.OpenSearchClient client, Order[] orders", "OpenSearch.Client.DeleteManyExtensions.DeleteMany(client, orders)", "IsValid")]
    [InlineData("Azure.Search.Documents.SearchClient client, Order[] orders", "client.DeleteDocuments(orders)", "Value.Results")]
    [InlineData("Amazon.SQS.AmazonSQSClient client, Amazon.SQS.Model.SendMessageBatchRequest request", "client.SendMessageBatch(request)", "Failed")]
    public async Task Flags_calls_without_a_task_too(string given, string call, string teller)
    {
        await Flags(Method(given, $"[|{call}|];"), Clients);
        await Allows(Method(given, $"Tell({call}.{teller});"), Clients);
    }

    [Theory]
    [InlineData("await [|client.PutRecordsAsync(request)|];")]
    [InlineData("var _ = await [|client.PutRecordsAsync(request)|];")]
    [InlineData("[|client.PutRecordsAsync(request)|].Wait();")]
    [InlineData("[|client.PutRecordsAsync(request)|].GetAwaiter().GetResult();")]
    [InlineData("var response = [|client.PutRecordsAsync(request)|].Result;")]
    [InlineData("_ = [|client.PutRecordsAsync(request)|];")]
    [InlineData("var response = await [|client.PutRecordsAsync(request)|]; Tell(response.HttpStatusCode);")]
    [InlineData("var response = await [|client.PutRecordsAsync(request)|]; Tell(response.ResponseMetadata.RequestId); Tell(response.Records.Count);")]
    [InlineData("var response = await [|client.PutRecordsAsync(request)|]; if (response == null) throw new InvalidOperationException();")]
    [InlineData("if (await [|client.PutRecordsAsync(request)|] is not null) Tell(1);")]
    [InlineData("if ((await [|client.PutRecordsAsync(request)|]).HttpStatusCode != System.Net.HttpStatusCode.OK) throw new InvalidOperationException();")]
    [InlineData("PutRecordsResponse response; response = await [|client.PutRecordsAsync(request)|];")]
    [InlineData("var task = [|client.PutRecordsAsync(request)|]; await task;")]
    [InlineData("Task task = [|client.PutRecordsAsync(request)|]; await task;")]
    [InlineData("await Task.WhenAll([|client.PutRecordsAsync(request)|], [|client.PutRecordsAsync(request)|]);")]
    [InlineData("var tasks = requests.Select(one => [|client.PutRecordsAsync(one)|]); await Task.WhenAll(tasks);")]
    [InlineData("await Task.WhenAll(requests.Select(async one => await [|client.PutRecordsAsync(one)|]).ToArray());")]
    [InlineData("var tasks = new List<Task>(); foreach (var one in requests) tasks.Add([|client.PutRecordsAsync(one)|]); await Task.WhenAll(tasks);")]
    [InlineData("var tasks = new List<Task<PutRecordsResponse>>(); foreach (var one in requests) tasks.Add([|client.PutRecordsAsync(one)|]); await Task.WhenAll(tasks);")]
    [InlineData("var all = await Task.WhenAll(requests.Select(one => [|client.PutRecordsAsync(one)|])); Tell(all.Length);")]
    [InlineData("var all = await Task.WhenAll(requests.Select(one => [|client.PutRecordsAsync(one)|])); Tell(all.Count(one => one.HttpStatusCode == System.Net.HttpStatusCode.OK));")]
    [InlineData("await Parallel.ForEachAsync(requests, async (one, stop) => await [|client.PutRecordsAsync(one, stop)|]);")]
    [InlineData("await Parallel.ForEachAsync(requests, async (one, stop) => { await [|client.PutRecordsAsync(one, stop)|]; });")]
    [InlineData("requests.ForEach(one => [|client.PutRecordsAsync(one)|].Wait());")]
    [InlineData("await Task.Run(() => [|client.PutRecordsAsync(request)|]);")]
    [InlineData("foreach (var one in requests) { try { await [|client.PutRecordsAsync(one)|]; } catch (Exception) { throw; } }")]
    [InlineData("await [|client.PutRecordsAsync(request)|].ContinueWith(done => Tell(done.IsFaulted));")]
    [InlineData("Func<Task> send = () => [|client.PutRecordsAsync(request)|]; await send();")]
    [InlineData("Func<Task<PutRecordsResponse>> send = () => [|client.PutRecordsAsync(request)|]; await send();")]
    [InlineData("await Polly.Policy.Handle<Exception>().RetryAsync(3).ExecuteAsync(() => [|client.PutRecordsAsync(request)|]);")]
    [InlineData("await new Polly.ResiliencePipelineBuilder().Build().ExecuteAsync(async stop => await [|client.PutRecordsAsync(request, stop)|]);")]
    public Task Flags_every_way_not_to_look(string statements) => Flags(Method(Kinesis, statements), Clients);

    [Theory]
    [InlineData("var response = await client.PutRecordsAsync(request); if (response.FailedRecordCount > 0) throw new InvalidOperationException();")]
    [InlineData("if ((await client.PutRecordsAsync(request)).FailedRecordCount is > 0) throw new InvalidOperationException();")]
    [InlineData("if (await client.PutRecordsAsync(request) is { FailedRecordCount: > 0 }) throw new InvalidOperationException();")]
    [InlineData("if (await client.PutRecordsAsync(request) is { } response && response.FailedRecordCount > 0) throw new InvalidOperationException();")]
    [InlineData("Tell((await client.PutRecordsAsync(request))?.FailedRecordCount);")]
    [InlineData("PutRecordsResponse response; do { response = await client.PutRecordsAsync(request); } while (response.FailedRecordCount > 0);")]
    [InlineData("PutRecordsResponse response; while ((response = await client.PutRecordsAsync(request)).FailedRecordCount > 0) { }")]
    [InlineData("var response = await client.PutRecordsAsync(request); foreach (var record in response.Records) if (record.ErrorCode != null) Tell(record.ErrorCode);")]
    [InlineData("var response = await client.PutRecordsAsync(request); Tell(response);")]
    [InlineData("Look(await client.PutRecordsAsync(request));")]
    [InlineData("(await client.PutRecordsAsync(request)).MustBeWhole();")]
    [InlineData("last = await client.PutRecordsAsync(request);")]
    [InlineData("var task = client.PutRecordsAsync(request); Tell(1); if ((await task).FailedRecordCount > 0) Tell(2);")]
    [InlineData("var all = await Task.WhenAll(requests.Select(one => client.PutRecordsAsync(one))); if (all.Any(one => one.FailedRecordCount > 0)) Tell(1);")]
    [InlineData("var all = await Task.WhenAll(requests.Select(one => client.PutRecordsAsync(one))); Tell(all.Sum(one => one.FailedRecordCount));")]
    [InlineData("var tasks = new List<Task<PutRecordsResponse>>(); foreach (var one in requests) tasks.Add(client.PutRecordsAsync(one)); foreach (var one in await Task.WhenAll(tasks)) Tell(one.FailedRecordCount);")]
    [InlineData("foreach (var task in requests.Select(one => client.PutRecordsAsync(one))) { var response = await task; Tell(response.FailedRecordCount); }")]
    [InlineData("await client.PutRecordsAsync(request).ContinueWith(done => Tell(done.Result.FailedRecordCount));")]
    [InlineData("Func<Task<PutRecordsResponse>> send = () => client.PutRecordsAsync(request); Tell((await send()).FailedRecordCount);")]
    [InlineData("var response = await Polly.Policy.Handle<Exception>().RetryAsync(3).ExecuteAsync(() => client.PutRecordsAsync(request)); Tell(response.FailedRecordCount);")]
    [InlineData("await Polly.Policy.HandleResult<PutRecordsResponse>(one => one.FailedRecordCount > 0).RetryAsync(3).ExecuteAsync(() => client.PutRecordsAsync(request));")]
    [InlineData("System.Linq.Expressions.Expression<Func<IAmazonKinesis, Task>> asked = one => one.PutRecordsAsync(request, default);")]
    [InlineData("await client.PutRecordAsync(new PutRecordRequest());")]
    public Task Allows_a_result_that_is_looked_at(string statements) => Allows(Method(Kinesis, statements), Clients);

    [Theory]
    [InlineData("var response = await client.BatchWriteItemAsync(request); request.RequestItems = response.UnprocessedItems;", false)]
    [InlineData("var response = await [|client.BatchWriteItemAsync(request)|]; Tell(response.ConsumedCapacity);", true)]
    [InlineData("var response = await client.BatchGetItemAsync(keys); Tell(response.Responses); keys.RequestItems = response.UnprocessedKeys;", false)]
    [InlineData("var response = await [|client.BatchGetItemAsync(keys)|]; foreach (var (table, rows) in response.Responses) Tell(rows);", true)]
    [InlineData("await client.TransactWriteItemsAsync(new TransactWriteItemsRequest());", false)]
    public Task Knows_the_unprocessed_of_tables(string statements, bool flagged)
    {
        var source = Method("IAmazonDynamoDB client, BatchWriteItemRequest request, BatchGetItemRequest keys", statements, "using Amazon.DynamoDBv2; using Amazon.DynamoDBv2.Model;");
        return flagged ? Flags(source, Clients) : Allows(source, Clients);
    }

    [Theory]
    [InlineData("var sent = await client.SendMessageBatchAsync(request); if (sent.Successful.Count != request.Entries.Count) throw new InvalidOperationException();", false)]
    [InlineData("var sent = await client.SendMessageBatchAsync(request); foreach (var one in sent.Successful) Tell(one.Id);", false)]
    [InlineData("var sent = await [|client.SendMessageBatchAsync(request)|]; Tell(sent.Successful.Count);", true)]
    [InlineData("var sent = await [|client.SendMessageBatchAsync(request)|]; Tell($\"sent {sent.Successful?.Count ?? 0}\");", true)]
    public Task Knows_a_comparison_from_a_count(string statements, bool flagged)
    {
        var source = Method("Amazon.SQS.IAmazonSQS client, Amazon.SQS.Model.SendMessageBatchRequest request", statements);
        return flagged ? Flags(source, Clients) : Allows(source, Clients);
    }

    [Theory]
    [InlineData("await client.UploadDocumentsAsync(orders, new IndexDocumentsOptions { ThrowOnAnyError = true });")]
    [InlineData("var options = new IndexDocumentsOptions { ThrowOnAnyError = true }; await client.UploadDocumentsAsync(orders, options);")]
    [InlineData("var options = new IndexDocumentsOptions(); options.ThrowOnAnyError = true; await client.UploadDocumentsAsync(orders, options: options);")]
    [InlineData("await client.UploadDocumentsAsync(orders, given);")]
    [InlineData("IndexDocumentsResult written = await client.UploadDocumentsAsync(orders); Tell(written.Results);")]
    [InlineData("var written = await client.UploadDocumentsAsync(orders); Tell(written.GetRawResponse().Status);")]
    public Task Allows_a_search_client_that_throws_or_is_asked(string statements) =>
        Allows(Method("SearchClient client, Order[] orders, IndexDocumentsOptions given", statements, "using Azure.Search.Documents; using Azure.Search.Documents.Models;"), Clients);

    [Theory]
    [InlineData("var done = await batch.ExecuteAsync(); if (!done.IsSuccessStatusCode) throw new InvalidOperationException(done.ErrorMessage);", false)]
    [InlineData("using var done = await batch.ExecuteAsync(); Tell(done.GetOperationResultAtIndex<Order>(0));", false)]
    [InlineData("using var done = await batch.ExecuteAsync(); Tell(done[0].StatusCode);", false)]
    [InlineData("using var done = await batch.ExecuteAsync(); foreach (var one in done) Tell(one.IsSuccessStatusCode);", false)]
    [InlineData("using var done = await [|batch.ExecuteAsync()|]; Tell(done.RequestCharge);", true)]
    [InlineData("using (await [|batch.ExecuteAsync()|]) { }", true)]
    public Task Knows_the_answer_of_a_transactional_batch(string statements, bool flagged)
    {
        var source = Method("Microsoft.Azure.Cosmos.TransactionalBatch batch", statements);
        return flagged ? Flags(source, Clients) : Allows(source, Clients);
    }

    [Fact]
    public Task Flags_a_task_that_is_returned_without_its_result() => Flags(Class(
        """
        public Task Send(PutRecordsRequest request) => [|client.PutRecordsAsync(request)|];

        public async Task SendLater(PutRecordsRequest request) => await [|client.PutRecordsAsync(request)|];

        public Task<PutRecordsResponse> SendAndTell(PutRecordsRequest request) => client.PutRecordsAsync(request);

        public async Task<int> Count(PutRecordsRequest request) => (await client.PutRecordsAsync(request)).FailedRecordCount ?? 0;
        """), Clients);

    [Fact]
    public Task Flags_whoever_drops_what_a_helper_hands_on() => Flags(Class(
        """
        private Task<PutRecordsResponse> Put(PutRecordsRequest request) => client.PutRecordsAsync(request);

        private async Task<PutRecordsResponse> PutAsync(PutRecordsRequest request)
        {
            var response = await client.PutRecordsAsync(request).ConfigureAwait(false);
            return response;
        }

        private async Task<PutRecordsResponse> PutWhole(PutRecordsRequest request)
        {
            var response = await client.PutRecordsAsync(request);
            if (response.FailedRecordCount > 0)
                throw new InvalidOperationException();

            return response;
        }

        public async Task Send(PutRecordsRequest request)
        {
            await [|Put(request)|];
            await [|PutAsync(request)|];
            await PutWhole(request);
            await [|Local()|];
            Console.WriteLine((await Put(request)).FailedRecordCount);

            Task<PutRecordsResponse> Local() => client.PutRecordsAsync(request);
        }
        """), Clients);

    [NewerCSharpFact]
    public Task Flags_a_client_of_a_primary_constructor() => Flags(
        """
        using Amazon.Kinesis; using Amazon.Kinesis.Model;

        class Stream(IAmazonKinesis client)
        {
            public async Task Send(PutRecordsRequest first, PutRecordsRequest second)
            {
                await [|client.PutRecordsAsync(first)|];
                Task<PutRecordsResponse>[] tasks = [client.PutRecordsAsync(first), client.PutRecordsAsync(second)];
                foreach (var task in tasks)
                    Console.WriteLine((await task).FailedRecordCount);

                await Task.WhenAll([[|client.PutRecordsAsync(first)|], [|client.PutRecordsAsync(second)|]]);
            }
        }
        """,
        Clients with { NewerCSharp = true });

    [Fact]
    public Task Flags_top_level_statements() => Flags(
        """
        using Amazon.Kinesis; using Amazon.Kinesis.Model;

        IAmazonKinesis client = new AmazonKinesisClient();
        await [|client.PutRecordsAsync(new PutRecordsRequest())|];
        """,
        Clients with { Exe = true });

    [Fact]
    public Task Flags_what_the_user_says_reports_item_by_item() => Flags(
        """
        namespace Acme;

        public record Answer(int Refused, int Took);

        public class Feed
        {
            public Task<Answer> PushAsync(string[] lines) => throw new NotSupportedException();
        }

        class Job
        {
            async Task Run(Feed feed, string[] lines)
            {
                await [|feed.PushAsync(lines)|];
                var answer = await feed.PushAsync(lines);
                if (answer.Refused > 0)
                    throw new InvalidOperationException();
            }
        }
        """,
        new() { AdditionalFiles = [("undercurrent.data-apis.txt", "Acme.Feed.PushAsync partial")] });

    [Fact]
    public Task Allows_a_call_of_the_same_name_elsewhere() => Allows(
        """
        namespace Mine;

        public interface IAmazonKinesis { Task<int> PutRecordsAsync(string[] lines); }

        class Stream
        {
            async Task Send(IAmazonKinesis client, string[] lines, Amazon.Kinesis.IAmazonKinesis other) => await client.PutRecordsAsync(lines);
        }
        """,
        Clients);

    [Fact]
    public async Task Says_nothing_of_what_is_sent()
    {
        var said = await Workshop.Run(Workshop.Open(Method("Amazon.SQS.IAmazonSQS client", "await client.SendMessageBatchAsync(\"https://quokka@queue.internal\", new());"), Clients), new UC2011PartialFailureIgnored());

        var one = Assert.Single(said);
        Assert.DoesNotContain("quokka", one.GetMessage(System.Globalization.CultureInfo.InvariantCulture) + string.Concat(one.Properties.Values), StringComparison.Ordinal);
    }

    [Fact]
    public Task Fixes_a_dropped_result() => Fixes(
        Class(
            """
            public async Task Send(PutRecordsRequest request)
            {
                // The orders of the day.
                await [|client.PutRecordsAsync(request)|]; // all at once
                Console.WriteLine("sent");
            }

            public async Task SendAgain(PutRecordsRequest request)
            {
                _ = await [|client.PutRecordsAsync(request)|].ConfigureAwait(false);
                var answer = await [|client.PutRecordsAsync(request)|];
                await [|client.PutRecordsAsync(request)|];
            }
            """),
        Class(
            """
            public async Task Send(PutRecordsRequest request)
            {
                // The orders of the day.
                var response = await client.PutRecordsAsync(request); // all at once
                if (response.FailedRecordCount > 0)
                    throw new InvalidOperationException($"PutRecordsAsync failed for {response.FailedRecordCount} of its items");
                Console.WriteLine("sent");
            }

            public async Task SendAgain(PutRecordsRequest request)
            {
                var response = await client.PutRecordsAsync(request).ConfigureAwait(false);
                if (response.FailedRecordCount > 0)
                    throw new InvalidOperationException($"PutRecordsAsync failed for {response.FailedRecordCount} of its items");
                var answer = await client.PutRecordsAsync(request);
                if (answer.FailedRecordCount > 0)
                    throw new InvalidOperationException($"PutRecordsAsync failed for {answer.FailedRecordCount} of its items");
                var response2 = await client.PutRecordsAsync(request);
                if (response2.FailedRecordCount > 0)
                    throw new InvalidOperationException($"PutRecordsAsync failed for {response2.FailedRecordCount} of its items");
            }
            """),
        Clients);

    [Fact]
    public Task Fixes_bodies_that_are_expressions_and_lone_statements() => Fixes(
        Class(
            """
            public async Task Send(PutRecordsRequest request) => await [|client.PutRecordsAsync(request)|];

            public async Task SendAll(PutRecordsRequest[] requests)
            {
                foreach (var request in requests)
                    await [|client.PutRecordsAsync(request)|];

                await Parallel.ForEachAsync(requests, async (one, stop) => await [|client.PutRecordsAsync(one, stop)|]);
            }
            """),
        Class(
            """
            public async Task Send(PutRecordsRequest request)
            {
                var response = await client.PutRecordsAsync(request);
                if (response.FailedRecordCount > 0)
                    throw new InvalidOperationException($"PutRecordsAsync failed for {response.FailedRecordCount} of its items");
            }

            public async Task SendAll(PutRecordsRequest[] requests)
            {
                foreach (var request in requests)
                {
                    var response = await client.PutRecordsAsync(request);
                    if (response.FailedRecordCount > 0)
                        throw new InvalidOperationException($"PutRecordsAsync failed for {response.FailedRecordCount} of its items");
                }

                await Parallel.ForEachAsync(requests, async (one, stop) =>
                {
                    var response2 = await client.PutRecordsAsync(one, stop);
                    if (response2.FailedRecordCount > 0)
                        throw new InvalidOperationException($"PutRecordsAsync failed for {response2.FailedRecordCount} of its items");
                });
            }
            """),
        Clients);

    [Theory]
    [InlineData("Amazon.SQS.IAmazonSQS client, Amazon.SQS.Model.SendMessageBatchRequest request", "client.SendMessageBatchAsync(request)", "response.Failed?.Count > 0", "$\"SendMessageBatchAsync failed for {response.Failed.Count} of its items\"")]
    [InlineData("Amazon.DynamoDBv2.IAmazonDynamoDB client, Amazon.DynamoDBv2.Model.BatchWriteItemRequest request", "client.BatchWriteItemAsync(request)", "response.UnprocessedItems?.Count > 0", "\"BatchWriteItemAsync failed for some of its items\"")]
    [InlineData("Amazon.DynamoDBv2.IAmazonDynamoDB client, Amazon.DynamoDBv2.Model.BatchExecuteStatementRequest request", "client.BatchExecuteStatementAsync(request)", "response.Responses?.Exists(one => one.Error != null) == true", "\"BatchExecuteStatementAsync failed for some of its items\"")]
    [InlineData("Amazon.CloudWatchLogs.IAmazonCloudWatchLogs client, Amazon.CloudWatchLogs.Model.PutLogEventsRequest request", "client.PutLogEventsAsync(request)", "response.RejectedLogEventsInfo != null", "\"PutLogEventsAsync failed for some of its items\"")]
    [InlineData("Microsoft.Azure.Cosmos.TransactionalBatch batch", "batch.ExecuteAsync()", "!response.IsSuccessStatusCode", "\"ExecuteAsync failed for some of its items\"")]
    [InlineData("Elastic.Clients.Elasticsearch.ElasticsearchClient client, Elastic.Clients.Elasticsearch.BulkRequest request", "client.BulkAsync(request)", "response.Errors", "\"BulkAsync failed for some of its items\"")]
    [InlineData("Typesense.ITypesenseClient client, Order[] orders", "client.ImportDocuments(\"orders\", orders)", "response.Exists(one => !one.Success)", "\"ImportDocuments failed for some of its items\"")]
    public Task Fixes_in_the_words_of_each_client(string given, string call, string condition, string message) => Fixes(
        Method(given, $"await [|{call}|];"),
        Method(given, $"var response = await {call};\n        if ({condition})\n            throw new InvalidOperationException({message});"),
        Clients);

    [Fact]
    public Task Fixes_clients_of_the_third_version_of_the_kit() => Fixes(
        Table("await [|client.BatchWriteItemAsync(request)|];"),
        Table("var response = await client.BatchWriteItemAsync(request);\n        if (response.UnprocessedItems?.Count > 0)\n            throw new InvalidOperationException(\"BatchWriteItemAsync failed for some of its items\");"),
        new() { OtherMajors = true });

    [Fact]
    public Task Fixes_a_search_client_by_having_it_throw() => Fixes(
        Method("Azure.Search.Documents.SearchClient client, Order[] orders", "await [|client.UploadDocumentsAsync(orders)|];"),
        Method("Azure.Search.Documents.SearchClient client, Order[] orders", "await client.UploadDocumentsAsync(orders, options: new Azure.Search.Documents.IndexDocumentsOptions { ThrowOnAnyError = true });"),
        Clients with { FixKey = "UC2011.throw" });

    [Fact]
    public Task Fixes_top_level_statements_and_brings_in_what_it_throws() => Fixes(
        """
        using Amazon.Kinesis;

        IAmazonKinesis client = new AmazonKinesisClient();
        await [|client.PutRecordsAsync(new())|];
        """,
        """
        using Amazon.Kinesis;

        IAmazonKinesis client = new AmazonKinesisClient();
        var response = await client.PutRecordsAsync(new());
        if (response.FailedRecordCount > 0)
            throw new InvalidOperationException($"PutRecordsAsync failed for {response.FailedRecordCount} of its items");
        """,
        Clients with { Exe = true });

    [Theory]
    [InlineData("await Task.WhenAll(requests.Select(one => [|client.PutRecordsAsync(one)|]));")]
    [InlineData("_ = [|client.PutRecordsAsync(request)|];")]
    public Task Offers_no_fix_where_the_result_is_not_at_hand(string statements) => OffersNoFix(Method(Kinesis, statements), Clients);

    private const string Kinesis = "Amazon.Kinesis.IAmazonKinesis client, PutRecordsRequest request, List<PutRecordsRequest> requests";

    private static string Method(string given, string statements, string usings = "") =>
        $$"""
        {{usings}}
        using Amazon.Kinesis;
        using Elastic.Clients.Elasticsearch;
        using Polly;
        using PutRecordRequest = Amazon.Kinesis.Model.PutRecordRequest;
        using PutRecordsRequest = Amazon.Kinesis.Model.PutRecordsRequest;
        using PutRecordsResponse = Amazon.Kinesis.Model.PutRecordsResponse;

        public class Order { public string Shop { get; set; } = ""; }

        static class Checks { public static PutRecordsResponse MustBeWhole(this PutRecordsResponse response) => response; }

        class Loader
        {
            PutRecordsResponse? last;

            async Task Load({{given}})
            {
                {{statements}}
            }

            void Look(PutRecordsResponse response) => last = response;

            static void Tell(object? what) => Console.WriteLine(what);
        }
        """;

    private static string Table(string statement) =>
        $$"""
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.Model;

        class Loader
        {
            async Task Load(IAmazonDynamoDB client, BatchWriteItemRequest request)
            {
                {{statement}}
            }
        }
        """;

    private static string Class(string members) =>
        $$"""
        using Amazon.Kinesis;
        using Amazon.Kinesis.Model;

        class Stream
        {
            readonly IAmazonKinesis client = new AmazonKinesisClient();

        {{string.Join('\n', members.Split('\n').Select(line => line.Length == 0 ? line : "    " + line))}}
        }
        """;
}
