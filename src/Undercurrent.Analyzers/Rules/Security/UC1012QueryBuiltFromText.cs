using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>What is put into the text of a query is read as a part of the query, whoever wrote it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC1012QueryBuiltFromText() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC1012",
        title: "Query is put together from text",
        messageFormat: "The text of this query is put together with '{0}', which may say anything",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC1012"),
        customTags: [Tag.Ingestion, Tag.Serving, "CWE-89"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Queries))
            return;

        var sinks = new QuerySinks(watch.Project.DataApis);
        var options = watch.Project.Options;
        var methods = new QueryingMethods(sinks, watch.Project.Compilation);
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) => Look(context, options, sinks.TextIn(call) ?? methods.TextIn(call, context.CancellationToken)));
        watch.Operations<IObjectCreationOperation>(OperationKind.ObjectCreation, (context, creation) => Look(context, options, sinks.TextIn(creation)));
        watch.Operations<ISimpleAssignmentOperation>(OperationKind.SimpleAssignment, (context, assignment) => Look(context, options, sinks.TextIn(assignment)));
        watch.Operations<ICompoundAssignmentOperation>(OperationKind.CompoundAssignment, (context, assignment) => Look(context, options, sinks.TextIn(assignment)));
    }

    private static void Look(OperationAnalysisContext context, Options options, IOperation? text)
    {
        if (text is null)
            return;

        var parts = new QueryParts(context.Compilation, context.CancellationToken);
        foreach (var hole in QueryText.HolesOf(text, added: context.Operation is ICompoundAssignmentOperation))
        {
            if (!parts.MayBeAnything(hole))
                continue;

            if (!Equivalents.Leaves(options, Rule.Id, text.Syntax.SyntaxTree, id => SharedQueries.Sees(id, context.Operation, text)))
                context.Report(Rule, text, NameOf(hole.Value));

            return;
        }
    }

    /// <summary>The name of a part, never its value.</summary>
    private static string NameOf(IOperation part) => part switch
    {
        ILocalReferenceOperation { Local.Name: var name } => name,
        IParameterReferenceOperation { Parameter.Name: var name } => name,
        IMemberReferenceOperation { Member: { Name: var name } member } when member is not IPropertySymbol { IsIndexer: true } => name,
        IDynamicMemberReferenceOperation { MemberName: var name } => name,
        IInvocationOperation { TargetMethod.Name: var name } => name,
        _ => part.Type?.Name ?? "a value",
    };
}
