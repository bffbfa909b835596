using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>
/// A write that, done twice, leaves two of what should be one: an insert, a post or a publish that carries nothing by which the second
/// could be told from the first.
/// </summary>
internal sealed class PlainWrite(PipelineProject project, CancellationToken cancellation)
{
    private static readonly string[] Upserts = ["ON CONFLICT", "ON DUPLICATE", "MERGE", "NOT EXISTS", "INSERT OR", "INSERT IGNORE", "REPLACE INTO", "UPSERT", "EXCEPT"];

    private static readonly string[] Passing = ["stg", "staging", "tmp", "temp", "#", "audit", "log"];

    /// <summary>Addresses at which a post asks and changes nothing.</summary>
    private static readonly string[] Asking = ["search", "query", "graphql", "token", "oauth", "login", "auth", "lookup", "find", "validate", "calculate", "_count", "read"];

    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "Id", "_id", "Key", "MessageId", "MessageDeduplicationId", "DeduplicationId", "IdempotencyKey", "InsertId", "RowKey", "TransactionId", "SequenceNumber",
    };

    /// <summary>Whether a call is one.</summary>
    public bool Is(IInvocationOperation call)
    {
        var traits = project.TraitsOf(call.TargetMethod);
        if ((traits & ApiTrait.UnsafeToRepeat) == 0 || (traits & (ApiTrait.Store | ApiTrait.Ingest)) == 0)
            return false;

        var name = call.TargetMethod.Name;
        return call.TargetMethod.ContainingType.Name switch
        {
            "DbContext" => Added(call) is { Count: > 0 } added && added.TrueForAll(one => !HasKey(one.Arguments)),
            _ when name.StartsWith("Execute", StringComparison.Ordinal) && !name.StartsWith("ExecutePost", StringComparison.Ordinal) => Inserts(call),
            _ when name.StartsWith("InsertOne", StringComparison.Ordinal) || name.StartsWith("InsertMany", StringComparison.Ordinal) => IsMadeHere(call.Arguments[0].Value) && !HasKey(call.Arguments),
            _ when name.StartsWith("WriteToServer", StringComparison.Ordinal) => !SaysPassing(call),
            _ when name is "Send" or "SendAsync" && (traits & ApiTrait.Ingest) != 0 => Posts(call) && !Asks(call),
            _ when name.Contains("Post") => !Asks(call) && !HasKey(call.Arguments),
            // The key of a list or stream is not that of an entry.
            _ when call.TargetMethod.RootNamespace() == "StackExchange" => IsPublish(name) && !call.Arguments.Any(static argument => argument is { Parameter.Name: "messageId", ArgumentKind: ArgumentKind.Explicit }),
            _ when IsPublish(name) => !HasKey(call.Arguments) && !IsOutboxed(call),
            _ => false,
        };
    }

    private static bool IsPublish(string name) => name.IndexOf("Publish", StringComparison.Ordinal) >= 0 || name.StartsWith("Send", StringComparison.Ordinal) || name.StartsWith("Put", StringComparison.Ordinal) || name.StartsWith("Produce", StringComparison.Ordinal)
        || name.StartsWith("Enqueue", StringComparison.Ordinal) || name.StartsWith("InsertRow", StringComparison.Ordinal) || name.StartsWith("StreamAdd", StringComparison.Ordinal)
        || name is "ListRightPush" or "ListRightPushAsync" or "ListLeftPush" or "ListLeftPushAsync";

    private static bool Inserts(IInvocationOperation call) => (Databases.TextOf(call) ?? InterpolatedIn(call)) is { } sql && TableIn(sql) is { } table
        && !Array.Exists(Upserts, upsert => sql.IndexOf(upsert, StringComparison.OrdinalIgnoreCase) >= 0)
        && !Array.Exists(Passing, passing => table.IndexOf(passing, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The table an insert names; some dialects leave the word before it out at the beginning of a statement.</summary>
    private static string? TableIn(string sql)
    {
        var into = sql.IndexOf("INSERT INTO ", StringComparison.OrdinalIgnoreCase);
        var rest = into >= 0 ? sql.Substring(into + "INSERT INTO ".Length) : sql.TrimStart().StartsWith("INSERT ", StringComparison.OrdinalIgnoreCase) ? sql.TrimStart().Substring("INSERT ".Length) : null;
        return rest?.TrimStart().Split(' ', '(')[0];
    }

    /// <summary>The text of a command that takes its values out of an interpolated string by itself.</summary>
    private static string? InterpolatedIn(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.Name == nameof(FormattableString))?.Value.DescendantsAndSelf().OfType<IInterpolatedStringOperation>().FirstOrDefault() is { } text
            ? string.Concat(text.Parts.Select(static part => part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string written } } ? written : "@")) : null;

    private static bool SaysPassing(IInvocationOperation call) => call.Root().Syntax.DescendantTokens().Any(token => token.Value is string text && Array.Exists(Passing, passing => text.IndexOf(passing, StringComparison.OrdinalIgnoreCase) >= 0));

    private static bool Asks(IInvocationOperation call) => call.Arguments.Take(2).SelectMany(argument => argument.Value.DescendantsAndSelf())
        .Any(part => part.ConstantValue is { HasValue: true, Value: string text } && Array.Exists(Asking, word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));

    /// <summary>Whether a request is seen to be a post.</summary>
    private static bool Posts(IInvocationOperation call) => call.Arguments.SelectMany(argument => ValueOrigin.Of(argument.Value)).OfType<IObjectCreationOperation>()
        .Any(request => request.DescendantsAndSelf().Any(part => part is IPropertyReferenceOperation { Property: { Name: "Post", ContainingType.Name: "HttpMethod" } }));

    /// <summary>What the body adds to a context before it is saved.</summary>
    private static List<IInvocationOperation> Added(IInvocationOperation save) => save.Root().Descendants().OfType<IInvocationOperation>()
        .Where(call => call.TargetMethod.Name is "Add" or "AddAsync" or "AddRange" or "AddRangeAsync" && call.TargetMethod.ContainingType.Name is "DbSet" or "DbContext" && call.Syntax.SpanStart < save.Syntax.SpanStart).ToList();

    private static bool IsMadeHere(IOperation document) => ValueOrigin.Of(document).Any(origin => origin.Unwrapped() is IObjectCreationOperation or IArrayCreationOperation or IInvocationOperation);

    /// <summary>Whether what is written carries a key that stays the same the second time.</summary>
    private static bool HasKey(IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { Name: "key" or "messageId" or "idempotencyKey" or "insertId" or "partitionAndKey" } && argument.ArgumentKind == ArgumentKind.Explicit)
                return true;

            foreach (var origin in ValueOrigin.Of(argument.Value))
            {
                if (origin.Unwrapped() is IObjectCreationOperation made && (made.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>().Any(IsKey) || made.Arguments.Any(given => given.Parameter?.Name is "id" or "key" or "messageId" && !IsNew(given.Value))))
                    return true;
            }

            if (argument.Value.Unwrapped() is ILocalReferenceOperation { Local: var local } && argument.Root().Descendants().OfType<ISimpleAssignmentOperation>()
                .Any(set => set.Target is IPropertyReferenceOperation { Instance: ILocalReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Local, local) && IsKey(set)))
                return true;

            if (argument.Value.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>().Any(IsKey))
                return true;
        }

        return false;
    }

    private static bool IsKey(ISimpleAssignmentOperation set) => set.Target is IPropertyReferenceOperation { Property.Name: var name } && Keys.Contains(name) && !IsNew(set.Value);

    private static bool IsNew(IOperation value) => value.DescendantsAndSelf().Any(part => part is IInvocationOperation { TargetMethod.Name: "NewGuid" or "GenerateNewId" or "CreateVersion7" or "NewId" or "Next" or "NextGuid" });

    /// <summary>An outbox lets a message out when the work that it tells of has been done, and once.</summary>
    private bool IsOutboxed(IInvocationOperation call) => call.TargetMethod.RootNamespace() is "MassTransit" or "NServiceBus" or "DotNetCore" && Outboxes.In(project.Compilation, cancellation);

    /// <summary>Whether a body, or the type it is in, sees to it that nothing is done twice.</summary>
    public static bool IsSeenTo(IOperation call)
    {
        SyntaxNode around = call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>(static node => node is BaseMethodDeclarationSyntax or PropertyDeclarationSyntax or FieldDeclarationSyntax) ?? call.Root().Syntax;
        return around.DescendantTokens().Any(static token => token.Parent is SimpleNameSyntax or LiteralExpressionSyntax or InterpolatedStringTextSyntax or VariableDeclaratorSyntax or ParameterSyntax && Says(token.ValueText))
            || call.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantTokens().Any(static token => token.ValueText.IndexOf("dempoten", StringComparison.Ordinal) >= 0 || (token.Value as string)?.ToLowerInvariant() is "x-requestid" or "x-request-id" or "request-id") == true;
    }

    private static bool Says(string word) => word is "BeginTransaction" or "BeginTransactionAsync" or "TransactionScope" or "FindAsync" or "Find" or "AnyAsync" or "Any" or "FirstOrDefaultAsync" or "SingleOrDefaultAsync" or "ContainsKey" or "TryAdd" or "StringSetAsync" or "23505" or "2627" or "2601" or "11000"
        || Array.Exists(Careful, care => word.IndexOf(care, StringComparison.OrdinalIgnoreCase) >= 0);

    private static readonly string[] Careful = ["dempoten", "dedup", "duplicate", "AlreadyProcessed", "AlreadyHandled", "IsProcessed", "HasProcessed", "HasSeen", "WasProcessed", "ProcessedMessage", "SeenBefore", "inbox", "outbox", "upsert", "exists", "uniqueviolation", "uniqueconstraint"];
}
