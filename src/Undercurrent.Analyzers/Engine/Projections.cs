using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The calls of LINQ and of collections whose elements come from another collection.</summary>
internal static class Projections
{
    private static readonly HashSet<string> Keeping = new(StringComparer.Ordinal)
    {
        "Where", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "Take", "TakeLast", "TakeWhile", "Skip", "SkipLast", "SkipWhile", "Distinct", "DistinctBy",
        "Reverse", "ToList", "ToArray", "ToHashSet", "AsEnumerable", "AsQueryable", "AsNoTracking", "Cast", "OfType", "First", "FirstOrDefault", "Single", "SingleOrDefault",
        "Last", "LastOrDefault", "ElementAt", "ElementAtOrDefault", "DefaultIfEmpty", "Concat", "Append", "Prepend", "Union", "Except", "Intersect",
        "ToListAsync", "ToArrayAsync", "FirstAsync", "FirstOrDefaultAsync", "SingleAsync", "SingleOrDefaultAsync", "ConfigureAwait", "Max", "Min", "MaxBy", "MinBy", "AsSpan", "AsReadOnly", "ToImmutableArray", "ToImmutableList", "ToImmutableHashSet", "ToImmutableDictionary", "ToFrozenSet", "ToFrozenDictionary",
    };

    /// <summary>The collection whose elements a lambda is called with; null where it is none of a projection, or not its first parameter.</summary>
    public static IOperation? DrawnFrom(IParameterSymbol parameter, IOperation reference)
    {
        if (parameter is not { Ordinal: 0, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda })
            return null;

        var outer = reference.Parent;
        while (outer is not null && !(outer is IAnonymousFunctionOperation function && SymbolEqualityComparer.Default.Equals(function.Symbol, lambda)))
            outer = outer.Parent;

        while (outer is IAnonymousFunctionOperation or IDelegateCreationOperation or IConversionOperation)
            outer = outer.Parent;

        return outer is IArgumentOperation { Parent: IInvocationOperation call } ? SourceOf(call) : null;
    }

    /// <summary>The collection, or awaited value, that the result of a call is drawn from.</summary>
    public static IOperation? SourceOf(IInvocationOperation call)
    {
        if (call.TargetMethod is { Name: "Repeat", IsStatic: true, ContainingType.Name: nameof(Enumerable) })
            return call.Arguments[0].Value;

        if (!Keeping.Contains(call.TargetMethod.Name) && call.TargetMethod.Name is not ("Select" or "SelectMany" or "ConvertAll"))
            return null;

        var source = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);
        return IsFramework(call.TargetMethod) ? source : null;
    }

    /// <summary>What a projection makes of each element.</summary>
    public static IAnonymousFunctionOperation? LambdaOf(IInvocationOperation call) =>
        call.TargetMethod.Name is "Select" or "SelectMany" or "ConvertAll" or "Max" or "Min"
            ? call.Arguments.Select(argument => (argument.Value.Unwrapped() as IDelegateCreationOperation)?.Target).OfType<IAnonymousFunctionOperation>().FirstOrDefault()
            : null;

    private static bool IsFramework(IMethodSymbol method) => method.RootNamespace() is "System" or "Microsoft";
}
