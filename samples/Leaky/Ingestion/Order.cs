namespace Leaky.Ingestion;

/// <summary>Who ordered.</summary>
internal sealed record Customer(string Id, string FullName, string Email, string Phone, string Street, string City, string Country);

/// <summary>What was ordered.</summary>
internal sealed record Order(string Id, string OrderedAt, string CustomerId, string Country, string Sku, int Quantity, decimal UnitPrice, string Currency);
