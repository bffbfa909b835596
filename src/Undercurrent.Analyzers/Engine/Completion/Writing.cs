using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>Whether a call writes: by what is known of it, by its statement, or by its name where nothing is known.</summary>
internal static class Writing
{
    private const ApiTrait Known = ApiTrait.Store | ApiTrait.Update | ApiTrait.Erase | ApiTrait.UnsafeToRepeat;

    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "insert", "save", "add", "update", "delete", "remove", "write", "store", "upsert", "merge", "append", "put", "bulk", "import", "persist", "archive", "publish", "send", "enqueue", "produce",
    };

    /// <summary>By which what a method does besides is not told; most of what is called so changes nothing.</summary>
    private static readonly HashSet<string> Readings = new(StringComparer.Ordinal)
    {
        "get", "read", "find", "query", "list", "count", "load", "fetch", "select", "is", "has", "any", "first", "single", "exist", "log", "try", "validate", "check", "ensure", "to", "from", "map", "parse", "build", "create", "make",
        "open", "close", "dispose", "begin", "start", "with", "configure", "connect", "prepare", "use", "format", "compute", "calculate", "convert", "lookup", "search", "peek", "scan", "as", "resolve", "new", "throw", "can", "should",
    };

    private static readonly string[] Statements = ["INSERT", "UPDATE", "DELETE", "MERGE", "UPSERT", "REPLACE", "TRUNCATE", "EXEC", "CALL", "COPY"];

    public static Step Of(IInvocationOperation call, PipelineProject project)
    {
        var (method, traits) = (call.TargetMethod, project.TraitsOf(call.TargetMethod));
        if ((traits & Known) != 0 || call.Arguments.Any(static argument => argument.Value.ConstantValue is { HasValue: true, Value: string text } && IsWritten(text)))
            return Step.Writes;

        var words = IdentifierWords.Of(method.Name);
        if (words.Length == 0 || IsFramework(method) || method.ContainingType.Name.EndsWith("Collection", StringComparison.Ordinal) || method.ContainingType.Name.EndsWith("Parameters", StringComparison.Ordinal))
            return (traits & ApiTrait.Ingest) != 0 && method.Name.StartsWith("ExecuteScalar", StringComparison.Ordinal) ? Step.MayWrite : Step.None;

        if (Verbs.Contains(words[0]))
            return Step.Writes;

        return (traits & ApiTrait.Ingest) == 0 && method.DeclaringSyntaxReferences.Length > 0 && method.MethodKind != MethodKind.LocalFunction && !Readings.Contains(words[0]) ? Step.MayWrite : Step.None;
    }

    private static bool IsFramework(IMethodSymbol method) => method.RootNamespace() is "System" or "Microsoft" or null;

    private static bool IsWritten(string text)
    {
        var statement = text.TrimStart();
        return Array.Exists(Statements, verb => statement.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && statement.Length > verb.Length && char.IsWhiteSpace(statement[verb.Length]));
    }
}
