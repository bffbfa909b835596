namespace Undercurrent.Analyzers.Tests.Rules.SoftwareEngineering;

/// <summary>Points 1 and 2: wrappers and loops in the same body.</summary>
public sealed partial class UC6001IngestionWithoutRetryTests
{
    [Theory]
    [InlineData("public async Task<string> Load(ResiliencePipeline retry, CancellationToken stop) => await retry.ExecuteAsync(async token => await http.GetStringAsync(\"rates\", token), stop);")]
    [InlineData("public async Task<HttpResponseMessage> Load(ResiliencePipeline<HttpResponseMessage> retry) => await retry.ExecuteAsync(async token => await http.GetAsync(\"rates\", token));")]
    [InlineData("public async Task<string> Load(IAsyncPolicy policy) => await policy.ExecuteAsync(() => http.GetStringAsync(\"rates\"));")]
    [InlineData("public async Task<HttpResponseMessage> Load(IAsyncPolicy<HttpResponseMessage> policy) => await policy.ExecuteAsync(() => http.GetAsync(\"rates\"));")]
    [InlineData("public int Load(ISyncPolicy policy, SqlConnection connection) => policy.Execute(() => connection.ExecuteScalar<int>(\"SELECT 2\"));")]
    [InlineData("public async Task<string> Load() => await Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(attempt)).ExecuteAsync(() => http.GetStringAsync(\"rates\"));")]
    [InlineData("static readonly ResiliencePipeline Limits = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(3)).AddRetry(new()).Build(); public async Task<string> Load() => await Limits.ExecuteAsync(async token => await http.GetStringAsync(\"rates\", token));")]
    [InlineData("public async Task<List<Order>> Load(Shop shop) => await shop.Database.CreateExecutionStrategy().ExecuteAsync(async () => await shop.Orders.ToListAsync());")]
    [InlineData("public async Task<string> Load(IAsyncPolicy policy) => await policy.ExecuteAsync(Once); private async Task<string> Once() => await http.GetStringAsync(\"rates\");")]
    [InlineData("public async Task<string> Load(IAsyncPolicy policy) { Func<Task<string>> once = async () => await http.GetStringAsync(\"rates\"); return await policy.ExecuteAsync(once); }")]
    [InlineData("public async Task<string> Load(IAsyncPolicy policy) { return await policy.ExecuteAsync(Once); async Task<string> Once() => await http.GetStringAsync(\"rates\"); }")]
    [InlineData("public async Task<string[]> Load(IAsyncPolicy policy) => await policy.ExecuteAsync(async () => await Task.WhenAll(new[] { 1, 2 }.Select(async page => await http.GetStringAsync(\"rates\" + page))));")]
    public Task Allows_a_read_inside_a_retry_wrapper(string member) => Allows(Around(member));

    [Theory]
    [InlineData("public Task<string> Load() => RetryAsync(() => http.GetStringAsync(\"rates\")); private static Task<T> RetryAsync<T>(Func<Task<T>> work) => work();")]
    [InlineData("public Task<string> Load() => Resilient.Run(() => http.GetStringAsync(\"rates\")); static class Resilient { public static Task<T> Run<T>(Func<Task<T>> work) => work(); }")]
    [InlineData("public Task<string> Load(ResiliencePipeline pipeline) => Safely(pipeline, () => http.GetStringAsync(\"rates\")); private static async Task<T> Safely<T>(ResiliencePipeline pipeline, Func<Task<T>> work) => await pipeline.ExecuteAsync(async token => await work());")]
    [InlineData("public Task<string> Load() => Safely(() => http.GetStringAsync(\"rates\")); private static async Task<T> Safely<T>(Func<Task<T>> work) { for (var round = 0; ; round++) { try { return await work(); } catch (HttpRequestException) when (round < 3) { await Task.Delay(1000); } } }")]
    public Task Allows_a_read_inside_a_wrapper_of_the_house(string member) => Allows(Around(member));

    [Theory]
    [InlineData("undercurrent.retry_wrappers = Guarded")]
    [InlineData("undercurrent.UC6001.retry_wrappers = Other, Loader.Guarded")]
    public Task Allows_a_read_inside_a_wrapper_the_user_named(string option) => Allows(
        Around("public Task<string> Load() => Guarded(() => http.GetStringAsync(\"rates\")); private static Task<T> Guarded<T>(Func<Task<T>> work) => work();"),
        new() { EditorConfig = option });

    [Theory]
    [InlineData("public async Task<string> Load(IAsyncPolicy policy) => await policy.ExecuteAsync(async () => { await Task.Yield(); return \"\"; }) + await [|http.GetStringAsync(\"rates\")|];")]
    [InlineData("static readonly ResiliencePipeline Limits = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(3)).Build(); public async Task<string> Load() => await Limits.ExecuteAsync(async token => await [|http.GetStringAsync(\"rates\", token)|]);")]
    [InlineData("public async Task<string> Load() { var breaker = Policy.Handle<HttpRequestException>().CircuitBreakerAsync(3, TimeSpan.FromMinutes(1)); return await breaker.ExecuteAsync(() => [|http.GetStringAsync(\"rates\")|]); }")]
    [InlineData("public Task<string> Load() => Guarded(() => [|http.GetStringAsync(\"rates\")|]); private static Task<T> Guarded<T>(Func<Task<T>> work) => work();")]
    [InlineData("public async Task<string> Load() => await RetryAsync([|http.GetStringAsync(\"rates\")|]); private static Task<T> RetryAsync<T>(Task<T> running) => running;")]
    [InlineData("public async Task<string> Load(IAsyncPolicy policy) { await policy.ExecuteAsync(Other); return await Once(); Task Other() => Task.CompletedTask; async Task<string> Once() => await [|http.GetStringAsync(\"rates\")|]; }")]
    public Task Flags_a_read_beside_a_wrapper(string member) => Flags(Around(member));

    [Theory]
    [InlineData("for (var attempt = 1; ; attempt++) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (attempt < 5) { await Task.Delay(TimeSpan.FromSeconds(attempt)); } }")]
    [InlineData("while (true) { try { return await http.GetStringAsync(\"rates\"); } catch (Exception e) { Console.WriteLine(e); await Task.Delay(1000); } }")]
    [InlineData("while (true) { try { return await http.GetStringAsync(\"rates\"); } catch { if (left-- == 0) throw; Thread.Sleep(500); } }")]
    [InlineData("do { try { return await http.GetStringAsync(\"rates\"); } catch (Exception) when (left > 0) { } } while (left-- > 0); return \"\";")]
    [InlineData("foreach (var wait in new[] { 1, 2, 4 }) { try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) { await Task.Delay(wait); } } throw new InvalidOperationException();")]
    [InlineData("for (var i = 0; i < 3; i++) { try { return await http.GetStringAsync(\"rates\"); } catch { if (i < 2) { await Task.Delay(i); continue; } throw; } } return \"\";")]
    [InlineData("var tries = 0; again: try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (tries++ < 3) { goto again; }")]
    [InlineData("try { return await http.GetStringAsync(\"rates\"); } catch (HttpRequestException) when (left > 0) { return await Load(left - 1); }")]
    [InlineData("for (var attempt = 0; attempt < 3; attempt++) { using var answer = await http.GetAsync(\"rates\"); if (answer.IsSuccessStatusCode) return \"\"; await Task.Delay(1000); } return \"\";")]
    [InlineData("while (true) { using var limit = new CancellationTokenSource(1000); var address = $\"rates/{left}\"; try { return await http.GetStringAsync(address, limit.Token); } catch { await Task.Delay(1000); } }")]
    public Task Allows_a_loop_that_goes_round_again(string body) => Allows(Around($"public async Task<string> Load(int left) {{ {body} }}"));

    [Theory]
    [InlineData("foreach (var page in pages) { try { text += await [|http.GetStringAsync(page)|]; } catch (Exception e) { Console.WriteLine(e); } }")]
    [InlineData("for (var i = 0; i < pages.Length; i++) { try { text += await [|http.GetStringAsync(pages[i])|]; } catch { } }")]
    [InlineData("foreach (var page in pages) { var address = $\"rates/{page}\"; try { text += await [|http.GetStringAsync(address)|]; } catch { continue; } }")]
    [InlineData("var queue = new Queue<string>(pages); while (queue.TryDequeue(out var page)) { try { text += await [|http.GetStringAsync(page)|]; } catch { } }")]
    [InlineData("while (true) { try { text += await [|http.GetStringAsync(\"rates\")|]; } catch { throw; } }")]
    [InlineData("while (true) { try { text += await [|http.GetStringAsync(\"rates\")|]; } catch (Exception e) { Console.WriteLine(e); break; } }")]
    [InlineData("while (true) { try { text += await [|http.GetStringAsync(\"rates\")|]; } finally { await Task.Delay(1000); } }")]
    [InlineData("while (true) { try { text += await [|http.GetStringAsync(\"rates\")|]; } catch (OperationCanceledException) { } }")]
    [InlineData("while (true) { text += await [|http.GetStringAsync(\"rates\")|]; try { Console.WriteLine(text); } catch { } }")]
    [InlineData("try { foreach (var page in pages) text += await [|http.GetStringAsync(page)|]; } catch { }")]
    [InlineData("try { text += await [|http.GetStringAsync(\"rates\")|]; } catch (HttpRequestException) { text = \"\"; }")]
    public Task Flags_a_loop_that_moves_on(string body) => Flags(Around($"public async Task<string> Load(string[] pages) {{ var text = \"\"; {body} return text; }}").Replace("} return text;", "}\n#pragma warning disable CS0162\n return text;"));
}
