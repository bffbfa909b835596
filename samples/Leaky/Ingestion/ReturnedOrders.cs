namespace Leaky.Ingestion;

/// <summary>What the carrier brings back.</summary>
internal static class ReturnedOrders
{
    public static async Task<IReadOnlyList<string>> OfAsync(HttpClient http, string day)
    {
        using var response = await http.PostAsJsonAsync("returns/search", new { day });
        response.EnsureSuccessStatusCode();
        var page = await response.Content.ReadFromJsonAsync<ReturnsPage>() ?? throw new InvalidDataException("The carrier answers with nothing"); // UC2012
        return page.Orders;
    }

    private sealed record ReturnsPage(List<string> Orders, string? NextLink);
}
