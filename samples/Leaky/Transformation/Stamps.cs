using Leaky.Ingestion;

namespace Leaky.Transformation;

/// <summary>When an order was loaded, by the clock on the wall.</summary>
internal sealed record Stamp(string OrderId, DateTime LoadedAt)
{
    public static Stamp Of(Order order) => new(order.Id, DateTime.Now); // UC2016

    public bool IsOfToday => LoadedAt >= DateTime.Today; // UC2016
}
