// AWSSDK.EC2, AWSSDK.RDS, AWSSDK.Redshift
namespace Amazon.EC2.Model
{
    public class IpPermission
    {
        public int? FromPort { get; set; }
        public int? ToPort { get; set; }
        public string IpProtocol { get; set; }
        public List<IpRange> Ipv4Ranges { get; set; }
        public List<Ipv6Range> Ipv6Ranges { get; set; }
    }

    public class IpRange
    {
        public string CidrIp { get; set; }
        public string Description { get; set; }
    }

    public class Ipv6Range
    {
        public string CidrIpv6 { get; set; }
        public string Description { get; set; }
    }

    public class CreateVolumeRequest
    {
        public string AvailabilityZone { get; set; }
        public bool? Encrypted { get; set; }
    }

    public class DisableEbsEncryptionByDefaultRequest
    {
    }

    public class DisableEbsEncryptionByDefaultResponse
    {
    }

    public class EbsBlockDevice
    {
        public bool? Encrypted { get; set; }
    }
}

namespace Amazon.EC2
{
    public interface IAmazonEC2
    {
        Task<Model.DisableEbsEncryptionByDefaultResponse> DisableEbsEncryptionByDefaultAsync(Model.DisableEbsEncryptionByDefaultRequest request, CancellationToken cancellationToken = default);
    }
}

// AWSSDK.DocDB, AWSSDK.ElastiCache, AWSSDK.ElasticFileSystem, AWSSDK.Neptune, AWSSDK.OpenSearchService
namespace Amazon.DocDB.Model
{
    public class CreateDBClusterRequest
    {
        public bool? StorageEncrypted { get; set; }
    }
}

namespace Amazon.ElastiCache.Model
{
    public class CreateReplicationGroupRequest
    {
        public bool? AtRestEncryptionEnabled { get; set; }
        public bool? TransitEncryptionEnabled { get; set; }
    }
}

namespace Amazon.ElasticFileSystem.Model
{
    public class CreateFileSystemRequest
    {
        public bool? Encrypted { get; set; }
    }
}

namespace Amazon.Neptune.Model
{
    public class CreateDBClusterRequest
    {
        public bool? StorageEncrypted { get; set; }
    }
}

namespace Amazon.OpenSearchService.Model
{
    public class EncryptionAtRestOptions
    {
        public bool? Enabled { get; set; }
    }
}

namespace Amazon.RDS.Model
{
    public class CreateDBClusterRequest
    {
        public bool? StorageEncrypted { get; set; }
    }

    public class CreateDBInstanceRequest
    {
        public string DBInstanceIdentifier { get; set; }
        public bool? PubliclyAccessible { get; set; }
        public bool? StorageEncrypted { get; set; }
    }

    public class ModifyDBInstanceRequest
    {
        public string DBInstanceIdentifier { get; set; }
        public bool? PubliclyAccessible { get; set; }
    }

    public class RestoreDBInstanceFromDBSnapshotRequest
    {
        public string DBInstanceIdentifier { get; set; }
        public bool? PubliclyAccessible { get; set; }
    }
}

namespace Amazon.Redshift.Model
{
    public class CreateClusterRequest
    {
        public string ClusterIdentifier { get; set; }
        public bool? Encrypted { get; set; }
        public bool? PubliclyAccessible { get; set; }
    }

    public class ModifyClusterRequest
    {
        public string ClusterIdentifier { get; set; }
        public bool? Encrypted { get; set; }
        public bool? PubliclyAccessible { get; set; }
    }
}

// Azure.ResourceManager.Sql
namespace Azure.ResourceManager.Sql
{
    public class LogicalDatabaseTransparentDataEncryptionData
    {
        public Models.TransparentDataEncryptionState? State { get; set; }
    }
}

namespace Azure.ResourceManager.Sql.Models
{
    public enum TransparentDataEncryptionState { Enabled, Disabled }
}

// Azure.ResourceManager.Storage
namespace Azure.ResourceManager.Storage
{
    public class StorageAccountData
    {
        public StorageAccountData(string location) => throw null!;
        public bool? AllowBlobPublicAccess { get; set; }
    }
}

namespace Azure.ResourceManager.Storage.Models
{
    public class StorageAccountCreateOrUpdateContent
    {
        public bool? AllowBlobPublicAccess { get; set; }
    }

    public class StorageAccountPatch
    {
        public bool? AllowBlobPublicAccess { get; set; }
    }
}

// The storage clients of Azure before the present ones
namespace Microsoft.Azure.Storage
{
    public enum SharedAccessProtocol { HttpsOnly = 1, HttpsOrHttp = 2 }
}

namespace Microsoft.Azure.Storage.Blob
{
    public class CloudBlob
    {
        public string GetSharedAccessSignature(SharedAccessProtocol? protocols) => throw null!;
    }

    public sealed class SharedAccessBlobPolicy
    {
        public DateTimeOffset? SharedAccessExpiryTime { get; set; }
    }

    public enum BlobContainerPublicAccessType { Off, Container, Blob, Unknown }

    public sealed class BlobContainerPermissions
    {
        public BlobContainerPublicAccessType PublicAccess { get; set; }
    }
}

namespace Microsoft.WindowsAzure.Storage.Blob
{
    public sealed class SharedAccessBlobPolicy
    {
        public DateTimeOffset? SharedAccessExpiryTime { get; set; }
    }

    public enum BlobContainerPublicAccessType { Off, Container, Blob, Unknown }

    public sealed class BlobContainerPermissions
    {
        public BlobContainerPublicAccessType PublicAccess { get; set; }
    }
}

// Google.Cloud.Storage.V1, Google.Cloud.Iam.V1
namespace Google.Apis.Storage.v1.Data
{
    public class BucketAccessControl
    {
        public virtual string Entity { get; set; }
        public virtual string Role { get; set; }
    }

    public class ObjectAccessControl
    {
        public virtual string Entity { get; set; }
        public virtual string Role { get; set; }
    }

    public class Policy
    {
        public virtual IList<BindingsData> Bindings { get; set; }

        public class BindingsData
        {
            public virtual IList<string> Members { get; set; }
            public virtual string Role { get; set; }
        }
    }
}

namespace Google.Cloud.Iam.V1
{
    public sealed class Binding
    {
        public string Role { get; set; }
        public IList<string> Members { get; } = new List<string>();
    }

    public sealed class Policy
    {
        public bool AddRoleMember(string role, string member) => throw null!;
    }
}

namespace Google.Cloud.Storage.V1
{
    public enum PredefinedBucketAcl { AuthenticatedRead = 1, Private, ProjectPrivate, PublicRead, PublicReadWrite }

    public enum PredefinedObjectAcl { AuthenticatedRead = 1, BucketOwnerFullControl, BucketOwnerRead, Private, ProjectPrivate, PublicRead }

    public sealed class UrlSigner
    {
        public string Sign(string bucket, string objectName, TimeSpan duration, HttpMethod? httpMethod = null) => throw null!;
        public string Sign(string bucket, string objectName, DateTimeOffset? expiration, HttpMethod? httpMethod = null) => throw null!;
        public string Sign(string bucket, string objectName, Options options) => throw null!;
        public Task<string> SignAsync(string bucket, string objectName, TimeSpan duration, HttpMethod? httpMethod = null, CancellationToken cancellationToken = default) => throw null!;
        public Task<string> SignAsync(string bucket, string objectName, DateTimeOffset? expiration, HttpMethod? httpMethod = null, CancellationToken cancellationToken = default) => throw null!;

        public sealed class Options
        {
            public static Options FromDuration(TimeSpan duration) => throw null!;
            public static Options FromExpiration(DateTimeOffset expiration) => throw null!;
            public Options WithDuration(TimeSpan duration) => throw null!;
            public Options WithExpiration(DateTimeOffset expiration) => throw null!;
        }
    }

    public sealed class UploadObjectOptions
    {
        public PredefinedObjectAcl? PredefinedAcl { get; set; }
    }

    public sealed class CreateBucketOptions
    {
        public PredefinedBucketAcl? PredefinedAcl { get; set; }
        public PredefinedObjectAcl? PredefinedDefaultObjectAcl { get; set; }
    }
}

// AWSSDK.CloudFront
namespace Amazon.CloudFront
{
    public static class AmazonCloudFrontUrlSigner
    {
        public static string GetCannedSignedURL(string resourceUrlOrPath, TextReader privateKey, string keyPairId, DateTime expiresOn) => throw null!;
    }
}

// Azure.Storage.Files.DataLake, Azure.Storage.Files.Shares
namespace Azure.Storage.Sas
{
    [Flags]
    public enum DataLakeSasPermissions { Read = 1, Add = 2, Create = 4, Write = 8, Delete = 16, List = 32, All = ~0 }

    [Flags]
    public enum DataLakeFileSystemSasPermissions { Read = 1, Add = 2, Create = 4, Write = 8, Delete = 16, List = 32, All = ~0 }

    [Flags]
    public enum DataLakeAccountSasPermissions { Read = 1, Add = 2, Create = 4, Write = 8, Delete = 16, List = 32, All = ~0 }

    [Flags]
    public enum ShareSasPermissions { Read = 1, Create = 2, Write = 4, Delete = 8, List = 16, All = ~0 }

    [Flags]
    public enum ShareFileSasPermissions { Read = 1, Create = 2, Write = 4, Delete = 8, All = ~0 }

    [Flags]
    public enum ShareAccountSasPermissions { Read = 1, Add = 2, Create = 4, Write = 8, Delete = 16, List = 32, All = ~0 }

    public class DataLakeSasBuilder
    {
        public DataLakeSasBuilder(DataLakeSasPermissions permissions, DateTimeOffset expiresOn) => throw null!;
        public DataLakeSasBuilder(DataLakeFileSystemSasPermissions permissions, DateTimeOffset expiresOn) => throw null!;
        public DateTimeOffset ExpiresOn { get; set; }
    }

    public class ShareSasBuilder
    {
        public ShareSasBuilder(ShareFileSasPermissions permissions, DateTimeOffset expiresOn) => throw null!;
        public ShareSasBuilder(ShareSasPermissions permissions, DateTimeOffset expiresOn) => throw null!;
        public DateTimeOffset ExpiresOn { get; set; }
    }
}

namespace Azure.Storage.Files.DataLake
{
    public class DataLakePathClient
    {
        public virtual Uri GenerateSasUri(Sas.DataLakeSasPermissions permissions, DateTimeOffset expiresOn) => throw null!;
    }

    public class DataLakeFileSystemClient
    {
        public virtual Uri GenerateSasUri(Sas.DataLakeFileSystemSasPermissions permissions, DateTimeOffset expiresOn) => throw null!;
    }
}

namespace Azure.Storage.Files.Shares
{
    public class ShareClient
    {
        public virtual Uri GenerateSasUri(Sas.ShareSasPermissions permissions, DateTimeOffset expiresOn) => throw null!;
    }

    public class ShareDirectoryClient
    {
        public virtual Uri GenerateSasUri(Sas.ShareFileSasPermissions permissions, DateTimeOffset expiresOn) => throw null!;
    }

    public class ShareFileClient
    {
        public virtual Uri GenerateSasUri(Sas.ShareFileSasPermissions permissions, DateTimeOffset expiresOn) => throw null!;
    }
}

// Azure.Data.Tables
namespace Azure.Data.Tables
{
    public partial class TableClient
    {
        public virtual Uri GenerateSasUri(Sas.TableSasPermissions permissions, DateTimeOffset expiresOn) => throw null!;
    }
}

namespace Azure.Data.Tables.Sas
{
    [Flags]
    public enum TableSasPermissions { Read = 1, Add = 2, Update = 4, Delete = 8, All = ~0 }

    public class TableSasBuilder
    {
        public TableSasBuilder(string tableName, TableSasPermissions permissions, DateTimeOffset expiresOn) => throw null!;
        public DateTimeOffset ExpiresOn { get; set; }
    }
}
