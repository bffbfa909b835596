using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>The command-line compiler of the SDK in a process of its own, as a build server's first build meets it.</summary>
internal sealed partial class Cold : IDisposable
{
    private const int Children = -1;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cold");

    private readonly string compiler;

    public Cold(CodeBase code, string compiler)
    {
        this.compiler = compiler;
        for (var index = 0; index < code.Texts.Count; index++)
            File.WriteAllText(Path.Combine(folder.FullName, $"{index:00000}.cs"), code.Texts[index].ToString());
        File.WriteAllLines(Path.Combine(folder.FullName, "all.rsp"),
        [
            "/noconfig", "/nostdlib", "/target:library", "/optimize+", "/debug:portable", "/nullable:enable", "/nologo", "/langversion:latest",
            $"/out:{Path.Combine(folder.FullName, "measured.dll")}",
            // Without an error log the compiler leaves out what can only suggest, and so most of Roslynator.
            $"/errorlog:{Path.Combine(folder.FullName, "measured.sarif")},version=2.1",
            .. code.References.Select(reference => $"/reference:\"{reference.Display}\""),
            $"\"{Path.Combine(folder.FullName, "*.cs")}\"",
        ]);
    }

    // The processor time of ended children is what a build farm is billed; only POSIX systems keep that account.
    public static bool IsPossible => !OperatingSystem.IsWindows();

    /// <summary>One whole compile in a new process, with the analyzers in these files.</summary>
    public Cost Compile(IEnumerable<string> analyzers, string config)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["exec", compiler, $"@{Path.Combine(folder.FullName, "all.rsp")}", .. analyzers.Select(path => "/analyzer:" + path)];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        if (config != "")
            start.ArgumentList.Add("/analyzerconfig:" + config);
        var before = ChildrenTime();
        using (var process = Process.Start(start)!)
        {
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0 || said.Contains("CS8032", StringComparison.Ordinal) || said.Contains("CS9057", StringComparison.Ordinal))
                throw new InvalidOperationException("The compiler did not run as it should: " + said.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal) || line.Contains("CS8032", StringComparison.Ordinal) || line.Contains("CS9057", StringComparison.Ordinal)));
        }

        return new(ChildrenTime() - before, 0);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static double ChildrenTime()
    {
        Span<long> usage = stackalloc long[18];
        if (ReadUsage(Children, usage) != 0)
            throw new InvalidOperationException("The system does not say what its processes took");
        return usage[0] + (usage[1] / 1e6) + usage[2] + (usage[3] / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int ReadUsage(int who, Span<long> usage);
}
