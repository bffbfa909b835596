using System.Text;

namespace Undercurrent.Analyzers.Engine.SecretTexts;

/// <summary>What a key of a connection string holds.</summary>
internal enum ConnectionKey
{
    Unknown,
    Other,
    Host,
    User,
    Secret,
}

/// <summary>The keys of connection strings, of all providers at once; case, spaces and underscores do not count.</summary>
internal static class ConnectionKeys
{
    private const int Longest = 40;

    private static readonly Dictionary<string, (ConnectionKey Role, string Spelling)> Known = new(StringComparer.Ordinal);

    static ConnectionKeys()
    {
        Add(ConnectionKey.Secret, "Password", "PWD", "PSW", "SSL Password", "Certificate Password", "Proxy Password", "Jet OLEDB:Database Password", "private_key",
            "private_key_pwd", "token", "passcode", "oauthclientsecret", "AccountKey", "SharedAccessSignature", "SharedAccessKey", "AccessKey", "Secret", "sentinelPassword",
            "AccessToken", "client_secret", "AuthKey", "ApiKey", "SecretKey", "SharedSecret");
        Add(ConnectionKey.Host, "Server", "Data Source", "Host", "Addr", "Address", "Network Address", "Endpoint", "AccountEndpoint", "HostName", "BlobEndpoint", "QueueEndpoint",
            "TableEndpoint", "FileEndpoint", "DSN", "DBQ", "Hosts", "account", "ServiceUrl", "Url", "Uri", "bootstrap.servers", "nodes", "Contact Points");
        Add(ConnectionKey.User, "User ID", "UID", "User", "Username", "SharedAccessKeyName", "AccountName", "DeviceId", "Id", "sentinelUser", "Login", "AccessKeyId");
        Add(ConnectionKey.Other, "Database", "Initial Catalog", "DBName", "Port", "Encrypt", "TrustServerCertificate", "Persist Security Info", "Integrated Security",
            "Trusted_Connection", "Authentication", "SSL Mode", "Pooling", "Timeout", "Connect Timeout", "Connection Timeout", "Command Timeout", "Provider", "Driver",
            "DefaultEndpointsProtocol", "EndpointSuffix", "EntityPath", "TransportType", "MultipleActiveResultSets", "Application Name", "Max Pool Size", "Min Pool Size",
            "Minimum Pool Size", "Maximum Pool Size", "Protocol", "Charset", "Allow User Variables", "ssl", "abortConnect", "defaultDatabase", "db", "role", "warehouse",
            "schema", "scheme", "Version", "Cache", "Mode", "Keepalive", "Search Path", "Include Error Detail", "Attach Db Filename", "MultiSubnetFailover", "virtualHost",
            "AllowPublicKeyRetrieval", "Old Guids", "Convert Zero Datetime", "Failover Partner", "Packet Size", "DisableServerCertificateValidation", "connectTimeout",
            "syncTimeout", "allowAdmin", "resolveDns", "sslProtocols", "keyspace", "Default Keyspace", "Cluster Name", "Authentication Type", "Service Name", "Journal Mode");
    }

    public static (ConnectionKey Role, string Spelling) Of(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;

        if (end <= start || end - start > Longest)
            return (ConnectionKey.Unknown, "");

        var key = new StringBuilder(end - start);
        for (var at = start; at < end; at++)
        {
            if (!char.IsWhiteSpace(text[at]) && text[at] != '_')
                key.Append(char.ToLowerInvariant(text[at]));
        }

        return Known.TryGetValue(key.ToString(), out var known) ? known : (ConnectionKey.Unknown, "");
    }

    private static void Add(ConnectionKey role, params string[] spellings)
    {
        foreach (var spelling in spellings)
            Known[spelling.Replace(" ", "").Replace("_", "").ToLowerInvariant()] = (role, spelling);
    }
}
