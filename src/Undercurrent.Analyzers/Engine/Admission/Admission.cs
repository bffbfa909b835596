namespace Undercurrent.Analyzers.Engine;

/// <summary>Whom an endpoint lets in, as far as its source says; a higher one overrules a lower.</summary>
internal enum Admission
{
    /// <summary>It cannot be told from here.</summary>
    Unknown,

    /// <summary>Nothing asks who is calling.</summary>
    Open,

    /// <summary>Something asks for an authorised caller.</summary>
    Guarded,

    /// <summary>It says itself that anybody may call, whatever else is set up.</summary>
    Declared,
}
