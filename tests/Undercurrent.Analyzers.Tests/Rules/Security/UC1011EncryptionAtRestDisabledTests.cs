using Undercurrent.Analyzers.Rules.Security;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.Security;

public sealed class UC1011EncryptionAtRestDisabledTests : RuleTests<UC1011EncryptionAtRestDisabled, UC1011EncryptionAtRestDisabledFix>
{
    [Theory]
    [InlineData("new Amazon.CDK.AWS.S3.BucketProps { Versioned = true, Encryption = [|Amazon.CDK.AWS.S3.BucketEncryption.UNENCRYPTED|] }")]
    [InlineData("new Amazon.CDK.AWS.SQS.QueueProps { Encryption = [|Amazon.CDK.AWS.SQS.QueueEncryption.UNENCRYPTED|] }")]
    [InlineData("new Amazon.CDK.AWS.Kinesis.StreamProps { Encryption = [|Amazon.CDK.AWS.Kinesis.StreamEncryption.UNENCRYPTED|] }")]
    [InlineData("new Amazon.CDK.AWS.RDS.DatabaseInstanceProps { [|StorageEncrypted = false|] }")]
    [InlineData("new Amazon.CDK.AWS.RDS.DatabaseClusterProps { [|StorageEncrypted = false|] }")]
    [InlineData("new Amazon.CDK.AWS.RDS.CfnDBInstanceProps { [|StorageEncrypted = false|] }")]
    [InlineData("new Amazon.CDK.AWS.EFS.FileSystemProps { [|Encrypted = false|] }")]
    [InlineData("new Amazon.CDK.AWS.EC2.VolumeProps { [|Encrypted = false|] }")]
    [InlineData("new Amazon.CDK.AWS.DocDB.DatabaseClusterProps { [|StorageEncrypted = Off|] }")]
    [InlineData("new Amazon.CDK.AWS.ElastiCache.CfnReplicationGroupProps { [|AtRestEncryptionEnabled = false|] }")]
    [InlineData("new Amazon.S3.Model.PutObjectRequest { ServerSideEncryptionMethod = [|Amazon.S3.ServerSideEncryptionMethod.None|] }")]
    [InlineData("new Amazon.S3.Model.PutObjectRequest { ServerSideEncryptionMethod = off ? [|Amazon.S3.ServerSideEncryptionMethod.None|] : Amazon.S3.ServerSideEncryptionMethod.AES256 }")]
    public Task Flags_a_store_told_to_keep_data_as_it_is(string expression) => Flags(
        $$"""
        class Stores
        {
            const bool Off = false;

            object Make(bool off) => {{expression}};
        }
        """);

    [Theory]
    [InlineData("new Amazon.CDK.AWS.S3.BucketProps { Versioned = false, Encryption = Amazon.CDK.AWS.S3.BucketEncryption.KMS }")]
    [InlineData("new Amazon.CDK.AWS.S3.BucketProps { Versioned = false }")]
    [InlineData("new Amazon.CDK.AWS.RDS.DatabaseInstanceProps { StorageEncrypted = true }")]
    [InlineData("new Amazon.CDK.AWS.RDS.DatabaseInstanceProps { StorageEncrypted = encrypted }")]
    [InlineData("new Amazon.CDK.AWS.RDS.DatabaseInstanceProps { MultiAz = false }")]
    [InlineData("new Amazon.S3.Model.PutObjectRequest { ServerSideEncryptionMethod = Amazon.S3.ServerSideEncryptionMethod.AES256 }")]
    [InlineData("new Amazon.S3.Model.PutObjectRequest().ServerSideEncryptionMethod == Amazon.S3.ServerSideEncryptionMethod.None")]
    [InlineData("new Own { StorageEncrypted = false }")]
    public Task Allows_a_store_that_encrypts_or_says_nothing(string expression) => Allows(
        $$"""
        class Own { public bool StorageEncrypted { get; set; } }

        class Stores
        {
            object Make(bool encrypted) => {{expression}};
        }
        """);

    [Fact]
    public Task Allows_a_developers_store() => Allows(
        """
        class Stores
        {
            object Make(string stage) => stage == "dev" ? new Amazon.CDK.AWS.RDS.DatabaseInstanceProps { StorageEncrypted = false } : new Amazon.CDK.AWS.RDS.DatabaseInstanceProps();
        }
        """);

    [Fact]
    public Task Fixes_by_encrypting() => Fixes(
        """
        class Stores
        {
            object Bucket() => new Amazon.CDK.AWS.S3.BucketProps { Encryption = [|Amazon.CDK.AWS.S3.BucketEncryption.UNENCRYPTED|], Versioned = true };

            object Orders() => new Amazon.CDK.AWS.RDS.DatabaseInstanceProps { [|StorageEncrypted = false|] };

            object Put() => new Amazon.S3.Model.PutObjectRequest { ServerSideEncryptionMethod = [|Amazon.S3.ServerSideEncryptionMethod.None|] };
        }
        """,
        """
        class Stores
        {
            object Bucket() => new Amazon.CDK.AWS.S3.BucketProps { Encryption = Amazon.CDK.AWS.S3.BucketEncryption.S3_MANAGED, Versioned = true };

            object Orders() => new Amazon.CDK.AWS.RDS.DatabaseInstanceProps { StorageEncrypted = true };

            object Put() => new Amazon.S3.Model.PutObjectRequest { ServerSideEncryptionMethod = Amazon.S3.ServerSideEncryptionMethod.AES256 };
        }
        """);

    [Fact]
    public Task Offers_no_fix_for_what_is_decided_elsewhere() => OffersNoFix(
        """
        class Stores
        {
            const bool Encrypt = false;

            object Orders() => new Amazon.CDK.AWS.RDS.DatabaseInstanceProps { [|StorageEncrypted = Encrypt|] };
        }
        """);
}
