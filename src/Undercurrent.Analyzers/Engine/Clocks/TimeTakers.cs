using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Which methods and types take a time into data.</summary>
internal static class TimeTakers
{
    /// <summary>Libraries whose values are stored, sent or held against what is stored.</summary>
    private static readonly HashSet<string> DataLibraries = new(StringComparer.Ordinal)
    {
        "MongoDB", "Npgsql", "NpgsqlTypes", "Dapper", "CsvHelper", "Confluent", "Amazon", "Azure", "Google", "Elastic", "Nest", "Cassandra", "Neo4j", "InfluxDB", "ClickHouse", "Oracle", "MySql", "MySqlConnector", "RabbitMQ", "MassTransit", "Parquet", "DuckDB",
        "Snowflake", "Newtonsoft", "RestSharp", "Flurl", "LiteDB", "Marten", "Raven", "SqlKata", "LinqToDB", "NHibernate", "StackExchange",
    };

    private static readonly HashSet<string> DataSpaces = new(StringComparer.Ordinal) { "EntityFrameworkCore", "Cosmos", "SqlClient", "Sqlite", "Data", "Common", "Json", "Nodes" };

    /// <summary>Types of the framework that are data wherever they come from.</summary>
    private static readonly HashSet<string> DataTypes = new(StringComparer.Ordinal)
    {
        "DataRowCollection", "Utf8JsonWriter", "JsonSerializer", "JsonValue", "XElement", "XAttribute", "XmlWriter", "BinaryWriter", "StreamWriter", "HttpHeaders", "QueryHelpers",
    };

    /// <summary>Words of methods that show, time or plan.</summary>
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "log", "print", "show", "display", "format", "render", "elapsed", "measure", "delay", "wait", "schedule", "timer", "sleep", "throttle", "backoff", "deadline", "timeout", "tick", "benchmark", "expire", "expires", "expiration", "expiry", "trigger", "cron", "mock", "assert", "describe", "humanize", "name", "path", "greeting",
    };

    /// <summary>Whether a method takes a time into data, by what is known of it and by its name.</summary>
    public static bool Takes(IMethodSymbol method, IParameterSymbol parameter, PipelineProject project)
    {
        var type = (method.ReducedFrom ?? method).ContainingType;
        // What is asked of a time itself, such as its milliseconds, is no record of it.
        if ((method.IsExtensionMethod && parameter.Ordinal == 0) || parameter.Type.Name == nameof(DateTimeOffset) || IsPassing(method.Name) || IsPassing(parameter.Name) || Screens.Shows(type))
            return false;

        if ((project.TraitsOf(method) & (ApiTrait.Store | ApiTrait.Update | ApiTrait.QueryText)) != 0 || method.Name is "AddWithValue")
            return true;

        return type.DeclaringSyntaxReferences.IsEmpty
            ? IsOfData(type)
            : method.ReturnType.SpecialType != SpecialType.System_String && !IsPassing(type.Name) && !type.Name.EndsWith("Exception", StringComparison.Ordinal);
    }

    /// <summary>Whether a method takes the text of a time into data: of other texts nobody knows what they are for.</summary>
    public static bool TakesText(IMethodSymbol method, IParameterSymbol parameter, PipelineProject project)
    {
        var type = (method.ReducedFrom ?? method).ContainingType;
        if (ClockWords.IsLabel(parameter.Name) || IsPassing(method.Name) || Screens.Shows(type))
            return false;

        return type.DeclaringSyntaxReferences.IsEmpty
            ? IsOfData(type) && type.Name is not "StreamWriter" || method.Name is "AddWithValue" || ((project.TraitsOf(method) & ApiTrait.Store) != 0 && (project.TraitsOf(method) & ApiTrait.Local) == 0)
            : method.MethodKind == MethodKind.Constructor && !type.Name.EndsWith("Exception", StringComparison.Ordinal);
    }

    /// <summary>Whether a library's type holds or carries data.</summary>
    public static bool IsOfData(INamedTypeSymbol type) =>
        DataTypes.Contains(type.Name) || type.Name.EndsWith("Parameter", StringComparison.Ordinal) || type.Name.EndsWith("ParameterCollection", StringComparison.Ordinal)
        || (type.RootNamespace() is { } root && (DataLibraries.Contains(root) || (root is "Microsoft" or "System" && Screens.IsIn(type, DataSpaces))));

    /// <summary>Whether an entry of an object is an entry of a row, a document, a message or its headers.</summary>
    public static bool IsTable(IOperation table) =>
        table.Type is INamedTypeSymbol type && !Screens.IsOf(type) && type.Name is not ("ViewDataDictionary" or "ITempDataDictionary" or "TempDataDictionary" or "ISession" or "SortedList" or "IMemoryCache")
        && (IsOfData(type) || type.Name is "DataRow" || (type.Name is "Dictionary" or "IDictionary" or "ConcurrentDictionary" or "SortedDictionary" && type.TypeArguments.Length == 2
            && type.TypeArguments[0].SpecialType == SpecialType.System_String && type.TypeArguments[1].SpecialType is SpecialType.System_Object or SpecialType.System_String));

    private static bool IsPassing(string name) => Array.Exists(IdentifierWords.Of(name), Passing.Contains);
}
