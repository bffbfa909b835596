using System.Text;
using Microsoft.CodeAnalysis;
using Undercurrent.Analyzers.Rules.Security;
using Undercurrent.Analyzers.Tests.Harness;
using Undercurrent.Analyzers.Tests.Knowledge;

namespace Undercurrent.Analyzers.Tests.Rules.Security;

public sealed class UC1003TokenInSourceTests : RuleTests<UC1003TokenInSource, UC1003TokenInSourceFix>
{
    private static readonly string GitHub = TokenFormatsTests.TokenOf("GitHub token");
    private static readonly string GitLab = TokenFormatsTests.TokenOf("GitLab token");
    private static readonly string Slack = TokenFormatsTests.TokenOf("Slack token");
    private static readonly string Signed = TokenFormatsTests.TokenOf("Azure shared access signature");
    private static readonly string Key = TokenFormatsTests.TokenOf("private key");

    public static TheoryData<string> Expressions => new(
        $"[|\"{GitHub}\"|]",
        $"[|@\"{GitHub}\"|]",
        $"[|\"\"\"{GitHub}\"\"\"|]",
        $"[|\"{GitHub[..9]}\" + \"{GitHub[9..]}\"|]",
        $"[|\"{GitHub[..4]}\" + \"{GitHub[4..20]}\" + \"{GitHub[20..]}\"|]",
        $"[|\"Bearer {GitHub}\"|]",
        $"\"Bearer \" + [|\"{GitHub}\"|]",
        $"given + [|\"?access={GitLab}\"|]",
        $"[|$\"https://gitlab.example/orders?access={GitLab}&page={{given}}\"|]",
        $"[|$\"{{given}} {GitLab}\"|]",
        $"given ?? [|\"{Slack}\"|]",
        $"given == \"\" ? [|\"{Slack}\"|] : given",
        $"string.Concat(given, [|\"{Slack}\"|])",
        $"new[] {{ [|\"{Slack}\"|] }}",
        $"(given, [|\"{Slack}\"|])",
        $"new Uri([|\"{Signed}\"|])",
        $"[|@\"{Key}\"|]",
        $"[|\"{Key.Replace("\n", "\\n", StringComparison.Ordinal)}\"|]",
        $"[|\"{Slack}\"u8|].Length",
        $"given switch {{ \"a\" => [|\"{Slack}\"|], _ => given }}",
        $"new List<string> {{ [|\"{Slack}\"|] }}",
        $"given.Replace(\"x\", [|\"{Slack}\"|])",
        $"[|\"Bearer {TokenFormatsTests.TokenOf("Google access token")}\"|]");

    [Theory, MemberData(nameof(Expressions))]
    public Task Flags_a_token_wherever_it_stands(string expression) => Flags(
        $$"""
        class Loader
        {
            object Load(string given) => {{expression}};
        }
        """);

    [Theory]
    [InlineData("[Obsolete([|\"{0}\"|])]")]
    [InlineData("[Obsolete([|\"see {0}\"|], error: false)]")]
    [InlineData("[System.ComponentModel.DefaultValue(value: [|\"{0}\"|])]")]
    [InlineData("[Desks(Names = new[] { \"desk\", [|\"{0}\"|] })]")]
    [InlineData("[method: Obsolete([|\"{1}\" + \"{2}\"|])]")]
    [InlineData("[Desks(Names = new[] { \"X-Api-Key\", [|\"{0}\"|] })]")]
    public Task Flags_and_leaves_a_token_in_an_attribute(string attribute) => OffersNoFix(
        $$"""
        sealed class DesksAttribute : Attribute { public string[] Names { get; set; } = Array.Empty<string>(); }

        class Loader
        {
            {{attribute.Replace("{0}", GitHub, StringComparison.Ordinal).Replace("{1}", GitHub[..9], StringComparison.Ordinal).Replace("{2}", GitHub[9..], StringComparison.Ordinal)}}
            string Load() => "";
        }
        """);

    [Theory]
    [InlineData("[Obsolete(\"ghp_{GITHUB_TOKEN}\")]")]
    [InlineData("[Obsolete(nameof(Load))]")]
    [InlineData("[Obsolete(Held)]")]
    [InlineData("[System.ComponentModel.DefaultValue(\"3f2504e0-4f89-11d3-9a0c-0305e82c3301\")]")]
    public Task Allows_an_attribute_that_holds_no_token_of_its_own(string attribute) => Flags(
        $$"""
        class Loader
        {
            const string Held = [|"{{GitHub}}"|];

            {{attribute}}
            string Load() => "";
        }
        """);

    [Fact]
    public async Task Leaves_a_token_in_the_header_of_an_attribute_to_the_rule_of_headers()
    {
        var source = $"namespace Refit {{ public sealed class HeadersAttribute : Attribute {{ public HeadersAttribute(params string[] headers) {{ }} }} }} interface IOrders {{ [Refit.Headers(\"Authorization: Bearer {GitHub}\")] string Read(); }}";
        Assert.Equal("UC1001", Assert.Single(await Workshop.Run(Workshop.Open(source), [.. House.House.Rules])).Id);
    }

    /// <summary>The look-alikes: at most one of them may alarm, and none does.</summary>
    public static TheoryData<string> LookAlikes => new(
        "AKIA" + "IOSFODNN7EXAMPLE",
        "AKIA" + "IOSFODNN7ABC",
        "AKIA" + "0O1l89abcdefghij",
        GitHub[..^1],
        GitHub[..^1] + (GitHub[^1] == 'a' ? 'b' : 'a'),
        GitHub[..10] + new string('*', 30),
        GitHub[..4] + new string('x', 36),
        "ghp_" + "yourPersonalAccessTokenGoesRightHere",
        "ghp_[A-Za-z0-9]{36}",
        "ghp_${GITHUB_TOKEN}",
        "sk_live_" + "...",
        "sk_live_" + "your_stripe_key",
        "pk_live_" + "Qx7mKb2Wd9TfLsV4zYcHrN3p",
        "AIza" + "Syabcdefghijklmnopqrstuvwxyz1234567",
        "xoxb-" + "000000000000-000000000000-xxxxxxxxxxxxxxxxxxxxxxxx",
        "https://hooks.slack.com/services/" + "T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
        "SG." + "xxxxxxxxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "dapi" + "0123456789abcdef0123456789abcdef",
        "d41d8cd98f00b204e9800998ecf8427e",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "-----BEGIN PUBLIC KEY----- MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqZ7xk2Wd9TfLsV4zYcHrN3pQx7mKb2Wd9TfLsV4zYcHrN3p -----END PUBLIC KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----",
        "https://orders.example/in?sv=1&sig=abc",
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJsb2FkZXIifQ.",
        // The samples of jwt.io, by which everybody tries a library.
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9." + "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ." + "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9." + "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiYWRtaW4iOnRydWV9." + "TJVA95OrM7E2cBab30RMHrHDcEfxjoYZgeFONFh7HgQ",
        "ya29." + "a0AfH6SMC...",
        Jwt("{\"alg\":\"HS256\"}", "{\"sub\":\"1234567890\",\"name\":\"John Doe\"}"),
        "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("user:password")),
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "sha512-vTOCHsH5C0pYyVyOn7pTMSPfTSPkAEXo0ND6mZhlYMnNRWqCTPPLAHCV3gGbVq9FhAyUSJ6BHHV4MVeiGIMpZQ==");

    [Theory, MemberData(nameof(LookAlikes))]
    public Task Allows_a_look_alike(string text) => Allows(
        $$"""
        class Loader
        {
            string Load() => "{{text}}";
        }
        """);

    /// <summary>UC1001 knows what takes it, UC1002 the store it opens.</summary>
    [Theory]
    [InlineData("void Load(HttpRequestMessage ask) => ask.Headers.Add(\"X-Api-Key\", \"{0}\");")]
    [InlineData("string token = \"{0}\";")]
    [InlineData("void Load(string apiKey = \"{0}\") { }")]
    [InlineData("string GetToken() => \"{0}\";")]
    [InlineData("void Load(Dictionary<string, string> given) => given[\"GitHub:Token\"] = \"{0}\";")]
    [InlineData("object Load() => new System.Net.Http.Headers.AuthenticationHeaderValue(\"Bearer\", \"{0}\");")]
    [InlineData("string open = \"Server=db;User Id=loader;Password={0}\";")]
    [InlineData("string open = \"https://loader:{0}@github.com/orders\";")]
    public async Task Leaves_it_to_the_rule_that_knows_more(string member)
    {
        var source = $"class Loader {{ {member.Replace("{0}", GitHub, StringComparison.Ordinal)} }}";
        await Allows(source);
        Assert.Single(await Workshop.Run(Workshop.Open(source), [.. House.House.Rules]));
    }

    [Theory]
    [InlineData("UC1001", "string token = [|\"{0}\"|];")]
    [InlineData("UC1002", "string open = [|\"Server=db;User Id=loader;Password={0}\"|];")]
    public Task Speaks_where_the_rule_that_knows_more_is_off(string rule, string member) =>
        Flags($"class Loader {{ {member.Replace("{0}", GitHub, StringComparison.Ordinal)} }}", new() { EditorConfig = $"dotnet_diagnostic.{rule}.severity = none" });

    /// <summary>Held by something neutral, the token is spoken of where it stands, in whatever file, and once.</summary>
    [Theory]
    [InlineData("class Loader { void Load(HttpRequestMessage ask) { var x = [|\"{0}\"|]; ask.Headers.Add(\"X-Api-Key\", x); } }")]
    [InlineData("class Loader { const string Desk = [|\"{0}\"|]; string token = Desk; string Other() => \"Bearer \" + Desk + $\"{Desk}\"; }")]
    [InlineData("class Loader { static readonly string Desk = [|\"{0}\"|]; object Load() => new System.Net.Http.Headers.AuthenticationHeaderValue(\"Bearer\", Desk); }")]
    [InlineData("class Loader { string token = Desks.First; } class Desks { public const string First = [|\"{0}\"|]; }")]
    public async Task Speaks_once_of_a_token_that_something_neutral_holds(string source)
    {
        var marked = source.Replace("{0}", GitHub, StringComparison.Ordinal);
        await Flags(marked);
        Assert.Equal("UC1003", Assert.Single(await Workshop.Run(Workshop.Open(marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)), [.. House.House.Rules])).Id);
    }

    [Fact]
    public Task Allows_a_token_in_a_comment_or_an_identifier() => Allows($"class Loader {{ string Load{GitHub}() => nameof(Load{GitHub}); }} // {GitHub}");

    [Fact]
    public async Task Says_nothing_of_the_token()
    {
        var said = Assert.Single(await Workshop.Run(Workshop.Open($"class Loader {{ string Load() => \"{GitHub}\"; }}"), [new UC1003TokenInSource()]));
        Assert.DoesNotContain(GitHub[4..12], said.GetMessage() + string.Join(' ', said.Properties.Values), StringComparison.Ordinal);
        Assert.Contains("GitHub token", said.GetMessage(), StringComparison.Ordinal);
    }

    [NewerCSharpFact]
    public Task Reads_it_from_the_configuration_in_reach() => Fixes(
        $$"""
        using Microsoft.Extensions.Configuration;

        class Loader(IConfiguration configuration)
        {
            // The mirror of the orders.
            string Load() => [|"{{GitHub}}"|]; // here
            string Send(string given) => given + [|"{{Slack}}"|];
            string Key() => configuration["Loader:Key"] ?? "";
        }
        """,
        """
        using Microsoft.Extensions.Configuration;

        class Loader(IConfiguration configuration)
        {
            // The mirror of the orders.
            string Load() => configuration["Github:Token"] ?? throw new InvalidOperationException("Configuration value 'Github:Token' is missing."); // here
            string Send(string given) => given + (configuration["Slack:Token"] ?? throw new InvalidOperationException("Configuration value 'Slack:Token' is missing."));
            string Key() => configuration["Loader:Key"] ?? "";
        }
        """,
        new() { NewerCSharp = true });

    [Fact]
    public Task Reads_a_constant_in_parts_from_the_environment() => Fixes(
        $$"""
        class Loader
        {
            const string Mirror = [|"{{GitHub[..9]}}" + "{{GitHub[9..]}}"|];
        }
        """,
        """
        class Loader
        {
            static readonly string Mirror = Environment.GetEnvironmentVariable("GITHUB_TOKEN") ?? throw new InvalidOperationException("Environment variable 'GITHUB_TOKEN' is missing.");
        }
        """);

    [Fact]
    public Task Offers_no_fix_where_the_rest_of_the_text_is_needed() => OffersNoFix(
        $$"""
        class Loader
        {
            string Load(int page) => [|$"https://gitlab.example/orders?access={{GitLab}}&page={page}"|];
            string Again(int page) => [|"https://gitlab.example/orders?access={{GitLab[..8]}}" + "{{GitLab[8..]}}&page=" + page|];
        }
        """);

    [Fact]
    public Task Offers_no_fix_where_a_constant_is_needed() => OffersNoFix(
        $$"""
        class Loader
        {
            const string Desk = [|"{{GitHub}}"|];
            bool Is(string given) => given is Desk;
            void Load(string at = [|"{{Slack}}"|]) { }
        }
        """);

    private static string Jwt(string header, string claims) =>
        $"{Url(Encoding.UTF8.GetBytes(header))}.{Url(Encoding.UTF8.GetBytes(claims))}.{Url([.. Enumerable.Range(0, 32).Select(number => (byte)(number * 37))])}";

    private static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
