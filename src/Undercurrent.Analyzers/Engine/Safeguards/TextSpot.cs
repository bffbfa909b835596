using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>
/// Where a stretch of a text stands in the source, so that one setting of a longer text is underlined and mended, and what else
/// is to say about the text can be said of the rest.
/// </summary>
internal static class TextSpot
{
    /// <summary>Under which a fix finds what to write instead.</summary>
    public const string Instead = "instead";

    public static Location Of(SyntaxNode literal, string text, int start, int end)
    {
        var written = literal.GetFirstToken();
        var at = written.Text.IndexOf(text.Substring(start, end - start), StringComparison.Ordinal);
        return at < 0 ? literal.GetLocation() : Location.Create(literal.SyntaxTree, new TextSpan(written.SpanStart + at, end - start));
    }

    public static ImmutableDictionary<string, string?> Write(string? instead) =>
        instead is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Instead, instead);
}
