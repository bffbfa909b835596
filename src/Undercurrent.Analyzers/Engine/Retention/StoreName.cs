using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retention;

/// <summary>The words of the names under which a store is declared, and what they say of how it grows.</summary>
internal static class StoreName
{
    private static readonly HashSet<string> Growing = new(StringComparer.Ordinal)
    {
        "event", "log", "session", "history", "telemetry", "reading", "measurement", "metric", "click", "visit", "view", "message", "notification", "token", "cache", "cached", "temp", "tmp", "temporary", "staging", "stage", "landing",
        "raw", "export", "upload", "import", "inbox", "outbox", "snapshot", "trace", "request", "lock", "lease", "job", "run", "attempt", "otp", "code", "cart", "basket", "activity", "tracking", "location", "position", "stream", "feed",
    };

    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal)
    {
        "site", "web", "website", "frontend", "spa", "static", "asset", "public", "config", "configuration", "setting", "artifact", "artefact", "deploy", "deployment", "template", "terraform", "tfstate", "lambda", "layer", "reference",
        "lookup", "catalog", "catalogue", "country", "currency", "product", "archive", "compliance", "legal", "ledger",
    };

    private static readonly HashSet<string> SetAside = new(StringComparer.Ordinal) { "dead", "deadletter", "dlq", "dlx", "error", "poison", "reject", "rejected", "parking", "parked", "quarantine", "failed", "failure" };

    /// <summary>The words of the constant names that are written with a declaration, or of the variable it is kept in.</summary>
    public static IReadOnlyList<string> In(IOperation declared) => NamesIn(declared).SelectMany(IdentifierWords.Of).ToList();

    public static bool Grows(string word) => Growing.Contains(word);

    public static bool IsFixed(string word) => Fixed.Contains(word);

    public static bool IsSetAside(IReadOnlyList<string> words) => words.Any(SetAside.Contains);

    /// <summary>The names themselves.</summary>
    public static IEnumerable<string> NamesIn(IOperation declared)
    {
        foreach (var value in Named(declared))
        {
            foreach (var origin in ValueOrigin.Of(value))
            {
                if (origin.ConstantValue is { HasValue: true, Value: string { Length: < 100 } name })
                    yield return name;
                else if (origin is IMemberReferenceOperation or IParameterReferenceOperation)
                    yield return origin is IMemberReferenceOperation member ? member.Member.Name : ((IParameterReferenceOperation)origin).Parameter.Name;
            }
        }

        if (Expiry.HolderOf(declared) is { } holder)
            yield return holder.Name;
    }

    private static IEnumerable<IOperation> Named(IOperation declared)
    {
        var given = declared switch
        {
            IObjectCreationOperation creation => creation.Arguments,
            IInvocationOperation call => call.Arguments,
            _ => default,
        };
        var written = given.IsDefault ? [] : given.Where(argument => argument.Parameter?.Name is "id" or "name" or "queue" or "tableName" or "bucketName" or "bucket" or "topicName").Select(argument => argument.Value);
        var set = (declared as IObjectCreationOperation)?.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .Where(one => one.Target is IPropertyReferenceOperation { Property.Name: var name } && (name == "Id" || name.EndsWith("Name", StringComparison.Ordinal))).Select(one => one.Value) ?? [];

        // new Table(this, "Sessions", new TableProps { … })
        var outer = declared.Parent is IConversionOperation conversion ? conversion.Parent : declared.Parent;
        return outer is IArgumentOperation { Parameter.Name: "props", Parent: IObjectCreationOperation construct } ? written.Concat(set).Concat(Named(construct)) : written.Concat(set);
    }
}
