using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>Parse, bind, analyse and emit in one pass, with the analyzers attached as the command-line compiler attaches them.</summary>
internal static class Compiler
{
    // The public CompilationWithAnalyzers binds everything a second time beside an emit; the compiler's own driver shares
    // the bound bodies. It is internal, and the compiler version is pinned, so it is reached by name.
    private static readonly Type Driver = typeof(Compilation).Assembly.GetType("Microsoft.CodeAnalysis.Diagnostics.AnalyzerDriver", throwOnError: true)!;

    private static readonly MethodInfo Attach = Driver.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .Single(method => method.Name == "CreateAndAttachToCompilation" && method.GetParameters().Length == 10 && method.GetParameters()[4].ParameterType == typeof(Action<Diagnostic>));

    private static readonly MethodInfo Finish = Driver.GetMethod("GetDiagnosticsAsync", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!;

    private static readonly PropertyInfo Registered = Driver.GetProperty("AnalyzerActions", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>Compiles and says what the analyzers reported.</summary>
    public static ImmutableArray<Diagnostic> Run(CodeBase code, Contender contender) => Run(code, contender, out _);

    /// <summary>The same, with the actions the driver was asked to run for this compilation.</summary>
    public static ImmutableArray<Diagnostic> Run(CodeBase code, Contender contender, out object? actions)
    {
        Compilation compilation = code.Compilation(contender);
        var driver = contender.Analyzers.IsEmpty ? null : AttachTo(ref compilation, contender);
        var emitted = compilation.Emit(new MemoryStream(), new MemoryStream());
        if (!emitted.Success)
            throw new InvalidOperationException("The generated code does not compile: " + emitted.Diagnostics.First(one => one.Severity == DiagnosticSeverity.Error));

        actions = null;
        if (driver is null)
            return [];
        var reported = ((Task<ImmutableArray<Diagnostic>>)Finish.Invoke(driver, [compilation, CancellationToken.None])!).GetAwaiter().GetResult();
        actions = Registered.GetValue(driver);
        return reported;
    }

    private static object AttachTo(ref Compilation compilation, Contender contender)
    {
        var parameters = Attach.GetParameters();
        // As a build with an error log does it, and the editor: suggestions run too. Else the peers that mostly suggest
        // would be compared by their absence.
        var quiet = Enum.Parse(parameters[6].ParameterType, "Hidden");
        var manager = Activator.CreateInstance(parameters[3].ParameterType, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [contender.Analyzers], null);
        object?[] arguments = [compilation, contender.Analyzers, new AnalyzerOptions([]), manager, (Action<Diagnostic>)(_ => { }), false, quiet, false, null, CancellationToken.None];
        var driver = Attach.Invoke(null, arguments)!;
        compilation = (Compilation)arguments[8]!;
        return driver;
    }
}
