using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Engine.ConfigurationTexts;

/// <summary>The characters that JSON writes behind a backslash.</summary>
internal static class JsonEscapes
{
    public static string Without(string text, TextSpan span)
    {
        if (text.IndexOf('\\', span.Start, span.Length) < 0)
            return text.Substring(span.Start, span.Length);

        var plain = new StringBuilder(span.Length);
        for (var at = span.Start; at < span.End; at++)
        {
            if (text[at] != '\\' || at + 1 >= span.End)
            {
                plain.Append(text[at]);
                continue;
            }

            at++;
            if (text[at] == 'u' && at + 4 < span.End && ushort.TryParse(text.Substring(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                at += 4;
            }
            else
            {
                plain.Append(text[at] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var other => other });
            }
        }

        return plain.ToString();
    }
}
