namespace Undercurrent.Analyzers.Engine.Borrowing;

/// <summary>How something outlives the handler it was lent to.</summary>
internal enum Keeping
{
    None,

    /// <summary>It is put where others find it later.</summary>
    Stored,

    /// <summary>Work that the handler does not wait for has it.</summary>
    Captured,

    /// <summary>The handler goes on after its caller was told that it is done.</summary>
    Late,
}
