using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Retries;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>A write that failed may have been done; only its answer was lost.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoFix("What tells the second write from the first is a key of the data: the number of the order, the id of the message. Only its owner knows which.")]
public sealed class UC6013NonIdempotentRetry() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6013",
        title: "Write that is retried may be done twice",
        messageFormat: "'{0}' may be done twice, and nothing tells the second time from the first",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6013"),
        customTags: [Tag.Storage]);

    private protected override void Watch(PipelineWatch watch)
    {
        var project = watch.Project;
        if (!watch.Concerns(Subjects.Access) || !project.HasLibraries)
            return;

        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            var writes = new PlainWrite(project, context.CancellationToken);
            if (writes.Is(call) && !PlainWrite.IsSeenTo(call) && IsRepeated(call, project, context.CancellationToken))
                context.Report(Rule, call, ExternalRead.NameOf(call.TargetMethod));
        });
    }

    private static bool IsRepeated(IInvocationOperation call, PipelineProject project, CancellationToken cancellation)
    {
        // Handlers repeat a post like anything else, unless they are told not to.
        if (call.Instance?.Unwrapped() is { Type.Name: "HttpClient" } client || (call.TargetMethod.IsExtensionMethod && (client = call.Arguments[0].Value.Unwrapped()).Type?.Name == "HttpClient"))
        {
            if (new HttpClients(project, cancellation).Retries(client) && !Outboxes.SparePosts(project.Compilation, cancellation))
                return true;
        }

        var wrappers = project.Options.List(Options.RetryWrappers, Rule.Id, call.Syntax.SyntaxTree);
        return Protection.Holds(call, project, new RepeatQuestion(project, new RetryQuestion(project, wrappers, cancellation)), cancellation);
    }
}
