using Microsoft.CodeAnalysis;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Which types can hold what a name promises: an <c>Email</c> may be text, never a flag or a service.</summary>
internal static class PersonalForms
{
    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal)
    {
        "System.Net.IPAddress", "System.Net.IPEndPoint", "System.Net.EndPoint", "System.Net.Mail.MailAddress", "System.Net.NetworkInformation.PhysicalAddress",
        "Microsoft.Extensions.Primitives.StringValues", "Microsoft.Extensions.Primitives.StringSegment", "System.Text.StringBuilder",
        "System.Text.Json.JsonElement", "System.Text.Json.Nodes.JsonNode", "System.Text.Json.Nodes.JsonValue",
        "Newtonsoft.Json.Linq.JToken", "Newtonsoft.Json.Linq.JValue", "MongoDB.Bson.BsonValue", "MongoDB.Bson.BsonString", "StackExchange.Redis.RedisValue",
    };

    private static readonly HashSet<string> Getters = new(StringComparer.Ordinal)
    {
        "get", "read", "fetch", "load", "find", "lookup", "resolve", "extract", "decrypt", "parse", "ask", "query",
    };

    /// <summary>Where a method's name turns from what it gives to how: <c>GetUserByEmail</c> gives no email.</summary>
    private static readonly string[] Turns = ["By", "From", "For", "With", "Of", "Async", "OrDefault", "OrNull"];

    /// <summary>Whether a value of the type can be data of the kind.</summary>
    public static bool Carries(ITypeSymbol type, string kind, PersonalDataTerms terms, PersonalObjects objects)
    {
        var value = Element(type);
        switch (value.SpecialType)
        {
            case SpecialType.System_String or SpecialType.System_Object or SpecialType.System_Char:
                return true;
            case SpecialType.System_Boolean:
                return false;
            case SpecialType.System_DateTime:
                return terms.MayBe(kind, "date");
            case SpecialType.System_Byte when !SymbolEqualityComparer.Default.Equals(value, type):
                return terms.MayBe(kind, "binary");
            case >= SpecialType.System_SByte and <= SpecialType.System_Double or SpecialType.System_Decimal:
                return terms.MayBe(kind, "number");
        }

        return value switch
        {
            ITypeParameterSymbol or IDynamicTypeSymbol => true,
            { TypeKind: TypeKind.Enum } => terms.MayBe(kind, "enum"),
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named => CarriesNamed(named, kind, terms, objects),
            _ => false,
        };
    }

    /// <summary>The type behind what may be absent, awaited or repeated.</summary>
    public static ITypeSymbol Element(ITypeSymbol type)
    {
        for (var depth = 0; depth < 4; depth++)
        {
            switch (type)
            {
                case { SpecialType: SpecialType.System_String }:
                    return type;
                case IArrayTypeSymbol array:
                    type = array.ElementType;
                    continue;
                case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                    type = nullable.TypeArguments[0];
                    continue;
                case INamedTypeSymbol { Name: "Task" or "ValueTask" or "Lazy" or "ReadOnlyMemory" or "Memory" or "ReadOnlySpan" or "Span" or "KeyValuePair", TypeArguments: { Length: > 0 } arguments }:
                    type = arguments[arguments.Length - 1];
                    continue;
                case INamedTypeSymbol named when ElementOf(named) is { } element:
                    type = element;
                    continue;
            }

            break;
        }

        return type;
    }

    /// <summary>Whether a method's name says that it gives what it is asked for by name: <c>GetString</c>, <c>FindFirstValue</c>, <c>Field</c>.</summary>
    public static bool Reads(string method) =>
        method is "Field" or "Value" or "Item" or "ElementAt" || (IdentifierWords.Of(method) is { Length: > 0 } words && Getters.Contains(words[0]));

    /// <summary>What a getter-like method's name says it gives: <c>Email</c> of <c>GetEmailAsync</c>.</summary>
    public static string? ReadBy(string method)
    {
        var words = IdentifierWords.Of(method);
        if (words.Length < 2 || !Getters.Contains(words[0]))
            return null;

        var end = method.Length;
        foreach (var turn in Turns)
        {
            var at = method.IndexOf(turn, words[0].Length, StringComparison.Ordinal);
            if (at > 0 && at < end && (at + turn.Length == method.Length || !char.IsLower(method[at + turn.Length])))
                end = at;
        }

        return end > words[0].Length ? method.Substring(words[0].Length, end - words[0].Length) : null;
    }

    private static ITypeSymbol? ElementOf(INamedTypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
            ? type.TypeArguments[0]
            : type.AllInterfaces.FirstOrDefault(one => one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];

    private static bool CarriesNamed(INamedTypeSymbol type, string kind, PersonalDataTerms terms, PersonalObjects objects)
    {
        var space = type.ContainingNamespace?.ToDisplayString() ?? "";
        if (Texts.Contains($"{space}.{type.Name}"))
            return true;

        if (space == "System" || space.StartsWith("System.", StringComparison.Ordinal))
        {
            return type.Name switch
            {
                "DateTimeOffset" or "DateOnly" => terms.MayBe(kind, "date"),
                "Guid" => terms.MayBe(kind, "guid"),
                "Stream" or "MemoryStream" => terms.MayBe(kind, "binary"),
                "Int128" or "UInt128" or "BigInteger" => terms.MayBe(kind, "number"),
                _ => false,
            };
        }

        return objects.IsValue(type);
    }
}
