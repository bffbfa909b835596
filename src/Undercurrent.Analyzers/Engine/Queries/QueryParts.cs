using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Whether a part of a query may say anything at all, or only what the source or the settings of the program chose: a name out of
/// constants, a checked one, a quoted one, a parameter that every caller gives a constant.
/// </summary>
internal sealed class QueryParts(Compilation compilation, CancellationToken cancellation)
{
    private const int Deepest = 3;

    private static readonly OriginQuestion Question = new(Stops: operation => QueryTypes.IsPlain(operation.Type) || QuotedNames.IsQuoted(operation) || QuotedNames.IsOfCode(operation), Parts: true);

    /// <summary>Statements that describe tables, move files or set up sessions: their grammar has no place for a parameter.</summary>
    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal)
    {
        "CREATE", "ALTER", "DROP", "TRUNCATE", "COPY", "ATTACH", "DETACH", "SET", "USE", "PRAGMA", "GRANT", "REVOKE", "VACUUM", "ANALYZE", "PUT", "GET", "LOAD", "UNLOAD", "BACKUP", "RESTORE", "EXPORT", "IMPORT",
        "INSTALL", "COMMENT", "LISTEN", "NOTIFY", "REFRESH", "SHOW", "DESCRIBE", "KILL", "LOCK", "BULK", "DENY", "DBCC",
    };

    private readonly HashSet<IParameterSymbol> _asked = new(SymbolEqualityComparer.Default);

    public bool MayBeAnything(QueryHole hole)
    {
        var place = QueryPlaces.Of(hole);
        return !IsInnocent(hole.Value, place, Fixed.Contains(QueryPlaces.VerbOf(hole.Before)), 0);
    }

    /// <summary>The same of a part before it is followed to where it comes from.</summary>
    public bool MayBeAnything(IOperation written, string before, string after) =>
        ValueOrigin.Trace(written, Question).Any(origin => MayBeAnything(new QueryHole(origin.Value, before, after)));

    private bool IsInnocent(IOperation value, QueryPlace place, bool isFixed, int depth)
    {
        if (QueryText.KnownText(value) is not null || !QueryText.MayHoldText(value) || QuotedNames.IsOfCode(value) || QueryChecks.IsChecked(value.Syntax))
            return true;

        // A quote doubled by hand is the only way where no parameter can stand.
        if (QuotedNames.IsQuoted(value))
            return QuotedNames.DoubledIn(value) is not "'" || isFixed;

        return (place == QueryPlace.Name && NamesFromSettings.Is(value)) || value switch
        {
            IParameterReferenceOperation { Parameter: var parameter } => IsGivenInnocent(parameter, value, place, isFixed, depth),
            ILocalReferenceOperation { Local: var local } => IsLookedUp(local, value, isFixed, depth),
            IPropertyReferenceOperation { Arguments.IsEmpty: false, Instance: { } table } => IsOfConstants(table, isFixed, depth),
            IMemberReferenceOperation { Member: IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } } member => SourceModels.InitialiserOf(member.Member, compilation, cancellation) is { } initial && IsOfConstants(initial, isFixed, depth),
            IInvocationOperation { TargetMethod.Name: "GetValueOrDefault" or "GetString" } call => (call.Instance ?? call.Arguments[0].Value) is var source && (source.Type?.Name == "ResourceManager" || IsOfConstants(source, isFixed, depth)),
            IInvocationOperation { TargetMethod: { Name: "ReadAllText" or "ReadAllTextAsync", ContainingType.Name: nameof(File) } } => true,
            _ => false,
        };
    }

    private bool IsOfConstants(IOperation value, bool isFixed, int depth) =>
        depth < Deepest && value.Unwrapped() is not (IParameterReferenceOperation or ILocalReferenceOperation { Local.IsForEach: true })
        && ValueOrigin.Trace(value, Question).All(origin => origin.Value != value && IsInnocent(origin.Value, QueryPlace.Any, isFixed, depth + 1));

    /// <summary>A name that was looked up in a table of constants: <c>columns.TryGetValue(sort, out var column)</c>.</summary>
    private bool IsLookedUp(ILocalSymbol local, IOperation reference, bool isFixed, int depth) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && call.Span.Contains(local.DeclaringSyntaxReferences[0].Span)
        && reference.SemanticModel?.GetOperation(call, cancellation) is IInvocationOperation { TargetMethod.Name: "TryGetValue", Instance: { } table } && IsTableOfConstants(table, isFixed, depth);

    private bool IsTableOfConstants(IOperation table, bool isFixed, int depth) =>
        table is IMemberReferenceOperation { Member: IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } } member
            ? SourceModels.InitialiserOf(member.Member, compilation, cancellation) is { } initial && IsOfConstants(initial, isFixed, depth)
            : IsOfConstants(table, isFixed, depth);

    /// <summary>Whether there are callers and all of them give what is innocent. What nobody calls is called from outside.</summary>
    private bool IsGivenInnocent(IParameterSymbol parameter, IOperation reference, QueryPlace place, bool isFixed, int depth)
    {
        if (depth >= Deepest || parameter.ContainingSymbol is not IMethodSymbol method || !_asked.Add(parameter))
            return false;

        var callers = method.MethodKind == MethodKind.LocalFunction
            ? reference.Root().Descendants().Where(call => call is IInvocationOperation { TargetMethod: var called } && SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, method.OriginalDefinition)).ToList()
            : Callers.Of(method, compilation, cancellation);
        var innocent = callers is { Count: > 0 } && callers.All(caller => caller is IInvocationOperation call
            && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is { } given
            && ValueOrigin.Trace(given.Value, Question).All(origin => IsInnocent(origin.Value, place, isFixed, depth + 1)));
        _asked.Remove(parameter);
        return innocent;
    }
}
