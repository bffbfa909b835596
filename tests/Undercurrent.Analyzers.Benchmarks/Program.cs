using System.Diagnostics;
using Undercurrent.Analyzers.Benchmarks;

// Analyzers run beside the compiler, on a thread of their own. Where two threads share a core or its caches, each takes more
// processor time than it would alone, and that would be counted as the analyzers'.
if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
{
    using var self = Process.GetCurrentProcess();
    self.ProcessorAffinity &= -self.ProcessorAffinity;
}

try
{
    var options = Options.Parse(args);
    if (options.Smoke)
        return Smoke.Run(options);

    var suite = new Suite(options);
    suite.Run();
    var report = new Report(suite, options).Write();
    Console.WriteLine(report);
    if (options.Out is { } file)
        File.WriteAllText(file, report);
    if (options.WriteDocs)
        SpeedPage.Write(report);
    return 0;
}
catch (ArgumentException problem)
{
    Console.Error.WriteLine(problem.Message);
    Console.Error.WriteLine(Options.Usage);
    return 2;
}
