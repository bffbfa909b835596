using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.SecretTexts;

/// <summary>The shapes of texts that are no secrets: keys of settings, paths, addresses, sentences, markup.</summary>
internal static class TextShape
{
    /// <summary>The name of a variable of the environment: <c>DB_PASSWORD</c>.</summary>
    public static bool IsVariableName(string text)
    {
        var underscores = 0;
        foreach (var character in text)
        {
            if (character == '_')
                underscores++;
            else if (character is not (>= 'A' and <= 'Z' or >= '0' and <= '9'))
                return false;
        }

        return underscores > 0 && char.IsLetter(text[0]) && text.Split('_').Count(part => part.Any(char.IsLetter)) > 1;
    }

    /// <summary>The key of a setting, or a dotted, slashed or dashed name: words and separators, nothing else.</summary>
    public static bool IsKey(string text, string separators)
    {
        var (found, length) = (false, 0);
        foreach (var character in text)
        {
            if (separators.IndexOf(character) >= 0)
            {
                if (length == 0 && found)
                    return false;

                (found, length) = (true, 0);
            }
            else if (char.IsLetter(character) || character is '_' or '-')
            {
                length++;
            }
            else
            {
                return false;
            }
        }

        return found && length > 0;
    }

    /// <summary>The key of a setting that is named after what it holds, such as <c>Db:Password</c> or <c>kv/orders/secret</c>.</summary>
    public static bool IsCredentialKey(string text) =>
        text.Length < 120 && (IsVariableName(text) || (IsKey(text, ":/.") && Array.Exists(IdentifierWords.Of(text), word => CredentialName.IsWord(word) || word is "key" or "connection")));

    public static bool IsHeaderName(string text) => text.StartsWith("x-", StringComparison.OrdinalIgnoreCase) && IsKey(text.Substring(2) + ":a", ":");

    public static bool IsAddress(string text) => text.IndexOf("://", StringComparison.Ordinal) is > 0 and < 20;

    public static bool IsPath(string text) =>
        text[0] is '/' or '\\' or '~' && text.IndexOf('=') < 0 && text.IndexOf('+') < 0 && text.Count(char.IsDigit) < 4 && (text.IndexOf('/', 1) > 0 || !text.Any(char.IsDigit))
        || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("../", StringComparison.Ordinal)
        || (text.Length > 3 && text[1] == ':' && text[2] is '\\' or '/')
        || (text.LastIndexOf('.') is > 0 and var dot && text.Length - dot is 4 or 5 && IsExtension(text.Substring(dot + 1)));

    public static bool IsMarkup(string text) => text[0] is '<' or '{' or '[' && text[text.Length - 1] is '>' or '}' or ']';

    /// <summary>More words than one, as in what is shown to people.</summary>
    public static bool IsSentence(string text) => text.IndexOf(' ') > 0 || text.IndexOf('\n') >= 0;

    public static bool IsSequence(string text)
    {
        var steps = 0;
        for (var at = 1; at < text.Length; at++)
            steps += text[at] == text[at - 1] + 1 ? 1 : 0;

        return text.Length > 3 && steps >= (text.Length - 1) * 4 / 5;
    }

    /// <summary>Bits per character, of at most the first few hundred characters.</summary>
    public static double Entropy(string text)
    {
        var length = Math.Min(text.Length, 400);
        var counts = new Dictionary<char, int>();
        for (var at = 0; at < length; at++)
            counts[text[at]] = counts.TryGetValue(text[at], out var count) ? count + 1 : 1;

        return counts.Values.Sum(count => -(double)count / length * Math.Log((double)count / length, 2));
    }

    private static bool IsExtension(string text) =>
        text is "json" or "pem" or "pfx" or "crt" or "cer" or "key" or "txt" or "xml" or "yaml" or "yml" or "config" or "env" or "html" or "aspx" or "cshtml" or "proto" or "avro" or "csv" or "ps1" or "dll";
}
