using Leaky.Ingestion;
using World;

namespace Leaky.Transformation;

/// <summary>What an order is worth in euros.</summary>
internal static class Pricing
{
    public static decimal? Euros(Order order, RateSheet rates) =>
        rates.Rates.TryGetValue(order.Currency, out var rate) ? decimal.Round(order.Quantity * order.UnitPrice / rate, 2) : null;
}
