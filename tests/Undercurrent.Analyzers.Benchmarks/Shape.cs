using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>The text of one kind of file: parts that are always there, by chance, or several times, with words to fill in.</summary>
internal sealed partial class Shape
{
    private readonly List<(string Rule, int First, int Last, string Text)> parts = [];

    public static Shape Read(string resource)
    {
        using var reader = new StreamReader(typeof(Shape).Assembly.GetManifestResourceStream(resource)!);
        var shape = new Shape();
        var (rule, text) = ("always", new StringBuilder());
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("//~ ", StringComparison.Ordinal))
            {
                shape.Add(rule, text);
                (rule, text) = (line[4..], new());
            }
            else
            {
                text.Append(line).Append('\n');
            }
        }

        shape.Add(rule, text);
        return shape;
    }

    public string Write(Random random, Words words)
    {
        var text = new StringBuilder();
        foreach (var (rule, first, last, part) in parts)
        {
            var times = rule switch
            {
                "chance" => random.Next(100) < first ? 1 : 0,
                "repeat" => random.Next(first, last + 1),
                _ => 1,
            };
            for (var time = 1; time <= times; time++)
                text.Append(Word().Replace(part, word => word.Value == "$i$" ? time.ToString(CultureInfo.InvariantCulture) : words[word.Groups[1].Value]));
        }

        return text.ToString();
    }

    private void Add(string rule, StringBuilder text)
    {
        var words = rule.Split(' ');
        var numbers = words.Skip(1).Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        parts.Add((words[0], numbers.FirstOrDefault(), numbers.LastOrDefault(), text.ToString()));
    }

    [GeneratedRegex(@"\$(\w+)\$")]
    private static partial Regex Word();
}
