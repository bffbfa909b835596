using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Settlements;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>A broker that waits to be told gives out again whatever it was never told about.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC6008NeverSettled() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6008",
        title: "Record is never settled",
        messageFormat: "'{0}' leaves it to the program to tell the broker what is done with, and nothing does",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6008"),
        customTags: [Tag.Ingestion]);

    /// <summary>How often settings are followed from a method to those that call it.</summary>
    private const int Deepest = 3;

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Brokers | Subjects.Receipts))
            return;

        var project = watch.Project;
        foreach (var kind in ManualSettlement.Kinds)
        {
            watch.Operations<IOperation>(kind, (context, operation) =>
            {
                if (ManualSettlement.Of(operation, project) is not { } manual || operation.Syntax.FirstAncestorOrSelf<AttributeSyntax>() is not null)
                    return;

                var calls = new BrokerCalls(project, context.CancellationToken);
                if (IsLeft(manual, new(calls), calls))
                    context.Report(Rule, LocationOf(operation), SettlingPlace.Of(manual, calls)?.Write() ?? ImmutableDictionary<string, string?>.Empty, manual.Name);
            });
        }
    }

    private static bool IsLeft(ManualSettlement manual, SettlementSearch search, BrokerCalls calls) =>
        search.FindsNone(manual.At, manual.Library, manual.Settling)
        && (manual.At is not ISimpleAssignmentOperation || manual.Library != "Confluent.Kafka" || (search.IsReceived(manual.Library) && !search.FindsOwnPlace(manual.At, manual.Library)))
        && StaysInSight(manual.At, manual, calls, 0);

    /// <summary>Settings that a method returns are settled where its callers work by them, and all of those are in sight.</summary>
    private static bool StaysInSight(IOperation at, ManualSettlement manual, BrokerCalls calls, int depth)
    {
        if (SettlementSearch.GoesOutOfSight(at, manual.Library))
            return false;

        if (!SettlementSearch.IsHandedBack(at, manual.Library))
            return true;

        return depth < Deepest && manual.At is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: false, ContainingType: var settings } } }
            && at.SemanticModel?.GetEnclosingSymbol(at.Syntax.SpanStart) is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && SettlementSearch.IsOrExtends(ValueUses.ResultOf(method.ReturnType) ?? method.ReturnType, settings)
            && Callers.Of(method, calls.Project.Compilation, calls.Cancellation) is { Count: > 0 } callers && callers.All(caller => caller is IInvocationOperation && StaysInSight(caller, manual, calls, depth + 1));
    }

    private static Location LocationOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.NameLocation(),
        IEventAssignmentOperation added => added.EventReference.Syntax.GetLocation(),
        _ => operation.Syntax.GetLocation(),
    };
}
