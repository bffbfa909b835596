using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Undercurrent.Analyzers.Engine;

/// <summary>One place that configures a database context, and the words it does so with.</summary>
/// <param name="Types">The contexts it is for, by their simple names; none when it does not say.</param>
/// <param name="Words">Every name in the configuration.</param>
/// <param name="Provider">The call that chooses the provider, where it is written here.</param>
internal sealed record ContextRegistration(IReadOnlyList<string> Types, HashSet<string> Words, InvocationExpressionSyntax? Provider)
{
    /// <summary>Reads a registration, or a provider chosen outside of one, as in <c>OnConfiguring</c>; null where there is nothing to say.</summary>
    public static ContextRegistration? Read(InvocationExpressionSyntax call, string name)
    {
        if (RetryWords.ContextRegistrations.Contains(name))
        {
            var provider = call.ArgumentList.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(inner => CallChain.NameOf(inner) is { } used && RetryWords.Providers.Contains(used));
            return new(CallChain.TypeArgumentsOf(call).ToList(), WordsOf(call), provider);
        }

        if (!RetryWords.Providers.Contains(name) && !RetryWords.CalmProviders.Contains(name) && !RetryWords.Strategies.Contains(name))
            return null;

        if (call.Ancestors().OfType<InvocationExpressionSyntax>().Any(outer => CallChain.NameOf(outer) is { } around && RetryWords.ContextRegistrations.Contains(around)) || IsForDesignTime(call))
            return null;

        return RetryWords.Strategies.Contains(name) && !name.StartsWith("Use", StringComparison.Ordinal) ? null : new(TypesOf(call), WordsOf(call), RetryWords.Providers.Contains(name) ? call : null);
    }

    /// <summary>Whether the context tries again or never leaves the machine.</summary>
    public bool IsCalm(RetrySetups setups) =>
        Retries(setups)
        || (Words.Overlaps(RetryWords.CalmProviders) && !Words.Overlaps(RetryWords.Providers));

    /// <summary>Whether the context tries again.</summary>
    public bool Retries(RetrySetups setups) => Words.Any(word => RetryWords.Strategies.Contains(word) || setups.RetryingMethods.Contains(word));

    private static HashSet<string> WordsOf(InvocationExpressionSyntax call)
    {
        var words = new HashSet<string>(CallChain.WordsIn(call.ArgumentList), StringComparer.Ordinal) { CallChain.NameOf(call)! };
        foreach (var next in CallChain.After(call))
            words.UnionWith(CallChain.WordsIn(next.ArgumentList).Concat([CallChain.NameOf(next) ?? ""]));

        return words;
    }

    private static string[] TypesOf(InvocationExpressionSyntax call)
    {
        var type = call.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (type is not null && call.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText == "OnConfiguring")
            return [type.Identifier.ValueText];

        var builder = call.FirstAncestorOrSelf<StatementSyntax>()?.DescendantNodes().OfType<GenericNameSyntax>().FirstOrDefault(name => name.Identifier.ValueText == "DbContextOptionsBuilder");
        return builder is null ? [] : builder.TypeArgumentList.Arguments.Select(CallChain.LastName).ToArray();
    }

    /// <summary>The tools that make migrations configure a context of their own.</summary>
    private static bool IsForDesignTime(SyntaxNode call) =>
        call.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.BaseList?.Types.Any(one => CallChain.LastName(one.Type) == "IDesignTimeDbContextFactory") == true;
}
