using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Sharing;

/// <summary>Where a client is made that keeps connections and is meant to be shared by all who call.</summary>
internal static class SharedClient
{
    /// <summary>The name of what is made; null where it is something else, or is made of what somebody shares.</summary>
    public static string? MadeBy(IOperation operation, ApiCatalogue apis) => operation switch
    {
        IObjectCreationOperation { Type: INamedTypeSymbol type, Constructor: { } constructor } creation => IsKnown(constructor, type, apis) && !IsMadeOfShared(creation) ? type.Name : null,
        IInvocationOperation { TargetMethod: var method } call => (apis.DeliveryOf(method) & DeliveryTrait.SharedClient) != 0 ? NameOf(call) : null,
        _ => null,
    };

    /// <summary>The clients of Amazon are many and of one kind.</summary>
    private static bool IsKnown(IMethodSymbol constructor, INamedTypeSymbol type, ApiCatalogue apis) =>
        (apis.DeliveryOf(constructor) & DeliveryTrait.SharedClient) != 0
        || (type.Name.StartsWith("Amazon", StringComparison.Ordinal) && type.Name.EndsWith("Client", StringComparison.Ordinal) && type.BaseType is { Name: "AmazonServiceClient" } && type.RootNamespace() == "Amazon");

    /// <summary>A thin client around a handler, a client or a connection that somebody else keeps costs nothing.</summary>
    private static bool IsMadeOfShared(IObjectCreationOperation creation) => creation.Arguments.Any(argument =>
        argument.Value.Unwrapped() is IFieldReferenceOperation or IParameterReferenceOperation or IPropertyReferenceOperation { Instance: IInstanceReferenceOperation or null } && argument.Parameter?.Type.Name is "HttpMessageHandler" or "HttpClient" or "HttpClientHandler" or "SocketsHttpHandler" or "HttpPipelineTransport" or "IConnectionPool" or "ITransport");

    private static string NameOf(IInvocationOperation call)
    {
        var made = ValueUses.ResultOf(call.Type);
        return made is { TypeKind: not TypeKind.Interface } ? made.Name : call.TargetMethod.Name;
    }
}
