using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2003PersonalDataInExceptionTests : RuleTests<UC2003PersonalDataInException, UC2003PersonalDataInExceptionFix>
{
    [Theory]
    [InlineData("public void Check(Customer one) => throw new InvalidOperationException(one.Email);", false)]
    [InlineData("public void Check(Customer one) { if (!System.IO.File.Exists(one.Email)) throw new InvalidOperationException([|one.Email|]); }", true)]
    public Task Without_a_library_it_asks_whether_anything_is_read_or_written(string member, bool speaks)
    {
        var code = $$"""using System; class Customer { public string Email = ""; } class Checks { {{member}} string? Of(string path) => {{(speaks ? "System.IO.File.ReadAllText(path)" : "null")}}; }""";
        return speaks ? Flags(code, new() { Bare = true }) : Allows(code, new() { Bare = true });
    }

    [Theory]
    [InlineData("""throw new InvalidOperationException($"No orders of {[|customer.Email|]}");""")]
    [InlineData("""throw new InvalidOperationException("No orders of " + [|customer.Email|]);""")]
    [InlineData("""throw new InvalidOperationException(string.Format("No orders of {0} {1}", customer.Id, [|customer.Email|]));""")]
    [InlineData("""throw new ArgumentException(message: $"Bad {[|customer.Email|]}", paramName: nameof(customer));""")]
    [InlineData("""throw new KeyNotFoundException([|customer.Email|]);""")]
    [InlineData("""throw new LoadException($"Bad {[|customer?.Email|]}", new Exception());""")]
    [InlineData("""throw new ArgumentOutOfRangeException(nameof(customer), [|customer.Email|], "Bad contact");""")]
    [InlineData("""var text = $"Bad {customer.Email}"; throw new InvalidOperationException([|text|]);""")]
    [InlineData("""throw new InvalidOperationException([|Describe(customer)|]);""")]
    [InlineData("""throw new InvalidOperationException($"Bad {[|buyer|]}");""")]
    [InlineData("""throw new InvalidOperationException("Bad " + System.Text.Json.JsonSerializer.Serialize([|customer|]));""")]
    [InlineData("""var found = Find() ?? throw new InvalidOperationException($"Nobody is {[|customer.Email|]}");""")]
    [InlineData("""var failure = new InvalidOperationException($"Bad {[|customer.Email|]}"); Report(failure);""")]
    [InlineData("""_ = Task.FromException(new InvalidOperationException($"Bad {[|customer.Email|]}"));""")]
    [InlineData("""var failure = new Exception("Bad"); failure.Data["contact"] = [|customer.Email|]; throw failure;""")]
    [InlineData("""var failure = new Exception("Bad"); failure.Data.Add("contact", [|customer.Email|]); throw failure;""")]
    [InlineData("""var failure = new Exception("Bad"); failure.Data["email"] = [|Find()|]; throw failure;""")]
    [InlineData("""throw new LoadException("Bad") { Data = { ["contact"] = [|customer.Email|] } };""")]
    [InlineData("""throw new LoadException("Bad") { Data = { { "contact", [|customer.Email|] } } };""")]
    [InlineData("""throw new Exception("Bad") { HelpLink = "https://help.example/" + [|customer.Email|] };""")]
    [InlineData("""ArgumentOutOfRangeException.ThrowIfEqual([|customer.Email|], "none");""")]
    [InlineData("""ThrowHelper.ThrowInvalid($"Bad {[|customer.Email|]}");""")]
    [InlineData("""Guard.Requires(customer.Id > 0, $"Bad {[|customer.Email|]}");""")]
    [InlineData("""_ = new Microsoft.AspNetCore.Mvc.ProblemDetails { Title = "Bad", Detail = $"Nobody is {[|customer.Email|]}" };""")]
    [InlineData("""var problem = new Microsoft.AspNetCore.Mvc.ProblemDetails(); problem.Extensions["contact"] = [|customer.Email|];""")]
    [InlineData("""_ = Microsoft.AspNetCore.Http.Results.Problem(detail: $"Nobody is {[|customer.Email|]}", statusCode: 404);""")]
    [InlineData("""_ = Microsoft.AspNetCore.Http.TypedResults.Problem($"Nobody is {[|customer.Email|]}");""")]
    [InlineData("""Console.WriteLine("{0} {1}", 1, new InvalidOperationException($"Bad {[|customer.Email|]}"));""")]
    [InlineData("""Environment.FailFast($"Bad {[|customer.Email|]}");""")]
    public Task Flags_what_is_said_of_a_failure(string statement) => Flags(Around(statement));

    [Theory]
    [InlineData("""throw new InvalidOperationException($"No orders of {customer.Id}");""")]
    [InlineData("""throw new InvalidOperationException($"No orders of {Mask(customer.Email)}");""")]
    [InlineData("""throw new InvalidOperationException("The email is missing");""")]
    [InlineData("""throw new ArgumentNullException(nameof(customer.Email));""")]
    [InlineData("""throw new ArgumentException("Bad email", nameof(customer.Email));""")]
    [InlineData("""throw new ArgumentOutOfRangeException(nameof(customer), customer.Id, "Bad contact");""")]
    [InlineData("""throw new InvalidOperationException($"{customer.Email.Length} letters are too many");""")]
    [InlineData("""throw new InvalidOperationException($"Bad {customer}");""")]
    [InlineData("""throw new InvalidOperationException($"No {customer.FileName} at {customer.HostName}");""")]
    [InlineData("""throw new InvalidOperationException($"No {customer.EmailTemplate} for {customer.EmailsSent}");""")]
    [InlineData("""ArgumentException.ThrowIfNullOrEmpty(customer.Email);""")]
    [InlineData("""ArgumentOutOfRangeException.ThrowIfNegative(customer.EmailsSent);""")]
    [InlineData("""Guard.NotNull(customer.Email, nameof(customer.Email));""")]
    [InlineData("""var failure = new Exception("Bad"); failure.Data["id"] = customer.Id; throw failure;""")]
    [InlineData("""var data = new Dictionary<string, string>(); data["contact"] = customer.Email;""")]
    [InlineData("""_ = new Microsoft.AspNetCore.Mvc.ProblemDetails { Detail = "Bad email", Instance = "/orders" };""")]
    [InlineData("""_ = new Failure(customer.Email);""")]
    [InlineData("""try { } catch (Exception failure) { throw new InvalidOperationException(failure.Message, failure); }""")]
    public Task Allows_what_says_nothing_of_a_person(string statement) => Allows(Around(statement));

    [Theory]
    [InlineData("class NoCustomer : Exception { public NoCustomer(string email) : base($\"Nobody is {[|email|]}\") { } }")]
    [InlineData("class NoCustomer : Exception { public NoCustomer(string email, Exception inner) : base(\"Nobody is \" + [|email|], inner) { } }")]
    [InlineData("class NoCustomer : LoadException { public NoCustomer(Buyer buyer) : base($\"Nobody is {[|buyer|]}\") { } } record Buyer(int Id, string Email); class LoadException : Exception { public LoadException(string message) : base(message) { } }")]
    [InlineData("class NoCustomer : Exception { public NoCustomer(int id) : base($\"Nobody is {id}\") { } }")]
    [InlineData("class NoCustomer : Exception { public NoCustomer(string email) : base(\"Nobody\") => Email = email; public string Email { get; } }")]
    [InlineData("class NoCustomer { public NoCustomer(string email) : this(email, 1) { } public NoCustomer(string message, int code) { } }")]
    public async Task Sees_what_an_exception_of_ones_own_hands_to_its_base(string source)
    {
        await (source.Contains("[|", StringComparison.Ordinal) ? Flags(source) : Allows(source));
    }

    [Theory]
    [InlineData("throw new NoOrders([|customer.Email|]);", "$\"Nobody is {whose}\"", true)]
    [InlineData("Fail([|customer.Email|]);", "\"\"", true)]
    [InlineData("throw new NoOrders(customer.Id.ToString());", "$\"Nobody is {whose}\"", false)]
    [InlineData("throw new NoOrders(customer.Email);", "\"Nobody\"", false)]
    public async Task Sees_through_a_constructor_or_helper_in_source(string statement, string handed, bool flagged)
    {
        var text = $$"""
            class Customer { public int Id { get; set; } public string Email { get; set; } = ""; }

            class NoOrders : Exception
            {
                public NoOrders(string whose) : base({{handed}}) => Whose = whose;
                public string Whose { get; }
            }

            class Loader
            {
                void Load(Customer customer) { {{statement}} }
                static void Fail(string what) => throw new InvalidOperationException("No " + what);
            }
            """;
        await (flagged ? Flags(text) : Allows(text));
    }

    [NewerCSharpFact]
    public Task Flags_what_a_primary_constructor_hands_to_its_base() =>
        Flags("class NoCustomer(string email) : Exception($\"Nobody is {[|email|]}\");", new() { NewerCSharp = true });

    [Fact]
    public Task Flags_an_answer_of_a_controller() => Flags(
        """
        using Microsoft.AspNetCore.Mvc;

        public class Customers : ControllerBase
        {
            public IActionResult Find(string email) => Problem($"Nobody is {[|email|]}", statusCode: 404);
        }
        """);

    [Fact]
    public Task Flags_top_level_statements() => Flags(
        """
        var email = Console.ReadLine();
        throw new InvalidOperationException($"Nobody is {[|email|]}");
        """,
        new Given { Exe = true });

    [Theory]
    [InlineData("""Console.WriteLine($"{new InvalidOperationException($"Bad {customer.Email}")}");""")]
    [InlineData("""Console.WriteLine("{0}", new object[] { new InvalidOperationException($"Bad {customer.Email}") });""")]
    public Task Leaves_to_the_log_what_is_logged(string statement) => Allows(Around(statement));

    [Theory]
    [InlineData("""throw new InvalidOperationException($"No orders of {[|customer.Email|]} today");""", """throw new InvalidOperationException($"No orders of {customer.Id} today");""")]
    [InlineData("""throw new InvalidOperationException("No orders of " + [|customer.Email|]);""", """throw new InvalidOperationException("No orders of " + customer.Id);""")]
    [InlineData("""throw new InvalidOperationException($"No {[|buyer|]}");""", """throw new InvalidOperationException($"No {buyer.Id}");""")]
    [InlineData("""throw new InvalidOperationException($"Bad {customer.Id} ({[|customer.Email|]})");""", """throw new InvalidOperationException($"Bad {customer.Id}");""")]
    [InlineData("""var failure = new Exception("Bad"); failure.Data["contact"] = [|customer.Email|]; throw failure; // who""", """var failure = new Exception("Bad"); failure.Data["contact"] = customer.Id; throw failure; // who""")]
    public Task Fixes_by_saying_the_id(string before, string after) => Fixes(Around(before), Around(after), new Given { FixKey = "UC2003.id" });

    [Theory]
    [InlineData("""throw new InvalidOperationException($"No orders of {[|customer.Email|]} today");""", """throw new InvalidOperationException($"No orders of today");""")]
    [InlineData("""throw new InvalidOperationException("No orders: " + [|customer.Email|]);""", """throw new InvalidOperationException("No orders: ");""")]
    public Task Fixes_by_leaving_it_out(string before, string after) => Fixes(Around(before), Around(after), new Given { FixKey = "UC2003.drop" });

    [Theory]
    [InlineData("""throw new KeyNotFoundException([|customer.Email|]);""", "UC2003.id")]
    [InlineData("""throw new KeyNotFoundException([|customer.Email|]);""", "UC2003.drop")]
    [InlineData("""var text = customer.Email; throw new KeyNotFoundException($"No {[|text|]}");""", "UC2003.id")]
    public Task Offers_no_fix_that_would_not_do(string statement, string key) => OffersNoFix(Around(statement), new Given { FixKey = key });

    private static string Around(string statement) =>
        $$"""
        class Customer
        {
            public int Id { get; set; }
            public string Email { get; set; } = "";
            public int EmailsSent { get; set; }
            public string EmailTemplate { get; set; } = "";
            public string FileName { get; set; } = "";
            public string HostName { get; set; } = "";
        }

        record Buyer(int Id, string Email);

        class LoadException : Exception
        {
            public LoadException(string message, Exception? inner = null) : base(message, inner) { }
        }

        class Failure { public Failure(string message) { } }

        static class ThrowHelper { public static void ThrowInvalid(string message) => throw new InvalidOperationException(message); }

        static class Guard
        {
            public static void Requires(bool condition, string message) { }
            public static void NotNull(string value, string name) { }
        }

        class Loader
        {
            static string Mask(string value) => value.Substring(0, 1) + "***";

            static string? Find() => Console.ReadLine();

            static void Report(Exception failure) { }

            static string Describe(Customer one) => $"{one.Id} {one.Email}";

            void Load(Customer customer, Buyer buyer)
            {
                {{statement}}
            }
        }
        """;
}
