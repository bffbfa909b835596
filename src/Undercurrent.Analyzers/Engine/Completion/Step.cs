namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>What an operation does to work that has to be finished; of two, the greater counts.</summary>
internal enum Step
{
    None,

    /// <summary>May write; taken for writing only where nothing ever finishes the work.</summary>
    MayWrite,

    /// <summary>Writes what is lost unless finished.</summary>
    Writes,

    /// <summary>Commits, completes, flushes, or gives up on purpose.</summary>
    Finishes,

    /// <summary>Begins the next work under the same name, or looks at what should have been finished by now.</summary>
    Ends,
}
