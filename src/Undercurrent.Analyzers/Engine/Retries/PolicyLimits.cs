using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>What ends a policy that tries for ever: a time limit around it, or a token that every run of it is given.</summary>
internal static class PolicyLimits
{
    public static bool End(IOperation plan, PipelineProject project) =>
        plan is not (ILoopOperation or ILabeledOperation or ITryOperation) && (IsTimed(plan.Syntax) || IsCounted(plan.Syntax) || IsCancelled(plan.Syntax, project));

    /// <summary>In a builder, what is added before is around what is added after.</summary>
    private static bool IsTimed(SyntaxNode plan)
    {
        var added = plan.FirstAncestorOrSelf<InvocationExpressionSyntax>(call => CallChain.NameOf(call) == "AddRetry");
        if (added is not null)
            return CallChain.Before(added).Any(call => CallChain.NameOf(call) == "AddTimeout") || added.FirstAncestorOrSelf<BlockSyntax>() is { } block
                && block.Statements.TakeWhile(statement => !added.IsInside(statement)).Any(statement => statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => CallChain.NameOf(call) == "AddTimeout"));

        // A policy may be wrapped by another where both are made.
        var calls = plan.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(CallChain.NameOf).ToList();
        return calls is not null && calls.Exists(name => name is "Wrap" or "WrapAsync") && calls.Exists(name => name is "Timeout" or "TimeoutAsync");
    }

    /// <summary>A job that counts how often it was fired asks for another run only so often.</summary>
    private static bool IsCounted(SyntaxNode plan) => plan.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } job && CallChain.WordsIn(job).Any(word => word is "RefireCount");

    /// <summary>Whether the policy is kept under a name, and each run of it in the same type passes a token on.</summary>
    private static bool IsCancelled(SyntaxNode plan, PipelineProject project)
    {
        var kept = plan.FirstAncestorOrSelf<VariableDeclaratorSyntax>()?.Identifier.ValueText ?? plan.FirstAncestorOrSelf<PropertyDeclarationSyntax>()?.Identifier.ValueText
            ?? (plan.FirstAncestorOrSelf<AssignmentExpressionSyntax>(one => one.Left is IdentifierNameSyntax)?.Left as IdentifierNameSyntax)?.Identifier.ValueText;
        SyntaxNode around = plan.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? plan.SyntaxTree.GetRoot();
        var runs = around.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => CallChain.NameOf(call)?.StartsWith("Execute", StringComparison.Ordinal) == true
            && call.Expression is MemberAccessExpressionSyntax access && (kept is null ? plan.IsInside(access) : CallChain.WordsIn(access.Expression).LastOrDefault() == kept)).ToList();
        return runs.Count > 0 && runs.TrueForAll(run => PassesToken(run, project));
    }

    private static bool PassesToken(InvocationExpressionSyntax run, PipelineProject project) =>
        SourceModels.ModelOf(project.Compilation, run.SyntaxTree).GetOperation(run) is IInvocationOperation call
        && call.Arguments.Any(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type.Name: "CancellationToken" } && argument.Value.Unwrapped() is not (IDefaultValueOperation or IPropertyReferenceOperation { Property.Name: "None" }));
}
