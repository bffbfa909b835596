using System.Collections.Concurrent;
using Undercurrent.Analyzers.Engine.SecretTexts;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Which subjects a single word raises. It decides only whether a rule looks at a project at all, so it errs towards yes; the
/// rules themselves decide by symbols.
/// </summary>
internal static class WordSubjects
{
    private const int Remembered = 50_000;

    private static readonly HashSet<string> FrameworkClients = new(StringComparer.Ordinal)
    {
        "HttpClient", "IHttpClientFactory", "HttpMessageInvoker", "WebClient", "WebRequest", "HttpWebRequest", "FtpWebRequest",
        "DbConnection", "DbCommand", "IDbConnection", "IDbCommand", "DbDataSource", "DbProviderFactory", "SmtpClient", "NetworkCredential",
    };

    private static readonly string[] ConnectionMarks = ["password", "pwd=", "psw=", "accountkey", "sharedaccess", "secret", "token=", "private_key", "passcode", "accesskey", "passphrase", "secretkey", "sharedsecret", "apikey", "authkey", "loginmodule"];

    /// <summary>What the keys of settings say, beyond the names in code.</summary>
    private static readonly string[] CredentialMarks = ["password", "passwd", "pwd", "secret", "token", "apikey", "api-key", "api_key", "api key", "accesskey", "access_key", "authorization", "passphrase", "credential", "subscription-key", "privatekey", "accountkey"];

    private static readonly HashSet<string> Log = Members(ApiTrait.Log | ApiTrait.Scope);
    private static readonly HashSet<string> Ingest = Members(ApiTrait.Ingest | ApiTrait.Connect);
    private static readonly HashSet<string> Access = Members(ApiTrait.Serve | ApiTrait.Store | ApiTrait.Update | ApiTrait.Erase);
    private static readonly HashSet<string> Sinks = SinkNames();
    private static readonly ConcurrentDictionary<string, Subjects> Cache = new(StringComparer.Ordinal);

    public static Subjects Of(string identifier)
    {
        if (Cache.TryGetValue(identifier, out var known))
            return known;

        if (Cache.Count > Remembered)
            Cache.Clear();

        return Cache.GetOrAdd(identifier, Classify);
    }

    /// <summary>Looks only for the marks of a connection string or a credential's key: one pass per mark, no allocation.</summary>
    public static Subjects OfText(string text)
    {
        var subjects = text.Length < 120 && Has(text, CredentialMarks) ? Subjects.Credentials : Subjects.None;
        return text.IndexOf("://", StringComparison.Ordinal) >= 0 || Has(text, ConnectionMarks) ? subjects | Subjects.ConnectionTexts : subjects;
    }

    private static Subjects Classify(string identifier)
    {
        var subjects = Subjects.None;
        var words = IdentifierWords.Of(identifier);
        if (Sinks.Contains(identifier) || identifier is "GetBytes" or "FromBase64String" or "FromHexString" || CredentialName.KindOf(CredentialName.WithoutVerb(identifier)) != CredentialKind.None)
            subjects |= Subjects.Credentials;

        if (PersonalDataTerms.Known.MayBeIn(words) || identifier.IndexOf("PersonalData", StringComparison.OrdinalIgnoreCase) >= 0 || identifier.IndexOf("Classification", StringComparison.Ordinal) >= 0)
            subjects |= Subjects.PersonalData;

        if (Log.Contains(identifier) || identifier is "LoggerMessage" or "LoggerMessageAttribute")
            subjects |= Subjects.Logs;

        if (Ingest.Contains(identifier))
            subjects |= Subjects.Ingestion;

        if (Access.Contains(identifier))
            subjects |= Subjects.Access;

        if (FrameworkClients.Contains(identifier))
            subjects |= Subjects.FrameworkClients;

        return subjects;
    }

    private static bool Has(string text, string[] marks)
    {
        foreach (var mark in marks)
        {
            if (text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }

    private static HashSet<string> Members(ApiTrait traits) =>
        new(ApiCatalogue.DataApis.Entries.Where(entry => (entry.Traits & traits) != 0).Select(Name), StringComparer.Ordinal);

    private static HashSet<string> SinkNames() =>
        new(ApiCatalogue.CredentialSinks.Entries.Where(entry => entry.Type != ApiEntry.Setting && entry.Type != ApiEntry.Any).Select(Name), StringComparer.Ordinal);

    /// <summary>The word by which source mentions an API: the member, or for a constructor or a whole type the type.</summary>
    private static string Name(ApiEntry entry)
    {
        if (entry.Member is not (".ctor" or ApiEntry.Any))
            return entry.Member;

        var type = entry.Type.Substring(entry.Type.LastIndexOfAny(['.', '+']) + 1);
        var arity = type.IndexOf('`');
        type = arity < 0 ? type : type.Substring(0, arity);
        return type.EndsWith("Attribute", StringComparison.Ordinal) ? type.Substring(0, type.Length - "Attribute".Length) : type;
    }
}
