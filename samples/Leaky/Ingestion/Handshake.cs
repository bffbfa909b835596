namespace Leaky.Ingestion;

/// <summary>What is said while a desk of the treasury is opened.</summary>
internal static class Handshake
{
    public static void Opened(ILogger log, string desk, string password) =>
        log.LogDebug("Opened {Desk} with {Password}", desk, password); // UC1014

    public static InvalidOperationException Refused(string connectionString) =>
        new($"Nothing answers at {connectionString}"); // UC1014
}
