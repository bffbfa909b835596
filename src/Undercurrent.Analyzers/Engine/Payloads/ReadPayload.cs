using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Payloads;

/// <summary>A call that turns what came from outside into an object, and what that object is.</summary>
/// <param name="Value">The outermost expression that still is the object: awaited, cast, in parentheses.</param>
/// <param name="Type">What it is made into.</param>
/// <param name="IsLoose">Whether nothing says which members it has.</param>
internal sealed record ReadPayload(IOperation Value, ITypeSymbol Type, bool IsLoose)
{
    /// <summary>The types whose calls read a whole object; what reads fields, rows or messages of a schema says more by itself.</summary>
    private static readonly HashSet<string> Readers = new(StringComparer.Ordinal)
    {
        "JsonSerializer", "JsonConvert", "JObject", "JArray", "JToken", "JsonNode", "HttpClientJsonExtensions", "HttpContentJsonExtensions", "HttpContentExtensions", "BinaryData", "XmlSerializer", "DataContractSerializer",
        "DataContractJsonSerializer", "XmlObjectSerializer", "GeneratedExtensions", "RestClientExtensions", "HttpResponseMessageExtensions",
    };

    private static readonly string[] Writers = ["Serialize", "SerializeObject", "SerializeAsync", "SerializeToUtf8Bytes"];

    private static readonly HashSet<string> Loose = new(StringComparer.Ordinal) { "JObject", "JArray", "JToken", "JsonNode", "JsonObject", "JsonArray", "ExpandoObject" };

    /// <summary>Settings and what a program remembers of itself are its own, whatever they are read with.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "setting", "config", "configuration", "option", "preference", "manifest", "checkpoint", "cursor", "state", "snapshot", "cache", "cached", "secret", "session", "schema", "profile", "appsetting", "launch", "fixture", "test", "theme", "locale", "translation", "module", "plugin",
    };

    public static ReadPayload? Of(IInvocationOperation call, PipelineProject project)
    {
        var (method, owner) = (call.TargetMethod, call.TargetMethod.ContainingType.Name);
        if (!Readers.Contains(owner) || (project.TraitsOf(method) & (ApiTrait.Parse | ApiTrait.Ingest)) == 0 || method.Name.EndsWith("Enumerable", StringComparison.Ordinal) || owner == "RestClientExtensions" && !method.IsGenericMethod)
            return null;

        var value = Whole(call);
        var type = Held(call.Type);
        if (type is { SpecialType: SpecialType.System_Object, TypeKind: not TypeKind.Dynamic })
            type = CastTo(call);

        if (type is null or ITypeParameterSymbol or IErrorTypeSymbol || (type.IsValueType && type.SpecialType == SpecialType.None) || type.SpecialType is not (SpecialType.None or SpecialType.System_Object) || IsResponse(type))
            return null;

        var isLoose = type.TypeKind == TypeKind.Dynamic || Loose.Contains(type.Name) || (type.SpecialType == SpecialType.System_Object && IsDynamicLocal(value));
        return (type.SpecialType == SpecialType.System_Object && !isLoose) || IsOwn(call, type, project) ? null : new(value, type, isLoose);
    }

    /// <summary>The object behind awaits, casts and parentheses.</summary>
    public static IOperation Whole(IOperation value)
    {
        while (true)
        {
            switch (value.Parent)
            {
                case IAwaitOperation or IParenthesizedOperation or IConversionOperation { OperatorMethod: null }:
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult", Instance: { } instance } when instance == value:
                case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } }:
                    value = value.Parent;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>What an object of any type is cast to at once.</summary>
    private static ITypeSymbol? CastTo(IOperation value)
    {
        while (value.Parent is IAwaitOperation or IParenthesizedOperation or IConversionOperation)
        {
            value = value.Parent;
            if (value is IConversionOperation { IsImplicit: false })
                return value.Type;
        }

        return value.Type;
    }

    /// <summary>What a task or an answer promises.</summary>
    private static ITypeSymbol? Held(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task ? task.TypeArguments[0] : type;

    private static bool IsResponse(ITypeSymbol type) => type.Name.EndsWith("Response", StringComparison.Ordinal) && type.Name.StartsWith("Rest", StringComparison.Ordinal);

    private static bool IsDynamicLocal(IOperation value) => value.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.Type.TypeKind: TypeKind.Dynamic } };

    private static bool IsOwn(IInvocationOperation call, ITypeSymbol type, PipelineProject project)
    {
        if (Says(type.Name) || IsConverted(call))
            return true;

        // Of a call that fetches, a constant is the address.
        if ((project.TraitsOf(call.TargetMethod) & ApiTrait.Parse) == 0)
            return false;

        var source = call.Instance is { Type.Name: "BinaryData" } data ? data : call.Arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit)?.Value;
        return source is not null && ValueOrigin.Of(source.Unwrapped()).Any(origin => IsOwnText(origin, 0));
    }

    /// <summary>Whether a name says that it is the program's own.</summary>
    private static bool Says(string name) => Array.Exists(IdentifierWords.Of(name), Own.Contains);

    private static bool IsOwnText(IOperation origin, int depth) => origin switch
    {
        { ConstantValue: { HasValue: true, Value: string } } => true,
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: var type } } call =>
            name.StartsWith("Serialize", StringComparison.Ordinal) || name is "GetManifestResourceStream" or "GetEnvironmentVariable" or "Unprotect" || IsCache(type)
            || (depth < 3 && type is "File" or "FileInfo" or "Path" && call.Arguments.Any(argument => IsOwnPath(argument.Value)))
            || (depth < 3 && name is "ReadToEnd" or "ReadToEndAsync" or "GetString" && call.Instance is { } reader && ValueOrigin.Of(reader).Any(one => IsOwnText(one, depth + 1))),
        IObjectCreationOperation { Type.Name: "StreamReader" or "FileStream" or "JsonTextReader" or "StringReader" or "MemoryStream" } made when depth < 3 =>
            made.Arguments.Any(argument => argument.Parameter?.Name is "path" ? IsOwnPath(argument.Value) : ValueOrigin.Of(argument.Value).Any(one => one is not { ConstantValue.HasValue: true } && IsOwnText(one, depth + 1))),
        IPropertyReferenceOperation { Property: { Type.SpecialType: SpecialType.System_String, ContainingType: var record } } => IsOwnRecord(record),
        _ => false,
    };

    /// <summary>Whether a text is a column of what the program stores: it was checked when it was put there, or not at all.</summary>
    private static bool IsOwnRecord(INamedTypeSymbol type)
    {
        for (var one = type; one is { DeclaringSyntaxReferences.IsEmpty: false }; one = one.BaseType)
        {
            if (one.GetMembers("Id").Any(member => member is IPropertySymbol { SetMethod: not null }))
                return true;
        }

        return type.BaseType is { Name: "EntityBase" or "Entity" or "BaseEntity" or "AuditableEntity" };
    }

    private static bool IsCache(string type) => type is "IDatabase" or "IDatabaseAsync" or "ISession" or "ISecureStorage" or "IJSRuntime" or "ILocalStorageService" || type.Contains("Cache") || type.Contains("TempData") || type.Contains("SessionExtensions");

    private static bool IsOwnPath(IOperation path) => path.DescendantsAndSelf().Concat(ValueOrigin.Of(path).SelectMany(origin => origin.DescendantsAndSelf())).Any(part => part switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => Says(text) || text.EndsWith(".config", StringComparison.OrdinalIgnoreCase),
        IMemberReferenceOperation { Member.Name: var name } => Says(name),
        ILocalReferenceOperation { Local.Name: var name } => Says(name),
        IParameterReferenceOperation { Parameter.Name: var name } => Says(name),
        _ => false,
    });

    /// <summary>The way back of a conversion whose way there is written beside it: a value converter, a serialiser of one's own.</summary>
    private static bool IsConverted(IInvocationOperation call)
    {
        if (call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart)?.ContainingType is { } around)
        {
            for (var type = around.BaseType; type is not null; type = type.BaseType)
            {
                if (type.Name.EndsWith("Converter", StringComparison.Ordinal) || type.Name.EndsWith("TypeHandler", StringComparison.Ordinal))
                    return true;
            }
        }

        return call.Syntax.Ancestors().OfType<InvocationExpressionSyntax>().Any(outer => outer.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasConversion" });
    }

    /// <summary>Whether the same type also writes such objects: what comes back is what it wrote. Binds those calls, so is asked last.</summary>
    public bool IsWrittenHere(IInvocationOperation call)
    {
        if (call.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } around)
            return false;

        var names = CallNames.Of(call.Syntax.SyntaxTree, default);
        return Writers.SelectMany(names.Uses).Any(use => around.Span.Contains(use.Position)
            && around.FindToken(use.Position).Parent is { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax other } }
            && other.ArgumentList.Arguments.Any(argument => call.SemanticModel?.GetTypeInfo(argument.Expression).Type is { } written && SymbolEqualityComparer.Default.Equals(written, Type)));
    }
}
