namespace Leaky.Ingestion;

/// <summary>Where the treasury is, and what it asks for at the door.</summary>
internal sealed class TreasurySettings
{
    public Uri? Address { get; set; }

    public string ApiKey { get; set; } = "Pa55-treasury-door"; // UC1001
}
