using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What lies behind an ADO.NET connection or command: an embedded store, a provider told to try again, or a write.</summary>
internal sealed class Databases(PipelineProject project, CancellationToken cancellation)
{
    private static readonly string[] Writes = ["INSERT", "UPDATE", "DELETE", "MERGE", "CREATE", "ALTER", "DROP", "TRUNCATE", "UPSERT", "REPLACE", "GRANT"];

    private static readonly string[] LaterWrites = ["INSERT INTO", "UPDATE ", "DELETE FROM", "MERGE INTO"];

    private static readonly HashSet<string> LocalTypes = new(
        ApiCatalogue.DataApis.Entries.Where(entry => (entry.Traits & ApiTrait.Local) != 0 && entry.Type.EndsWith("Connection", StringComparison.Ordinal))
            .Select(entry => entry.Type.Substring(entry.Type.LastIndexOf('.') + 1)).Concat(["SQLiteConnection", "SqliteConnection"]), StringComparer.Ordinal);

    private readonly RetrySetups _setups = RetrySetups.Of(project.Compilation, cancellation);

    /// <summary>Whether a connection or command stays on the machine or tries again by itself.</summary>
    public bool IsCalm(IOperation receiver)
    {
        for (var depth = 0; depth < 6; depth++)
        {
            receiver = receiver.Unwrapped();
            if (receiver.Type is INamedTypeSymbol type && (IsLocal(type) || RetriesByItself(type)))
                return true;

            var ends = ClientOrigin.Of(receiver, project.Compilation, cancellation);
            if (ends.Count > 0 && ends.All(end => end.Type is INamedTypeSymbol made && (IsLocal(made) || RetriesByItself(made))))
                return true;

            // Most projects set no provider anywhere, and then there is nothing to look for.
            if (_setups.Has(RetryProviders.Property) && new RetryProviders(project, cancellation).AreGivenTo(receiver, ends))
                return true;

            if (ends.Count != 1 || Behind(ends[0]) is not { } behind)
                break;

            receiver = behind;
        }

        return receiver.Type is { IsAbstract: true } && _setups.Connections.Count > 0 && _setups.Connections.All(LocalTypes.Contains);
    }

    /// <summary>Whether the text of a command is seen to select.</summary>
    public static bool Selects(IInvocationOperation call) => TextOf(call) is { } sql && (Begins(sql, "SELECT") || (Begins(sql, "WITH") && !WritesLater(sql)) || Begins(sql, "VALUES"));

    /// <summary>Whether the text of a command, as far as it is written here, changes data instead of reading it, or only asks whether anybody is there.</summary>
    public static bool IsNoRead(IInvocationOperation call) => TextOf(call) is { } sql
        && (Array.Exists(Writes, verb => Begins(sql, verb)) || (Begins(sql, "WITH") && WritesLater(sql)) || sql.Trim().TrimEnd(';').Equals("SELECT 1", StringComparison.OrdinalIgnoreCase));

    /// <summary>The text of a command as far as it is written here.</summary>
    public static string? TextOf(IInvocationOperation call) =>
        call.Arguments.Where(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String).Select(argument => argument.Value).Concat(CommandTexts(call))
            .SelectMany(text => ValueOrigin.Of(text)).Select(part => part.ConstantValue is { HasValue: true, Value: string sql } ? sql : null).FirstOrDefault(sql => !string.IsNullOrWhiteSpace(sql));

    /// <summary>Where the text of the command that is run was set in this body.</summary>
    private static IEnumerable<IOperation> CommandTexts(IInvocationOperation call)
    {
        if (call.Instance?.Unwrapped() is not ILocalReferenceOperation { Local: var command } reference)
            yield break;

        foreach (var operation in reference.Root().Descendants())
        {
            if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "CommandText", Instance: var target } } assignment && Concerns(target, command))
                yield return assignment.Value;
            else if (operation is IObjectCreationOperation { Arguments: { Length: > 0 } arguments } made && arguments[0].Parameter?.Type.SpecialType == SpecialType.System_String
                && made.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } && SymbolEqualityComparer.Default.Equals(declarator.Symbol, command))
                yield return arguments[0].Value;
        }
    }

    private static bool Concerns(IOperation? target, ILocalSymbol command) => target switch
    {
        ILocalReferenceOperation { Local: var local } => SymbolEqualityComparer.Default.Equals(local, command),
        IInstanceReferenceOperation { Parent.Parent.Parent.Parent: IObjectCreationOperation { Parent: IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } } } => SymbolEqualityComparer.Default.Equals(declarator.Symbol, command),
        _ => false,
    };

    /// <summary>Whether a statement that begins with named queries goes on to change data.</summary>
    private static bool WritesLater(string sql) => Array.Exists(LaterWrites, verb => sql.IndexOf(verb, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool Begins(string sql, string verb)
    {
        var start = sql.TrimStart();
        return start.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && (start.Length == verb.Length || !char.IsLetterOrDigit(start[verb.Length]));
    }

    private bool IsLocal(INamedTypeSymbol type) =>
        LocalTypes.Contains(type.Name) || ((project.TraitsOf(type.GetMembers().FirstOrDefault(member => member.Name is "ExecuteReader" or "Open")) & ApiTrait.Local) != 0);

    private bool RetriesByItself(INamedTypeSymbol type) =>
        (project.TraitsOf(type.GetMembers().FirstOrDefault(member => member.Name is "ExecuteReader" or "Open")) & ApiTrait.SelfRetrying) != 0;

    /// <summary>The connection behind a command, a transaction or an adapter.</summary>
    private static IOperation? Behind(IOperation end) => end switch
    {
        IInvocationOperation { Instance: { } instance } => instance,
        IPropertyReferenceOperation { Instance: { } instance } => instance,
        IObjectCreationOperation made => made.Arguments.Select(argument => argument.Value.Unwrapped()).FirstOrDefault(value => value.Type is { SpecialType: SpecialType.None } type && IsDatabase(type)),
        _ => null,
    };

    public static bool IsDatabase(ITypeSymbol type)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (one.ContainingNamespace is { Name: "Common", ContainingNamespace: { Name: "Data", ContainingNamespace.Name: "System" } })
                return true;
        }

        return type.AllInterfaces.Concat([type]).Any(one => one.ContainingNamespace is { Name: "Data", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } && one.Name.StartsWith("I", StringComparison.Ordinal));
    }
}
