using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The methods in source that hand a parameter on, whole, as the text of a query. Asked only of a call with a text that is put
/// together, by which time binding the method's body is worth it; each is bound once.
/// </summary>
internal sealed class QueryingMethods(QuerySinks sinks, Compilation compilation)
{
    private const int Deepest = 3;

    private static readonly ConditionalWeakTable<SyntaxNode, StrongBox<bool>> Speaking = new();

    /// <summary>One for each depth: what is cut short by the depth is not the whole answer, and must not depend on who asked first.</summary>
    private readonly ConcurrentDictionary<IMethodSymbol, HashSet<int>>[] _known =
        Enumerable.Range(0, Deepest + 1).Select(_ => new ConcurrentDictionary<IMethodSymbol, HashSet<int>>(SymbolEqualityComparer.Default)).ToArray();

    /// <summary>The text that a call hands to a query by way of a method in source; null of any other call.</summary>
    public IOperation? TextIn(IInvocationOperation call, CancellationToken cancellation)
    {
        if (call.TargetMethod.DeclaringSyntaxReferences.IsEmpty || !call.Arguments.Any(MayBePutTogether))
            return null;

        var taken = Taken(call.TargetMethod.OriginalDefinition, 0, cancellation);
        return taken.Count == 0 ? null : call.Arguments.FirstOrDefault(argument => argument.Parameter is { } parameter && taken.Contains(parameter.Ordinal) && MayBePutTogether(argument))?.Value;
    }

    private static bool MayBePutTogether(IArgumentOperation argument) =>
        argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type.SpecialType: SpecialType.System_String } && !argument.Value.ConstantValue.HasValue
        && argument.Value.Unwrapped() is IInterpolatedStringOperation or IBinaryOperation or ILocalReferenceOperation or IInvocationOperation;

    /// <summary>Which parameters a method hands on, by their places.</summary>
    private HashSet<int> Taken(IMethodSymbol method, int depth, CancellationToken cancellation)
    {
        var taken = new HashSet<int>();
        if (depth > Deepest)
            return taken;

        if (_known[depth].TryGetValue(method, out var known))
            return known;

        foreach (var implementation in Implementations.Of(method, compilation, cancellation))
        {
            if (Speaks(implementation) && SourceModels.BodyOf(implementation, compilation, cancellation) is { } body)
                Find(implementation.OriginalDefinition, body, taken, depth, cancellation);
        }

        _known[depth].TryAdd(method, taken);

        return taken;
    }

    private void Find(IMethodSymbol method, IOperation body, HashSet<int> taken, int depth, CancellationToken cancellation)
    {
        foreach (var operation in body.Descendants())
        {
            if (sinks.TextIn(operation) is { } text)
            {
                Note(method, text, taken);
            }
            else if (operation is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } called } call && !SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, method)
                && call.Arguments.Any(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String && !argument.Value.ConstantValue.HasValue))
            {
                foreach (var place in Taken(called.OriginalDefinition, depth + 1, cancellation))
                {
                    if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == place) is { } given)
                        Note(method, given.Value, taken);
                }
            }
        }
    }

    private static void Note(IMethodSymbol method, IOperation text, HashSet<int> taken)
    {
        foreach (var whole in QueryText.WholesOf(text))
        {
            if (whole is IParameterReferenceOperation { Parameter: var parameter } && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, method))
                taken.Add(parameter.Ordinal);
        }
    }

    /// <summary>Whether a method speaks of queries at all; told from its words, before its body is bound.</summary>
    private static bool Speaks(IMethodSymbol method) => method.DeclaringSyntaxReferences.Any(at => Speaking.GetValue(at.GetSyntax(), static declaration => new(
        declaration.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && Array.Exists(IdentifierWords.Of(token.ValueText), IsQueryWord)))).Value);

    private static bool IsQueryWord(string word) =>
        word is "sql" or "query" or "cql" or "kql" or "cypher" or "command" or "cmd" or "statement" or "execute" or "exec" or "text" or "json";
}
