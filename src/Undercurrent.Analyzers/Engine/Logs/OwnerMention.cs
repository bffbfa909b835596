using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Whether what is written tells which object is meant, so that its id need not be written once more.</summary>
internal static class OwnerMention
{
    /// <summary>The property that is there when another mention of the same object already tells which one it is.</summary>
    public const string Known = "owner";

    public static ImmutableDictionary<string, string?> Of(SyntaxNode value, SyntaxNode whole, HashSet<TextSpan> reported) =>
        IsMade(value, whole, reported) ? ImmutableDictionary<string, string?>.Empty.Add(Known, "logged") : ImmutableDictionary<string, string?>.Empty;

    /// <summary>Whether the whole also writes an id of the object a value is taken from, or another value of it was reported before.</summary>
    private static bool IsMade(SyntaxNode value, SyntaxNode whole, HashSet<TextSpan> reported) =>
        OwnerOf(value) is { } owner && whole.DescendantNodes().Any(node => node != value && OwnerOf(node) is { } other && other.IsEquivalentTo(owner)
            && ((reported.Contains(node.Span) && node.SpanStart < value.SpanStart) || node.ToString().EndsWith("Id", StringComparison.Ordinal)));

    private static ExpressionSyntax? OwnerOf(SyntaxNode value) => value switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax } access => access.Expression,
        _ => null,
    };
}
