using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Whether an operation runs only to answer a request: it stands in an endpoint, or all who call for it do. Endpoints of those who
/// look after the system say nothing either way. Bounded in depth; cycles end.
/// </summary>
/// <param name="project">The project whose endpoints count.</param>
/// <param name="administrative">The words that name what belongs to those who look after the system.</param>
/// <param name="cancellation">Ends the search.</param>
internal sealed class ServingCode(PipelineProject project, IReadOnlyCollection<string> administrative, CancellationToken cancellation)
{
    private const int Deepest = 4;

    private readonly HashSet<ISymbol> _onTheWay = new(SymbolEqualityComparer.Default);

    public bool Has(IOperation operation) => Walk(operation, 0) == true;

    /// <summary>The body that answers the request together with an operation: many handlers may be mapped in one.</summary>
    public static IOperation Handler(IOperation operation, PipelineProject project)
    {
        var body = operation;
        for (; body.Parent is { } around; body = around)
        {
            if (body is IArgumentOperation && around is IInvocationOperation map && Endpoints.Maps(map, project))
                break;
        }

        return body;
    }

    private bool? Walk(IOperation operation, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IInvocationOperation map && Endpoints.Maps(map, project))
                return IsAdministrative(map) ? null : !Endpoints.HasExemptRoute(map);

            if (around is ILocalFunctionOperation { Symbol: var function } && _onTheWay.Add(function))
                return Every(around.Root().Descendants().Where(use => Method(use) is { } used && SymbolEqualityComparer.Default.Equals(used.OriginalDefinition, function)), depth);
        }

        var symbol = operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart, cancellation);
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
            symbol = symbol.ContainingSymbol;

        if (symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method)
            return false;

        if (IsAdministrative(method))
            return null;

        if (Endpoints.Is(method, project, cancellation))
            return true;

        // What nobody in source calls is called by a host, on no request.
        return depth < Deepest && _onTheWay.Add(method.OriginalDefinition) && Callers.Of(method, project.Compilation, cancellation) is { Count: > 0 } callers ? Every(callers, depth + 1) : false;
    }

    private bool? Every(IEnumerable<IOperation> operations, int depth)
    {
        bool? verdict = null;
        foreach (var operation in operations)
        {
            if (Walk(operation, depth) is not { } one)
                continue;

            if (!one)
                return false;

            verdict = true;
        }

        return verdict;
    }

    private static IMethodSymbol? Method(IOperation use) => use switch
    {
        IInvocationOperation call => call.TargetMethod,
        IMethodReferenceOperation reference => reference.Method,
        _ => null,
    };

    /// <summary>By its route, or by the roles and policies asked for along its chain.</summary>
    private bool IsAdministrative(IInvocationOperation map) => map.Syntax is InvocationExpressionSyntax call
        && CallChain.Before(call).Append(call).Concat(CallChain.After(call)).SelectMany(one => one.ArgumentList.Arguments).Any(argument => argument.Expression is LiteralExpressionSyntax { Token.Value: string text } && Says(text));

    /// <summary>By its name, its types' or its namespace's, or by the roles and policies that its attributes ask for.</summary>
    private bool IsAdministrative(IMethodSymbol method)
    {
        for (ISymbol? one = method; one is not null and not INamespaceSymbol { IsGlobalNamespace: true }; one = one.ContainingSymbol)
        {
            if (Says(one.Name) || (one is not INamespaceSymbol && one.GetAttributes().Any(attribute => attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.Value)).Any(given => given is { Kind: TypedConstantKind.Primitive, Value: string text } && Says(text)))))
                return true;
        }

        return false;
    }

    private bool Says(string name)
    {
        var words = IdentifierWords.Of(name);
        for (var at = 0; at < words.Length; at++)
        {
            // "BackOffice" is one word to those who write it as one.
            if (administrative.Contains(words[at], StringComparer.OrdinalIgnoreCase) || (at > 0 && administrative.Contains(words[at - 1] + words[at], StringComparer.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }
}
