using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Engine.ConfigurationTexts;

/// <summary>The characters that XML writes as entities; one it does not know stays as it is written.</summary>
internal static class XmlEscapes
{
    public static string Without(string text, TextSpan span)
    {
        if (text.IndexOf('&', span.Start, span.Length) < 0)
            return text.Substring(span.Start, span.Length);

        var plain = new StringBuilder(span.Length);
        for (var at = span.Start; at < span.End; at++)
        {
            var end = text[at] == '&' ? text.IndexOf(';', at, Math.Min(10, span.End - at)) : -1;
            if (end > 0 && Letter(text.Substring(at + 1, end - at - 1)) is { } letter)
            {
                plain.Append(letter);
                at = end;
            }
            else
            {
                plain.Append(text[at]);
            }
        }

        return plain.ToString();
    }

    private static char? Letter(string entity) => entity switch
    {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ when entity.StartsWith("#x", StringComparison.Ordinal) && ushort.TryParse(entity.Substring(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) => (char)code,
        _ when entity.StartsWith("#", StringComparison.Ordinal) && ushort.TryParse(entity.Substring(1), out var code) => (char)code,
        _ => null,
    };
}
