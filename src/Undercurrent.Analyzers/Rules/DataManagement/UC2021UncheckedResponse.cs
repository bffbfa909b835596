using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.DataManagement;

/// <summary>An error has a body too, and what reads it as data loads the text of an error page, or nothing at all.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC2021UncheckedResponse() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC2021",
        title: "Body of a response is used without a look at its status",
        messageFormat: "'{0}' is read whether or not the request succeeded: what it holds may be an error",
        category: Category.DataManagement,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC2021"),
        customTags: [Tag.Ingestion, "CWE-252"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.Responses))
            return;

        var project = watch.Project;
        watch.Operations<IPropertyReferenceOperation>(OperationKind.PropertyReference, (context, body) =>
        {
            if (Response.KindOfBody(body.Property) is not null && Response.Owner(body) is { } response && Response.IsRead(body) && IsUnchecked(response, body, project, context.CancellationToken))
                context.ReportDiagnostic(Diagnostic.Create(Rule, NameIn(body.Syntax).GetLocation(), body.Property.Name));
        });

        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) =>
        {
            if (Response.IsReadByFlurl(call.TargetMethod) && Response.IsTolerant(call) && !IsLookedAt(call, project, context.CancellationToken))
                context.ReportDiagnostic(Diagnostic.Create(Rule, NameIn(((InvocationExpressionSyntax)call.Syntax).Expression).GetLocation(), call.TargetMethod.Name));
        });
    }

    /// <summary>Whether the answer that Flurl reads from is kept in a local whose status is asked for.</summary>
    private static bool IsLookedAt(IInvocationOperation call, PipelineProject project, CancellationToken cancellation) =>
        Response.Receiver(call) is { } receiver && ValueUses.VariableOf(ValueUses.Awaited(receiver)) is { } variable && new ResponseChecks(project, cancellation).Any(ValueUses.Of(variable, receiver).Where(use => use.Parent is IPropertyReferenceOperation));

    private static SyntaxNode NameIn(SyntaxNode body) => body switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => body,
    };

    private static bool IsUnchecked(IOperation response, IPropertyReferenceOperation body, PipelineProject project, CancellationToken cancellation)
    {
        if (ValueUses.VariableOf(ValueUses.Awaited(response)) is { } variable)
        {
            var same = ValueUses.Of(variable, response).Where(use => HoldsTheSame(variable, use, response)).ToList();
            if (same.Any(use => use.Syntax.SpanStart < response.Syntax.SpanStart && IsBodyRead(use)) || ResponseChecks.Declare(variable, response) || new ResponseChecks(project, cancellation).Any(same))
                return false;
        }

        return new ResponseOrigin(project, cancellation).IsUnchecked(response);
    }

    /// <summary>Who reads a body twice is told once.</summary>
    private static bool IsBodyRead(IOperation use) => use.Parent is IPropertyReferenceOperation other && Response.KindOfBody(other.Property) is not null && Response.IsRead(other);

    /// <summary>Whether a variable may hold the same response at both places.</summary>
    private static bool HoldsTheSame(ISymbol variable, IOperation use, IOperation response)
    {
        if (ValueUses.VariableOf(use) is not { } used || !SymbolEqualityComparer.Default.Equals(used, variable))
            return true;

        var given = Assignments.Reaching(variable, response);
        return given.Count == 0 || Assignments.Reaching(variable, use) is var there && (there.Count == 0 || there.Any(one => given.Any(other => other.At == one.At)));
    }
}
