using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What one file sets up for retries, by syntax alone. Gathered once per tree, and only when a read is found at all.</summary>
internal sealed class RetrySetup
{
    private static readonly ConditionalWeakTable<SyntaxTree, RetrySetup> Cache = new();

    private readonly List<ClientRegistration> _clients = new();
    private readonly List<ContextRegistration> _contexts = new();
    private readonly HashSet<string> _setups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _methods = new(StringComparer.Ordinal);
    private readonly HashSet<string> _handlers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _retriedResults = new(StringComparer.Ordinal);
    private readonly HashSet<string> _connections = new(StringComparer.Ordinal);

    private RetrySetup(SyntaxTree tree, CancellationToken cancellation)
    {
        if ((TreeFacts.Of(tree).Meaning.Always & Subjects.Setups) == 0)
            return;

        foreach (var node in tree.GetRoot(cancellation).DescendantNodes())
        {
            switch (node)
            {
                case InvocationExpressionSyntax call when CallChain.NameOf(call) is { } name:
                    ReadCall(call, name);
                    break;
                case SimpleNameSyntax name when RetryWords.Setups.Contains(name.Identifier.ValueText):
                    _setups.Add(name.Identifier.ValueText);
                    break;
                case ClassDeclarationSyntax { BaseList: { } bases } type when bases.Types.Any(one => CallChain.LastName(one.Type).EndsWith("Handler", StringComparison.Ordinal)) && IsRetrying(type):
                    _handlers.Add(type.Identifier.ValueText);
                    break;
                case ObjectCreationExpressionSyntax made when CallChain.LastName(made.Type) is var type && type.EndsWith("Connection", StringComparison.Ordinal):
                    _connections.Add(type);
                    break;
            }
        }
    }

    public IReadOnlyList<ClientRegistration> Clients => _clients;

    public IReadOnlyList<ContextRegistration> Contexts => _contexts;

    /// <summary>Words of set-ups that hold wherever they stand, such as <c>UseMessageRetry</c>.</summary>
    public IReadOnlyCollection<string> Setups => _setups;

    /// <summary>Methods that add a handler or a strategy to what they are given.</summary>
    public IReadOnlyCollection<string> RetryingMethods => _methods;

    /// <summary>Message handlers that try again.</summary>
    public IReadOnlyCollection<string> RetryingHandlers => _handlers;

    /// <summary>Methods to whose result a handler is added where they are called.</summary>
    public IReadOnlyCollection<string> RetriedResults => _retriedResults;

    /// <summary>The types of connection that are made.</summary>
    public IReadOnlyCollection<string> Connections => _connections;

    public static RetrySetup Of(SyntaxTree tree, CancellationToken cancellation) =>
        Cache.TryGetValue(tree, out var known) ? known : Cache.GetValue(tree, tree => new(tree, cancellation));

    /// <summary>Whether a word is any of those that are read here; a file without one sets nothing up.</summary>
    public static bool MayRead(string word) =>
        (word.Length > 3 && word.StartsWith("Add", StringComparison.Ordinal)) || word.EndsWith("Handler", StringComparison.Ordinal) || word.EndsWith("Connection", StringComparison.Ordinal)
        || word == ClientRegistration.Defaults || RetryWords.Providers.Contains(word) || RetryWords.CalmProviders.Contains(word) || RetryWords.Strategies.Contains(word) || RetryWords.Setups.Contains(word);

    private void ReadCall(InvocationExpressionSyntax call, string name)
    {
        if (RetryWords.ClientRegistrations.Contains(name) || name == ClientRegistration.Defaults || (name.StartsWith("Add", StringComparison.Ordinal) && CallChain.TypeArgumentsOf(call).Any()))
            _clients.Add(ClientRegistration.Read(call));

        if (ContextRegistration.Read(call, name) is { } context)
            _contexts.Add(context);

        var handles = RetryWords.Handlers.Contains(name) && ClientRegistration.TriesAgain(call);
        if (handles)
            _retriedResults.UnionWith(CallChain.Before(call).Select(CallChain.NameOf).OfType<string>().Where(earlier => !RetryWords.ClientRegistrations.Contains(earlier)));

        // Only what a method does to what it is given is done wherever the method is called.
        if ((handles || RetryWords.Strategies.Contains(name)) && call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && method.Identifier.ValueText != "OnConfiguring" && GivenBy(call, method))
            _methods.Add(method.Identifier.ValueText);
    }

    private static bool GivenBy(InvocationExpressionSyntax call, MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.Any(parameter => CallChain.WordsIn(call).Contains(parameter.Identifier.ValueText) || call.Ancestors().TakeWhile(node => node != method).OfType<InvocationExpressionSyntax>()
            .Any(outer => outer.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax root } && root.Identifier.ValueText == parameter.Identifier.ValueText))
        && (method.ParameterList.Parameters.All(parameter => parameter.Type is null || CallChain.LastName(parameter.Type) is not "IServiceCollection") || method.TypeParameterList is not null);

    private static bool IsRetrying(ClassDeclarationSyntax type) =>
        RetryWords.Says(type.Identifier.ValueText)
        || type.DescendantNodes().Any(node => node is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax || (node is SimpleNameSyntax name && RetryWords.Says(name.Identifier.ValueText)));
}
