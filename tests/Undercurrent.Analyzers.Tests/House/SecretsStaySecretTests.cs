using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Rules;
using Undercurrent.Analyzers.Tests.Harness;
using Undercurrent.Analyzers.Tests.Knowledge;

namespace Undercurrent.Analyzers.Tests.House;

/// <summary>
/// A build log goes further than the source: nothing a rule says may hold the secret or the value it speaks of, or one beside it. The
/// same snippets ask each rule what it does in a test project.
/// </summary>
public sealed class SecretsStaySecretTests
{
    private const string Password = "quokka-n1ght-7";

    private static readonly string Token = TokenFormatsTests.TokenOf("GitHub token");

    private static readonly (string Rule, string Source)[] Snippets =
    [
        ("UC1001", "class Loader { string password = \"SECRET\"; void Ask(HttpRequestMessage ask) => ask.Headers.Add(\"X-Api-Key\", \"SECRET\"); }"),
        ("UC1001", "class Loader { object Sign() => new System.Security.Cryptography.HMACSHA256(System.Text.Encoding.UTF8.GetBytes(\"SECRET\")); }"),
        ("UC1001", "class Loader { bool Opens(string password) => password == \"SECRET\" || password.Equals(\"SECRET\"); }"),
        ("UC1002", "class Loader { const string Orders = \"Server=db.internal;User Id=loader;Password=SECRET\"; }"),
        ("UC1002", "class Loader { object Broker() => new Uri(\"amqp://loader:SECRET@broker.internal\"); }"),
        ("UC1002", "class Loader { string Orders(string host) => \"Server=\" + host + \";User Id=loader;Password=SECRET\"; }"),
        ("UC1003", "class Loader { string Mirror() => \"TOKEN\"; string Address() => \"https://git.internal/orders?with=TOKEN\"; }"),
        ("UC1005", "class Loader { const string Orders = \"Server=db.internal;User Id=sa;Password=SECRET\"; const string Mongo = \"mongodb://root:SECRET@db.internal/admin\"; }"),
        ("UC1006", "class Loader { const string Grant = \"GRANT ALL PRIVILEGES ON *.* TO 'loader'@'%' IDENTIFIED BY 'SECRET'\"; }"),
        ("UC1006", "class Loader { const string Policy = \"{ \\\"Statement\\\": [{ \\\"Sid\\\": \\\"SECRET\\\", \\\"Effect\\\": \\\"Allow\\\", \\\"Action\\\": \\\"s3:*\\\", \\\"Resource\\\": \\\"arn:aws:s3:::SECRET/*\\\" }] }\"; }"),
        ("UC1007", "class Loader { object Open() => new Azure.Storage.Blobs.BlobContainerClient(\"DefaultEndpointsProtocol=https;AccountName=orders;AccountKey=SECRET\", \"SECRET\").Create(Azure.Storage.Blobs.Models.PublicAccessType.Blob); }"),
        ("UC1007", "class Loader { object Open() => new Amazon.CDK.AWS.RDS.DatabaseInstanceProps { DatabaseName = \"SECRET\", PubliclyAccessible = true }; }"),
        ("UC1008", "class Loader { object Link() => new Azure.Storage.Sas.BlobSasBuilder(Azure.Storage.Sas.BlobSasPermissions.All, DateTimeOffset.UtcNow.AddYears(1)) { BlobName = \"SECRET\" }.ToSasQueryParameters(new Azure.Storage.StorageSharedKeyCredential(\"orders\", \"SECRET\")); }"),
        ("UC1008", "class Loader { object Key(Constructs.Construct scope) => new Amazon.CDK.AWS.IAM.CfnAccessKey(scope, \"SECRET\", new Amazon.CDK.AWS.IAM.CfnAccessKeyProps { UserName = \"SECRET\" }); }"),
        ("UC1009", "class Loader { object Broker() => new RabbitMQ.Client.ConnectionFactory { Uri = new Uri(\"amqp://loader:SECRET@broker.internal\") }; object Prices() => new HttpClient { BaseAddress = new Uri(\"http://loader:SECRET@prices.example/?key=SECRET\") }; }"),
        ("UC1009", "class Loader { const string Orders = \"Server=db.internal;User Id=loader;Password=SECRET;Encrypt=false\"; }"),
        ("UC1010", "class Loader { const string Orders = \"Server=db.internal;User Id=loader;Password=SECRET;TrustServerCertificate=true\"; }"),
        ("UC1011", "class Loader { object Store() => new Amazon.S3.Model.PutObjectRequest { Key = \"SECRET\", ServerSideEncryptionCustomerProvidedKey = \"SECRET\", ServerSideEncryptionMethod = Amazon.S3.ServerSideEncryptionMethod.None }; }"),
        ("UC1012", "class Loader { void Read(Npgsql.NpgsqlCommand command, string login, Dictionary<string, string> given) { command.CommandText = \"SELECT * FROM logins WHERE password = 'SECRET' AND login = '\" + login + \"'\"; command.CommandText = $\"SELECT '{given[\"SECRET\"]}'\"; } }"),
        ("UC1013", "using Microsoft.EntityFrameworkCore; using Microsoft.AspNetCore.Mvc; public class Login { public int TenantId { get; set; } public string Key { get; set; } = \"\"; } public class Desk : ControllerBase { private readonly IQueryable<Login> logins = null!; public List<Login> Read() => logins.Where(one => one.Key == \"SECRET\").IgnoreQueryFilters(new[] { \"Tenant\", \"SECRET\" }).ToList(); }"),
        ("UC1014", "using Microsoft.Extensions.Logging; class Loader { void Open(ILogger log, string password, Dictionary<string, string> passwords) { log.LogInformation(\"Opens with {Password} SECRET\", password); log.LogInformation(\"Opens with {Password}\", passwords[\"SECRET\"]); } }"),
        ("UC1015", "using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Mvc; public class Customer { public string FullName { get; set; } = \"\"; public string Email { get; set; } = \"\"; } public class Desk : ControllerBase { private readonly IQueryable<Customer> customers = null!; [HttpGet(\"/customers/SECRET\")] public Customer Read() => customers.First(one => one.Email == \"SECRET\"); } class Host { static void Run(WebApplication app) => app.MapControllers(); }"),
        ("UC2001", "using Microsoft.Extensions.Logging; class Customer { public int Id { get; set; } public string FullName { get; set; } = \"\"; public string Email { get; set; } = \"\"; } class Loader { void Load(ILogger log, Customer customer, Dictionary<string, Customer> all) { log.LogInformation(\"SECRET {Email}\", customer.Email); log.LogInformation(\"{Who}\", all[\"SECRET\"].Email); } }"),
        ("UC2002", "class Customer { public int Id { get; set; } public string FullName { get; set; } = \"\"; public string Email { get; set; } = \"\"; } class Loader { void Load(System.Diagnostics.Activity activity, Customer customer) => activity.SetTag(\"SECRET\", \"SECRET\" + customer.Email); }"),
        ("UC2003", "class Customer { public int Id { get; set; } public string FullName { get; set; } = \"\"; public string Email { get; set; } = \"\"; } class Loader { void Load(Customer customer) => throw new InvalidOperationException($\"SECRET {customer.Email}\"); }"),
        ("UC2004", "class Customer { public int Id { get; set; } public string FullName { get; set; } = \"\"; public string Email { get; set; } = \"\"; } class Loader { Task<string> Load(HttpClient http, Customer customer) => http.GetStringAsync(\"https://crm.internal/SECRET?email=\" + customer.Email); }"),
        ("UC2006", "using Confluent.Kafka; class Customer { public int Id { get; set; } public string FullName { get; set; } = \"\"; public string Email { get; set; } = \"\"; } class Loader { Task Load(IProducer<string, string> producer, Customer customer) => producer.ProduceAsync(\"SECRET\", new Message<string, string> { Key = \"SECRET\", Value = customer.Email + \"SECRET\" }); }"),
        ("UC2008", "class Customer { public int Id { get; set; } public string FullName { get; set; } = \"\"; public string Email { get; set; } = \"\"; } class Loader { byte[] Hash(Dictionary<string, Customer> all) => System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(all[\"SECRET\"].Email)); }"),
        ("UC2009", "class Loader { const string Orders = \"Host=db.internal;Username=loader;Password=SECRET;Include Error Detail=true\"; }"),
        ("UC2010", "class Loader { void Load(Npgsql.NpgsqlCommand command) => command.CommandText = \"COPY orders FROM 's3://drop/SECRET' CREDENTIALS 'SECRET' MAXERROR 100\"; }"),
        ("UC2013", "class Loader { int Load() { int.TryParse(\"SECRET\", out var count); return count + 1; } }"),
        ("UC2014", "class Loader { decimal Load() => decimal.Parse(File.ReadAllText(\"SECRET\")); }"),
        ("UC2017", "using System.Text.Json; class Order { public string Number { get; set; } = \"\"; } class Loader { readonly List<Order> orders = new(); async Task Load(HttpClient http) => orders.Add(JsonSerializer.Deserialize<Order>(await http.GetStringAsync(\"https://shop.internal/?key=SECRET\"))!); }"),
        ("UC2018", "class Loader { void Load(StackExchange.Redis.IDatabase cache, Guid id) => cache.StringSet($\"customer:SECRET:{id}\", \"SECRET\"); }"),
        ("UC2021", "class Loader { async Task<string> Load(HttpClient http) => await (await http.GetAsync(\"https://shop.internal/?key=SECRET\")).Content.ReadAsStringAsync(); }"),
    ];

    private static readonly (string Rule, string Name, string Text)[] Files =
    [
        ("UC1004", "appsettings.json", "{ \"Db\": { \"Password\": \"SECRET\" }, \"Mirrors\": [ \"TOKEN\" ], \"ConnectionStrings\": { \"Orders\": \"Server=db;User Id=loader;Password=SECRET\" } }"),
        ("UC1004", "compose.yml", "services:\n  db:\n    environment:\n      - DB_PASSWORD=SECRET\n"),
    ];

    /// <summary>All rules on security, and those on data that look at values.</summary>
    public static TheoryData<string> Asked => [.. House.Rules.Select(rule => rule.Descriptor()).Where(rule => rule.Category == Category.Security).Select(rule => rule.Id).Union(Snippets.Select(one => one.Rule))];

    [Theory, MemberData(nameof(Asked))]
    public async Task Nothing_said_of_a_secret_holds_it(string id)
    {
        foreach (var document in Of(id))
        {
            Assert.Empty(await Workshop.CompilerErrors(document));
            var said = await Workshop.Run(document, [.. House.Rules]);
            Assert.Contains(said, one => one.Id == id);
            foreach (var one in said)
            {
                Silent(one.GetMessage(CultureInfo.InvariantCulture));
                Assert.All(one.Properties, property => Silent($"{property.Key} {property.Value}"));
                foreach (var action in await Offered(document, one))
                    Silent($"{action.Title} {action.EquivalenceKey}");
            }
        }
    }

    [Theory, MemberData(nameof(Asked))]
    public async Task A_test_project_may_do_so_until_it_is_included(string id)
    {
        Assert.Contains(id, Options.TestProjects.Rules);
        foreach (var (config, speaks) in new[] { ("", false), ("undercurrent.test_projects = included", true), ($"undercurrent.{id}.test_projects = included", true) })
        {
            foreach (var document in Of(id, config))
            {
                var project = document.Project.AddMetadataReference(CSharpCompilation.Create("xunit.core").ToMetadataReference());
                Assert.Equal(speaks, (await Workshop.Run(project.GetDocument(document.Id)!, House.Rule(id))).Length > 0);
            }
        }
    }

    private static List<Document> Of(string id, string? config = null)
    {
        var all = Snippets.Where(one => one.Rule == id).Select(one => Workshop.Open(Secret(one.Source), new() { EditorConfig = config }))
            .Concat(Files.Where(one => one.Rule == id).Select(one => Workshop.Open("", new() { EditorConfig = config, AdditionalFiles = [(one.Name, Secret(one.Text))] })))
            .ToList();
        Assert.NotEmpty(all);
        return all;
    }

    private static string Secret(string marked) => marked.Replace("SECRET", Password, StringComparison.Ordinal).Replace("TOKEN", Token, StringComparison.Ordinal);

    private static void Silent(string text)
    {
        Assert.DoesNotContain("quokka", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Token[4..12], text, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<IEnumerable<CodeAction>> Offered(Document document, Diagnostic said)
    {
        if (House.Rule(said.Id).Fix() is not { } fix)
            return [];

        var offered = new List<CodeAction>();
        TextDocument at = said.Location.SourceTree is null ? document.Project.AdditionalDocuments.Single() : document;
        var context = at is Document source
            ? new CodeFixContext(source, said, (action, _) => offered.Add(action), CancellationToken.None)
            : new CodeFixContext(at, said, (action, _) => offered.Add(action), CancellationToken.None);
        await fix.RegisterCodeFixesAsync(context);
        return offered;
    }
}
