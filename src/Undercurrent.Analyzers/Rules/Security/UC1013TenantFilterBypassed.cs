using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>Where all tenants share a table, the filter is the wall between them.</summary>
[NoFix("Whether the filter was not meant to go, or the query needs a predicate in its place, only its author knows.")]
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC1013TenantFilterBypassed() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC1013",
        title: "Tenant filter is bypassed",
        messageFormat: "'{0}' is read for a caller without the filter that keeps tenants apart",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC1013"),
        customTags: [Tag.Serving, "CWE-863"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.QueryFilters))
            return;

        var project = watch.Project;
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            if (call is { TargetMethod: { Name: "IgnoreQueryFilters", ContainingType.Name: "EntityFrameworkQueryableExtensions" }, Type: INamedTypeSymbol { TypeArguments: { Length: 1 } entities } })
                Look(context, call, entities[0], project);
        });
    }

    private static void Look(OperationAnalysisContext context, IInvocationOperation call, ITypeSymbol entity, PipelineProject project)
    {
        if (SparesTenants(call) || OnlyAsksWhether(call) || !QueryFilters.KeepApart(entity, project.Compilation, context.CancellationToken) || QueryFilters.AreReplacedIn(ServingCode.Handler(call, project), project.Compilation, context.CancellationToken))
            return;

        var administrative = project.Options.List(Options.AdministrativeWords, Rule.Id, call.Syntax.SyntaxTree);
        if (new ServingCode(project, administrative, context.CancellationToken).Has(call))
            context.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } ? name.GetLocation() : call.Syntax.GetLocation(), entity.Name));
    }

    /// <summary>Filters may be left out by name, and then that of the tenants need not be among them.</summary>
    private static bool SparesTenants(IInvocationOperation call)
    {
        var names = call.Arguments.Length < 2 ? [] : call.Arguments[1].Value.Syntax.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.ValueText).ToList();
        return names.Count > 0 && !names.Exists(QueryFilters.NamesTenant);
    }

    /// <summary>Whether an address is taken anywhere is asked for across all tenants, and tells nothing of theirs.</summary>
    private static bool OnlyAsksWhether(IOperation query)
    {
        for (var around = query.Parent; around is IArgumentOperation or IConversionOperation or IInvocationOperation; around = around.Parent)
        {
            if (around is IInvocationOperation { TargetMethod.Name: "Any" or "AnyAsync" or "All" or "AllAsync" or "ContainsAsync" or "Contains" })
                return true;
        }

        return false;
    }
}
