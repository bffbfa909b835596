using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Sharing;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>A client keeps connections so that calls need not open them; made anew with every call it opens them all, and leaves them to time out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoFix("Where the client should live, in the registrations of the program or in a field, and who disposes of it there, is a decision about the whole program.")]
public sealed class UC6014ClientPerCall() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6014",
        title: "Client is made anew with every call",
        messageFormat: "'{0}' is made anew with every {1}",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6014"),
        customTags: [Tag.Ingestion, Tag.Storage]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.SharedClients))
            return;

        var project = watch.Project;
        watch.Operations<IOperation>(OperationKind.ObjectCreation, (context, made) => Look(context, made, project));
        watch.Operations<IOperation>(OperationKind.Invocation, (context, made) => Look(context, made, project));
    }

    private static void Look(OperationAnalysisContext context, IOperation made, PipelineProject project)
    {
        if (SharedClient.MadeBy(made, project.DataApis) is not { } client)
            return;

        var loop = CallScope.LoopAround(made.Syntax);
        if ((loop is not null || CallScope.IsCall(made.Syntax, context.Compilation, context.CancellationToken)) && !CallScope.IsOneOfMany(made) && !CallScope.Escapes(made))
            context.Report(Rule, made, client, loop is StatementSyntax ? "round of the loop" : "call");
    }
}
