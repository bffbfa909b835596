using System.Text.Json;

namespace Undercurrent.Analyzers.Consumption;

[Collection(PackageIsPacked.Name)]
public sealed class ConsumptionTests(PackedPackage package)
{
    [Fact]
    public async Task A_build_shows_the_warnings_and_warnaserror_fails_it()
    {
        using var consumer = new Consumer(package, Pipeline.Sdk, Pipeline.Libraries, Pipeline.Files);

        var warnings = await consumer.Warnings();
        Assert.Equal(Pipeline.Rules, warnings.Select(warning => warning[^6..]).Distinct());
        Assert.All(warnings, warning => Assert.Equal(warning[^6..] + ".cs", warning[..warning.IndexOf(':', StringComparison.Ordinal)]));

        var (exitCode, output) = await consumer.Run("build", "--no-incremental", "-warnaserror");
        Assert.NotEqual(0, exitCode);
        Assert.Equal(warnings, Consumer.Said(output, "error"));
    }

    [Fact]
    public async Task The_sarif_log_says_where_to_read_on_and_what_each_rule_is_about()
    {
        using var consumer = new Consumer(package, Pipeline.Sdk, Pipeline.Libraries, Pipeline.Files);
        await consumer.Warnings("-p:ErrorLog=build.sarif%2cversion=2.1");

        using var log = JsonDocument.Parse(consumer.Read("build.sarif"));
        var run = log.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToDictionary(rule => rule.GetProperty("id").GetString()!);

        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        foreach (var id in Pipeline.Rules)
        {
            Assert.Contains(run.GetProperty("results").EnumerateArray(), result => result.GetProperty("ruleId").GetString() == id);
            Assert.EndsWith($"/docs/rules/{id}.md", rules[id].GetProperty("helpUri").GetString(), StringComparison.Ordinal);
            Assert.Equal(id[2] switch { '1' => "Security", '2' => "DataManagement", _ => "SoftwareEngineering" }, rules[id].GetProperty("properties").GetProperty("category").GetString());
            Assert.NotEmpty(Tags(rules[id]).Intersect(["generation", "storage", "ingestion", "transformation", "serving"]));
        }

        Assert.Contains("CWE-798", Tags(rules["UC1001"]));
        Assert.DoesNotContain("correct-horse-7", consumer.Read("build.sarif"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_says_the_line_and_column_of_a_secret_in_each_configuration_file()
    {
        const string Json = """
            {
              // The night's own.
              "Database": {
                "Password": "correct-horse-7",
              },
            }
            """;
        using var consumer = new Consumer(
            package, "Microsoft.NET.Sdk.Web", "",
            ("Nothing.cs", "namespace Consumer;"),
            ("appsettings.json", Json),
            ("appsettings.Development.json", """{ "ConnectionStrings": { "Orders": "Host=db;Username=loader;Password=correct-horse-7" } }"""),
            ("Properties/launchSettings.json", """{ "profiles": { "Loader": { "environmentVariables": { "DB_PASSWORD": "correct-horse-7" } } } }"""),
            ("web.config", """<configuration><appSettings><add key="ApiKey" value="k7Rt-20xw-9fLq" /></appSettings></configuration>"""),
            (".env", "DB_PASSWORD=correct-horse-7"),
            ("compose.yaml", "services:\n  db:\n    environment:\n      - POSTGRES_PASSWORD=correct-horse-7"));

        var (exitCode, output) = await consumer.Run("build", "--no-incremental");
        Assert.True(exitCode == 0, output);
        Assert.All(
            ["appsettings.json(4,18)", "appsettings.Development.json(1,70)", "launchSettings.json(1,71)", "web.config(1,54)", ".env(1,13)", "compose.yaml(4,27)"],
            place => Assert.Contains(place + ": warning UC1004: '", output, StringComparison.Ordinal));
        Assert.DoesNotContain("correct-horse-7", output, StringComparison.Ordinal);

        (exitCode, output) = await consumer.Run("build", "--no-incremental", "-p:UndercurrentReadConfigurationFiles=false");
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("UC1004", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Format_applies_every_fix_again_and_again_and_leaves_what_has_none()
    {
        using var consumer = new Consumer(package, Pipeline.Sdk, Pipeline.Libraries, [.. Pipeline.Files, Pipeline.Unfixable]);

        // The formatter asks about one arbitrary finding, so a run that went well once proves nothing.
        for (var round = 0; round < 3; round++)
        {
            foreach (var (name, text) in Pipeline.Files)
                consumer.Write(name, text);

            var before = Pipeline.Files.ToDictionary(file => file.Name, file => consumer.Read(file.Name));
            var untouched = consumer.Read("Unfixable.cs");
            await FormatUntilNothingChanges(consumer);

            Assert.Equal(["Unfixable.cs: UC1001"], await consumer.Warnings());
            Assert.Equal(untouched, consumer.Read("Unfixable.cs"));
            Assert.All(Pipeline.Rules, id => Assert.NotEqual(before[id + ".cs"], consumer.Read(id + ".cs")));
        }
    }

    [Fact]
    public async Task A_project_with_none_of_the_libraries_notices_nothing()
    {
        using var consumer = new Consumer(package, "Microsoft.NET.Sdk", "", ("Shapes.cs", """
            namespace Consumer;

            public static class Shapes
            {
                public static double Area(double width, double height) => width * height;

                public static string Describe(string title, int count) => $"{title}: {count}";
            }
            """));

        Assert.Empty(await consumer.Warnings());
    }

    /// <summary>One run applies one fix of each rule, and a rule may have several.</summary>
    private static async Task FormatUntilNothingChanges(Consumer consumer)
    {
        for (var run = 0; run < 5; run++)
        {
            var before = Text(consumer);
            var (exitCode, output) = await consumer.Run(["format", "analyzers", "--severity", "info", "--diagnostics", .. Pipeline.Rules]);
            Assert.True(exitCode == 0, output);
            if (Text(consumer) == before)
                return;
        }

        Assert.Fail("The fixes do not come to rest.");
    }

    private static string Text(Consumer consumer) => string.Concat(Pipeline.Files.Select(file => consumer.Read(file.Name)));

    private static IEnumerable<string?> Tags(JsonElement rule) => rule.GetProperty("properties").GetProperty("tags").EnumerateArray().Select(tag => tag.GetString());
}
