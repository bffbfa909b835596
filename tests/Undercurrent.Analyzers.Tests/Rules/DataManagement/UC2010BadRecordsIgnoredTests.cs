using Undercurrent.Analyzers.Rules.DataManagement;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Rules.DataManagement;

public sealed class UC2010BadRecordsIgnoredTests : RuleTests<UC2010BadRecordsIgnored, UC2010BadRecordsIgnoredFix>
{
    /// <summary>Parsers and loaders whose packages cannot be had everywhere.</summary>
    private static readonly Given Parsers = new() { Sources = [("Parsers.cs", File.ReadAllText(Path.Combine(House.House.Root, "tests", "Undercurrent.Analyzers.Declarations", "Leniency.cs")))] };

    /// <summary>CsvHelper 34, where options took the place of the configuration.</summary>
    private static readonly Given Csv34 = new() { OtherMajors = true };

    [Theory]
    [InlineData("new CsvConfiguration(Culture) { [|BadDataFound = null|] }")]
    [InlineData("new CsvConfiguration(Culture) { Delimiter = \";\", [|MissingFieldFound = null|], [|HeaderValidated = null|] }")]
    [InlineData("new CsvConfiguration(Culture) { [|BadDataFound = default|] }")]
    [InlineData("new CsvConfiguration(Culture) { [|BadDataFound = _ => { }|] }")]
    [InlineData("new CsvConfiguration(Culture) { [|MissingFieldFound = args => { var index = args.Index; }|] }")]
    [InlineData("new CsvConfiguration(Culture) { [|BadDataFound = Nothing|] }")]
    [InlineData("new CsvConfiguration(Culture) { [|ReadingExceptionOccurred = _ => false|] }")]
    [InlineData("new CsvConfiguration(Culture) { [|ReadingExceptionOccurred = args => { return args.Exception is BadDataException; }|] }")]
    [InlineData("strict with { [|HeaderValidated = null|] }")]
    public Task Flags_handlers_that_are_taken_away_or_do_nothing(string made) => Flags(Csv($"use({made});"));

    [Theory]
    [InlineData("[|strict.BadDataFound = null|];")]
    [InlineData("[|strict.MissingFieldFound = (MissingFieldFound?)null|];")]
    [InlineData("CsvConfiguration loose = new(Culture) { [|BadDataFound = null|] }; use(loose);")]
    [InlineData("use(new(Culture) { [|BadDataFound = null|] });")]
    [InlineData("void Configure(CsvConfiguration one) => [|one.BadDataFound = null|]; Configure(strict);")]
    public Task Flags_settings_however_they_are_made(string statements) => Flags(Csv(statements));

    [Theory]
    [InlineData("new CsvConfiguration(Culture)")]
    [InlineData("new CsvConfiguration(Culture) { BadDataFound = args => bad++ }")]
    [InlineData("new CsvConfiguration(Culture) { BadDataFound = args => rejects.Add(args.RawRecord) }")]
    [InlineData("new CsvConfiguration(Culture) { BadDataFound = args => Console.Error.WriteLine(args.Context.Parser?.Row) }")]
    [InlineData("new CsvConfiguration(Culture) { MissingFieldFound = args => { worst = args.Index; } }")]
    [InlineData("new CsvConfiguration(Culture) { BadDataFound = args => throw new InvalidOperationException() }")]
    [InlineData("new CsvConfiguration(Culture) { BadDataFound = Keep, HeaderValidated = ConfigurationFunctions.HeaderValidated }")]
    [InlineData("new CsvConfiguration(Culture) { BadDataFound = lenient ? null : Keep }")]
    [InlineData("new CsvConfiguration(Culture) { ReadingExceptionOccurred = null }")]
    [InlineData("new CsvConfiguration(Culture) { ReadingExceptionOccurred = _ => true }")]
    [InlineData("new CsvConfiguration(Culture) { ReadingExceptionOccurred = args => { rejects.Add(args.Exception.Message); return false; } }")]
    [InlineData("new CsvConfiguration(Culture) { PrepareHeaderForMatch = args => args.Header.Trim(), ShouldSkipRecord = args => args.Row.Parser.Record!.All(string.IsNullOrEmpty) }")]
    public Task Allows_handlers_that_count_log_set_aside_or_throw(string made) => Allows(Csv($"use({made});"));

    [Theory]
    [InlineData("using var csv = [|CsvReader.Create(stream)|];")]
    [InlineData("using var csv = [|CsvReader.FromFile(\"orders.csv\")|];")]
    [InlineData("using var csv = [|CsvReader.FromText(text, options: null)|];")]
    [InlineData("using var csv = [|CsvReader.Create(stream, CsvReaderOptions.Default)|];")]
    [InlineData("var options = CsvReaderOptions.Default; using var csv = [|CsvReader.Create(stream, options, leaveOpen: true)|];")]
    [InlineData("using var csv = [|CsvReader.FromFile(\"orders.csv\", CsvReaderOptions.For<Order>())|];")]
    [InlineData("using var csv = CsvReader.Create(stream, [|new CsvReaderOptions { Separator = ';' }|]);")]
    [InlineData("using var csv = CsvReader.Create(stream, [|new()|]);")]
    [InlineData("using var csv = CsvReader.Create(stream, [|new CsvReaderOptions { MalformedData = CsvMalformedDataHandling.Recover }|]);")]
    [InlineData("using var csv = CsvReader.Create(stream, [|new CsvReaderOptions { FieldCountMismatch = CsvFieldCountHandling.Allow, OnMalformedRecord = _ => { } }|]);")]
    [InlineData("using var csv = CsvReader.Create(stream, [|CsvReaderOptions.Default with { HasHeader = false }|]);")]
    [InlineData("using var csv = CsvReader.Create(stream, new CsvReaderOptions { [|MalformedData = CsvMalformedDataHandling.Skip|] });")]
    [InlineData("using var csv = CsvReader.Create(stream, new CsvReaderOptions { MalformedData = CsvMalformedDataHandling.Throw, [|OnRecordError = _ => true|] });")]
    [InlineData("using var csv = CsvReader.Create(stream, new CsvReaderOptions { MalformedData = CsvMalformedDataHandling.Throw, [|OnRecordError = error => error.RowNumber > 1|] });")]
    public Task Flags_the_lenient_defaults_since_34(string statements) => Flags(Csv(statements, "Stream stream, string text"), Csv34);

    [Theory]
    [InlineData("using var csv = CsvReader.Create(stream, new CsvReaderOptions { MalformedData = CsvMalformedDataHandling.Throw });")]
    [InlineData("using var csv = CsvReader.Create(stream, new CsvReaderOptions { FieldCountMismatch = CsvFieldCountHandling.Throw, MissingField = CsvMissingFieldHandling.Throw });")]
    [InlineData("using var csv = CsvReader.Create(stream, new CsvReaderOptions { MalformedData = CsvMalformedDataHandling.Skip, OnMalformedRecord = one => rejects.Add(one.RawRecord) });")]
    [InlineData("using var csv = CsvReader.Create(stream, new CsvReaderOptions { OnMalformedRecord = Keep });")]
    [InlineData("using var csv = CsvReader.Create(stream, CsvReaderOptions.Default with { MalformedData = CsvMalformedDataHandling.Throw });")]
    [InlineData("using var csv = CsvReader.Create(stream, given);")]
    [InlineData("using var csv = CsvReader.Create(stream, new CsvReaderOptions { MalformedData = CsvMalformedDataHandling.Throw, OnRecordError = _ => false });")]
    [InlineData("using var csv = CsvReader.Create(stream, new CsvReaderOptions { MalformedData = CsvMalformedDataHandling.Throw, OnRecordError = error => { rejects.Add(error.RawRecord); return true; } });")]
    public Task Allows_options_that_decide_since_34(string statements) =>
        Allows(Csv(statements, "Stream stream, CsvReaderOptions given") + "partial class Loader { void Keep(CsvMalformedRecord one) => rejects.Add(one.RawRecord); }", Csv34);

    [Theory]
    [InlineData("new JsonSerializerSettings { Error = (_, args) => [|args.ErrorContext.Handled = true|] }")]
    [InlineData("new JsonSerializerSettings { Error = (_, args) => { [|args.ErrorContext.Handled = true|]; } }")]
    [InlineData("new JsonSerializerSettings { Error = delegate(object? sender, ErrorEventArgs args) { if (args.ErrorContext.Path == \"id\") [|args.ErrorContext.Handled = true|]; } }")]
    public Task Flags_errors_of_json_that_are_handled_by_silence(string settings) => Flags(Json($"use({settings});"));

    [Fact]
    public Task Flags_every_place_where_json_is_handled() => Flags(Json(
        """
        var serializer = new JsonSerializer();
        serializer.Error += (sender, args) =>
        {
            [|args.ErrorContext.Handled = true|];
        };
        serializer.Error += Swallow;
        """,
        """
        void Swallow(object? sender, ErrorEventArgs args)
        {
            var context = args.ErrorContext;
            [|context.Handled = true|];
        }

        [OnError]
        internal void OnError(System.Runtime.Serialization.StreamingContext context, ErrorContext error) => [|error.Handled = true|];
        """));

    [Theory]
    [InlineData("new JsonSerializerSettings { Error = (_, args) => { rejects.Add(args.ErrorContext.Path); args.ErrorContext.Handled = true; } }")]
    [InlineData("new JsonSerializerSettings { Error = (_, args) => { Console.WriteLine(args.ErrorContext.Error); args.ErrorContext.Handled = true; } }")]
    [InlineData("new JsonSerializerSettings { Error = (_, args) => { bad++; args.ErrorContext.Handled = true; } }")]
    [InlineData("new JsonSerializerSettings { Error = (_, args) => args.ErrorContext.Handled = lenient }")]
    [InlineData("new JsonSerializerSettings { Error = (_, args) => args.ErrorContext.Handled = false }")]
    [InlineData("new JsonSerializerSettings { MissingMemberHandling = MissingMemberHandling.Ignore, NullValueHandling = NullValueHandling.Ignore }")]
    public Task Allows_errors_of_json_that_are_kept(string settings) => Allows(Json($"use({settings});"));

    [Theory]
    [InlineData("var options = new Google.Cloud.BigQuery.V2.InsertOptions { [|SkipInvalidRows = true|], [|AllowUnknownFields = true|] };")]
    [InlineData("var options = new Google.Cloud.BigQuery.V2.InsertOptions(); [|options.SuppressInsertErrors = true|];")]
    [InlineData("const bool Skip = true; var options = new Google.Cloud.BigQuery.V2.InsertOptions { [|SkipInvalidRows = Skip|] };")]
    [InlineData("var options = new Google.Cloud.BigQuery.V2.CreateLoadJobOptions { [|MaxBadRecords = 100|], [|IgnoreUnknownValues = true|] };")]
    [InlineData("var options = new Google.Cloud.BigQuery.V2.UploadCsvOptions { [|MaxBadRecords = int.MaxValue|] };")]
    [InlineData("var load = new Google.Apis.Bigquery.v2.Data.JobConfigurationLoad { [|MaxBadRecords = 10|] };")]
    [InlineData("var parameters = new Azure.Search.Documents.Indexes.Models.IndexingParameters { [|MaxFailedItems = -1|] };")]
    [InlineData("engine.ErrorManager.ErrorMode = FileHelpers.ErrorMode.SaveAndContinue; [|engine.ErrorMode = FileHelpers.ErrorMode.IgnoreAndContinue|];")]
    [InlineData("var csv = new LumenWorks.Framework.IO.Csv.CsvReader(TextReader.Null, true) { [|DefaultParseErrorAction = LumenWorks.Framework.IO.Csv.ParseErrorAction.AdvanceToNextLine|], [|MissingFieldAction = LumenWorks.Framework.IO.Csv.MissingFieldAction.ReplaceByNull|] };")]
    [InlineData("new ChoETL.ChoCSVReader<Order>(\"orders.csv\").ErrorMode([|ChoETL.ChoErrorMode.IgnoreAndContinue|]);")]
    [InlineData("var options = new nietras.SeparatedValues.SepReaderOptions { [|DisableColCountCheck = true|] };")]
    [InlineData("[|bulk.Index(\"orders\").ContinueAfterDroppedDocuments()|].Index(\"orders\");")]
    [InlineData("var good = [|parsed.Where(one => one.IsValid)|].Select(one => one.Result);")]
    [InlineData("var options = new System.Text.Json.JsonSerializerOptions { [|UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip|] };")]
    public Task Flags_switches_of_other_parsers_and_loads(string statements) => Flags(Other(statements), Parsers);

    [Theory]
    [InlineData("var options = new Google.Cloud.BigQuery.V2.InsertOptions { SkipInvalidRows = false, SuppressInsertErrors = given };")]
    [InlineData("var options = new Google.Cloud.BigQuery.V2.InsertOptions { SkipInvalidRows = true, SuppressInsertErrors = true }; foreach (var error in results.Errors) Console.WriteLine(error);")]
    [InlineData("var options = new Google.Cloud.BigQuery.V2.InsertOptions { SuppressInsertErrors = true }; results.ThrowOnAnyError();")]
    [InlineData("var options = new Google.Cloud.BigQuery.V2.UploadCsvOptions { MaxBadRecords = 0, AllowTrailingColumns = null };")]
    [InlineData("engine.ErrorMode = FileHelpers.ErrorMode.SaveAndContinue;")]
    [InlineData("if (engine.ErrorMode == FileHelpers.ErrorMode.IgnoreAndContinue) Console.WriteLine(1);")]
    [InlineData("new ChoETL.ChoCSVReader<Order>(\"orders.csv\").ErrorMode(ChoETL.ChoErrorMode.ReportAndContinue);")]
    [InlineData("bulk.ContinueAfterDroppedDocuments().DroppedDocumentCallback((error, order) => Console.WriteLine(error));")]
    [InlineData("bulk.ContinueAfterDroppedDocuments(false);")]
    [InlineData("var good = parsed.Where(one => one.IsValid).ToList(); var bad = parsed.Where(one => !one.IsValid).ToList();")]
    [InlineData("var good = parsed.Where(one => one.IsValid).ToList(); foreach (var one in parsed) Console.WriteLine(one.Error?.Value);")]
    [InlineData("var good = parsed.Where(one => one.Result != null);")]
    [InlineData("var options = new System.Text.Json.JsonSerializerOptions { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };")]
    public Task Allows_strict_settings_and_failures_that_are_asked_after(string statements) => Allows(Other(statements), Parsers);

    [Theory]
    [InlineData("read.Option(\"mode\", [|\"DROPMALFORMED\"|]);")]
    [InlineData("read.Option(\"header\", \"true\").Option(key: \"mode\", value: [|\"dropmalformed\"|]);")]
    [InlineData("var options = new Dictionary<string, string> { [\"mode\"] = [|\"DROPMALFORMED\"|] };")]
    [InlineData("var options = new Dictionary<string, string> { { \"mode\", [|\"DROPMALFORMED\"|] } };")]
    [InlineData("read.Option(\"mode\", [|\"PERMISSIVE\"|]);")]
    [InlineData("const string Mode = [|\"DROPMALFORMED\"|]; read.Option(\"mode\", Mode);")]
    [InlineData("read.Option([|\"spark.sql.files.ignoreCorruptFiles\"|], \"true\");")]
    [InlineData("run([|\"COPY INTO orders FROM @stage ON_ERROR = CONTINUE\"|]);")]
    [InlineData("run([|\"copy into orders from @stage file_format = (type = csv) on_error = 'skip_file_10%'\"|]);")]
    [InlineData("run([|$\"COPY INTO {table} FROM @stage ON_ERROR='CONTINUE'\"|]);")]
    [InlineData("run([|\"COPY INTO \" + table + \" FROM @stage ON_ERROR = 'CONTINUE'\"|]);")]
    [InlineData("run([|\"COPY orders FROM 's3://lake/orders' IAM_ROLE default CSV MAXERROR 1000\"|]);")]
    [InlineData("run([|\"COPY orders FROM 's3://lake/orders' CSV MAXERROR AS 10\"|]);")]
    [InlineData("run([|\"COPY orders FROM '/data/orders.csv' WITH (FORMAT csv, ON_ERROR ignore)\"|]);")]
    [InlineData("run([|\"SELECT * FROM read_csv('orders.csv', ignore_errors = true)\"|]);")]
    [InlineData("run([|\"COPY orders FROM 'orders.csv' (HEADER, IGNORE_ERRORS)\"|]);")]
    [InlineData("run([|\"BULK INSERT orders FROM 'orders.csv' WITH (FIRSTROW = 2, MAXERRORS = 100)\"|]);")]
    [InlineData("run([|\"LOAD DATA INFILE 'orders.csv' IGNORE INTO TABLE orders\"|]);")]
    [InlineData("run([|\"INSERT INTO orders SELECT * FROM url('x') SETTINGS input_format_allow_errors_num = 10\"|]);")]
    [InlineData("run([|\"LOAD DATA INTO shop.orders FROM FILES (format = 'CSV', max_bad_records = 50, uris = ['gs://lake/orders.csv'])\"|]);")]
    [InlineData("const string Copy = [|\"COPY INTO orders FROM @stage ON_ERROR = CONTINUE\"|]; run(Copy);")]
    public Task Flags_texts_by_which_a_load_goes_on(string statements) => Flags(Texts(statements));

    [Theory]
    [InlineData("read.Option(\"mode\", \"FAILFAST\");")]
    [InlineData("read.Option(\"mode\", \"PERMISSIVE\").Option(\"columnNameOfCorruptRecord\", \"_broken\");")]
    [InlineData("read.Option(\"mode\", \"DROPMALFORMED\").Option(\"badRecordsPath\", \"/lake/bad\");")]
    [InlineData("read.Option(\"license\", \"permissive\");")]
    [InlineData("var modes = new[] { \"PERMISSIVE\", \"DROPMALFORMED\", \"FAILFAST\", \"ignore_errors\" };")]
    [InlineData("if (table == \"DROPMALFORMED\") throw new InvalidOperationException(\"DROPMALFORMED is not for us\");")]
    [InlineData("read.Option(\"spark.sql.files.ignoreCorruptFiles\", \"false\");")]
    [InlineData("run(\"COPY INTO orders FROM @stage ON_ERROR = ABORT_STATEMENT\");")]
    [InlineData("run(\"COPY INTO orders FROM @stage ON_ERROR = CONTINUE\"); run(\"SELECT * FROM TABLE(VALIDATE(orders, JOB_ID => '_last'))\");")]
    [InlineData("run(\"COPY orders FROM 's3://lake/orders' CSV MAXERROR 0\");")]
    [InlineData("run(\"COPY orders FROM 's3://lake/orders' CSV MAXERROR 100\"); run(\"INSERT INTO rejects SELECT * FROM stl_load_errors\");")]
    [InlineData("run(\"COPY orders FROM '/data/orders.csv' WITH (FORMAT csv, ON_ERROR stop)\");")]
    [InlineData("run(\"COPY orders FROM '/data/orders.csv' WITH (FORMAT csv, ON_ERROR ignore, LOG_VERBOSITY verbose)\");")]
    [InlineData("run(\"SELECT * FROM read_csv('orders.csv', store_rejects = true, ignore_errors = true)\");")]
    [InlineData("run(\"SELECT * FROM read_csv('orders.csv', ignore_errors = false)\");")]
    [InlineData("run(\"BULK INSERT orders FROM 'orders.csv' WITH (MAXERRORS = 100, ERRORFILE = 'bad.csv')\");")]
    [InlineData("run(\"LOAD DATA INFILE 'orders.csv' INTO TABLE orders IGNORE 1 LINES\");")]
    [InlineData("run(\"SELECT maxerror, on_error FROM settings\");")]
    [InlineData("run(\"-- COPY INTO orders ON_ERROR = CONTINUE\\nSELECT 1\");")]
    public Task Allows_texts_that_stop_or_keep_what_is_left_out(string statements) => Allows(Texts(statements));

    [Fact]
    public Task Flags_a_shared_configuration_and_a_program() => Flags(
        """
        using System.Globalization;
        using CsvHelper.Configuration;

        var reads = Formats.Lenient;
        reads.MissingFieldFound = args => Console.WriteLine(args.Index);

        static class Formats
        {
            public static readonly CsvConfiguration Lenient = new(CultureInfo.InvariantCulture) { [|BadDataFound = null|] };

            public static CsvConfiguration Other => new(CultureInfo.InvariantCulture) { [|HeaderValidated = null|] };
        }
        """,
        new() { Exe = true });

    [Fact]
    public Task Allows_settings_of_the_same_name_elsewhere() => Allows(
        """
        class Reader { public Action? BadDataFound { get; set; } public bool SkipInvalidRows { get; set; } public bool Handled { get; set; } }

        class Loader
        {
            Reader Read(CsvHelper.CsvReader other) => new() { BadDataFound = null, SkipInvalidRows = true, Handled = true };
        }
        """);

    [Fact]
    public Task Fixes_by_leaving_out_what_takes_the_handlers_away() => Fixes(
        Csv(
            """
            use(new CsvConfiguration(Culture)
            {
                Delimiter = ";", // the shop's
                [|MissingFieldFound = null|],
                [|HeaderValidated = null|],
            });
            use(new CsvConfiguration(Culture) { [|BadDataFound = null|] });
            use(new(Culture) { Delimiter = ";", [|ReadingExceptionOccurred = _ => false|] });
            [|strict.BadDataFound = null|];
            """),
        Csv(
            """
            use(new CsvConfiguration(Culture)
            {
                Delimiter = ";", // the shop's
            });
            use(new CsvConfiguration(Culture));
            use(new(Culture) { Delimiter = ";" });
            """));

    [Fact]
    public Task Fixes_by_logging_what_is_bad() => Fixes(
        Logged("", "", "CsvConfiguration Format() => new(CultureInfo.InvariantCulture) { [|BadDataFound = null|], [|MissingFieldFound = null|], [|HeaderValidated = null|] };"),
        Logged(
            "using Microsoft.Extensions.Logging;\n",
            "private readonly ILogger<Loader> _logger;\n\n    public Loader(ILogger<Loader> logger)\n    {\n        _logger = logger;\n    }\n\n    ",
            "CsvConfiguration Format() => new(CultureInfo.InvariantCulture) { BadDataFound = args => _logger.LogWarning(\"Line {Line} is malformed\", args.Context.Parser?.Row), MissingFieldFound = args => _logger.LogWarning(\"Line {Line} has no field {Index}\", args.Context.Parser?.Row, args.Index), HeaderValidated = args => _logger.LogWarning(\"{Headers} headers are missing\", args.InvalidHeaders.Length) };"),
        new() { FixKey = "UC2010.log" });

    [Fact]
    public Task Fixes_by_logging_with_the_logger_in_reach() => Fixes(
        Logged("using Microsoft.Extensions.Logging;\n", "", "CsvConfiguration Format(ILogger log) => new(CultureInfo.InvariantCulture) { [|BadDataFound = null|] };"),
        Logged("using Microsoft.Extensions.Logging;\n", "", "CsvConfiguration Format(ILogger log) => new(CultureInfo.InvariantCulture) { BadDataFound = args => log.LogWarning(\"Line {Line} is malformed\", args.Context.Parser?.Row) };"),
        new() { FixKey = "UC2010.log" });

    [Fact]
    public Task Fixes_the_defaults_since_34() => Fixes(
        Csv(
            """
            using var one = [|CsvReader.Create(stream)|];
            using var two = CsvReader.Create(stream, [|new CsvReaderOptions { Separator = ';' }|], leaveOpen: true);
            using var three = CsvReader.Create(stream, [|new CsvReaderOptions
            {
                HasHeader = false,
                MalformedData = CsvMalformedDataHandling.Recover,
            }|]);
            using var four = [|CsvReader.Create(stream, CsvReaderOptions.Default)|];
            using var five = CsvReader.Create(stream, new CsvReaderOptions { [|MalformedData = CsvMalformedDataHandling.Skip|], [|OnRecordError = _ => true|] });
            """,
            "Stream stream"),
        Csv(
            """
            using var one = CsvReader.Create(stream, new CsvReaderOptions { MalformedData = CsvMalformedDataHandling.Throw, FieldCountMismatch = CsvFieldCountHandling.Throw, MissingField = CsvMissingFieldHandling.Throw });
            using var two = CsvReader.Create(stream, new CsvReaderOptions { Separator = ';', MalformedData = CsvMalformedDataHandling.Throw, FieldCountMismatch = CsvFieldCountHandling.Throw, MissingField = CsvMissingFieldHandling.Throw }, leaveOpen: true);
            using var three = CsvReader.Create(stream, new CsvReaderOptions
            {
                HasHeader = false,
                MalformedData = CsvMalformedDataHandling.Throw,
                FieldCountMismatch = CsvFieldCountHandling.Throw,
                MissingField = CsvMissingFieldHandling.Throw,
            });
            using var four = CsvReader.Create(stream, new CsvReaderOptions { MalformedData = CsvMalformedDataHandling.Throw, FieldCountMismatch = CsvFieldCountHandling.Throw, MissingField = CsvMissingFieldHandling.Throw });
            using var five = CsvReader.Create(stream, new CsvReaderOptions { MalformedData = CsvMalformedDataHandling.Throw });
            """,
            "Stream stream"),
        Csv34);

    [Fact]
    public Task Fixes_switches_of_other_parsers() => Fixes(
        Other(
            """
            engine.ErrorManager.ErrorMode = FileHelpers.ErrorMode.SaveAndContinue;
            [|engine.ErrorMode = FileHelpers.ErrorMode.IgnoreAndContinue|];
            var insert = new Google.Cloud.BigQuery.V2.InsertOptions { [|SkipInvalidRows = true|], AllowUnknownFields = false };
            new ChoETL.ChoCSVReader<Order>("orders.csv").ErrorMode([|ChoETL.ChoErrorMode.IgnoreAndContinue|]);
            [|bulk.Index("orders").ContinueAfterDroppedDocuments()|].Index("all");
            """),
        Other(
            """
            engine.ErrorManager.ErrorMode = FileHelpers.ErrorMode.SaveAndContinue;
            engine.ErrorMode = FileHelpers.ErrorMode.ThrowException;
            var insert = new Google.Cloud.BigQuery.V2.InsertOptions { AllowUnknownFields = false };
            new ChoETL.ChoCSVReader<Order>("orders.csv").ErrorMode(ChoETL.ChoErrorMode.ThrowAndStop);
            bulk.Index("orders").Index("all");
            """),
        Parsers);

    [Fact]
    public Task Fixes_errors_of_json_and_modes_of_spark() => Fixes(
        Json(
            """
            use(new JsonSerializerSettings { Formatting = Formatting.None, Error = (_, args) => [|args.ErrorContext.Handled = true|] });
            var options = new Dictionary<string, string> { ["mode"] = [|"DROPMALFORMED"|] };
            """),
        Json(
            """
            use(new JsonSerializerSettings { Formatting = Formatting.None });
            var options = new Dictionary<string, string> { ["mode"] = "FAILFAST" };
            """));

    [Fact]
    public async Task Says_nothing_of_what_stands_beside_a_setting()
    {
        var said = await Workshop.Run(Workshop.Open(Texts("run(\"COPY INTO logins FROM 's3://x' CREDENTIALS=(AWS_SECRET_KEY='quokka') ON_ERROR = CONTINUE\");")), new UC2010BadRecordsIgnored());

        Assert.DoesNotContain("quokka", Assert.Single(said).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(said[0].Properties);
    }

    [Theory]
    [InlineData("run([|\"COPY INTO orders FROM @stage ON_ERROR = CONTINUE\"|]);")]
    public Task Offers_no_fix_for_a_statement(string statements) => OffersNoFix(Texts(statements));

    private static string Csv(string statements, string given = "CsvConfiguration strict, Action<CsvConfiguration> use, bool lenient")
    {
        var old = given.StartsWith("CsvConfiguration", StringComparison.Ordinal);
        return $$"""
            using System.Globalization;
            using CsvHelper;
            {{(old ? "using CsvHelper.Configuration;" : "")}}

            public class Order { public string Id { get; set; } = ""; }

            partial class Loader
            {
                static readonly CultureInfo Culture = CultureInfo.InvariantCulture;
                readonly List<string> rejects = new();
                int bad, worst;

                void Load({{given}})
                {
                    {{Indented(statements, 8)}}
                }
            {{(old ? "\n    void Keep(BadDataFoundArgs args) => rejects.Add(args.RawRecord);\n\n    static void Nothing(BadDataFoundArgs args) { }\n" : "")}}
                int Count() => bad + worst;
            }

            """;
    }

    private static string Logged(string usings, string fields, string member) =>
        $$"""
        using System.Globalization;
        using CsvHelper.Configuration;
        {{usings}}
        class Loader
        {
            {{fields}}{{member}}
        }
        """;

    private static string Json(string statements, string members = "") =>
        $$"""
        using Newtonsoft.Json;
        using Newtonsoft.Json.Serialization;
        using ErrorEventArgs = Newtonsoft.Json.Serialization.ErrorEventArgs;

        class Loader
        {
            readonly List<string> rejects = new();
            int bad;

            void Load(Action<JsonSerializerSettings> use, bool lenient)
            {
                {{Indented(statements, 8)}}
            }

            {{Indented(members, 4)}}

            int Count() => bad;
        }
        """;

    private static string Other(string statements) =>
        $$"""
        using TinyCsvParser.Mapping;

        public class Order { public string Id { get; set; } = ""; }

        class Loader
        {
            void Load(FileHelpers.FileHelperEngine<Order> engine, OpenSearch.Client.BulkAllDescriptor<Order> bulk, List<CsvMappingResult<Order>> parsed, Google.Cloud.BigQuery.V2.BigQueryInsertResults results, bool given)
            {
                {{Indented(statements, 8)}}
            }
        }
        """;

    private static string Texts(string statements) =>
        $$"""
        public class DataFrameReader { public DataFrameReader Option(string key, string value) => this; }

        class Loader
        {
            void Load(DataFrameReader read, Action<string> run, string table)
            {
                {{statements}}
            }
        }
        """;

    private static string Indented(string text, int by) => text.Replace("\n", "\n" + new string(' ', by), StringComparison.Ordinal);
}
