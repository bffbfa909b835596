using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>
/// A retry written by hand without a loop: a failure jumps back before the try, or has the method call itself. One that puts
/// something right before, or asks for something else the next time, is none.
/// </summary>
internal static class JumpRetry
{
    private const ApiTrait Outside = ApiTrait.Ingest | ApiTrait.Connect | ApiTrait.Store | ApiTrait.Update | ApiTrait.Erase;

    /// <summary>The plan that a label amounts to, where a failure leads back to it.</summary>
    public static RetryPlan? Of(ILabeledOperation label, PipelineProject project, CancellationToken cancellation)
    {
        if (label.Parent is not IBlockOperation block)
            return null;

        var jumps = block.Descendants().OfType<IBranchOperation>().Where(jump => jump.BranchKind == BranchKind.GoTo && SymbolEqualityComparer.Default.Equals(jump.Target, label.Label) && jump.Syntax.SpanStart > label.Syntax.SpanStart).ToList();
        if (jumps.Count == 0)
            return null;

        var last = jumps.Max(jump => jump.Syntax.SpanStart);
        var round = block.Operations.Where(one => one.Syntax.Span.End > label.Syntax.SpanStart && one.Syntax.SpanStart <= last).ToList();
        return TryIn(round) is { } attempt && jumps.TrueForAll(jump => GoesBack(jump, attempt)) ? Plan(label.Syntax.GetFirstToken().GetLocation(), attempt, round, null, project, cancellation) : null;
    }

    /// <summary>The plan that a try amounts to, whose failure has its method call itself.</summary>
    public static RetryPlan? Of(ITryOperation attempt, PipelineProject project, CancellationToken cancellation)
    {
        var method = attempt.Syntax.Ancestors().FirstOrDefault(static node => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
        var name = method switch
        {
            MethodDeclarationSyntax declared => declared.Identifier.ValueText,
            LocalFunctionStatementSyntax local => local.Identifier.ValueText,
            _ => null,
        };
        if (name is null || attempt.Parent is not IBlockOperation block || !block.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => CallChain.NameOf(call) == name))
            return null;

        var round = block.Operations.SkipWhile(one => one != attempt).ToList();
        var again = round.SelectMany(one => one.Descendants()).OfType<IInvocationOperation>().FirstOrDefault(call => call.TargetMethod.Name == name && call.Instance is null or IInstanceReferenceOperation
            && call.TargetMethod.DeclaringSyntaxReferences.Any(declared => declared.Span == method!.Span && declared.SyntaxTree == attempt.Syntax.SyntaxTree));
        return again is not null && GoesBack(again, attempt) ? Plan(again.Syntax.GetLocation(), attempt, round, again, project, cancellation) : null;
    }

    private static RetryPlan? Plan(Location at, ITryOperation attempt, List<IOperation> round, IInvocationOperation? again, PipelineProject project, CancellationToken cancellation)
    {
        if (WrittenRetry.WorkIn(attempt.Body, isTold: false, project, cancellation) is not { } work || WrittenRetry.IsOfItsOwn(attempt))
            return null;

        var parts = round.SelectMany(one => one.DescendantsAndSelf()).ToList();
        var changed = new HashSet<ISymbol>(parts.Select(Changed).OfType<IOperation>().Select(target => ValueUses.VariableOf(target.Unwrapped())).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        foreach (var argument in again?.Arguments.AsEnumerable() ?? [])
        {
            if (argument.ArgumentKind != ArgumentKind.Explicit || argument.Parameter is not { } parameter || argument.Value.Unwrapped() is IParameterReferenceOperation { Parameter: var same } && same.Ordinal == parameter.Ordinal)
                continue;

            // A count, or a wait, goes on; anything else is asked for in another way.
            if (parameter.Type.Name is not ("Int32" or "Int64" or nameof(TimeSpan) or "Double") || argument.Value.ConstantValue.HasValue)
                return null;

            changed.Add(parameter);
            changed.UnionWith(argument.Value.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Select(one => one.Parameter));
        }

        if (work.Descendants().Select(ValueUses.VariableOf).Any(variable => variable is not null && changed.Contains(variable)) || parts.OfType<IInvocationOperation>().Any(call => !call.Syntax.IsInside(attempt.Body.Syntax) && IsRemedy(call, again, project)))
            return null;

        var wait = LoopWait.In(parts, work, part => ValueUses.VariableOf(part) is { } variable && changed.Contains(variable));
        return new(at, ExternalRead.NameOf(work.TargetMethod), wait.Pace, wait.Seconds, wait.IsVaried, changed.Count == 0 && !parts.Any(IsLimit));
    }

    private static ITryOperation? TryIn(List<IOperation> round) => round.Select(static one => one is ILabeledOperation { Operation: { } labeled } ? labeled : one).OfType<ITryOperation>().FirstOrDefault();

    /// <summary>From a catch; or from behind a try that returns with what it got.</summary>
    private static bool GoesBack(IOperation jump, ITryOperation attempt)
    {
        if (attempt.Catches.Any(one => jump.Syntax.IsInside(one.Syntax)))
            return true;

        return jump.Syntax.SpanStart > attempt.Syntax.Span.End && attempt.Catches.Length > 0 && attempt.Body.Operations.LastOrDefault() is IReturnOperation;
    }

    private static IOperation? Changed(IOperation part) => part switch
    {
        IAssignmentOperation set => set.Target,
        IIncrementOrDecrementOperation counted => counted.Target,
        _ => null,
    };

    /// <summary>Whether something is done about the failure before the next attempt.</summary>
    private static bool IsRemedy(IInvocationOperation call, IInvocationOperation? again, PipelineProject project) =>
        call != again && !LoopWait.IsWait(call) && (call.TargetMethod.DeclaringSyntaxReferences.Length > 0 || (project.TraitsOf(call.TargetMethod) & (Outside | ApiTrait.Local)) != 0);

    /// <summary>Whether a part ends it in time: a token, a clock, a comparison, a failure let through under a condition.</summary>
    private static bool IsLimit(IOperation part) => part switch
    {
        IArgumentOperation { Parameter.Type.Name: "CancellationToken", ArgumentKind: ArgumentKind.Explicit, Value: var token } => token.Unwrapped() is not (IDefaultValueOperation or IPropertyReferenceOperation { Property.Name: "None" }),
        IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" or "Elapsed" or "ElapsedMilliseconds" or "UtcNow" or "Now" } => true,
        IInvocationOperation { TargetMethod.Name: "ThrowIfCancellationRequested" } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } => true,
        IThrowOperation => true,
        _ => false,
    };
}
