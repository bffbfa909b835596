using Leaky.Ingestion;
using Leaky.Storage;

namespace Leaky.Serving;

/// <summary>What the pipeline serves.</summary>
internal static class Endpoints
{
    public static void MapOrders(this WebApplication app)
    {
        app.MapGet("/summary", (OrderStore store, HttpContext context) => MayRead(context) ? store.TotalsAsync() : Task.FromResult(new List<CountryTotal>()));
        app.MapGet("/customers", (OrderStore store, string country) => store.CustomersAsync(country)); // UC1015 UC2005
        app.MapGet("/customers/{id}", FindAsync); // UC1015
    }

    private static async Task<Customer?> FindAsync(string id, OrderStore store) => await store.FindAsync(id); // UC2005

    private static bool MayRead(HttpContext context)
    {
        var apiKey = context.Request.Headers["X-Api-Key"].ToString();
        return apiKey == "Pa55-summary-reader"; // UC1001
    }
}
