using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Provenance;

/// <summary>The names by which columns say where a row came from, and code that it brings rows in.</summary>
internal static class ProvenanceNames
{
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal) { "source", "provenance", "lineage", "offset", "checksum", "etl", "metadata", "watermark" };

    /// <summary>Two words that tell something only together.</summary>
    private static readonly HashSet<string> Pairs = new(StringComparer.Ordinal)
    {
        "run id", "batch id", "load id", "job id", "import id", "execution id", "pipeline run", "schema version", "record hash", "row hash", "content hash", "file name", "load date", "import date", "load time", "batch number", "trace id", "correlation id", "origin system", "data origin", "record origin",
    };

    /// <summary>What was done to a row at a time: <c>LoadedAt</c>, <c>IngestedOnUtc</c>, <c>extraction_time</c>.</summary>
    private static readonly string[] Deeds = ["load", "ingest", "extract", "import", "fetch", "retriev", "receiv", "process", "sync", "scrap", "crawl", "stage", "insert", "collect", "captur"];

    private static readonly HashSet<string> Times = new(StringComparer.Ordinal) { "at", "on", "date", "time", "utc", "timestamp", "ts" };

    private static readonly HashSet<string> Bringing = new(StringComparer.Ordinal)
    {
        "import", "importer", "ingest", "ingestion", "ingester", "ingestor", "load", "loader", "extract", "extractor", "sync", "synchronizer", "etl", "pipeline", "feed", "harvest", "harvester", "crawler", "scraper", "consumer", "replicate", "backfill", "job", "worker", "staging", "warehouse", "lake", "sink",
    };

    public static bool Tells(string column)
    {
        var words = IdentifierWords.Of(column);
        if (Array.Exists(words, Telling.Contains))
            return true;

        for (var at = 0; at + 1 < words.Length; at++)
        {
            if (Pairs.Contains(words[at] + " " + words[at + 1]) || (Times.Contains(words[at + 1]) && Array.Exists(Deeds, deed => words[at].StartsWith(deed, StringComparison.Ordinal))))
                return true;
        }

        return words.Length > 0 && words[0] is "partition" or "filename";
    }

    /// <summary>Whether code around a call brings rows in from elsewhere: it reads or takes apart what comes from outside, or says so by its name.</summary>
    public static bool BringsIn(IInvocationOperation call, PipelineProject project)
    {
        foreach (var around in call.Syntax.Ancestors())
        {
            var name = around switch
            {
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                LocalFunctionStatementSyntax function => function.Identifier.ValueText,
                TypeDeclarationSyntax type => type.Identifier.ValueText,
                _ => null,
            };
            if (name is not null && Array.Exists(IdentifierWords.Of(name), Bringing.Contains))
                return true;
        }

        return call.Root().Descendants().OfType<IInvocationOperation>().Any(other => project.TraitsOf(other.TargetMethod) is var traits && (traits & (ApiTrait.Ingest | ApiTrait.Parse)) != 0 && (traits & ApiTrait.Database) == 0);
    }
}
