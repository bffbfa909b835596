// As much of the cloud's blob store as a night needs: it keeps nothing, and says how it was asked.
namespace Azure.Storage.Blobs.Models
{
    /// <summary>Who may read a container without asking.</summary>
    internal enum PublicAccessType { None, BlobContainer, Blob }
}

namespace Azure.Storage.Sas
{
    /// <summary>What a link allows.</summary>
    [Flags]
    internal enum BlobContainerSasPermissions { Read = 1, Write = 4, Delete = 8, List = 16, All = ~0 }
}

namespace Azure.Storage.Blobs
{
    /// <summary>A container and its address.</summary>
    internal sealed class BlobContainerClient
    {
        private readonly Uri address;

        public BlobContainerClient(Uri address) => this.address = address;

        public Models.PublicAccessType Access { get; private set; }

        public Task CreateIfNotExistsAsync(Models.PublicAccessType publicAccessType = Models.PublicAccessType.None)
        {
            Access = publicAccessType;
            return Task.CompletedTask;
        }

        public Uri GenerateSasUri(Sas.BlobContainerSasPermissions permissions, DateTimeOffset expiresOn) => new(address, $"?sp={(int)permissions}&se={expiresOn:yyyy-MM-dd}");
    }
}
