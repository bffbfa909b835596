using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Tests.Engine;

/// <summary>The scan decides whether a rule looks at a project at all, so it may see more than the parser, never less.</summary>
public class WordScanTests
{
    private static readonly Regex Words = new(@"[\p{L}\p{Nd}_]+");

    private static readonly string[] Folders = ["src", "samples", "tests"];

    public static TheoryData<string> Files =>
        [.. Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(House.House.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(House.House.Root, path))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Sees_every_word_the_parser_sees(string file) => Compare(File.ReadAllText(Path.Combine(House.House.Root, file)));

    [Theory]
    [InlineData("class C { string S = @\"a \"\"quoted\"\" c:\\\"; string Password; }")]
    [InlineData("class C { char A = '\"', B = '\\''; string Password; }")]
    [InlineData("class C { string S = $\"{(true ? \"x\" : \"y\")} z\"; string Password; }")]
    [InlineData("class C { string S = \"\"\"\n  one \" two \"\" Server=x;Password=y\n  \"\"\"; }")]
    [InlineData("class C { string S = \"\"\"{\"password\":1}\"\"\"; }")]
    [InlineData("class C { string S = @\"{\"\"password\"\":1}\"; }")]
    [InlineData("class C { string S = \"\"; string T = \"https://user@host\"; }")]
    [InlineData("class C { string S = \"\\\"\"; string T = \"x-api-key\"; }")]
    [InlineData("class C { string S = $@\"{1} \"\" pwd=1\"; }")]
    [InlineData("#region it's\nclass C { string Password; }\n#endregion")]
    [InlineData("/* a \" b */ class C { string Password; } // \"")]
    public void Finds_its_way_through_quotation_marks(string source) => Compare(source);

    [Fact]
    public void Leaves_comments_out() =>
        Assert.Equal(default, WordScan.Of(SourceText.From("// password\n/* HttpClient https://x */ class C { /// token\n }")));

    private static void Compare(string source)
    {
        var expected = default(WordMeaning);
        foreach (var token in CSharpSyntaxTree.ParseText(source, new(LanguageVersion.Latest)).GetRoot().DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
                expected = expected.And(WordSubjects.Of(token.ValueText));
            else if (token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken)
                || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken) || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
                expected = expected.And(new(Words.Matches(token.ValueText).Aggregate(WordSubjects.OfText(token.Text), (all, word) => all | WordSubjects.OfWordInText(word.Value)), Subjects.None));
        }

        var seen = WordScan.Of(SourceText.From(source));
        Assert.Equal(expected, new(seen.Always & expected.Always, seen.WithLibraries & expected.WithLibraries));
    }
}
