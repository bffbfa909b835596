using Polly;
using World;

namespace Sound.Ingestion;

/// <summary>The treasury's rates and fees. Its bad minutes are expected: every read stands in the retry.</summary>
internal sealed class TreasuryClient
{
    private readonly HttpClient http;
    private readonly ResiliencePipeline retry;

    public TreasuryClient(HttpClient http, ResiliencePipeline retry)
    {
        this.http = http;
        this.retry = retry;
    }

    public async Task<RateSheet> RatesAsync(DateOnly day, CancellationToken cancellation)
    {
        var sheet = await retry.ExecuteAsync(async token => await http.GetFromJsonAsync<RateSheet>($"rates/{day:yyyy-MM-dd}", token), cancellation);
        return sheet is { Rates.Count: > 0 } && sheet.Day == day ? sheet : throw new InvalidDataException($"The treasury has no rates for {day:yyyy-MM-dd}.");
    }

    public async Task<FeeSheet> FeesAsync(CancellationToken cancellation)
    {
        var sheet = await ReadAsync<FeeSheet>("fees", cancellation);
        return sheet is { Fees.Count: > 0 } ? sheet : throw new InvalidDataException("The treasury has no fees.");
    }

    private async Task<T?> ReadAsync<T>(string path, CancellationToken cancellation) =>
        await retry.ExecuteAsync(async token =>
        {
            using var response = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, token);
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadFromJsonAsync<T>(token);
        }, cancellation);
}
