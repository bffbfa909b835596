using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

/// <summary>Personal data that reaches a log inside of something, or through something.</summary>
public sealed class UC2001WholeObjectsAndHelpersTests : RuleTests<UC2001PersonalDataInLog>
{
    private const string Types =
        """
        using Microsoft.Extensions.Logging;

        record Customer(int Id, string Email, string Phone);
        record Order(int Id, Customer Buyer, decimal Total);
        record Line(int Id, decimal Total);
        class Person { public int Id { get; set; } public string FirstName { get; set; } = ""; public string Ssn { get; set; } = ""; }
        class Shown { public string Email { get; set; } = ""; public override string ToString() => $"Shown {Email}"; }
        class Hidden { public int Id { get; set; } public string Email { get; set; } = ""; public override string ToString() => $"Hidden {Id}"; }
        class Ignored { public int Id { get; set; } [System.Text.Json.Serialization.JsonIgnore] public string Email { get; set; } = ""; }
        record EmailAddress(string Value);

        """;

    [Theory]
    [InlineData("""log.LogInformation("Loaded {Customer}", [|customer|]);""")]
    [InlineData("""log.LogInformation($"Loaded {[|customer|]}");""")]
    [InlineData("""log.LogInformation("Loaded " + [|customer|]);""")]
    [InlineData("""log.LogInformation([|customer|].ToString());""")]
    [InlineData("""log.LogInformation("Loaded {Order}", [|new Order(1, customer, 2m)|]);""")]
    [InlineData("""log.LogInformation("Loaded {Customers}", [|new List<Customer> { customer }|]);""", true)]
    [InlineData("""log.LogInformation("Loaded {@Person}", [|person|]);""")]
    [InlineData("""log.LogInformation("Loaded {Person}", System.Text.Json.JsonSerializer.Serialize([|person|]));""")]
    [InlineData("""log.LogInformation("Loaded {Person}", Newtonsoft.Json.JsonConvert.SerializeObject([|person|]));""")]
    [InlineData("""var json = System.Text.Json.JsonSerializer.Serialize(person); log.LogInformation([|json|]);""")]
    [InlineData("""log.LogInformation("Loaded {Shown}", [|shown|]);""")]
    [InlineData("""log.LogInformation("Loaded {Mail}", [|address|]);""")]
    [InlineData("""log.LogInformation("Loaded {Changed}", [|customer with { Phone = "" }|]);""")]
    public Task Flags_objects_that_print_personal_members(string statement, bool elements = false) =>
        Flags(Around(elements ? statement.Replace("[|new List<Customer> { customer }|]", "new List<Customer> { [|customer|] }") : statement), Newtonsoft);

    [Theory]
    [InlineData("""log.LogInformation("Loaded {Line}", line);""")]
    [InlineData("""log.LogInformation("Loaded {Person}", person);""")]
    [InlineData("""log.LogInformation("Loaded {Hidden}", hidden);""")]
    [InlineData("""log.LogInformation("Loaded {@Ignored}", ignored);""")]
    [InlineData("""log.LogInformation("Loaded {Json}", System.Text.Json.JsonSerializer.Serialize(ignored));""")]
    [InlineData("""log.LogInformation("Loaded {Json}", System.Text.Json.JsonSerializer.Serialize(new { person.Id }));""")]
    [InlineData("""log.LogInformation("Loaded {@Line}", new Line(person.Id, 2m));""")]
    public Task Allows_objects_that_print_none(string statement) => Allows(Around(statement));

    [Theory]
    [InlineData("""Say([|customer.Email|]);""")]
    [InlineData("""Say($"Loaded {[|customer.Email|]}");""")]
    [InlineData("""Pass([|customer.Email|]);""")]
    [InlineData("""log.Note([|customer.Email|]);""")]
    [InlineData("""Elsewhere.Say(log, [|customer.Email|]);""")]
    [InlineData("""Formatted("Loaded {0}", [|customer.Email|]);""")]
    [InlineData("""TakeApart([|person|]);""")]
    [InlineData("""void Local(string text) => log.LogInformation(text); Local([|customer.Email|]);""")]
    [InlineData("""Action<string> say = text => log.LogInformation(text); say([|customer.Email|]);""")]
    [InlineData("""log.LogInformation([|Describe(customer)|]);""")]
    [InlineData("""log.LogInformation("Loaded {X}", [|Wrap(customer.Email)|]);""")]
    [InlineData("""log.LogInformation([|Elsewhere.Prefix + customer.Email|]);""", true)]
    public Task Flags_what_a_helper_logs(string statement, bool operand = false) =>
        Flags(Around(operand ? statement.Replace("[|Elsewhere.Prefix + customer.Email|]", "Elsewhere.Prefix + [|customer.Email|]") : statement), Helpers);

    [Theory]
    [InlineData("""Keep(customer.Email);""")]
    [InlineData("""SayMasked(customer.Email);""")]
    [InlineData("""Say(customer.Id.ToString());""")]
    [InlineData("""TakeApart(line);""")]
    [InlineData("""Loop(customer.Email, 3);""")]
    [InlineData("""SayLength(customer.Email);""")]
    public Task Allows_helpers_that_do_not_log_it(string statement) => Allows(Around(statement), Helpers);

    [Theory]
    [InlineData("void Each(IEnumerable<string> texts) { foreach (var text in texts) Say(text); }", "Each(new[] { [|customer.Email|] });")]
    [InlineData("void If(object what) { if (what is string { Length: > 3 } text) Say(text); }", "If([|customer.Email|]);")]
    [InlineData("void Later(string text) { Action<string> write = one => log.LogInformation(one); write(text); }", "Later([|customer.Email|]);")]
    [InlineData("void Built(string text) { var all = new System.Text.StringBuilder(); all.Append('<').Append(text); Say(all.ToString()); }", "Built([|customer.Email|]);")]
    [InlineData("void All(List<string> texts) { var shown = texts.Select(text => $\"<{text}>\"); log.LogInformation(string.Join(\", \", shown)); }", "All(new List<string> { [|customer.Email|] });")]
    [InlineData("void Pair(string first, string second) { var (one, two) = (first, second); Say(two); }", "Pair(\"a\", [|customer.Email|]); Pair(customer.Email, \"b\");")]
    [InlineData("void Inner(string text) { void Write() => Say(text); Write(); }", "Inner([|customer.Email|]);")]
    public Task Follows_a_parameter_through_the_locals_of_a_helper(string helper, string statement) =>
        Flags(Around(statement, helper), Helpers);

    [Theory]
    [InlineData("void Count(List<string> texts) { foreach (var text in texts) { } Say(texts.Count.ToString()); }", "Count(new List<string> { customer.Email });")]
    [InlineData("void Keyed(string text, Dictionary<string, int> counts) { if (counts.TryGetValue(text, out var count)) log.LogInformation(\"{Count}\", count); }", "Keyed(customer.Email, new());")]
    public Task Allows_a_helper_that_logs_what_it_counts(string helper, string statement) => Allows(Around(statement, helper), Helpers);

    [Fact]
    public Task Flags_a_helper_at_its_own_log_call_when_its_parameter_tells() => Flags(Around("Tell(customer.Phone);", """void Tell(string phone) => log.LogInformation("Called {Phone}", [|phone|]);"""), Helpers);

    [Fact]
    public Task Flags_calls_of_generated_log_methods_by_argument_or_declared_name() => Flags(
        """
        using Microsoft.Extensions.Logging;

        static partial class Events
        {
            [LoggerMessage(1, LogLevel.Information, "Loaded {Who}")]
            static partial void Loaded(ILogger log, string who);

            [LoggerMessage(2, LogLevel.Information, "Called {Phone}")]
            static partial void Called(this ILogger log, string phone);

            static void Run(ILogger log, string text, string email)
            {
                Loaded(log, [|email|]);
                Loaded(log, text);
                log.Called([|text|]);
                log.Called("none");
            }
        }
        """);

    [Fact]
    public Task Flags_delegates_that_define_makes() => Flags(
        """
        using Microsoft.Extensions.Logging;

        class Loader
        {
            static readonly Action<ILogger, string, int, Exception?> Loaded = LoggerMessage.Define<string, int>(LogLevel.Information, new EventId(1), "Loaded {Who} in {Ms}");
            static readonly Func<ILogger, string, IDisposable?> Scope = LoggerMessage.DefineScope<string>("for {Who}");

            void Run(ILogger log, string email, string file)
            {
                using (Scope(log, [|email|]))
                    Loaded(log, [|email|], 3, null);

                Loaded(log, file, 3, null);
            }
        }
        """);

    [Fact]
    public Task Flags_serilog_and_nlog() => Flags(
        """
        class Loader
        {
            void Run(Serilog.ILogger log, NLog.ILogger nlog, NLog.Logger logger, string email, Exception failure)
            {
                Serilog.Log.Information("Loaded {Email}", [|email|]);
                log.Error(failure, "Loaded {Email} in {Ms}", [|email|], 3);
                log.ForContext("Email", [|email|]).Information("Loaded");
                using (Serilog.Context.LogContext.PushProperty("Who", [|email|])) { }
                nlog.Info("Loaded {0}", [|email|]);
                logger.Debug(() => $"Loaded {[|email|]}");
                logger.WithProperty("Who", [|email|]).Warn("Loaded");
                NLog.ScopeContext.PushProperty("Who", [|email|]);
            }
        }
        """);

    private static readonly Given Newtonsoft = new() { Sources = [("Newtonsoft.cs", "namespace Newtonsoft.Json { public static class JsonConvert { public static string SerializeObject(object? value) => \"\"; } }")] };

    private static readonly Given Helpers = new()
    {
        Sources =
        [
            ("Elsewhere.cs",
            """
            using Microsoft.Extensions.Logging;

            static class Elsewhere
            {
                public const string Prefix = "Loaded ";

                public static void Note(this ILogger log, string text) => log.LogInformation("Note: {Text}", text);

                public static void Say(ILogger log, string text)
                {
                    if (text.Length > 0)
                        log.LogInformation(text);
                }
            }
            """),
        ],
    };

    private static string Around(string statement, string more = "") =>
        $$"""
        {{Types}}
        class Loader
        {
            readonly ILogger log = null!;
            string kept = "";
            {{more}}

            void Say(string text) => log.LogInformation("{Text}", text);
            void Pass(string text) => Say("passed " + text);
            void SayMasked(string text) => Say(Mask(text));
            void SayLength(string text) => log.LogInformation("{Length}", text.Length);
            void Keep(string text) { kept = text; log.LogInformation("Kept"); }
            void Loop(string text, int more) { log.LogInformation("{More}", more); if (more > 0) Loop(text, more - 1); }
            void Formatted(string format, params object[] values) => log.LogInformation(string.Format(format, values));
            void TakeApart(object what) => log.LogInformation("{@What}", what);
            string Describe(Customer customer) => $"{customer.Id}: {customer.Email}";
            string Wrap(string text) { var wrapped = "<" + text + ">"; return wrapped; }
            static string Mask(string text) => "***";

            void Load(Customer customer, Person person, Shown shown, Hidden hidden, Ignored ignored, Line line, EmailAddress address)
            {
                {{statement}}
            }
        }
        """;
}
