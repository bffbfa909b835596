namespace Leaky.Transformation;

/// <summary>What a customer put together, in numbers that nearly add up.</summary>
internal sealed record Basket(string CustomerId, double Subtotal) // UC2015
{
    public double ShippingFee { get; init; } = 4.9; // UC2015
}
