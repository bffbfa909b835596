using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2012FirstPageOnlyTests : RuleTests<UC2012FirstPageOnly, UC2012FirstPageOnlyFix>
{
    [Theory]
    [InlineData("var page = await [|s3.ListObjectsV2Async(request)|]; foreach (var one in page.S3Objects) Use(one.Key);")]
    [InlineData("var page = await [|s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = \"orders\", Prefix = \"in/\" })|].ConfigureAwait(false); Use(page.S3Objects.Select(one => one.Key).ToList());")]
    [InlineData("foreach (var one in (await [|s3.ListObjectsV2Async(request)|]).S3Objects) Use(one.Key);")]
    [InlineData("var task = [|s3.ListObjectsV2Async(request)|]; var page = await task; Use(page.S3Objects.Count);")]
    [InlineData("foreach (var one in [|s3.ListObjectsV2Async(request)|].Result.S3Objects) Use(one);")]
    [InlineData("var page = await [|s3.ListObjectsAsync(\"orders\", \"in/\")|]; Use(page.S3Objects.Sum(one => one.Size ?? 0));")]
    [InlineData("var page = await [|s3.ListVersionsAsync(\"orders\")|]; foreach (var one in page.Versions) Use(one);")]
    [InlineData("var page = await [|s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = \"orders\", MaxKeys = 1000 })|]; var found = page.S3Objects; foreach (var one in found) Use(one);")]
    [InlineData("var page = await [|dynamo.QueryAsync(new QueryRequest { TableName = \"orders\" })|]; foreach (var one in page.Items) Use(one[\"id\"].S);")]
    [InlineData("var page = await [|dynamo.ScanAsync(new ScanRequest(\"orders\"))|]; Use(page.Items.ConvertAll(one => one[\"id\"].S));")]
    [InlineData("var page = await [|dynamo.ScanAsync(new ScanRequest { TableName = \"orders\", Limit = 500 })|]; all.AddRange(page.Items.Select(one => one[\"id\"].S));")]
    [InlineData("var tables = await [|dynamo.ListTablesAsync()|]; foreach (var one in tables.TableNames) Use(one);")]
    [InlineData("foreach (var bucket in all) { var page = await [|s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket })|]; foreach (var one in page.S3Objects) Use(one); }")]
    [InlineData("var pages = all.Select(async bucket => (await [|s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket })|]).S3Objects.Select(one => one.Key).ToList());")]
    public Task Flags_one_page_of_Amazon(string statements) => Flags(Amazon(statements));

    [Theory]
    [InlineData("ListObjectsV2Response page; do { page = await s3.ListObjectsV2Async(request); foreach (var one in page.S3Objects) Use(one); request.ContinuationToken = page.NextContinuationToken; } while (page.IsTruncated == true);")]
    [InlineData("var page = await s3.ListObjectsV2Async(request); if (page.IsTruncated == true) throw new InvalidOperationException(); foreach (var one in page.S3Objects) Use(one);")]
    [InlineData("await foreach (var one in s3.Paginators.ListObjectsV2(request).S3Objects) Use(one);")]
    [InlineData("await foreach (var page in s3.Paginators.ListObjectsV2(request).Responses) Use(page.S3Objects.Count);")]
    [InlineData("var page = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = \"orders\", MaxKeys = 1 }); Use(page.S3Objects.Count);")]
    [InlineData("request.MaxKeys = 1; var page = await s3.ListObjectsV2Async(request); foreach (var one in page.S3Objects) Use(one);")]
    [InlineData("var page = await s3.ListObjectsV2Async(request); Use(page.S3Objects.Any());")]
    [InlineData("var page = await s3.ListObjectsV2Async(request); Use(page.S3Objects.FirstOrDefault(one => one.Key == \"in/last\")!);")]
    [InlineData("var page = await s3.ListObjectsV2Async(request); Use(page.S3Objects.Where(one => one.Size > 0).First());")]
    [InlineData("var page = await s3.ListObjectsV2Async(request); if (page.S3Objects.Count > 0) Use(page.S3Objects[0]);")]
    [InlineData("var page = await s3.ListObjectsV2Async(request); Use(page.KeyCount == 0);")]
    [InlineData("var page = await s3.ListObjectsV2Async(request); Keep(page);")]
    [InlineData("last = await s3.ListObjectsV2Async(request); foreach (var one in last.S3Objects) Use(one);")]
    [InlineData("await s3.ListObjectsV2Async(request);")]
    [InlineData("var buckets = await s3.ListBucketsAsync(); foreach (var one in buckets.Buckets) Use(one);")]
    [InlineData("Dictionary<string, AttributeValue>? key = null; do { var page = await dynamo.ScanAsync(new ScanRequest { TableName = \"orders\", ExclusiveStartKey = key }); foreach (var one in page.Items) Use(one); key = page.LastEvaluatedKey; } while (key is { Count: > 0 });")]
    [InlineData("var page = await dynamo.QueryAsync(new QueryRequest { TableName = \"orders\", Limit = 1 }); foreach (var one in page.Items) Use(one);")]
    [InlineData("var page = await dynamo.QueryAsync(new QueryRequest { TableName = \"orders\" }); if (page is { Items.Count: 0 }) return; Use(page.Items.Single());")]
    [InlineData("var page = await dynamo.QueryAsync(new QueryRequest { TableName = \"orders\" }); Use((page.Items, page.LastEvaluatedKey));")]
    [InlineData("var one = await s3.GetObjectAsync(\"orders\", \"in/1\"); Use(one.Metadata.Keys);")]
    public Task Allows_all_pages_or_one_item_of_Amazon(string statements) => Allows(Amazon(statements));

    [Theory]
    [InlineData("var iterator = orders.GetItemQueryIterator<Order>(\"SELECT * FROM c\"); var page = await [|iterator.ReadNextAsync()|]; foreach (var one in page) Use(one);")]
    [InlineData("using var iterator = orders.GetItemQueryIterator<Order>(\"SELECT * FROM c\"); return (await [|iterator.ReadNextAsync()|]).ToList();")]
    [InlineData("using var iterator = orders.GetItemQueryIterator<Order>(\"SELECT * FROM c\"); if (iterator.HasMoreResults) { var page = await [|iterator.ReadNextAsync()|]; all.AddRange(page); }")]
    [InlineData("using var iterator = orders.GetItemQueryIterator<Order>(\"SELECT * FROM c\"); var page = await [|iterator.ReadNextAsync()|]; all.AddRange(page.Resource);")]
    [InlineData("var page = await [|orders.GetItemQueryIterator<Order>(\"SELECT * FROM c\").ReadNextAsync()|]; Use(page.Select(one => one.Id));")]
    [InlineData("var page = await [|orders.GetItemLinqQueryable<Order>().Where(one => one.Id != \"\").ToFeedIterator().ReadNextAsync()|]; Use(page.Count);")]
    public Task Flags_one_page_of_Cosmos(string statements) => Flags(Cosmos(statements));

    [Theory]
    [InlineData("using var iterator = orders.GetItemQueryIterator<Order>(\"SELECT * FROM c\"); while (iterator.HasMoreResults) { foreach (var one in await iterator.ReadNextAsync()) Use(one); }")]
    [InlineData("using var iterator = orders.GetItemQueryIterator<Order>(\"SELECT * FROM c\"); do { all.AddRange(await iterator.ReadNextAsync()); } while (iterator.HasMoreResults);")]
    [InlineData("using var iterator = orders.GetItemQueryIterator<int>(\"SELECT VALUE COUNT(1) FROM c\"); Use((await iterator.ReadNextAsync()).First());")]
    [InlineData("using var iterator = orders.GetItemQueryIterator<Order>(\"SELECT * FROM c\"); var page = await iterator.ReadNextAsync(); Use(page.FirstOrDefault());")]
    [InlineData("using var iterator = orders.GetItemQueryIterator<Order>(\"SELECT * FROM c\"); var page = await iterator.ReadNextAsync(); Use((page.ToList(), page.ContinuationToken));")]
    [InlineData("using var iterator = orders.GetItemQueryIterator<Order>(\"SELECT * FROM c\"); Keep(await iterator.ReadNextAsync());")]
    [InlineData("var one = await orders.ReadItemAsync<Order>(\"1\", new PartitionKey(\"1\")); Use(one.Resource);")]
    public Task Allows_all_pages_or_one_item_of_Cosmos(string statements) => Allows(Cosmos(statements));

    [Theory]
    [InlineData("var page = await [|http.GetFromJsonAsync<LinkedPage>(\"orders\")|]; foreach (var one in page!.Items) Use(one);")]
    [InlineData("var page = (await [|http.GetFromJsonAsync<LinkedPage>(\"orders\")|])!; return page.Items;")]
    [InlineData("var page = await [|http.GetFromJsonAsync<LinkedPage>(\"orders\")|]; return page?.Items.ToList() ?? new();")]
    [InlineData("using var response = await http.GetAsync(\"orders\"); var page = await [|response.Content.ReadFromJsonAsync<CursorPage<Order>>()|]; all.AddRange(page!.Data);")]
    [InlineData("var page = [|System.Text.Json.JsonSerializer.Deserialize<LinkedPage>(await http.GetStringAsync(\"orders\"))|]!; foreach (var one in page.Items) Use(one);")]
    [InlineData("var page = [|System.Text.Json.JsonSerializer.Deserialize<NestedPage>(await http.GetStringAsync(\"orders\"))|]!; foreach (var one in page.Results) Use(one);")]
    [InlineData("var page = await [|FetchAsync(\"orders\")|]; foreach (var one in page.Items) Use(one);")]
    [InlineData("var page = await [|http.GetFromJsonAsync<ODataPage>(\"orders\")|]; foreach (var one in page!.Value) Use(one);")]
    public Task Flags_one_page_of_a_service(string statements) => Flags(Service(statements));

    [Theory]
    [InlineData("var next = (string?)\"orders\"; while (next is not null) { var page = await http.GetFromJsonAsync<LinkedPage>(next); foreach (var one in page!.Items) Use(one); next = page.NextLink; }")]
    [InlineData("for (var number = 1; ; number++) { var page = await http.GetFromJsonAsync<LinkedPage>(\"orders?page=\" + number); if (page!.Items.Count == 0) break; all.AddRange(page.Items); }")]
    [InlineData("var page = await http.GetFromJsonAsync<LinkedPage>(\"orders\"); Use(page);")]
    [InlineData("var page = await http.GetFromJsonAsync<LinkedPage>(\"orders\"); Use(page!.Items.First());")]
    [InlineData("var page = await http.GetFromJsonAsync<LinkedPage>(\"orders\"); if (page!.NextLink != null) throw new InvalidOperationException(); all.AddRange(page.Items);")]
    [InlineData("var page = await http.GetFromJsonAsync<CursorPage<Order>>(\"orders\"); Use((page!.Data, page.NextCursor));")]
    [InlineData("var page = await http.GetFromJsonAsync<NestedPage>(\"orders\"); Use(page!.Results); if (page.Paging.Next is not null) throw new InvalidOperationException();")]
    [InlineData("var page = await http.GetFromJsonAsync<LinkedPage>(\"orders\"); if (page is { NextLink: not null }) throw new InvalidOperationException(); all.AddRange(page!.Items);")]
    [InlineData("var whole = await http.GetFromJsonAsync<Whole>(\"orders\"); foreach (var one in whole!.Items) Use(one);")]
    [InlineData("var page = new LinkedPage(); foreach (var one in page.Items) Use(one);")]
    [InlineData("var page = await FetchAsync(\"orders\"); Use(page.NextLink); all.AddRange(page.Items);")]
    public Task Allows_all_pages_of_a_service(string statements) => Allows(Service(statements));

    [Fact]
    public Task Allows_a_method_that_is_asked_for_one_page() => Allows(
        """
        using System.Net.Http.Json;

        class LinkedPage { public List<string> Items { get; set; } = new(); public string? NextLink { get; set; } }

        class Orders
        {
            readonly HttpClient http = null!;

            async Task<List<string>> PageAsync(int page) => (await http.GetFromJsonAsync<LinkedPage>("orders?page=" + page))!.Items;
        }
        """);

    [Theory]
    [InlineData("var found = [|client.Search<Order>(s => s.Query(q => q.MatchAll()).Size(10000))|]; foreach (var one in found.Documents) Use(one);")]
    [InlineData("var found = await [|client.SearchAsync<Order>(s => s.Query(q => q.Term(\"country\", \"DE\")))|]; foreach (var one in found.Documents) Use(one);")]
    [InlineData("var found = await [|client.SearchAsync<Order>(s => s.MatchAll().Size(5000))|]; Use(found.Hits.Select(one => one.Source).ToList());")]
    [InlineData("var found = await [|client.SearchAsync<Order>(new SearchRequest<Order> { Size = 10000 })|]; foreach (var one in found.Documents) Use(one);")]
    public Task Flags_a_search_that_is_meant_to_find_all(string statements) => Flags(Search(statements), Declared);

    [Theory]
    [InlineData("var found = await client.SearchAsync<Order>(s => s.MatchAll().Size(1000).Scroll(\"1m\")); foreach (var one in found.Documents) Use(one);")]
    [InlineData("var found = await client.SearchAsync<Order>(s => s.MatchAll().Size(1000).SearchAfter(last)); foreach (var one in found.Documents) Use(one);")]
    [InlineData("var found = await client.SearchAsync<Order>(s => s.Query(q => q.Term(\"country\", \"DE\")).Size(25)); foreach (var one in found.Documents) Use(one);")]
    [InlineData("var found = await client.SearchAsync<Order>(s => s.Query(q => q.Term(\"id\", \"1\"))); Use(found.Documents.FirstOrDefault());")]
    [InlineData("var found = await client.SearchAsync<Order>(s => s.From(20).Size(10000)); foreach (var one in found.Documents) Use(one);")]
    public Task Allows_a_search_that_goes_on_or_wants_the_best(string statements) => Allows(Search(statements), Declared);

    [Theory]
    [InlineData("var page = blobs.AsPages().[|First()|]; foreach (var one in page.Values) Use(one);")]
    public Task Flags_one_page_of_Azure(string statements) => Flags(Azure(statements.Replace("blobs.AsPages().[|First()|]", "[|blobs.AsPages().First()|]")));

    [Theory]
    [InlineData("foreach (var page in blobs.AsPages()) foreach (var one in page.Values) Use(one);")]
    [InlineData("foreach (var one in blobs) Use(one);")]
    [InlineData("var page = blobs.AsPages().First(); Use((page.Values, page.ContinuationToken));")]
    public Task Allows_all_pages_of_Azure(string statements) => Allows(Azure(statements));

    [Theory]
    [InlineData("var page = await [|sqs.ListQueuesAsync(new ListQueuesRequest { QueueNamePrefix = \"orders\" })|]; foreach (var one in page.QueueUrls) Use(one);")]
    [InlineData("var customers = await [|stripe.ListAsync(new Stripe.ListOptions { Limit = 100 })|]; foreach (var one in customers.Data) Use(one);")]
    [InlineData("var customers = await [|stripe.ListAsync(new Stripe.ListOptions { Limit = 100 })|]; foreach (var one in customers) Use(one);")]
    [InlineData("var users = await [|graph.GetAsync()|]; foreach (var one in users!.Value!) Use(one);")]
    [InlineData("var pods = await [|pod.ListNamespacedPodAsync(\"orders\", limit: 100)|]; foreach (var one in pods.Items) Use(one);")]
    [InlineData("Use(await github.GetAllAsync(\"orders\", [|new Octokit.ApiOptions { PageSize = 100, PageCount = 1 }|]));")]
    public Task Flags_one_page_of_others(string statements) => Flags(Others(statements), Services);

    [Theory]
    [InlineData("string? next = null; do { var page = await sqs.ListQueuesAsync(new ListQueuesRequest { NextToken = next }); foreach (var one in page.QueueUrls) Use(one); next = page.NextToken; } while (next != null);")]
    [InlineData("await foreach (var one in stripe.ListAutoPagingAsync(new Stripe.ListOptions { Limit = 100 })) Use(one);")]
    [InlineData("var customers = await stripe.ListAsync(new Stripe.ListOptions { Limit = 1 }); foreach (var one in customers.Data) Use(one);")]
    [InlineData("var users = await graph.GetAsync(); var pages = Microsoft.Graph.PageIterator.CreatePageIterator(users!, one => { Use(one); return true; });")]
    [InlineData("var users = await graph.GetAsync(one => one.Top = 1); foreach (var one in users!.Value!) Use(one);")]
    [InlineData("var pods = await pod.ListNamespacedPodAsync(\"orders\"); foreach (var one in pods.Items) Use(one);")]
    [InlineData("Use(await github.GetAllAsync(\"orders\", new Octokit.ApiOptions { PageSize = 100 }));")]
    [InlineData("Use(await github.GetAllAsync(\"orders\", new Octokit.ApiOptions { PageSize = 1, PageCount = 1 }));")]
    public Task Allows_all_pages_of_others(string statements) => Allows(Others(statements), Services);

    [Fact]
    public Task Fixes_by_the_paginator() => Fixes(
        Amazon("""
            // What came in.
                    var page = await [|s3.ListObjectsV2Async(request)|]; // one by one
                    foreach (var one in page.S3Objects)
                        Use(one.Key);
            """),
        Amazon("""
            // What came in.
                    var s3Objects = new List<S3Object>();
                    await foreach (var one in s3.Paginators.ListObjectsV2(request).S3Objects)
                        s3Objects.Add(one); // one by one
                    foreach (var one in s3Objects)
                        Use(one.Key);
            """));

    [Fact]
    public Task Fixes_by_a_loop() => Fixes(
        Cosmos("""
            using var iterator = orders.GetItemQueryIterator<Order>("SELECT * FROM c");
                    var page = await [|iterator.ReadNextAsync()|];
                    foreach (var one in page)
                        Use(one);
                    Use(page.Resource.ToList());
            """),
        Cosmos("""
            using var iterator = orders.GetItemQueryIterator<Order>("SELECT * FROM c");
                    var page = new List<Order>();
                    while (iterator.HasMoreResults)
                        page.AddRange(await iterator.ReadNextAsync());
                    foreach (var one in page)
                        Use(one);
                    Use(page.ToList());
            """));

    [Theory]
    [InlineData("foreach (var one in (await [|s3.ListObjectsV2Async(request)|]).S3Objects) Use(one.Key);")]
    [InlineData("var page = await [|s3.ListObjectsV2Async(request)|]; Use(page.Prefix); foreach (var one in page.S3Objects) Use(one.Key);")]
    public Task Offers_no_fix_where_more_than_the_items_is_used(string statements) => OffersNoFix(Amazon(statements));

    private static string Amazon(string statements) =>
        $$"""
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.Model;
        using Amazon.S3;
        using Amazon.S3.Model;

        class Orders
        {
            readonly IAmazonS3 s3 = null!;
            readonly AmazonDynamoDBClient dynamo = null!;
            ListObjectsV2Response? last;

            async Task ReadAsync(ListObjectsV2Request request, List<string> all)
            {
                {{statements}}
                await Task.Yield();
            }

            static void Use(object? one) { }

            static void Keep(object? one) { }
        }
        """;

    private static string Cosmos(string statements) =>
        $$"""
        using Microsoft.Azure.Cosmos;
        using Microsoft.Azure.Cosmos.Linq;

        record Order(string Id);

        class Orders
        {
            readonly Container orders = null!;

            async Task<List<Order>> ReadAsync(List<Order> all)
            {
                {{statements}}
                return await Task.FromResult(all);
            }

            static void Use(object? one) { }

            static void Keep(object? one) { }
        }
        """;

    private static string Service(string statements) =>
        $$"""
        using System.Net.Http.Json;
        using System.Text.Json.Serialization;

        record Order(string Id);

        class LinkedPage { public List<Order> Items { get; set; } = new(); public string? NextLink { get; set; } }

        record CursorPage<T>(List<T> Data, [property: JsonPropertyName("next_cursor")] string? NextCursor);

        class Paging { public string? Next { get; set; } }

        class NestedPage { public Order[] Results { get; set; } = null!; public Paging Paging { get; set; } = null!; }

        class ODataPage { public List<Order> Value { get; set; } = new(); [JsonPropertyName("@odata.nextLink")] public string? Next { get; set; } }

        class Whole { public List<Order> Items { get; set; } = new(); public int Count { get; set; } }

        class Orders
        {
            readonly HttpClient http = null!;

            async Task<List<Order>> ReadAsync(List<Order> all)
            {
                {{statements}}
                return await Task.FromResult(all);
            }

            async Task<LinkedPage> FetchAsync(string path) => (await http.GetFromJsonAsync<LinkedPage>(path))!;

            static void Use(object? one) { }
        }
        """;

    private static string Search(string statements) =>
        $$"""
        using OpenSearch.Client;

        record Order(string Id);

        class Orders
        {
            readonly IOpenSearchClient client = null!;
            readonly object last = null!;

            async Task ReadAsync()
            {
                {{statements}}
                await Task.Yield();
            }

            static void Use(object? one) { }
        }
        """;

    private static string Others(string statements) =>
        $$"""
        using Amazon.SQS;
        using Amazon.SQS.Model;

        class Orders
        {
            readonly IAmazonSQS sqs = null!;
            readonly Stripe.CustomerService stripe = null!;
            readonly Microsoft.Graph.UsersRequestBuilder graph = null!;
            readonly k8s.ICoreV1Operations pod = null!;
            readonly Octokit.IIssuesClient github = null!;

            async Task ReadAsync()
            {
                {{statements}}
                await Task.Yield();
            }

            static void Use(object? one) { }
        }
        """;

    private static string Azure(string statements) =>
        $$"""
        class Orders
        {
            readonly Azure.Pageable<Azure.Storage.Blobs.Models.BlobItem> blobs = null!;

            void Read()
            {
                {{statements}}
            }

            static void Use(object? one) { }
        }
        """;

    /// <summary>The client of OpenSearch, in its own shape, which is that of NEST too.</summary>
    private static readonly Given Declared = new()
    {
        Sources =
        [
            ("Client.cs", """
                namespace OpenSearch.Client
                {
                    public interface IHit<out T> { T Source { get; } }
                    public interface ISearchResponse<out T> { IReadOnlyCollection<T> Documents { get; } IReadOnlyCollection<IHit<T>> Hits { get; } string ScrollId { get; } long Total { get; } }
                    public class QueryContainerDescriptor<T> { public object MatchAll() => this; public object Term(string field, object value) => this; }
                    public class SearchRequest<T> { public int? Size { get; set; } public int? From { get; set; } }
                    public class SearchDescriptor<T>
                    {
                        public SearchDescriptor<T> MatchAll() => this;
                        public SearchDescriptor<T> Query(Func<QueryContainerDescriptor<T>, object> query) => this;
                        public SearchDescriptor<T> Size(int? size) => this;
                        public SearchDescriptor<T> From(int? from) => this;
                        public SearchDescriptor<T> Scroll(string time) => this;
                        public SearchDescriptor<T> SearchAfter(params object[] last) => this;
                    }

                    public interface IOpenSearchClient
                    {
                        ISearchResponse<T> Search<T>(Func<SearchDescriptor<T>, object> selector);
                        Task<ISearchResponse<T>> SearchAsync<T>(Func<SearchDescriptor<T>, object> selector);
                        Task<ISearchResponse<T>> SearchAsync<T>(SearchRequest<T> request);
                    }
                }
                """),
        ],
    };

    /// <summary>Clients of other services, in their own shapes.</summary>
    private static readonly Given Services = new()
    {
        Sources =
        [
            ("Services.cs", """
                namespace Amazon.SQS.Model
                {
                    public class ListQueuesRequest { public string? QueueNamePrefix { get; set; } public string? NextToken { get; set; } public int? MaxResults { get; set; } }
                    public class ListQueuesResponse { public List<string> QueueUrls { get; set; } = new(); public string? NextToken { get; set; } }
                }

                namespace Amazon.SQS
                {
                    public interface IAmazonSQS { Task<Model.ListQueuesResponse> ListQueuesAsync(Model.ListQueuesRequest request, CancellationToken cancellationToken = default); }
                }

                namespace Stripe
                {
                    public class ListOptions { public long? Limit { get; set; } public string? StartingAfter { get; set; } }
                    public class Customer { public string Id { get; set; } = ""; }
                    public class StripeList<T> : IEnumerable<T>
                    {
                        public List<T> Data { get; set; } = new();
                        public bool HasMore { get; set; }
                        public IEnumerator<T> GetEnumerator() => Data.GetEnumerator();
                        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
                    }

                    public class CustomerService
                    {
                        public Task<StripeList<Customer>> ListAsync(ListOptions options) => null!;
                        public IAsyncEnumerable<Customer> ListAutoPagingAsync(ListOptions options) => null!;
                    }
                }

                namespace Microsoft.Graph
                {
                    public class User { public string? Id { get; set; } }
                    public class QueryParameters { public int? Top { get; set; } }
                    public class BaseCollectionPaginationCountResponse { public string? OdataNextLink { get; set; } public long? OdataCount { get; set; } }
                    public class UserCollectionResponse : BaseCollectionPaginationCountResponse { public List<User>? Value { get; set; } }
                    public class UsersRequestBuilder { public Task<UserCollectionResponse?> GetAsync(Action<QueryParameters>? configure = null) => null!; }
                    public static class PageIterator { public static object CreatePageIterator(UserCollectionResponse page, Func<User, bool> callback) => page; }
                }

                namespace k8s
                {
                    public class V1ListMeta { public string? ContinueProperty { get; set; } }
                    public class V1Pod { }
                    public class V1PodList { public V1ListMeta Metadata { get; set; } = new(); public IList<V1Pod> Items { get; set; } = new List<V1Pod>(); }
                    public interface ICoreV1Operations { Task<V1PodList> ListNamespacedPodAsync(string namespaceParameter, string? continueParameter = null, int? limit = null); }
                }

                namespace Octokit
                {
                    public class ApiOptions { public int? StartPage { get; set; } public int? PageCount { get; set; } public int? PageSize { get; set; } }
                    public class Issue { }
                    public interface IIssuesClient { Task<IReadOnlyList<Issue>> GetAllAsync(string repository, ApiOptions options); }
                }
                """),
        ],
    };
}
