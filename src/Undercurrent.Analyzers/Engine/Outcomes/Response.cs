using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The clients whose responses come back, failed or not, without anything being thrown.</summary>
internal enum ResponseKind
{
    Http,
    RestSharp,
    Refit,
    Elastic,
}

/// <summary>What a response is, what of it is its body, and by what one tells whether it succeeded.</summary>
internal static class Response
{
    private static readonly HashSet<string> Bodies = new(StringComparer.Ordinal) { "Content", "Data", "RawBytes", "Documents", "Hits", "HitsMetadata", "Aggregations", "Source", "Count", "Total", "Body" };

    private static readonly HashSet<string> Statuses = new(StringComparer.Ordinal)
    {
        "IsSuccessStatusCode", "StatusCode", "IsSuccessful", "ErrorException", "ErrorMessage", "ResponseStatus", "IsValid", "IsValidResponse", "ApiCall", "ApiCallDetails", "ServerError",
        "OriginalException", "ElasticsearchServerError", "Error", "HttpStatusCode", "HasSuccessfulStatusCode", "Success", "SuccessOrKnownError", "Found",
    };

    private static readonly string[] CheckingWords = ["ensure", "throw", "check", "validate", "verify", "assert", "success", "successful", "should", "guard", "error", "errors", "failure"];

    /// <summary>Of which client's response a property is the body; null where it is none.</summary>
    public static ResponseKind? KindOfBody(IPropertySymbol property)
    {
        if (!Bodies.Contains(property.Name) || KindOf(property.ContainingType) is not { } kind)
            return null;

        return property.Name switch
        {
            "Content" => kind != ResponseKind.Elastic,
            "Data" or "RawBytes" => kind == ResponseKind.RestSharp,
            "Count" => kind == ResponseKind.Elastic && property.ContainingType.Name.Contains("CountResponse"),
            _ => kind == ResponseKind.Elastic,
        } ? kind : null;
    }

    public static ResponseKind? KindOf(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { Name: var name })
            return null;

        return name switch
        {
            "HttpResponseMessage" => type.RootNamespace() == "System" ? ResponseKind.Http : null,
            "ApiResponse" or "IApiResponse" => type.ContainingNamespace is { Name: "Refit" } ? ResponseKind.Refit : null,
            "RestResponse" or "IRestResponse" or "RestResponseBase" => type.ContainingNamespace is { Name: "RestSharp" } ? ResponseKind.RestSharp : null,
            _ => name.EndsWith("Response", StringComparison.Ordinal) && type.RootNamespace() is "Nest" or "OpenSearch" or "Elastic" or "Elasticsearch" ? ResponseKind.Elastic : null,
        };
    }

    /// <summary>Whether a member tells whether a response succeeded.</summary>
    public static bool IsStatus(ISymbol member) => Statuses.Contains(member.Name);

    /// <summary>Whether a method, by its name, has to do with whether a response succeeded.</summary>
    public static bool IsCheck(IMethodSymbol method) => Array.Exists(IdentifierWords.Of(method.Name), word => Array.IndexOf(CheckingWords, word) >= 0);

    /// <summary>The response that a body belongs to, as it is written.</summary>
    public static IOperation? Owner(IPropertyReferenceOperation body)
    {
        if (body.Instance is not IConditionalAccessInstanceOperation)
            return body.Instance;

        for (var around = body.Parent; around is not null; around = around.Parent)
        {
            if (around is IConditionalAccessOperation access && access.WhenNotNull.Syntax.Span.Contains(body.Syntax.Span))
                return access.Operation;
        }

        return null;
    }

    /// <summary>Whether a call of Flurl, which throws by itself, was told to let every status pass.</summary>
    public static bool IsTolerant(IInvocationOperation call) => call.TargetMethod.RootNamespace() == "Flurl" && ValueUses.Awaited(Receiver(call) ?? call) is var before && (before is IInvocationOperation inner
        ? inner.TargetMethod.Name == "AllowAnyHttpStatus" || IsTolerant(inner)
        : ValueUses.VariableOf(before) is ILocalSymbol local && ValueOrigin.AssignedOnce(local, before) is { } given && ValueUses.Awaited(given) is IInvocationOperation start && (start.TargetMethod.Name == "AllowAnyHttpStatus" || IsTolerant(start)));

    /// <summary>Whether a call of Flurl reads the body of an answer.</summary>
    public static bool IsReadByFlurl(IMethodSymbol method) =>
        method.Name is "GetJsonAsync" or "GetJsonListAsync" or "GetStringAsync" or "GetStreamAsync" or "GetBytesAsync" or "ReceiveJson" or "ReceiveJsonList" or "ReceiveString" or "ReceiveStream" or "ReceiveBytes" && method.RootNamespace() == "Flurl";

    /// <summary>What a method is called on, be it an extension or not.</summary>
    public static IOperation? Receiver(IInvocationOperation call) => call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);

    /// <summary>Whether a body is taken for what it holds: read, copied, handed on; not set, compared with nothing or asked for its headers.</summary>
    public static bool IsRead(IPropertyReferenceOperation body) => IsRead(ValueUses.Of(body));

    private static bool IsRead(IReadOnlyList<IOperation> uses) => uses.Any(use => use.Parent switch
    {
        IMemberReferenceOperation { Member.Name: "Headers" } => false,
        IInvocationOperation { TargetMethod.Name: "Dispose" } => false,
        IAssignmentOperation assignment => assignment.Target != use,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => false,
        IIsPatternOperation match => match.Pattern is IDeclarationPatternOperation or IRecursivePatternOperation,
        IExpressionStatementOperation or INameOfOperation => false,
        _ => true,
    });
}
