namespace Undercurrent.Analyzers.Engine;

/// <summary>The additional files by which a project extends our catalogues, in the format of the catalogues themselves.</summary>
internal static class CatalogueFile
{
    public const string DataApis = "undercurrent.data-apis.txt";
    public const string CredentialSinks = "undercurrent.credential-sinks.txt";
    public const string PersonalData = "undercurrent.personal-data.txt";

    public static bool IsAny(string path) => Is(path, DataApis) || Is(path, CredentialSinks) || Is(path, PersonalData);

    public static bool Is(string path, string file) => string.Equals(NameOf(path), file, StringComparison.OrdinalIgnoreCase);

    public static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
