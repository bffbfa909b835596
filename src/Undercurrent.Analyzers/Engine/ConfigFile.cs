using Microsoft.CodeAnalysis.Text;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>An <c>.editorconfig</c> or global config file, read only for the lines that are ours.</summary>
internal static class ConfigFile
{
    public static bool Is(string path) =>
        path.EndsWith(".editorconfig", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".globalconfig", StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<CatalogueProblem> Problems(SourceText text)
    {
        foreach (var row in CatalogueText.Rows(text.ToString()))
        {
            var equals = row.Text.IndexOf('=');
            if (row.Text[0] is not (';' or '[') && equals > 0 && Options.Refuse(row.Text.Substring(0, equals).Trim(), row.Text.Substring(equals + 1).Trim()) is { } why)
                yield return new(row.Line, why);
        }
    }
}
