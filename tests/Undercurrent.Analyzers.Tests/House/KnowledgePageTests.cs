using System.Globalization;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Tests.House;

/// <summary>The page of what is known says what the catalogues say.</summary>
public sealed class KnowledgePageTests
{
    private static readonly string Page = Path.Combine(House.Root, "docs", "knowledge.md");

    [Fact]
    public void Lists_every_trait() => GeneratedBlock.Check(Page, "traits", string.Join('\n', Catalogue.Traits
        .Select(trait => $"| `{ApiEntry.Spelling(trait)}` | {Catalogue.Meaning(trait)} |")
        .Prepend("| Trait | Says of an API |\n|---|---|")));

    [Theory, InlineData("data-apis"), InlineData("credential-sinks"), InlineData("safeguards")]
    public void Lists_every_api(string name) => GeneratedBlock.Check(Page, name, string.Join("\n\n", new Catalogue(name).Sections
        .Select(section => string.Join('\n', section.Rows.Select(ApiLine).Prepend($"**{section.Heading}**\n\n| API | Traits | Verified against |\n|---|---|---|")))));

    [Fact]
    public void Lists_every_term() => GeneratedBlock.Check(Page, "personal-data", string.Join("\n\n", new Catalogue("personal-data").Sections
        .Select(section => string.Join('\n', section.Rows.Select(TermLine).Prepend($"**{section.Heading}**\n\n{TermHead(section.Rows[0])}")))));

    [Fact]
    public void Lists_every_class_of_characters_that_tokens_are_made_of() => GeneratedBlock.Check(Page, "token-classes", string.Join('\n', new Catalogue("token-formats").Sections
        .SelectMany(section => Forms(section.Rows)).SelectMany(Pieces)
        .Where(piece => piece.Class.Length > 1 && piece.Class[0] != '[').Select(piece => piece.Class).Distinct().Order(StringComparer.Ordinal)
        .Select(name => $"| {name} | {CharactersOf(name)} |")
        .Prepend("| Class | Characters |\n|---|---|")));

    [Fact]
    public void Lists_every_form_of_token_and_no_token() => GeneratedBlock.Check(Page, "token-formats", string.Join("\n\n", new Catalogue("token-formats").Sections
        .Select(section => string.Join('\n', Forms(section.Rows).Select(TokenLine)
            .Prepend($"**{section.Heading}**\n\n| Token | Form | Length | Checked |\n|---|---|---|---|")))));

    private static IEnumerable<string> Forms(IReadOnlyList<string> rows) => rows.Where(row => !TokenFormats.IsExample(row.TrimStart()));

    private static string TokenLine(string row)
    {
        var (format, pieces) = (TokenFormat.Read(row), Pieces(row).ToList());
        var (least, most) = (pieces.Sum(piece => piece.Least), pieces.Any(piece => piece.Most is null) ? null : pieces.Sum(piece => piece.Most));
        var length = format.Check == "pem" ? "of its key" : most is null ? $"{least} or more" : least == most ? $"{least}" : $"{least} to {most}";
        return $"| {format.Name} | {string.Join(", ", pieces.Select(piece => piece.Said))} | {length} | {CheckOf(format.Check)} |";
    }

    /// <summary>The parts of a form: what is said of each, and how long it is.</summary>
    private static IEnumerable<(string Said, string Class, int Least, int? Most)> Pieces(string row)
    {
        var format = TokenFormat.Read(row);
        foreach (var written in format.Form.Split(' ').Where(written => written != format.Check))
        {
            if (written.Split('*') is [{ Length: > 0 } name, var count])
            {
                var range = count.TrimEnd('+').Split('-').Select(one => int.Parse(one, CultureInfo.InvariantCulture)).ToArray();
                var times = count.EndsWith('+') ? $"{range[0]} or more" : string.Join(" to ", range);
                yield return ($"{times} {(name.Length == 1 || name[0] == '[' ? $"of `{name.Trim('[', ']')}`" : name)}", name, range[0], count.EndsWith('+') ? null : range[^1]);
            }
            else
            {
                var texts = written.Replace("\\s", " ", StringComparison.Ordinal).Split('|');
                yield return (string.Join(" or ", texts.Select(text => $"`` {text} ``")), "", texts.Min(text => text.Length), texts.Max(text => text.Length));
            }
        }
    }

    /// <summary><c>ABC12-</c> is said <c>A-C 1-2 -</c>.</summary>
    private static string CharactersOf(string name)
    {
        var (known, said) = (TokenClass.Named(name), new List<string>());
        for (var first = '!'; first < 127; first++)
        {
            var last = first;
            while (known.Has(first) && known.Has((char)(last + 1)) && char.IsLetterOrDigit(last))
                last++;

            if (known.Has(first))
                said.Add(last > first ? $"`{first}`-`{last}`" : $"`{first}`");

            first = last;
        }

        return string.Join(" ", said);
    }

    private static string CheckOf(string? check) => check switch
    {
        null => "",
        "crc62" => "the last six are the checksum (CRC-32 in base 62) of the thirty before them",
        "random" => "as mixed as only chance is",
        "sas" => "the version or the end of a grant stands beside it",
        "jwt" => "names an algorithm, is signed, and is of nobody who lives in manuals",
        "pem" => "a private key behind its title",
        "basic" => "says a user and a password",
        _ => $"`{check["has:".Length..]}` inside",
    };

    private static string ApiLine(string row)
    {
        var entry = ApiEntry.Read(row, out _)!;
        return $"| `` {row.Split(' ')[0]} `` | {string.Join(", ", row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1))} | {Libraries.VerifiedAgainst(entry)} |";
    }

    private static string TermHead(string row) => row.Split(' ')[0] switch
    {
        "term" => "| Words | Kind | Level | Only with |\n|---|---|---|---|",
        "not" => "| Term | Cancelled by |\n|---|---|",
        "head" or "person" or "clean" => "| Words |\n|---|",
        _ => "| Form | Kinds |\n|---|---|",
    };

    private static string TermLine(string row)
    {
        var words = row.Split(' ');
        if (words[0] == "not")
            return $"| {row["not ".Length..].Replace(": ", " | ", StringComparison.Ordinal)} |";

        if (words[0] is "head" or "person" or "clean")
            return $"| {string.Join(" ", words[1..])} |";

        if (words[0] != "term")
            return $"| {words[0]} | {string.Join(", ", words[1..])} |";

        var body = row.Split(" with ");
        var said = body[0].Split(' ');
        return $"| {string.Join(" ", said[1..^2])} | {said[^2]} | {said[^1]} | {(body.Length > 1 ? body[1] : "")} |";
    }
}
