using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

/// <summary>Personal data as attributes, options and catalogue files of the user say it.</summary>
public sealed class UC2001MarksAndOptionsTests : RuleTests<UC2001PersonalDataInLog>
{
    private static readonly (string Name, string Text) Compliance = ("Compliance.cs",
        """
        namespace Microsoft.Extensions.Compliance.Classification
        {
            public readonly struct DataClassification { }
            public class DataClassificationAttribute : System.Attribute { protected DataClassificationAttribute(DataClassification one) { } }
            public sealed class NoDataClassificationAttribute : DataClassificationAttribute { public NoDataClassificationAttribute() : base(default) { } }
        }

        namespace Microsoft.AspNetCore.Identity { public class PersonalDataAttribute : System.Attribute { } }
        namespace Acme { public sealed class SecretiveAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { public SecretiveAttribute() : base(default) { } } }
        namespace Acme { public sealed class HumanAttribute : System.Attribute { } }
        """);

    [Theory]
    [InlineData("[Acme.Secretive]")]
    [InlineData("[Microsoft.AspNetCore.Identity.PersonalData]")]
    public Task Flags_what_an_attribute_marks(string mark) => Flags(Row(mark, "[|row.Notes|]"), new Given { Sources = [Compliance] });

    [Fact]
    public Task Flags_a_parameter_of_a_record_that_is_marked() => Flags(
        """
        using Microsoft.Extensions.Logging;

        record Row(int Id, [property: Acme.Secretive] string Notes, [Acme.Secretive] string More);

        class Loader
        {
            void Load(ILogger log, Row row) => log.LogInformation("Loaded {A} {B}", [|row.Notes|], [|row.More|]);
        }
        """,
        new Given { Sources = [Compliance] });

    [Fact]
    public Task Allows_what_an_attribute_calls_something_else() => Allows(
        """
        using Microsoft.Extensions.Logging;

        class Row { [Microsoft.Extensions.Compliance.Classification.NoDataClassification] public string Email { get; set; } = ""; }

        class Loader
        {
            void Load(ILogger log, Row row) => log.LogInformation("Loaded {A}", row.Email);
        }
        """,
        new Given { Sources = [Compliance] });

    [Fact]
    public Task Flags_what_a_configured_attribute_marks() =>
        Flags(Row("[Acme.Human]", "[|row.Notes|]"), new Given { Sources = [Compliance], EditorConfig = "undercurrent.personal_data_attributes = Acme.HumanAttribute" });

    // Destructurama.Attributed cannot be restored everywhere; this is its shape.
    private static readonly (string Name, string Text) Destructurama = ("Destructurama.cs",
        """
        namespace Destructurama.Attributed
        {
            public class NotLoggedAttribute : System.Attribute { }
            public class LogMaskedAttribute : System.Attribute { public int ShowLast { get; set; } }
            public class LogReplacedAttribute : System.Attribute { public LogReplacedAttribute(string pattern, string replacement) { } }
        }
        """);

    [Theory]
    [InlineData("[Destructurama.Attributed.NotLogged]")]
    [InlineData("[Destructurama.Attributed.LogMasked(ShowLast = 2)]")]
    [InlineData("[Destructurama.Attributed.LogReplaced(\"(.).*\", \"$1\")]")]
    public Task Allows_what_is_masked_as_its_object_is_taken_apart(string mark) => Allows(TakenApart(mark, "log.Information(\"Loaded {@Row}\", row);"), new Given { Sources = [Destructurama] });

    [Theory]
    [InlineData("", "log.Information(\"Loaded {@Row}\", [|row|]);")]
    [InlineData("[Destructurama.Attributed.NotLogged]", "log.Information(\"Loaded {Email}\", [|row.Email|]);")]
    [InlineData("[Destructurama.Attributed.LogMasked]", "log.Information(\"Loaded {@Email}\", [|row.Email|]);")]
    [InlineData("[Destructurama.Attributed.NotLogged]", "log.Information(\"Loaded {Row}\", [|row|]);")]
    public Task Flags_what_no_mask_is_asked_about(string mark, string statement) => Flags(TakenApart(mark, statement), new Given { Sources = [Destructurama] });

    private static string TakenApart(string mark, string statement) =>
        $$"""
        class Row { public int Id { get; set; } {{mark}} public string Email { get; set; } = ""; public override string ToString() => $"{Id} {Email}"; }

        class Loader
        {
            void Load(Serilog.ILogger log, Row row)
            {
                {{statement}}
            }
        }
        """;

    [Theory]
    [InlineData("logging.EnableRedaction(); services.AddRedaction();", true, false)]
    [InlineData("logging.EnableRedaction();", true, true)]
    [InlineData("services.AddRedaction();", true, true)]
    [InlineData("", true, true)]
    [InlineData("logging.EnableRedaction(); services.AddRedaction();", false, true)]
    public async Task Believes_in_redaction_only_where_the_generator_is_there_and_it_is_set_up(string setup, bool generator, bool speaks)
    {
        var document = Workshop.Open(
            $$"""
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Logging;

            static partial class Events
            {
                [LoggerMessage(1, LogLevel.Information, "Loaded {Email}")]
                static partial void Loaded(ILogger log, [Acme.Secretive] string email);

                static partial void Loaded(ILogger log, string email) { }

                static void Run(ILogger log, string email) => Loaded(log, email);
            }

            static class Setup
            {
                static void EnableRedaction(this ILoggingBuilder logging) { }
                static void AddRedaction(this IServiceCollection services) { }
                static void Add(ILoggingBuilder logging, IServiceCollection services) { {{setup}} }
            }
            """,
            new Given { Sources = [Compliance] });
        if (generator)
            document = document.Project.AddMetadataReference(Empty("Microsoft.Extensions.Telemetry.Abstractions")).GetDocument(document.Id)!;

        Assert.Empty(await Workshop.CompilerErrors(document));
        var said = await Workshop.Run(document, new UC2001PersonalDataInLog());
        Assert.Equal(speaks ? 1 : 0, said.Length);
        Assert.All(said, one => Assert.Contains("classified, but not redacted here", one.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("logging.EnableRedaction(); services.AddRedaction();", "[Acme.Secretive] ", false)]
    [InlineData("", "[Acme.Secretive] ", true)]
    [InlineData("logging.EnableRedaction(); services.AddRedaction();", "", true)]
    public async Task Sees_the_members_that_a_parameter_is_spelled_out_into(string setup, string mark, bool speaks)
    {
        var document = Workshop.Open(
            $$"""
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Logging;

            class Customer { public int Id { get; set; } {{mark}}public string Email { get; set; } = ""; }

            static partial class Events
            {
                [LoggerMessage(1, LogLevel.Information, "Loaded")]
                static partial void Loaded(ILogger log, [LogProperties] Customer customer);

                static partial void Loaded(ILogger log, Customer customer) { }

                static void Run(ILogger log, Customer customer) => Loaded(log, customer);
            }

            class LogPropertiesAttribute : Attribute { }

            static class Setup
            {
                static void EnableRedaction(this ILoggingBuilder logging) { }
                static void AddRedaction(this IServiceCollection services) { }
                static void Add(ILoggingBuilder logging, IServiceCollection services) { {{setup}} }
            }
            """,
            new Given { Sources = [Compliance] });
        document = document.Project.AddMetadataReference(Empty("Microsoft.Extensions.Telemetry.Abstractions")).GetDocument(document.Id)!;

        Assert.Empty(await Workshop.CompilerErrors(document));
        Assert.Equal(speaks ? 1 : 0, (await Workshop.Run(document, new UC2001PersonalDataInLog())).Length);
    }

    [Theory]
    [InlineData("[Acme.Secretive] ", true)]
    [InlineData("", false)]
    public async Task Says_that_the_mark_alone_redacts_nothing(string mark, bool says)
    {
        var document = Workshop.Open(
            $$"""
            using Microsoft.Extensions.Logging;

            class Customer { public int Id { get; set; } {{mark}}public string Email { get; set; } = ""; }
            class Loader { void Run(ILogger log, Customer customer) => log.LogInformation("Loaded {Email}", customer.Email); }
            """,
            new Given { Sources = [Compliance] });
        var said = Assert.Single(await Workshop.Run(document, new UC2001PersonalDataInLog()));

        Assert.Equal(says, said.GetMessage(CultureInfo.InvariantCulture).Contains("classified, but not redacted here", StringComparison.Ordinal));
    }

    private static PortableExecutableReference Empty(string assembly)
    {
        using var image = new MemoryStream();
        Assert.True(CSharpCompilation.Create(assembly, [], Refs.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    [Fact]
    public Task Allows_the_switches_that_identity_marks() => Flags(
        """
        using Microsoft.AspNetCore.Identity;
        using Microsoft.Extensions.Logging;

        class Loader
        {
            void Load(ILogger log, IdentityUser user) => log.LogInformation("{Confirmed} {Phone}", user.PhoneNumberConfirmed, [|user.PhoneNumber|]);
        }
        """);

    [Fact]
    public Task Allows_an_attribute_that_nobody_configured() => Allows(Row("[Acme.Human]", "row.Notes"), new Given { Sources = [Compliance] });

    [Theory]
    [InlineData("undercurrent.personal_data_words = notes")]
    [InlineData("undercurrent.UC2001.personal_data_words = shoe_size, notes")]
    public Task Flags_configured_words(string line) => Flags(Row("", "[|row.Notes|]"), new Given { EditorConfig = line });

    [Fact]
    public Task Flags_words_of_a_catalogue_file() =>
        Flags(Row("", "[|row.Notes|]"), new Given { AdditionalFiles = [("undercurrent.personal-data.txt", "term notes  confession high")] });

    [Fact]
    public Task Allows_words_configured_for_another_rule() => Allows(Row("", "row.Notes"), new Given { EditorConfig = "undercurrent.UC2005.personal_data_words = notes" });

    [Theory]
    [InlineData("undercurrent.personal_data_exclusions = relay")]
    [InlineData("undercurrent.personal_data_level = high")]
    [InlineData("undercurrent.sanitisers = Loader.Veil", "Veil(relayEmail)")]
    [InlineData("undercurrent.sanitisers = Veil", "Veil(relayEmail)")]
    public Task Allows_what_options_take_out(string line, string value = "relayEmail") => Allows(Local(value), new Given { EditorConfig = line });

    [Theory]
    [InlineData("undercurrent.personal_data_level = medium")]
    [InlineData("undercurrent.personal_data_level = low")]
    [InlineData("undercurrent.sanitisers = Other.Veil")]
    public Task Flags_what_options_leave(string line) => Flags(Local("[|relayEmail|]"), new Given { EditorConfig = line });

    [Theory]
    [InlineData("undercurrent.log_sinks = Acme.Journal.Put", null)]
    [InlineData(null, "Acme.Journal.Put  log")]
    public Task Flags_a_log_method_of_the_users_own(string? line, string? row) => Flags(
        """
        namespace Acme
        {
            class Journal { public void Put(string text) { } }

            class Loader
            {
                void Load(Journal journal, string email) => journal.Put("Loaded " + [|email|]);
            }
        }
        """,
        new Given { EditorConfig = line, AdditionalFiles = row is null ? [] : [("undercurrent.data-apis.txt", row)] });

    [Fact]
    public Task Flags_a_template_method_by_its_attribute() => Flags(
        """
        class Journal
        {
            [Serilog.Core.MessageTemplateFormatMethod("template")]
            public void Put(string template, params object[] values) { }

            void Load(string email) => Put("Loaded {Who}", [|email|]);
        }
        """);

    private static string Row(string mark, string value) =>
        $$"""
        using Microsoft.Extensions.Logging;

        class Row { {{mark}} public string Notes { get; set; } = ""; }

        class Loader
        {
            void Load(ILogger log, Row row) => log.LogInformation("Loaded {A}", {{value}});
        }
        """;

    private static string Local(string value) =>
        $$"""
        using Microsoft.Extensions.Logging;

        class Loader
        {
            static string Veil(string text) => text;

            void Load(ILogger log, string relayEmail) => log.LogInformation("Loaded {A}", {{value}});
        }
        """;
}
