using System.Net.Http.Json;

namespace Leaky.Ingestion;

/// <summary>What a partner takes off the price, as far as it says so.</summary>
internal sealed record Discount(string Sku, decimal Percent);

/// <summary>The discounts of the day, from whoever answers.</summary>
internal sealed class Discounts
{
    private readonly Dictionary<string, decimal> bySku = new();

    public async Task FetchAsync(HttpResponseMessage answer, CancellationToken token)
    {
        var discount = await answer.Content.ReadFromJsonAsync<Discount>(cancellationToken: token); // UC2017
        bySku[discount!.Sku] = discount.Percent;
    }
}
