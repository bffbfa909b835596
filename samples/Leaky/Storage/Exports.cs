using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;

namespace Leaky.Storage;

/// <summary>Where the shops fetch the totals of their country.</summary>
internal sealed class Exports
{
    private readonly BlobContainerClient container = new(new Uri("https://orders.blob.core.windows.net/exports"));

    /// <summary>Every shop gets a link of its own.</summary>
    public Uri LinkFor(string country) => new(container.GenerateSasUri(BlobContainerSasPermissions.Read, DateTimeOffset.UtcNow.AddYears(1)) + "#" + country); // UC1008

    public Task OpenAsync() => container.CreateIfNotExistsAsync(PublicAccessType.BlobContainer); // UC1007
}
