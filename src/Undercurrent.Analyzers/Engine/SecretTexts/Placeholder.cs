using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.SecretTexts;

/// <summary>Tells a text that stands for a secret from a secret: templates, references, masks and the words people leave for others to fill in.</summary>
internal static class Placeholder
{
    private const int LongestPhrase = 60;
    private const int MostTurns = 2;

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "your", "example", "sample", "dummy", "fake", "mock", "todo", "tbd", "fixme", "replace", "replaceme", "insert", "enter", "redacted",
        "removed", "masked", "hidden", "placeholder", "undefined", "lorem",
    };

    /// <summary>What people want put "here"; as they are read, so that <c>goes</c> has lost its ending.</summary>
    private static readonly HashSet<string> Company = new(StringComparer.Ordinal)
    {
        "put", "add", "paste", "type", "write", "set", "goe", "key", "value", "string", "connection", "code", "name", "id", "account", "api", "host", "server",
    };

    private static readonly HashSet<string> Whole = new(StringComparer.OrdinalIgnoreCase)
    {
        "none", "null", "undefined", "n/a", "na", "nil", "foo", "bar", "baz", "foobar", "abc", "abc123", "string", "empty", "unknown", "unset", "xxx", "...", "value", "xyz",
    };

    private static readonly string[] References =
    [
        "@microsoft.keyvault(", "secretref:", "vault:", "keyvault:", "kv:", "env:", "op://", "ssm:", "ref+", "arn:aws:", "projects/", "!ref", "aws:", "sm://", "awssm:", "file:",
    ];

    public static bool Is(string text)
    {
        var value = text.Trim();
        return value.Length == 0 || Whole.Contains(value) || IsMask(value) || IsTemplate(value) || IsReference(value) || IsPhrase(value) || IsDocumented(value) || IsPattern(value) || (Encoded(value) is { } meant && Is(meant));
    }

    /// <summary>Whether a text holds a hole to be filled in, wherever it stands: <c>${X}</c>, <c>$(X)</c>, <c>{{x}}</c>, <c>#{x}#</c>, <c>&lt;%</c>.</summary>
    public static bool HasTemplate(string value) =>
        value.IndexOf(ValueText.Hole) >= 0 || value.IndexOf("${", StringComparison.Ordinal) >= 0 || value.IndexOf("$(", StringComparison.Ordinal) >= 0
        || value.IndexOf("{{", StringComparison.Ordinal) >= 0 || value.IndexOf("#{", StringComparison.Ordinal) >= 0 || value.IndexOf("<%", StringComparison.Ordinal) >= 0;

    private static bool IsTemplate(string value)
    {
        var (first, last, inner) = (value[0], value[value.Length - 1], value.Length > 2 ? value.Substring(1, value.Length - 2) : "");
        return HasTemplate(value)
            || (first == '{' && last == '}') || (first == '<' && last == '>') || (first == '[' && last == ']')
            || (first == '%' && last == '%' && IsName(inner)) || (first == '@' && last == '@' && IsName(inner)) || (first == '#' && last == '#' && IsName(inner))
            || (value.StartsWith("__", StringComparison.Ordinal) && value.EndsWith("__", StringComparison.Ordinal))
            || (first is '$' or '@' or ':' && value.Length > 1 && IsName(value.Substring(1)) && !value.Any(char.IsDigit))
            || (value.StartsWith("$$", StringComparison.Ordinal) && IsName(value.Substring(2)) && !value.Any(char.IsDigit))
            || (value.IndexOf('{') is >= 0 and var open && value.IndexOf('}', open) is > 0 and var close && IsName(value.Substring(open + 1, close - open - 1)));
    }

    private static bool IsMask(string value)
    {
        var first = value[0];
        var same = true;
        var marks = true;
        foreach (var character in value)
        {
            same &= character == first;
            marks &= character is '*' or '•' or 'x' or 'X' or '.' or '-' or '_' or '#' or '?' or '…' or '0';
        }

        return (same && value.Length > 1) || marks || value.EndsWith("...", StringComparison.Ordinal) || value.IndexOf("***", StringComparison.Ordinal) >= 0 || value.IndexOf("xxxx", StringComparison.OrdinalIgnoreCase) >= 0;
    }

    private static bool IsReference(string value) =>
        Array.Exists(References, prefix => value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>Words left for the reader to replace. A long text is no phrase: chance finds short words in random letters.</summary>
    private static bool IsPhrase(string value)
    {
        if (value.Length > LongestPhrase)
            return false;

        var words = IdentifierWords.Of(value);
        if (Array.Exists(words, IsLeft) && Stretches(value).Any(IsLeftAlone))
            return true;

        var own = words.Length > 1 && words[0] is "my" or "some" or "the";
        return own && Array.TrueForAll(words, word => word is "my" or "some" or "the" or "key" or "api" or "access" or "super" or "db" || CredentialName.IsWord(word));
    }

    private static bool IsLeft(string word) => word == "here" || Words.Contains(word) || IsYours(word);

    /// <summary>A stretch without marks that holds such a word, and not by the chance of random letters and digits.</summary>
    private static bool IsLeftAlone(string stretch)
    {
        var turns = 0;
        for (var at = 1; at < stretch.Length; at++)
            turns += char.IsDigit(stretch[at]) != char.IsDigit(stretch[at - 1]) ? 1 : 0;

        if (stretch.Length == 0 || turns > MostTurns)
            return false;

        // Passwords end in "here" too, as in sentences about the summer.
        var words = IdentifierWords.Of(stretch);
        return Array.Exists(words, word => word != "here" && IsLeft(word))
            || (words[words.Length - 1] == "here" && (words.Length == 1 || Array.Exists(words, word => Company.Contains(word) || CredentialName.IsWord(word))));
    }

    private static IEnumerable<string> Stretches(string value)
    {
        var start = 0;
        for (var at = 0; at <= value.Length; at++)
        {
            if (at < value.Length && char.IsLetterOrDigit(value[at]))
                continue;

            yield return value.Substring(start, at - start);
            start = at + 1;
        }
    }

    /// <summary>The same in one word: <c>yourpassword</c>, <c>yourkeyhere</c>.</summary>
    private static bool IsYours(string word)
    {
        var end = word.EndsWith("here", StringComparison.Ordinal) ? word.Length - 4 : word.Length;
        return end > 4 && word.StartsWith("your", StringComparison.Ordinal) && word.Substring(4, end - 4) is var named && (named == "key" || CredentialName.IsWord(named));
    }

    /// <summary>The regular expression that finds or redacts a secret.</summary>
    private static bool IsPattern(string value) =>
        value.IndexOf("[^", StringComparison.Ordinal) >= 0 || value.IndexOf(".*", StringComparison.Ordinal) >= 0 || value.IndexOf(".+", StringComparison.Ordinal) >= 0 || value.IndexOf("(?", StringComparison.Ordinal) >= 0;

    /// <summary>The plain text that a value writes in base64; null when it writes none. Chance makes no plain text of random letters.</summary>
    public static string? Encoded(string value)
    {
        if (value.Length is < 8 or > LongestPhrase || value.Length % 4 != 0 || !value.All(letter => letter is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '+' or '/' or '='))
            return null;

        return TokenChecks.Decoded(value) is { } text && text.All(letter => letter is >= ' ' and < '\u007F') ? text : null;
    }

    private static bool IsDocumented(string value) =>
        value.EndsWith("EXAMPLE", StringComparison.Ordinal) || value.EndsWith("EXAMPLEKEY", StringComparison.Ordinal) || WellKnownKeys.Has(value) || TokenChecks.IsSampleClaim(value);

    private static bool IsName(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('_' or '.' or '-' or ':' or ' '))
                return false;
        }

        return text.Length is > 0 and < 80;
    }
}
