using System.Collections.Immutable;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.SecretTexts;

/// <summary>
/// Whether a name alone, with no value to look at, promises a credential: stricter than <see cref="CredentialName"/> about the
/// word token, which parsers and queues use as well, and aware of connection strings.
/// </summary>
internal static class SecretName
{
    private static readonly HashSet<string> Issued = new(StringComparer.Ordinal)
    {
        "access", "refresh", "auth", "authentication", "authorization", "bearer", "id", "jwt", "api", "session", "security", "personal", "private", "oauth",
        "identity", "login", "github", "gitlab", "slack", "bot", "sas", "saml", "deploy", "admin", "user", "client", "service", "account", "web",
    };

    private static readonly HashSet<string> Company = new(StringComparer.Ordinal)
    {
        "auth", "authentication", "authenticate", "authorization", "authorize", "oauth", "login", "signin", "jwt", "session", "identity", "account", "credential", "bearer", "refresh",
    };

    /// <summary>Whether what goes by this name is a credential.</summary>
    /// <param name="name">The name.</param>
    /// <param name="around">The names of the method and type it is used in, asked about a bare token only.</param>
    /// <param name="words">The user's own words for credentials.</param>
    /// <param name="exclusions">The user's words for what is none.</param>
    public static bool Promises(string name, Func<IEnumerable<string>> around, ImmutableArray<string> words, ImmutableArray<string> exclusions) => CredentialName.KindOf(name, words, exclusions) switch
    {
        CredentialKind.None => IsConnection(name) && !Has(name, exclusions),
        CredentialKind.Token => IsIssued(name) || around().Any(one => Array.Exists(IdentifierWords.Of(one), Company.Contains)),
        _ => true,
    };

    /// <summary>A name that speaks of a credential and means something beside it: <c>SecretName</c>, <c>passwordHash</c>.</summary>
    public static bool MeansOther(string name)
    {
        var words = IdentifierWords.Of(name);
        return words.Length > 0 && (words[words.Length - 1] is "id" or "name" or "count" or "length" or "hash" or "type" or "path" or "version" or "status"
            || (Array.Exists(words, CredentialName.IsWord) && CredentialName.KindOf(name) == CredentialKind.None));
    }

    private static bool IsConnection(string name)
    {
        var words = name.Length > 60 ? Array.Empty<string>() : IdentifierWords.Of(name);
        var last = words.Length - 1;
        return last >= 0 && (words[last] is "connectionstring" or "connstr" or "connstring" || (last > 0 && words[last] is "string" or "str" && words[last - 1] is "connection" or "conn"));
    }

    private static bool IsIssued(string name)
    {
        var words = IdentifierWords.Of(name);
        return words.Any(word => word is "accesstoken" or "authtoken" or "apitoken" or "jwt") || (words.Length > 1 && Array.Exists(words, Issued.Contains));
    }

    private static bool Has(string name, ImmutableArray<string> exclusions) =>
        !exclusions.IsDefaultOrEmpty && Array.Exists(IdentifierWords.Of(name), word => exclusions.Contains(word, StringComparer.OrdinalIgnoreCase));
}
