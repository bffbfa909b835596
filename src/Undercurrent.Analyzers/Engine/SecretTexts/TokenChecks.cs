using System.Text;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.SecretTexts;

/// <summary>What a token must show beside its form: a checksum, a header, company; and that nobody made it up for a manual.</summary>
internal static class TokenChecks
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int Checksum = 6;
    private const int Neighbourhood = 2000;
    private const int LongestTitle = 40;
    private const int ShortestKey = 64;
    private const int LongestKey = 20_000;
    private const int LongBody = 200;

    private static readonly string[] MadeUp = ["example", "sample", "dummy", "fake", "redacted", "placeholder", "replace", "insert", "xxxx", "0000000", "notreal", "invalid"];

    /// <summary>Where a token of this form ends; negative when it is none after all.</summary>
    public static int EndOf(TokenFormat format, string text, int start, int end)
    {
        var holds = format.Check switch
        {
            "crc62" => HasChecksum(text, end),
            "random" => TextShape.Entropy(text.Substring(start, end - start)) >= 4,
            "sas" => IsSigned(text, start, end),
            "jwt" => IsSignedClaim(text.Substring(start, end - start)),
            "basic" => IsLogin(text.Substring(start, end - start)),
            "pem" => (end = EndOfKey(text, end)) > 0,
            { } named => text.IndexOf(named.Substring(named.IndexOf(':') + 1), start, end - start, StringComparison.Ordinal) > 0,
            null => true,
        };
        return holds && !IsMadeUp(format, text.Substring(start, end - start)) ? end : -1;
    }

    /// <summary>The last six characters are the checksum of the thirty before them.</summary>
    private static bool HasChecksum(string text, int end)
    {
        var sum = Crc(text, end - Checksum - 30, end - Checksum);
        for (var at = end - 1; at >= end - Checksum; at--, sum /= 62)
        {
            if (text[at] != Base62[(int)(sum % 62)])
                return false;
        }

        return sum == 0;
    }

    private static uint Crc(string text, int start, int end)
    {
        var crc = uint.MaxValue;
        for (var at = start; at < end; at++)
        {
            crc ^= text[at];
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }

    /// <summary>A signature of base64, with the version or expiry of what it signs beside it.</summary>
    private static bool IsSigned(string text, int start, int end)
    {
        var from = Math.Max(0, start - Neighbourhood);
        var around = text.Substring(from, Math.Min(text.Length, end + Neighbourhood) - from);
        var ends = text[end - 1] == '=' || string.Compare(text, end - 3, "%3d", 0, 3, StringComparison.OrdinalIgnoreCase) == 0;
        return (ends && Has(around, "se=") && (Has(around, "sv=") || Has(around, "sr="))) || Has(around, "sv=1.0&");
    }

    private static bool Has(string text, string setting)
    {
        for (var at = text.IndexOf(setting, StringComparison.Ordinal); at >= 0; at = text.IndexOf(setting, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || text[at - 1] is '?' or '&' or ' ' or ';')
                return true;
        }

        return false;
    }

    /// <summary>Signed, by whatever algorithm, and not for one of the people who live in manuals.</summary>
    private static bool IsSignedClaim(string token)
    {
        var parts = token.Split('.');
        return Decoded(parts[0]) is { } header && header.IndexOf("\"alg\"", StringComparison.Ordinal) > 0 && header.IndexOf("\"none\"", StringComparison.OrdinalIgnoreCase) < 0
            && Decoded(parts[1]) is { } claims && !IsOfManuals(claims);
    }

    /// <summary>Whether a text is a JSON web token that manuals print and everybody tries a library with, such as the one of jwt.io.</summary>
    public static bool IsSampleClaim(string text) =>
        text.StartsWith("eyJ", StringComparison.Ordinal) && text.Split('.') is { Length: 2 or 3 } parts && Decoded(parts[1]) is { } claims && IsOfManuals(claims);

    private static bool IsOfManuals(string claims) =>
        claims.IndexOf("\"1234567890\"", StringComparison.Ordinal) >= 0 || claims.IndexOf("John Doe", StringComparison.Ordinal) >= 0 || claims.IndexOf("\"joe\"", StringComparison.Ordinal) >= 0;

    /// <summary>A user and a password, neither of them out of a manual.</summary>
    private static bool IsLogin(string scheme)
    {
        if (Decoded(scheme.Substring(scheme.IndexOf(' ') + 1)) is not { } login || login.IndexOf(':') is not (> 0 and var colon) || !login.All(letter => letter is >= ' ' and < '\u007F'))
            return false;

        var (user, password) = (login.Substring(0, colon), login.Substring(colon + 1));
        return password.Length > 2 && ConnectionText.IsSecret(password) && user != "Aladdin" && !(user is "user" or "username" or "login" && password is "pass" or "password" or "pwd");
    }

    /// <summary>Behind the title of a private key stands one: lines of base64, in a text of one line perhaps with written line ends.</summary>
    private static int EndOfKey(string text, int begin)
    {
        var title = text.IndexOf("-----", begin, Math.Min(LongestTitle, text.Length - begin), StringComparison.Ordinal);
        if (title < 0 || text.IndexOf("PRIVATE KEY", begin, title - begin, StringComparison.Ordinal) < 0)
            return -1;

        var (key, at) = (0, title + 5);
        for (; at < text.Length && at - title < LongestKey && !(text[at] == '-' && at + 1 < text.Length && text[at + 1] == '-'); at++)
        {
            if (text[at] == '\\')
                at++;
            else if (char.IsLetterOrDigit(text[at]) || text[at] is '+' or '/' or '=')
                key++;
            else if (text[at] == ':')
                (key, at) = (0, LineEnd(text, at));
            else if (text[at] is not (' ' or '\t' or '\r' or '\n' or '-' or ','))
                break;
        }

        return key >= ShortestKey ? at : -1;
    }

    /// <summary>What stands before and behind a colon is a header of the key.</summary>
    private static int LineEnd(string text, int at)
    {
        while (at + 1 < text.Length && text[at + 1] is not ('\n' or '\\'))
            at++;

        return at;
    }

    internal static string? Decoded(string text)
    {
        var base64 = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '=')));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsMadeUp(TokenFormat format, string token)
    {
        var body = format.Anchors.Aggregate(token, (left, anchor) => left.Replace(anchor, ""));
        return TextShape.Entropy(body) < (body.Length > 16 ? 3 : 2.5) || TextShape.IsSequence(body) || TextShape.IsSequence(EverySecond(body))
            || (token.Length <= LongBody && Array.Exists(MadeUp, word => token.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
            || WellKnownKeys.IsInManuals(token);
    }

    private static string EverySecond(string text) => string.Concat(text.Where((_, at) => at % 2 == 0));
}
