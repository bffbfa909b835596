using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The methods and lambdas by which a project answers whoever asks: controller actions, mapped handlers, hubs, service
/// operations, triggered functions. Which types and calls make one, the catalogue says (<c>serve</c>).
/// </summary>
internal static class Endpoints
{
    /// <summary>Words of endpoints that speak of the system, or hand a caller what is its own.</summary>
    private static readonly HashSet<string> Exempt = new(StringComparer.Ordinal)
    {
        "health", "healthz", "liveness", "readiness", "metadata", "metric", "ping", "swagger", "openapi",
        "login", "logon", "signin", "signup", "authenticate", "token", "refresh", "logout",
    };

    /// <summary>Whether requests from outside end in this method.</summary>
    public static bool Is(IMethodSymbol method, PipelineProject project, CancellationToken cancellation)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation) || method.IsAbstract || IsExempt(method))
            return false;

        return IsAction(method, project) || IsOperation(method, project) || IsTriggered(method, project) || IsMapped(method, project, cancellation);
    }

    public static bool IsExempt(IMethodSymbol method) =>
        Array.Exists(IdentifierWords.Of(method.Name), Exempt.Contains) || (method.ContainingType is { } type && Array.Exists(IdentifierWords.Of(type.Name), word => Exempt.Contains(word) && word is not ("token" or "refresh")));

    /// <summary>The lambda a call maps to a route; null when it maps none or its route is exempt.</summary>
    public static IAnonymousFunctionOperation? Mapped(IInvocationOperation call, PipelineProject project)
    {
        if (!Maps(call, project) || HasExemptRoute(call))
            return null;

        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Unwrapped() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda })
                return lambda;

            if (argument.Value.Unwrapped() is IAnonymousFunctionOperation bare)
                return bare;
        }

        return null;
    }

    /// <summary>Whether the route of a call that maps one speaks of the system, or of a caller's own.</summary>
    public static bool HasExemptRoute(IInvocationOperation call) =>
        call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: string route } && Array.Exists(IdentifierWords.Of(route), Exempt.Contains));

    /// <summary>Whether a call maps a handler to a route.</summary>
    public static bool Maps(IInvocationOperation call, PipelineProject project) =>
        MayMap(call.TargetMethod.Name) && (project.TraitsOf(call.TargetMethod) & ApiTrait.Serve) != 0;

    /// <summary>Whether a method of this name may map a handler to a route.</summary>
    public static bool MayMap(string method) => method.StartsWith("Map", StringComparison.Ordinal);

    /// <summary>Whether a method is a public one of a controller, hub or service that a host finds by its type.</summary>
    public static bool IsAction(IMethodSymbol method, PipelineProject project)
    {
        if (method.DeclaredAccessibility != Accessibility.Public || method.IsStatic || method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "NonActionAttribute"))
            return false;

        // A type of the framework whose heirs serve, or an attribute on one that says so.
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (Serves(type, project))
                return !IsOfFramework(method);

            if (type.GetAttributes().Any(attribute => attribute.AttributeClass is { } marked && Serves(marked, project)))
                return !IsOfFramework(method);
        }

        return false;
    }

    /// <summary>Overrides of a generated service are its operations; overrides of what a controller or hub does around them are not.</summary>
    private static bool IsOfFramework(IMethodSymbol method) =>
        method is { OverriddenMethod: { } overridden, Name: not ("HandleAsync" or "ExecuteAsync") } && !overridden.ContainingType.Name.EndsWith("Base", StringComparison.Ordinal) && overridden.Locations.All(location => !location.IsInSource);

    private static bool IsOperation(IMethodSymbol method, PipelineProject project)
    {
        foreach (var type in method.ContainingType.AllInterfaces)
        {
            foreach (var member in type.GetMembers(method.Name))
            {
                if (member.GetAttributes().Any(attribute => attribute.AttributeClass is { } marked && Serves(marked, project))
                    && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
                    return true;
            }
        }

        return false;
    }

    private static bool IsTriggered(IMethodSymbol method, PipelineProject project) =>
        method.Parameters.Any(parameter => parameter.GetAttributes().Any(attribute => attribute.AttributeClass is { } marked && Serves(marked, project))
            || (parameter.Type is INamedTypeSymbol type && Serves(type, project)));

    private static bool IsMapped(IMethodSymbol method, PipelineProject project, CancellationToken cancellation)
    {
        // Binding the places where a name stands costs; most methods are handed to nothing that maps.
        if ((project.Subjects & Subjects.Routes) == 0 || !CallIndex.Of(project.Compilation).Uses(method.Name, cancellation).Any(file => (TreeFacts.Of(file.Tree).Meaning.Always & Subjects.Routes) != 0 && file.Uses.Any(use => use.Taker is { } taker && MayMap(taker))))
            return false;

        foreach (var use in Callers.Of(method, project.Compilation, cancellation) ?? Array.Empty<IOperation>())
        {
            for (IOperation? around = use is IInvocationOperation ? null : use; around is not null; around = around.Parent)
            {
                if (around is IInvocationOperation call)
                {
                    if (Maps(call, project))
                        return true;

                    break;
                }
            }
        }

        return false;
    }

    private static bool Serves(INamedTypeSymbol type, PipelineProject project) => (project.DataApis.TraitsOf(type) & ApiTrait.Serve) != 0;
}
