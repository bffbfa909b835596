namespace Undercurrent.Analyzers.Tests.Harness;

/// <summary>What surrounds the source under test.</summary>
public sealed record Given
{
    public static readonly Given Nothing = new();

    /// <summary>Further C# files of the project; they may hold markup.</summary>
    public IReadOnlyList<(string Name, string Text)> Sources { get; init; } = [];

    /// <summary>The further C# files after the fix, by name; one that is not named is as before, its markup included.</summary>
    public IReadOnlyList<(string Name, string Text)> SourcesAfter { get; init; } = [];

    /// <summary>Files handed to the analyzers beside the source.</summary>
    public IReadOnlyList<(string Name, string Text)> AdditionalFiles { get; init; } = [];

    /// <summary>Lines of <c>key = value</c> that hold for every C# file.</summary>
    public string? EditorConfig { get; init; }

    /// <summary>Lines of <c>key = value</c> that hold for the whole project, such as what the build hands over.</summary>
    public string? GlobalConfig { get; init; }

    /// <summary>The equivalence key of the fix to apply; the first one offered when left out.</summary>
    public string? FixKey { get; init; }

    /// <summary>Only the framework is referenced, no client library.</summary>
    public bool Bare { get; init; }

    /// <summary>Libraries that changed their shape are referenced in their other major.</summary>
    public bool OtherMajors { get; init; }

    /// <summary>Written in C# 12 or later, which the floor's compiler cannot parse; goes with <see cref="NewerCSharpFactAttribute"/>.</summary>
    public bool NewerCSharp { get; init; }

    /// <summary>The project is a program, so that top-level statements compile.</summary>
    public bool Exe { get; init; }
}
