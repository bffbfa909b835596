using System.Collections.Concurrent;
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

    private static readonly HashSet<string> CredentialWords = new(StringComparer.Ordinal)
    {
        "password", "passwd", "pwd", "passphrase", "passcode", "secret", "apikey", "credential", "token", "bearer", "authorization",
        "contrasena", "clave", "senha", "passwort", "kennwort", "mdp", "haslo", "wachtwoord", "parol", "auth", "key", "pat", "sas", "connection",
    };

    private static readonly string[] ConnectionMarks = ["password", "pwd=", "psw=", "accountkey", "sharedaccess", "secret", "token=", "private_key", "passcode", "accesskey", "passphrase"];

    private static readonly HashSet<string> Log = Members(ApiTrait.Log | ApiTrait.Scope);
    private static readonly HashSet<string> Ingest = Members(ApiTrait.Ingest | ApiTrait.Connect);
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

    /// <summary>Looks only for the marks of a connection string: one pass per mark, no allocation.</summary>
    public static Subjects OfText(string text)
    {
        if (text.IndexOf("://", StringComparison.Ordinal) >= 0 && text.IndexOf('@') >= 0)
            return Subjects.ConnectionTexts;

        foreach (var mark in ConnectionMarks)
        {
            if (text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0)
                return Subjects.ConnectionTexts;
        }

        return Subjects.None;
    }

    private static Subjects Classify(string identifier)
    {
        var subjects = Subjects.None;
        var words = IdentifierWords.Of(identifier);
        if (Sinks.Contains(identifier) || (Array.Exists(words, CredentialWords.Contains) && identifier is not ("CancellationToken" or "cancellationToken")))
            subjects |= Subjects.Credentials;

        if (PersonalDataTerms.Known.MayBeIn(words) || identifier.IndexOf("PersonalData", StringComparison.OrdinalIgnoreCase) >= 0 || identifier.IndexOf("Classification", StringComparison.Ordinal) >= 0)
            subjects |= Subjects.PersonalData;

        if (Log.Contains(identifier) || identifier is "LoggerMessage" or "LoggerMessageAttribute")
            subjects |= Subjects.Logs;

        if (Ingest.Contains(identifier))
            subjects |= Subjects.Ingestion;

        if (FrameworkClients.Contains(identifier))
            subjects |= Subjects.FrameworkClients;

        return subjects;
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
