namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>A setting that turns a safeguard off by one of its values.</summary>
/// <param name="Spelling">The key as its provider's manual writes it.</param>
/// <param name="Safeguard">What it turns off.</param>
/// <param name="Values">The values that do.</param>
/// <param name="Strong">The value that turns it on.</param>
/// <param name="Telling">Whether the key says by itself what it is; others need the company of a connection string.</param>
internal sealed record WeakKey(string Spelling, Safeguard Safeguard, string[] Values, string Strong, bool Telling)
{
    /// <summary>How an address begins of which it is a setting; null where that does not matter.</summary>
    public string? Scheme { get; init; }
}

/// <summary>The settings of connection strings, addresses and dictionaries that turn a safeguard off, of all providers at once; case, spaces and underscores in a key do not count.</summary>
internal static class WeakKeys
{
    private const int Longest = 48;

    private static readonly string[] Yes = ["true", "yes", "1"];
    private static readonly string[] No = ["false", "no", "0"];
    private static readonly string[] Never = ["0", "-1"];

    private static readonly ILookup<string, WeakKey> Known = new WeakKey[]
    {
        new("TrustServerCertificate", Safeguard.Certificates, Yes, "false", true),
        new("DisableServerCertificateValidation", Safeguard.Certificates, Yes, "false", true),
        new("tlsInsecure", Safeguard.Certificates, Yes, "false", true),
        new("tlsAllowInvalidCertificates", Safeguard.Certificates, Yes, "false", true),
        new("tlsAllowInvalidHostnames", Safeguard.Certificates, Yes, "false", true),
        new("sslVerifyCertificate", Safeguard.Certificates, No, "true", true),
        new("ValidateServerCertificate", Safeguard.Certificates, No, "true", true),
        new("VerifyServerCertificate", Safeguard.Certificates, No, "true", true),
        new("SkipServerCertificateValidation", Safeguard.Certificates, Yes, "false", true),
        new("insecureMode", Safeguard.Certificates, Yes, "false", false),
        new("enable.ssl.certificate.verification", Safeguard.Certificates, No, "true", true),
        new("ssl.endpoint.identification.algorithm", Safeguard.Certificates, ["none"], "https", true),
        new(Negotiated, Safeguard.Certificates, ["require"], "VerifyFull", true),
        new(Negotiated, Safeguard.Transport, ["disable", "disabled", "none", "allow", "prefer", "preferred"], "VerifyFull", true),
        new("Encrypt", Safeguard.Transport, ["false", "no", "0", "optional"], "true", false),
        new("ssl", Safeguard.Transport, No, "true", false),
        new("tls", Safeguard.Transport, No, "true", false),
        new("useSsl", Safeguard.Transport, No, "true", false),
        new("useTls", Safeguard.Transport, No, "true", false),
        new("useEncryption", Safeguard.Transport, No, "true", false),
        new("security.protocol", Safeguard.Transport, ["plaintext"], "ssl", true),
        new("security.protocol", Safeguard.Transport, ["sasl_plaintext"], "sasl_ssl", true),
        new("DefaultEndpointsProtocol", Safeguard.Transport, ["http"], "https", true),
        new("Protocol", Safeguard.Transport, ["http"], "https", false),
        new("scheme", Safeguard.Transport, ["http"], "https", false),
        new("Command Timeout", Safeguard.TimeLimit, Never, "300", true),
        new("Default Command Timeout", Safeguard.TimeLimit, Never, "300", true),
        new("Connect Timeout", Safeguard.TimeLimit, Never, "30", true),
        new("Connection Timeout", Safeguard.TimeLimit, Never, "30", true),
        new("Timeout", Safeguard.TimeLimit, Never, "30", false),
        new("connectTimeoutMS", Safeguard.TimeLimit, Never, "30000", true),
        new("socketTimeoutMS", Safeguard.TimeLimit, Never, "300000", true),
        new("message.timeout.ms", Safeguard.TimeLimit, Never, "300000", true),
        new("delivery.timeout.ms", Safeguard.TimeLimit, Never, "300000", true),
        new("Include Error Detail", Safeguard.Diagnostics, Yes, "false", true),
        new("Include Error Details", Safeguard.Diagnostics, Yes, "false", true),
        new("Log Parameters", Safeguard.Diagnostics, Yes, "false", true),
        new("Logging", Safeguard.Diagnostics, Yes, "false", false),
        new("SqsManagedSseEnabled", Safeguard.Storage, No, "true", false),
        new("acks", Safeguard.Delivery, ["0", "1"], "all", true),
        new("request.required.acks", Safeguard.Delivery, ["0", "1"], "all", true),
        new(Idempotence, Safeguard.Delivery, No, "true", true),
        new("message.send.max.retries", Safeguard.Delivery, ["0"], "2147483647", true),
        new("retries", Safeguard.Delivery, ["0"], "2147483647", false),
        new("wait_for_async_insert", Safeguard.Delivery, No, "1", true),
        new("w", Safeguard.Delivery, ["0"], "majority", true) { Scheme = Mongo },
        new("journal", Safeguard.Durability, No, "true", true) { Scheme = Mongo },
        new("persistentMessages", Safeguard.Durability, No, "true", true),
        new("publisherConfirms", Safeguard.Durability, No, "true", true),
    }.ToLookup(key => Plain(key.Spelling), StringComparer.Ordinal);

    /// <summary>The key by which Kafka's producer numbers its messages, so that none comes twice or overtakes another.</summary>
    public const string Idempotence = "enable.idempotence";

    private const string Mongo = "mongodb";

    /// <summary>The key by which providers agree how much encryption there is.</summary>
    public const string Negotiated = "SSL Mode";

    /// <summary>The key that a value makes weak; null when the setting is none of these or as it should be.</summary>
    public static WeakKey? Of(string key, string value)
    {
        key = key.Trim();
        if (key.Length is 0 or > Longest || !Known.Contains(Plain(key)))
            return null;

        value = value.Trim();
        return Known[Plain(key)].FirstOrDefault(known => known.Values.Contains(value, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Whether a text is no more than the name of such a setting.</summary>
    public static bool IsKey(string text) => text.Length is > 2 and <= Longest && Known.Contains(Plain(text));

    private static string Plain(string key) => key.Replace(" ", "").Replace("_", "").ToLowerInvariant();
}
