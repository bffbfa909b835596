using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>The figures as Markdown tables, with the aims beside them.</summary>
internal sealed class Report(Suite suite, Options options)
{
    private readonly StringBuilder text = new();

    private readonly List<(string Aim, string Figure, bool Met)> aims = [];

    public string Write()
    {
        Head();
        Compile();
        Rules();
        Plain();
        Edit();
        Growth();
        Cold();
        Aims();
        foreach (var note in suite.Notes)
            Line("* " + note);
        return text.ToString();
    }

    private void Head()
    {
        var version = typeof(Compilation).Assembly.GetName().Version!;
        Line($"Measured {DateTime.UtcNow:yyyy-MM-dd} on {Environment.ProcessorCount} shared {RuntimeInformation.OSArchitecture} processors, {(OperatingSystem.IsLinux() ? "Linux" : OperatingSystem.IsWindows() ? "Windows" : "macOS")}, "
            + $".NET {Environment.Version}, Roslyn {version.ToString(3)}: {options.Files:N0} files, {suite.Code.Lines:N0} lines, seed {options.Seed}, least of {options.Rounds} interleaved rounds. "
            + $"The middle round of the bare compile lies {Percent(suite.Compiling.Noise(Suite.Compile))} above its least one; differences smaller than that are noise.");
        Line();
        Line($"The floor stands for {suite.Kinds}.");
        Line($"Without a data library ours registers {suite.PlainKinds}.");
        Line();
    }

    private void Compile()
    {
        Line($"### The compile, {options.Files:N0} files");
        Line();
        Rows(suite.Compiling, [Suite.FloorName, Suite.Ours, .. suite.Peers], "s", 1, "");
        if (!Has(suite.Compiling, Suite.Ours))
            return;
        var compile = suite.Compiling.Least(Suite.Compile);
        var ours = Extra(suite.Compiling, Suite.Ours);
        if (Has(suite.Compiling, Suite.FloorName))
            Aim("all rules cost at most 1.3 times the driver's floor", ours.Seconds / Extra(suite.Compiling, Suite.FloorName).Seconds, 1.3);
        Aim("all rules cost at most 0.15 of the compile's processor time", ours.Seconds / compile.Seconds, 0.15);
        foreach (var peer in suite.Peers)
            Aim($"all rules cost less than {peer}", ours.Seconds / Extra(suite.Compiling, peer).Seconds, 1);
    }

    private void Rules()
    {
        if (suite.Rules.Count == 0)
            return;
        Line($"### Rule by rule, {suite.FilesAt(1):N0} files");
        Line();
        Rows(suite.Ranking, [Suite.FloorName, Suite.Ours, .. suite.Rules], "s", 1, "rules ");
    }

    private void Plain()
    {
        if (!options.Wants("plain"))
            return;
        Line($"### No data library referenced ({suite.Plain.Lines:N0} lines)");
        Line();
        Rows(suite.Quiet, [Suite.Idle, Suite.Ours], "s", 1, "plain ");
        var (idle, ours) = (suite.Quiet.Least(Suite.Idle), suite.Quiet.Least(Suite.Ours));
        Line("The idle analyzer registers nothing; it costs what it costs that the compiler has any analyzer at all, and every SDK project has the SDK's own.");
        Line();
        Aim("no data library referenced: all rules add at most 1 % of processor time to a compile with an idle analyzer", (ours.Seconds / idle.Seconds) - 1, 0.01);
        Aim("no data library referenced: all rules add at most 1 % of memory to a compile with an idle analyzer", (ours.Megabytes / idle.Megabytes) - 1, 0.01);
        Aim("no data library referenced: all rules cost at most 1 % of a compile without any analyzer", Extra(suite.Quiet, Suite.Ours).Seconds / suite.Quiet.Least(Suite.Compile).Seconds, 0.01);
    }

    private void Edit()
    {
        if (!options.Wants("edit"))
            return;
        Line($"### One file edited in {Edits.Files:N0}");
        Line();
        Rows(suite.Editing, [Suite.FloorName, Suite.Ours, .. suite.Peers], "ms", 1000);
        if (!Has(suite.Editing, Suite.Ours) || !Has(suite.Editing, Suite.FloorName))
            return;
        Aim("an edit's extra cost is at most 1.3 times the floor's", Extra(suite.Editing, Suite.Ours).Seconds / Extra(suite.Editing, Suite.FloorName).Seconds, 1.3);
        Aim("an edit altogether takes at most 1.3 times what it takes with the floor", suite.Editing.Least(Suite.Ours).Seconds / suite.Editing.Least(Suite.FloorName).Seconds, 1.3);
    }

    private void Growth()
    {
        if (!options.Wants("scaling"))
            return;
        Line("### Growth with the code base");
        Line();
        Line("| size | files | compile s | ours s | ours, extra s | extra ÷ compile | ours, extra MB |");
        Line("|---|--:|--:|--:|--:|--:|--:|");
        foreach (var times in new[] { 1, 2, 4 })
        {
            var (compile, ours, extra) = (suite.Growing.Least($"{Suite.Compile} {times}x"), suite.Growing.Least($"{Suite.Ours} {times}x"), Grown(times));
            Line($"| {times}x | {suite.FilesAt(times):N0} | {Number(compile.Seconds)} | {Number(ours.Seconds)} | {Number(extra.Seconds)} | {Percent(extra.Seconds / compile.Seconds)} | {extra.Megabytes:N0} |");
        }

        Line();
        var (time, bytes) = (Exponent(Grown(1).Seconds, Grown(4).Seconds), Exponent(Grown(1).Megabytes, Grown(4).Megabytes));
        Line($"Four times the code takes 4^{Number(time)} of the extra time and 4^{Number(bytes)} of the extra memory; 4^1 is linear.");
        Line();
        Aim("extra time grows linearly (exponent at most 1.15)", time, 1.15);
        Aim("extra memory grows linearly (exponent at most 1.15)", bytes, 1.15);
    }

    private void Cold()
    {
        if (!Has(suite.Building, Suite.Ours))
            return;
        Line($"### A cold build: the SDK's own compiler in a new process, {Suite.ColdFiles} files");
        Line();
        Line("| | CPU s | extra s | ÷ compile | ours ÷ it |");
        Line("|---|--:|--:|--:|--:|");
        var (compile, ours) = (suite.Building.Least(Suite.Compile), Extra(suite.Building, Suite.Ours));
        Line($"| {Suite.Compile} | {Number(compile.Seconds)} | | | |");
        foreach (var name in suite.Peers.Prepend(Suite.Ours))
        {
            var extra = Extra(suite.Building, name);
            Line($"| {name} | {Number(suite.Building.Least(name).Seconds)} | {Number(extra.Seconds)} | {Number(extra.Seconds / compile.Seconds)} | {Number(ours.Seconds / extra.Seconds)} |");
        }

        Line();
        Line($"The middle round of the bare compile lies {Percent(suite.Building.Noise(Suite.Compile))} above its least one.");
        Line();
        Aim("cold: all rules cost at most 0.15 of the compile's processor time", ours.Seconds / compile.Seconds, 0.15);
        foreach (var peer in suite.Peers)
            Aim($"cold: all rules cost less than {peer}", ours.Seconds / Extra(suite.Building, peer).Seconds, 1);
    }

    private void Aims()
    {
        Line("### Aims");
        Line();
        Line("| aim | figure | |");
        Line("|---|--:|---|");
        foreach (var (aim, figure, met) in aims)
            Line($"| {aim} | {figure} | {(met ? "met" : "**missed**")} |");
        Line();
    }

    private void Rows(Rounds rounds, IEnumerable<string> names, string unit, double scale, string? findings = null)
    {
        var compile = rounds.Least(Suite.Compile);
        var floor = Has(rounds, Suite.FloorName) ? Extra(rounds, Suite.FloorName) : (Cost?)null;
        var ours = Has(rounds, Suite.Ours) ? Extra(rounds, Suite.Ours) : (Cost?)null;
        Line($"| | CPU {unit} | extra {unit} | ÷ compile | ÷ floor | ours ÷ it | MB | extra MB | ÷ compile | findings |");
        Line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        Line($"| {Suite.Compile} | {Number(compile.Seconds * scale)} | | | | | {Number(compile.Megabytes)} | | | |");
        foreach (var name in names.Where(name => Has(rounds, name)))
        {
            var (all, extra) = (rounds.Least(name), Extra(rounds, name));
            Line($"| {name} | {Number(all.Seconds * scale)} | {Number(extra.Seconds * scale)} | {Number(extra.Seconds / compile.Seconds)} | {Number(extra.Seconds / floor?.Seconds)} | {Number(ours?.Seconds / extra.Seconds)} "
                + $"| {Number(all.Megabytes)} | {Number(extra.Megabytes)} | {Number(extra.Megabytes / compile.Megabytes)} | {(findings is null ? "" : suite.Findings(findings + name))} |");
        }

        Line();
    }

    private Cost Grown(int times) => suite.Growing.Least($"{Suite.Ours} {times}x") - suite.Growing.Least($"{Suite.Compile} {times}x");

    private void Aim(string aim, double figure, double most) => aims.Add((aim, Number(figure), figure <= most));

    private static double Exponent(double one, double four) => Math.Log(four / one) / Math.Log(4);

    private static bool Has(Rounds rounds, string name) => rounds.Measured(name);

    private static Cost Extra(Rounds rounds, string name) => rounds.Least(name) - rounds.Least(Suite.Compile);

    private static string Number(double? number) => number is not { } some ? "" : some.ToString(Math.Abs(some) >= 100 ? "N0" : Math.Abs(some) >= 10 ? "N1" : "N2", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("N1", CultureInfo.InvariantCulture) + " %";

    private void Line(string line = "") => text.Append(line).Append('\n');
}
