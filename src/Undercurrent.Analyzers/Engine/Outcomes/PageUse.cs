using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// What becomes of a page: its items are used as if they were all there are, and nobody asks for the next one. Who asks whether
/// there is more, hands the page on, goes round in a loop, wants the first item only or says how many he wants, is content.
/// </summary>
internal static class PageUse
{
    private static readonly HashSet<string> Limits = new(StringComparer.OrdinalIgnoreCase) { "MaxKeys", "Limit", "MaxResults", "MaxItems", "MaxItemCount", "PageSize", "Top", "MaxRecords", "Take", "Size", "MaxUploads", "MaxParts" };

    private static readonly HashSet<string> FirstOnly = new(StringComparer.Ordinal)
    {
        "Any", "AnyAsync", "First", "FirstOrDefault", "Single", "SingleOrDefault", "FirstAsync", "FirstOrDefaultAsync", "SingleAsync", "SingleOrDefaultAsync", "ElementAt", "ElementAtOrDefault", "Take", "Find", "Exists",
        "Contains", "MaxBy", "MinBy",
    };

    private static readonly string[] PageWords = ["page", "token", "cursor", "offset", "skip", "marker", "continuation", "after", "start"];

    private static readonly string[] SizeWords = ["page", "batch", "chunk"];

    /// <summary>Whether the items of a page are used and nobody asks for more.</summary>
    /// <param name="call">What gives the page.</param>
    /// <param name="continues">Whether a member of the page tells whether there is more.</param>
    public static bool IsOfOneOnly(IInvocationOperation call, Func<ISymbol, bool> continues)
    {
        var used = false;
        foreach (var use in ValueUses.Of(call))
        {
            switch (Judge(use, continues))
            {
                case Judgement.Content:
                    return false;
                case Judgement.Items:
                    used = true;
                    break;
            }
        }

        return used && !IsInLoop(call);
    }

    /// <summary>Whether a request says that one item is wanted, so many, or where the page begins; or the method is asked for one page by its caller.</summary>
    public static bool IsAskedFor(IInvocationOperation call, ISymbol within)
    {
        if (within is IMethodSymbol method && method.Parameters.Any(parameter => parameter.Type.Name != "CancellationToken" && IdentifierWords.Of(parameter.Name).Intersect(PageWords).Any() && !IdentifierWords.Of(parameter.Name).Contains("size")))
            return true;

        var requests = new HashSet<ITypeSymbol>(call.Arguments.Where(argument => argument.ArgumentKind == ArgumentKind.Explicit).Select(argument => argument.Value.Unwrapped().Type).OfType<ITypeSymbol>(), SymbolEqualityComparer.Default);
        return call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter is { } parameter && Says(parameter.Name, argument.Value))
            || call.Root().Descendants().OfType<ISimpleAssignmentOperation>().Any(one => one.Target is IPropertyReferenceOperation { Property: var property }
                && (requests.Contains(property.ContainingType) || call.Syntax.Span.Contains(one.Syntax.Span)) && Says(property.Name, one.Value));
    }

    private static bool Says(string name, IOperation value)
    {
        if (value.Unwrapped().ConstantValue is { HasValue: true, Value: var known })
            return known is not null && (Limits.Contains(name) ? known is 0 or 1 or 0L or 1L : PageType.Begins(name) && known is not (0 or 0L or false or ""));

        return PageType.Begins(name) || (Limits.Contains(name) && ValueUses.VariableOf(value.Unwrapped()) is IParameterSymbol parameter && !IdentifierWords.Of(parameter.Name).Intersect(SizeWords).Any());
    }

    public static bool IsInLoop(IOperation call)
    {
        for (var around = call.Parent; around is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; around = around.Parent)
        {
            if (around is IWhileLoopOperation or IForLoopOperation)
                return true;
        }

        return false;
    }

    private static Judgement Judge(IOperation use, Func<ISymbol, bool> continues) => use.Parent switch
    {
        IMemberReferenceOperation { Member: var member } reference when reference.Instance == use => continues(member) ? Judgement.Content
            : reference.Type is { } type && PageType.IsCollection(type) ? JudgeItems(reference)
            : member.Name == "Count" && PageType.IsCollection(use.Type!) ? JudgeItems(use, isPage: true)
            : Judgement.Nothing,
        IIsPatternOperation or ISwitchExpressionOperation or ISwitchOperation => use.Parent.Descendants().OfType<IPropertySubpatternOperation>().Any(part => part.Member is IMemberReferenceOperation member && continues(member.Member)) ? Judgement.Content : Judgement.Nothing,
        _ when use.Type is { } type && PageType.IsCollection(type) => JudgeItems(use, isPage: true),
        IInvocationOperation or IExpressionStatementOperation or IUsingOperation or IBinaryOperation or IInterpolationOperation => Judgement.Nothing,
        _ => Judgement.Content,
    };

    /// <summary>Looks at every use of the items, which may be kept in a local first.</summary>
    private static Judgement JudgeItems(IOperation items, bool isPage = false)
    {
        var judgements = (isPage ? [items] : ValueUses.Of(items)).Select(use => JudgeItem(use, isPage)).ToList();
        return judgements.Contains(Judgement.Items) ? Judgement.Items : judgements.Contains(Judgement.Content) ? Judgement.Content : Judgement.Nothing;
    }

    private static Judgement JudgeItem(IOperation use, bool isPage) => use.Parent switch
    {
        IInvocationOperation call when call.Instance == use => FirstOnly.Contains(call.TargetMethod.Name) ? Judgement.Nothing : Judgement.Items,
        IArgumentOperation { Parent: IInvocationOperation call } => FirstOnly.Contains(call.TargetMethod.Name) ? Judgement.Nothing : IsOfSequence(call) || !isPage ? Narrowed(call) : Judgement.Content,
        IPropertyReferenceOperation { Property: { IsIndexer: true } } => Judgement.Nothing,
        IArrayElementReferenceOperation => Judgement.Nothing,
        IPropertyReferenceOperation { Property.Name: "Count" or "Length" } count => ValueUses.Whole(count).Parent is IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: 0 or 1 } } ? Judgement.Nothing : Judgement.Items,
        IIsPatternOperation or IBinaryOperation or IExpressionStatementOperation or INameOfOperation => Judgement.Nothing,
        IForEachLoopOperation loop => LeavesAtOnce(loop) ? Judgement.Nothing : Judgement.Items,
        IReturnOperation or ISimpleAssignmentOperation or IArgumentOperation or ITupleOperation when isPage => Judgement.Content,
        _ => Judgement.Items,
    };

    /// <summary>Where a chain of LINQ ends in the first item, so many were wanted.</summary>
    private static Judgement Narrowed(IInvocationOperation call)
    {
        IOperation whole = call;
        while (whole.Parent is IArgumentOperation { Parent: IInvocationOperation next } && IsOfSequence(next))
            whole = next;

        return whole is IInvocationOperation last && last != call && FirstOnly.Contains(last.TargetMethod.Name) ? Judgement.Nothing : Judgement.Items;
    }

    private static bool IsOfSequence(IInvocationOperation call) => call.TargetMethod is { IsExtensionMethod: true, ContainingType.Name: "Enumerable" } or { Name: "AddRange" or "UnionWith" or "Concat" };

    private static bool LeavesAtOnce(IForEachLoopOperation loop) => loop.Body is IReturnOperation || (loop.Body is IBlockOperation { Operations: { Length: > 0 } operations } && operations[operations.Length - 1] is IReturnOperation or IBranchOperation { BranchKind: BranchKind.Break });

    private enum Judgement
    {
        /// <summary>Says nothing about what is wanted.</summary>
        Nothing,

        /// <summary>The items are used, all of them.</summary>
        Items,

        /// <summary>Somebody may ask for more.</summary>
        Content,
    }
}
