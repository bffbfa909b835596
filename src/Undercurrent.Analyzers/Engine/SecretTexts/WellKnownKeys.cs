using System.Security.Cryptography;
using System.Text;

namespace Undercurrent.Analyzers.Engine.SecretTexts;

/// <summary>
/// Keys that everybody has, because an emulator or a manual gives them out. Kept as hashes, so that no scanner takes this file
/// for a leak.
/// </summary>
internal static class WellKnownKeys
{
    private const int EmulatorKeyLength = 88;

    private static readonly HashSet<string> Hashes = new(StringComparer.Ordinal)
    {
        "0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059", // the storage emulator
        "aa6547439583c3a275d4542a0df6c1ad6a863971be9f2a2220f027cc02aef615", // the Cosmos DB emulator
    };

    private static readonly HashSet<string> Development = new(StringComparer.Ordinal) { "minioadmin", "SAS_KEY_VALUE", "014df517-39d1-4453-b7b3-9930c563627c" };

    public static bool Has(string key) => Development.Contains(key) || (key.Length == EmulatorKeyLength && Hashes.Contains(HashOf(key)));

    private static string HashOf(string key)
    {
        using var sha = SHA256.Create();
        var text = new StringBuilder(64);
        foreach (var part in sha.ComputeHash(Encoding.UTF8.GetBytes(key)))
            text.Append(part.ToString("x2"));

        return text.ToString();
    }
}
