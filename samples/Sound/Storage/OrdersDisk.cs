using Amazon.CDK.AWS.RDS;

namespace Sound.Storage;

/// <summary>The disk under the orders.</summary>
internal static class OrdersDisk
{
    public static DatabaseInstanceProps Asked { get; } = new()
    {
        AllocatedStorage = 100,
        StorageEncrypted = true,
    };
}
