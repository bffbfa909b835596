using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Tests.Harness;

/// <summary>A fact about syntax of C# 12 or later, skipped on compilers that do not know it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NewerCSharpFactAttribute : FactAttribute
{
    public NewerCSharpFactAttribute()
    {
        if (typeof(Compilation).Assembly.GetName().Version < new Version(4, 8))
            Skip = "Written in C# 12 or later, which this compiler cannot parse; the run on the newest Roslyn has it.";
    }
}
