namespace Undercurrent.Analyzers.Engine.Permissions;

/// <summary>Statements of SQL that give away everything: all privileges, the roles that have them, or something to everybody.</summary>
internal static class GrantText
{
    private const int MostWords = 80;

    private static readonly string Unknown = ValueText.Hole.ToString();

    private static readonly string[] Marks = ["grant", "role", "superuser", "addsrv"];

    /// <summary>Roles under which nothing is forbidden.</summary>
    private static readonly string[] AdministratorRoles =
        ["db_owner", "sysadmin", "securityadmin", "serveradmin", "DBA", "SYSDBA", "SYSOPER", "rds_superuser", "cloudsqlsuperuser", "azure_pg_admin", "accountadmin", "orgadmin"];

    private static readonly string[] Leads = ["BEGIN", "THEN", "EXEC", "EXECUTE"];

    private static readonly string[] Procedures = ["sp_addrolemember", "sp_addsrvrolemember"];

    /// <summary>Privileges that exist for the whole server only, and what change capture is told to be granted along with them.</summary>
    private static readonly string[] ServerPrivileges = ["USAGE", "REPLICATION", "PROCESS", "RELOAD"];

    /// <summary>What the first such statement gives; null when there is none.</summary>
    public static string? WideIn(string text)
    {
        if (!Array.Exists(Marks, mark => text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0))
            return null;

        var words = new SqlWords(text, 0);
        var begins = false;
        while (words.Next())
        {
            // BEGIN, and EXEC of a text, have a statement of their own behind them.
            var first = begins || words.Begins;
            begins = first && words.IsAny(Leads);
            var wide = words.IsAny(Procedures) ? Joined(text, words)
                : !first ? null
                : words.Is("GRANT") ? Granted(text, words)
                : words.Is("ALTER") || words.Is("CREATE") ? Altered(text, words)
                : null;
            if (wide is not null)
                return wide;
        }

        return null;
    }

    /// <summary><c>GRANT … ON … TO …</c></summary>
    private static string? Granted(string text, SqlWords words)
    {
        var (upper, from) = (words.IsUpper, words.End);
        var (place, whole, any, on, to) = (0, false, false, false, false);
        var server = false;
        for (var left = MostWords; left > 0 && words.Next() && !words.EndsBefore(from); left--, from = words.End, place++)
        {
            if (place == 0)
            {
                whole = words.Is("ALL");
                if (words.Is("CONTROL") && FollowedBy(words, ["ON", "TO", "SERVER", ","]))
                    return "GRANT CONTROL";

                if (whole && (FollowedBy(words, ["PRIVILEGES", "ON"]) || (upper && FollowedBy(words, ["TO", "PERMISSIONS", Unknown]))))
                    return "GRANT ALL";
            }

            on |= words.Is("ON");
            to |= words.Is("TO");
            server |= !on && words.IsAny(ServerPrivileges);
            if (!on && !to && words.IsAny(AdministratorRoles) && FollowedBy(words, ["TO", ","]))
                return text.Substring(words.Start, words.End - words.Start);

            any |= !on && !to && words.Is("ANY") && FollowedBy(words, ["TABLE", "PRIVILEGE", "ROLE", "PROCEDURE"]);
            if (on && !to && !server && words.Is("*") && words.End + 1 < text.Length && text[words.End] == '.' && text[words.End + 1] == '*')
                return "ON *.*";

            if (to && upper && words.Is("PUBLIC") && (FollowedBy(words, ["WITH"]) || IsLast(words)))
                return "TO PUBLIC";

            if (to && words.Is("OPTION") && upper)
                return "WITH GRANT OPTION";

            if (to && any)
                return "ANY";
        }

        return null;
    }

    /// <summary><c>ALTER ROLE db_owner ADD MEMBER …</c>, <c>CREATE ROLE … SUPERUSER</c>, and default privileges.</summary>
    private static string? Altered(string text, SqlWords words)
    {
        var (from, place) = (words.End, 0);
        var (about, adds, role) = (false, false, (string?)null);
        for (var left = MostWords; left > 0 && words.Next() && !words.EndsBefore(from); left--, from = words.End, place++)
        {
            if (place == 0 && words.Is("DEFAULT"))
                about = true;

            about |= place < 2 && (words.Is("ROLE") || words.Is("USER") || words.Is("LOGIN"));
            if (!about && place > 0)
                return null;

            if (words.Is("GRANT"))
                return Granted(text, words);

            if (words.IsAny(AdministratorRoles))
                role = text.Substring(words.Start, words.End - words.Start);

            adds |= words.Is("ADD");
            if (role is not null && adds && words.Is("MEMBER"))
                return role;

            if (place > 1 && words.Is("SUPERUSER") && !IsOff(words))
                return "SUPERUSER";
        }

        return null;
    }

    /// <summary><c>sp_addrolemember 'db_owner', …</c></summary>
    private static string? Joined(string text, SqlWords words)
    {
        for (var left = 12; left > 0 && words.Next() && !words.Is("EXEC"); left--)
        {
            if (words.IsAny(AdministratorRoles))
                return text.Substring(words.Start, words.End - words.Start);
        }

        return null;
    }

    private static bool FollowedBy(SqlWords words, string[] any) => words.Next() && words.IsAny(any);

    private static bool IsLast(SqlWords words)
    {
        var from = words.End;
        return !words.Next() || words.EndsBefore(from) || words.Begins;
    }

    private static bool IsOff(SqlWords words) => words.Next() && words.Is("=") && words.Next() && words.Is("false");
}
