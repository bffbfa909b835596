using System.Diagnostics;
using Leaky.Ingestion;
using Microsoft.Extensions.Caching.Memory;

namespace Leaky.Transformation;

/// <summary>Which customers buy alike, as the neighbours' service sees it.</summary>
internal static class Segments
{
    public static async Task<string> OfAsync(HttpClient http, IMemoryCache cache, Customer customer)
    {
        using var activity = Activity.Current?.Source.StartActivity("segment");
        activity?.SetTag("customer", customer.Email); // UC2002

        var key = $"segment:{customer.Phone}";
        if (cache.TryGetValue(key, out string? known)) // UC2004
            return known!;

        var answer = await http.GetAsync($"https://segments.example/of?name={Uri.EscapeDataString(customer.FullName)}"); // UC2004 UC6001
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"No segment for {customer}"); // UC2003

        return await answer.Content.ReadAsStringAsync();
    }
}
