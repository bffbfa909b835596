using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.SecretTexts;

/// <summary>Tells a text that stands for a secret from a secret: templates, references, masks and the words people leave for others to fill in.</summary>
internal static class Placeholder
{
    private const int LongestPhrase = 60;

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "your", "example", "sample", "dummy", "fake", "mock", "todo", "tbd", "fixme", "replace", "replaceme", "insert", "enter", "redacted",
        "removed", "masked", "hidden", "placeholder", "undefined", "lorem", "goes", "here",
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
        return value.Length == 0 || Whole.Contains(value) || IsMask(value) || IsTemplate(value) || IsReference(value) || IsPhrase(value) || IsDocumented(value) || IsPattern(value);
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
        if (Array.Exists(words, Words.Contains))
            return true;

        var own = words.Length > 1 && words[0] is "my" or "some" or "the";
        return own && Array.TrueForAll(words, word => word is "my" or "some" or "the" or "key" or "api" or "access" or "super" or "db" || CredentialName.IsWord(word));
    }

    /// <summary>The regular expression that finds or redacts a secret.</summary>
    private static bool IsPattern(string value) =>
        value.IndexOf("[^", StringComparison.Ordinal) >= 0 || value.IndexOf(".*", StringComparison.Ordinal) >= 0 || value.IndexOf(".+", StringComparison.Ordinal) >= 0 || value.IndexOf("(?", StringComparison.Ordinal) >= 0;

    private static bool IsDocumented(string value) =>
        value.EndsWith("EXAMPLE", StringComparison.Ordinal) || value.EndsWith("EXAMPLEKEY", StringComparison.Ordinal) || WellKnownKeys.Has(value);

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
