using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine.SecretTexts;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Names the setting that a value moves to, after what takes the value and where it stands.</summary>
internal static class SettingName
{
    private static readonly string[] Endings = ["Options", "Settings", "Configuration", "Config", "Client", "Service", "Factory", "Credentials", "Secrets"];
    private static readonly string[] Connections = ["Connection", "String", "Conn", "Str", "Cs"];

    /// <summary>The key of a credential in the configuration: <c>Warehouse:Password</c>.</summary>
    public static string Key(SyntaxNode node, string taker)
    {
        if (taker.IndexOf(':') > 0 || taker.IndexOf('.') > 0)
            return taker.Replace('.', ':');

        var words = Words(taker is "parameter" or "input" ? "Authorization" : taker);
        if (words.Count > 1 && words[0] == "X")
            words.RemoveAt(0);

        // The words before the credential say whose it is; without them the type does.
        var first = Enumerable.Range(0, words.Count).Where(at => CredentialName.KindOf(string.Concat(words.Skip(at))) != CredentialKind.None).DefaultIfEmpty(0).Last();
        return first > 0 ? $"{string.Concat(words.Take(first))}:{string.Concat(words.Skip(first))}" : $"{Owner(node)}:{string.Concat(words)}";
    }

    /// <summary>The same setting as a variable of the environment: <c>WAREHOUSE_PASSWORD</c>.</summary>
    public static string Variable(string key) => string.Join("_", key.Split(':').SelectMany(Words)).ToUpperInvariant();

    /// <summary>The name of a connection string: of what holds it, else of the type that uses it.</summary>
    public static string Connection(SyntaxNode node)
    {
        foreach (var outer in node.Ancestors().TakeWhile(outer => outer is not (StatementSyntax and not LocalDeclarationStatementSyntax) and not BaseTypeDeclarationSyntax))
        {
            var name = outer switch
            {
                VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                PropertyDeclarationSyntax property => property.Identifier.ValueText,
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } => left.Identifier.ValueText,
                _ => null,
            };

            if (name is not null && Words(name).Where(word => !Connections.Contains(word, StringComparer.OrdinalIgnoreCase)).ToList() is { Count: > 0 } words && node.Parent is EqualsValueClauseSyntax or AssignmentExpressionSyntax)
                return string.Concat(words);
        }

        return Owner(node) is "Pipeline" ? "Default" : Owner(node);
    }

    private static string Owner(SyntaxNode node)
    {
        var type = node.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.ValueText;
        if (type is null or "Program" or "Startup")
            return "Pipeline";

        var ending = Endings.FirstOrDefault(ending => type.Length > ending.Length && type.EndsWith(ending, StringComparison.Ordinal));
        return string.Concat(Words(ending is null ? type : type.Substring(0, type.Length - ending.Length)));
    }

    /// <summary>The words of a name, each with a capital.</summary>
    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var at = 0; at <= name.Length; at++)
        {
            var ends = at == name.Length || !char.IsLetterOrDigit(name[at]) || (word.Length > 0 && char.IsUpper(name[at]) && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1]))));
            if (ends && word.Length > 0)
            {
                words.Add(char.ToUpperInvariant(word[0]) + word.ToString(1, word.Length - 1));
                word.Clear();
            }

            if (at < name.Length && char.IsLetterOrDigit(name[at]))
                word.Append(name[at]);
        }

        return words;
    }
}
