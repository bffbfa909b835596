using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Borrowing;
using Undercurrent.Analyzers.Engine.Completion;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>RabbitMQ's client lends the body of a message for as long as the handler runs, and writes the next one over it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC6016BorrowedBody() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6016",
        title: "Body of a message is kept beyond its handler",
        messageFormat: "'{0}' is only lent until the handler returns, and {1}",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6016"),
        customTags: [Tag.Ingestion]);

    /// <summary>Under which a fix finds how it is kept.</summary>
    internal const string How = "how";

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.BorrowedBodies))
            return;

        var project = watch.Project;
        // Version 7 made a field of the property.
        foreach (var kind in new[] { OperationKind.PropertyReference, OperationKind.FieldReference })
        {
            watch.Operations<IMemberReferenceOperation>(kind, (context, member) =>
            {
                if ((project.DataApis.DeliveryOf(member.Member) & DeliveryTrait.Lends) != 0 && Receiver.Behind(member.Instance) is { } owner && ValueUses.VariableOf(owner) is { } variable)
                    Look(context, member, variable, project);
            });
        }

        watch.Operations<IParameterReferenceOperation>(OperationKind.ParameterReference, (context, mention) =>
        {
            var parameter = mention.Parameter;
            if (IsLentBody(parameter) || (parameter.Type is INamedTypeSymbol { Name: "BasicDeliverEventArgs" } type && mention.Parent is not IMemberReferenceOperation && project.DataApis.HasMemberWith(DeliveryTrait.Lends, type)))
                Look(context, mention, parameter, project);
        });
    }

    private static void Look(OperationAnalysisContext context, IOperation mention, ISymbol owner, PipelineProject project)
    {
        var keeping = new BorrowedValue(project, context.CancellationToken).KeepingOf(mention, owner);
        var why = keeping switch
        {
            Keeping.Stored => "this keeps it for later",
            Keeping.Captured => "this work goes on without it",
            Keeping.Late => "nobody waits for this handler after its first await",
            _ => null,
        };
        if (why is not null)
            context.Report(Rule, mention.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(How, keeping.ToString()), mention.Syntax.ToString(), why);
    }

    /// <summary>The body as the client hands it to a consumer of one's own.</summary>
    private static bool IsLentBody(IParameterSymbol parameter) => parameter is { Name: "body", Type.Name: "ReadOnlyMemory", ContainingSymbol: IMethodSymbol { Name: "HandleBasicDeliver" or "HandleBasicDeliverAsync", ContainingType: { } type } }
        && type.AllInterfaces.Any(static one => one.Name is "IBasicConsumer" or "IAsyncBasicConsumer");
}
