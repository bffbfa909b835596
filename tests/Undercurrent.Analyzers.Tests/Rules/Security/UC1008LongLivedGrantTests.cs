using Undercurrent.Analyzers.Rules.Security;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.Security;

public sealed class UC1008LongLivedGrantTests : RuleTests<UC1008LongLivedGrant, UC1008LongLivedGrantFix>
{
    /// <summary>Clients whose packages cannot be had everywhere.</summary>
    private static readonly Given Clients = new() { Sources = [("Clients.cs", File.ReadAllText(Path.Combine(House.House.Root, "tests", "Undercurrent.Analyzers.Declarations", "Grants.cs")))] };

    [Theory]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, [|DateTimeOffset.UtcNow.AddDays(365)|])")]
    [InlineData("blob.GenerateSasUri(expiresOn: [|DateTimeOffset.Now.AddMonths(1)|], permissions: BlobSasPermissions.Read)")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, [|DateTimeOffset.UtcNow.AddDays(1).AddMinutes(1)|])")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, [|DateTimeOffset.MaxValue|])")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, [|DateTime.UtcNow.AddYears(1)|])")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, [|new DateTimeOffset(DateTime.UtcNow.AddHours(25))|])")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, [|new DateTimeOffset(2099, 12, 31, 0, 0, 0, TimeSpan.Zero)|])")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, [|DateTimeOffset.UtcNow + TimeSpan.FromDays(7)|])")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, [|DateTimeOffset.UtcNow.Add(Long)|])")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, [|DateTimeOffset.UtcNow.Add(Elsewhere.Life)|])")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, [|DateTimeOffset.UtcNow.AddDays(Days)|])")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, [|DateTimeOffset.UtcNow.AddDays(days ?? 30)|])")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, [|DateTimeOffset.UtcNow.Add(2 * TimeSpan.FromDays(1))|])")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, [|DateTimeOffset.UtcNow.Add(new TimeSpan(1, 0, 0, 1))|])")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, [|TimeProvider.System.GetUtcNow().AddDays(2)|])")]
    [InlineData("blob?.GenerateSasUri(BlobSasPermissions.Read, [|shortly ? DateTimeOffset.UtcNow.AddHours(1) : DateTimeOffset.UtcNow.AddDays(90)|])")]
    [InlineData("new BlobSasBuilder(BlobSasPermissions.Read, [|DateTimeOffset.UtcNow.AddDays(30)|])")]
    [InlineData("new BlobSasBuilder { ExpiresOn = [|DateTimeOffset.UtcNow.AddDays(30)|] }")]
    [InlineData("new AccountSasBuilder { ExpiresOn = [|DateTimeOffset.UtcNow.AddDays(30)|] }")]
    [InlineData("new QueueSasBuilder { ExpiresOn = [|DateTimeOffset.UtcNow.AddDays(30)|] }")]
    [InlineData("new DataLakeSasBuilder(DataLakeSasPermissions.Read, [|DateTimeOffset.UtcNow.AddDays(30)|])")]
    [InlineData("new ShareSasBuilder(ShareSasPermissions.Read, DateTimeOffset.UtcNow.AddHours(1)) { ExpiresOn = [|DateTimeOffset.UtcNow.AddDays(30)|] }")]
    [InlineData("new Azure.Data.Tables.TableClient().GenerateSasUri(Azure.Data.Tables.Sas.TableSasPermissions.Read, [|DateTimeOffset.UtcNow.AddDays(30)|])")]
    [InlineData("new Microsoft.Azure.Storage.Blob.SharedAccessBlobPolicy { SharedAccessExpiryTime = [|DateTime.UtcNow.AddDays(30)|] }")]
    [InlineData("new Amazon.S3.Model.GetPreSignedUrlRequest { Expires = [|DateTime.UtcNow.AddDays(7)|] }")]
    [InlineData("new Amazon.S3.Model.GetPreSignedUrlRequest() { Expires = [|DateTime.Now.AddMinutes(60 * 24 * 6)|] }")]
    [InlineData("Amazon.CloudFront.AmazonCloudFrontUrlSigner.GetCannedSignedURL(\"https://x/y\", TextReader.Null, \"K\", [|DateTime.UtcNow.AddDays(30)|])")]
    [InlineData("signer.Sign(\"exports\", \"orders.csv\", [|TimeSpan.FromDays(7)|], HttpMethod.Get)")]
    [InlineData("signer.Sign(\"exports\", \"orders.csv\", [|TimeSpan.MaxValue|])")]
    [InlineData("signer.Sign(\"exports\", \"orders.csv\", Google.Cloud.Storage.V1.UrlSigner.Options.FromDuration([|TimeSpan.FromHours(48)|]))")]
    public Task Flags_a_grant_that_lives_long(string expression) => Flags(InLinks(expression), Clients);

    [Theory]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, DateTimeOffset.UtcNow.AddHours(1))")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, DateTimeOffset.UtcNow.AddDays(1))")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, DateTimeOffset.UtcNow + TimeSpan.FromMinutes(15))")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, DateTimeOffset.UtcNow.Add(Short))")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, DateTimeOffset.UtcNow.AddDays(given))")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, start.AddDays(365))")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero))")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, DateTimeOffset.Parse(\"2099-01-01\"))")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read, Settable)")]
    [InlineData("blob.GenerateSasUri(BlobSasPermissions.Read | BlobSasPermissions.List, DateTimeOffset.UtcNow.AddHours(1))")]
    [InlineData("new BlobSasBuilder { Identifier = \"partners\" }")]
    [InlineData("new BlobSasBuilder { StartsOn = DateTimeOffset.UtcNow.AddDays(-365), ExpiresOn = DateTimeOffset.UtcNow.AddHours(1), Protocol = SasProtocol.Https }")]
    [InlineData("new Amazon.S3.Model.GetPreSignedUrlRequest { Expires = DateTime.UtcNow.AddMinutes(10), Protocol = Amazon.S3.Protocol.HTTPS }")]
    [InlineData("new Amazon.S3.Model.GetPreSignedUrlRequest { Verb = Amazon.S3.HttpVerb.GET }")]
    [InlineData("signer.Sign(\"exports\", \"orders.csv\", TimeSpan.FromHours(1), HttpMethod.Get)")]
    [InlineData("new System.Net.Cookie { Expires = DateTime.UtcNow.AddYears(1) }")]
    [InlineData("BlobSasPermissions.All.HasFlag(BlobSasPermissions.Read)")]
    [InlineData("new[] { BlobSasPermissions.All, BlobSasPermissions.Read }.Contains(BlobSasPermissions.All)")]
    [InlineData("AccountSasServices.All | AccountSasServices.Blobs")]
    [InlineData("new BlobSasBuilder().Protocol == SasProtocol.HttpsAndHttp")]
    public Task Allows_a_grant_that_is_short_or_unknown(string expression) => Allows(InLinks(expression), Clients);

    [Theory]
    [InlineData("blob.GenerateSasUri([|BlobSasPermissions.All|], DateTimeOffset.UtcNow.AddHours(1))")]
    [InlineData("blob.GenerateSasUri([|(BlobSasPermissions)~0|], DateTimeOffset.UtcNow.AddHours(1))")]
    [InlineData("new BlobSasBuilder([|BlobContainerSasPermissions.All|], DateTimeOffset.UtcNow.AddHours(1))")]
    [InlineData("new QueueSasBuilder([|QueueSasPermissions.All|], DateTimeOffset.UtcNow.AddHours(1))")]
    [InlineData("blob.GenerateSasUri([|Everything|], DateTimeOffset.UtcNow.AddHours(1))")]
    [InlineData("new BlobSasBuilder { Protocol = [|SasProtocol.HttpsAndHttp|] }")]
    [InlineData("new Microsoft.Azure.Storage.Blob.CloudBlob().GetSharedAccessSignature([|Microsoft.Azure.Storage.SharedAccessProtocol.HttpsOrHttp|])")]
    [InlineData("new Amazon.S3.Model.GetPreSignedUrlRequest { Protocol = [|Amazon.S3.Protocol.HTTP|] }")]
    public Task Flags_a_grant_of_everything_or_over_http(string expression) => Flags(InLinks(expression), Clients);

    [Fact]
    public Task Flags_a_builder_that_is_filled_step_by_step() => Flags(
        """
        using Azure.Storage.Blobs;
        using Azure.Storage.Sas;

        class Links
        {
            private readonly TimeSpan life = TimeSpan.FromDays(30);

            private TimeSpan Life { get; } = TimeSpan.FromDays(14);

            Uri Link(BlobClient blob)
            {
                var builder = new BlobSasBuilder { BlobContainerName = blob.BlobContainerName, Resource = "b" };
                var end = DateTimeOffset.UtcNow.AddDays(90);
                builder.ExpiresOn = [|end|];
                builder.SetPermissions([|BlobSasPermissions.All|]);
                builder.Protocol = [|SasProtocol.HttpsAndHttp|];
                return blob.GenerateSasUri(builder);
            }

            Uri Kept(BlobClient blob) => blob.GenerateSasUri(BlobSasPermissions.Read, [|DateTimeOffset.UtcNow.Add(life)|]);

            Uri Same(BlobClient blob) => blob.GenerateSasUri(BlobSasPermissions.Read, [|DateTimeOffset.UtcNow + Life|]);
        }
        """);

    [Fact]
    public Task Flags_the_key_of_a_user_in_a_stack() => Flags(
        """
        using Amazon.CDK;
        using Amazon.CDK.AWS.IAM;

        class Users : Stack
        {
            public Users(User loader)
            {
                var key = [|new AccessKey(this, "LoaderKey", new AccessKeyProps { User = loader })|];
                CfnAccessKey raw = [|new(this, "RawKey", new CfnAccessKeyProps { UserName = "loader" })|];
                new Role(this, "Loader", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
            }
        }
        """);

    [Theory]
    [InlineData("undercurrent.grant_hours = 200", "blob.GenerateSasUri(BlobSasPermissions.Read, DateTimeOffset.UtcNow.AddDays(7))")]
    [InlineData("undercurrent.UC1008.grant_hours = 48", "blob.GenerateSasUri(BlobSasPermissions.Read, DateTimeOffset.UtcNow.AddDays(2))")]
    public Task Allows_what_an_option_allows(string option, string expression) => Allows(InLinks(expression), Clients with { EditorConfig = option });

    [Fact]
    public Task Flags_what_an_option_forbids_and_fixes_it_to_that() => Fixes(
        InLinks("blob.GenerateSasUri(BlobSasPermissions.Read, [|DateTimeOffset.UtcNow.AddHours(2)|])"),
        InLinks("blob.GenerateSasUri(BlobSasPermissions.Read, DateTimeOffset.UtcNow.AddHours(1))"),
        Clients with { EditorConfig = "undercurrent.grant_hours = 1" });

    [Fact]
    public Task Allows_types_of_the_same_name_elsewhere() => Allows(
        """
        namespace Mine
        {
            public enum BlobSasPermissions { Read, All }

            public class BlobSasBuilder { public DateTimeOffset ExpiresOn { get; set; } public BlobSasPermissions Permissions { get; set; } }

            public class AccessKey { }

            class Links
            {
                object Build() => (new AccessKey(), new BlobSasBuilder { ExpiresOn = DateTimeOffset.MaxValue, Permissions = BlobSasPermissions.All });
            }
        }
        """);

    [Fact]
    public Task Fixes_the_end_where_it_is_written() => Fixes(
        """
        using Amazon.S3.Model;
        using Azure.Storage.Blobs;
        using Azure.Storage.Sas;

        class Links
        {
            Uri Direct(BlobClient blob) => blob.GenerateSasUri(BlobSasPermissions.Read, [|DateTimeOffset.UtcNow.AddDays(365)|] /* a year */);

            Uri Never(BlobClient blob) => blob.GenerateSasUri(BlobSasPermissions.Read, [|DateTimeOffset.MaxValue|]);

            Uri Clock(BlobClient blob, TimeProvider clock) => blob.GenerateSasUri(BlobSasPermissions.Read, [|clock.GetUtcNow().AddDays(2)|]);

            GetPreSignedUrlRequest Sum() => new() { Expires = [|DateTime.UtcNow + TimeSpan.FromDays(7)|] };

            void Twice(BlobClient first, BlobClient second)
            {
                // One end for both.
                var end = DateTimeOffset.UtcNow.AddYears(1);
                first.GenerateSasUri(BlobSasPermissions.Read, [|end|]);
                second.GenerateSasUri(BlobSasPermissions.Read, [|end|]);
            }

            string Signed(Google.Cloud.Storage.V1.UrlSigner signer) => signer.Sign("exports", "orders.csv", [|TimeSpan.FromDays(7)|]);
        }
        """,
        """
        using Amazon.S3.Model;
        using Azure.Storage.Blobs;
        using Azure.Storage.Sas;

        class Links
        {
            Uri Direct(BlobClient blob) => blob.GenerateSasUri(BlobSasPermissions.Read, DateTimeOffset.UtcNow.AddHours(24) /* a year */);

            Uri Never(BlobClient blob) => blob.GenerateSasUri(BlobSasPermissions.Read, DateTimeOffset.UtcNow.AddHours(24));

            Uri Clock(BlobClient blob, TimeProvider clock) => blob.GenerateSasUri(BlobSasPermissions.Read, clock.GetUtcNow().AddHours(24));

            GetPreSignedUrlRequest Sum() => new() { Expires = DateTime.UtcNow.AddHours(24) };

            void Twice(BlobClient first, BlobClient second)
            {
                // One end for both.
                var end = DateTimeOffset.UtcNow.AddHours(24);
                first.GenerateSasUri(BlobSasPermissions.Read, end);
                second.GenerateSasUri(BlobSasPermissions.Read, end);
            }

            string Signed(Google.Cloud.Storage.V1.UrlSigner signer) => signer.Sign("exports", "orders.csv", TimeSpan.FromHours(24));
        }
        """,
        Clients);

    [Fact]
    public Task Fixes_a_grant_of_everything_to_one_of_reading() => Fixes(
        """
        using Azure.Storage.Blobs;
        using static Azure.Storage.Sas.BlobSasPermissions;

        class Links
        {
            Uri Report(BlobClient blob) => blob.GenerateSasUri([|All|] /* for the shop */, DateTimeOffset.UtcNow.AddHours(1));

            Uri Total(BlobClient blob) => blob.GenerateSasUri(expiresOn: DateTimeOffset.UtcNow.AddHours(1), permissions: [|Azure.Storage.Sas.BlobSasPermissions.All|]);
        }
        """,
        """
        using Azure.Storage.Blobs;
        using static Azure.Storage.Sas.BlobSasPermissions;

        class Links
        {
            Uri Report(BlobClient blob) => blob.GenerateSasUri(Read /* for the shop */, DateTimeOffset.UtcNow.AddHours(1));

            Uri Total(BlobClient blob) => blob.GenerateSasUri(expiresOn: DateTimeOffset.UtcNow.AddHours(1), permissions: Azure.Storage.Sas.BlobSasPermissions.Read);
        }
        """);

    [Fact]
    public Task Fixes_a_grant_over_http() => Fixes(
        """
        using Azure.Storage.Sas;

        class Links
        {
            object Http() => new Amazon.S3.Model.GetPreSignedUrlRequest { Protocol = [|Amazon.S3.Protocol.HTTP|] };

            object Both() => new BlobSasBuilder { Protocol = [|SasProtocol.HttpsAndHttp|] };
        }
        """,
        """
        using Azure.Storage.Sas;

        class Links
        {
            object Http() => new Amazon.S3.Model.GetPreSignedUrlRequest { Protocol = Amazon.S3.Protocol.HTTPS };

            object Both() => new BlobSasBuilder { Protocol = SasProtocol.Https };
        }
        """);

    [Theory]
    [InlineData("Uri UploadLink() => blob.GenerateSasUri([|BlobSasPermissions.All|], DateTimeOffset.UtcNow.AddHours(1));")]
    [InlineData("Uri Link() { var writeLink = blob.GenerateSasUri([|BlobSasPermissions.All|], DateTimeOffset.UtcNow.AddHours(1)); return writeLink; }")]
    [InlineData("Uri Link() => blob.GenerateSasUri(BlobSasPermissions.Read, [|Life|]);")]
    [InlineData("Uri Link(bool now) => blob.GenerateSasUri(BlobSasPermissions.Read, [|now ? DateTimeOffset.UtcNow : DateTimeOffset.MaxValue|]);")]
    [InlineData("object Key(Constructs.Construct scope) => [|new Amazon.CDK.AWS.IAM.CfnAccessKey(scope, \"Key\", new Amazon.CDK.AWS.IAM.CfnAccessKeyProps { UserName = \"loader\" })|];")]
    public Task Offers_no_fix_where_it_could_be_wrong(string member) => OffersNoFix(
        $$"""
        using Azure.Storage.Blobs;
        using Azure.Storage.Sas;

        class Links
        {
            private static readonly DateTimeOffset Life = DateTimeOffset.UtcNow.AddDays(30);

            private readonly BlobClient blob = new(new Uri("https://orders.blob.core.windows.net/exports/orders.csv"));

            {{member}}
        }
        """);

    private static string InLinks(string expression) =>
        $$"""
        using Azure.Storage.Blobs;
        using Azure.Storage.Sas;

        class Links
        {
            private const int Days = 30;
            private const BlobSasPermissions Everything = BlobSasPermissions.All;
            private static readonly TimeSpan Long = TimeSpan.FromDays(30);
            private static readonly TimeSpan Short = TimeSpan.FromMinutes(30);

            public DateTimeOffset Settable { get; set; } = DateTimeOffset.UtcNow.AddDays(30);

            object? Link(BlobClient blob, Google.Cloud.Storage.V1.UrlSigner signer, bool shortly, int? days, int given, DateTimeOffset start) => {{expression}};
        }

        static class Elsewhere { public static readonly TimeSpan Life = TimeSpan.FromDays(3); }
        """;
}
