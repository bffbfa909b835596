namespace Amazon.CDK.AWS.RDS;

/// <summary>What the cloud is asked for when the orders' database is made: as much of the kit's own declaration as the night needs.</summary>
public class DatabaseInstanceProps
{
    public double? AllocatedStorage { get; set; }

    public bool? StorageEncrypted { get; set; }
}
