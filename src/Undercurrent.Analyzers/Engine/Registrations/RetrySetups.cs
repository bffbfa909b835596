using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What all files of a project together set up for retries.</summary>
internal sealed class RetrySetups
{
    private static readonly ConditionalWeakTable<Compilation, RetrySetups> Cache = new();

    private readonly HashSet<string> _setups;
    private readonly HashSet<string> _handlers;

    private RetrySetups(IReadOnlyList<RetrySetup> files)
    {
        _setups = Union(files, file => file.Setups);
        _handlers = Union(files, file => file.RetryingHandlers);
        RetryingMethods = Union(files, file => file.RetryingMethods);
        RetriedResults = Union(files, file => file.RetriedResults);
        Connections = Union(files, file => file.Connections);
        Clients = files.SelectMany(file => file.Clients).Where(client => CallChain.NameOf(client.Call) is { } name
            && (RetryWords.ClientRegistrations.Contains(name) || name == ClientRegistration.Defaults || RetryingMethods.Contains(name))).ToList();
        Contexts = files.SelectMany(file => file.Contexts).ToList();

        // The service defaults of an Aspire solution are a project of their own, and give every client the standard handler.
        AllClientsRetry = Clients.Any(client => client.IsDefaults && client.Retries(this)) || _setups.Contains("AddServiceDefaults");
    }

    public HashSet<string> RetryingMethods { get; }

    public HashSet<string> RetriedResults { get; }

    public HashSet<string> Connections { get; }

    public IReadOnlyList<ClientRegistration> Clients { get; }

    public IReadOnlyList<ContextRegistration> Contexts { get; }

    /// <summary>Whether the defaults of all HTTP clients try again.</summary>
    public bool AllClientsRetry { get; }

    public static RetrySetups Of(Compilation compilation, CancellationToken cancellation) =>
        Cache.TryGetValue(compilation, out var known)
            ? known
            : Cache.GetValue(compilation, compilation => new(compilation.SyntaxTrees.Select(tree => RetrySetup.Of(tree, cancellation)).ToList()));

    /// <summary>Whether a set-up is named anywhere in the project.</summary>
    public bool Has(string setup) => _setups.Contains(setup);

    public bool IsRetryingHandler(string type) => _handlers.Contains(type) || (type.EndsWith("Handler", StringComparison.Ordinal) && (RetryWords.Says(type) || type == "PolicyHttpMessageHandler"));

    private static HashSet<string> Union(IEnumerable<RetrySetup> files, Func<RetrySetup, IEnumerable<string>> part) => new(files.SelectMany(part), StringComparer.Ordinal);
}
