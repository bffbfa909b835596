using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Completion;

/// <summary>
/// A condition on which work is finished or left: by a word for how it went, whose it is or whether it is meant at all, or by
/// what one of its own writes has answered.
/// </summary>
internal static class Decision
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "success", "succeed", "succeeded", "successful", "successfully", "ok", "okay", "valid", "invalid", "validation", "error", "fail", "failed", "failure", "faulted", "exception", "conflict", "problem",
        "cancel", "cancelled", "canceled", "cancellation", "abort", "aborted", "commit", "committed", "rollback", "rolled", "complete", "completed", "confirm", "confirmed", "keep", "save", "persist", "apply",
        "affected", "changed", "updated", "inserted", "deleted", "accepted", "rejected", "reject", "own", "owner", "outer", "nested", "external", "ambient", "dry", "simulate", "simulation", "preview", "what", "test", "trial", "discard",
    };

    public static bool Is(IOperation condition, UnfinishedWork work) =>
        condition.Syntax.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && IdentifierWords.Of(token.ValueText).Any(Words.Contains))
        || condition.DescendantsAndSelf().Any(one => IsAnswer(one, work));

    private static bool IsAnswer(IOperation mention, UnfinishedWork work) => mention switch
    {
        IInvocationOperation => work.StepOf(mention) is Step.Writes or Step.MayWrite,
        ILocalReferenceOperation { Local: var local } => work.Origin.Root().Descendants().Any(one => one switch
        {
            IVariableDeclaratorOperation { Initializer.Value: var value } declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) && work.HasWrites(value),
            IAssignmentOperation { Target: ILocalReferenceOperation { Local: var target } } assignment => SymbolEqualityComparer.Default.Equals(target, local) && work.HasWrites(assignment.Value),
            _ => false,
        }),
        _ => false,
    };
}
