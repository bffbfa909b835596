using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Safeguards;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>A library that was told to be helpful writes down the data it works on, wherever its logs and errors go.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC2009SensitiveDiagnostics() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2009",
        title: "Diagnostics repeat the data they are about",
        messageFormat: "'{0}' puts the data itself into logs, traces or errors",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2009"),
        customTags: [Tag.Generation, Tag.Storage, Tag.Ingestion, Tag.Transformation, Tag.Serving, "CWE-532"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Diagnostics))
            return;

        var sinks = watch.Project.CredentialSinks;
        watch.Operations<ILiteralOperation>(OperationKind.Literal, (context, literal) =>
        {
            foreach (var (at, key, instead) in WeakSettings.In(literal, Safeguard.Diagnostics, sinks))
            {
                if (!AskedFor.Is(literal.Syntax, context.ContainingSymbol, context.Compilation, context.CancellationToken))
                    context.Report(Rule, at, TextSpot.Write(instead), key.Spelling);
            }
        });
        foreach (var kind in SafeguardSwitch.Kinds.Add(OperationKind.CompoundAssignment))
        {
            watch.Operations<IOperation>(kind, static (context, operation) =>
            {
                if (RevealingSwitch.In(operation) is var (at, name, instead) && !AskedFor.Is(at, context.ContainingSymbol, context.Compilation, context.CancellationToken))
                    context.Report(Rule, at.GetLocation(), TextSpot.Write(instead), name);
            });
        }
    }
}
