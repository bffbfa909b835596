namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

/// <summary>Retries written by hand that have no loop and no catch to be known by.</summary>
public sealed partial class UC6002RetryWithoutBackoffTests
{
    private static string Asking(string member) =>
        $$"""
        using System.Data.Common;
        using System.Net;
        using System.Net.Http.Json;

        public sealed class Asker
        {
            private readonly HttpClient http;

            public Asker(HttpClient http) => this.http = http;

            {{member}}

            private Task<HttpResponseMessage> Send() => http.GetAsync("rates");

            private void Renew() { }
        }
        """;

    private static string Answer(string body) => Asking($"public async Task<HttpResponseMessage> Load(int left, string[] hosts, CancellationToken stop) {{ HttpResponseMessage answer = null!; {body} }}");

    [Theory]
    [InlineData("[|for|] (var i = 0; i < 3; i++) { answer = await http.GetAsync(\"rates\"); if (answer.StatusCode != HttpStatusCode.TooManyRequests && answer.StatusCode != HttpStatusCode.ServiceUnavailable) return answer; } return answer;")]
    [InlineData("[|for|] (var i = 0; i < 3; i++) { answer = await Send(); if ((int)answer.StatusCode is not (429 or >= 500)) break; } return answer;")]
    [InlineData("[|for|] (var i = 0; i < 3; i++) { answer = await http.GetAsync(\"rates\", stop); if (!answer.IsSuccessStatusCode) { Console.WriteLine(i); continue; } return answer; } return answer;")]
    [InlineData("[|for|] (var i = 0; i < 3; i++) { var ok = (answer = await http.GetAsync(\"rates\")).IsSuccessStatusCode; if (ok) return answer; await Task.Delay(100); } return answer;")]
    [InlineData("[|do|] { answer = await http.PutAsJsonAsync(\"rates\", 3); } while (!answer.IsSuccessStatusCode && left-- > 0); return answer;")]
    [InlineData("[|while|] (!(answer = await http.GetAsync(\"rates\")).IsSuccessStatusCode && left-- > 0) { } return answer;")]
    [InlineData("answer = await Send(); [|while|] (answer.StatusCode == HttpStatusCode.BadGateway && left-- > 0) answer = await Send(); return answer;")]
    [InlineData("[|for|] (var i = 0; i < 3; i++) { answer = await Send(); if ((int)answer.StatusCode >= 500) { Console.WriteLine(i); } else { return answer; } } return answer;")]
    public Task Flags_a_loop_on_the_status_that_hardly_waits(string body) => Flags(Answer(body));

    [Theory]
    [InlineData("for (var i = 0; i < 3; i++) { answer = await http.GetAsync(\"rates\"); if (answer.IsSuccessStatusCode) return answer; await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(10), stop); } return answer;")]
    [InlineData("for (var i = 0; i < 3; i++) { answer = await http.GetAsync(\"rates\"); if (answer.IsSuccessStatusCode) return answer; await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, i)), stop); } return answer;")]
    public Task Allows_a_loop_on_the_status_that_waits_longer(string body) => Allows(Answer(body));

    [Theory]
    [InlineData("for (var i = 0; i < hosts.Length; i++) { answer = await http.GetAsync(hosts[i]); if (answer.IsSuccessStatusCode) return answer; } return answer;")]
    [InlineData("foreach (var host in hosts) { answer = await http.GetAsync(host); if (answer.IsSuccessStatusCode) return answer; } return answer;")]
    [InlineData("var page = 1; while (page < 100) { answer = await http.GetAsync($\"rates/{page++}\"); if (!answer.IsSuccessStatusCode) break; } return answer;")]
    [InlineData("var next = \"rates\"; while (true) { answer = await http.GetAsync(next); if (answer.StatusCode == HttpStatusCode.OK) return answer; next = answer.Headers.Location!.ToString(); }")]
    [InlineData("while (true) { answer = await http.GetAsync(\"rates\"); if (!answer.IsSuccessStatusCode) break; Console.WriteLine(answer); } return answer;")]
    [InlineData("do { answer = await http.GetAsync(\"rates\"); } while (answer.StatusCode == HttpStatusCode.Accepted); return answer;")]
    [InlineData("for (var i = 0; i < 3; i++) { answer = await http.GetAsync(\"rates\"); if (answer.StatusCode != HttpStatusCode.Unauthorized) return answer; Renew(); } return answer;")]
    [InlineData("for (var i = 0; i < 3; i++) { answer = await http.GetAsync(\"rates\"); if (answer.IsSuccessStatusCode) return answer; throw new InvalidOperationException(); } return answer;")]
    public Task Allows_a_loop_that_moves_on_or_waits_for_something_else(string body) => Allows(Answer(body));

    [Theory]
    [InlineData("public string Load(string path) { var tries = 3; [|do|] { try { return File.ReadAllText(path); } catch (IOException) when (tries > 1) { Thread.Sleep(1); } } while (--tries > 0); return \"\"; }")]
    [InlineData("public string Load(string path) { [|for|] (var attempt = 0; attempt < 3; attempt++) { try { return File.ReadAllText(path); } catch (IOException) { } } return \"\"; }")]
    [InlineData("public async Task<object?> Load(DbCommand command) { var left = 4; [|again|]: try { return await command.ExecuteScalarAsync(); } catch (DbException) when (left-- > 0) { goto again; } }")]
    [InlineData("public async Task<string> Load(int left) { [|again|]: try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { if (left-- == 0) throw; } await Task.Delay(200); goto again; }")]
    [InlineData("public async Task<string> Load(int left) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (left > 0) { return await [|Load(left - 1)|]; } }")]
    [InlineData("public Task<string> Load() { return Once(3); async Task<string> Once(int left) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (left > 0) { } return await [|Once(left - 1)|]; } }")]
    public Task Flags_a_retry_that_hardly_waits_however_it_goes_back(string member) => Flags(Asking(member));

    [Theory]
    [InlineData("public string Load(string path) { for (var i = 0; i < 3; i++) { try { return File.ReadAllText(path); } catch (IOException) { } } return \"\"; }")]
    [InlineData("public string Load(string path) { for (var attempt = 0; attempt < 3; attempt++) { try { return File.ReadAllText(path); } catch (IOException) { Thread.Sleep(attempt * 1000); } } return \"\"; }")]
    [InlineData("public async Task<object?> Load(DbCommand command) { var left = 4; again: try { return await command.ExecuteScalarAsync(); } catch (DbException) when (left-- > 0) { await Task.Delay(1000 * (5 - left)); goto again; } }")]
    [InlineData("public async Task<string> Load(string page) { again: try { return await http.GetStringAsync(page); } catch (HttpRequestException) when (page != \"b\") { page = \"b\"; goto again; } }")]
    [InlineData("public async Task<string> Load(int attempt) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (attempt < 5) { await Task.Delay(1000 * attempt); return await Load(attempt + 1); } }")]
    [InlineData("public async Task<string> Load(bool again) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (again) { return await Load(false); } }")]
    [InlineData("public async Task<string> Load(string host) { try { return await http.GetStringAsync(host); } catch (HttpRequestException) { return await Load(\"b\"); } }")]
    [InlineData("public async Task<string> Load(int left) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (left > 0) { Renew(); return await Load(left - 1); } }")]
    [InlineData("public int Load(int left) { try { return int.Parse(\"3\"); } catch (FormatException) when (left > 0) { return Load(left - 1); } }")]
    public Task Allows_what_goes_back_later_or_for_something_else(string member) => Allows(Asking(member));
}
