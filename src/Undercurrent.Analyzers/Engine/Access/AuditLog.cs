using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Whether a call to a log records an access: it is written in production, on the way that leads to the access, and says what was
/// done and to what. An error in a catch, a trace, a refusal before an early return record none.
/// </summary>
internal static class AuditLog
{
    /// <summary>How words that tell of each deed begin.</summary>
    private static readonly Dictionary<AccessKind, string[]> Deeds = new()
    {
        [AccessKind.Serving] = ["read", "view", "access", "return", "serv", "fetch", "retriev", "get", "got", "look", "list", "search", "query", "found", "download", "send", "sent", "shar", "show", "hand", "disclos", "export", "creat", "updat"],
        [AccessKind.Exporting] = ["export", "access", "writ", "wrote", "upload", "publish", "produc", "send", "sent", "shar", "transfer", "hand", "disclos", "deliver", "push", "post", "forward", "emit", "dump", "ship", "sync", "sav", "stor", "enqueu"],
        [AccessKind.Updating] = ["updat", "access", "chang", "modif", "edit", "correct", "patch", "renam", "replac", "set", "sav", "stor", "anonymi", "merg"],
        [AccessKind.Erasing] = ["eras", "access", "delet", "remov", "purg", "forg", "anonymi", "drop", "clear", "wip"],
    };

    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "debug", "trace", "verbose", "error", "critical", "fatal", "exception", "fail",
    };

    /// <summary>Words of an entity's name that say how it travels.</summary>
    private static readonly HashSet<string> Wrappers = new(StringComparer.Ordinal) { "dto", "model", "entity", "response", "request", "record", "view", "summary", "detail", "reply", "row", "data", "info" };

    public static bool Records(IInvocationOperation call, string entity, AccessKind kind, IOperation? access, PipelineProject project)
    {
        if (!Logs(call, project, out var says) || Array.Exists(IdentifierWords.Of(call.TargetMethod.Name), Silent.Contains) || IsQuiet(call) || IsBeside(call, access))
            return false;

        var words = new HashSet<string>(says.SelectMany(IdentifierWords.Of), StringComparer.Ordinal);
        var names = IdentifierWords.Of(entity).Any(word => !Wrappers.Contains(word) && words.Contains(word));
        var deed = words.Any(word => Array.Exists(Deeds[kind], deed => word.StartsWith(deed, StringComparison.Ordinal)));
        return deed && (names || HasValue(call));
    }

    private static bool Logs(IInvocationOperation call, PipelineProject project, out IEnumerable<string> says)
    {
        says = Array.Empty<string>();
        var method = call.TargetMethod;
        if (method.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "LoggerMessageAttribute") is { } template)
        {
            if (template.ConstructorArguments.Concat(template.NamedArguments.Select(one => one.Value)).Any(one => one.Type?.Name == "LogLevel" && one.Value is 0 or 1 or 4 or 5 or 6))
                return false;

            says = template.ConstructorArguments.Concat(template.NamedArguments.Select(one => one.Value)).Select(one => one.Kind == TypedConstantKind.Array ? null : one.Value as string).OfType<string>().Append(method.Name);
            return true;
        }

        // A delegate made by LoggerMessage.Define is called by the name of the field that keeps it.
        if (method.MethodKind == MethodKind.DelegateInvoke && call.Instance is IFieldReferenceOperation { Field: { } kept } && call.Arguments.FirstOrDefault()?.Value.Unwrapped().Type is { } first && first.Name.StartsWith("ILogger", StringComparison.Ordinal))
        {
            says = [kept.Name];
            return true;
        }

        if (((project.TraitsOf(method) & ApiTrait.Log) == 0 && !IsOfOwnLogger(method)) || method.ContainingType?.Name is "Console" or "Debug" or "Trace" or "TextWriter")
            return false;

        says = call.Descendants().SelectMany(Said);
        return true;
    }

    /// <summary>A method of a logger of the project's own, whatever it writes to.</summary>
    private static bool IsOfOwnLogger(IMethodSymbol method) =>
        method.ContainingType is { Locations: var places, Name: var type } && places.Any(place => place.IsInSource) && type.EndsWith("Logger", StringComparison.Ordinal)
        && IdentifierWords.Of(method.Name).FirstOrDefault() is "log" or "info" or "information" or "warn" or "warning" or "write";

    private static IEnumerable<string> Said(IOperation operation) => operation switch
    {
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => [text],
        IMemberReferenceOperation member => [member.Member.Name],
        IParameterReferenceOperation parameter => [parameter.Parameter.Name],
        ILocalReferenceOperation local => [local.Local.Name],
        _ => [],
    };

    /// <summary>Written at a level that production seldom keeps, or for failures.</summary>
    private static bool IsQuiet(IInvocationOperation call) => call.Arguments.Any(argument =>
        argument.Value.Unwrapped() is IFieldReferenceOperation { Field: { ContainingType.Name: "LogLevel" or "LogEventLevel", Name: var level } } && Silent.Contains(level.ToLowerInvariant()));

    private static bool HasValue(IInvocationOperation call) =>
        call.Arguments.Any(argument => argument.Descendants().Any(inner => inner is IMemberReferenceOperation { Instance: not null } or IParameterReferenceOperation or ILocalReferenceOperation or IInvocationOperation));

    /// <summary>Stands where the access is not: in a catch, or in a branch that leaves without it.</summary>
    private static bool IsBeside(IOperation log, IOperation? access)
    {
        var inside = log;
        for (var around = log.Parent; around is not null; inside = around, around = around.Parent)
        {
            if (around is ICatchClauseOperation)
                return true;

            if (around is IConditionalOperation branch && inside != branch.Condition && Leaves(inside) && access?.Syntax.IsInside(inside.Syntax) != true)
                return true;
        }

        return false;
    }

    private static bool Leaves(IOperation branch) =>
        branch is IBlockOperation { Operations: { Length: > 0 } all } ? Leaves(all[all.Length - 1]) : branch is IReturnOperation or IThrowOperation or IBranchOperation or IExpressionStatementOperation { Operation: IThrowOperation };
}
