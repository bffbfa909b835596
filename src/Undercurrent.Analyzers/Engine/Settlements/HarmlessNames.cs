using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Settlements;

/// <summary>The names of what is done about a record without which it would be just as safe: looking at it, turning it into something else, telling of it.</summary>
internal static class HarmlessNames
{
    /// <summary>First words of methods.</summary>
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "log", "trace", "track", "observe", "measure", "increment", "decrement", "report", "parse", "deserialize", "deserialise", "serialize", "serialise", "decode", "encode", "map", "convert", "to", "from", "as", "is", "has", "can", "should",
        "validate", "ensure", "guard", "check", "throw", "assert", "verify", "format", "describe", "print", "dump", "dispose", "close", "clear", "release", "reset", "renew", "extend", "get", "find", "exist", "count", "calculate", "compute",
        "extract", "clone", "equal", "compare", "contain", "match", "delay", "sleep", "wait", "yield", "pause", "resume", "seek", "cancel", "stop",
    };

    /// <summary>First words of methods that give nothing back to wait for.</summary>
    private static readonly HashSet<string> QuickVerbs = new(StringComparer.Ordinal) { "set", "record", "create", "build", "start", "begin", "end", "with", "new", "add", "select", "where", "remember", "note", "mark", "on" };

    /// <summary>First words of methods that do something, whatever they give back.</summary>
    private static readonly HashSet<string> Deeds = new(StringComparer.Ordinal)
    {
        "save", "store", "insert", "upsert", "process", "handle", "send", "publish", "execute", "index", "write", "persist", "apply", "dispatch", "import", "ingest", "load", "post", "put", "push", "produce", "deliver", "forward", "submit",
        "enqueue", "update", "delete", "merge", "replace", "append", "upload", "export", "charge", "invoke", "run", "consume", "emit", "notify", "archive", "book", "ship", "register", "do", "work",
    };

    /// <summary>Last words of types and names that watch, check or translate.</summary>
    private static readonly HashSet<string> Watchers = new(StringComparer.Ordinal)
    {
        "log", "logger", "logging", "metric", "telemetry", "trace", "tracer", "tracing", "counter", "histogram", "gauge", "meter", "stopwatch", "diagnostic", "statistic", "stat", "monitor", "monitoring", "activity", "console", "debug", "health",
        "progress", "mapper", "validator", "serializer", "deserializer", "parser", "converter", "guard", "assert", "heartbeat",
    };

    private static readonly HashSet<string> Settling = new(StringComparer.Ordinal) { "ack", "acknowledge", "commit", "complete", "checkpoint", "settle", "delete", "confirm", "store", "accept", "finish" };

    /// <summary>Whether a method does nothing a record could be lost by.</summary>
    public static bool Method(string name, bool awaited)
    {
        var words = IdentifierWords.Of(name);
        var first = words.Length > 1 && words[0] == "try" ? words[1] : words.FirstOrDefault() ?? "";
        return Verbs.Contains(first) || (!awaited && QuickVerbs.Contains(first));
    }

    public static bool IsDeed(string name)
    {
        var words = IdentifierWords.Of(name);
        return Deeds.Contains(words.Length > 1 && words[0] == "try" ? words[1] : words.FirstOrDefault() ?? "");
    }

    /// <summary>Whether a type, or the name of one of its objects, is of those that watch.</summary>
    public static bool Type(string name) => IdentifierWords.Of(name).LastOrDefault() is { } last && Watchers.Contains(last);

    public static bool SoundsLikeSettling(string name) => IdentifierWords.Of(name).Any(Settling.Contains);
}
