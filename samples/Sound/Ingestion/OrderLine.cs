using System.Globalization;

namespace Sound.Ingestion;

/// <summary>One line of the orders file, as the shop wrote it.</summary>
internal sealed record OrderLine(
    int Line, string OrderId, string OrderedAt, string CustomerId, string FullName, string Email, string Phone,
    string Street, string City, string Country, string Sku, string Quantity, string UnitPrice, string Currency);

/// <summary>Who ordered.</summary>
internal sealed record Customer(string Id, string FullName, string Email, string Phone, string Street, string City, string Country);

/// <summary>An order we believe.</summary>
internal sealed record Order(int Line, string Id, DateTimeOffset OrderedAt, Customer Customer, string Sku, int Quantity, decimal UnitPrice, string Currency)
{
    /// <summary>The order a line stands for, or why it stands for none.</summary>
    public static (Order? Order, string? Reason) From(OrderLine line, DateOnly day)
    {
        var culture = CultureInfo.InvariantCulture;

        if (!DateTimeOffset.TryParseExact(line.OrderedAt, "yyyy-MM-dd'T'HH:mm:ssK", culture, DateTimeStyles.AssumeUniversal, out var orderedAt))
            return (null, "unreadable time");
        if (DateOnly.FromDateTime(orderedAt.UtcDateTime) != day)
            return (null, "another day");
        if (!int.TryParse(line.Quantity, NumberStyles.None, culture, out var quantity) || quantity == 0)
            return (null, "unreadable quantity");
        if (!decimal.TryParse(line.UnitPrice, NumberStyles.AllowDecimalPoint, culture, out var price))
            return (null, "unreadable price");
        if (!line.Email.Contains('@', StringComparison.Ordinal))
            return (null, "unreachable customer");

        var customer = new Customer(line.CustomerId, line.FullName, line.Email, line.Phone, line.Street, line.City, line.Country);
        return (new Order(line.Line, line.OrderId, orderedAt, customer, line.Sku, quantity, price, line.Currency), null);
    }
}
