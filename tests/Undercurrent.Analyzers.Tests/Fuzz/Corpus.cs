using System.Text.RegularExpressions;

namespace Undercurrent.Analyzers.Tests.Fuzz;

/// <summary>What is mutated: every sample on every page, both sample pipelines file by file, and shapes that are seldom written.</summary>
internal static class Corpus
{
    private const string Oddities =
        """
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Logging;
        using Npgsql;

        interface IHave { string Email { get; } string Password { get; set; } }
        record struct Point(double Latitude, double Longitude);
        record Customer(int Id, string Email, string? Phone) { public Customer? Parent { get; init; } public IEnumerable<Customer> Children => new[] { this }; }

        partial class Odd<T> where T : IHave, new()
        {
            const string Password = Prefix + "x7" + Suffix;
            const string Prefix = "correct", Suffix = "horse";
            static readonly string Loop = Other;
            static readonly string Other = Loop;
            string this[string key] { get => this[key]; set => this[key] = value; }
            delegate string Ask(string email, string password = "battery-staple-9");

            string Again(string email) => Again(email);
            string Ping(string email) => Pong(email);
            string Pong(string email) => Ping(email);

            async IAsyncEnumerable<string> Read(HttpClient http, ILogger log, T have)
            {
                var customer = new Customer(1, have.Email, null) { Parent = new(2, Ping("a"), Again("b")) };
                foreach (var (id, email) in new[] { (1, customer.Email), (Id: 2, Email: customer?.Parent?.Email ?? "none") })
                    log?.LogInformation($"{id,4:D} {email.ToUpperInvariant()}" + "{{" + customer);

                log.LogError(new Exception(customer!.Phone), message: "{@Customer} {0} {Email", customer, customer with { Email = "x" });
                Func<string, Task<string>> fetch = async address => await http.GetStringAsync(address is { Length: > 3 } long_ ? long_ : "https://rates.example");
                local(out var text);
                yield return await fetch(text) switch { "" => customer.Email, { } some when some == Password => some, var rest => rest };
                goto end;
                end:
                unsafe_: while (true) { try { yield break; } finally { have.Password = Password; this["password"] ??= nameof(have.Password); } }
                void local(out string result) => result = typeof(T).Name + default(string) + (have.Password = "hunter" + 2) + new NpgsqlConnection("Host=h;Username=u;Password=" + Password).ConnectionString;
            }
        }
        """;

    public static IReadOnlyList<string> Snippets { get; } = [Oddities, .. Pages(), .. Samples()];

    /// <summary>Configuration files of each format, with everything in them that is read.</summary>
    public static IReadOnlyList<(string Name, string Text)> Files { get; } =
    [
        ("appsettings.json", """
            // Ours.
            {
              "ConnectionStrings": { "Orders": "Host=db;Username=loader;Password=night-loader-7", "Odd": "Server=.\\SQL;User Id=\u0061;Pwd=x7\"y z;" /* local */ },
              "Jwt": { "Key": "k7Rt20xw9fLq44bz", "Lifetimes": [ 1, 2.5e3, "00:20:00", { "Password": "night-loader-8" }, ], },
              "Broker": "amqp://loader:n1ghtl0ader@broker.internal", // theirs
            }
            """),
        ("web.config", """
            <?xml version="1.0"?><!DOCTYPE configuration [ <!ENTITY x "y"> ]>
            <configuration>
              <!-- Ours. -->
              <connectionStrings><add name="Orders" connectionString="metadata=x;provider connection string=&quot;data source=db;user id=a;password=night-loader-7&quot;" /></connectionStrings>
              <appSettings><add key='ApiKey' value='k7Rt-20xw-9fLq' /><add key="Text" value="&#x41;&amp;&lt;" /></appSettings>
              <setting name="Password"><value>night-loader-8</value></setting><note><![CDATA[ <add key="Password" value="x" /> ]]></note>
            </configuration>
            """),
        (".env", """
            # Ours.
            export DB_PASSWORD="night-loader-7" # tonight
            ConnectionStrings__Orders='Host=db;Username=loader;Password=night-loader-8'
            PRIVATE_KEY="-----BEGIN RSA PRIVATE KEY-----
            k7Rt20xw9fLq44bz
            -----END RSA PRIVATE KEY-----"
            REGION=eu
            """),
        ("docker-compose.yml", """
            x-db: &db
              POSTGRES_PASSWORD: &password "night-loader-7"
            services:
              db:
                environment: { <<: *db, ROOT_PASSWORD: *password, "Api:Key": 'k7Rt-20xw-9fLq' }
                command: >-
                  run --password=x
              loader:
                environment:
                - "DB_PASSWORD=night-loader-8"
                - BROKER=amqp://loader:n1ghtl0ader@broker
                - name: a
                  password: night-loader-9 # theirs
            """),
    ];

    private static IEnumerable<string> Pages() =>
        from page in Directory.GetFiles(Path.Combine(House.House.Root, "docs", "rules"), "UC*.md").Order(StringComparer.Ordinal)
        from sample in Regex.Matches(File.ReadAllText(page), "```csharp\n(.*?)\n```", RegexOptions.Singleline)
        select sample.Groups[1].Value;

    private static IEnumerable<string> Samples() =>
        from file in Directory.GetFiles(Path.Combine(House.House.Root, "samples"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where !file.Contains("obj", StringComparison.Ordinal)
        select File.ReadAllText(file);
}
