using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Completion;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>A consumer that does not say goodbye is waited for, and a channel that is opened for each message is waited for each time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC6017UnclosedConsumer() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6017",
        title: "Consumer goes without closing, or a channel is opened for each message",
        messageFormat: "'{0}' {1}",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6017"),
        customTags: [Tag.Ingestion]);

    private const string Unclosed = "goes without 'Close': its partitions wait for the session to time out, and what it read last is read again";

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Consumers))
            return;

        var project = watch.Project;
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            var (name, cancellation) = (call.TargetMethod.Name, context.CancellationToken);
            if ((name == "Build" || ConsumerWork.IsMadeBy(call.TargetMethod, project)) && ConsumerWork.Of(call, DeliveryTrait.JoinsGroup, project, cancellation) is { Escapes: false, IsFinishedSomewhere: false, IsDisposed: true, IsRead: true } consumer)
                context.Report(Rule, call, consumer.Variable!.Name, Unclosed);
            else if (name == "Dispose" && IsKeptConsumer(call, project))
                context.Report(Rule, call, call.Instance!.Syntax.ToString() is { Length: > 0 } owner ? owner : name, Unclosed);
            else if (name.StartsWith("Create", StringComparison.Ordinal) && ConsumerWork.Of(call, DeliveryTrait.OpensChannel, project, cancellation) is { } channel && PerMessage.IsMade(call, channel.CallsOn("BasicPublish")))
                context.Report(Rule, call, channel.Variable!.Name, "is opened for every message; keep one and publish through it");
        });
    }

    /// <summary>A consumer in a field, of a type that reads and disposes, and closes nowhere.</summary>
    private static bool IsKeptConsumer(IInvocationOperation call, PipelineProject project) =>
        Receiver.Of(call) is IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation, Type: INamedTypeSymbol type } && project.DataApis.HasMemberWith(DeliveryTrait.LeavesGroup, type)
        && call.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } owner && Calls(owner, "Consume") && !Calls(owner, "Close");

    private static bool Calls(TypeDeclarationSyntax type, string name) => type.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == name,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText == name,
        _ => false,
    });
}
