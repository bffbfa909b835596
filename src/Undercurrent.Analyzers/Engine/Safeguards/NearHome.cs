using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Undercurrent.Analyzers.Engine.SecretTexts;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>Whether a client whose safeguard is off is set up, next to it, for the machine the program runs on.</summary>
internal static class NearHome
{
    public static bool Is(SyntaxNode at)
    {
        var creation = at.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>(outer => outer.Initializer?.Span.Contains(at.Span) == true || outer == at);
        var around = creation ?? (SyntaxNode?)at.FirstAncestorOrSelf<BlockSyntax>() ?? at;
        return Names(around);
    }

    /// <summary>Whether a text in some code is an address of the machine, or leads to one.</summary>
    public static bool Names(SyntaxNode around) =>
        around.DescendantTokens().Any(token => token.IsKind(SyntaxKind.StringLiteralToken) && IsLocal(token.ValueText));

    private static bool IsLocal(string text) => text.Length is > 0 and < 200 && text != "." && (AddressText.IsLocal(text) || (PlainAddress.HostOf(text) is { } host && AddressText.IsLocal(host)));
}
