using System.Globalization;
using System.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A syntax tree as text, one node or token per line: its kind, and for a token what it says and means.</summary>
internal sealed class TreeOutline(Type kinds, bool withTrivia)
{
    public string Of(SyntaxNode root)
    {
        var outline = new StringBuilder();
        Write(root, 0, outline);
        return outline.ToString();
    }

    private void Write(SyntaxNodeOrToken element, int depth, StringBuilder outline)
    {
        Line(outline, depth, element.RawKind, element.IsToken ? Shown(element.AsToken()) : "");
        foreach (var child in element.ChildNodesAndTokens())
            Write(child, depth + 1, outline);
        if (withTrivia && element.IsToken)
            foreach (var trivia in element.GetLeadingTrivia().Concat(element.GetTrailingTrivia()))
                if (trivia.HasStructure)
                    Write(trivia.GetStructure()!, depth + 1, outline);
                else
                    Line(outline, depth + 1, trivia.RawKind, trivia.ToString());
    }

    private static string Shown(SyntaxToken token) =>
        string.Create(CultureInfo.InvariantCulture, $"{token.Text} = {token.Value?.GetType().Name} {token.Value} {(token.ValueText == token.Text ? "" : token.ValueText)}");

    private void Line(StringBuilder outline, int depth, int kind, string text) =>
        outline.Append(' ', depth * 2).Append(Enum.ToObject(kinds, kind)).Append(' ').AppendLine(text.ReplaceLineEndings("\\n"));
}
