using Undercurrent.Analyzers.Rules.Security;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.Security;

public sealed class UC1007PublicDataStoreTests : RuleTests<UC1007PublicDataStore, UC1007PublicDataStoreFix>
{
    /// <summary>Clients whose packages cannot be had everywhere.</summary>
    private static readonly Given Clients = new() { Sources = [("Clients.cs", File.ReadAllText(Path.Combine(House.House.Root, "tests", "Undercurrent.Analyzers.Declarations", "Grants.cs")))] };

    private const string Usings =
        """
        using Amazon.CDK;
        using Amazon.CDK.AWS.EC2;
        using Amazon.CDK.AWS.RDS;
        using Constructs;

        """;

    [Theory]
    [InlineData("new Amazon.S3.Model.PutObjectRequest { CannedACL = [|Amazon.S3.S3CannedACL.PublicRead|] }")]
    [InlineData("new Amazon.S3.Model.PutObjectRequest { CannedACL = [|Amazon.S3.S3CannedACL.PublicReadWrite|] }")]
    [InlineData("new Amazon.S3.Model.PutBucketRequest { CannedACL = [|Amazon.S3.S3CannedACL.AuthenticatedRead|] }")]
    [InlineData("new Amazon.S3.Transfer.TransferUtilityUploadRequest { CannedACL = [|Amazon.S3.S3CannedACL.PublicRead|] }")]
    [InlineData("new Amazon.S3.Model.PutObjectRequest { CannedACL = [|\"public-read\"|] }")]
    [InlineData("new Amazon.S3.Model.PutObjectRequest { CannedACL = [|Amazon.S3.S3CannedACL.FindValue(\"public-read-write\")|] }")]
    [InlineData("new Amazon.S3.Model.PutObjectRequest { CannedACL = [|new Amazon.S3.S3CannedACL(\"authenticated-read\")|] }")]
    [InlineData("new Amazon.S3.Model.S3Grantee { URI = [|\"http://acs.amazonaws.com/groups/global/AllUsers\"|] }")]
    [InlineData("new Amazon.S3.Model.PublicAccessBlockConfiguration { [|BlockPublicAcls = false|], IgnorePublicAcls = false, BlockPublicPolicy = false, RestrictPublicBuckets = false }")]
    [InlineData("new Amazon.RDS.Model.CreateDBInstanceRequest { [|PubliclyAccessible = true|] }")]
    [InlineData("new Amazon.EC2.Model.IpPermission { FromPort = 6379, ToPort = 6379, Ipv4Ranges = new() { new Amazon.EC2.Model.IpRange { [|CidrIp = \"0.0.0.0/0\"|] } } }")]
    [InlineData("new Azure.Storage.Blobs.BlobContainerClient(\"c\", \"n\").Create([|Azure.Storage.Blobs.Models.PublicAccessType.Blob|])")]
    [InlineData("new Azure.Storage.Blobs.BlobContainerClient(\"c\", \"n\").SetAccessPolicy([|Azure.Storage.Blobs.Models.PublicAccessType.BlobContainer|])")]
    [InlineData("new Azure.Storage.Blobs.BlobContainerClient(\"c\", \"n\").CreateIfNotExistsAsync(publicAccessType: [|(Azure.Storage.Blobs.Models.PublicAccessType)1|])")]
    [InlineData("new Azure.ResourceManager.Storage.StorageAccountData(\"westeurope\") { [|AllowBlobPublicAccess = true|] }")]
    [InlineData("new Microsoft.Azure.Storage.Blob.BlobContainerPermissions { PublicAccess = [|Microsoft.Azure.Storage.Blob.BlobContainerPublicAccessType.Container|] }")]
    [InlineData("new Google.Cloud.Storage.V1.UploadObjectOptions { PredefinedAcl = [|Google.Cloud.Storage.V1.PredefinedObjectAcl.PublicRead|] }")]
    [InlineData("new Google.Cloud.Storage.V1.CreateBucketOptions { PredefinedAcl = [|Google.Cloud.Storage.V1.PredefinedBucketAcl.PublicReadWrite|] }")]
    [InlineData("new Google.Apis.Storage.v1.Data.ObjectAccessControl { Entity = [|\"allUsers\"|], Role = \"READER\" }")]
    [InlineData("new Google.Apis.Storage.v1.Data.Policy.BindingsData { Role = \"roles/storage.objectViewer\", Members = new List<string> { [|\"allAuthenticatedUsers\"|] } }")]
    [InlineData("new Google.Cloud.Iam.V1.Binding { Role = \"roles/storage.objectViewer\", Members = { [|\"allUsers\"|] } }")]
    [InlineData("new Google.Cloud.Iam.V1.Policy().AddRoleMember(\"roles/storage.objectViewer\", [|\"allUsers\"|])")]
    public Task Flags_what_opens_a_store(string expression) => Flags(
        $$"""
        class Store
        {
            object Open() => {{expression}};
        }
        """,
        Clients);

    [Theory]
    [InlineData("new Amazon.S3.Model.PutObjectRequest { CannedACL = Amazon.S3.S3CannedACL.Private }")]
    [InlineData("new Amazon.S3.Model.PutObjectRequest { CannedACL = Amazon.S3.S3CannedACL.BucketOwnerFullControl }")]
    [InlineData("new Amazon.S3.Model.PutObjectRequest { CannedACL = \"private\" }")]
    [InlineData("new Amazon.S3.Model.PutObjectRequest { CannedACL = acl }")]
    [InlineData("new Amazon.S3.Model.PutObjectRequest { CannedACL = asked ? Amazon.S3.S3CannedACL.PublicRead : Amazon.S3.S3CannedACL.Private }")]
    [InlineData("acl == Amazon.S3.S3CannedACL.PublicRead")]
    [InlineData("new[] { Amazon.S3.S3CannedACL.PublicRead }.Contains(acl)")]
    [InlineData("new Dictionary<string, Amazon.S3.S3CannedACL> { [\"public\"] = Amazon.S3.S3CannedACL.PublicRead }")]
    [InlineData("access is Azure.Storage.Blobs.Models.PublicAccessType.Blob")]
    [InlineData("access switch { Azure.Storage.Blobs.Models.PublicAccessType.BlobContainer => 1, _ => 0 }")]
    [InlineData("EqualityComparer<Azure.Storage.Blobs.Models.PublicAccessType>.Default.Equals(access, Azure.Storage.Blobs.Models.PublicAccessType.Blob)")]
    [InlineData("new Amazon.S3.Model.S3Grantee { URI = \"http://acs.amazonaws.com/groups/s3/LogDelivery\" }")]
    [InlineData("new Amazon.S3.Model.PublicAccessBlockConfiguration { BlockPublicAcls = true, IgnorePublicAcls = true, BlockPublicPolicy = true, RestrictPublicBuckets = true }")]
    [InlineData("new Amazon.S3.Model.PublicAccessBlockConfiguration { BlockPublicAcls = asked }")]
    [InlineData("new Amazon.RDS.Model.CreateDBInstanceRequest { PubliclyAccessible = false }")]
    [InlineData("new Amazon.RDS.Model.CreateDBInstanceRequest { PubliclyAccessible = asked }")]
    [InlineData("new Amazon.EC2.Model.IpPermission { FromPort = 443, ToPort = 443, Ipv4Ranges = new() { new Amazon.EC2.Model.IpRange { CidrIp = \"0.0.0.0/0\" } } }")]
    [InlineData("new Amazon.EC2.Model.IpPermission { FromPort = 6379, ToPort = 6379, Ipv4Ranges = new() { new Amazon.EC2.Model.IpRange { CidrIp = \"10.0.0.0/8\" } } }")]
    [InlineData("new Azure.Storage.Blobs.BlobContainerClient(\"c\", \"n\").Create(Azure.Storage.Blobs.Models.PublicAccessType.None)")]
    [InlineData("new Azure.Storage.Blobs.BlobContainerClient(\"c\", \"n\").Create()")]
    [InlineData("new Google.Cloud.Storage.V1.UploadObjectOptions { PredefinedAcl = Google.Cloud.Storage.V1.PredefinedObjectAcl.ProjectPrivate }")]
    [InlineData("new Google.Apis.Storage.v1.Data.ObjectAccessControl { Entity = \"user-loader@example.org\" }")]
    [InlineData("new Google.Cloud.Iam.V1.Binding { Role = \"roles/storage.objectViewer\", Members = { \"serviceAccount:loader@example.org\" } }")]
    [InlineData("new { PublicReadAccess = true, PubliclyAccessible = true, Entity = \"allUsers\" }")]
    public Task Allows_what_keeps_it_closed_or_opens_nothing(string expression) => Allows(
        $$"""
        class Store
        {
            object Open(Amazon.S3.S3CannedACL acl, Azure.Storage.Blobs.Models.PublicAccessType access, bool asked) => {{expression}};
        }
        """,
        Clients);

    [Fact]
    public Task Flags_a_value_that_comes_from_a_constant_or_a_local() => Flags(
        """
        using Amazon.S3;
        using Amazon.S3.Model;
        using Azure.Storage.Blobs;
        using Azure.Storage.Blobs.Models;

        class Store
        {
            private const PublicAccessType Access = PublicAccessType.Blob;
            private static readonly S3CannedACL Acl = S3CannedACL.PublicRead;

            async Task Open(IAmazonS3 s3, BlobContainerClient container, BlobServiceClient service)
            {
                var acl = S3CannedACL.PublicRead;
                await s3.PutACLAsync(new PutACLRequest { BucketName = "exports", CannedACL = [|acl|] });
                await s3.PutACLAsync(new PutACLRequest { BucketName = "exports", CannedACL = [|Acl|] });
                await container?.CreateIfNotExistsAsync([|Access|])!;
                await service.CreateBlobContainerAsync("exports", [|PublicAccessType.BlobContainer|]);
                await s3.[|DeletePublicAccessBlockAsync|](new DeletePublicAccessBlockRequest { BucketName = "exports" });
            }
        }
        """);

    [Fact]
    public Task Flags_buckets_and_databases_of_a_stack() => Flags(
        Usings +
        """
        using Amazon.CDK.AWS.S3;

        class Stores : Stack
        {
            public Stores(Construct scope, Vpc vpc) : base(scope, "stores")
            {
                var bucket = new Bucket(this, "Exports", new BucketProps { [|PublicReadAccess = true|], BlockPublicAccess = [|BlockPublicAccess.BLOCK_ACLS|] });
                bucket.[|GrantPublicAccess|]();
                new Bucket(this, "Drop", new BucketProps { AccessControl = [|BucketAccessControl.PUBLIC_READ_WRITE|] });
                new Bucket(this, "Lake", new BucketProps
                {
                    BlockPublicAccess = new BlockPublicAccess(new BlockPublicAccessOptions { [|BlockPublicPolicy = false|], RestrictPublicBuckets = false }),
                });
                new DatabaseInstance(this, "Orders", new DatabaseInstanceProps { Vpc = vpc, Engine = DatabaseInstanceEngine.POSTGRES, [|PubliclyAccessible = true|] });
                new CfnDBInstance(this, "Raw") { [|PubliclyAccessible = true|] };
                new Amazon.CDK.AWS.Redshift.CfnCluster(this, "Warehouse", new Amazon.CDK.AWS.Redshift.CfnClusterProps { [|PubliclyAccessible = true|] });
            }
        }
        """);

    [Fact]
    public Task Allows_a_bucket_that_is_a_site_and_stores_that_are_closed() => Allows(
        Usings +
        """
        using Amazon.CDK.AWS.S3;

        class Stores : Stack
        {
            public Stores(Construct scope, Vpc vpc, bool open) : base(scope, "stores")
            {
                var site = new Bucket(this, "Site", new BucketProps
                {
                    WebsiteIndexDocument = "index.html",
                    PublicReadAccess = true,
                    BlockPublicAccess = new BlockPublicAccess(new BlockPublicAccessOptions { BlockPublicPolicy = false }),
                });
                site.GrantPublicAccess();
                new Bucket(this, "Pages", new BucketProps { WebsiteIndexDocument = "index.html", PublicReadAccess = true, BlockPublicAccess = BlockPublicAccess.BLOCK_ACLS });
                new Bucket(this, "Exports", new BucketProps { PublicReadAccess = false, BlockPublicAccess = BlockPublicAccess.BLOCK_ALL, AccessControl = BucketAccessControl.PRIVATE });
                new Bucket(this, "Asked", new BucketProps { PublicReadAccess = open });
                new DatabaseInstance(this, "Orders", new DatabaseInstanceProps { Vpc = vpc, Engine = DatabaseInstanceEngine.POSTGRES, PubliclyAccessible = false });
            }
        }
        """);

    [Theory]
    [InlineData("group.AddIngressRule([|Peer.AnyIpv4()|], Port.Tcp(1433))")]
    [InlineData("group.AddIngressRule([|Peer.AnyIpv4()|], Port.Tcp(Kafka))")]
    [InlineData("group.AddIngressRule([|Peer.AnyIpv6()|], Port.Tcp(27017))")]
    [InlineData("group.AddIngressRule([|Peer.Ipv4(\"0.0.0.0/0\")|], Port.Tcp(9200), \"search\")")]
    [InlineData("group.AddIngressRule([|Peer.Ipv6(\"::/0\")|], Port.POSTGRES)")]
    [InlineData("group.AddIngressRule(connection: Port.MSSQL, peer: [|Peer.AnyIpv4()|])")]
    [InlineData("group.AddIngressRule([|Peer.AnyIpv4()|], Port.TcpRange(6379, 6380))")]
    [InlineData("group.Connections.[|AllowFromAnyIpv4|](Port.Tcp(3306))")]
    [InlineData("group.Connections.AllowFrom([|Peer.AnyIpv4()|], Port.Tcp(9042))")]
    [InlineData("database.Connections.[|AllowDefaultPortFromAnyIpv4|]()")]
    [InlineData("database.Connections.[|AllowFromAnyIpv4|](Port.AllTraffic())")]
    [InlineData("new CfnSecurityGroup.IngressProperty { [|CidrIp = \"0.0.0.0/0\"|], IpProtocol = \"tcp\", FromPort = 5432, ToPort = 5432 }.ToString()")]
    [InlineData("new CfnSecurityGroupIngressProps { FromPort = 5432, ToPort = 5432, [|CidrIpv6 = \"::/0\"|] }.ToString()")]
    public Task Flags_a_database_port_open_to_everyone(string call) => Flags(
        Usings +
        $$"""
        class Network
        {
            const int Kafka = 9092;

            void Open(SecurityGroup group, DatabaseInstance database) => {{call}};
        }
        """);

    [Theory]
    [InlineData("group.AddIngressRule(Peer.AnyIpv4(), Port.Tcp(443))")]
    [InlineData("group.AddIngressRule(Peer.AnyIpv4(), Port.Tcp(80))")]
    [InlineData("group.AddIngressRule(Peer.AnyIpv4(), Port.HTTPS)")]
    [InlineData("group.AddIngressRule(Peer.AnyIpv4(), Port.TcpRange(0, 65535))")]
    [InlineData("group.AddIngressRule(Peer.AnyIpv4(), Port.Tcp(port))")]
    [InlineData("group.AddIngressRule(Peer.AnyIpv4(), Port.AllTraffic())")]
    [InlineData("group.AddIngressRule(Peer.Ipv4(\"10.0.0.0/8\"), Port.Tcp(5432))")]
    [InlineData("group.AddIngressRule(other, Port.Tcp(5432))")]
    [InlineData("group.AddEgressRule(Peer.AnyIpv4(), Port.Tcp(5432))")]
    [InlineData("group.Connections.AllowFromAnyIpv4(Port.Tcp(8080))")]
    [InlineData("group.Connections.AllowToAnyIpv4(Port.Tcp(5432))")]
    [InlineData("database.Connections.AllowDefaultPortFrom(other)")]
    [InlineData("new CfnSecurityGroup.IngressProperty { CidrIp = \"0.0.0.0/0\", IpProtocol = \"tcp\", FromPort = 443, ToPort = 443 }.ToString()")]
    [InlineData("new CfnSecurityGroup.EgressProperty { CidrIp = \"0.0.0.0/0\", IpProtocol = \"tcp\", FromPort = 5432, ToPort = 5432 }.ToString()")]
    public Task Allows_ports_of_servers_and_peers_that_are_known(string call) => Allows(
        Usings +
        $$"""
        class Network
        {
            void Open(SecurityGroup group, SecurityGroup other, DatabaseInstance database, int port) => {{call}};
        }
        """);

    [Fact]
    public Task Allows_types_of_the_same_name_elsewhere() => Allows(
        """
        namespace Mine
        {
            public enum PublicAccessType { None, Blob, BlobContainer }

            public class BucketProps { public bool PublicReadAccess { get; set; } }

            public class S3CannedACL { public static readonly S3CannedACL PublicRead = new(); }

            public class Store
            {
                public S3CannedACL? Acl { get; set; }

                public static void Create(PublicAccessType access) { }

                static object Open()
                {
                    Create(PublicAccessType.Blob);
                    return (new BucketProps { PublicReadAccess = true }, new Store { Acl = S3CannedACL.PublicRead });
                }
            }
        }
        """);

    [Fact]
    public Task Fixes_every_way_to_say_it_with_the_private_one() => Fixes(
        """
        using static Amazon.S3.S3CannedACL;
        using Amazon.S3.Model;
        using Azure.Storage.Blobs;
        using Azure.Storage.Blobs.Models;

        class Store
        {
            object Put() => new PutObjectRequest { CannedACL = [|PublicRead|] /* for the shop */, Key = "orders.csv" };

            object Text() => new PutObjectRequest { CannedACL = [|"public-read"|] };

            object Block() => new PublicAccessBlockConfiguration { [|BlockPublicAcls = false|], IgnorePublicAcls = true, BlockPublicPolicy = false };

            object Create(BlobContainerClient container) => container.Create(publicAccessType: [|PublicAccessType.Blob|]);

            object Old() => new Microsoft.WindowsAzure.Storage.Blob.BlobContainerPermissions { PublicAccess = [|Microsoft.WindowsAzure.Storage.Blob.BlobContainerPublicAccessType.Blob|] };
        }
        """,
        """
        using static Amazon.S3.S3CannedACL;
        using Amazon.S3.Model;
        using Azure.Storage.Blobs;
        using Azure.Storage.Blobs.Models;

        class Store
        {
            object Put() => new PutObjectRequest { CannedACL = Private /* for the shop */, Key = "orders.csv" };

            object Text() => new PutObjectRequest { CannedACL = "private" };

            object Block() => new PublicAccessBlockConfiguration { BlockPublicAcls = true, IgnorePublicAcls = true, BlockPublicPolicy = true };

            object Create(BlobContainerClient container) => container.Create(publicAccessType: PublicAccessType.None);

            object Old() => new Microsoft.WindowsAzure.Storage.Blob.BlobContainerPermissions { PublicAccess = Microsoft.WindowsAzure.Storage.Blob.BlobContainerPublicAccessType.Off };
        }
        """,
        Clients);

    [Fact]
    public Task Fixes_a_stack() => Fixes(
        Usings +
        """
        using Amazon.CDK.AWS.S3;

        class Stores : Stack
        {
            public Stores(Construct scope, Vpc vpc) : base(scope, "stores")
            {
                new Bucket(this, "Exports", new BucketProps { [|PublicReadAccess = true|], BlockPublicAccess = [|BlockPublicAccess.BLOCK_ACLS|] });
                new Bucket(this, "Drop", new BucketProps { AccessControl = [|BucketAccessControl.PUBLIC_READ|] });
                new DatabaseInstance(this, "Orders", new DatabaseInstanceProps { Vpc = vpc, Engine = DatabaseInstanceEngine.POSTGRES, [|PubliclyAccessible = true|] });
            }
        }
        """,
        Usings +
        """
        using Amazon.CDK.AWS.S3;

        class Stores : Stack
        {
            public Stores(Construct scope, Vpc vpc) : base(scope, "stores")
            {
                new Bucket(this, "Exports", new BucketProps { PublicReadAccess = false, BlockPublicAccess = BlockPublicAccess.BLOCK_ALL });
                new Bucket(this, "Drop", new BucketProps { AccessControl = BucketAccessControl.PRIVATE });
                new DatabaseInstance(this, "Orders", new DatabaseInstanceProps { Vpc = vpc, Engine = DatabaseInstanceEngine.POSTGRES, PubliclyAccessible = false });
            }
        }
        """);

    [Fact]
    public Task Fixes_an_open_port_where_the_network_is_in_reach() => Fixes(
        Usings +
        """
        class Network
        {
            void Open(IVpc network, SecurityGroup group, DatabaseInstance database)
            {
                group.AddIngressRule([|Peer.AnyIpv4()|], Port.Tcp(1433)); // for the loaders
                group.Connections.[|AllowFromAnyIpv4|](Port.Tcp(3306), "loaders");
                database.Connections.[|AllowDefaultPortFromAnyIpv4|]();
            }
        }
        """,
        Usings +
        """
        class Network
        {
            void Open(IVpc network, SecurityGroup group, DatabaseInstance database)
            {
                group.AddIngressRule(Peer.Ipv4(network.VpcCidrBlock), Port.Tcp(1433)); // for the loaders
                group.Connections.AllowFrom(Peer.Ipv4(network.VpcCidrBlock), Port.Tcp(3306), "loaders");
                database.Connections.AllowDefaultPortFrom(Peer.Ipv4(network.VpcCidrBlock));
            }
        }
        """,
        new() { FixKey = "UC1007.network" });

    [Theory]
    [InlineData("new Amazon.S3.Model.PutObjectRequest { CannedACL = [|acl|] }")]
    [InlineData("new Google.Apis.Storage.v1.Data.ObjectAccessControl { Entity = [|\"allUsers\"|] }")]
    [InlineData("new Amazon.S3.Model.PublicAccessBlockConfiguration { [|BlockPublicAcls = Off|] }")]
    [InlineData("s3.[|DeletePublicAccessBlockAsync|](new Amazon.S3.Model.DeletePublicAccessBlockRequest())")]
    public Task Offers_no_fix_where_the_private_equivalent_is_not_clear(string expression) => OffersNoFix(
        $$"""
        class Store
        {
            const bool Off = false;

            object Open(Amazon.S3.IAmazonS3 s3)
            {
                var acl = Amazon.S3.S3CannedACL.PublicRead;
                return {{expression}};
            }
        }
        """,
        Clients);

    [Fact]
    public Task Is_silent_in_test_projects_of_others() => Allows("class Plain { bool PublicReadAccess => true; }", new() { Bare = true });
}
