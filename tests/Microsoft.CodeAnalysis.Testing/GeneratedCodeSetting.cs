using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Listens to an analyzer's initialisation to learn whether it says what it does with generated code.</summary>
internal sealed class GeneratedCodeSetting : AnalysisContext
{
    private bool _isSaid;

    public static bool IsSaidBy(DiagnosticAnalyzer analyzer)
    {
        var listener = new GeneratedCodeSetting();
        analyzer.Initialize(listener);
        return listener._isSaid;
    }

    public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode) => _isSaid = true;

    public override void EnableConcurrentExecution() { }

    public override void RegisterAdditionalFileAction(Action<AdditionalFileAnalysisContext> action) { }

    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) { }

    public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) { }

    public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action) { }

    public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action) { }

    public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) { }

    public override void RegisterOperationBlockAction(Action<OperationBlockAnalysisContext> action) { }

    public override void RegisterOperationBlockStartAction(Action<OperationBlockStartAnalysisContext> action) { }

    public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) { }

    public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) { }

    public override void RegisterSymbolStartAction(Action<SymbolStartAnalysisContext> action, SymbolKind symbolKind) { }

    public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) { }

    public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) { }
}
