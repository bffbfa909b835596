using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.SecretTexts;

/// <summary>The passwords that S2068 sees with its default words: by the name they are assigned to, or within one text.</summary>
internal static class PasswordWords
{
    /// <summary>The rule this describes.</summary>
    public const string Id = "S2068";

    private static readonly string[] Words = ["password", "passwd", "pwd", "passphrase"];
    private static readonly char[] AfterUser = ['@', '/', '?'];

    /// <summary>Whether a literal is given to a name that has one of the words.</summary>
    /// <param name="operation">What gives it.</param>
    /// <param name="at">The literal, when it is one.</param>
    /// <param name="name">The name it is given to.</param>
    public static bool Name(IOperation operation, SyntaxNode at, string name)
    {
        if (at is not LiteralExpressionSyntax literal || !literal.IsInside(operation.Syntax))
            return false;

        if (operation is IArgumentOperation { Parameter: { Name: "password", ContainingType: { Name: "NetworkCredential" } type } })
            return type.HasMetadataName("System.Net.NetworkCredential");

        // A value that repeats the word is taken for the name of a setting.
        return operation is IVariableDeclaratorOperation or IFieldInitializerOperation or ISimpleAssignmentOperation
            && Array.Exists(IdentifierWords.Of(name), word => Words.Contains(word) && literal.Token.ValueText.IndexOf(word, StringComparison.OrdinalIgnoreCase) < 0);
    }

    /// <summary>Whether one of the words stands before a value in a text, or an address carries a user and another password.</summary>
    public static bool StandIn(string text) => Array.Exists(Words, word => Stands(word, text)) || InAddress(text);

    private static bool Stands(string word, string text)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            while (end < text.Length && text[end] == ' ')
                end++;

            if ((at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '_')) && end + 1 < text.Length && text[end] is '=' or ':' && text[end + 1] != ';')
                return true;
        }

        return false;
    }

    private static bool InAddress(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = start < 3 ? -1 : text.IndexOfAny(AfterUser, start);
        var middle = end < 0 || text[end] != '@' ? -1 : text.IndexOf(':', start, end - start);
        return middle > start && end > middle + 1 && !string.Equals(text.Substring(start, middle - start), text.Substring(middle + 1, end - middle - 1), StringComparison.OrdinalIgnoreCase);
    }
}
