using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Batches;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>A batch that was accepted is not a batch that was written.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC2011PartialFailureIgnored() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2011",
        title: "Partial failure of a batch is ignored",
        messageFormat: "'{0}' does not throw for items it could not write, and nothing looks at '{1}'",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2011"),
        customTags: [Tag.Storage]);

    /// <summary>Known when the result has a member that tells: its name.</summary>
    internal const string Teller = "teller";

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Batches))
            return;

        var project = watch.Project;
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            if (BatchCall.Of(call, project) is not { } batch || new ResultUse(batch.Result, project).IsLookedAt(call))
                return;

            var teller = BatchCall.Teller(batch.Result, project)?.Name;
            var known = teller is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Teller, teller);
            context.Report(Rule, call.Syntax.GetLocation(), known, batch.Name, teller ?? batch.Result.Name);
        });
    }
}
