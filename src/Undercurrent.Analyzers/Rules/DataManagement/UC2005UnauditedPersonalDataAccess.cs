using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>Who saw, took, changed or erased a person's data cannot be told afterwards when nothing wrote it down.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC2005UnauditedPersonalDataAccess() : PipelineRule(Rule)
{
    internal const string Deed = nameof(Deed);
    internal const string Entity = nameof(Entity);
    internal const string Fields = nameof(Fields);

    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2005",
        title: "Personal data leaves or changes with no record of it",
        messageFormat: "{0} '{1}' ({2}) leaves no audit record",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2005"),
        customTags: [Tag.Serving, Tag.Storage, "CWE-778"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.PersonalData | Subjects.Access))
            return;

        var project = watch.Project;
        watch.Operations<IMethodBodyOperation>(OperationKind.MethodBody, (context, body) => Served(context, body, project));
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) => Called(context, call, project));
    }

    private static void Served(OperationAnalysisContext context, IMethodBodyOperation body, PipelineProject project)
    {
        if (context.ContainingSymbol is not IMethodSymbol { ReturnsVoid: false } method || (body.BlockBody ?? body.ExpressionBody) is not { } block || !Endpoints.Is(method, project, context.CancellationToken))
            return;

        var records = PersonalRecords.For(project, Rule.Id, body.Syntax.SyntaxTree);
        if (ServedData.By(block, method, records) is var (values, record) && body.Syntax is MethodDeclarationSyntax declared)
            Report(context, project, declared.Identifier.GetLocation(), values, record, AccessKind.Serving);
    }

    private static void Called(OperationAnalysisContext context, IInvocationOperation call, PipelineProject project)
    {
        var traits = AccessCall.TraitsOf(call, project);
        if (!AccessCall.MayBe(call, traits))
            return;

        var records = PersonalRecords.For(project, Rule.Id, call.Syntax.SyntaxTree);
        if (Endpoints.Mapped(call, project) is { } lambda)
        {
            if (ServedData.By(lambda.Body, lambda.Symbol, records) is var (values, served))
                Report(context, project, NameOf(call), values, served, AccessKind.Serving);
        }
        else if (AccessCall.Of(call, traits, records) is { } access && !AccessCall.Earlier(call, access.Kind, records, project))
        {
            Report(context, project, NameOf(call), [call], access.Record, access.Kind);
        }
    }

    private static void Report(OperationAnalysisContext context, PipelineProject project, Location at, List<IOperation> accesses, PersonalRecord record, AccessKind kind)
    {
        var seenBy = kind switch
        {
            AccessKind.Serving => Audited.Requests,
            AccessKind.Exporting => Audited.Nothing,
            _ => Audited.Changes,
        };
        if ((AuditSetup.Of(project.Compilation, context.CancellationToken) & seenBy) != 0 || AuditTrail.Follows(accesses[0], record.Entity, kind, project, Rule.Id, context.CancellationToken))
            return;

        var known = ImmutableDictionary<string, string?>.Empty.Add(Deed, kind.ToString()).Add(Entity, record.Entity).Add(Fields, string.Join(", ", record.Fields));
        context.ReportDiagnostic(Diagnostic.Create(Rule, at, accesses.Select(access => access.Syntax.GetLocation()), known, kind, record.Entity, record.KindsShown));
    }

    private static Location NameOf(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax { Expression: var called }
        ? (called switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => called,
        }).GetFirstToken().GetLocation()
        : call.Syntax.GetLocation();
}
