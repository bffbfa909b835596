namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The least severe compiler diagnostics a test has to expect.</summary>
public enum CompilerDiagnostics
{
    None,
    Errors,
    Warnings,
    Suggestions,
    All,
}

/// <summary>Which of the automatic checks of an analyzer test are left out.</summary>
[Flags]
public enum TestBehaviors
{
    None = 0,
    SkipGeneratedCodeCheck = 1,
    SkipSuppressionCheck = 2,
    SkipGeneratedSourcesCheck = 4,
}

/// <summary>Which of the automatic checks of a code fix test are left out.</summary>
[Flags]
public enum CodeFixTestBehaviors
{
    None = 0,
    SkipFixAllInDocumentCheck = 1,
    SkipFixAllInProjectCheck = 2,
    SkipFixAllInSolutionCheck = 4,
    SkipFixAllCheck = SkipFixAllInDocumentCheck | SkipFixAllInProjectCheck | SkipFixAllInSolutionCheck,
    FixOne = 8,
    SkipLocalDiagnosticCheck = 16,
}

/// <summary>How closely the tree a code action builds must resemble the one the parser builds from its text.</summary>
public enum CodeActionValidationMode
{
    None,
    SemanticStructure,
    Full,
}

/// <summary>What of an expected diagnostic is not compared.</summary>
[Flags]
public enum DiagnosticOptions
{
    None = 0,
    IgnoreAdditionalLocations = 1,
    IgnoreSeverity = 2,
}

/// <summary>How an expected location is read.</summary>
[Flags]
public enum DiagnosticLocationOptions
{
    None = 0,
    IgnoreLength = 1,
    InterpretAsMarkupKey = 2,
    UnnecessaryCode = 4,
}

/// <summary>What becomes of the markup in a state's files.</summary>
public enum MarkupMode
{
    None,
    Ignore,
    IgnoreFixable,
    Allow,
}

/// <summary>How markup without an ID, and <c>$$</c>, are read.</summary>
[Flags]
public enum MarkupOptions
{
    None = 0,
    UseFirstDescriptor = 1,
    TreatPositionIndicatorsAsCode = 2,
}

/// <summary>What a state takes over from the state before it.</summary>
public enum StateInheritanceMode
{
    AutoInherit,
    Explicit,
    AutoInheritAll,
}
