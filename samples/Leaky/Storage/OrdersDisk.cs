using Amazon.CDK.AWS.RDS;

namespace Leaky.Storage;

/// <summary>The disk under the orders.</summary>
internal static class OrdersDisk
{
    public static DatabaseInstanceProps Asked { get; } = new()
    {
        AllocatedStorage = 100,
        StorageEncrypted = false, // UC1011
    };
}
