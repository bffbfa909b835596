using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine.Permissions;

/// <summary>Permissions that are given in a text: a statement of SQL, a policy, a command, the address of a policy.</summary>
internal static class StatedPermission
{
    private static readonly string[] Marks = ["grant", "role", "superuser", "addsrv", "\"Effect\"", ":policy/"];

    /// <summary>Whether a text, or a part of one, has any mark of such; asked before anything is put together.</summary>
    public static bool MayBeIn(string text)
    {
        foreach (var mark in Marks)
        {
            if (text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>What a text gives without bounds, named in its own language; null when it gives nothing of the kind.</summary>
    public static string? In(IOperation written, string text) =>
        MongoRoles.Is(text) ? (MongoRoles.IsGiven(written) ? text : null)
        : !MayBeIn(text) ? null
        : PolicyText.WideIn(text) ?? IamNames.AdministratorsIn(text) ?? GrantText.WideIn(text) ?? MongoRoles.In(text);
}
