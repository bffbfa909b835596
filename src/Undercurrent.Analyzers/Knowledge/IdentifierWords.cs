using System.Collections.Concurrent;

namespace Undercurrent.Analyzers.Knowledge;

/// <summary>The words of an identifier, lower case and singular: <c>_customerEMails</c> is <c>customer email</c>.</summary>
internal static class IdentifierWords
{
    private const int Remembered = 20_000;

    private static readonly ConcurrentDictionary<string, string[]> Cache = new(StringComparer.Ordinal);

    // Counted here, because the dictionary locks all of itself to count.
    private static int _met;

    private static readonly Dictionary<string, string> Joined = new(StringComparer.Ordinal)
    {
        ["e mail"] = "email",
        ["post code"] = "postcode",
        ["zip code"] = "zipcode",
        ["user name"] = "username",
        ["pass word"] = "password",
        ["pass phrase"] = "passphrase",
        ["i p"] = "ip",
    };

    public static string[] Of(string identifier)
    {
        if (Cache.TryGetValue(identifier, out var known))
            return known;

        // A long-lived host meets ever new identifiers; starting over is cheaper than keeping count of age.
        if (Interlocked.Increment(ref _met) % Remembered == 0)
            Cache.Clear();

        return Cache.GetOrAdd(identifier, Split);
    }

    private static string[] Split(string identifier)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 0; at <= identifier.Length; at++)
        {
            if (at < identifier.Length && !Breaks(identifier, at))
                continue;

            Add(words, identifier, start, at);
            start = at;
        }

        if (words.Count > 1 && identifier.Length > 2 && identifier[1] == '_' && words[0] is "m" or "s" or "p")
            words.RemoveAt(0);

        return words.ToArray();
    }

    private static bool Breaks(string text, int at)
    {
        if (at == 0)
            return false;

        var (before, here) = (text[at - 1], text[at]);
        return !char.IsLetterOrDigit(here) || !char.IsLetterOrDigit(before)
            || char.IsDigit(here) != char.IsDigit(before)
            || (char.IsUpper(here) && (!char.IsUpper(before) || (at + 1 < text.Length && char.IsLower(text[at + 1]) && !IsPluralOfAcronym(text, at))));
    }

    /// <summary>The <c>s</c> of <c>SSNs</c> belongs to the acronym.</summary>
    private static bool IsPluralOfAcronym(string text, int at) =>
        text[at + 1] == 's' && (at + 2 == text.Length || !char.IsLower(text[at + 2]));

    private static void Add(List<string> words, string text, int start, int end)
    {
        while (start < end && !char.IsLetterOrDigit(text[start]))
            start++;

        if (start >= end)
            return;

        var word = Singular(text.Substring(start, end - start).ToLowerInvariant());
        if (words.Count > 0 && Joined.TryGetValue(words[words.Count - 1] + " " + word, out var joined))
            words[words.Count - 1] = joined;
        else
            words.Add(word);
    }

    private static string Singular(string word)
    {
        if (word.Length > 3 && word.EndsWith("ies", StringComparison.Ordinal))
            return word.Substring(0, word.Length - 3) + "y";

        if (word.Length > 4 && (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)))
            return word.Substring(0, word.Length - 2);

        return word.Length > 3 && word[word.Length - 1] == 's' && word[word.Length - 2] is not ('s' or 'u' or 'i')
            ? word.Substring(0, word.Length - 1)
            : word;
    }
}
