namespace Leaky.Ingestion;

/// <summary>What the customs broker asks for orders that leave the union.</summary>
internal static class Customs
{
    public static async Task<decimal> DutyAsync(HttpClient http, string sku, decimal euros)
    {
        using var response = await http.PostAsJsonAsync("duties", new { sku, euros });
        return await response.Content.ReadFromJsonAsync<decimal>(); // UC2021
    }
}
