using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What the names of times say.</summary>
internal static class ClockWords
{
    /// <summary>Words of how far a pipeline has come: what a private field of such a name keeps is held against the data.</summary>
    private static readonly HashSet<string> Marks = new(StringComparer.Ordinal) { "watermark", "checkpoint", "cursor", "highwater", "since", "sync", "synced", "load", "loaded", "import", "imported", "ingested", "processed", "exported", "fetched", "modified", "updated", "created", "extracted" };

    /// <summary>Words of when something is over, which a program tells by its own clock.</summary>
    private static readonly HashSet<string> Limits = new(StringComparer.Ordinal) { "deadline", "timeout", "expire", "expires", "expiry", "expiration", "expired", "ttl", "stopwatch", "elapsed", "started", "start", "begin", "began", "retry", "backoff", "throttle", "lease", "nextrun" };

    /// <summary>Words of texts that are looked at or looked up.</summary>
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal) { "file", "path", "folder", "directory", "title", "label", "caption", "message", "description", "display", "text", "header", "footer", "subject", "tooltip", "status", "log", "suffix", "prefix", "comment" };

    public static bool IsMark(string name) => Has(name, Marks);

    public static bool IsLimit(string name) => IdentifierWords.Of(name) is var words && Array.Exists(words, Limits.Contains) && !Array.Exists(words, static word => word is "at" or "on" or "utc" or "date" or "time" or "timestamp") | Array.Exists(words, static word => word.StartsWith("expir", StringComparison.Ordinal) || word is "deadline");

    public static bool IsLabel(string name) => Has(name, Labels);

    private static bool Has(string name, HashSet<string> wanted) => Array.Exists(IdentifierWords.Of(name), wanted.Contains);
}
