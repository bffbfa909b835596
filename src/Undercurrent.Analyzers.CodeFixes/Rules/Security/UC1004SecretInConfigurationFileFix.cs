using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.ConfigurationTexts;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Takes the secret out of the file, and leaves a note of where it is to come from.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)])]
public sealed class UC1004SecretInConfigurationFileFix() : FileFix(UC1004SecretInConfigurationFile.Rule, "Take it out; it belongs in user secrets, the environment or a secret store")
{
    private protected override IEnumerable<TextChange> Changes(SourceText text, string path, Diagnostic diagnostic)
    {
        var secret = diagnostic.Location.SourceSpan;
        var line = text.Lines.GetLineFromPosition(secret.Start);
        if (diagnostic.Properties.TryGetValue(UC1004SecretInConfigurationFile.Setting, out var setting) && setting is not null && Note(text, path, line, setting) is { } note)
            yield return new(new(line.Start, 0), Indentation(line) + note + EndOf(line));

        yield return new(secret, setting is not null && IsOfCommand(setting) ? "${" + NameIn(path, setting) + ":?}" : "");
    }

    /// <summary>Null where a line of its own cannot stand before the setting, or where the file has none: not every reader of JSON forgives comments.</summary>
    private static string? Note(SourceText text, string path, TextLine line, string setting)
    {
        var said = $"{NameIn(path, setting)} belongs in the environment or a secret store.";
        var start = line.ToString().TrimStart();
        return ConfigurationFile.IsJson(path) ? start.StartsWith("\"", StringComparison.Ordinal) && HasComments(text) ? "// " + said : null
            : !ConfigurationFile.IsXml(path) ? "# " + said
            : start.StartsWith("<", StringComparison.Ordinal) && !start.StartsWith("</", StringComparison.Ordinal) && !said.Contains("--") ? $"<!-- {said} -->"
            : null;
    }

    private static bool HasComments(SourceText text) =>
        text.Lines.Any(line => line.ToString().TrimStart() is var start && (start.StartsWith("//", StringComparison.Ordinal) || start.StartsWith("/*", StringComparison.Ordinal)));

    /// <summary>An option left blank may open the server to everyone; Compose does not start one whose variable is missing.</summary>
    private static bool IsOfCommand(string setting) => setting.LastIndexOf(':') is > 0 and var last && CommandLine.Is(setting.Substring(0, last));

    /// <summary><c>services:cache:command:requirepass</c> is <c>CACHE_REQUIREPASS</c>.</summary>
    private static string VariableOf(string setting)
    {
        var keys = setting.Split(':');
        var service = keys.Length > 2 ? keys[keys.Length - (keys[keys.Length - 2] == "test" ? 4 : 3)] + "_" : "";
        return string.Concat((service + keys[keys.Length - 1]).ToUpperInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : '_'));
    }

    /// <summary>Settings of .NET are variables of the environment with their keys joined; elsewhere the last key is the variable already.</summary>
    private static string NameIn(string path, string setting)
    {
        if (IsOfCommand(setting))
            return VariableOf(setting);

        var name = new StringBuilder();
        foreach (var letter in CatalogueFile.NameOf(path).StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) ? setting : setting.Substring(setting.LastIndexOf(':') + 1))
            name.Append(letter == ':' ? "__" : char.IsControl(letter) ? "" : letter.ToString());

        return name.ToString();
    }

    private static string Indentation(TextLine line)
    {
        var written = line.ToString();
        return written.Substring(0, written.Length - written.TrimStart().Length);
    }

    private static string EndOf(TextLine line) => line.EndIncludingLineBreak > line.End ? line.Text!.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : "\n";
}
