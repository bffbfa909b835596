using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Whether a response comes, unlooked at, from a call that does not throw when the answer is an error: back through locals, tasks,
/// pipelines that run a lambda, methods in source and their callers. What cannot be followed is taken to be looked at.
/// </summary>
internal sealed class ResponseOrigin(PipelineProject project, CancellationToken cancellation)
{
    private const int Deepest = 3;

    private readonly ResponseChecks _checks = new(project, cancellation);
    private readonly ResponseSetups _setups = ResponseSetups.Of(project.Compilation, cancellation);

    /// <summary>Whether nobody has looked at a response before it came here.</summary>
    public bool IsUnchecked(IOperation response, int depth = 0)
    {
        var leaves = ValueOrigin.Trace(response, new(Stops: operation => operation is IInvocationOperation call && Response.KindOf(ValueUses.ResultOf(call.Type)) is not null)).Select(one => one.Value);
        return leaves.Any(leaf => IsUncheckedEnd(leaf, depth));
    }

    private bool IsUncheckedEnd(IOperation leaf, int depth) => ValueUses.Awaited(leaf) switch
    {
        _ when depth > Deepest => false,
        IInvocationOperation call => IsUncheckedCall(call, depth),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } reference => method.MethodKind is MethodKind.AnonymousFunction
            ? GivenToLambda(reference, method, depth)
            : Callers.Of(method, project.Compilation, cancellation) is { Count: > 0 } callers && callers.Any(caller => IsHandedOver(caller, parameter, depth)),
        IArrayElementReferenceOperation element => IsUnchecked(element.ArrayReference, depth + 1),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } => IsUnchecked(list, depth + 1),
        var end when !ReferenceEquals(end, leaf) && ValueUses.VariableOf(end) is not null => IsUnchecked(end, depth + 1),
        _ => false,
    };

    private bool IsUncheckedCall(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (Response.IsCheck(method))
            return false;

        if (Response.IsTolerant(call))
            return true;

        var kind = Response.KindOf(ValueUses.ResultOf(call.Type));
        if (kind is not null && IsSend(method, kind.Value))
            return !_setups.Throw(kind.Value);

        var methods = method.DeclaringSyntaxReferences.Length == 0 ? Array.Empty<IMethodSymbol>() : Implementations.Of(method, project.Compilation, cancellation);
        if (methods.Count > 0)
            return methods.Any(one => SourceModels.BodyOf(one, project.Compilation, cancellation) is { } body && !ResponseChecks.AreIn(body) && GivesUnchecked(body, depth));

        // A retry or a wait for several runs what it is given, and gives what that gave.
        return method.DeclaringSyntaxReferences.Length == 0 && call.Descendants().Any(inner => inner switch
        {
            IInvocationOperation one => Response.KindOf(ValueUses.ResultOf(one.Type)) is not null && depth < Deepest && IsUncheckedCall(one, depth + 1),
            ILocalReferenceOperation local when depth < Deepest && IsSeveral(local.Type) => IsUnchecked(local, depth + 1),
            _ => false,
        });
    }

    private bool GivesUnchecked(IOperation body, int depth) => depth < Deepest && body.Descendants().OfType<IInvocationOperation>()
        .Any(call => Response.KindOf(ValueUses.ResultOf(call.Type)) is not null && IsUncheckedCall(call, depth + 1));

    private static bool IsSend(IMethodSymbol method, ResponseKind kind) => kind switch
    {
        ResponseKind.Http => (method.ContainingType.Name is "HttpClient" or "HttpMessageInvoker" or "HttpClientJsonExtensions" or "HttpClientExtensions" && method.RootNamespace() == "System") || IsOfRefit(method),
        // From version 107 on all but Execute throw.
        ResponseKind.RestSharp => method.Name.StartsWith("Execute", StringComparison.Ordinal) || method.ReturnType.Name == "IRestResponse" || (method.ReturnType is INamedTypeSymbol { TypeArguments: { Length: 1 } results } && results[0].Name == "IRestResponse"),
        ResponseKind.Refit => method.ContainingType.TypeKind == TypeKind.Interface && IsOfRefit(method),
        _ => method.RootNamespace() is "Nest" or "OpenSearch" or "Elastic" or "Elasticsearch",
    };

    private static bool IsOfRefit(IMethodSymbol method) => method.GetAttributes().Any(attribute => attribute.AttributeClass?.ContainingNamespace is { Name: "Refit" });

    private bool GivenToLambda(IOperation reference, IMethodSymbol lambda, int depth)
    {
        for (var around = reference.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation function && SymbolEqualityComparer.Default.Equals(function.Symbol, lambda))
            {
                var call = around;
                while (call is not null and not IInvocationOperation)
                    call = call.Parent;

                return call is IInvocationOperation taker && (taker.Instance ?? taker.Arguments.FirstOrDefault()?.Value) is { } source && !source.Syntax.Span.Contains(around.Syntax.Span) && IsUnchecked(source, depth + 1);
            }
        }

        return false;
    }

    private bool IsHandedOver(IOperation caller, IParameterSymbol parameter, int depth)
    {
        if (caller is not IInvocationOperation call || call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value.Unwrapped() is not { } given)
            return false;

        return !(ValueUses.VariableOf(given) is { } variable && _checks.Any(ValueUses.Of(variable, given).Where(use => use.Parent?.Parent != call))) && IsUnchecked(given, depth + 1);
    }

    private static bool IsSeveral(ITypeSymbol? type) => type is IArrayTypeSymbol array ? IsOne(array.ElementType) : type is INamedTypeSymbol named && (IsOne(named) || (named.TypeArguments.Length == 1 && IsOne(named.TypeArguments[0])));

    private static bool IsOne(ITypeSymbol type) => Response.KindOf(ValueUses.ResultOf(type)) is not null;
}
