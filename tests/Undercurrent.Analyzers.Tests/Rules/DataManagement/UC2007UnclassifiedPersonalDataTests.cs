using System.Globalization;
using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2007UnclassifiedPersonalDataTests : RuleTests<UC2007UnclassifiedPersonalData, UC2007UnclassifiedPersonalDataFix>
{
    private static readonly (string Name, string Text) Compliance = ("Compliance.cs",
        """
        namespace Microsoft.Extensions.Compliance.Classification
        {
            public readonly struct DataClassification { }
            [System.AttributeUsage(System.AttributeTargets.Field | System.AttributeTargets.Property | System.AttributeTargets.Parameter | System.AttributeTargets.Class | System.AttributeTargets.Struct, AllowMultiple = true)]
            public class DataClassificationAttribute : System.Attribute { protected DataClassificationAttribute(DataClassification one) { } }
            public sealed class NoDataClassificationAttribute : DataClassificationAttribute { public NoDataClassificationAttribute() : base(default) { } }
            public sealed class UnknownDataClassificationAttribute : DataClassificationAttribute { public UnknownDataClassificationAttribute() : base(default) { } }
        }

        namespace Microsoft.AspNetCore.Identity
        {
            public class PersonalDataAttribute : System.Attribute { }
            public class ProtectedPersonalDataAttribute : PersonalDataAttribute { }
        }

        namespace Destructurama.Attributed
        {
            [System.AttributeUsage(System.AttributeTargets.Property)] public class NotLoggedAttribute : System.Attribute { }
            [System.AttributeUsage(System.AttributeTargets.Property)] public class LogMaskedAttribute : System.Attribute { public int ShowFirst { get; set; } }
        }

        namespace Acme
        {
            public sealed class PrivateDataAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { public PrivateDataAttribute() : base(default) { } }
            public sealed class ContactDataAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { public ContactDataAttribute() : base(default) { } }
            public sealed class PublicDataAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { public PublicDataAttribute() : base(default) { } }
            public sealed class HumanAttribute : System.Attribute { }
            public enum Level { Low, High }
            public sealed class GradedAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { public GradedAttribute(Level level) : base(default) { } }
        }
        """);

    private static readonly Given Marked = new() { Sources = [Compliance, ("Marked.cs", "class Invoice { [Acme.PrivateData] public string Remark { get; set; } = \"\"; }")] };

    [Theory]
    [InlineData("[Acme.PrivateData]")]
    [InlineData("[Microsoft.AspNetCore.Identity.PersonalData]")]
    [InlineData("[Microsoft.AspNetCore.Identity.ProtectedPersonalData]")]
    [InlineData("[Destructurama.Attributed.NotLogged]")]
    [InlineData("[Destructurama.Attributed.LogMasked(ShowFirst = 3)]")]
    [InlineData("[Microsoft.Extensions.Compliance.Classification.NoDataClassification]")]
    public Task Flags_a_member_without_the_marker_another_has(string mark) => Flags(
        $$"""
        class Customer
        {
            public int Id { get; set; }
            {{mark}} public string FullName { get; set; } = "";
            public string [|Email|] { get; set; } = "";
            public string? [|Phone|] { get; init; }
            public DateOnly [|DateOfBirth|] { get; set; }
            public string Segment { get; set; } = "";
            public int Visits { get; set; }
        }
        """, new() { Sources = [Compliance] });

    [Theory]
    [InlineData("class Customer { public int Id { get; set; } public string [|Email|] { get; set; } = \"\"; public string [|FirstName|] { get; set; } = \"\"; }")]
    [InlineData("class Patient { public string [|Ssn|] = \"\"; internal string [|DateOfBirth|] = \"\"; }")]
    [InlineData("record Customer(int Id, string [|Email|], string Segment);")]
    [InlineData("record struct Customer(int Id, string [|Email|], [property: Acme.PrivateData] string Phone, [Acme.PrivateData] string FirstName);")]
    [InlineData("struct Payment { public string [|Iban|] { get; set; } }")]
    [InlineData("class Lead { public int Id { get; set; } public string [|Email|] { get; set; } = \"\"; public string? [|PhoneNumber|] { get; set; } }")]
    [InlineData("record SignupRequest(string [|Email|], string [|FirstName|], string Plan);")]
    [InlineData("record OrderPlaced(Guid OrderId, string [|Email|]);")]
    [InlineData("class Customer { public int Id { get; set; } [System.Text.Json.Serialization.JsonIgnore] public string [|Email|] { get; set; } = \"\"; }")]
    [InlineData("class Outer { class Customer { public int Id { get; set; } public string [|Email|] { get; set; } = \"\"; } }")]
    public Task Flags_members_of_every_kind(string source) => Flags(source, Marked);

    [Theory]
    [InlineData("class Customer { public int Id { get; set; } [Acme.PrivateData] public string Email { get; set; } = \"\"; }")]
    [InlineData("class Customer { public int Id { get; set; } [Microsoft.Extensions.Compliance.Classification.NoDataClassification] public string Email { get; set; } = \"\"; }")]
    [InlineData("class Customer { public int Id { get; set; } [Microsoft.Extensions.Compliance.Classification.UnknownDataClassification] public string Email { get; set; } = \"\"; }")]
    [InlineData("class Customer { public int Id { get; set; } [Acme.PublicData] public string Email { get; set; } = \"\"; }")]
    [InlineData("[Acme.PrivateData] class Customer { public int Id { get; set; } public string Email { get; set; } = \"\"; }")]
    [InlineData("[Acme.PrivateData] class Person { } class Customer : Person { public int Id { get; set; } public string Email { get; set; } = \"\"; }")]
    [InlineData("class Person { [Acme.PrivateData] public virtual string Email { get; set; } = \"\"; } class Customer : Person { public int Id { get; set; } public override string Email { get; set; } = \"\"; }")]
    [InlineData("interface IReachable { [Acme.PrivateData] string Email { get; } } class Customer : IReachable { public int Id { get; set; } public string Email { get; set; } = \"\"; }")]
    [InlineData("record Customer(int Id, [Acme.PrivateData] string Email, [property: Acme.PrivateData] string Phone, [property: Microsoft.Extensions.Compliance.Classification.UnknownDataClassification] string FirstName);")]
    public Task Allows_what_is_marked_or_of_what_is(string source) => Allows(source, Marked);

    [Theory]
    [InlineData("class Customer { public int CustomerId { get; set; } public string Segment { get; set; } = \"\"; public int EmailCount { get; set; } public bool EmailConfirmed { get; set; } public string EmailHash { get; set; } = \"\"; public string EmailTemplate { get; set; } = \"\"; }")]
    [InlineData("class Customer { public const string EmailColumn = \"email\"; public static string Email { get; set; } = \"\"; private string email = \"\"; private string Phone { get; set; } = \"\"; public string this[string email] => email; }")]
    [InlineData("class Mailer { readonly string email; public Mailer(string email) => this.email = email; public void Send(string phone) { } public string Sent() => email; }")]
    [InlineData("class SmtpOptions { public string Username { get; set; } = \"\"; public string Host { get; set; } = \"\"; }")]
    [InlineData("class Warehouse { public int Id { get; set; } public string Street { get; set; } = \"\"; public string PhoneNumber { get; set; } = \"\"; }")]
    [InlineData("class MailSettings { public int AccountId { get; set; } public string Email { get; set; } = \"\"; public string Phone { get; set; } = \"\"; }")]
    [InlineData("class Notice { public string Email { get; set; } = \"\"; }")]
    [InlineData("interface ICustomer { int Id { get; } string Email { get; } string FirstName { get; } }")]
    [InlineData("static class Names { public static readonly string Email = \"email\"; }")]
    public Task Allows_what_is_no_personal_member_for_sure(string source) => Allows(source, Marked);

    [Theory]
    [InlineData("class Customer { public int Id { get; set; } public string Email { get; set; } = \"\"; public string Ssn { get; set; } = \"\"; }")]
    [InlineData("[Serializable] record Customer(int Id, string Email, [property: Obsolete] string Ssn);")]
    public Task Allows_all_of_a_project_that_classifies_nothing(string source) => Allows(source, new() { Sources = [Compliance] });

    [Fact]
    public Task Allows_generated_code() => Allows("class Nothing { }", Marked with
    {
        Sources = [.. Marked.Sources, ("Customer.g.cs", "// <auto-generated/>\nclass Customer { public int Id { get; set; } public string Email { get; set; } = \"\"; }")],
    });

    [Fact]
    public Task Flags_where_a_configured_attribute_marks() => Flags(
        "class Customer { public int Id { get; set; } [Acme.Human] public string FullName { get; set; } = \"\"; public string [|Email|] { get; set; } = \"\"; }",
        new() { Sources = [Compliance], EditorConfig = "undercurrent.personal_data_attributes = Human" });

    [Fact]
    public Task Allows_where_an_attribute_of_that_name_is_somebody_elses() => Allows(
        """
        namespace Mine
        {
            class PersonalDataAttribute : System.Attribute { }
            class Customer { public int Id { get; set; } [PersonalData] public string FullName { get; set; } = ""; public string Email { get; set; } = ""; }
        }
        """);

    [Fact]
    public Task Asks_only_for_what_is_sure_enough() => Flags(
        "class Customer { public int Id { get; set; } public string Nickname { get; set; } = \"\"; public string [|Ssn|] { get; set; } = \"\"; } class Visit { public string Street { get; set; } = \"\"; public string City { get; set; } = \"\"; }",
        Marked with { EditorConfig = "undercurrent.personal_data_exclusions = nickname" });

    [Fact]
    public Task Fixes_with_the_marker_of_the_same_type() => Fixes(
        """
        using Acme;

        class Customer
        {
            public int Id { get; set; }

            [ContactData]
            public string Email { get; set; } = "";

            /// <summary>Where to call.</summary>
            public string? [|Phone|] { get; set; } // day

            [Obsolete]
            public string [|FirstName|] { get; set; } = "";
            [Obsolete] public string [|LastName|] { get; set; } = "";
        }
        """,
        """
        using Acme;

        class Customer
        {
            public int Id { get; set; }

            [ContactData]
            public string Email { get; set; } = "";

            /// <summary>Where to call.</summary>
            [ContactData]
            public string? Phone { get; set; } // day

            [Obsolete]
            [ContactData]
            public string FirstName { get; set; } = "";
            [Obsolete] [ContactData] public string LastName { get; set; } = "";
        }
        """, Marked);

    [Fact]
    public Task Fixes_with_the_marker_the_project_has_for_that_kind() => Fixes(
        """
        class Customer
        {
            public int Id { get; set; }
            public string [|Email|] = "";
        }

        class Citizen
        {
            public string [|Ssn|] { get; set; } = "";
        }
        """,
        """
        using Acme;

        class Customer
        {
            public int Id { get; set; }
            [ContactData]
            public string Email = "";
        }

        class Citizen
        {
            [PrivateData]
            public string Ssn { get; set; } = "";
        }
        """,
        new() { Sources = [Compliance, ("Marked.cs", "class Invoice { [Acme.PrivateData] public string Remark { get; set; } = \"\"; [Acme.PrivateData] public string Note { get; set; } = \"\"; [Acme.PrivateData] public string Terms { get; set; } = \"\"; [Acme.ContactData] public string Email { get; set; } = \"\"; [Acme.PublicData] public string Ssn { get; set; } = \"\"; }")] });

    [Fact]
    public Task Fixes_a_record_the_way_records_are_marked() => Fixes(
        """
        using Microsoft.AspNetCore.Identity;

        record Customer(
            int Id,
            [property: PersonalData] string FullName,
            string [|Email|],
            [property: Obsolete] string? [|Phone|] = null);
        """,
        """
        using Microsoft.AspNetCore.Identity;

        record Customer(
            int Id,
            [property: PersonalData] string FullName,
            [property: PersonalData] string Email,
            [property: Obsolete] [property: PersonalData] string? Phone = null);
        """, new() { Sources = [Compliance] });

    [Fact]
    public Task Fixes_a_record_as_parameters_are_marked_here() => Fixes(
        "record Customer(int Id, [Acme.PrivateData] string FullName, string [|Email|]);",
        """
        using Acme;

        record Customer(int Id, [Acme.PrivateData] string FullName, [PrivateData] string Email);
        """, new() { Sources = [Compliance] });

    [Fact]
    public Task Fixes_on_one_line_where_the_type_does() => Fixes(
        """
        namespace Acme.Desk
        {
            class Customer
            {
                [PrivateData] public string FullName { get; set; } = "";
                public string [|Email|] { get; set; } = "";
            }
        }
        """,
        """
        namespace Acme.Desk
        {
            class Customer
            {
                [PrivateData] public string FullName { get; set; } = "";
                [PrivateData] public string Email { get; set; } = "";
            }
        }
        """, new() { Sources = [Compliance] });

    [Fact]
    public Task Offers_nothing_where_the_marker_asks_for_more_than_a_name() => OffersNoFix(
        "class Customer { [Acme.Graded(Acme.Level.High)] public string FullName { get; set; } = \"\"; public string [|Email|] { get; set; } = \"\"; }",
        new() { Sources = [Compliance] });

    [Fact]
    public Task Offers_nothing_for_fields_that_are_declared_together() => OffersNoFix(
        "class Customer { [Acme.PrivateData] public string FullName = \"\"; public string [|Email|] = \"\", Segment = \"\"; }",
        new() { Sources = [Compliance] });

    [Fact]
    public async Task Says_the_name_and_the_kind_and_no_value()
    {
        var said = Assert.Single(await Workshop.Run(
            Workshop.Open(Compliance.Text + "class Customer { [Acme.PrivateData] public string FullName { get; set; } = \"Ada\"; public string Email { get; set; } = \"ada@example.com\"; }"), [new UC2007UnclassifiedPersonalData()]));
        Assert.Equal("'Email' looks like personal data (email) and has no marker, though this project marks such data", said.GetMessage(CultureInfo.InvariantCulture));
        Assert.DoesNotContain("ada", string.Concat(said.Properties.Values), StringComparison.OrdinalIgnoreCase);
    }
}
