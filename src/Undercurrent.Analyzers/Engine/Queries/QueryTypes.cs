using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Which types may bring text of any kind into a query, and which cannot.</summary>
internal static class QueryTypes
{
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        nameof(Guid), nameof(DateTime), nameof(DateTimeOffset), "DateOnly", "TimeOnly", nameof(TimeSpan), "Int128", "UInt128", "Half", "BigInteger", nameof(Version), nameof(Type), "Ulid", "ObjectId",
        "Instant", "LocalDate", "LocalDateTime", "Index", "Range", "TimeUuid",
    };

    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal)
    {
        "StringBuilder", "FormattableString", "StringValues", "JsonElement", "JsonNode", "JsonValue", "JToken", "JValue", "BsonValue", "BsonString", "BsonDocument", "Uri", "PathString", "RedisValue",
        "StringSegment", "QueryString",
    };

    /// <summary>Numbers, dates, enums and the like, and collections of them.</summary>
    public static bool IsPlain(ITypeSymbol? type) => type switch
    {
        null => false,
        { TypeKind: TypeKind.Enum } => true,
        { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double or SpecialType.System_DateTime or SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsPlain(nullable.TypeArguments[0]),
        { SpecialType: not SpecialType.None } and not INamedTypeSymbol { IsGenericType: true } => false,
        _ => Plain.Contains(type.Name) || IsPlain(ElementOf(type)),
    };

    /// <summary>Texts, what may be one, and collections of either.</summary>
    public static bool HoldsText(ITypeSymbol? type) => type switch
    {
        null => false,
        { SpecialType: SpecialType.System_String or SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } => true,
        _ => Texts.Contains(type.Name) || HoldsText(ElementOf(type)),
    };

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { IsGenericType: true, TypeArguments: var arguments, Name: not ("Func" or "Action" or "ILogger" or "Expression") } => arguments[0],
        _ => null,
    };
}
