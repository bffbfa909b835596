using Undercurrent.Analyzers.Engine.SecretTexts;
using Undercurrent.Analyzers.Knowledge;
using Undercurrent.Analyzers.Tests.House;

namespace Undercurrent.Analyzers.Tests.Knowledge;

/// <summary>Each row of the table is followed by what it means and by its nearest innocent, both in parts.</summary>
public sealed class TokenFormatsTests
{
    private static readonly List<(string Name, string Form, bool IsTrue, string Text)> Examples = Read();

    public static TheoryData<string, bool, string> All
    {
        get
        {
            var all = new TheoryData<string, bool, string>();
            foreach (var (name, form, isTrue, _) in Examples.Distinct())
                all.Add(name, isTrue, form);

            return all;
        }
    }

    /// <summary>The first true example of a kind of token.</summary>
    internal static string TokenOf(string kind) => Examples.First(example => example.Name == kind && example.IsTrue).Text;

    [Theory, MemberData(nameof(All))]
    public void Examples_are_what_they_are_said_to_be(string name, bool isTrue, string form) =>
        Assert.All(Examples.Where(example => example.Form == form && example.IsTrue == isTrue), example => Assert.Equal(isTrue ? name : null, TokenText.In(example.Text)?.Name));

    [Fact]
    public void Every_row_has_an_example_of_each() => Assert.All(
        TokenFormats.Known.All, format => Assert.Equal(2, Examples.Where(example => example.Form == format.Form && example.Name == format.Name).Select(example => example.IsTrue).Distinct().Count()));

    [Fact]
    public void Every_form_is_there_once() => Assert.Equal(TokenFormats.Known.All.Count, TokenFormats.Known.All.Select(format => format.Form).Distinct().Count());

    [Fact]
    public void A_token_is_found_among_other_words() => Assert.All(
        Examples.Where(example => example.IsTrue), example => Assert.Equal(example.Name, TokenText.In($"see ({example.Text}), then go on")?.Name));

    [Fact]
    public void A_token_inside_a_longer_word_is_none() => Assert.All(
        Examples.Where(example => example.IsTrue && char.IsLetterOrDigit(example.Text[0]) && !example.Text.Contains("sig=", StringComparison.Ordinal)), example => Assert.Null(TokenText.In("x" + example.Text)));

    [Fact]
    public void A_word_of_every_token_raises_the_subject() => Assert.All(
        Examples.Where(example => example.IsTrue), example => Assert.Contains(example.Text.Split([.. example.Text.Where(letter => !char.IsLetterOrDigit(letter) && letter != '_')]), TokenFormats.Known.MayBePart));

    [Theory]
    [InlineData("id")]
    [InlineData("Content-Type")]
    [InlineData("OrderNotFound")]
    [InlineData("transformation")]
    [InlineData("2024")]
    public void A_plain_word_raises_nothing(string word) => Assert.False(TokenFormats.Known.MayBePart(word));

    [Theory]
    [InlineData("AKIA*")]
    [InlineData("b64*3 hepta*4")]
    [InlineData("AKIA base32*x")]
    public void A_row_that_means_nothing_is_refused(string form) => Assert.ThrowsAny<Exception>(() => TokenFormat.Read("Kind: " + form));

    private static List<(string, string, bool, string)> Read()
    {
        var examples = new List<(string, string, bool, string)>();
        var (name, form) = ("", "");
        foreach (var row in CatalogueText.Embedded("token-formats").Select(row => row.Text))
        {
            if (TokenFormats.IsExample(row))
                examples.Add((name, form, row[0] == '+', row[2..].Replace(" ", "", StringComparison.Ordinal).Replace("\\s", " ", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal)));
            else
                (name, form) = (TokenFormat.Read(row).Name, TokenFormat.Read(row).Form);
        }

        return examples;
    }
}
