using System.Net.Http.Headers;
using World;

namespace Leaky.Ingestion;

/// <summary>The treasury's rates and fees.</summary>
internal sealed class TreasuryClient
{
    private readonly HttpClient http;

    public TreasuryClient(HttpClient http)
    {
        this.http = http;
        http.DefaultRequestHeaders.Add("X-Api-Key", "Pa55-rates-reader"); // UC1001
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Logins.Desk); // UC1001
    }

    public async Task<RateSheet> RatesAsync(string day) =>
        (await http.GetFromJsonAsync<RateSheet>($"rates/{day}"))!; // UC2017 UC6001

    public async Task<FeeSheet> FeesAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "fees");
        using var response = await http.SendAsync(request); // UC6001
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<FeeSheet>())!; // UC2017
    }

    public async Task<bool> IsHolidayAsync(string day) => (await Download.TextAsync(http, "holidays")).Contains(day, StringComparison.Ordinal);
}
