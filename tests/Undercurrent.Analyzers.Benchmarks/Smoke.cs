using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>The part of the measurement that can fail a build: it judges growth and silence, never seconds.</summary>
internal static class Smoke
{
    public static int Run(Options options)
    {
        var (inputs, ours) = (new Inputs(), Contender.Ours());
        var problems = new List<string>();
        var plain = Compiler.Run(CodeBase.Plain(options.Files, options.Seed, inputs), ours);
        problems.AddRange(plain.Select(one => "plain code: " + one));

        var (small, large) = (CodeBase.Pipeline(options.Files, options.Seed, inputs), CodeBase.Pipeline(options.Files * 4, options.Seed, inputs));
        var reported = Compiler.Run(large, ours);
        if (reported.IsEmpty)
            problems.Add("the pipeline code breaks rules, and none of them spoke");
        problems.AddRange(reported.Where(one => one.Id == "AD0001").Select(one => one.GetMessage()));
        var other = large.Compilation(ours).WithAnalyzers(ours.Analyzers).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        if (other.Length != reported.Length)
            problems.Add($"the compiler's driver reported {reported.Length} findings, the editor's {other.Length}");

        // Bytes repeat to the percent where seconds do not: four times the code may take a little more than four times the memory.
        var growth = Extra(large, ours) / Extra(small, ours);
        if (growth > 6)
            problems.Add($"four times the code takes {growth:N1} times the extra memory");

        Console.WriteLine($"{reported.Length} findings in {large.Lines:N0} lines; four times the code takes {growth:N2} times the extra memory");
        problems.ForEach(Console.Error.WriteLine);
        return problems.Count == 0 ? 0 : 1;
    }

    private static double Extra(CodeBase code, Contender ours)
    {
        var without = Cost.Of(() => Compiler.Run(code, Contender.Compile));
        return (Cost.Of(() => Compiler.Run(code, ours)) - without).Megabytes;
    }
}
