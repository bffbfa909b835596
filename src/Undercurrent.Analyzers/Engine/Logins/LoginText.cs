using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.SecretTexts;

namespace Undercurrent.Analyzers.Engine.Logins;

/// <summary>Finds the administrator among the settings of a connection string, in the user-info of an address and in Kafka's login modules.</summary>
internal static class LoginText
{
    private const int LongestUserInfo = 256;

    private static readonly string[] Marks = ["user", "uid", "login", "role", "privilege", "://", "SharedAccessKeyName"];

    /// <summary>Whether what is written in place has any mark of such a text; asked before anything is followed.</summary>
    public static bool MayBeIn(IOperation written) => written is ILiteralOperation
        ? MayBeIn(written.ConstantValue.Value as string)
        : TextCalls.PartsOf(written).Any(part => MayBeIn(part.Known ?? part.Value?.ConstantValue.Value as string) || part.Value is not null && part.Value.Unwrapped() is IInterpolatedStringOperation);

    private static bool MayBeIn(string? text) => text is not null && Array.Exists(Marks, mark => text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The first administrator a text logs in as; null when it is no connection string or names none.</summary>
    public static AdministratorLogin? In(string text) =>
        text.Length < 8 ? null
        : InAddress(text) ?? (StatementText.Is(text) || text.IndexOf('=') < 0 ? null
        : InPairs(text, ';') ?? (text.IndexOf(';') < 0 ? InPairs(text, ',') ?? InPairs(text, ' ') : InModule(text)));

    private static AdministratorLogin? InPairs(string text, char separator)
    {
        var (known, hosts, locals) = (0, 0, 0);
        AdministratorLogin? found = null;
        foreach (var pair in new ConnectionPairs(text, separator))
        {
            if (pair.KeyEnd < 0)
            {
                // Redis writes its hosts first and without a key.
                if (separator == ',' && pair.Start == 0 && pair.End < text.Length)
                    (known, hosts, locals) = (1, 1, AddressText.IsLocal(text.Substring(0, pair.End)) ? 1 : 0);

                continue;
            }

            var (role, spelling) = ConnectionKeys.Of(text, pair.Start, pair.KeyEnd);
            var isPrivilege = role == ConnectionKey.Unknown && IsPrivilege(text, pair);
            if (role == ConnectionKey.Unknown && !isPrivilege)
                continue;

            known++;
            if (role == ConnectionKey.Host)
            {
                hosts++;
                locals += IsLocal(pair.Value(text)) ? 1 : 0;
            }

            if (found is null && NameIn(pair.Value(text), role, spelling, isPrivilege) is { } name)
                found = new(name, AfterSpace(text, pair.Start), pair.ValueStart, pair.End, false);
        }

        // Elsewhere than between semicolons, a user is one of a connection only beside its host.
        return known >= 2 && (separator == ';' || hosts > 0) && !IsEmulator(text) && found is { } login ? login with { IsLocal = hosts > 0 && hosts == locals } : null;
    }

    private static string? NameIn(string value, ConnectionKey role, string spelling, bool isPrivilege) =>
        (role == ConnectionKey.User && spelling is not ("AccountName" or "DeviceId" or "Id" or "AccessKeyId")) ? AdministratorNames.Of(value)
        : (isPrivilege || (role == ConnectionKey.Other && spelling == "role")) && AdministratorNames.IsRole(value) ? value.Trim().ToUpperInvariant()
        : null;

    /// <summary><c>DBA Privilege</c>, by which Oracle is told that an administrator comes.</summary>
    private static bool IsPrivilege(string text, ConnectionPair pair) =>
        string.Equals(text.Substring(pair.Start, Math.Min(pair.KeyEnd - pair.Start, 20)).Trim(), "DBA Privilege", StringComparison.OrdinalIgnoreCase);

    private static int AfterSpace(string text, int at)
    {
        while (char.IsWhiteSpace(text[at]))
            at++;

        return at;
    }

    private static bool IsLocal(string host)
    {
        var address = host.IndexOf("://", StringComparison.Ordinal);
        return AddressText.IsLocal((address < 0 ? host : host.Substring(address + 3)).Trim());
    }

    private static bool IsEmulator(string text) => text.IndexOf("UseDevelopment", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary><c>scheme://user:password@host</c>, and the user behind the question mark of JDBC.</summary>
    private static AdministratorLogin? InAddress(string text)
    {
        for (var mark = text.IndexOf("://", StringComparison.Ordinal); mark >= 0; mark = text.IndexOf("://", mark + 3, StringComparison.Ordinal))
        {
            var start = mark + 3;
            var (colon, at, end) = (-1, -1, start);
            for (; end < text.Length && end - start < LongestUserInfo && text[end] is not ('/' or '?' or '#' or '"' or '<') && !char.IsWhiteSpace(text[end]); end++)
            {
                if (text[end] == ':' && colon < 0)
                    colon = end;
                else if (text[end] == '@')
                    at = end;
            }

            if (at > start && AdministratorNames.Of(text.Substring(start, (colon > start && colon < at ? colon : at) - start)) is { } name)
                return new(name, start, start, colon > start && colon < at ? colon : at, AddressText.IsLocal(Host(text, at + 1)));

            if (at < 0 && text.IndexOf('?', end) is >= 0 and var question && InQuery(text, question + 1, AddressText.IsLocal(Host(text, start))) is { } asked)
                return asked;
        }

        return null;
    }

    private static AdministratorLogin? InQuery(string text, int from, bool isLocal)
    {
        // Pages are asked for users, too: only a database is asked with a password beside.
        if (text.IndexOf("password=", from, StringComparison.OrdinalIgnoreCase) < 0)
            return null;

        foreach (var pair in new ConnectionPairs(text.Substring(from), '&'))
        {
            if (pair.KeyEnd == pair.Start + 4 && string.Compare(text, from + pair.Start, "user", 0, 4, StringComparison.OrdinalIgnoreCase) == 0
                && AdministratorNames.Of(text.Substring(from + pair.ValueStart, pair.End - pair.ValueStart)) is { } name)
                return new(name, from + pair.Start, from + pair.ValueStart, from + pair.End, isLocal);
        }

        return null;
    }

    private static string Host(string text, int at) => text.Substring(at, Math.Min(60, text.Length - at));

    /// <summary><c>…LoginModule required username="admin" …;</c></summary>
    private static AdministratorLogin? InModule(string text)
    {
        var module = text.IndexOf("LoginModule", StringComparison.Ordinal);
        var key = module < 0 ? -1 : text.IndexOf("username=", module, StringComparison.OrdinalIgnoreCase);
        if (key < 0 || key + 10 >= text.Length || text[key + 9] is not ('"' or '\''))
            return null;

        var end = text.IndexOf(text[key + 9], key + 10);
        return end > 0 && AdministratorNames.Of(text.Substring(key + 10, end - key - 10)) is { } name ? new(name, key, key + 9, end, false) : null;
    }
}
