using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>One place that registers an HTTP client, and what is called on it.</summary>
/// <param name="Call">The registering call.</param>
/// <param name="Types">The types it is registered for, by their simple names.</param>
/// <param name="Name">Its name; null when it has none.</param>
/// <param name="HasOpenName">Whether its name is not written where it is registered.</param>
/// <param name="Chain">The calls that follow.</param>
internal sealed record ClientRegistration(InvocationExpressionSyntax Call, IReadOnlyList<string> Types, string? Name, bool HasOpenName, IReadOnlyList<InvocationExpressionSyntax> Chain)
{
    public const string Defaults = "ConfigureHttpClientDefaults";

    /// <summary>Gives a client that is registered already to a type: what is called on the client before holds too.</summary>
    private const string Typed = "AddTypedClient";

    private static readonly HashSet<string> PatienceWithoutRetry = new(StringComparer.Ordinal) { "Timeout", "CircuitBreaker", "Bulkhead", "RateLimiter", "ConcurrencyLimiter", "Fallback", "NoOp" };

    public bool IsDefaults => CallChain.NameOf(Call) == Defaults;

    /// <summary>Whether the types are stand-ins for those a generic helper is called with.</summary>
    public bool IsOpen => Types.Any(type => Call.Ancestors().OfType<MethodDeclarationSyntax>().Any(method => method.TypeParameterList?.Parameters.Any(parameter => parameter.Identifier.ValueText == type) == true));

    public static ClientRegistration Read(InvocationExpressionSyntax call)
    {
        if (CallChain.NameOf(call) == Typed)
            return new(call, CallChain.TypeArgumentsOf(call).Concat(TypesMadeIn(call.ArgumentList)).ToList(), null, HasOpenName: false, CallChain.Around(call).ToList());

        var name = call.ArgumentList.Arguments.Select(argument => argument.Expression).FirstOrDefault(argument => argument is not AnonymousFunctionExpressionSyntax);
        var text = name switch
        {
            LiteralExpressionSyntax { Token.Value: string literal } => literal,
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } of => CallChain.WordsIn(of.ArgumentList).LastOrDefault(),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Name", Expression: TypeOfExpressionSyntax type } => CallChain.LastName(type.Type),
            _ => null,
        };

        return new(call, CallChain.TypeArgumentsOf(call).ToList(), text, HasOpenName: text is null && name is MemberAccessExpressionSyntax or IdentifierNameSyntax or InterpolatedStringExpressionSyntax or InvocationExpressionSyntax, CallChain.After(call).ToList());
    }

    /// <summary>Whether the client tries again, as far as its registration and the methods it calls say.</summary>
    public bool Retries(RetrySetups setups) =>
        IsDefaults
            ? Call.ArgumentList.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => Retries(call, setups)) || CallChain.WordsIn(Call.ArgumentList).Any(setups.RetryingMethods.Contains)
            : Chain.Any(call => Retries(call, setups)) || setups.RetryingMethods.Contains(CallChain.NameOf(Call)!) || EnclosingMethods.Any(setups.RetriedResults.Contains);

    /// <summary>The types that <c>client =&gt; RestService.For&lt;IApi&gt;(client)</c> or <c>client =&gt; new Api(client)</c> makes.</summary>
    private static IEnumerable<string> TypesMadeIn(ArgumentListSyntax factory) => factory.DescendantNodes().SelectMany(node => node switch
    {
        GenericNameSyntax name => name.TypeArgumentList.Arguments.Select(CallChain.LastName),
        ObjectCreationExpressionSyntax made => [CallChain.LastName(made.Type)],
        _ => [],
    });

    private IEnumerable<string> EnclosingMethods => Call.Ancestors().OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.ValueText).Take(1);

    private static bool Retries(InvocationExpressionSyntax call, RetrySetups setups)
    {
        if (CallChain.NameOf(call) is not { } name)
            return false;

        if (RetryWords.Handlers.Contains(name))
            return TriesAgain(call);

        return setups.RetryingMethods.Contains(name)
            || (name is "AddHttpMessageHandler" or "ConfigurePrimaryHttpMessageHandler" or "ConfigureAdditionalHttpMessageHandlers" or "ConfigureHttpMessageHandlerBuilder" && CallChain.WordsIn(call).Any(setups.IsRetryingHandler));
    }

    /// <summary>A handler that visibly does something else than trying again does not count.</summary>
    public static bool TriesAgain(InvocationExpressionSyntax handler)
    {
        var words = CallChain.WordsIn(handler.ArgumentList).ToList();
        return words.Exists(word => word.IndexOf("Retry", StringComparison.OrdinalIgnoreCase) >= 0 || word.IndexOf("Hedging", StringComparison.Ordinal) >= 0)
            || !words.Exists(word => PatienceWithoutRetry.Any(patience => word.IndexOf(patience, StringComparison.Ordinal) >= 0));
    }
}
