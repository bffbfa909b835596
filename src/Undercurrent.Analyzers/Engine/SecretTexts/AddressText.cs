namespace Undercurrent.Analyzers.Engine.SecretTexts;

/// <summary>Passwords in addresses: <c>scheme://user:password@host</c>, and the ones that JDBC-like addresses carry behind the question mark.</summary>
internal static class AddressText
{
    private const int LongestScheme = 24;
    private const int LongestUserInfo = 1024;
    private const int LongestAddress = 4096;

    private static readonly string[] LocalHosts = ["localhost", "127.0.0.1", "::1", "[::1]", "(local)", "(localdb)", ".", "host.docker.internal", "0.0.0.0"];

    public static SecretSetting? SecretIn(string text)
    {
        for (var mark = text.IndexOf("://", StringComparison.Ordinal); mark >= 0; mark = text.IndexOf("://", mark + 3, StringComparison.Ordinal))
        {
            if (IsScheme(text, mark) && (InUserInfo(text, mark + 3) ?? InQuery(text, mark + 3)) is { } secret)
                return secret;
        }

        return null;
    }

    public static bool IsLocal(string host) =>
        Array.Exists(LocalHosts, local => host.StartsWith(local, StringComparison.OrdinalIgnoreCase)
            && (host.Length == local.Length || host[local.Length] is ':' or ',' or '/' or '\\' or '?'))
        || host.StartsWith("tcp:localhost", StringComparison.OrdinalIgnoreCase);

    private static SecretSetting? InUserInfo(string text, int start)
    {
        var (colon, at) = (-1, -1);
        for (var index = start; index < text.Length && index - start < LongestUserInfo && text[index] is not ('/' or '?' or '#' or '"' or '<' or '\\') && !char.IsWhiteSpace(text[index]); index++)
        {
            if (text[index] == ':' && colon < 0)
                colon = index;
            else if (text[index] == '@')
                at = index;
        }

        if (colon < 0 || at < colon + 2)
            return null;

        var (user, password) = (text.Substring(start, colon - start), text.Substring(colon + 1, at - colon - 1));
        var host = text.Substring(at + 1, Math.Min(60, text.Length - at - 1));
        return ConnectionText.IsSecret(password) && !(user == password && (user is "user" or "username" or "login" or "u" || (user == "guest" && IsLocal(host))))
            && !(user is "user" or "username" or "login" && password is "pass" or "password" or "pwd" && host.StartsWith("host", StringComparison.OrdinalIgnoreCase) && !IsLocal(host))
            ? new("user-info", password, start, at)
            : null;
    }

    private static SecretSetting? InQuery(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestAddress && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\'' or '<'))
            end++;

        var question = text.IndexOf('?', start, end - start);
        if (question < 0)
            return null;

        var from = question + 1;
        foreach (var pair in new ConnectionPairs(text.Substring(from, end - from), '&'))
        {
            if (pair.KeyEnd < 0)
                continue;

            var key = text.Substring(from + pair.Start, pair.KeyEnd - pair.Start).ToLowerInvariant();
            var value = text.Substring(from + pair.ValueStart, pair.End - pair.ValueStart);
            if (key is "password" or "pwd" or "proxypassword" or "private_key_pwd" or "sslpassword" or "client_secret" && ConnectionText.IsSecret(value)
                || key is "api_key" or "apikey" or "api-key" or "access_token" or "subscription-key" && SecretValue.LooksSecret(value, CredentialKind.Secret, key) && ConnectionText.IsSecret(value))
                return new(key, value, from + pair.Start, from + pair.End);
        }

        return null;
    }

    private static bool IsScheme(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestScheme && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '+' or '.' or '-'))
            start--;

        return end - start is > 1 and < LongestScheme && char.IsLetter(text[start]);
    }
}
