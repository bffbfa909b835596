using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Deliveries;
using Undercurrent.Analyzers.Engine.Safeguards;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>Brokers are patched, moved and restarted like everything else; what they kept in memory alone is gone afterwards.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC6012NonDurableMessage() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6012",
        title: "Messages end with their broker",
        messageFormat: "'{0}' loses messages {1}",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6012"),
        customTags: [Tag.Storage, Tag.Ingestion]);

    private const string AtRestart = "when the broker restarts";
    private const string AtDisconnection = "when nobody is connected";
    private const string Unnoticed = "that the broker did not take";
    private const string InMemory = "non-persistent://";

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Durability))
            return;

        var project = watch.Project;
        watch.Operations<ILiteralOperation>(OperationKind.Literal, (context, literal) =>
        {
            foreach (var (at, key, instead) in WeakSettings.In(literal, Safeguard.Durability, project.CredentialSinks))
                Report(context, project, literal.Syntax, at, key.Spelling, LostBy(key.Spelling), instead);

            if (literal.ConstantValue is { HasValue: true, Value: string { Length: > 17 } topic } && topic.StartsWith(InMemory, StringComparison.Ordinal))
                Report(context, project, literal.Syntax, TextSpot.Of(literal.Syntax, topic, 0, InMemory.Length - 3), "non-persistent", AtRestart, null);
        });
        foreach (var kind in SafeguardSwitch.Kinds)
            watch.Operations<IOperation>(kind, (context, operation) => Look(context, operation, project));
    }

    private static void Look(OperationAnalysisContext context, IOperation operation, PipelineProject project)
    {
        if (SafeguardSwitch.In(operation, Safeguard.Durability) is var (at, name, instead))
        {
            if (operation is not IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ExchangeDeclare" or "ExchangeDeclareAsync" } declared } || !IsOfConnection(declared))
                Report(context, project, at, at.GetLocation(), name, LostBy(name), instead);
        }
        else if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "DeliveryMode" } mode }, Value.ConstantValue: { HasValue: true, Value: (byte)1 } } && mode.ContainingNamespace.ToDisplayString().StartsWith("RabbitMQ.", StringComparison.Ordinal))
        {
            Report(context, project, operation.Syntax, operation.Syntax.GetLocation(), mode.Name, AtRestart, null);
        }
        else if (operation is IInvocationOperation call)
        {
            if (RabbitQueue.Ending(call) is var (where, setting, withBroker))
                Report(context, project, call.Syntax, where, setting, withBroker ? AtRestart : AtDisconnection, null);
            else if (RabbitPublication.IsTransient(call))
                Report(context, project, call.Syntax, call.NameLocation(), call.TargetMethod.Name, AtRestart, null);
            else if (RabbitPublication.IsUnconfirmed(call))
                Report(context, project, call.Syntax, call.NameLocation(), call.TargetMethod.Name, Unnoticed, null);
        }
    }

    /// <summary>An exchange that is deleted with its last queue is made for the time somebody listens.</summary>
    private static bool IsOfConnection(IInvocationOperation exchange) =>
        exchange.Arguments.Any(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "autoDelete", Value.ConstantValue: { HasValue: true, Value: true } });

    private static string LostBy(string setting) => setting.IndexOf("onfirm", StringComparison.Ordinal) >= 0 ? Unnoticed : AtRestart;

    private static void Report(OperationAnalysisContext context, PipelineProject project, SyntaxNode syntax, Location at, string name, string when, string? instead)
    {
        if (!DevelopmentGuard.Covers(syntax) && !LossyNames.Speak(syntax, project, Rule.Id))
            context.Report(Rule, at, TextSpot.Write(instead), name, when);
    }
}
