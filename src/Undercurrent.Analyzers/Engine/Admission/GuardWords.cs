using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The names by which attributes, filters and calls ask for an authorised caller, and the words by which code turns one away.</summary>
internal static class GuardWords
{
    public const string AllowAnonymous = "AllowAnonymous";

    /// <summary>Calls on an endpoint or a group that keep whatever they are given.</summary>
    private static readonly HashSet<string> Keeping = new(StringComparer.Ordinal) { "Add", "WithMetadata", "AddEndpointFilter", "AddEndpointFilterFactory", "Finally" };

    private static readonly HashSet<string> Refusals = new(StringComparer.Ordinal)
    {
        "Unauthorized", "Status401Unauthorized", "Status403Forbidden", "Forbid", "Forbidden", "Challenge", "ChallengeAsync", "ForbidAsync",
    };

    /// <summary>Whether a name speaks of authorisation: <c>Authorize</c>, <c>RequireAuthorization</c>, <c>HasPermission</c>, <c>ApiKeyFilter</c>.</summary>
    public static bool Say(string name)
    {
        if (name.IndexOf("uth", StringComparison.OrdinalIgnoreCase) < 0 && name.IndexOf("ermission", StringComparison.Ordinal) < 0 && name.IndexOf("pi", StringComparison.Ordinal) < 0 && !name.StartsWith("Require", StringComparison.Ordinal))
            return false;

        var words = IdentifierWords.Of(name);
        return Array.Exists(words, word => word is "auth" or "authz" or "apikey" or "permission" or "permissions" || word.StartsWith("authori", StringComparison.Ordinal) || word.StartsWith("authenticat", StringComparison.Ordinal))
            || Follows(words, "api", "key")
            || (words.Length > 1 && words[0] is "require" or "requires" or "required" && Array.Exists(words, word => word is "role" or "roles" or "scope" or "scopes" or "claim" or "claims"));
    }

    /// <summary>Whether a call on an endpoint or a group of them asks for an authorised caller.</summary>
    public static bool Guards(InvocationExpressionSyntax call) =>
        CallChain.NameOf(call) is { } name && !name.StartsWith("Map", StringComparison.Ordinal) && name != AllowAnonymous
        && (Say(name) || (Keeping.Contains(name) && (Mentioned(call) || Refuses(call))));

    /// <summary>Whether any name in a node speaks of authorisation.</summary>
    public static bool Mentioned(SyntaxNode node) => CallChain.WordsIn(node).Any(Say);

    /// <summary>Whether code answers a caller that it may not; what it makes of an exception is not meant.</summary>
    public static bool Refuses(SyntaxNode code) => code.DescendantTokens().Any(token =>
        (token.IsKind(SyntaxKind.IdentifierToken) ? Refusals.Contains(token.ValueText) : token.IsKind(SyntaxKind.NumericLiteralToken) && token.Value is 401 or 403)
        && !token.Parent!.AncestorsAndSelf().TakeWhile(node => node != code).Any(node => node is CatchClauseSyntax or SwitchExpressionArmSyntax or AttributeListSyntax));

    private static bool Follows(string[] words, string first, string second)
    {
        var at = Array.IndexOf(words, first);
        return at >= 0 && at + 1 < words.Length && words[at + 1] == second;
    }
}
