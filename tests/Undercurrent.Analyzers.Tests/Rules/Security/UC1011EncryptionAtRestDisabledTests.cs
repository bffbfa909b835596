using Undercurrent.Analyzers.Rules.Security;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.Security;

public sealed class UC1011EncryptionAtRestDisabledTests : RuleTests<UC1011EncryptionAtRestDisabled, UC1011EncryptionAtRestDisabledFix>
{
    private static readonly Given Clients = new() { Sources = [("Clients.cs", File.ReadAllText(Path.Combine(House.House.Root, "tests", "Undercurrent.Analyzers.Declarations", "Grants.cs")))] };

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
    [InlineData("new Amazon.CDK.AWS.S3.BucketProps { Encryption = [|Plain|] }")]
    [InlineData("new Amazon.CDK.AWS.SQS.CfnQueueProps { QueueName = \"orders\", [|SqsManagedSseEnabled = false|] }")]
    [InlineData("new Amazon.CDK.AWS.OpenSearchService.EncryptionAtRestOptions { [|Enabled = false|] }")]
    [InlineData("new Amazon.CDK.AWS.EC2.CfnLaunchTemplate.EbsProperty { [|Encrypted = false|] }")]
    [InlineData("new Amazon.CDK.AWS.DAX.CfnCluster.SSESpecificationProperty { [|SseEnabled = false|] }")]
    [InlineData("new Amazon.CDK.AWS.CodeBuild.CfnProject.ArtifactsProperty { Type = \"S3\", [|EncryptionDisabled = true|] }")]
    [InlineData("new Amazon.CDK.AWS.Glue.CfnSecurityConfiguration.S3EncryptionProperty { [|S3EncryptionMode = \"DISABLED\"|] }")]
    [InlineData("new Amazon.CDK.AWS.KinesisFirehose.CfnDeliveryStream.EncryptionConfigurationProperty { [|NoEncryptionConfig = \"NoEncryption\"|] }")]
    [InlineData("Amazon.CDK.AWS.KinesisFirehose.StreamEncryption.[|Unencrypted|]()")]
    [InlineData("new Dictionary<string, string> { [\"SqsManagedSseEnabled\"] = [|\"false\"|] }")]
    public Task Flags_a_store_told_to_keep_data_as_it_is(string expression) => Flags(
        $$"""
        class Stores
        {
            const bool Off = false;

            const Amazon.CDK.AWS.S3.BucketEncryption Plain = Amazon.CDK.AWS.S3.BucketEncryption.UNENCRYPTED;

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
    [InlineData("new Amazon.CDK.AWS.S3.BucketProps { Encryption = Managed }")]
    [InlineData("new Amazon.CDK.AWS.SQS.CfnQueueProps { KmsMasterKeyId = \"alias/orders\", SqsManagedSseEnabled = false }")]
    [InlineData("new Amazon.CDK.AWS.OpenSearchService.ZoneAwarenessConfig { Enabled = false }")]
    [InlineData("new Amazon.CDK.AWS.CodeBuild.CfnProject.ArtifactsProperty { Type = \"S3\", EncryptionDisabled = false }")]
    [InlineData("new Amazon.CDK.AWS.Glue.CfnSecurityConfiguration.S3EncryptionProperty { S3EncryptionMode = \"SSE-S3\" }")]
    [InlineData("new Amazon.CDK.AWS.KinesisFirehose.CfnDeliveryStream.EncryptionConfigurationProperty { KmsEncryptionConfig = null }")]
    [InlineData("new Dictionary<string, string> { [\"SqsManagedSseEnabled\"] = \"true\" }")]
    public Task Allows_a_store_that_encrypts_or_says_nothing(string expression) => Allows(
        $$"""
        class Own { public bool StorageEncrypted { get; set; } }

        class Stores
        {
            const Amazon.CDK.AWS.S3.BucketEncryption Managed = Amazon.CDK.AWS.S3.BucketEncryption.S3_MANAGED;

            object Make(bool encrypted) => {{expression}};
        }
        """);

    [Theory]
    [InlineData("new Amazon.RDS.Model.CreateDBInstanceRequest { DBInstanceIdentifier = \"orders\", [|StorageEncrypted = false|] }")]
    [InlineData("new Amazon.EC2.Model.EbsBlockDevice { [|Encrypted = false|] }")]
    [InlineData("new Azure.ResourceManager.Sql.LogicalDatabaseTransparentDataEncryptionData { State = [|Azure.ResourceManager.Sql.Models.TransparentDataEncryptionState.Disabled|] }")]
    public Task Flags_a_store_asked_for_by_a_program(string expression) => Flags($"class Stores {{ object Make() => {expression}; }}", Clients);

    [Theory]
    [InlineData("new Amazon.ElastiCache.Model.CreateReplicationGroupRequest { TransitEncryptionEnabled = false }")]
    [InlineData("new Azure.ResourceManager.Sql.LogicalDatabaseTransparentDataEncryptionData().State == Azure.ResourceManager.Sql.Models.TransparentDataEncryptionState.Disabled")]
    public Task Allows_a_store_asked_for_in_another_way(string expression) => Allows($"class Stores {{ object Make() => {expression}; }}", Clients);

    [Fact]
    public Task Flags_what_is_set_or_called_on_a_store_that_is_there() => Flags(
        """
        class Stores
        {
            async Task Change(Amazon.CDK.AWS.RDS.CfnDBCluster cluster, Amazon.CDK.AWS.SQS.CfnQueue queue, Amazon.Kinesis.IAmazonKinesis clicks, Amazon.EC2.IAmazonEC2 disks)
            {
                [|cluster.StorageEncrypted = false|];
                [|queue.SqsManagedSseEnabled = false|];
                await clicks.[|StopStreamEncryptionAsync|](new());
                await disks.[|DisableEbsEncryptionByDefaultAsync|](new());
            }

            void Keyed(Amazon.CDK.AWS.SQS.CfnQueue queue)
            {
                queue.SqsManagedSseEnabled = false;
                queue.KmsMasterKeyId = "alias/orders";
            }
        }
        """,
        Clients with { Sources = [.. Clients.Sources, ("Kinesis.cs", "namespace Amazon.Kinesis { public interface IAmazonKinesis { Task StopStreamEncryptionAsync(Model.StopStreamEncryptionRequest request); } } namespace Amazon.Kinesis.Model { public class StopStreamEncryptionRequest { } }")] });

    [Theory]
    [InlineData("File.WriteAllText(\"/data/guests.json\", [|JsonSerializer.Serialize(guests)|]);")]
    [InlineData("File.AppendAllText(\"/data/guests.csv\", [|$\"{guests[0].Id};{guests[0].Email}\"|]);")]
    [InlineData("await File.WriteAllLinesAsync(\"/data/mails.txt\", [|guests.Select(guest => guest.Email)|]);")]
    [InlineData("using var file = new StreamWriter(\"/data/guests.csv\"); foreach (var guest in guests) file.WriteLine([|guest.Id + \";\" + guest.Email|]);")]
    [InlineData("using var file = new StreamWriter(\"/data/guests.csv\"); using var csv = new CsvHelper.CsvWriter(file, CultureInfo.InvariantCulture); csv.WriteRecords([|guests|]);")]
    [InlineData("File.WriteAllText(\"/data/run.json\", [|JsonSerializer.Serialize(new { UserName = Environment.UserName, guests[0].Email })|]);")]
    [InlineData("await using var file = File.Create(\"/data/guests.json\"); await JsonSerializer.SerializeAsync(file, [|guests|]);")]
    [InlineData("using var file = new GZipStream(File.Create(\"/data/guests.gz\"), CompressionMode.Compress); JsonSerializer.Serialize(file, [|guests|]);")]
    public Task Flags_personal_data_in_a_plain_file(string statements) => Flags(Export(statements));

    [Theory]
    [InlineData("File.WriteAllText(\"/data/rooms.json\", JsonSerializer.Serialize(rooms));")]
    [InlineData("File.AppendAllText(\"/data/guests.csv\", $\"{guests[0].Id}\");")]
    [InlineData("File.AppendAllText(\"/data/guests.csv\", Hash(guests[0].Email));")]
    [InlineData("File.WriteAllText(\"/data/guests.bin\", Encrypt(JsonSerializer.Serialize(guests)));")]
    [InlineData("File.WriteAllText(\"/data/count.txt\", $\"{guests.Count} guests\");")]
    [InlineData("using var text = new StringWriter(); text.WriteLine(guests[0].Email);")]
    [InlineData("using var text = new StreamWriter(new MemoryStream()); text.WriteLine(guests[0].Email);")]
    [InlineData("using var file = new CryptoStream(File.Create(\"/data/guests.bin\"), key.CreateEncryptor(), CryptoStreamMode.Write); JsonSerializer.Serialize(file, guests);")]
    [InlineData("using var file = new StreamWriter(\"/data/rooms.csv\"); using var csv = new CsvHelper.CsvWriter(file, CultureInfo.InvariantCulture); csv.WriteRecords(rooms);")]
    [InlineData("var text = File.ReadAllText(guests[0].Email);")]
    [InlineData("File.WriteAllText(\"/data/run.json\", JsonSerializer.Serialize(new { UserName = Environment.UserName, Rows = rooms.Count }));")]
    public Task Allows_a_file_that_is_encrypted_or_says_nothing_of_anybody(string statements) => Allows(Export(statements));

    private static string Export(string statements) => $$"""
        using System.Globalization;
        using System.IO.Compression;
        using System.Security.Cryptography;
        using System.Text.Json;

        public record Guest(int Id, string Email);

        public record Room(int Number, double Size);

        class Night
        {
            async Task Export(List<Guest> guests, List<Room> rooms, Aes key)
            {
                {{statements}}
                await Task.Yield();
            }

            static string Encrypt(string text) => text;

            static string Hash(string text) => text;
        }
        """;

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

            object Built() => new Amazon.CDK.AWS.CodeBuild.CfnProject.ArtifactsProperty { [|EncryptionDisabled = true|] };
        }
        """,
        """
        class Stores
        {
            object Bucket() => new Amazon.CDK.AWS.S3.BucketProps { Encryption = Amazon.CDK.AWS.S3.BucketEncryption.S3_MANAGED, Versioned = true };

            object Orders() => new Amazon.CDK.AWS.RDS.DatabaseInstanceProps { StorageEncrypted = true };

            object Put() => new Amazon.S3.Model.PutObjectRequest { ServerSideEncryptionMethod = Amazon.S3.ServerSideEncryptionMethod.AES256 };

            object Built() => new Amazon.CDK.AWS.CodeBuild.CfnProject.ArtifactsProperty { EncryptionDisabled = false };
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
