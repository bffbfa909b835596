using System.Globalization;

namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Options
{
    public const string Usage = """
        dotnet run -c Release --project tests/Undercurrent.Analyzers.Benchmarks -- [options]
          --files 1000     files of the generated code base
          --rounds 5       interleaved rounds, of which the least is taken
          --seed 7         another seed is another code base
          --only a,b       of: floor, ours, peers, rules, plain, edit, scaling, cold (the compile alone is always measured)
          --out file.md    write the tables to a file as well
          --write-docs     write the tables into docs/speed.md
          --smoke          50 files, one round; fails on a crash, on AD0001 and on growth that is not linear
        """;

    private static readonly string[] Parts = ["floor", "ours", "peers", "rules", "plain", "edit", "scaling", "cold"];

    public int Files { get; private init; } = 1000;

    public int Rounds { get; private init; } = 5;

    public int Seed { get; private init; } = 7;

    public IReadOnlyList<string> Only { get; private init; } = Parts;

    public string? Out { get; private init; }

    public bool WriteDocs { get; private init; }

    public bool Smoke { get; private init; }

    public bool Wants(string part) => Only.Contains(part);

    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        for (var index = 0; index < arguments.Count; index++)
        {
            string Next() => ++index < arguments.Count ? arguments[index] : throw new ArgumentException($"{arguments[index - 1]} needs a value");
            options = arguments[index] switch
            {
                "--files" => options with { Files = Positive(Next()) },
                "--rounds" => options with { Rounds = Positive(Next()) },
                "--seed" => options with { Seed = Positive(Next()) },
                "--only" => options with { Only = Known(Next().Split(',')) },
                "--out" => options with { Out = Next() },
                "--write-docs" => options with { WriteDocs = true },
                "--help" => throw new ArgumentException("Measures the analyzers beside their peers."),
                "--smoke" => options with { Smoke = true, Files = 50, Rounds = 1 },
                var unknown => throw new ArgumentException($"'{unknown}' is not an option"),
            };
        }

        return options;
    }

    private static int Positive(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new ArgumentException($"'{text}' is not a positive number");

    private static string[] Known(string[] parts) =>
        parts.Append("compile").Except(Parts).FirstOrDefault(part => part != "compile") is { } unknown ? throw new ArgumentException($"'{unknown}' is not a part") : parts;
}
