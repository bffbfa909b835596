using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Engine.Safeguards;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>What travels unencrypted is read, and changed, by whoever owns a piece of the way.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC1009UnencryptedTransport() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC1009",
        title: "Data travels unencrypted",
        messageFormat: "'{0}' leaves the data unencrypted on its way",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC1009"),
        customTags: [Tag.Generation, Tag.Storage, Tag.Ingestion, Tag.Transformation, Tag.Serving, "CWE-319"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Transport))
            return;

        var (project, sinks) = (watch.Project, new AddressSinks(watch.Project));
        var flow = new AddressFlow(sinks);
        watch.Operations<ILiteralOperation>(OperationKind.Literal, (context, literal) =>
        {
            foreach (var (at, key, instead) in WeakSettings.In(literal, Safeguard.Transport, project.CredentialSinks))
            {
                if (!DevelopmentGuard.Covers(literal.Syntax))
                    context.Report(Rule, at, TextSpot.Write(instead), key.Spelling);
            }

            if (WrittenAddress.In(literal, project, Rule.Id) is var (scheme, encrypted, start, length) && flow.Reaches(WeakText.Whole(literal)) && !DevelopmentGuard.Covers(literal.Syntax))
                context.Report(Rule, TextSpot.Of(literal.Syntax, (string)literal.ConstantValue.Value!, start, start + length), TextSpot.Write(encrypted), scheme);
        });
        foreach (var kind in SafeguardSwitch.Kinds)
            watch.Operations<IOperation>(kind, (context, operation) => Look(context, operation, project, sinks));
    }

    private static void Look(OperationAnalysisContext context, IOperation operation, PipelineProject project, AddressSinks sinks)
    {
        if (SafeguardSwitch.In(operation, Safeguard.Transport) is var (at, name, instead))
        {
            if (!NearHome.Is(at) && !DevelopmentGuard.Covers(at))
                context.Report(Rule, at.GetLocation(), TextSpot.Write(instead), name);
        }
        else if (sinks.TakenBy(operation) is { } address && WrittenAddress.From(address, project, Rule.Id) is { } scheme && !DevelopmentGuard.Covers(address.Syntax))
        {
            context.Report(Rule, address, scheme + "://");
        }
    }
}
