using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Provenance;

/// <summary>The rows that a call writes to a sink: their type, or the names of their columns where those are written beside the call.</summary>
/// <param name="Name">What the rows are called.</param>
/// <param name="Columns">The names of their columns.</param>
/// <param name="Type">The type in source that has them; null where there is none.</param>
internal sealed record WrittenRows(string Name, IReadOnlyList<string> Columns, INamedTypeSymbol? Type)
{
    private const int Fewest = 2;

    private static readonly char[] Marks = [' ', '\n', '\r', '\t', '@', ':', '"', '`', '[', ']'];

    /// <summary>Calls that write rows, by the type that declares them.</summary>
    private static readonly Dictionary<string, string[]> Sinks = new(StringComparer.Ordinal)
    {
        ["IMongoCollection"] = ["InsertOne", "InsertMany", "ReplaceOne"],
        ["IMongoCollectionExtensions"] = ["InsertOne", "InsertMany"],
        ["DbSet"] = ["Add", "AddRange"],
        ["DbContext"] = ["Add", "AddRange"],
        ["DbContextBulkExtensions"] = ["BulkInsert", "BulkInsertOrUpdate"],
        ["CsvWriter"] = ["WriteRecords"],
        ["IWriter"] = ["WriteRecords"],
        ["ParquetSerializer"] = ["Serialize"],
        ["Container"] = ["CreateItem", "UpsertItem"],
        ["IDynamoDBContext"] = ["Save"],
        ["IElasticClient"] = ["IndexMany", "IndexDocument", "BulkAll"],
        ["IndexManyExtensions"] = ["IndexMany"],
        ["SqlMapper"] = ["Execute"],
        ["SqlBulkCopy"] = ["WriteToServer"],
        ["MySqlBulkCopy"] = ["WriteToServer"],
        ["NpgsqlConnection"] = ["BeginBinaryImport", "BeginTextImport"],
        ["BigQueryClient"] = ["InsertRow", "InsertRows"],
    };

    public static WrittenRows? Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!Sinks.TryGetValue(method.ContainingType.Name, out var names) || Array.IndexOf(names, Plain(method.Name)) < 0)
            return null;

        return method.ContainingType.Name switch
        {
            "SqlMapper" => Inserted(call) is { } inserted ? OfArguments(call) ?? inserted : null,
            "NpgsqlConnection" => Inserted(call),
            "SqlBulkCopy" or "MySqlBulkCopy" => OfTable(call),
            "BigQueryClient" => OfEntries(call),
            _ => OfArguments(call),
        };
    }

    private static string Plain(string method) => method.EndsWith("Async", StringComparison.Ordinal) ? method.Substring(0, method.Length - "Async".Length) : method;

    /// <summary>The type of record that is handed over, one by one or in a collection, where it is written in this project.</summary>
    private static WrittenRows? OfArguments(IInvocationOperation call)
    {
        var types = call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).Select(argument => argument.Value.Unwrapped().Type);
        foreach (var type in types.Select(Element))
        {
            if (type is INamedTypeSymbol { IsAnonymousType: true } or INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: false })
            {
                var columns = ColumnsOf(type).ToList();
                if (columns.Count >= Fewest)
                    return new(type.IsAnonymousType ? "row" : type.Name, columns, type.IsAnonymousType ? null : (INamedTypeSymbol)type);
            }
        }

        return null;
    }

    private static ITypeSymbol? Element(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => Element(array.ElementType),
        INamedTypeSymbol { TypeArguments: { Length: 1 } held, DeclaringSyntaxReferences.IsEmpty: true, IsAnonymousType: false } named when named.AllInterfaces.Append(named).Any(one => one.Name is "IEnumerable" or "IAsyncEnumerable" or "ReadOnlyMemory") => Element(held[0]),
        _ => type,
    };

    private static IEnumerable<string> ColumnsOf(ITypeSymbol type)
    {
        for (var part = type; part is { SpecialType: SpecialType.None }; part = part.BaseType)
        {
            foreach (var member in part.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public } property && property.Name != "EqualityContract")
                    yield return property.Name;
            }
        }
    }

    /// <summary>The columns a statement names: <c>INSERT INTO orders (id, total)</c>, <c>COPY orders (id, total)</c>.</summary>
    private static WrittenRows? Inserted(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Type?.SpecialType != SpecialType.System_String || string.Concat(ValueOrigin.Of(argument.Value).Select(leaf => leaf.ConstantValue.Value as string ?? "?")) is not { Length: > 10 } text)
                continue;

            var start = text.TrimStart();
            var open = text.IndexOf('(');
            var close = open < 0 ? -1 : text.IndexOf(')', open);
            if (close > 0 && (start.StartsWith("INSERT", StringComparison.OrdinalIgnoreCase) || start.StartsWith("COPY", StringComparison.OrdinalIgnoreCase)))
                return new(TableIn(start), text.Substring(open + 1, close - open - 1).Split(',').Select(column => column.Trim(Marks)).ToList(), null);
        }

        return null;
    }

    private static string TableIn(string statement)
    {
        var words = statement.Split([' ', '\n', '\r', '\t', '('], StringSplitOptions.RemoveEmptyEntries);
        var into = Array.FindIndex(words, word => word.Equals("INTO", StringComparison.OrdinalIgnoreCase) || word.Equals("COPY", StringComparison.OrdinalIgnoreCase));
        return into >= 0 && into + 1 < words.Length ? words[into + 1].Trim(Marks) : "row";
    }

    /// <summary>The columns that are added to a table in the same body.</summary>
    private static WrittenRows? OfTable(IInvocationOperation call)
    {
        if (call.Arguments.IsEmpty || call.Arguments[0].Value.Unwrapped() is not ILocalReferenceOperation { Local: { Type.Name: "DataTable" } table })
            return null;

        var columns = call.Root().Descendants().OfType<IInvocationOperation>()
            .Where(add => add.TargetMethod is { Name: "Add", ContainingType.Name: "DataColumnCollection" } && add.Arguments.Length > 0 && add.Instance is IPropertyReferenceOperation { Instance: ILocalReferenceOperation owner } && SymbolEqualityComparer.Default.Equals(owner.Local, table))
            .Select(add => add.Arguments[0].Value.ConstantValue.Value as string ?? "?").ToList();
        return columns.Count >= Fewest ? new(table.Name, columns, null) : null;
    }

    /// <summary>The keys with which the rows of BigQuery are filled in the same body.</summary>
    private static WrittenRows? OfEntries(IInvocationOperation call)
    {
        var columns = call.Root().Descendants().OfType<IObjectCreationOperation>().Where(row => row.Type?.Name == "BigQueryInsertRow")
            .SelectMany(row => row.Initializer?.Descendants() ?? []).Where(one => one.Parent is IArgumentOperation && one.ConstantValue is { HasValue: true, Value: string }).Select(one => (string)one.ConstantValue.Value!).ToList();
        return columns.Count >= Fewest ? new("row", columns, null) : null;
    }
}
