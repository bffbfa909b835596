using Microsoft.AspNetCore.Identity;

namespace Leaky.Ingestion;

/// <summary>Who ordered.</summary>
internal sealed record Customer(
    string Id,
    [property: PersonalData] string FullName,
    [property: PersonalData] string Email,
    [property: PersonalData] string Phone,
    [property: PersonalData] string Street,
    [property: PersonalData] string City,
    string Country);

/// <summary>What was ordered.</summary>
internal sealed record Order(string Id, string OrderedAt, string CustomerId, string Country, string Sku, int Quantity, decimal UnitPrice, string Currency);
