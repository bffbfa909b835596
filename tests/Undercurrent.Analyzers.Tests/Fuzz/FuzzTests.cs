using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Undercurrent.Analyzers.Engine.ConfigurationTexts;
using Undercurrent.Analyzers.Tests.Harness;
using Undercurrent.Analyzers.Tests.House;

namespace Undercurrent.Analyzers.Tests.Fuzz;

/// <summary>
/// Seeded mutations of all we have, under all rules: nothing crashes, hangs, depends on order, says a secret, or is mended into
/// something that compiles worse. A failure prints the seed and the source; <c>UNDERCURRENT_FUZZ</c> sets how many per batch.
/// </summary>
public sealed class FuzzTests
{
    private const int Batches = 20;

    private static readonly int PerBatch = int.TryParse(Environment.GetEnvironmentVariable("UNDERCURRENT_FUZZ"), CultureInfo.InvariantCulture, out var asked) ? asked : 110;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What the compiler says of a type or member that is declared twice.</summary>
    private static readonly string[] Twice = ["CS0101", "CS0102", "CS0111", "CS0229", "CS0260", "CS0261", "CS8863"];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules = [.. House.House.Rules];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Batches)];

    [Theory, MemberData(nameof(Seeds))]
    public async Task Mutated_sources_break_nothing(int seed)
    {
        var random = new Random(seed);
        var open = Open(Corpus.Snippets[random.Next(Corpus.Snippets.Count)]);
        for (var index = 0; index < PerBatch; index++)
        {
            var source = Mutation.Of(Corpus.Snippets[random.Next(Corpus.Snippets.Count)], random);
            try
            {
                await Check(open, source, everyOrder: index % 5 == 0);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                Assert.Fail($"Seed {seed}, mutation {index}: {failure}\n{source}");
            }
        }
    }

    [Fact]
    public async Task Deep_nesting_and_long_chains_end() => await Check(
        Open(""),
        $$"""
        class Deep
        {
            string Email = "", password = {{string.Concat(Enumerable.Repeat("(", 150))}}"hunter2-deep"{{string.Concat(Enumerable.Repeat(")", 150))}};
            void Log(Microsoft.Extensions.Logging.ILogger log, string email)
            {
                var text = {{string.Join(" + ", Enumerable.Repeat("email", 1_000))}};
                Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(log, text);
                {{string.Concat(Enumerable.Repeat("if (email != null) { ", 80))}} Console.WriteLine(email); {{string.Concat(Enumerable.Repeat("}", 80))}}
                {{string.Join(" ", Enumerable.Range(0, 300).Select(number => $"var v{number} = {(number == 0 ? "email" : "v" + (number - 1))};"))}}
                Console.WriteLine(v299);
            }
        }
        """,
        everyOrder: true);

    [Fact]
    public async Task Megabyte_literals_cost_little()
    {
        var megabyte = string.Concat(Enumerable.Repeat("Password=;Host=a:b@c//{x}", 1 << 16));
        await Check(Open(""), $$"""class Big { string password = "{{megabyte}}"; string connectionString = "{{megabyte}}"; object o = new Npgsql.NpgsqlConnection("{{megabyte}}"); string {{new string('e', 50_000)}} = ""; }""", everyOrder: true);
    }

    [Theory]
    [InlineData("undercurrent.data-apis.txt")]
    [InlineData("undercurrent.credential-sinks.txt")]
    [InlineData("undercurrent.personal-data.txt")]
    [InlineData(".editorconfig")]
    [InlineData("appsettings.json")]
    [InlineData("web.config")]
    [InlineData(".env")]
    [InlineData("docker-compose.yml")]
    public async Task Broken_files_break_nothing(string name)
    {
        var random = new Random(name.Length);
        var alphabet = "abcXYZ.=:,;*()[]{}\"'`#\\/\n\r\t 0123\0é\ud83d undercurrent. term not head secret ingest .ctor";
        for (var index = 0; index < 60; index++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 400)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var document = Workshop.Open(Corpus.Snippets[index % Corpus.Snippets.Count], new() { AdditionalFiles = [(name, text)], EditorConfig = name == ".editorconfig" ? "undercurrent.test_projects = " + text.ReplaceLineEndings(" ") : null });
            Assert.DoesNotContain(await Analyse(document, concurrent: true), one => one.Id == "AD0001");
        }
    }

    [Fact]
    public async Task Mutated_configuration_files_break_nothing()
    {
        var random = new Random(4);
        for (var index = 0; index < 4 * PerBatch; index++)
        {
            var (name, whole) = Corpus.Files[index % Corpus.Files.Count];
            var text = Mutation.OfText(whole, random);
            var document = Workshop.Open("", new() { AdditionalFiles = [(name, text)] });
            var said = await Analyse(document, concurrent: true);

            Assert.DoesNotContain(said, one => one.Id == "AD0001");
            foreach (var one in said.Where(one => one.Id == "UC1004"))
            {
                // The secret is where it is said to be, is not said, and is gone once mended.
                var secret = text.Substring(one.Location.SourceSpan.Start, one.Location.SourceSpan.Length);
                Assert.True(secret.Trim().Length > 0, text);
                Assert.DoesNotContain($"'{secret}'", one.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
                var mended = await Workshop.FixFile(document, one, House.House.Rule("UC1004").Fix()!);
                Assert.True((await Analyse(mended!.Project.GetDocument(document.Id)!, concurrent: true)).Count(other => other.Id == "UC1004") <= said.Count(other => other.Id == "UC1004"), text);
            }
        }
    }

    [Theory]
    [InlineData("appsettings.json", "{\"a\":", "[", "\"\\", "/*", "{ \"Password\": \"")]
    [InlineData("web.config", "<a b='", "<a>", "<!--", "&", "<a name=\"x\" ")]
    [InlineData(".env", "A=\"-----BEGIN \n", "A_PASSWORD='", "export ", "=", "#\n")]
    [InlineData("docker-compose.yml", "a: {", "- ", "\"", "a:\n ", "[[")]
    public void Long_and_deep_configuration_files_end(string name, params string[] pieces) => Assert.All(pieces, piece =>
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.InRange(ConfigurationFile.Entries(name, SourceText.From(string.Concat(Enumerable.Repeat(piece, 200_000)))).Count(), 0, 400_000);
        Assert.True(watch.Elapsed < Patience, $"{name} of '{piece}' took {watch.Elapsed}");
    });

    /// <summary>Opened once for many mutations, so that each binds one file and not the references again.</summary>
    private static Document Open(string other) => Workshop.Open("", new() { Sources = [("Other.cs", other)] });

    private static async Task Check(Document open, string source, bool everyOrder)
    {
        var document = open.WithText(SourceText.From(source));
        var said = await Analyse(document, concurrent: true);

        Assert.DoesNotContain(said, one => one.Id == "AD0001");
        Assert.All(said, SaysNoValue);
        if (everyOrder)
        {
            Assert.Equal(Lines(said), Lines(await Analyse(document, concurrent: false)));
            // Of what two files declare, the order of the files decides which is meant.
            if (!(await document.Project.GetCompilationAsync())!.GetDiagnostics().Any(one => Twice.Contains(one.Id)))
                Assert.Equal(Lines(said), Lines(await Analyse(document, concurrent: true, reversed: true)));
        }

        var here = said.Where(one => one.Location.SourceTree?.FilePath == document.FilePath).ToList();
        var errors = here.Count == 0 ? 0 : (await Workshop.CompilerErrors(document)).Length;
        foreach (var one in here)
            await TryFixes(document, one, errors);
    }

    private static IEnumerable<string> Lines(IEnumerable<Diagnostic> said) => said.Select(one => one.ToString()).Order(StringComparer.Ordinal);

    private static async Task<ImmutableArray<Diagnostic>> Analyse(Document document, bool concurrent, bool reversed = false)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        if (reversed)
            compilation = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse());

        using var late = new CancellationTokenSource(Patience);
        return await compilation.WithAnalyzers(Rules, new CompilationWithAnalyzersOptions(document.Project.AnalyzerOptions, onAnalyzerException: null, concurrent, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync(late.Token);
    }

    /// <summary>No text of the reported code stands in what is said about it.</summary>
    private static void SaysNoValue(Diagnostic one)
    {
        if (one.Location.SourceTree is not { } tree)
            return;

        var node = tree.GetRoot().FindNode(one.Location.SourceSpan, getInnermostNodeForTie: true);
        var spoken = one.GetMessage(CultureInfo.InvariantCulture) + string.Concat(one.Properties.Select(property => "\n" + property.Value));
        foreach (var text in node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken)).Select(token => token.ValueText).Where(text => text.Length > 5 && text.Any(char.IsAsciiDigit)))
            Assert.DoesNotContain(text, spoken, StringComparison.Ordinal);
    }

    private static async Task TryFixes(Document document, Diagnostic diagnostic, int errors)
    {
        foreach (var fix in House.House.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var offered = new List<CodeAction>();
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offered.Add(action), CancellationToken.None));
            foreach (var action in offered)
            {
                var change = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
                var after = await Workshop.CompilerErrors(change.ChangedSolution.GetDocument(document.Id)!);
                Assert.True(after.Length <= errors, $"'{action.Title}' added to {errors} errors:\n{string.Join('\n', after)}\n{await change.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()}");
            }
        }
    }
}
