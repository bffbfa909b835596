using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Text freed of its markup: <c>[|here|]</c>, <c>{|ID:here|}</c>, <c>{|#0:here|#0}</c> and the position <c>$$</c>.</summary>
internal sealed partial record MarkedText(string Text, ImmutableArray<int> Positions, ImmutableArray<(string Name, TextSpan Span)> Spans)
{
    public static MarkedText Read(string input, bool positionsAreCode)
    {
        var text = new StringBuilder();
        var positions = ImmutableArray.CreateBuilder<int>();
        var starts = new List<Tag>();
        var ends = new List<Tag>();
        var read = 0;

        for (var token = Tokens().Match(input); token.Success; token = Tokens().Match(input, token.Index + Math.Max(1, read - token.Index)))
        {
            if (positionsAreCode && token.Value == "$$" || EndsAfterBracket(input, token, starts, ends))
                continue;

            text.Append(input, read, token.Index - read);
            read = token.Index + token.Length;
            if (token.Value == "$$")
                positions.Add(text.Length);
            else if (token.Value is "[|" || token.Groups["name"].Success)
                starts.Add(new(token.Groups["name"].Value, text.Length, token.Index));
            else
                ends.Add(new(token.Groups["key"].Value, text.Length, token.Index));
        }

        text.Append(input, read, input.Length - read);
        return new(text.ToString(), positions.ToImmutable(), [.. Paired(starts, ends)]);
    }

    /// <summary>The input's <c>[|]</c> closes an open span rather than opening a new one; so does <c>[|}</c> where a named one is open.</summary>
    private static bool EndsAfterBracket(string input, Match token, List<Tag> starts, List<Tag> ends)
    {
        if (token.Value != "[|" || token.Index + 2 >= input.Length || starts.Count <= ends.Count)
            return false;

        var open = new List<Tag>(starts);
        foreach (var end in ends)
            open.Remove(end.Name != "" ? open.Find(start => start.Name == end.Name)! : open.Last(start => start.Order < end.Order));
        return input[token.Index + 2] == (open[^1].Name == "" ? ']' : '}');
    }

    /// <summary>Numbered ends find their own start wherever it is; the others close the latest one still open.</summary>
    private static IEnumerable<(string, TextSpan)> Paired(List<Tag> starts, List<Tag> ends)
    {
        if (starts.Count != ends.Count)
            throw new ArgumentException($"The markup opens {starts.Count} spans and closes {ends.Count}.");

        if (starts.GroupBy(start => start.Name).FirstOrDefault(one => one.Key.StartsWith('#') && one.Count() > 1) is { } twice)
            throw new ArgumentException($"The markup opens '{twice.Key}' more than once.");

        var open = new List<Tag>(starts);
        foreach (var end in ends.OrderByDescending(end => end.Name != "").ThenBy(end => end.Order))
        {
            var start = end.Name != "" ? open.Find(one => one.Name == end.Name) : open.FindLast(one => one.Order < end.Order);
            if (start is null)
                throw new ArgumentException($"The markup closes a span at {end.Order} which it never opened.");
            open.Remove(start);
            yield return (start.Name, TextSpan.FromBounds(start.Position, end.Position));
        }
    }

    [GeneratedRegex(@"\$\$|\[\||\|\]|\{\|(?<name>[^:|[\]{}]+):|\|\}|\|(?<key>#\d+)\}")]
    private static partial Regex Tokens();

    private sealed record Tag(string Name, int Position, int Order);
}
