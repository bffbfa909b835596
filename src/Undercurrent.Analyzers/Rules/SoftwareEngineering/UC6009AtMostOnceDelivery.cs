using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Deliveries;
using Undercurrent.Analyzers.Engine.Safeguards;
using Undercurrent.Analyzers.Engine.Settlements;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>A broker that is told to forget, or a client that is told not to ask, loses whatever fails between them, without an error.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC6009AtMostOnceDelivery() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6009",
        title: "Messages are delivered at most once",
        messageFormat: "'{0}' lets messages {1}",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6009"),
        customTags: [Tag.Ingestion, Tag.Storage]);

    private const string Lost = "be lost on their way";
    private const string Shuffled = "arrive twice, or out of order";

    private static readonly HashSet<string> Queueing = new(StringComparer.Ordinal)
    {
        "StreamAdd", "StreamAddAsync", "ListLeftPush", "ListLeftPushAsync", "ListRightPush", "ListRightPushAsync",
    };

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Delivery))
            return;

        var project = watch.Project;
        watch.Operations<ILiteralOperation>(OperationKind.Literal, (context, literal) =>
        {
            foreach (var (at, key, instead) in WeakSettings.In(literal, Safeguard.Delivery, project.CredentialSinks))
            {
                if (!MayBeLost(literal.Syntax, project))
                    context.Report(Rule, at, TextSpot.Write(instead), key.Spelling, Lost);
            }
        });
        foreach (var kind in SafeguardSwitch.Kinds)
            watch.Operations<IOperation>(kind, (context, operation) => Look(context, operation, project));
    }

    private static void Look(OperationAnalysisContext context, IOperation operation, PipelineProject project)
    {
        if (SafeguardSwitch.In(operation, Safeguard.Delivery) is not var (at, name, instead) || MayBeLost(at, project, () => IsWorkedOn(operation, project, context.CancellationToken)) || IsAllowed(operation, name))
            return;

        var isOrder = name is "EnableIdempotence" or WeakKeys.Idempotence;
        if (!isOrder || KeyedMessages.AreSentBy(at, context.Compilation))
            context.Report(Rule, at.GetLocation(), TextSpot.Write(instead), name, isOrder ? Shuffled : Lost);
    }

    /// <summary>What is read of a queue that goes with its reader is lost with it anyway; and a cache or counter is no queue.</summary>
    private static bool IsAllowed(IOperation operation, string name) => operation is IArgumentOperation { Parent: IInvocationOperation call }
        && (PassingQueue.IsOf(call) || (name.EndsWith("FireAndForget", StringComparison.Ordinal) && !Queueing.Contains(call.TargetMethod.Name)));

    /// <summary>Whether the messages that a call gives are worked on, rather than thrown away.</summary>
    private static bool IsWorkedOn(IOperation operation, PipelineProject project, CancellationToken cancellation) => operation is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var name } call }
        && !name.StartsWith("BasicConsume", StringComparison.Ordinal) && new BrokerCalls(project, cancellation) is var calls && calls.HandsOver(call) && new ConsumedWork(calls).IsWorkedOn(call);

    private static bool MayBeLost(SyntaxNode at, PipelineProject project, Func<bool>? isWorkedOn = null) => DevelopmentGuard.Covers(at) || LossyNames.Speak(at, project, Rule.Id, isWorkedOn);
}
