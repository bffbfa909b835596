namespace Undercurrent.Analyzers.Knowledge;

/// <summary>A class of characters that tokens are made of.</summary>
internal sealed class TokenClass
{
    private const string Digits = "0123456789";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Letters = Upper + Lower;

    private readonly bool[] _has = new bool[128];

    private TokenClass(string characters)
    {
        foreach (var character in characters)
            _has[character] = true;

        IsPadding = characters == "=";
    }

    public bool IsPadding { get; }

    public bool Has(char character) => character < 128 && _has[character];

    public static TokenClass Named(string name) => new(name switch
    {
        "digit" => Digits,
        "hex" => Digits + "abcdef",
        "upper" => Upper + Digits,
        "lower" => Lower + Digits,
        "base32" => Upper + "234567",
        "lower32" => Lower + "234567",
        "alpha" => Letters,
        "alnum" => Letters + Digits,
        "b64" => Letters + Digits + "+/",
        "url64" => Letters + Digits + "-_",
        "dash" => Letters + Digits + "-",
        "loose" => Letters + Digits + "._~-",
        "sas" => Letters + Digits + "+/%=-_",
        "=" => "=",
        _ when name[0] == '[' && name[name.Length - 1] == ']' => name.Substring(1, name.Length - 2),
        _ => throw new InvalidDataException($"There is no class '{name}'."),
    });
}
