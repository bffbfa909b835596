using Undercurrent.Analyzers.Benchmarks;

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
