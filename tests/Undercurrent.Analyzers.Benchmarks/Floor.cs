using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>The kinds of action a set of analyzers registered for one compilation, read from the driver that ran them.</summary>
internal sealed record Registrations(
    ImmutableArray<OperationKind> Operations,
    ImmutableArray<SymbolKind> Symbols,
    ImmutableArray<SymbolKind> SymbolStarts,
    ImmutableArray<SyntaxKind> Syntax,
    ImmutableHashSet<string> Others)
{
    /// <summary>Nothing at all: what it costs that an analyzer is there.</summary>
    public static readonly Registrations None = new([], [], [], [], []);

    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static Registrations Of(object actions) => new(
        Kinds<OperationKind>(actions, "_operationActions"),
        Kinds<SymbolKind>(actions, "_symbolActions"),
        All(actions, "_symbolStartActions").Select(action => (SymbolKind)Value(action, "Kind")).Distinct().ToImmutableArray(),
        Kinds<SyntaxKind>(actions, "_syntaxNodeActions"),
        actions.GetType().GetFields(Any).Where(field => field.Name.EndsWith("Actions", StringComparison.Ordinal) && All(actions, field.Name).Any()).Select(field => field.Name).ToImmutableHashSet());

    public override string ToString() =>
        $"{Operations.Length} operation kinds, {Symbols.Length} symbol kinds, {SymbolStarts.Length} symbol starts, {Syntax.Length} syntax kinds; action lists in use: {string.Join(", ", Others.Order(StringComparer.Ordinal).Select(name => name[1..]))}";

    private static IEnumerable<object> All(object actions, string field) =>
        ((IEnumerable)actions.GetType().GetField(field, Any)!.GetValue(actions)!).Cast<object>();

    private static ImmutableArray<TKind> Kinds<TKind>(object actions, string field) =>
        All(actions, field).SelectMany(action => (ImmutableArray<TKind>)Value(action, "Kinds")).Distinct().Order().ToImmutableArray();

    private static object Value(object action, string property) => action.GetType().GetProperty(property, Any)!.GetValue(action)!;
}

/// <summary>One analyzer that asks for the same kinds of action and does nothing: what no set of rules can cost less than.</summary>
#pragma warning disable RS1001, RS1013, RS2008 // It is made by hand, measured, and never shipped.
internal sealed class Floor(Registrations kinds) : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Silence =
        new("FLOOR", "Nothing", "Nothing", "Floor", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Silence];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (!kinds.Operations.IsEmpty)
                start.RegisterOperationAction(_ => { }, kinds.Operations);
            if (!kinds.Symbols.IsEmpty)
                start.RegisterSymbolAction(_ => { }, kinds.Symbols);
            if (!kinds.Syntax.IsEmpty)
                start.RegisterSyntaxNodeAction(_ => { }, kinds.Syntax);
            foreach (var kind in kinds.SymbolStarts)
                start.RegisterSymbolStartAction(symbol => symbol.RegisterSymbolEndAction(_ => { }), kind);
            foreach (var other in kinds.Others)
                Register(start, other);
        });
    }

    private static void Register(CompilationStartAnalysisContext start, string actions)
    {
        switch (actions)
        {
            case "_syntaxTreeActions":
                start.RegisterSyntaxTreeAction(_ => { });
                break;
            case "_additionalFileActions":
                start.RegisterAdditionalFileAction(_ => { });
                break;
            case "_semanticModelActions":
                start.RegisterSemanticModelAction(_ => { });
                break;
            case "_codeBlockActions":
                start.RegisterCodeBlockAction(_ => { });
                break;
            case "_codeBlockStartActions":
                start.RegisterCodeBlockStartAction<SyntaxKind>(block => block.RegisterCodeBlockEndAction(_ => { }));
                break;
            case "_operationBlockActions":
                start.RegisterOperationBlockAction(_ => { });
                break;
            case "_operationBlockStartActions":
                start.RegisterOperationBlockStartAction(block => block.RegisterOperationBlockEndAction(_ => { }));
                break;
            case "_compilationEndActions" or "_compilationActions":
                start.RegisterCompilationEndAction(_ => { });
                break;
        }
    }
}
#pragma warning restore RS1001, RS1013, RS2008
