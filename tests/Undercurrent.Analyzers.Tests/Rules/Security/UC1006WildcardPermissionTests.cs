using Undercurrent.Analyzers.Rules.Security;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.Security;

public sealed class UC1006WildcardPermissionTests : RuleTests<UC1006WildcardPermission, UC1006WildcardPermissionFix>
{
    /// <summary>The shapes of packages that no feed we restore from has.</summary>
    private static readonly Given Elsewhere = new()
    {
        Sources =
        [
            ("Bson.cs", """
            namespace MongoDB.Bson
            {
                public class BsonValue { public static implicit operator BsonValue(string value) => throw null!; }
                public class BsonDocument : BsonValue, System.Collections.IEnumerable
                {
                    public BsonDocument() => throw null!;
                    public BsonDocument(string name, BsonValue value) => throw null!;
                    public BsonValue this[string name] { get => throw null!; set => throw null!; }
                    public BsonDocument Add(string name, BsonValue value) => throw null!;
                    public static BsonDocument Parse(string json) => throw null!;
                    public System.Collections.IEnumerator GetEnumerator() => throw null!;
                }
                public class BsonArray : BsonValue, System.Collections.IEnumerable
                {
                    public BsonArray Add(BsonValue value) => throw null!;
                    public System.Collections.IEnumerator GetEnumerator() => throw null!;
                }
            }
            """),
            ("Azure.cs", """
            namespace Azure.ResourceManager.Authorization.Models
            {
                public class RoleAssignmentCreateOrUpdateContent
                {
                    public RoleAssignmentCreateOrUpdateContent(Azure.Core.ResourceIdentifier roleDefinitionId, System.Guid principalId) => throw null!;
                }
            }
            namespace Pulumi.AzureNative.Authorization
            {
                public class RoleAssignmentArgs { public string? RoleDefinitionId { get; set; } public string? PrincipalId { get; set; } public string? Scope { get; set; } }
            }
            namespace Pulumi.Azure.Authorization
            {
                public class AssignmentArgs { public string? RoleDefinitionName { get; set; } public string? PrincipalId { get; set; } public string? Scope { get; set; } }
            }
            """),
        ],
    };

    [Theory]
    [InlineData("""Actions = new[] { [|"*"|] }, Resources = new[] { bucket.BucketArn }""")]
    [InlineData("""Actions = new[] { [|"s3:*"|] }, Resources = new[] { bucket.BucketArn }""")]
    [InlineData("""Actions = new[] { [|"s3:*"|], [|"dynamodb:*"|], "sqs:SendMessage" }, Resources = new[] { bucket.BucketArn }""")]
    [InlineData("""Actions = new[] { "s3:GetObject" }, Resources = new[] { [|"*"|] }""")]
    [InlineData("""Actions = new[] { "logs:PutLogEvents", "logs:DeleteLogGroup" }, Resources = new[] { [|"*"|] }""")]
    [InlineData("""Actions = new[] { "s3:GetObject", "s3:ListAllMyBuckets" }, Resources = new[] { [|"*"|] }""")]
    [InlineData("""Actions = new[] { "s3:GetObject" }, Resources = new[] { [|"arn:aws:s3:::*"|] }""")]
    [InlineData("""Effect = Effect.ALLOW, Actions = new[] { [|"iam:*"|] }, Resources = new[] { [|"*"|] }""")]
    [InlineData("""NotActions = [|new[] { "iam:*" }|], Resources = new[] { bucket.BucketArn }""")]
    [InlineData("""Actions = [|Everything|], Resources = new[] { bucket.BucketArn }""")]
    [InlineData("""Actions = new[] { [|All|] }, Resources = new[] { bucket.BucketArn }""")]
    [InlineData("""Actions = new[] { "s3:GetObject" }, Resources = new[] { bucket.BucketArn }, Principals = new IPrincipal[] { [|new AnyPrincipal()|] }""")]
    [InlineData("""Actions = new[] { "s3:GetObject" }, Resources = new[] { bucket.BucketArn }, Principals = new[] { [|new StarPrincipal()|] }""")]
    public Task Flags_a_statement_without_bounds(string props) => Flags(Stack("new PolicyStatement(new PolicyStatementProps { " + props + " });"));

    [Theory]
    [InlineData("""Actions = new[] { "s3:GetObject", "s3:ListBucket" }, Resources = new[] { bucket.BucketArn, bucket.BucketArn + "/*" }""")]
    [InlineData("""Actions = new[] { "s3:Get*", "s3:List*" }, Resources = new[] { "arn:aws:s3:::orders/*" }""")]
    [InlineData("""Effect = Effect.DENY, Actions = new[] { "s3:*" }, Resources = new[] { "*" }, Principals = new[] { new AnyPrincipal() }""")]
    [InlineData("""Actions = new[] { "cloudwatch:PutMetricData" }, Resources = new[] { "*" }""")]
    [InlineData("""Actions = new[] { "xray:PutTraceSegments", "xray:PutTelemetryRecords" }, Resources = new[] { "*" }""")]
    [InlineData("""Actions = new[] { "ec2:DescribeInstances", "s3:ListAllMyBuckets", "ecr:GetAuthorizationToken" }, Resources = new[] { "*" }""")]
    [InlineData("""Actions = new[] { "logs:CreateLogGroup", "logs:PutLogEvents" }, Resources = new[] { "arn:aws:logs:*:*:*" }""")]
    [InlineData("""Actions = new[] { "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents" }, Resources = new[] { "*" }""")]
    [InlineData("""Actions = new[] { "kms:*" }, Resources = new[] { "*" }, Principals = new[] { new AccountRootPrincipal() }""")]
    [InlineData("""Actions = new[] { "ec2:StartInstances" }, Resources = new[] { "*" }, Conditions = new Dictionary<string, object>()""")]
    [InlineData("""Actions = new[] { "s3:GetObject" }, Resources = new[] { bucket.BucketArn }, Principals = new[] { new AnyPrincipal() }, Conditions = new Dictionary<string, object>()""")]
    [InlineData("""Actions = new[] { "s3:GetObject" }, Resources = new[] { $"{bucket.BucketArn}*" }""")]
    [InlineData("""Actions = new[] { "s3:GetObject" }, Resources = new[] { bucket.BucketArn }, Principals = new[] { new ServicePrincipal("glue.amazonaws.com") }""")]
    public Task Allows_a_statement_with_bounds(string props) => Allows(Stack("new PolicyStatement(new PolicyStatementProps { " + props + " });"));

    [Fact]
    public Task Flags_what_is_added_to_a_statement() => Flags(Stack(
        """
        var statement = new PolicyStatement();
        statement.AddActions("s3:GetObject", [|"dynamodb:*"|]);
        statement.AddResources([|"*"|]);
        [|statement.AddAnyPrincipal()|];
        var other = new PolicyStatement(new PolicyStatementProps { Actions = new[] { "s3:GetObject" } });
        [|other.AddAllResources()|];
        """));

    [Fact]
    public Task Allows_what_is_added_to_a_statement_that_denies_or_needs_it() => Allows(Stack(
        """
        var denied = new PolicyStatement(new PolicyStatementProps { Effect = Effect.DENY });
        denied.AddActions("s3:*");
        denied.AddAllResources();
        denied.AddAnyPrincipal();
        var later = new PolicyStatement();
        later.Effect = Effect.DENY;
        later.AddActions("s3:*");
        var traced = new PolicyStatement();
        traced.AddActions("xray:PutTraceSegments");
        traced.AddAllResources();
        var bound = new PolicyStatement();
        bound.AddActions("sqs:SendMessage");
        bound.AddAnyPrincipal();
        bound.AddCondition("StringEquals", "aws:PrincipalOrgID");
        """));

    [Fact]
    public Task Flags_policies_of_administrators_and_grants_of_everything() => Flags(Stack(
        """
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName([|"AdministratorAccess"|]));
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName([|"AmazonS3FullAccess"|]));
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName([|"job-function/SystemAdministrator"|]));
        role.AddManagedPolicy(ManagedPolicy.FromManagedPolicyArn(scope, "kept", [|"arn:aws:iam::aws:policy/PowerUserAccess"|]));
        [|table.GrantFullAccess(role)|];
        table.Grant(role, [|"dynamodb:*"|]);
        bucket.GrantRead([|new AnyPrincipal()|]);
        """));

    [Fact]
    public Task Allows_policies_and_grants_of_a_task() => Allows(Stack(
        """
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("AmazonS3ReadOnlyAccess"));
        role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("service-role/AWSLambdaBasicExecutionRole"));
        role.AddManagedPolicy(ManagedPolicy.FromManagedPolicyArn(scope, "own", "arn:aws:iam::123456789012:policy/OrdersFullAccess"));
        table.GrantReadData(role);
        table.Grant(role, "dynamodb:GetItem", "dynamodb:Query");
        bucket.GrantRead(new AnyPrincipal().WithConditions(new Dictionary<string, object>()));
        Console.WriteLine("AdministratorAccess");
        """));

    [Theory]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["s3:GetObject","dynamodb:*"],"Resource":"arn:aws:s3:::orders/*"}}""")]
    [InlineData("""{"Statement":[{"Resource":["*"],"Action":["s3:GetObject"],"Effect":"Allow","Sid":"a"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Deny","Action":"*","Resource":"*"},{"Effect":"Allow","NotAction":"iam:*","Resource":"arn:aws:s3:::orders"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sqs:SendMessage","Resource":"arn:aws:sqs:eu-west-1:123456789012:orders"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::orders/*"}]}""")]
    public Task Flags_a_policy_text_without_bounds(string text) => Flags($$""""class Policies { const string Policy = [|"""{{text}}"""|]; }"""");

    [Theory]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::orders/*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":["xray:PutTraceSegments","cloudwatch:PutMetricData"],"Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"ec2:StartInstances","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/Team":"data"}}}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"kms:*","Resource":"*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""")]
    [InlineData("""{"Effect":"Blur","Action":"*","Resource":"*"}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::orders","Sid":"*"}""")]
    public Task Allows_a_policy_text_with_bounds(string text) => Allows($$""""class Policies { const string Policy = """{{text}}"""; }"""");

    [Fact]
    public Task Flags_a_policy_text_that_is_put_together() => Flags(
        """""
        class Policies
        {
            static string Of(string bucket) => [|$$"""{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::{{bucket}}/*"}]}"""|];

            static string Old(string arn) => [|"{\"Statement\":[{\"Effect\":\"Allow\"," + "\"Action\":\"*\",\"Resource\":\"" + arn + "\"}]}"|];

            static string Narrow(string bucket) => $$"""{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::{{bucket}}*"}]}""";
        }
        """"");

    [Theory]
    [InlineData("GRANT ALL ON SCHEMA orders TO loader")]
    [InlineData("grant all privileges on database orders to loader")]
    [InlineData("GRANT ALL PRIVILEGES ON *.* TO 'loader'@'%' WITH GRANT OPTION")]
    [InlineData("CREATE USER loader; GRANT ALL TO loader")]
    [InlineData("GRANT CONTROL ON DATABASE::Orders TO loader")]
    [InlineData("GRANT CONTROL SERVER TO loader")]
    [InlineData("GRANT SELECT, INSERT ON *.* TO 'loader'@'%'")]
    [InlineData("GRANT SELECT ON orders TO PUBLIC")]
    [InlineData("GRANT SELECT ON orders TO loader WITH GRANT OPTION;")]
    [InlineData("GRANT DBA TO loader")]
    [InlineData("GRANT SELECT ANY TABLE TO loader")]
    [InlineData("GRANT ROLE ACCOUNTADMIN TO USER loader")]
    [InlineData("GRANT ALL PERMISSIONS ON ALL KEYSPACES TO loader")]
    [InlineData("ALTER ROLE db_owner ADD MEMBER loader")]
    [InlineData("ALTER ROLE [db_owner] ADD MEMBER [loader];")]
    [InlineData("CREATE LOGIN loader WITH PASSWORD = '{0}'; ALTER SERVER ROLE sysadmin ADD MEMBER loader")]
    [InlineData("EXEC sp_addrolemember N'db_owner', N'loader'")]
    [InlineData("sp_addsrvrolemember 'loader', 'sysadmin'")]
    [InlineData("EXEC master..sp_addsrvrolemember @loginame = N'loader', @rolename = N'sysadmin'")]
    [InlineData("ALTER USER loader WITH SUPERUSER")]
    [InlineData("CREATE ROLE loader WITH LOGIN = true AND SUPERUSER = true")]
    [InlineData("ALTER DEFAULT PRIVILEGES IN SCHEMA orders GRANT ALL ON TABLES TO loader")]
    [InlineData("DO $$ BEGIN GRANT ALL ON orders TO loader; END $$")]
    [InlineData("EXEC('GRANT ALL ON orders TO loader')")]
    [InlineData("{ createUser: 'loader', pwd: pwd, roles: [ { role: 'root', db: 'admin' } ] }")]
    [InlineData("{ grantRolesToUser: 'loader', roles: [ 'readWriteAnyDatabase' ] }")]
    public Task Flags_a_statement_that_gives_everything(string text) => Flags($$"""class Setup { const string Statement = [|"{{text}}"|]; }""");

    [Theory]
    [InlineData("GRANT SELECT, INSERT ON orders TO loader")]
    [InlineData("GRANT SELECT ON ALL TABLES IN SCHEMA orders TO loader")]
    [InlineData("GRANT USAGE ON SCHEMA public TO loader")]
    [InlineData("GRANT SELECT, RELOAD, REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO 'capture'@'%'")]
    [InlineData("REVOKE ALL ON SCHEMA orders FROM PUBLIC")]
    [InlineData("REVOKE GRANT OPTION FOR SELECT ON orders FROM loader")]
    [InlineData("DENY CONTROL ON DATABASE::Orders TO loader")]
    [InlineData("ALTER ROLE db_owner DROP MEMBER loader")]
    [InlineData("ALTER ROLE db_datareader ADD MEMBER loader")]
    [InlineData("EXEC sp_addrolemember 'db_datareader', 'loader'")]
    [InlineData("CREATE ROLE loader NOSUPERUSER LOGIN")]
    [InlineData("CREATE ROLE loader WITH SUPERUSER = false")]
    [InlineData("SELECT IS_SRVROLEMEMBER('sysadmin')")]
    [InlineData("CREATE TABLE grants (role text, superuser boolean)")]
    [InlineData("-- GRANT ALL ON orders TO loader")]
    [InlineData("/* GRANT ALL ON orders TO loader */ GRANT SELECT ON orders TO loader")]
    [InlineData("Grant all users access to the report")]
    [InlineData("Grant all to the team")]
    [InlineData("You must GRANT ALL ON orders TO loader first")]
    [InlineData("{ createUser: 'root', roles: [ { role: 'read', db: 'orders' } ] }")]
    [InlineData("root")]
    public Task Allows_a_statement_that_gives_what_is_needed(string text) => Allows($$"""class Setup { const string Statement = "{{text}}"; }""");

    [Fact]
    public Task Flags_statements_put_together_where_they_stand() => Flags(
        """
        class Setup
        {
            void Run(string schema, string user)
            {
                Execute([|$"GRANT ALL ON SCHEMA {schema} TO {user}"|]);
                Execute([|"GRANT ALL PRIVILEGES ON DATABASE " + schema + " TO " + user|]);
                Execute([|$"ALTER ROLE db_owner ADD MEMBER [{user}]"|]);
                Execute([|"GRANT ALL " + schema|]);
                Execute("GRANT ALL");
                Execute($"GRANT SELECT ON SCHEMA {schema} TO {user}");
                Execute($"GRANT {schema} TO {user}");
            }

            static void Execute(string statement) => _ = statement.Length;
        }
        """);

    [Fact]
    public Task Allows_what_only_speaks_of_a_permission() => Allows(
        """
        class Audit
        {
            bool IsWide(string statement, string arn)
            {
                if (statement == "GRANT ALL ON SCHEMA orders TO loader" || arn is "arn:aws:iam::aws:policy/AdministratorAccess" || statement.Contains("GRANT ALL ON"))
                    Console.WriteLine("GRANT ALL ON SCHEMA orders TO loader");
                throw new InvalidOperationException("GRANT ALL ON SCHEMA orders TO loader");
            }
        }
        """);

    [Fact]
    public Task Flags_access_to_everything_of_a_broker() => Flags(
        """
        using Confluent.Kafka.Admin;

        class Acls
        {
            AclBinding[] All() => new[]
            {
                new AclBinding
                {
                    Pattern = new ResourcePattern { Type = ResourceType.Topic, Name = "*", ResourcePatternType = ResourcePatternType.Literal },
                    Entry = new AccessControlEntry { Principal = "User:loader", Host = "*", Operation = [|AclOperation.All|], PermissionType = AclPermissionType.Allow },
                },
                new()
                {
                    Pattern = new() { Type = ResourceType.Topic, Name = "orders", ResourcePatternType = ResourcePatternType.Literal },
                    Entry = new() { Principal = [|"User:*"|], Host = "*", Operation = AclOperation.Read, PermissionType = AclPermissionType.Allow },
                },
            };
        }
        """);

    [Fact]
    public Task Allows_access_to_a_topic_and_what_is_denied() => Allows(
        """
        using Confluent.Kafka.Admin;

        class Acls
        {
            AclBinding[] All() => new[]
            {
                new AclBinding
                {
                    Pattern = new ResourcePattern { Type = ResourceType.Topic, Name = "orders", ResourcePatternType = ResourcePatternType.Literal },
                    Entry = new AccessControlEntry { Principal = "User:loader", Host = "*", Operation = AclOperation.All, PermissionType = AclPermissionType.Allow },
                },
                new AclBinding
                {
                    Pattern = new ResourcePattern { Type = ResourceType.Topic, Name = "*", ResourcePatternType = ResourcePatternType.Literal },
                    Entry = new AccessControlEntry { Principal = "User:*", Host = "*", Operation = AclOperation.All, PermissionType = AclPermissionType.Deny },
                },
                new AclBinding
                {
                    Pattern = new ResourcePattern { Type = ResourceType.Topic, Name = "*", ResourcePatternType = ResourcePatternType.Literal },
                    Entry = new AccessControlEntry { Principal = "User:monitor", Host = "*", Operation = AclOperation.Describe, PermissionType = AclPermissionType.Allow },
                },
            };
        }
        """);

    [Fact]
    public Task Flags_roles_of_every_database() => Flags(
        """
        using MongoDB.Bson;

        class Users
        {
            BsonDocument Loader(string password) => new()
            {
                { "createUser", "loader" },
                { "pwd", password },
                { "roles", new BsonArray { [|"readWriteAnyDatabase"|], new BsonDocument { { "role", [|"root"|] }, { "db", "admin" } }, new BsonDocument("role", [|"dbOwner"|]) } },
            };

            BsonDocument Granted(BsonDocument command)
            {
                command["roles"] = new BsonArray { [|"clusterAdmin"|] };
                return command;
            }
        }
        """,
        Elsewhere);

    [Fact]
    public Task Allows_roles_of_one_database_and_users_of_that_name() => Allows(
        """
        using MongoDB.Bson;

        class Users
        {
            BsonDocument Loader(string password) => new()
            {
                { "createUser", "root" },
                { "pwd", password },
                { "roles", new BsonArray { "read", new BsonDocument { { "role", "readWrite" }, { "db", "root" } } } },
            };

            Dictionary<string, string> Tree => new() { { "path", "root" } };
        }
        """,
        Elsewhere);

    [Fact]
    public Task Flags_roles_that_change_everything_below_them() => Flags(
        """
        using Azure.Core;
        using Azure.ResourceManager.Authorization.Models;

        class Assignments
        {
            private const string OwnerRole = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

            object Content(string subscription, Guid loader) => new RoleAssignmentCreateOrUpdateContent(
                new ResourceIdentifier([|$"/subscriptions/{subscription}/providers/Microsoft.Authorization/roleDefinitions/{OwnerRole}"|]), loader);

            object Pulumi(string loader, string scope) => new Pulumi.AzureNative.Authorization.RoleAssignmentArgs
            {
                PrincipalId = loader, Scope = scope, RoleDefinitionId = [|"/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c"|],
            };

            object Classic(string loader, string scope) => new Pulumi.Azure.Authorization.AssignmentArgs { PrincipalId = loader, Scope = scope, RoleDefinitionName = [|"Contributor"|] };
        }
        """,
        Elsewhere);

    [Fact]
    public Task Allows_roles_for_data() => Allows(
        """
        class Assignments
        {
            private const string OwnerRole = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

            bool IsOwner(string role) => role == OwnerRole;

            object Pulumi(string loader, string scope) => new Pulumi.AzureNative.Authorization.RoleAssignmentArgs
            {
                PrincipalId = loader, Scope = scope, RoleDefinitionId = "/providers/Microsoft.Authorization/roleDefinitions/ba92f5b4-2d11-453d-a403-e96b0029c9fe",
            };

            object Classic(string loader, string scope) => new Pulumi.Azure.Authorization.AssignmentArgs { PrincipalId = loader, Scope = scope, RoleDefinitionName = "Storage Blob Data Reader" };
        }
        """,
        Elsewhere);

    [Fact]
    public Task Gives_a_reader_reading_only() => Fixes(
        Stack(
            """
            [|table.GrantFullAccess(reportReader)|];
            reportReader.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName([|"AmazonS3FullAccess"|]));
            """),
        Stack(
            """
            table.GrantReadData(reportReader);
            reportReader.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName("AmazonS3ReadOnlyAccess"));
            """));

    [Fact]
    public Task Gives_others_the_data_but_not_the_table() => Fixes(Stack("[|table.GrantFullAccess(role)|]; // the loader"), Stack("table.GrantReadWriteData(role); // the loader"));

    [Fact]
    public Task Gives_others_the_data_behind_a_question_mark() => Fixes(Stack("object? given = table?[|.GrantFullAccess(role)|];"), Stack("object? given = table?.GrantReadWriteData(role);"));

    [Theory]
    [InlineData("""role.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName([|"AmazonS3FullAccess"|]));""")]
    [InlineData("""reportReader.AddManagedPolicy(ManagedPolicy.FromAwsManagedPolicyName([|"AdministratorAccess"|]));""")]
    [InlineData("""new PolicyStatement(new PolicyStatementProps { Actions = new[] { [|"s3:*"|] }, Resources = new[] { bucket.BucketArn } });""")]
    public Task Offers_nothing_where_nothing_tells_what_is_needed(string lines) => OffersNoFix(Stack(lines));

    private static string Stack(string lines) =>
        $$"""
        using Amazon.CDK.AWS.DynamoDB;
        using Amazon.CDK.AWS.IAM;
        using Amazon.CDK.AWS.S3;

        class OrdersStack
        {
            private const string All = "s3:*";
            private static readonly string[] Everything = { "*" };

            void Build(Constructs.Construct scope, IRole role, IRole reportReader, IBucket bucket, ITable table)
            {
                {{lines.Replace("\n", "\n        ", StringComparison.Ordinal)}}
            }
        }
        """;
}
