namespace Undercurrent.Analyzers.Engine.Logins;

/// <summary>The logins that stores and brokers come with and that may do everything there.</summary>
internal static class AdministratorNames
{
    private const int Longest = 60;

    private static readonly Dictionary<string, string> Known = new[]
    {
        "sa", "postgres", "root", "sys", "system", "sysdba", "dbo", "dba", "admin", "administrator", "elastic", "neo4j", "cassandra", "guest", "superuser", "rdsadmin", "sqladmin",
        "dbadmin", "pgadmin", "sysadmin", "default", "RootManageSharedAccessKey", "iothubowner",
    }.ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Roles = new(StringComparer.OrdinalIgnoreCase) { "ACCOUNTADMIN", "SECURITYADMIN", "ORGADMIN", "SYSDBA", "SYSOPER" };

    /// <summary>Whether a word may be such a name; <c>default</c> and its like are words of other subjects as well.</summary>
    public static bool MayBe(string word) => Known.ContainsKey(word) || Roles.Contains(word);

    /// <summary>Whether a role is an administrator's, as a connection may ask for one.</summary>
    public static bool IsRole(string role) => Roles.Contains(role.Trim());

    /// <summary>
    /// The login as we spell it, or null. A domain, a server behind an at sign and Oracle's <c>as sysdba</c> do not make it another.
    /// </summary>
    public static string? Of(string login)
    {
        if (login.Length > Longest)
            return null;

        var name = login.Substring(login.LastIndexOf('\\') + 1).Trim().Trim('"', '\'');
        var end = name.IndexOfAny(['@', ' ']);
        name = end > 0 ? name.Substring(0, end) : name;
        return Known.TryGetValue(name, out var known) ? known : null;
    }
}
