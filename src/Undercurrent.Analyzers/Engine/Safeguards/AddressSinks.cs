using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>
/// Places that take the address at which a client finds its data: those the catalogues know, and those of a library's clients,
/// settings and builders that are called so, as nearly all are.
/// </summary>
internal sealed class AddressSinks(PipelineProject project)
{
    private const ApiTrait Reaching = ApiTrait.Ingest | ApiTrait.Connect | ApiTrait.Store | ApiTrait.Update | ApiTrait.Erase | ApiTrait.Parse;

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "baseAddress", "baseUri", "baseUrl", "brokerUri", "connectionUri", "endpoint", "endpointUri", "endpointUrl", "host", "hostAddress", "hostUri", "hostUrl", "inputUri", "node",
        "nodes", "requestUri", "requestUriString", "resource", "server", "servers", "serverUri", "serverUrl", "serviceEndpoint", "serviceUri", "serviceUrl", "uri", "uris", "url", "urls",
        "bootstrapServers", "accountEndpoint", "rootUri", "vaultUri", "connectionString", "configuration",
    };

    private static readonly string[] Kinds =
    [
        "Client", "Clients", "Settings", "Options", "Channel", "Configuration", "Config", "ConnectionPool", "NodePool", "ConnectionFactory", "Connection", "Builder", "Factory", "Configurator", "Node",
        "Producer", "Consumer", "Multiplexer", "Session", "WebSocket", "Service", "Request", "EndpointAddress", "Driver", "GraphDatabase", "Cluster",
    ];

    /// <summary>What stands at the other end of an address and is no source of data: pages to show, names to compare.</summary>
    private static readonly string[] Others = ["Navigation", "OpenApi", "Swagger", "Cors", "Csp", "Rewrite", "OpenId", "Jwt", "Cookie", "Saml", "Sitemap", "Uri", "Xml", "WebHost", "HostBuilder", "WebApplication"];

    /// <summary>The address that an operation hands to a client.</summary>
    public IOperation? TakenBy(IOperation operation) => operation switch
    {
        IArgumentOperation argument => Takes(argument) ? argument.Value : null,
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } assignment => Takes(member) ? assignment.Value : null,
        _ => null,
    };

    public bool Takes(IArgumentOperation argument)
    {
        if (argument.Parameter is not { ContainingSymbol: IMethodSymbol method } parameter)
            return false;

        // Traits first: most calls with an address are of HttpClient.
        if ((ApiCatalogue.Safeguards.TraitsOf(method, parameter.Name) & ApiTrait.Address) != 0 || ((project.TraitsOf(method) & Reaching) != 0 && Names.Contains(parameter.Name)))
            return true;

        // An extension speaks for what it extends: services.AddClient(…), builder.WithUrl(…), "http://…".GetJsonAsync().
        var type = method.IsExtensionMethod && method.Parameters.Length > 1 ? method.Parameters[0].Type : method.ContainingType;
        return Names.Contains(parameter.Name) && type is not null && IsClient(type, method.MethodKind == MethodKind.Constructor);
    }

    public static bool Takes(ISymbol member) =>
        (ApiCatalogue.Safeguards.TraitsOf(member) & ApiTrait.Address) != 0 || (Names.Contains(member.Name) && member.ContainingType is { } type && IsClient(type, isMade: false));

    /// <summary>A client of a library, or one made in source: what the source's own settings hold may go anywhere.</summary>
    private static bool IsClient(ITypeSymbol type, bool isMade)
    {
        var name = type.Name;
        if (!Array.Exists(Kinds, kind => name.EndsWith(kind, StringComparison.Ordinal)) || Array.Exists(Others, other => name.IndexOf(other, StringComparison.Ordinal) is 0 or 1))
            return false;

        return type.DeclaringSyntaxReferences.IsEmpty ? type.ContainingAssembly?.Name.StartsWith("System.Private", StringComparison.Ordinal) != true : isMade && name.EndsWith("Client", StringComparison.Ordinal);
    }
}
