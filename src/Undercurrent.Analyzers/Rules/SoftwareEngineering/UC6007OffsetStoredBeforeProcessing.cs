using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Settlements;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>By default Kafka's client notes a record as read before the program has seen it, and tells the broker every five seconds.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC6007OffsetStoredBeforeProcessing() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6007",
        title: "Offset is stored before the record is processed",
        messageFormat: "The consumer stores an offset before '{0}' returns the record: one that is being worked on is lost when the process ends",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6007"),
        customTags: [Tag.Ingestion]);

    /// <summary>Known where something stores or commits offsets already.</summary>
    internal const string Settled = "settled";

    private const string Library = "Confluent.Kafka";

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Brokers | Subjects.Receipts))
            return;

        var project = watch.Project;
        watch.Operations<IObjectCreationOperation>(OperationKind.ObjectCreation, (context, made) =>
        {
            if (!OffsetSettings.Are(made) || !new OffsetSettings(project.Compilation, context.CancellationToken).RunAhead(made))
                return;

            var calls = new BrokerCalls(project, context.CancellationToken);
            var search = new SettlementSearch(calls);
            var work = new ConsumedWork(calls).For(made);
            if (work.Count > 0 && !search.FindsOwnPlace(made.Initializer?.Initializers.FirstOrDefault() ?? made, Library, byOffset: true))
                context.Report(Rule, LocationOf(made.Syntax), Known(made, work, search, calls), work[0].TargetMethod.Name);
        });
    }

    private static ImmutableDictionary<string, string?> Known(IOperation made, IReadOnlyList<IInvocationOperation> work, SettlementSearch search, BrokerCalls calls)
    {
        if (!search.FindsNone(made, Library, "StoreOffset", "Commit"))
            return ImmutableDictionary<string, string?>.Empty.Add(Settled, "true");

        return work.Count == 1 && work[0] is { Instance: { } consumer } consume && consume.Syntax.SyntaxTree == made.Syntax.SyntaxTree && SettlingPlace.OfRecord(consume, record => $"{consumer.Syntax}.StoreOffset({record});", calls) is { } place
            ? place.Write() : ImmutableDictionary<string, string?>.Empty;
    }

    private static Location LocationOf(SyntaxNode made) => made is ObjectCreationExpressionSyntax { Type: var type } ? type.GetLocation() : ((BaseObjectCreationExpressionSyntax)made).NewKeyword.GetLocation();
}
