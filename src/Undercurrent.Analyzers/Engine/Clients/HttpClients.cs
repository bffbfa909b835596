using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Whether an HTTP client is one that tries again: by the registration under its type or name, by the defaults of all clients,
/// or by the handler it was made with. Nothing known means no.
/// </summary>
internal sealed class HttpClients(PipelineProject project, CancellationToken cancellation)
{
    private const int MostCallers = 8;

    private readonly RetrySetups _setups = RetrySetups.Of(project.Compilation, cancellation);

    /// <summary>The registration found to give its client no handler that tries again.</summary>
    public ClientRegistration? Unprotected { get; private set; }

    /// <summary>Whether calls on a client are tried again, or never leave the test they are made in.</summary>
    public bool Retries(IOperation client, int depth = 0)
    {
        var type = client.Type as INamedTypeSymbol;
        if (type is { TypeKind: TypeKind.Interface } && RegisteredFor(type) is { Count: > 0 } registered)
            return AnyRetries(registered);

        var ends = ClientOrigin.Of(client, project.Compilation, cancellation);
        return ends.Count > 0 && ends.All(end => EndRetries(end, depth));
    }

    private bool EndRetries(IOperation end, int depth)
    {
        switch (end)
        {
            case IObjectCreationOperation { Arguments.Length: > 0 } made:
                return made.Arguments.Any(argument => argument.Value.Unwrapped() is { Type: { } given } value && (IsHttpClient(given) ? depth < 3 && Retries(value, depth + 1) : HandlerRetries(value)));
            case IObjectCreationOperation:
                return false;
            // An interface made over a client by Refit or RestEase does as that client does.
            case IInvocationOperation { TargetMethod: { Name: "For", ContainingType.Name: "RestService" or "RestClient" } } made when made.Arguments.FirstOrDefault(argument => argument.Value.Type is { } given && IsHttpClient(given)) is { } over:
                return depth < 3 && Retries(over.Value, depth + 1);
            case IInvocationOperation { TargetMethod.Name: "CreateClient" or "CreateHttpClient" or "CreateDefaultClient" } call when call.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String) is { } name:
                return _setups.AllClientsRetry || NamedRetries(name.Value);
            case IInvocationOperation { TargetMethod: { Name: "CreateClient" or "CreateDefaultClient", ContainingType.Name: var owner } }:
                return _setups.AllClientsRetry || owner is "WebApplicationFactory" or "TestServer" or "HostBuilderTestServerExtensions";
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter }:
                return _setups.AllClientsRetry || (IsHttpClient(parameter.Type) ? TypedRetries(constructor.ContainingType) : parameter.Type is INamedTypeSymbol own && AnyRetries(RegisteredFor(own)));
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter }:
                return _setups.AllClientsRetry || (depth < 3 && GivenRetries(method, parameter, depth));
            default:
                return _setups.AllClientsRetry || EveryRegistrationRetries;
        }
    }

    private bool EveryRegistrationRetries => _setups.Clients.Count > 0 && _setups.Clients.All(client => client.Retries(_setups));

    /// <summary>A handler in source that passes nothing on is a stand-in for the network.</summary>
    private bool HandlerRetries(IOperation handler) => ClientOrigin.Of(handler, project.Compilation, cancellation).Any(end =>
        end.DescendantsAndSelf().OfType<IObjectCreationOperation>().Any(made => made.Type is INamedTypeSymbol type && (_setups.IsRetryingHandler(type.Name) || IsStandIn(type))));

    private static bool IsStandIn(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Length > 0 && Reaches(type, "System.Net.Http.HttpMessageHandler") && !Reaches(type, "System.Net.Http.DelegatingHandler")
        && !Reaches(type, "System.Net.Http.HttpClientHandler");

    private static bool Reaches(INamedTypeSymbol type, string name)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (one.HasMetadataName(name))
                return true;
        }

        return false;
    }

    private bool NamedRetries(IOperation name)
    {
        if (name.ConstantValue is { HasValue: true, Value: string text })
        {
            var named = _setups.Clients.Where(client => client.Name == text || client.Types.Contains(text) || (client.HasOpenName && ConstantNameOf(client) is var open && (open is null || open == text))).ToList();
            return AnyRetries(named);
        }

        return EveryRegistrationRetries;
    }

    /// <summary>A name written as a constant of another file; null when it is not constant at all.</summary>
    private string? ConstantNameOf(ClientRegistration client)
    {
        var name = client.Call.ArgumentList.Arguments[0].Expression;
        return project.Compilation.ContainsSyntaxTree(name.SyntaxTree) && SourceModels.ModelOf(project.Compilation, name.SyntaxTree).GetConstantValue(name, cancellation) is { HasValue: true, Value: string text } ? text : null;
    }

    private bool TypedRetries(INamedTypeSymbol owner)
    {
        if (RegisteredFor(owner) is { Count: > 0 } own)
            return AnyRetries(own);

        // A base class gets the client its registered heirs are given.
        var heirs = _setups.Clients.Where(client => client.Types.Any(type => IsHeir(type, owner))).ToList();
        return heirs.Count > 0 ? heirs.TrueForAll(client => client.Retries(_setups)) : _setups.Clients.Any(client => client.IsOpen && client.Retries(_setups));
    }

    private bool IsHeir(string name, INamedTypeSymbol owner) =>
        project.Compilation.GetSymbolsWithName(name, SymbolFilter.Type, cancellation).OfType<INamedTypeSymbol>().Any(type =>
        {
            for (var one = type.BaseType; one is not null; one = one.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, owner.OriginalDefinition))
                    return true;
            }

            return false;
        });

    private bool AnyRetries(List<ClientRegistration> registered)
    {
        if (registered.Exists(client => client.Retries(_setups)))
            return true;

        Unprotected ??= registered.FirstOrDefault();
        return false;
    }

    private List<ClientRegistration> RegisteredFor(INamedTypeSymbol type)
    {
        var names = new HashSet<string>(type.AllInterfaces.Where(one => one.DeclaringSyntaxReferences.Length > 0).Select(one => one.Name), StringComparer.Ordinal) { type.Name };
        return _setups.Clients.Where(client => client.Types.Any(names.Contains) || (client.Name is { } name && name == type.Name)).ToList();
    }

    /// <summary>Whether every caller in source hands over a client that tries again.</summary>
    private bool GivenRetries(IMethodSymbol method, IParameterSymbol parameter, int depth)
    {
        if (Callers.Of(method, project.Compilation, cancellation) is not { Count: > 0 and <= MostCallers } callers)
            return EveryRegistrationRetries;

        return callers.All(caller => caller is IInvocationOperation call
            && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is { } given && Retries(given.Value, depth + 1));
    }

    private static bool IsHttpClient(ITypeSymbol type) => type is INamedTypeSymbol named && (named.HasMetadataName("System.Net.Http.HttpClient") || named.HasMetadataName("System.Net.Http.HttpMessageInvoker"));
}
