using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Which database context a query runs on, and whether that context tries again or never leaves the machine.</summary>
internal sealed class DbContexts(PipelineProject project, CancellationToken cancellation)
{
    private const string Context = "Microsoft.EntityFrameworkCore.DbContext";

    private readonly RetrySetups _setups = RetrySetups.Of(project.Compilation, cancellation);

    /// <summary>The set or context at the root of a query; null when the query is not seen to begin at one.</summary>
    public static IOperation? RootOf(IOperation query)
    {
        for (var depth = 0; depth < 40; depth++)
        {
            query = query.Unwrapped();
            if (query.Type is INamedTypeSymbol type && (IsSet(type) || IsContext(type)))
                return query;

            var earlier = query switch
            {
                IInvocationOperation { Instance: { } instance } => instance,
                IInvocationOperation { Arguments: { Length: > 0 } arguments } => (arguments.FirstOrDefault(argument => argument.Value.Unwrapped().Type is INamedTypeSymbol given && (IsSet(given) || IsContext(given))) ?? arguments[0]).Value,
                ILocalReferenceOperation local => FirstGiven(local),
                ITranslatedQueryOperation translated => translated.Operation,
                IPropertyReferenceOperation { Instance: { } instance } => instance,
                _ => null,
            };

            if (earlier is null)
                return null;

            query = earlier;
        }

        return null;
    }

    public static bool IsSet(INamedTypeSymbol type) => type.HasMetadataName("Microsoft.EntityFrameworkCore.DbSet`1");

    /// <summary>Whether reads of a context need no retry of their own. Without any registration in sight nothing tries again.</summary>
    public bool AreCalm(IOperation? root)
    {
        var name = root is null ? null : ContextOf(root)?.Name;
        var own = _setups.Contexts.Where(context => name is not null && context.Types.Contains(name)).ToList();
        if (own.Exists(context => context.Retries(_setups)))
            return true;

        if (own.Count > 0)
        {
            var telling = own.Where(IsTelling).ToList();
            return telling.Count > 0 ? telling.TrueForAll(context => context.IsCalm(_setups)) : Anonymous.Any() && Anonymous.All(context => context.IsCalm(_setups));
        }

        return _setups.Contexts.Any(IsTelling) && _setups.Contexts.Where(IsTelling).GroupBy(context => string.Join(",", context.Types)).All(same => same.Any(context => context.Retries(_setups)) || same.All(context => context.IsCalm(_setups)));
    }

    /// <summary>Whether a context is seen to be told to try again.</summary>
    public bool Retry(IOperation? root) =>
        root is not null && ContextOf(root)?.Name is { } name && (_setups.Contexts.Any(context => context.Types.Contains(name) && context.Retries(_setups)) || (Anonymous.Any() && Anonymous.All(context => context.Retries(_setups)) && !_setups.Contexts.Any(context => context.Types.Contains(name) && IsTelling(context))));

    /// <summary>The call that chooses the provider of a context which does not try again.</summary>
    public InvocationExpressionSyntax? ProviderOf(IOperation? root)
    {
        var name = root is null ? null : ContextOf(root)?.Name;
        var own = _setups.Contexts.Where(context => name is not null && context.Types.Contains(name) && !context.IsCalm(_setups)).ToList();
        return (own.Count > 0 ? own : Anonymous.Where(context => !context.IsCalm(_setups))).Select(context => context.Provider).FirstOrDefault(provider => provider is not null);
    }

    /// <summary>A registration that leaves the provider to <c>OnConfiguring</c> or to a helper says nothing by itself.</summary>
    private bool IsTelling(ContextRegistration context) => context.Provider is not null || context.IsCalm(_setups);

    private IEnumerable<ContextRegistration> Anonymous => _setups.Contexts.Where(context => context.Types.Count == 0);

    /// <summary>What a query begins with that is put together step by step in one local.</summary>
    private static IOperation? FirstGiven(ILocalReferenceOperation local) =>
        ValueOrigin.AssignedOnce(local.Local, local) ?? local.Root().Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local.Local))?.Initializer?.Value;

    private static ITypeSymbol? ContextOf(IOperation root)
    {
        if (root.Type is INamedTypeSymbol type && IsContext(type))
            return type;

        return root switch
        {
            IPropertyReferenceOperation { Instance.Type: { } owner } => owner,
            IInvocationOperation { Instance.Type: { } owner } => owner,
            _ => null,
        };
    }

    private static bool IsContext(INamedTypeSymbol type)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (one.HasMetadataName(Context))
                return true;
        }

        return false;
    }
}
