using Sound.Ingestion;
using World;

namespace Sound.Transformation;

/// <summary>An order with its worth in euros, to the cent.</summary>
internal sealed record PricedOrder(Order Order, long AmountCents, long FeeCents)
{
    /// <summary>Prices an order, or says that we do not know its currency or country.</summary>
    public static PricedOrder? Price(Order order, RateSheet rates, FeeSheet fees)
    {
        if (!rates.Rates.TryGetValue(order.Currency, out var rate) || !fees.Fees.TryGetValue(order.Customer.Country, out var fee))
            return null;

        return new PricedOrder(order, Cents(order.Quantity * order.UnitPrice / rate), Cents(fee));
    }

    private static long Cents(decimal euros) => decimal.ToInt64(decimal.Round(euros * 100, MidpointRounding.ToEven));
}
