using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>What a retry answers to. One that is not due to a service in trouble need not spare it, and is not its client's business.</summary>
internal static class RetryReasons
{
    private static readonly string[] Own = ["Concurrency", "Conflict", "Optimistic", "Precondition", "Conditional", "ETag", "Unauthorized", "Forbidden", "Deadlock", "Locked", "Lock", "Duplicate", "UniqueConstraint"];

    private static readonly string[] Handling = ["Handle", "HandleInner", "HandleResult", "Or", "OrInner", "OrResult", "ShouldHandle"];

    /// <summary>Whether all that a policy or its options handle is somebody else's change of the same record, a lock, or a token that has run out.</summary>
    public static bool AreOfItsOwn(IOperation plan)
    {
        var handled = plan switch
        {
            IInvocationOperation { Syntax: InvocationExpressionSyntax call } => CallChain.Before(call).Concat(Beside(call)).Where(one => CallChain.NameOf(one) is { } name && Array.IndexOf(Handling, name) >= 0).Select(one => SaidIn(one).Any(SaysSo)),
            IObjectCreationOperation { Initializer: { } initial } => initial.Initializers.OfType<ISimpleAssignmentOperation>().Where(one => one.Target is IPropertyReferenceOperation { Property.Name: "ShouldHandle" }).Select(one => SaysSo(one.Value.Syntax)),
            _ => Enumerable.Empty<bool>(),
        };

        var reasons = handled.ToList();
        return reasons.Count > 0 && reasons.TrueForAll(isOwn => isOwn);
    }

    /// <summary>Whether code names such a reason.</summary>
    public static bool SaysSo(SyntaxNode node) => CallChain.WordsIn(node).Any(word => Array.Exists(Own, reason => word.IndexOf(reason, StringComparison.Ordinal) >= 0));

    /// <summary>In MassTransit, what is handled is said to the same configurator in a statement of its own.</summary>
    private static IEnumerable<InvocationExpressionSyntax> Beside(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } && call.FirstAncestorOrSelf<BlockSyntax>() is { } block
            ? block.Statements.OfType<ExpressionStatementSyntax>().Select(statement => statement.Expression).OfType<InvocationExpressionSyntax>().Where(one => one != call)
            : [];

    /// <summary>The types and arguments of a call, without what it is called on.</summary>
    private static IEnumerable<SyntaxNode> SaidIn(InvocationExpressionSyntax call)
    {
        yield return call.ArgumentList;
        if (call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax generic })
            yield return generic.TypeArgumentList;
    }
}
