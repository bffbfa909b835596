namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

/// <summary>Without a loop that says so, or without a failure that is thrown.</summary>
public sealed partial class UC6003UnboundedRetryTests
{
    [Theory]
    [InlineData("HttpResponseMessage r; [|while|] (!(r = await http.GetAsync(\"rates\")).IsSuccessStatusCode) { await Task.Delay(5000); } return \"\";")]
    [InlineData("HttpResponseMessage r; [|do|] { r = await http.GetAsync(\"rates\"); } while (r.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable); return \"\";")]
    [InlineData("[|while|] (true) { var r = await http.GetAsync(\"rates\"); if (r.IsSuccessStatusCode) return \"\"; await Task.Delay(5000); }")]
    [InlineData("[|for|] (var i = 0; i < int.MaxValue; i++) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(1000 * i); } } return \"\";")]
    [InlineData("[|start|]: try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { } await Task.Delay(5000); goto start;")]
    [InlineData("[|start|]: try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException e) { Console.WriteLine(e); await Task.Delay(5000); goto start; }")]
    [InlineData("return await Again(\"rates\"); async Task<string> Again(string page) { try { return await http.GetStringAsync(page); } catch (HttpRequestException) { await Task.Delay(5000); return await [|Again(page)|]; } }")]
    public Task Flags_a_retry_without_an_end_however_it_goes_back(string body) => Flags(Loop(body));

    [Theory]
    [InlineData("HttpResponseMessage r; while (!(r = await http.GetAsync(\"rates\")).IsSuccessStatusCode && left-- > 0) { await Task.Delay(5000); } return \"\";")]
    [InlineData("HttpResponseMessage r; while (!(r = await http.GetAsync(\"rates\", stop)).IsSuccessStatusCode) { await Task.Delay(5000); } return \"\";")]
    [InlineData("HttpResponseMessage r; while (!(r = await http.GetAsync(\"rates\")).IsSuccessStatusCode) { await Task.Delay(5000, stop); } return \"\";")]
    [InlineData("HttpResponseMessage r; do { r = await http.GetAsync(\"rates\"); await Task.Delay(5000); } while (r.StatusCode == System.Net.HttpStatusCode.Accepted); return \"\";")]
    [InlineData("while (true) { var r = await http.GetAsync(\"rates\"); if (r.IsSuccessStatusCode || left-- == 0) return \"\"; await Task.Delay(5000); }")]
    [InlineData("while (true) { var r = await http.GetAsync(\"rates\"); if (r.IsSuccessStatusCode) Console.WriteLine(r); await Task.Delay(5000); }")]
    [InlineData("for (var i = 0; i < 100; i++) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(1000 * i); } } return \"\";")]
    [InlineData("start: try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (left-- > 0) { await Task.Delay(5000); goto start; }")]
    [InlineData("start: try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(5000, stop); goto start; }")]
    [InlineData("return await Again(5); async Task<string> Again(int times) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (times > 0) { await Task.Delay(5000); return await Again(times - 1); } }")]
    [InlineData("return await Again(stop); async Task<string> Again(CancellationToken token) { try { return await http.GetStringAsync(\"rates\", token); } catch (HttpRequestException) { await Task.Delay(5000, token); return await Again(token); } }")]
    public Task Allows_a_retry_that_ends_however_it_goes_back(string body) => Allows(Loop(body));
}
