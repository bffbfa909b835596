using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Which calls read from outside and may fail for a moment, and whether the client they are made on takes care of that itself.
/// A unit of work is named once: by its reads; by its connect only when nothing is read or written after it in the same body.
/// </summary>
internal sealed class ExternalRead(PipelineProject project, CancellationToken cancellation)
{
    private const ApiTrait Reads = ApiTrait.Ingest | ApiTrait.Connect;

    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal) { "ExecuteReader", "ExecuteReaderAsync", "ExecuteScalar", "ExecuteScalarAsync", "Open", "OpenAsync" };

    private static readonly HashSet<string> Materialisers = new(StringComparer.Ordinal)
    {
        "ToList", "ToArray", "ToDictionary", "ToHashSet", "ToLookup", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault",
        "Count", "LongCount", "Any", "All", "Sum", "Min", "Max", "Average", "Contains", "ElementAt", "ElementAtOrDefault", "MinBy", "MaxBy",
    };

    /// <summary>Whether a call is a read that its own client does not try again.</summary>
    public bool IsUnprotected(IInvocationOperation call)
    {
        var traits = TraitsOf(call.TargetMethod);
        if ((traits & Reads) == 0)
            return IsLinqRead(call) && !new DbContexts(project, cancellation).AreCalm(DbContexts.RootOf(call.Arguments[0].Value));

        if ((traits & (ApiTrait.SelfRetrying | ApiTrait.SelfRecovering | ApiTrait.Local)) != 0 || IsQuery(call.TargetMethod.ReturnType) || Receiver(call) is not { } receiver)
            return false;

        var space = call.TargetMethod.ContainingNamespace;
        if (space.Name == "EntityFrameworkCore")
            return !new DbContexts(project, cancellation).AreCalm(DbContexts.RootOf(receiver));

        if (receiver.Type is { } type && Databases.IsDatabase(type))
            return !((traits & ApiTrait.Ingest) == 0 ? IsFollowed(call) : Databases.IsNoRead(call)) && !new Databases(project, cancellation).IsCalm(receiver);

        if ((traits & ApiTrait.UnsafeToRepeat) != 0 && !HttpRequests.AreReads(call))
            return false;

        if ((traits & ApiTrait.Ingest) == 0 && IsFollowedByTransfer(call))
            return false;

        return !HttpRequests.StayHere(call) && !new HttpClients(project, cancellation).Retries(receiver);
    }

    /// <summary>Whether a loop draws its items from a database.</summary>
    public bool IsUnprotected(IForEachLoopOperation loop) =>
        loop.Collection.Unwrapped() is { Type: { } type } items && (IsQuery(type) || type is INamedTypeSymbol named && DbContexts.IsSet(named))
        && DbContexts.RootOf(items) is { } root && !new DbContexts(project, cancellation).AreCalm(root);

    /// <summary>The call by the name of what it is called on: <c>HttpClient.GetFromJsonAsync</c>, wherever that is declared.</summary>
    public static string NameOf(IMethodSymbol method)
    {
        var definition = method.ReducedFrom ?? method;
        return $"{(definition is { IsExtensionMethod: true, Parameters: { IsEmpty: false } all } ? all[0].Type.Name : ApiCatalogue.Declaring(definition)?.Name)}.{method.Name}";
    }

    public static IOperation? Receiver(IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : call);

    /// <summary>A query that is only put together reads nothing yet.</summary>
    public static bool IsQuery(ITypeSymbol type) => type.Name is "IQueryable" or "IOrderedQueryable" or "DbSet" && type.ContainingNamespace.Name is "Linq" or "EntityFrameworkCore";

    /// <summary>The framework's own collections, told without a walk over their interfaces.</summary>
    private static bool IsInMemory(ITypeSymbol type) => type is IArrayTypeSymbol || type.ContainingNamespace is { Name: "Generic" or "Immutable" or "Concurrent", ContainingNamespace: { Name: "Collections" } };

    private static bool IsLinqRead(IInvocationOperation call) =>
        call.TargetMethod is { IsExtensionMethod: true, ContainingType.Name: "Enumerable" or "Queryable" } method && Materialisers.Contains(method.Name)
        && method.ContainingNamespace is { Name: "Linq", ContainingNamespace.Name: "System" }
        && call.Arguments[0].Value.Unwrapped() is { Type: { } source } query && (IsQuery(source) || (!IsInMemory(source) && source.AllInterfaces.Any(IsQuery)))
        && !IsInsideQuery(call) && DbContexts.RootOf(query) is not null;

    /// <summary>Inside the expression of another query it is translated, not run.</summary>
    private static bool IsInsideQuery(IOperation call)
    {
        for (var around = call.Parent; around is not null; around = around.Parent)
        {
            if (around is IConversionOperation { Type.Name: "Expression" } or IDelegateCreationOperation { Type.Name: "Expression" } or ITranslatedQueryOperation)
                return true;
        }

        return false;
    }

    /// <summary>What is known of a method; a provider's own <c>ExecuteReader</c> hides the one that every provider has.</summary>
    private ApiTrait TraitsOf(IMethodSymbol method)
    {
        var traits = project.TraitsOf(method) | (IsRefit(method) ? ApiTrait.Ingest : ApiTrait.None);
        if (traits != ApiTrait.None || method.IsStatic || method.IsOverride || !Hidden.Contains(method.Name))
            return traits;

        for (var type = method.ContainingType.BaseType; type is not null && traits == ApiTrait.None; type = type.BaseType)
            traits = project.TraitsOf(type.GetMembers(method.Name).FirstOrDefault());

        return traits;
    }

    private static bool IsRefit(IMethodSymbol method) =>
        method.ContainingType is { TypeKind: TypeKind.Interface, DeclaringSyntaxReferences.Length: > 0 } && method.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "GetAttribute" or "HeadAttribute", ContainingNamespace: { Name: "Refit" or "RestEase" } });

    /// <summary>Whether the body goes on to read or write, so that the connect is not its whole errand.</summary>
    private bool IsFollowed(IInvocationOperation connect) => connect.Root().Descendants().OfType<IInvocationOperation>()
        .Any(call => call != connect && Receiver(call) is { Type: { } type } && Databases.IsDatabase(type)
            && ((project.TraitsOf(call.TargetMethod) & (ApiTrait.Ingest | ApiTrait.Store | ApiTrait.Update | ApiTrait.Erase)) != 0 || call.TargetMethod.Name.StartsWith("Execute", StringComparison.Ordinal)));

    /// <summary>Whether the body goes on to a read by the same client that is named itself, or to a write.</summary>
    private bool IsFollowedByTransfer(IInvocationOperation connect) => connect.Instance?.Unwrapped().Type is { } client && connect.Root().Descendants().OfType<IInvocationOperation>()
        .Any(call => call.Syntax.SpanStart > connect.Syntax.SpanStart && SymbolEqualityComparer.Default.Equals(call.Instance?.Unwrapped().Type, client)
            && project.TraitsOf(call.TargetMethod) is var traits && (traits & (ApiTrait.Ingest | ApiTrait.Store)) != 0 && (traits & (ApiTrait.SelfRetrying | ApiTrait.SelfRecovering)) == 0);
}
