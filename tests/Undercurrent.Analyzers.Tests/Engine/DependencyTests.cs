using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Engine;

public sealed class DependencyTests
{
    private static readonly DiagnosticDescriptor Anything = new("TEST", "Test", "Test", "Test", DiagnosticSeverity.Warning, true);

    private static readonly Dependency Logger = new("ILogger<Loader>", "Microsoft.Extensions.Logging", "logger");

    [Fact]
    public Task Gives_a_class_without_constructor_a_field_and_a_constructor() => Gives(
        """
        namespace Orders;

        public class Loader
        {
            public void Load()
            {
            }
        }
        """,
        """
        using Microsoft.Extensions.Logging;

        namespace Orders;

        public class Loader
        {
            private readonly ILogger<Loader> _logger;

            public Loader(ILogger<Loader> logger)
            {
                _logger = logger;
            }

            public void Load()
            {
            }
        }
        """,
        "_logger");

    [Fact]
    public Task Adds_a_parameter_to_the_one_constructor_in_the_style_of_its_fields() => Gives(
        """
        using System.Text;

        public class Loader
        {
            private readonly StringBuilder text;

            // Made by the host.
            public Loader(StringBuilder text, int size = 3)
            {
                this.text = text;
            }

            public void Load() => text.Clear();
        }
        """,
        """
        using System.Text;
        using Microsoft.Extensions.Logging;

        public class Loader
        {
            private readonly ILogger<Loader> logger;
            private readonly StringBuilder text;

            // Made by the host.
            public Loader(StringBuilder text, ILogger<Loader> logger, int size = 3)
            {
                this.text = text;
                this.logger = logger;
            }

            public void Load() => text.Clear();
        }
        """,
        "logger");

    [Fact]
    public Task Uses_the_parameters_of_a_record() => Gives(
        """
        using Microsoft.Extensions.Logging;

        public record Loader(int Size)
        {
            public void Load()
            {
            }
        }
        """,
        """
        using Microsoft.Extensions.Logging;

        public record Loader(int Size, ILogger<Loader> logger)
        {
            public void Load()
            {
            }
        }
        """,
        "logger");

    [Theory]
    [InlineData("public static class Loader { }")]
    [InlineData("public struct Loader { }")]
    [InlineData("public class Loader { } class Maker { object Make() => new Loader(); }")]
    [InlineData("public class Loader { } class Maker { Loader made = new(); }")]
    [InlineData("public class Loader { } class Special : Loader { }")]
    [InlineData("public class Loader { public Loader() { } public Loader(int size) { } }")]
    [InlineData("public class Loader { readonly Action _logger = () => { }; }")]
    [InlineData("public class Loader { public Loader(Action logger) => logger(); }")]
    public async Task Declines_a_type_that_could_not_be_given_more(string source)
    {
        var finding = await Find(source);
        Assert.False(await Logger.CanBeGivenTo(finding, finding.Find<TypeDeclarationSyntax>()!, CancellationToken.None));
    }

    [Theory]
    [InlineData("class Loader { readonly ILogger<Loader> log; void Load() { /*here*/; } }", "log")]
    [InlineData("class Loader { readonly ILogger log; void Load(ILogger given) { /*here*/; } }", "given")]
    [InlineData("class Loader { readonly ILogger log; static void Load() { /*here*/; } }", null)]
    [InlineData("class Loader { static readonly ILogger log; static void Load() { /*here*/; } }", "log")]
    [InlineData("class Loader { void Load() { ILogger before = null!; /*here*/; ILogger after = null!; } }", "before")]
    [InlineData("class Loader { void Load(ILogger given) { System.Action act = static () => { /*here*/; }; } }", null)]
    [InlineData("class Loader { protected ILogger log { get; } } class Special : Loader { void Load() { /*here*/; } }", "log")]
    public async Task Finds_what_is_in_reach(string source, string? expected)
    {
        var document = Workshop.Open("#nullable disable\nusing Microsoft.Extensions.Logging;\n" + source);
        var root = (await document.GetSyntaxRootAsync())!;
        var at = root.DescendantNodes().OfType<EmptyStatementSyntax>().Single();

        Assert.Equal(expected, Reach.NameOf((await document.GetSemanticModelAsync())!, at, "Microsoft.Extensions.Logging.ILogger"));
    }

    [Fact]
    public async Task Finds_no_variable_of_top_level_statements_in_a_type()
    {
        var document = Workshop.Open(new string(' ', 500) + "class Loader { void Load() { /*here*/; } }", new() { Exe = true, Sources = [("Program.cs", "using Microsoft.Extensions.Logging; ILogger log = null!; log.LogInformation(\"Started\");")] });
        var root = (await document.GetSyntaxRootAsync())!;

        Assert.Null(Reach.NameOf((await document.GetSemanticModelAsync())!, root.DescendantNodes().OfType<EmptyStatementSyntax>().Single(), "Microsoft.Extensions.Logging.ILogger"));
    }

    private static async Task Gives(string source, string after, string name)
    {
        var finding = await Find(source);
        var type = finding.Find<TypeDeclarationSyntax>()!;
        var mending = new Mending(finding.Document.Project.Solution, CancellationToken.None);

        Assert.True(await Logger.CanBeGivenTo(finding, type, CancellationToken.None));
        Assert.Equal(name, await Logger.Give(finding, type, mending));
        Assert.Equal(name, await Logger.Give(finding, type, mending));

        var given = await Formatter.FormatAsync(mending.Result().GetDocument(finding.Document.Id)!, Formatter.Annotation);
        Assert.Equal(after, (await given.GetTextAsync()).ToString());
        Assert.Empty(await Workshop.CompilerErrors(given));
    }

    private static async Task<Finding> Find(string source)
    {
        var document = Workshop.Open(source);
        var type = (await document.GetSyntaxRootAsync())!.DescendantNodes().OfType<TypeDeclarationSyntax>().First(one => one.Identifier.ValueText == "Loader");
        return (await Finding.In(document, Diagnostic.Create(Anything, type.Identifier.GetLocation()), CancellationToken.None))!;
    }
}
