using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2021UncheckedResponseTests : RuleTests<UC2021UncheckedResponse, UC2021UncheckedResponseFix>
{
    [Theory]
    [InlineData("var response = await http.GetAsync(url); return await response.[|Content|].ReadAsStringAsync();")]
    [InlineData("using var response = await http.GetAsync(url); return await response.[|Content|].ReadAsStringAsync();")]
    [InlineData("using (var response = await http.GetAsync(url)) { return await response.[|Content|].ReadAsStringAsync(); }")]
    [InlineData("HttpResponseMessage response; response = await http.GetAsync(url).ConfigureAwait(false); return await response.[|Content|].ReadAsStringAsync();")]
    [InlineData("return await (await http.GetAsync(url)).[|Content|].ReadAsStringAsync();")]
    [InlineData("return http.GetAsync(url).Result.[|Content|].ReadAsStringAsync().Result;")]
    [InlineData("return http.GetAsync(url).GetAwaiter().GetResult().[|Content|].ReadAsStringAsync().GetAwaiter().GetResult();")]
    [InlineData("using var request = new HttpRequestMessage(HttpMethod.Get, url); var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead); return new StreamReader(await response.[|Content|].ReadAsStreamAsync()).ReadToEnd();")]
    [InlineData("using var request = new HttpRequestMessage(HttpMethod.Get, url); var response = http.Send(request); return new StreamReader(response.[|Content|].ReadAsStream()).ReadToEnd();")]
    [InlineData("var response = await http.PostAsJsonAsync(url, new { From = 1 }); return (await response.[|Content|].ReadFromJsonAsync<string>())!;")]
    [InlineData("var response = await http.PostAsync(url, null); await response.[|Content|].CopyToAsync(file); return null;")]
    [InlineData("var response = await http.GetAsync(url); var content = response.[|Content|]; return await content.ReadAsStringAsync();")]
    [InlineData("var response = await http.GetAsync(url); return response is null ? null : await response.[|Content|].ReadAsStringAsync();")]
    [InlineData("var response = await http.GetAsync(url); return await HttpContentJsonExtensions.ReadFromJsonAsync<string>(content: response.[|Content|]);")]
    [InlineData("var task = http.GetAsync(url); var response = await task; return await response.[|Content|].ReadAsStringAsync();")]
    [InlineData("var response = await http.GetAsync(url); Console.WriteLine(response.StatusCode); return await response.[|Content|].ReadAsStringAsync();")]
    [InlineData("var response = await http.GetAsync(url); log.LogInformation(\"Answered {Status}\", (int)response.StatusCode); return await response.[|Content|].ReadAsStringAsync();")]
    [InlineData("var response = await http.GetAsync(url); if (response.Content == null) return null; return await response.[|Content|].ReadAsStringAsync();")]
    [InlineData("var response = await http.GetAsync(url); log.LogInformation(\"{Type}\", response.Content.Headers.ContentType); return await response.[|Content|].ReadAsStringAsync();")]
    [InlineData("var first = await http.GetAsync(url); first.EnsureSuccessStatusCode(); var second = await http.GetAsync(url); return await first.Content.ReadAsStringAsync() + await second.[|Content|].ReadAsStringAsync();")]
    [InlineData("var response = await http.GetAsync(url); response.EnsureSuccessStatusCode(); var one = await response.Content.ReadAsStringAsync(); response = await http.GetAsync(url); return one + await response.[|Content|].ReadAsStringAsync();")]
    [InlineData("var responses = await Task.WhenAll(new[] { url }.Select(one => http.GetAsync(one))); foreach (var response in responses) await response.[|Content|].CopyToAsync(file); return null;")]
    [InlineData("var texts = new[] { url }.Select(async one => { var response = await http.GetAsync(one); return await response.[|Content|].ReadAsStringAsync(); }); return (await Task.WhenAll(texts))[0];")]
    [InlineData("return await http.GetAsync(url).ContinueWith(task => task.Result.[|Content|].ReadAsStringAsync()).Unwrap();")]
    [InlineData("async Task<string> Read() { var response = await http.GetAsync(url); return await response.[|Content|].ReadAsStringAsync(); } return await Read();")]
    public Task Flags_a_body_that_is_read_without_a_look_at_the_status(string statements) => Flags(Source(statements));

    [Theory]
    [InlineData("var response = await http.GetAsync(url); response.EnsureSuccessStatusCode(); return await response.Content.ReadAsStringAsync();")]
    [InlineData("return await (await http.GetAsync(url)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();")]
    [InlineData("var response = (await http.GetAsync(url)).EnsureSuccessStatusCode(); return await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = await http.GetAsync(url); if (!response.IsSuccessStatusCode) throw new HttpRequestException(); return await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = await http.GetAsync(url); return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : null;")]
    [InlineData("var response = await http.GetAsync(url); if (response.StatusCode == System.Net.HttpStatusCode.NotFound) return null; return await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = await http.GetAsync(url); switch (response.StatusCode) { case System.Net.HttpStatusCode.OK: return await response.Content.ReadAsStringAsync(); default: return null; }")]
    [InlineData("var response = await http.GetAsync(url); return response is { IsSuccessStatusCode: true } ? await response.Content.ReadAsStringAsync() : null;")]
    [InlineData("if (await http.GetAsync(url) is not { StatusCode: System.Net.HttpStatusCode.OK } response) return null; return await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = await http.GetAsync(url); return response switch { { IsSuccessStatusCode: false } => null, _ => await response.Content.ReadAsStringAsync() };")]
    [InlineData("var response = await http.GetAsync(url); var text = await response.Content.ReadAsStringAsync(); if (!response.IsSuccessStatusCode) throw new HttpRequestException(text); return text;")]
    [InlineData("HttpResponseMessage response; do { response = await http.GetAsync(url); } while (!response.IsSuccessStatusCode); return await response.Content.ReadAsStringAsync();")]
    [InlineData("return await http.GetStringAsync(url);")]
    [InlineData("return await http.GetFromJsonAsync<string>(url);")]
    [InlineData("using var response = await http.GetAsync(url); return response.Headers.ETag?.Tag;")]
    [InlineData("using var response = await http.GetAsync(url); return response.Content.Headers.ContentType?.MediaType;")]
    [InlineData("var response = await http.GetAsync(url); Check(response); return await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = await http.GetAsync(url); Sift(response); return await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = await http.GetAsync(url); await response.EnsureGoodAsync(); return await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = await http.GetAsync(url); onAnswer(response); return await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = await http.GetAsync(url); last = response; return await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = await GoodAsync(url); return await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = await elsewhere.AskAsync(url); return await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = new HttpResponseMessage { Content = new StringContent(url) }; return await response.Content.ReadAsStringAsync();")]
    [InlineData("var request = (System.Net.HttpWebRequest)System.Net.WebRequest.Create(url); using var response = request.GetResponse(); return new StreamReader(response.GetResponseStream()).ReadToEnd();")]
    [InlineData("using var request = new HttpRequestMessage(HttpMethod.Post, url); return await request.Content!.ReadAsStringAsync();")]
    public Task Allows_a_body_whose_response_is_looked_at(string statements) => Allows(Source(statements));

    [Fact]
    public Task Follows_a_response_from_a_method_that_does_not_look() => Flags(
        """
        class Rates
        {
            readonly HttpClient http = null!;

            async Task<string> ReadAsync(string url)
            {
                var response = await AskAsync(url);
                return await response.[|Content|].ReadAsStringAsync();
            }

            Task<HttpResponseMessage> AskAsync(string url) => http.GetAsync(url);
        }
        """);

    [Fact]
    public Task Follows_a_response_into_a_method_that_reads_it() => Flags(
        """
        class Rates
        {
            readonly HttpClient http = null!;

            async Task<string> ReadAsync(string url) => await TextOfAsync(await http.GetAsync(url));

            async Task<int> LengthAsync(string url)
            {
                using var response = await http.GetAsync(url);
                return (await TextOfAsync(response)).Length;
            }

            static async Task<string> TextOfAsync(HttpResponseMessage response) => await response.[|Content|].ReadAsStringAsync();
        }
        """);

    [Fact]
    public Task Allows_a_method_that_reads_what_its_callers_looked_at() => Allows(
        """
        class Rates
        {
            readonly HttpClient http = null!;

            async Task<string> ReadAsync(string url)
            {
                using var response = await http.GetAsync(url);
                response.EnsureSuccessStatusCode();
                return await TextOfAsync(response);
            }

            static async Task<string> TextOfAsync(HttpResponseMessage response) => await response.Content.ReadAsStringAsync();
        }
        """);

    [Fact]
    public Task Allows_a_response_that_goes_on_to_the_caller() => Allows(
        """
        class Trace : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
            {
                var response = await base.SendAsync(request, cancellation);
                Console.WriteLine((await response.Content.ReadAsStringAsync(cancellation)).Length);
                return response;
            }
        }
        """);

    [Fact]
    public Task Allows_all_clients_where_a_handler_of_the_project_throws() => Allows(Source("var response = await http.GetAsync(url); return await response.Content.ReadAsStringAsync();"), new()
    {
        Sources =
        [
            ("Handler.cs", """
                class Throwing : DelegatingHandler
                {
                    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation) =>
                        (await base.SendAsync(request, cancellation)).EnsureSuccessStatusCode();
                }
                """),
        ],
    });

    [Theory]
    [InlineData("var response = await client.ExecuteAsync(request); return response.[|Content|];")]
    [InlineData("var response = await client.ExecuteAsync<Rate>(request); return response.[|Data|]!.Name;")]
    [InlineData("return (await client.ExecuteGetAsync<Rate>(request)).[|Data|]?.Name;")]
    [InlineData("return client.Execute(request).[|Content|];")]
    [InlineData("RestResponse response = await client.ExecutePostAsync(request); File.WriteAllBytes(\"rates\", response.[|RawBytes|]!); return null;")]
    public Task Flags_what_RestSharp_executed(string statements) => Flags(RestSharp(statements));

    [Theory]
    [InlineData("var response = await client.ExecuteAsync(request); if (!response.IsSuccessful) return null; return response.Content;")]
    [InlineData("var response = await client.ExecuteAsync(request); response.ThrowIfError(); return response.Content;")]
    [InlineData("var response = await client.ExecuteAsync<Rate>(request); return response.StatusCode == System.Net.HttpStatusCode.OK ? response.Data?.Name : null;")]
    [InlineData("var response = await client.ExecuteAsync<Rate>(request); if (response.ErrorException != null) throw response.ErrorException; return response.Data?.Name;")]
    [InlineData("var response = await client.GetAsync(request); return response.Content;")]
    [InlineData("var rate = await client.GetAsync<Rate>(request); return rate?.Name;")]
    [InlineData("var strict = new RestClient(new RestClientOptions(\"https://rates.example\") { ThrowOnAnyError = true }); var response = await strict.ExecuteAsync(request); return response.Content;")]
    public Task Allows_RestSharp_where_it_is_asked_or_throws(string statements) => Allows(RestSharp(statements));

    [Theory]
    [InlineData("var found = await client.SearchAsync<Rate>(s => s.Index(\"rates\")); return found.[|Documents|].First().Name;")]
    [InlineData("return client.Search<Rate>(s => s.Index(\"rates\")).[|Hits|].Count.ToString();")]
    [InlineData("foreach (var rate in (await client.SearchAsync<Rate>()).[|Documents|]) Console.WriteLine(rate); return null;")]
    [InlineData("var one = await client.GetAsync<Rate>(\"EUR\"); return one.[|Source|].Name;")]
    [InlineData("var count = await client.CountAsync<Rate>(); return count.[|Count|].ToString();")]
    public Task Flags_what_Elasticsearch_found(string statements) => Flags(OpenSearch(statements), Declared);

    [Theory]
    [InlineData("var found = await client.SearchAsync<Rate>(s => s.Index(\"rates\")); if (!found.IsValid) throw new Exception(\"no\", found.OriginalException); return found.Documents.First().Name;")]
    [InlineData("var found = await client.SearchAsync<Rate>(s => s.Index(\"rates\")); return found.ApiCall.Success ? found.Documents.First().Name : null;")]
    [InlineData("var found = await client.SearchAsync<Rate>(s => s.Index(\"rates\")); return Good(found).Documents.First().Name; static ISearchResponse<Rate> Good(ISearchResponse<Rate> found) => found.IsValid ? found : throw new Exception();")]
    [InlineData("var strict = new OpenSearchClient(new ConnectionSettings(new Uri(\"https://search.example\")).ThrowExceptions()); return (await strict.SearchAsync<Rate>()).Documents.First().Name;")]
    public Task Allows_Elasticsearch_where_it_is_asked_or_throws(string statements) => Allows(OpenSearch(statements), Declared);

    [Theory]
    [InlineData("return await \"https://rates.example\".AllowAnyHttpStatus().[|GetStringAsync|]();")]
    [InlineData("return await url.WithHeader(\"a\", \"b\").AllowAnyHttpStatus().GetAsync().[|ReceiveString|]();")]
    [InlineData("var response = await url.AllowAnyHttpStatus().GetAsync(); return await response.[|Content|].ReadAsStringAsync();")]
    public Task Flags_what_Flurl_was_told_to_let_pass(string statements) => Flags(Flurl(statements));

    [Theory]
    [InlineData("return await url.GetStringAsync();")]
    [InlineData("return await url.WithHeader(\"a\", \"b\").GetAsync().ReceiveString();")]
    [InlineData("var response = await url.AllowAnyHttpStatus().GetAsync(); return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : null;")]
    public Task Allows_Flurl_that_throws_or_is_asked(string statements) => Allows(Flurl(statements));

    [Fact]
    public Task Flags_what_Refit_answers_and_allows_it_where_it_is_asked() => Flags(
        """
        namespace Refit
        {
            public class GetAttribute : Attribute { public GetAttribute(string path) { } }
            public interface IApiResponse<out T> { T? Content { get; } bool IsSuccessStatusCode { get; } }
        }

        namespace Orders
        {
            interface IRates { [Refit.Get("/rates")] Task<Refit.IApiResponse<string>> ReadAsync(); }

            class Rates
            {
                readonly IRates rates = null!;

                async Task<string?> ReadAsync() => (await rates.ReadAsync()).[|Content|];

                async Task<string?> ReadGoodAsync() => await rates.ReadAsync() is { IsSuccessStatusCode: true } response ? response.Content : null;
            }
        }
        """);

    [Fact]
    public Task Fixes_by_throwing_where_the_response_comes_in() => Fixes(
        """
        class Rates
        {
            readonly HttpClient http = null!;

            async Task<string> ReadAsync(string url)
            {
                // Today's rates.
                using var response = await http.GetAsync(url); // may take long

                // What they say.
                var text = await response.[|Content|].ReadAsStringAsync();
                return text.Trim();
            }
        }
        """,
        """
        class Rates
        {
            readonly HttpClient http = null!;

            async Task<string> ReadAsync(string url)
            {
                // Today's rates.
                using var response = await http.GetAsync(url); // may take long
                response.EnsureSuccessStatusCode();

                // What they say.
                var text = await response.Content.ReadAsStringAsync();
                return text.Trim();
            }
        }
        """);

    [Fact]
    public Task Fixes_in_the_expression_where_there_is_no_room_for_a_statement() => Fixes(
        """
        class Rates
        {
            readonly HttpClient http = null!;

            async Task<string> ReadAsync(string url) => await (await http.GetAsync(url)).[|Content|].ReadAsStringAsync();

            async Task<string> ReadInUsingAsync(string url)
            {
                using (var response = await http.GetAsync(url))
                    return await response.[|Content|].ReadAsStringAsync();
            }
        }
        """,
        """
        class Rates
        {
            readonly HttpClient http = null!;

            async Task<string> ReadAsync(string url) => await (await http.GetAsync(url)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();

            async Task<string> ReadInUsingAsync(string url)
            {
                using (var response = await http.GetAsync(url))
                    return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
            }
        }
        """);

    [Fact]
    public Task Fixes_RestSharp() => Fixes(
        RestSharp("var response = await client.ExecuteAsync(request);\n        return response.[|Content|];"),
        RestSharp("var response = await client.ExecuteAsync(request);\n        response.ThrowIfError();\n        return response.Content;"));

    [Fact]
    public Task Fixes_Elasticsearch() => Fixes(
        OpenSearch("var found = await client.SearchAsync<Rate>();\n        return found.[|Documents|].First().Name;"),
        OpenSearch("var found = await client.SearchAsync<Rate>();\n        if (!found.IsValid) throw new InvalidOperationException(\"The request failed.\", found.OriginalException);\n        return found.Documents.First().Name;"), Declared);

    [Fact]
    public Task Offers_no_fix_where_nothing_can_be_put_in() =>
        OffersNoFix(OpenSearch("return (await client.SearchAsync<Rate>()).[|Documents|].First().Name;"), Declared);

    private static string Source(string statements) =>
        $$"""
        using System.Net.Http.Json;
        using Microsoft.Extensions.Logging;

        interface IElsewhere { Task<HttpResponseMessage> AskAsync(string url); }

        static class Answers
        {
            public static Task EnsureGoodAsync(this HttpResponseMessage response) => Task.CompletedTask;
        }

        class Rates
        {
            readonly HttpClient http = null!;
            readonly ILogger log = null!;
            readonly IElsewhere elsewhere = null!;
            readonly Action<HttpResponseMessage> onAnswer = null!;
            readonly Stream file = null!;
            HttpResponseMessage? last;

            async Task<string?> ReadAsync(string url)
            {
                {{statements}}
            }

            static void Check(HttpResponseMessage response) => response.EnsureSuccessStatusCode();

            static void Sift(HttpResponseMessage response) => Check(response);

            async Task<HttpResponseMessage> GoodAsync(string url)
            {
                var response = await http.GetAsync(url);
                if (!response.IsSuccessStatusCode)
                    throw new HttpRequestException();
                return response;
            }
        }
        """;

    private static string Flurl(string statements) =>
        $$"""
        using Flurl.Http;

        class Rates
        {
            async Task<string?> ReadAsync(string url)
            {
                {{statements}}
            }
        }
        """;

    private static string RestSharp(string statements) =>
        $$"""
        using RestSharp;

        record Rate(string Name);

        class Rates
        {
            readonly RestClient client = null!;

            async Task<string?> ReadAsync(RestRequest request)
            {
                {{statements}}
            }
        }
        """;

    private static string OpenSearch(string statements) =>
        $$"""
        using OpenSearch.Client;

        record Rate(string Name);

        class Rates
        {
            readonly IOpenSearchClient client = null!;

            async Task<string?> ReadAsync()
            {
                {{statements}}
            }
        }
        """;

    /// <summary>The clients of NEST and its heirs, in their own shapes.</summary>
    private static readonly Given Declared = new()
    {
        Sources =
        [
            ("Client.cs", """
                namespace OpenSearch.Net
                {
                    public interface IApiCallDetails { bool Success { get; } Exception OriginalException { get; } }
                    public interface IOpenSearchResponse { IApiCallDetails ApiCall { get; set; } }
                    public abstract class ConnectionConfiguration<T> { public T ThrowExceptions(bool alwaysThrow = true) => default!; }
                }

                namespace OpenSearch.Client
                {
                    public interface IResponse : OpenSearch.Net.IOpenSearchResponse { bool IsValid { get; } Exception OriginalException { get; } string DebugInformation { get; } }
                    public interface IHit<out T> { T Source { get; } }
                    public interface ISearchResponse<out T> : IResponse { IReadOnlyCollection<T> Documents { get; } IReadOnlyCollection<IHit<T>> Hits { get; } long Total { get; } }
                    public abstract class ResponseBase : IResponse { public OpenSearch.Net.IApiCallDetails ApiCall { get; set; } = null!; public bool IsValid => false; public Exception OriginalException => null!; public string DebugInformation => ""; }
                    public class GetResponse<T> : ResponseBase { public T Source { get; } = default!; public bool Found { get; } }
                    public class CountResponse : ResponseBase { public long Count { get; } }
                    public class SearchDescriptor<T> { public SearchDescriptor<T> Index(string index) => this; }
                    public class ConnectionSettings : OpenSearch.Net.ConnectionConfiguration<ConnectionSettings> { public ConnectionSettings(Uri uri) { } }
                    public interface IOpenSearchClient
                    {
                        ISearchResponse<T> Search<T>(Func<SearchDescriptor<T>, SearchDescriptor<T>>? selector = null);
                        Task<ISearchResponse<T>> SearchAsync<T>(Func<SearchDescriptor<T>, SearchDescriptor<T>>? selector = null);
                        Task<GetResponse<T>> GetAsync<T>(string id);
                        Task<CountResponse> CountAsync<T>();
                    }

                    public class OpenSearchClient : IOpenSearchClient
                    {
                        public OpenSearchClient(ConnectionSettings settings) { }
                        public ISearchResponse<T> Search<T>(Func<SearchDescriptor<T>, SearchDescriptor<T>>? selector = null) => null!;
                        public Task<ISearchResponse<T>> SearchAsync<T>(Func<SearchDescriptor<T>, SearchDescriptor<T>>? selector = null) => null!;
                        public Task<GetResponse<T>> GetAsync<T>(string id) => null!;
                        public Task<CountResponse> CountAsync<T>() => null!;
                    }
                }

                namespace Elastic.Clients.Elasticsearch
                {
                    public class ApiCallDetails { public Exception? OriginalException { get; } }
                    public abstract class ElasticsearchResponse { public bool IsValidResponse { get; } public ApiCallDetails ApiCallDetails { get; } = null!; }
                    public class SearchResponse<T> : ElasticsearchResponse { public IReadOnlyCollection<T> Documents { get; } = null!; }
                    public class ElasticsearchClient { public Task<SearchResponse<T>> SearchAsync<T>(CancellationToken cancellationToken = default) => null!; }
                }
                """),
        ],
    };
}
