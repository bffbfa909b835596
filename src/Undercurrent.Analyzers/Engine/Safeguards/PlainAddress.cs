using Undercurrent.Analyzers.Engine.SecretTexts;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>Addresses whose scheme says that nothing is encrypted, and where they lead.</summary>
internal static class PlainAddress
{
    private const int LongestHost = 260;

    /// <summary>The schemes, and what each is called when it is encrypted; nothing where there is no such scheme to use instead.</summary>
    private static readonly (string Plain, string? Encrypted)[] Schemes =
        [("http", "https"), ("ws", "wss"), ("amqp", "amqps"), ("redis", "rediss"), ("mqtt", "mqtts"), ("ldap", "ldaps"), ("ftp", null), ("pulsar", "pulsar+ssl")];

    /// <summary>Where a cloud tells a machine about itself: it never leaves the machine's own network card, and is spoken to like this alone.</summary>
    private static readonly string[] Metadata = ["169.254.", "metadata.google.internal", "168.63.129.16", "100.100.100.200"];

    private static readonly string[] Emulators = ["localstack", "azurite", "emulator", "devstoreaccount"];

    /// <summary>The scheme of an address that leads off the machine without encryption, with its encrypted counterpart; null for any other text.</summary>
    public static (string Scheme, string? Encrypted)? In(string text, IReadOnlyCollection<string> trusted)
    {
        var mark = text.IndexOf("://", StringComparison.Ordinal);
        if (mark is < 2 or > 8 || HostOf(text) is not { } host || IsHere(host) || trusted.Any(pattern => Matches(host, pattern)))
            return null;

        foreach (var scheme in Schemes)
        {
            if (scheme.Plain.Length == mark && text.StartsWith(scheme.Plain, StringComparison.OrdinalIgnoreCase))
                return scheme;
        }

        return null;
    }

    /// <summary>The host of an address, with a hole where only a run can tell; null when there is none.</summary>
    public static string? HostOf(string text)
    {
        var mark = text.IndexOf("://", StringComparison.Ordinal);
        if (mark is <= 0 or > 24)
            return null;

        var start = mark + 3;
        var end = start;
        for (; end < text.Length && end - start < LongestHost && text[end] is not ('/' or '?' or '#' or ';' or ',') && !char.IsWhiteSpace(text[end]); end++)
        {
            if (text[end] == '@')
                start = end + 1;
        }

        var close = start < text.Length && text[start] == '[' ? text.IndexOf(']', start) : -1;
        var port = close >= 0 ? close + 1 : text.IndexOf(':', start, end - start);
        return end == start ? null : text.Substring(start, (port < 0 || port > end ? end : port) - start);
    }

    /// <summary>Whether an address names a port: the one for plain talk is seldom the one for the encrypted.</summary>
    public static bool HasPort(string text)
    {
        var host = HostOf(text);
        var at = host is null ? -1 : text.IndexOf(host, text.IndexOf("://", StringComparison.Ordinal), StringComparison.Ordinal) + host.Length;
        return at >= 0 && at < text.Length && text[at] == ':' && !text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || (at >= 0 && at < text.Length && string.CompareOrdinal(text, at, ":80", 0, 3) == 0);
    }

    /// <summary>The machine itself, the one around an emulated telephone, every address of a server, a cloud's own word to its machines.</summary>
    private static bool IsHere(string host) =>
        AddressText.IsLocal(host) || host is "+" or "*" or "10.0.2.2" || host.StartsWith("127.", StringComparison.Ordinal) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || Array.Exists(Metadata, known => host.StartsWith(known, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(Emulators, known => host.IndexOf(known, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary><c>*.svc.cluster.local</c> is every name that ends so; anything else is a name.</summary>
    private static bool Matches(string host, string pattern) => pattern.StartsWith("*", StringComparison.Ordinal)
        ? host.EndsWith(pattern.Substring(1), StringComparison.OrdinalIgnoreCase)
        : string.Equals(host, pattern, StringComparison.OrdinalIgnoreCase);
}
