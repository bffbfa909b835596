using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Safeguards;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Disks are thrown away, snapshots shared and backups lost; what is encrypted stays unread.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC1011EncryptionAtRestDisabled() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC1011",
        title: "Encryption at rest is turned off",
        messageFormat: "'{0}' keeps the data unencrypted where it is stored",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC1011"),
        customTags: [Tag.Storage, "CWE-311"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (watch.Concerns(Subjects.Storage))
        {
            foreach (var kind in SafeguardSwitch.Kinds)
            {
                watch.Operations<IOperation>(kind, static (context, operation) =>
                {
                    if (SafeguardSwitch.In(operation, Safeguard.Storage) is var (at, name, _) && !DevelopmentGuard.Covers(at))
                        context.ReportDiagnostic(Diagnostic.Create(Rule, at.GetLocation(), name));
                });
            }
        }

        if (watch.Concerns(Subjects.Files) && watch.Concerns(Subjects.PersonalData))
        {
            var project = watch.Project;
            watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
            {
                if (PlainFile.WrittenBy(call, project, Rule.Id) is { } written && !DevelopmentGuard.Covers(call.Syntax))
                    context.ReportDiagnostic(Diagnostic.Create(Rule, written.Syntax.GetLocation(), $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}"));
            });
        }
    }
}
