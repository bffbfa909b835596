using System.Globalization;

namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>The words of one module, drawn from the seed.</summary>
internal sealed class Words
{
    private static readonly string[] Sources =
        ["", "Web", "Store", "Partner", "Night", "Bulk", "Mobile", "Regional", "Archived", "Pending", "Foreign", "Local"];

    private static readonly string[] Entities =
        ["Order", "Shipment", "Invoice", "Reading", "Click", "Ticket", "Claim", "Listing", "Booking", "Trip", "Parcel", "Offer", "Return", "Stock", "Meter", "Session"];

    private readonly Dictionary<string, string> words;

    public Words(Random random, int module)
    {
        var entity = One(random, Sources) + One(random, Entities);
        words = new()
        {
            ["N"] = module.ToString(CultureInfo.InvariantCulture),
            ["Entity"] = entity,
            ["entity"] = entity.ToLowerInvariant(),
            ["Amount"] = One(random, ["Amount", "Price", "Weight", "Volume", "Charge"]),
            ["Count"] = One(random, ["Pieces", "Attempts", "Units", "Stops"]),
            ["Label"] = One(random, ["Label", "Note", "Channel", "Region", "Remark"]),
            ["Person"] = One(random, ["FullName", "LastName", "DateOfBirth", "StreetAddress"]),
            ["Hours"] = random.Next(3, 9).ToString(CultureInfo.InvariantCulture),
            ["PageSize"] = (random.Next(2, 20) * 50).ToString(CultureInfo.InvariantCulture),
            ["Secret"] = string.Concat(Enumerable.Range(0, 12).Select(_ => (char)('a' + random.Next(26)))) + random.Next(10, 99) + "!",
        };
    }

    public string this[string word] => words[word];

    private static string One(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
