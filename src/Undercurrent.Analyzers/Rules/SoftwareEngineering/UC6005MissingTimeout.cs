using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Safeguards;
using Undercurrent.Analyzers.Engine.TimeLimits;

namespace Undercurrent.Analyzers.Rules.SoftwareEngineering;

/// <summary>A source that neither answers nor hangs up keeps whoever waits for ever; nothing fails, so nobody is told.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC6005MissingTimeout() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC6005",
        title: "Client waits without an end",
        messageFormat: "'{0}' lets the client wait for ever",
        category: Category.SoftwareEngineering,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC6005"),
        customTags: [Tag.Ingestion, Tag.Storage, "CWE-1088"]);

    /// <summary>Under which a fix finds how the value is counted.</summary>
    internal const string Member = "member";

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.TimeLimits))
            return;

        var (project, waits) = (watch.Project, new EndlessWait(watch.Project.DataApis));
        watch.Operations<ILiteralOperation>(OperationKind.Literal, (context, literal) =>
        {
            foreach (var (at, key, instead) in WeakSettings.In(literal, Safeguard.TimeLimit, project.CredentialSinks))
            {
                if (!DevelopmentGuard.Covers(literal.Syntax))
                    context.Report(Rule, at, TextSpot.Write(instead), key.Spelling);
            }
        });
        foreach (var kind in SafeguardSwitch.Kinds)
            watch.Operations<IOperation>(kind, (context, operation) => Look(context, operation, waits, project));
    }

    private static void Look(OperationAnalysisContext context, IOperation operation, EndlessWait waits, PipelineProject project)
    {
        if (waits.In(operation) is var (value, member, name))
        {
            if (!DevelopmentGuard.Covers(value.Syntax) && !OtherLimits.End(operation, project, context.CancellationToken))
                context.Report(Rule, value.Syntax.GetLocation(), TextSpot.Write(null).Add(Member, $"{member.ContainingType.Name}.{name}"), name);
        }
        else if (WeakEntry.In(operation, Safeguard.TimeLimit) is var (entry, key) && !DevelopmentGuard.Covers(entry.Syntax))
        {
            context.Report(Rule, entry.Syntax.GetLocation(), TextSpot.Write(WeakEntry.Instead(entry, key)), key.Spelling);
        }
    }
}
