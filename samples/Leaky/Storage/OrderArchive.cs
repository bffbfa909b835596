namespace Leaky.Storage;

/// <summary>Where orders go when they have been paid.</summary>
internal static class OrderArchive
{
    /// <summary>It is only the archive, so nobody waits for it.</summary>
    public const string Address = "mongodb://archive.orders.internal/paid?tls=true&w=0"; // UC6009

    /// <summary>Drafts come and go.</summary>
    public const string Drafts = "mongodb://archive.orders.internal/drafts?tls=true&journal=false"; // UC6012
}
