using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.SecretTexts;

/// <summary>Whether a value is a secret, given how sure the place is that takes it.</summary>
internal static class SecretValue
{
    private const int Shortest = 4;
    private const int ShortestSecret = 8;
    private const double Random = 3.5;
    private const double Wordlike = 2.8;

    /// <summary>Passwords that products ship with: a finding where a password is taken, too common a word elsewhere.</summary>
    private static readonly HashSet<string> Defaults = new(StringComparer.OrdinalIgnoreCase)
    {
        "changeme", "change_me", "change-me", "changeit", "password", "passw0rd", "admin", "administrator", "guest", "root", "postgres", "secret", "default", "welcome", "test",
        "user", "mysql", "system", "manager", "oracle", "elastic", "rabbitmq", "redis", "required", "optional", "basic", "bearer", "anonymous",
    };

    /// <summary>In a place that takes nothing but secrets every value counts that does not stand for one.</summary>
    public static bool IsSecret(string value)
    {
        var text = value.Trim();
        return text.Length > 0 && !Placeholder.Is(text) && !TextShape.IsCredentialKey(text) && !TextShape.IsHeaderName(text);
    }

    /// <summary>Under a name alone, the value must look the part.</summary>
    public static bool LooksSecret(string value, CredentialKind kind, string name)
    {
        var text = WithoutScheme(value.Trim());
        if (text.Length < Shortest || Defaults.Contains(text) || Placeholder.Is(text) || (Placeholder.Encoded(text) is { } meant && Defaults.Contains(meant)))
            return false;

        if (text.StartsWith("-----BEGIN ", StringComparison.Ordinal))
            return text.IndexOf("PRIVATE KEY", StringComparison.Ordinal) > 0;

        if (Says(text, name, kind) || IsOtherwise(text, kind, name))
            return false;

        var (digit, letter, mark, mixed) = Classes(text);
        if (!letter || TextShape.IsSequence(text))
            return false;

        return kind switch
        {
            CredentialKind.Password => digit || mark || mixed || text.Length >= 6 && !IsCapitalised(text),
            CredentialKind.Secret => text.Length >= ShortestSecret && (digit || (TextShape.Entropy(text) >= Wordlike && (mark || mixed || !IsCapitalised(text)))),
            _ => text.Length >= ShortestSecret && (digit ? TextShape.Entropy(text) >= Wordlike : mixed && text.Length >= 16 && TextShape.Entropy(text) >= Random),
        };
    }

    /// <summary>The credentials of a header without their scheme.</summary>
    public static string WithoutScheme(string text)
    {
        var space = text.IndexOf(' ');
        return space > 0 && IsScheme(text.Substring(0, space))
            ? text.Substring(space + 1).Trim()
            : text;
    }

    /// <summary>The first word of a header's credentials, which is no secret by itself.</summary>
    public static bool IsScheme(string word) => word.Length < 10 && word.ToLowerInvariant() is "bearer" or "basic" or "token" or "apikey" or "key" or "negotiate" or "digest";

    /// <summary>A value that repeats the name, or is made of credential words, is a name itself.</summary>
    private static bool Says(string text, string name, CredentialKind kind)
    {
        if (string.Equals(text, name, StringComparison.OrdinalIgnoreCase))
            return true;

        if (text.Length > 60)
            return false;

        var words = IdentifierWords.Of(text);
        if (!Array.Exists(words, CredentialName.IsWord) && CredentialName.KindOf(text) == CredentialKind.None)
            return false;

        // People who choose Password1! or secret-key-42 mean it; oauth2_token is a name.
        var last = text[text.Length - 1];
        var meant = (char.IsDigit(last) && !(words.Length > 1 && words[words.Length - 2] == "v")) || last is '!' or '$' or '@' or '#' or '%' or '&' or '?' && kind == CredentialKind.Password;
        return !meant;
    }

    private static bool IsOtherwise(string text, CredentialKind kind, string name) =>
        TextShape.IsVariableName(text) || TextShape.IsKey(text, ":/.") || TextShape.IsHeaderName(text) || TextShape.IsPath(text)
        || TextShape.IsAddress(text) || TextShape.IsMarkup(text) || (kind == CredentialKind.Token && text.IndexOf('-') == 8 && Guid.TryParse(text, out _))
        || (TextShape.IsSentence(text) && !IsPassphrase(text, name, kind));

    private static bool IsPassphrase(string text, string name, CredentialKind kind) =>
        kind == CredentialKind.Password && text.IndexOf('\n') < 0
        && (Array.Exists(IdentifierWords.Of(name), word => word == "passphrase") || (text.Any(char.IsDigit) && text.Count(character => character == ' ') < 3));

    private static bool IsCapitalised(string text) => char.IsUpper(text[0]) && text.Skip(1).All(char.IsLower);

    private static (bool Digit, bool Letter, bool Mark, bool Mixed) Classes(string text)
    {
        var (digit, upper, lower, mark) = (false, false, false, false);
        for (var at = 0; at < text.Length; at++)
        {
            digit |= char.IsDigit(text[at]);
            upper |= at > 0 && char.IsUpper(text[at]);
            lower |= char.IsLetter(text[at]) && !char.IsUpper(text[at]);
            mark |= !char.IsLetterOrDigit(text[at]);
        }

        return (digit, upper || lower || (text.Length > 0 && char.IsLetter(text[0])), mark, upper && lower);
    }
}
