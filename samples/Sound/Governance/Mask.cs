namespace Sound.Governance;

/// <summary>What may be said of a person's data where it must be recognised but not read.</summary>
internal static class Mask
{
    public static string Email(string email) => email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{email[0]}***{email[at..]}" : "***";
}
