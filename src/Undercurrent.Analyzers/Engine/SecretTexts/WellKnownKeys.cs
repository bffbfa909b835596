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

    /// <summary>Tokens of the right form that manuals and public samples print: of maps, payments, source and mail.</summary>
    private static readonly HashSet<string> Manuals = new(StringComparer.Ordinal)
    {
        "f56e323494a6ffc2064e7a955908957d84f0755e5f975dabd64328d0359a8f7c",
        "2037abcaffb2b77785da716cf7ccff4ff4d00c4ea930db0167b7d71f50af7eb4",
        "3f370c9dd8225c63b5c77de1f785edc9712958f18bb612d5fa2e0ae33aeca682",
        "e4a5542bb7fd7b67e943c71ad29c34b5972c9840597e7eda53e666f44d5da0b9",
        "e8883fee629474c3564631a0a812fa3ce23c9b212849d01bb1da4e8a6929b811",
        "eb540d2b6ee2a0a47c5779bc8a0141784c6b753840d4c6f4e2428a6e86e9e0b1",
        "37f8f09bdf12c2f2eae4ead7273a62ddb0c23459cbf902892f282b57f7ed6619",
        "8731261cb72d86267a32a532ebd3df429e2144e5e4ced7e13568bc9e6c8fb1b1",
        "49f777db995e8260da7ca9ffdf0c08d66f0453e97ec967018baf2cdfe3b582d0",
        "27a9a42931dff7eb2f8434e20a9bce976ea364e7bee49187f19d5cfeca9c7045",
        "dc0fcf046c61640cbd1e8b999ada3262d722c2ca4bf42dceac999020ffdbb614",
        "4c98242dcadc8b29005c6b4aad526552d5ea1842149154c0694adeec75847583",
        "ea9bb1082cf95663f5faca23b8b15ef2aa0fce0a5c6df9c32dcb85b2e0a4513d",
        "3a8b61d0f636b007840c0d40ba12bcf48465dc054cdc1a68704a33521d84b665",
        "a6c814bc555ae62c7bd8b58ec07bf559c7ed3a009976a1e0acc9cef0d4473b41",
        "ac9265e56c79b234607ec72c53753cfea9f88c99eb713790ddf9be5593bb4465",
        "4b8cbd96c8530f054ac66e320aa1ed728a7ff66ca5f588456cc5dd9a842e03da",
        "f2d6ca16515033e5dce14eba840b979d27b5cbae24bb3e5bf484339667f86397",
        "976b57ee8acdfcf45f76bcc5e329a23655bd0e1e7eeffd8ec98bab6ca6cdd660",
        "02091175c1ae3023fb1e92ff16e1a5ca44dcd9f449916770f7d4eb192092e273",
    };

    private static readonly HashSet<string> Development = new(StringComparer.Ordinal) { "minioadmin", "SAS_KEY_VALUE", "014df517-39d1-4453-b7b3-9930c563627c" };

    public static bool Has(string key) => Development.Contains(key) || (key.Length == EmulatorKeyLength && Hashes.Contains(HashOf(key)));

    public static bool IsInManuals(string token) => Manuals.Contains(HashOf(token));

    private static string HashOf(string key)
    {
        using var sha = SHA256.Create();
        var text = new StringBuilder(64);
        foreach (var part in sha.ComputeHash(Encoding.UTF8.GetBytes(key)))
            text.Append(part.ToString("x2"));

        return text.ToString();
    }
}
