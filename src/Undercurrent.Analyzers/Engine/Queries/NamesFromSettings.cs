using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Names of tables and columns that the program, not its data, brings along: its own fields, its options, its mappings.</summary>
internal static class NamesFromSettings
{
    private static readonly HashSet<string> Holders = new(StringComparer.Ordinal)
    {
        "option", "options", "setting", "settings", "config", "configuration", "metadata", "schema", "mapping", "map", "definition", "descriptor", "table", "column", "entity", "model", "dialect", "constant", "constants", "catalog", "store",
    };

    private static readonly HashSet<string> Things = new(StringComparer.Ordinal)
    {
        "table", "schema", "column", "columns", "tables", "index", "view", "database", "collection", "container", "keyspace", "prefix", "suffix", "identifier", "warehouse", "catalog", "dataset",
    };

    private static readonly HashSet<string> Inputs = new(StringComparer.Ordinal) { "request", "input", "query", "filter", "command", "dto", "form", "criteria", "search", "message", "event", "parameter", "body", "payload" };

    public static bool Is(IOperation value) => value switch
    {
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } } => true,
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol, Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } member => !IsBound(member.Member),
        IPropertyReferenceOperation { Arguments.IsEmpty: false, Property.ContainingType: { } type } element => Says(type.Name, Holders) || (element.Instance is IFieldReferenceOperation && Is(element.Instance)),
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol, Member: { Name: var name, ContainingType: { } type } } => Says(type.Name, Holders) || (Says(name, Things) && !Says(type.Name, Inputs)),
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType: { } type } } => Says(type.Name, Holders) || (Says(name, Things) && IdentifierWords.Of(name)[0] is "get" or "table" or "full" or "to"),
        _ => false,
    };

    /// <summary>What a page or a handler declares for the framework to fill in from a request.</summary>
    private static bool IsBound(ISymbol member) =>
        member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is { } name && (name.StartsWith("Bind", StringComparison.Ordinal) || name.StartsWith("From", StringComparison.Ordinal) || name.StartsWith("SupplyParameter", StringComparison.Ordinal)));

    private static bool Says(string name, HashSet<string> words) => Array.Exists(IdentifierWords.Of(name), words.Contains);
}
