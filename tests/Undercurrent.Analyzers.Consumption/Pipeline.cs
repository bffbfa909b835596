namespace Undercurrent.Analyzers.Consumption;

/// <summary>A small pipeline in which each rule has something to say and its fix something to do, and one file no fix may touch.</summary>
internal static class Pipeline
{
    public const string Sdk = "Microsoft.NET.Sdk.Web";

    public const string Libraries = """
        <PackageReference Include="Npgsql" Version="9.0.3" />
        <PackageReference Include="Polly.Core" Version="8.9.1" />
        """;

    public static (string Name, string Text)[] Files =>
    [
        ("Customer.cs", """
            namespace Consumer;

            public sealed record Customer(int Id, string FullName, string Email);
            """),
        ("UC1001.cs", """
            using Npgsql;

            namespace Consumer;

            public sealed class Warehouse(IConfiguration configuration)
            {
                public string Region => configuration["Region"] ?? "eu";

                public NpgsqlConnectionStringBuilder Settings() => new()
                {
                    Host = "warehouse",
                    Password = "correct-horse-7", // the loader's own
                };
            }

            public static class Mirror
            {
                public static NpgsqlConnectionStringBuilder Settings() => new() { Host = "mirror", Password = "battery-staple-9" };
            }
            """),
        ("UC1002.cs", """
            using Npgsql;

            namespace Consumer;

            public static class Ledger
            {
                public static NpgsqlConnection Open() => new("Host=ledger;Username=loader;Password=correct-horse-7");
            }
            """),
        ("UC2001.cs", """
            namespace Consumer;

            public sealed class Loader(ILogger<Loader> logger)
            {
                public void Load(Customer customer)
                {
                    logger.LogInformation("Loaded {Email}", customer.Email);
                    logger.LogInformation("Loaded {Count} of {Email}", 3, customer.Email);
                }
            }
            """),
        ("UC2005.cs", """
            using Microsoft.AspNetCore.Mvc;

            namespace Consumer;

            [ApiController]
            [Route("customers")]
            public sealed class CustomersController : ControllerBase
            {
                private readonly Dictionary<int, Customer> _customers = new();

                [HttpGet("{id}")]
                public ActionResult<Customer> Find(int id)
                {
                    return _customers[id];
                }
            }
            """),
        ("UC6001.cs", """
            namespace Consumer;

            public sealed class Rates
            {
                private readonly HttpClient _http = new();

                public async Task<string> Read(CancellationToken cancellation)
                {
                    return await _http.GetStringAsync("https://rates.example/daily", cancellation);
                }
            }
            """),
    ];

    /// <summary>Findings that no fix may touch: a default argument must stay a constant.</summary>
    public static (string Name, string Text) Unfixable =>
        ("Unfixable.cs", """
            using Npgsql;

            namespace Consumer;

            public static class Archive
            {
                public static NpgsqlConnectionStringBuilder Settings(string password = "correct-horse-7") => new() { Host = "archive", Password = password };
            }
            """);

    public static IReadOnlyList<string> Rules { get; } = ["UC1001", "UC1002", "UC2001", "UC2005", "UC6001"];
}
