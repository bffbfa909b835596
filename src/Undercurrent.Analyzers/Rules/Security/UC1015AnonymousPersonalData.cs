using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Rules.Security;

/// <summary>What answers everybody answers those who try every number, too.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UC1015AnonymousPersonalData() : PipelineRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = new(
        id: "UC1015",
        title: "Personal data is served to anonymous callers",
        messageFormat: "'{0}' ({1}) is served to callers who need not say who they are",
        category: Category.Security,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.For("UC1015"),
        customTags: [Tag.Serving, "CWE-306"]);

    private protected override void Watch(PipelineWatch watch)
    {
        if (!watch.Concerns(Subjects.PersonalData | Subjects.Access | Subjects.Endpoints))
            return;

        var project = watch.Project;
        watch.Operations<IMethodBodyOperation>(OperationKind.MethodBody, (context, body) => OfAction(context, body, project));
        watch.Operations<IInvocationOperation>(OperationKind.Invocation, (context, call) => OfRoute(context, call, project));
    }

    private static void OfAction(OperationAnalysisContext context, IMethodBodyOperation body, PipelineProject project)
    {
        if (context.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary, ReturnsVoid: false } method || (body.BlockBody ?? body.ExpressionBody) is not { } block
            || body.Syntax is not MethodDeclarationSyntax declared || !Endpoints.IsAction(method, project) || Endpoints.IsExempt(method))
            return;

        var marked = GuardMarks.Of(method);
        if (marked == Admission.Guarded || Served(block, method, project) is not { } record)
            return;

        if (GuardSetups.Of(project.Compilation, context.CancellationToken).Of(method.ContainingType, marked, project.Compilation) is Admission.Open or Admission.Declared)
            Report(context, GuardMarks.Declaring(method)?.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) ?? declared.ReturnType, record);
    }

    private static void OfRoute(OperationAnalysisContext context, IInvocationOperation call, PipelineProject project)
    {
        if (!Endpoints.Maps(call, project) || Endpoints.HasExemptRoute(call) || call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "pattern") is not { } route
            || HandlersOf(call).FirstOrDefault() is not { } handler || Endpoints.IsExempt(handler))
            return;

        // Who is let in is told by syntax; what is served binds the handler.
        var routed = new RouteAdmission(project.Compilation, context.CancellationToken).Of(call, handler);
        if (routed is Admission.Open or Admission.Declared && GuardSetups.Of(project.Compilation, context.CancellationToken).Of(routed) != Admission.Guarded
            && HandlerOf(call, project.Compilation, context.CancellationToken) is var (body, method) && Served(body, method, project) is { } record)
            Report(context, route.Syntax, record);
    }

    private static PersonalRecord? Served(IOperation body, IMethodSymbol method, PipelineProject project) =>
        ServedData.By(body, method, PersonalRecords.For(project, Rule.Id, body.Syntax.SyntaxTree)) is var (_, record) && !CallerChecks.In(body, method) ? record : null;

    private static IEnumerable<IMethodSymbol> HandlersOf(IInvocationOperation map) =>
        from argument in map.Arguments
        let value = argument.Value.Unwrapped()
        select ((value as IDelegateCreationOperation)?.Target ?? value) switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            IMethodReferenceOperation reference => reference.Method,
            _ => null,
        } into handler
        where handler is not null
        select handler;

    /// <summary>What a route is mapped to: a lambda, or a method by its name.</summary>
    internal static (IOperation Body, IMethodSymbol Method)? HandlerOf(IInvocationOperation map, Compilation compilation, CancellationToken cancellation)
    {
        foreach (var argument in map.Arguments)
        {
            var handler = argument.Value.Unwrapped() is IDelegateCreationOperation { Target: var target } ? target : argument.Value.Unwrapped();
            if (handler is IAnonymousFunctionOperation lambda)
                return (lambda.Body, lambda.Symbol);

            if (handler is IMethodReferenceOperation { Method: var method } && SourceModels.BodyOf(method, compilation, cancellation) is { } body)
                return (body, method);
        }

        return null;
    }

    private static void Report(OperationAnalysisContext context, SyntaxNode at, PersonalRecord record) =>
        context.ReportDiagnostic(Diagnostic.Create(Rule, at.GetLocation(), record.Entity, record.KindsShown));
}
