using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Undercurrent.Analyzers.Tests.Fuzz;

/// <summary>Changes a source the way accidents, typing and malice do. The same seed makes the same change.</summary>
internal static class Mutation
{
    private static readonly string[] Strangers =
    [
        "(", ")", "{", "}", "\"", "$\"{", "\"\"\"", "=>", "?.", "??", "!", "await ", "default", "new()", "null", "this", "base", "_", "@class", "\\u0041b", "ＡＢＣ", "a\u0301", "/*", "*/", "#if x\n", "\0",
        "password", "Email", "HttpClient", "ILogger", "\"Password=x7-correct;Host=h\"", "\"postgres://u:p@h/db\"", "\"{Email} {{ {\"", "\"\\ud800\"", "'", "params", "ref ", "static ", "record ", "with { }", "is not { }", "checked(", "stackalloc ", "..",
    ];

    private static readonly string[] TextStrangers =
        ["\"", "'", "{", "}", "[", "]", "<", ">", "/>", "</", "<!--", "-->", "&", "&quot;", "=", ":", ": ", ",", "#", "//", "/*", "- ", "|", "\t", "\n", "\r\n", "\\", "\\u", "\0", "\ud83d", "\uFEFF", "${", "*"];

    public static string Of(string source, Random random)
    {
        var changes = random.Next(1, 4);
        for (var change = 0; change < changes; change++)
            source = Once(source, random);

        return source;
    }

    /// <summary>The same for a text that is no C#: letters, stretches and lines go, come and change places.</summary>
    public static string OfText(string text, Random random)
    {
        for (var change = random.Next(1, 4); change > 0 && text.Length > 2; change--)
        {
            var (start, other) = (random.Next(text.Length), random.Next(text.Length));
            var length = Math.Min(random.Next(1, 12), text.Length - start);
            text = random.Next(7) switch
            {
                0 => text.Remove(start, length),
                1 => text.Remove(start, 1),
                2 => text[..start],
                3 => text.Insert(start, TextStrangers[random.Next(TextStrangers.Length)]),
                4 => text.Insert(other, text.Substring(start, length)),
                5 => text.Remove(start, 1).Insert(start, TextStrangers[random.Next(TextStrangers.Length)]),
                _ => WithoutLines(text, random),
            };
        }

        return text;
    }

    private static string Once(string source, Random random)
    {
        var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0).ToList();
        if (tokens.Count < 2)
            return source + Strangers[random.Next(Strangers.Length)];

        var (one, other) = (tokens[random.Next(tokens.Count)], tokens[random.Next(tokens.Count)]);
        return random.Next(10) switch
        {
            0 or 1 => source.Remove(one.SpanStart, one.Span.Length),
            2 => source.Insert(one.SpanStart, one.Text + " "),
            3 or 4 => Swap(source, one, other),
            5 => source[..one.SpanStart],
            6 => source.Remove(one.SpanStart, one.Span.Length).Insert(one.SpanStart, other.Text),
            7 => source.Insert(one.SpanStart, Strangers[random.Next(Strangers.Length)]),
            8 => source.Remove(one.SpanStart, one.Span.Length).Insert(one.SpanStart, Strangers[random.Next(Strangers.Length)]),
            _ => WithoutLines(source, random),
        };
    }

    private static string Swap(string source, SyntaxToken one, SyntaxToken other)
    {
        if (one.SpanStart == other.SpanStart)
            return source;

        var (first, second) = one.SpanStart < other.SpanStart ? (one, other) : (other, one);
        return source[..first.SpanStart] + second.Text + source[first.Span.End..second.SpanStart] + first.Text + source[second.Span.End..];
    }

    private static string WithoutLines(string source, Random random)
    {
        var lines = source.Split('\n').ToList();
        var start = random.Next(lines.Count);
        lines.RemoveRange(start, Math.Min(random.Next(1, 4), lines.Count - start));
        return string.Join('\n', lines);
    }
}
