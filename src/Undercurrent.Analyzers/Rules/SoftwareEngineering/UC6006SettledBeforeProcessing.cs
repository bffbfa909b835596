using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Completion;
using Undercurrent.Analyzers.Engine.Settlements;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>A broker that was told a record is done with will not send it again, whatever becomes of the work.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC6006SettledBeforeProcessing() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6006",
        title: "Record is settled before it is processed",
        messageFormat: "'{0}' {1} '{2}': a record that fails there is lost",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6006"),
        customTags: [Tag.Ingestion]);

    /// <summary>Under which a fix finds where the last of the work begins that the settlement should follow.</summary>
    internal const string Last = "last";

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Brokers) || (watch.Project.Subjects & (Subjects.Settlements | Subjects.Receipts)) == 0)
            return;

        var project = watch.Project;
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            var calls = new BrokerCalls(project, context.CancellationToken);
            if (EarlySettlement.LeftByHandler(call, calls) is { } settles)
                context.Report(Rule, call.NameLocation(), ImmutableDictionary<string, string?>.Empty, settles, EarlySettlement.Beside, NameOf(call));

            if (!calls.Settles(call) || call.Syntax.FirstAncestorOrSelf<AttributeSyntax>() is not null || EarlySettlement.Of(call, FlowGraphs.Of(context), calls) is not { } early)
                return;

            var known = early.Manner == EarlySettlement.Before
                ? ImmutableDictionary<string, string?>.Empty.Add(Last, early.Last.Syntax.SpanStart.ToString(CultureInfo.InvariantCulture))
                : ImmutableDictionary<string, string?>.Empty;
            context.Report(Rule, call.NameLocation(), known, call.TargetMethod.Name, early.Manner, NameOf(early.Work));
        });
    }

    private static string NameOf(IOperation work) => work switch
    {
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.DelegateInvoke } } call => RecordTrail.VariableOf(call.Instance)?.Name ?? "the handler",
        IInvocationOperation call => call.TargetMethod.Name,
        IReturnOperation { Kind: OperationKind.YieldReturn } => "yield return",
        IReturnOperation => "return",
        _ => "await",
    };
}
