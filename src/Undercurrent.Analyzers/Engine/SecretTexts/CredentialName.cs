using System.Collections.Concurrent;
using System.Collections.Immutable;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.SecretTexts;

/// <summary>What a name promises its value to be. The more a word is used for other things, the more the value must show.</summary>
internal enum CredentialKind
{
    None,

    /// <summary>Chosen by a person, so hardly random.</summary>
    Password,

    /// <summary>A key or secret shared by two parties.</summary>
    Secret,

    /// <summary>A word that parsers, pages and cancellation use as well.</summary>
    Token,
}

/// <summary>The words by which people name credentials, and the neighbours that make such a name something else.</summary>
internal static class CredentialName
{
    private const int Remembered = 20_000;

    private static readonly ConcurrentDictionary<string, CredentialKind> Cache = new(StringComparer.Ordinal);

    // Counted here, because the dictionary locks all of itself to count.
    private static int _met;

    private static readonly HashSet<string> Passwords = Words(
        "password passwd pwd passphrase passcode userpassword dbpassword pgpassword sapassword contrasena contraseña senha passwort kennwort motdepasse mdp haslo hasło wachtwoord parol пароль lösenord lozinka heslo");

    private static readonly HashSet<string> Secrets = Words(
        "secret apikey apisecret accesskey secretkey privatekey clientsecret authkey accountkey sharedkey credential clave masterkey signingkey encryptionkey");

    private static readonly HashSet<string> Tokens = Words("token bearer pat sas jwt accesstoken authtoken apitoken");

    /// <summary>What a key is for, when it is not for finding a row.</summary>
    private static readonly HashSet<string> KeysFor = Words(
        "api access secret private auth authentication account shared subscription encryption signing master storage security symmetric hmac aes jwt crypto admin app application cosmos openai");

    /// <summary>Standing anywhere in a name they say that it is about something else.</summary>
    private static readonly HashSet<string> Neighbours = Words(
        """
        prefix suffix length min max minimum maximum policy rule regex pattern format hint label placeholder caption tooltip validator hasher hash
        hashed salt expiry expire expiration lifetime ttl timeout count enabled required visible reset forgot forgotten changed set has is
        cancellation primaria foranea continuation resume delta csrf antiforgery xsrf lock sync syntax parse parser lexer next page culture public foreign partition sort row cache truncated partial
        """);

    /// <summary>Standing last, or anywhere after the credential word, they say what is really meant: a token's type, a password's field.</summary>
    private static readonly HashSet<string> Heads = Words(
        """
        name id identifier field column header param parameter title text message error exception path file filename directory folder uri url
        endpoint route scope type kind provider factory encoding version mode option store table schema separator delimiter description key vault
        manager handler algorithm issuer audience host address reference ref link template environment env variable change status state property
        claim section setting config configuration service client source index start end position offset size bucket scheme found missing invalid
        expired strength encoder question answer model language style short long weak wrong incorrect mismatch failed failure code exist revoked column cell box input dialog view page screen command part
        """);

    /// <summary>What a key is of when it finds, orders or marks something.</summary>
    private static readonly HashSet<string> KeysOfRows = Words(
        """
        public partition row sort cache primary foreign message routing lookup record magic start end begin first last min max lower upper
        range prefix seek index document entry registry
        """);

    private static readonly HashSet<string> Verbs = Words("get read fetch load set with use resolve obtain retrieve create build make find");

    /// <summary>What a name says of its value, by whole words; a user's words count as secrets, a user's exclusions as neighbours.</summary>
    public static CredentialKind KindOf(string name, ImmutableArray<string> more = default, ImmutableArray<string> exclusions = default)
    {
        if (name.Length is < 3 or > 120)
            return CredentialKind.None;

        if (!more.IsDefaultOrEmpty || !exclusions.IsDefaultOrEmpty)
            return Judge(name, more, exclusions);

        if (Cache.TryGetValue(name, out var known))
            return known;

        // A long-lived host meets ever new names; starting over is cheaper than keeping count of age.
        if (Interlocked.Increment(ref _met) % Remembered == 0)
            Cache.Clear();

        return Cache.GetOrAdd(name, static name => Judge(name, default, default));
    }

    private static CredentialKind Judge(string name, ImmutableArray<string> more, ImmutableArray<string> exclusions)
    {
        var words = IdentifierWords.Of(name);
        var kind = CredentialKind.None;

        // The path to a password, the name of a secret.
        if (words.Length > 2 && words[1] is "to" or "of" or "for" && Heads.Contains(words[0]))
            return CredentialKind.None;

        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at];
            var here = KindOf(words, at);
            if (here == CredentialKind.None && Has(more, word))
                here = CredentialKind.Secret;

            if (Has(exclusions, word) || (here == CredentialKind.None && IsNeighbour(words, at, kind)))
                return CredentialKind.None;

            if (here != CredentialKind.None && (kind == CredentialKind.None || here < kind))
                kind = here;
        }

        return kind;
    }

    /// <summary>Whether a single word is a credential word, whatever stands beside it.</summary>
    public static bool IsWord(string word) => Passwords.Contains(word) || Secrets.Contains(word) || Tokens.Contains(word);

    /// <summary>The word a method's name starts with when the rest names what it returns or takes.</summary>
    public static string WithoutVerb(string method)
    {
        var end = 1;
        while (end < method.Length && char.IsLower(method[end]))
            end++;

        return end < method.Length && Verbs.Contains(method.Substring(0, end).ToLowerInvariant()) ? method.Substring(end) : method;
    }

    /// <summary>Whether a name ends in the word key, of whatever kind: enough where its value is bytes.</summary>
    public static bool IsKey(string name)
    {
        var words = IdentifierWords.Of(name);
        var last = words.Length > 1 && words[words.Length - 1] == "byte" ? words.Length - 2 : words.Length - 1;
        return last >= 0 && words[last] is "key" && !Array.Exists(words, KeysOfRows.Contains);
    }

    private static CredentialKind KindOf(string[] words, int at)
    {
        var word = words[at];
        if (Passwords.Contains(word) || (word == "passe" && at > 1 && words[at - 1] == "de"))
            return CredentialKind.Password;

        if (Secrets.Contains(word) || (word == "key" && at > 0 && KeysFor.Contains(words[at - 1])))
            return CredentialKind.Secret;

        return Tokens.Contains(word) ? CredentialKind.Token : CredentialKind.None;
    }

    /// <summary>The word before a key says what the key is for; only what follows it changes the subject.</summary>
    private static bool IsNeighbour(string[] words, int at, CredentialKind before)
    {
        var word = words[at];
        return at + 1 < words.Length && words[at + 1] == "key" && KeysFor.Contains(word)
            ? false
            : Neighbours.Contains(word) || (before != CredentialKind.None && Heads.Contains(word));
    }

    private static bool Has(ImmutableArray<string> words, string word) =>
        !words.IsDefaultOrEmpty && words.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static HashSet<string> Words(string words) => new(words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
