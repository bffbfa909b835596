using Undercurrent.Analyzers.Rules.Security;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.Security;

public sealed class UC1014CredentialInLogTests : RuleTests<UC1014CredentialInLog, UC1014CredentialInLogFix>
{
    [Theory]
    [InlineData("log.LogInformation(\"Opening with {Password}\", [|password|]);")]
    [InlineData("log.LogInformation($\"Opening with {[|password|]}\");")]
    [InlineData("log.LogInformation(\"Opening with \" + [|password|]);")]
    [InlineData("log.LogInformation(string.Format(\"Opening with {0}\", [|password|]));")]
    [InlineData("log.LogError(new Exception(), \"Opening {Host} with {Word}\", host, [|options.ApiKey|]);")]
    [InlineData("log.LogDebug(\"Opening with {Word}\", [|options?.ApiKey|]);")]
    [InlineData("log.LogDebug(\"{Word}\", [|configuration[\"Warehouse:Password\"]|]);")]
    [InlineData("log.LogDebug(\"{Word}\", [|configuration.GetConnectionString(\"Warehouse\")|]);")]
    [InlineData("log.LogDebug(\"{Word}\", [|Environment.GetEnvironmentVariable(\"WAREHOUSE_PASSWORD\")|]);")]
    [InlineData("log.LogDebug(\"{Word}\", [|connectionString|]);")]
    [InlineData("log.LogDebug(\"{Word}\", [|connection.ConnectionString|]);")]
    [InlineData("log.LogDebug(\"{Word}\", [|accessToken|]);")]
    [InlineData("log.LogDebug(\"{Word}\", [|GetSecret()|]);")]
    [InlineData("var word = password; log.LogDebug(\"{Word}\", [|word|]);")]
    [InlineData("var secret = host + \"!\"; log.LogDebug(\"{Word}\", [|secret|]);")]
    [InlineData("log.LogDebug(\"{Password}\", [|host|]);")]
    [InlineData("log.LogDebug(\"{@Login}\", new { host, [|password|] });")]
    [InlineData("log.LogDebug(\"{@Options}\", [|options|]);")]
    [InlineData("log.LogDebug(\"{Login}\", [|login|]);")]
    [InlineData("log.LogDebug(System.Text.Json.JsonSerializer.Serialize([|options|]));")]
    [InlineData("log.LogDebug(\"{Word}\", password is null ? host : [|password|]);")]
    [InlineData("using var scope = log.BeginScope(\"{Word}\", [|password|]);")]
    [InlineData("Console.WriteLine([|password|]);")]
    [InlineData("Console.Error.WriteLine($\"opened by {[|password|]}\");")]
    [InlineData("System.Diagnostics.Trace.WriteLine([|password|]);")]
    [InlineData("LoggerExtensions.LogInformation(log, message: \"{Word}\", args: [|password|]);")]
    [InlineData("activity.SetTag(\"db.login\", [|password|]);")]
    [InlineData("activity?.AddTag(\"db.login\", [|password|]);")]
    [InlineData("activity.SetBaggage(\"login\", $\"{host}:{[|password|]}\");")]
    [InlineData("activity.SetTag(\"db.password\", [|host|]);")]
    [InlineData("throw new InvalidOperationException($\"cannot open with {[|password|]}\");")]
    [InlineData("throw new InvalidOperationException(\"cannot open \" + [|connectionString|], new Exception());")]
    [InlineData("throw new ArgumentException(message: [|password|], paramName: nameof(password));")]
    [InlineData("throw new LoadException($\"cannot open with {[|password|]}\");")]
    [InlineData("Say([|password|]);")]
    public Task Flags_a_credential_that_is_written(string statement) => Flags(Source(statement));

    [Theory]
    [InlineData("log.LogInformation(\"Opening {Host}\", host);")]
    [InlineData("log.LogInformation(\"The password is missing\");")]
    [InlineData("log.LogInformation(\"{Length}\", password.Length);")]
    [InlineData("log.LogInformation(\"{Length}\", password?.Length ?? 0);")]
    [InlineData("log.LogInformation(\"{Has}\", password is not null);")]
    [InlineData("log.LogInformation(\"{Has}\", !string.IsNullOrEmpty(password));")]
    [InlineData("log.LogInformation(\"{Has}\", password == host);")]
    [InlineData("log.LogInformation(\"Password is {State}\", password is null ? \"missing\" : \"there\");")]
    [InlineData("log.LogInformation(\"{Word}\", Mask(password));")]
    [InlineData("var secret = Mask(password); log.LogInformation(\"{Word}\", secret);")]
    [InlineData("log.LogInformation(\"{Password}\", Mask(password));")]
    [InlineData("log.LogInformation(\"{Hash}\", password.GetHashCode());")]
    [InlineData("log.LogInformation(\"{Word}\", new string('*', password.Length));")]
    [InlineData("log.LogInformation(\"{Word}***\", password.Substring(0, 2));")]
    [InlineData("log.LogInformation(\"{Name}\", nameof(password));")]
    [InlineData("log.LogInformation(\"Secret {Name} is missing\", secretName);")]
    [InlineData("log.LogInformation(\"{Secret} is missing\", secretName);")]
    [InlineData("log.LogInformation(\"{Key}\", \"Warehouse:Password\");")]
    [InlineData("log.LogInformation(\"{PasswordHash}\", options.PasswordHash);")]
    [InlineData("log.LogInformation(\"Unexpected {Token}\", token);")]
    [InlineData("log.LogInformation(\"{Next}\", continuationToken);")]
    [InlineData("log.LogInformation(\"{Host}\", connection.DataSource);")]
    [InlineData("log.LogInformation(\"{Name}\", connectionStringName);")]
    [InlineData("log.LogInformation(\"{Host}\", configuration[\"Warehouse:Host\"]);")]
    [InlineData("log.LogInformation(\"{Options}\", options);")]
    [InlineData("log.LogInformation(\"{Host}\", options.Host);")]
    [InlineData("log.LogInformation(\"{Host}\", login.Host);")]
    [InlineData("var truncatedSecret = password[..4]; log.LogInformation(\"{Piece}\", truncatedSecret);")]
    [InlineData("log.LogInformation(\"{Word}***\", password[..2]);")]
    [InlineData("log.LogInformation(\"{Text}\", texts.GetString(\"InvalidPassword\"));")]
    [InlineData("log.LogInformation(\"{Text}\", localizer.T(\"InvalidSsoToken\"));")]
    [InlineData("throw new Exception(i18n.T(\"InvalidSsoToken\"));")]
    [InlineData("activity.SetTag(\"db.host\", host);")]
    [InlineData("activity.SetTag(\"db.password.length\", password.Length);")]
    [InlineData("throw new ArgumentNullException(nameof(password));")]
    [InlineData("throw new ArgumentException(\"The password is too short\", nameof(password));")]
    [InlineData("throw new LoadException(host, password);")]
    [InlineData("Open(password);")]
    [InlineData("host = password; connection.ConnectionString = connectionString;")]
    public Task Allows_what_says_no_credential(string statement) => Allows(Source(statement));

    [Theory]
    [InlineData("class Login { void Check(ILogger log, string token) => log.LogDebug(\"{Given}\", [|token|]); }")]
    [InlineData("class Desk { void Authenticate(ILogger log, string token) => log.LogDebug(\"{Given}\", [|token|]); }")]
    [InlineData("class Lexer { void Read(ILogger log, string token, string currentToken) => log.LogDebug(\"{Given} {Current}\", token, currentToken); }")]
    public async Task Takes_a_bare_token_for_one_only_where_logging_in_is_spoken_of(string source)
    {
        var text = "using Microsoft.Extensions.Logging;\n" + source;
        await (source.Contains("[|", StringComparison.Ordinal) ? Flags(text) : Allows(text));
    }

    [Fact]
    public Task Speaks_inside_the_helper_that_names_it() => Flags(
        """
        using Microsoft.Extensions.Logging;

        class Loader
        {
            void Load(ILogger log, string password) => Say(log, password);
            void Say(ILogger log, string password) => log.LogInformation("{Word}", [|password|]);
        }
        """);

    [Theory]
    [InlineData("log.LogInformation(\"{Event}\", new Changed { What = [|password|] });", "What", true)]
    [InlineData("log.LogInformation(\"{@Event}\", new Changed { What = [|password|] });", "", true)]
    [InlineData("log.LogInformation(\"{Event}\", new Changed { What = password });", "typeof(Changed).Name", false)]
    [InlineData("log.LogInformation(\"{Event}\", new Changed { What = password });", "", false)]
    [InlineData("Publish(new Changed { What = [|password|] });", "$\"changed {What}\"", true)]
    [InlineData("Publish(new Changed { What = password });", "", false)]
    [InlineData("Update([|password|]);", "What", true)]
    [InlineData("Update(password);", "typeof(Changed).Name", false)]
    public async Task Asks_what_an_object_writes(string statement, string written, bool flagged)
    {
        var text = $$"""
            using Microsoft.Extensions.Logging;

            class Changed
            {
                public string What { get; set; } = "";
                {{(written.Length == 0 ? "" : $"public override string ToString() => {written};")}}
            }

            class Loader
            {
                readonly ILogger log = null!;
                void Load(string password) { {{statement}} }
                void Update(string text) => Publish(new Changed { What = text });
                void Publish<T>(T happened) => log.LogInformation("{Event}", happened.ToString());
            }
            """;
        await (flagged ? Flags(text) : Allows(text));
    }

    [Theory]
    [InlineData("log.LogInformation(\"{Given}\", [|request.Headers.Authorization|]);")]
    [InlineData("log.LogInformation($\"called with {[|request.Headers.Authorization|]}\");")]
    [InlineData("log.LogInformation(\"{Given}\", [|request.Headers.Authorization|].ToString());")]
    [InlineData("log.LogInformation(\"{Given}\", [|request.Headers[\"X-Api-Key\"]|]);")]
    [InlineData("string? given = request.Headers[\"Authorization\"]; log.LogInformation(\"{Given}\", [|given|]);")]
    [InlineData("log.LogInformation(\"{Given}\", [|client.DefaultRequestHeaders.Authorization|]);")]
    [InlineData("log.LogInformation(\"{Given}\", [|failure.Data[\"password\"]|]);")]
    [InlineData("log.LogInformation(\"{Given}\", request.Headers.UserAgent);")]
    [InlineData("log.LogInformation(\"{Given}\", request.Headers[\"X-Request-Id\"]);")]
    [InlineData("log.LogInformation(\"{Given}\", request.Headers.Authorization.Count);")]
    [InlineData("log.LogInformation(\"{Given}\", client.DefaultRequestHeaders.Authorization?.Scheme);")]
    [InlineData("log.LogInformation(\"{Given}\", request.Headers.ContainsKey(\"Authorization\"));")]
    [InlineData("log.LogInformation(\"{Given}\", failure.Data[\"attempts\"]);")]
    [InlineData("log.LogInformation(\"{Given}\", rules.Authorization);")]
    public async Task Knows_the_headers_that_hold_one(string statement)
    {
        var text = $$"""
            using Microsoft.Extensions.Logging;

            class Rules { public string Authorization { get; set; } = ""; }

            class Desk
            {
                void Answer(ILogger log, Microsoft.AspNetCore.Http.HttpRequest request, System.Net.Http.HttpClient client, Exception failure, Rules rules)
                {
                    {{statement}}
                }
            }
            """;
        await (statement.Contains("[|", StringComparison.Ordinal) ? Flags(text) : Allows(text));
    }

    [Fact]
    public Task Allows_a_doppelganger() => Allows(
        """
        class Desk { public void LogInformation(string text, params object[] given) { } public void SetTag(string key, object value) { } }
        class Failure { public Failure(string message) { } }
        class Loader
        {
            object Load(Desk desk, string password)
            {
                desk.LogInformation("{Word}", password);
                desk.SetTag("password", password);
                return new Failure(password);
            }
        }
        """);

    [Fact]
    public Task Hears_the_users_own_words_masks_and_logs() => Flags(
        """
        class Loader
        {
            void Load(string badge, string password)
            {
                Journal.Keep([|badge|]);
                Journal.Keep(Veil(password));
            }

            string Veil(string text) => text;
        }

        static class Journal { public static void Keep(string text) { } }
        """,
        new() { EditorConfig = "undercurrent.credential_words = badge\nundercurrent.sanitisers = Veil\nundercurrent.log_sinks = Journal.Keep" });

    [Fact]
    public Task Hears_the_users_exclusions() => Allows(
        """
        using Microsoft.Extensions.Logging;

        class Loader
        {
            void Load(ILogger log, string gameSecret) => log.LogInformation("{Word}", gameSecret);
        }
        """,
        new() { EditorConfig = "undercurrent.credential_exclusions = game" });

    [Fact]
    public Task Leaves_it_out_with_its_hole_and_label() => Fixes(
        """
        using Microsoft.Extensions.Logging;

        class Loader
        {
            void Load(ILogger log, string host, string password, string apiKey)
            {
                // Both in one.
                log.LogInformation("Opening {Host}, password: {Password}, key={Key}", host, [|password|], [|apiKey|]); // here
                log.LogInformation($"Opening {host} password={[|password|]}");
                throw new InvalidOperationException("Cannot open " + host + [|password|]);
            }
        }
        """,
        """
        using Microsoft.Extensions.Logging;

        class Loader
        {
            void Load(ILogger log, string host, string password, string apiKey)
            {
                // Both in one.
                log.LogInformation("Opening {Host}", host); // here
                log.LogInformation($"Opening {host}");
                throw new InvalidOperationException("Cannot open " + host);
            }
        }
        """);

    [Fact]
    public Task Removes_a_tag() => Fixes(
        """
        using System.Diagnostics;

        class Loader
        {
            void Load(Activity activity, string host, string password)
            {
                activity.SetTag("host", host);
                activity?.SetTag("login", [|password|]);
                activity!.SetTag("login", [|password|]).SetTag("host", host);
                activity.SetTag("host", host).SetTag("login", [|password|]);
            }
        }
        """,
        """
        using System.Diagnostics;

        class Loader
        {
            void Load(Activity activity, string host, string password)
            {
                activity.SetTag("host", host);
                activity!.SetTag("host", host);
                activity.SetTag("host", host);
            }
        }
        """);

    [Fact]
    public Task Offers_no_fix_where_nothing_would_be_left() => OffersNoFix(
        """
        using Microsoft.Extensions.Logging;

        class Loader
        {
            void Load(ILogger log, string password)
            {
                log.LogInformation([|password|]);
                Console.WriteLine($"{[|password|]}");
                throw new InvalidOperationException([|password|]);
            }
        }
        """);

    [Fact]
    public async Task Says_the_name_and_where_it_goes()
    {
        var said = Assert.Single(await Workshop.Run(Workshop.Open("class Loader { void Load(string password) => throw new Exception($\"hunter2 {password}\"); }"), [new UC1014CredentialInLog()]));
        Assert.Equal("'password' looks like a credential and is written to an exception", said.GetMessage());
    }

    private static string Source(string statement) =>
        $$"""
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Logging;

        class Options { public string Host { get; set; } = ""; public string ApiKey { get; set; } = ""; public string PasswordHash { get; set; } = ""; }
        record Login(string Host, string Password);
        class Localizer { public string T(string key) => key; }
        interface II18nService { string T(string key); }
        class LoadException : Exception
        {
            public LoadException(string message) : base(message) { }
            public LoadException(string host, string password) : base("cannot open " + host) => Word = password;
            public string? Word { get; }
        }

        class Loader
        {
            readonly ILogger log = null!;
            readonly IConfiguration configuration = null!;

            readonly System.Resources.ResourceManager texts = null!;
            readonly Localizer localizer = new();
            readonly II18nService i18n = null!;

            void Load(string host, string password, string connectionString, string accessToken, string token, string secretName, string connectionStringName, string continuationToken,
                Options options, Login login, System.Data.Common.DbConnection connection, System.Diagnostics.Activity activity)
            {
                {{statement}}
            }

            string GetSecret() => log.ToString()!;
            string Mask(string text) => "***";
            void Say(string text) => log.LogInformation("{Text}", text);
            void Open(string text) => configuration["Word"] = text;
        }
        """;
}
