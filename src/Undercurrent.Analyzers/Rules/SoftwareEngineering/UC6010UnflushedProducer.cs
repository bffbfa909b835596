using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Completion;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>A producer takes a message and sends it later; whoever does not wait for that, or ask, has not sent it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC6010UnflushedProducer() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6010",
        title: "Messages may go unsent",
        messageFormat: "Messages may be lost at '{0}': {1}",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6010"),
        customTags: [Tag.Storage]);

    /// <summary>Under which a fix finds what is missing: a handler, a wait or a flush.</summary>
    internal const string Missing = "missing";

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Producers))
            return;

        var project = watch.Project;
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            var delivery = project.DataApis.DeliveryOf(call.TargetMethod);
            if ((delivery & DeliveryTrait.TellsHandler) != 0 && !Delivery.HasHandler(call) && !IsTransactional(call))
                Say(context, call, call.TargetMethod.Name, "nobody hears whether it was delivered", "handler");
            else if ((delivery & DeliveryTrait.TellsTask) != 0 && Delivery.IsUnobserved(call))
                Say(context, call, call.TargetMethod.Name, "nobody waits for it or hears that it failed", "wait");
            else if (ProducerWork.Of(call, project, context.CancellationToken) is { } work)
                Look(context, work);
            else if (call is { TargetMethod.Name: "Dispose", Instance: { } kept } && DropsMessages(call, kept, project))
                Say(context, call, call.TargetMethod.Name, "what it has not sent yet is dropped without a flush", "");
        });
        watch.Operations<IObjectCreationOperation>(OperationKind.ObjectCreation, (context, made) =>
        {
            if (ProducerWork.Of(made, project, context.CancellationToken) is { } work)
                Look(context, work);
        });
    }

    private static void Look(OperationAnalysisContext context, ProducerWork work)
    {
        if (work.Escapes || FlowGraphs.Around(work.Origin, context) is not { } graph)
            return;

        if (LossyPath.Exists(graph, work))
            Say(context, work.Origin, work.Variable!.Name, "what it has not sent when it goes is dropped without a flush", work.IsFinishedSomewhere ? "" : "flush");
        else if (work.Origin is IInvocationOperation && PerMessage.IsMade(work.Origin, work.Sendings()))
            Say(context, work.Origin, work.Variable!.Name, "every message makes a producer of its own", "");
    }

    private static void Say(OperationAnalysisContext context, IOperation at, string name, string why, string missing) =>
        context.Report(Rule, at.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(Missing, missing), name, why);

    /// <summary>The end of a transaction waits for its messages and throws for them.</summary>
    private static bool IsTransactional(IOperation call) => TypeAround(call) is { } type && Calls(type, "CommitTransaction");

    /// <summary>A producer kept in a field, by a type that sends without waiting and never flushes.</summary>
    private static bool DropsMessages(IInvocationOperation call, IOperation kept, PipelineProject project) =>
        (Receiver.Behind(kept) ?? kept) is IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation, Type: INamedTypeSymbol type }
        && project.DataApis.HasMemberWith(DeliveryTrait.TellsHandler, type)
        && TypeAround(call) is { } owner && Calls(owner, "Produce") && !Calls(owner, "Flush");

    private static TypeDeclarationSyntax? TypeAround(IOperation at) => at.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private static bool Calls(SyntaxNode type, string name) => type.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == name,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText == name,
        _ => false,
    });
}
