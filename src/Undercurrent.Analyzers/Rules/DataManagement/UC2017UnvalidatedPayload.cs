using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Payloads;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>What others send is what they meant only until they change it; nobody notices where nobody looks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC2017UnvalidatedPayload() : PipelineRule(Rule)
{
    /// <summary>Known when there may be no object at all, so that the fix may ask for one.</summary>
    internal const string MayBeNull = "null";

    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2017",
        title: "Payload is trusted without a look",
        messageFormat: "'{0}' {1}",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2017"),
        customTags: [Tag.Ingestion, "CWE-20"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Payloads))
            return;

        var project = watch.Project;
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            if (SparkRead.IsGuessed(call))
                context.Report(Rule, call.NameLocation(), ImmutableDictionary<string, string?>.Empty, call.TargetMethod.Name, "guesses the columns of what it finds");
            else if (ReadPayload.Of(call, project) is { } payload && !PayloadContract.IsStrict(call, project) && IsTrusted(payload, project) && (payload.IsLoose || !PayloadContract.IsStated(payload.Type, project)) && !payload.IsWrittenHere(call))
                Report(context, call, payload);
        });
    }

    private static bool IsTrusted(ReadPayload payload, PipelineProject project) => new PayloadUse(project, payload.IsLoose).Of(payload.Value) switch
    {
        Fate.Used => true,
        Fate.Handed => !payload.IsLoose && PayloadUse.IsForgiven(payload.Value),
        _ => false,
    };

    private static void Report(OperationAnalysisContext context, IInvocationOperation call, ReadPayload payload)
    {
        var known = payload.IsLoose ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(MayBeNull, "null");
        var why = payload.IsLoose ? "gives an object that nothing is known of, and its members are read unchecked" : "may give nothing or half an object, and the result is used unchecked";
        context.Report(Rule, call.NameLocation(), known, call.TargetMethod.Name, why);
    }
}
