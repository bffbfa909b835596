using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine.SecretTexts;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// What stands before a text that is added to another: by <c>+=</c>, by <c>Append</c>, or as the first part of a larger one.
/// Asked only about a text that holds a secret setting, since looking back costs.
/// </summary>
internal static class BegunText
{
    private const int MostPieces = 40;

    /// <summary>Whether what is added goes on with the settings of a connection string.</summary>
    public static bool IsConnection(IOperation added)
    {
        var start = Start(added);
        if (start is null)
            return false;

        if (IsNamedConnection(start))
            return true;

        var (begun, open) = (false, IsSeparated(added));
        foreach (var piece in Pieces(start))
        {
            foreach (var text in ValueText.Of(piece))
            {
                begun |= ConnectionText.IsBegunBy(text.Text);
                open |= text.Text.TrimEnd().EndsWith(";", StringComparison.Ordinal);
            }
        }

        return begun && open;
    }

    private static IOperation? Start(IOperation added) => added.Parent switch
    {
        ICompoundAssignmentOperation { Target: var target } => target,
        IArgumentOperation { Parent: IInvocationOperation { Instance: { } builder } call } when IsAppend(call) => builder,
        _ => added is IBinaryOperation or IInterpolatedStringOperation ? TextCalls.PartsOf(added).First().Value?.Unwrapped() : null,
    };

    private static bool IsAppend(IInvocationOperation call) => call.TargetMethod is { Name: "Append" or "AppendLine", ContainingType.Name: "StringBuilder" };

    /// <summary>A separator of its own, behind what it is added to.</summary>
    private static bool IsSeparated(IOperation added) =>
        ValueText.Of(added).Any(text => text.Text.TrimStart(' ', ValueText.Hole).StartsWith(";", StringComparison.Ordinal));

    /// <summary>Where the beginning is unknown, its name may tell: <c>connectionString += "…"</c>.</summary>
    private static bool IsNamedConnection(IOperation start)
    {
        var name = start switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation { Member: var member } => member.Name,
            _ => null,
        };
        return name is not null && Array.Exists(IdentifierWords.Of(name), word => word is "connection" or "conn" or "connstr" or "connectionstring" or "dsn");
    }

    /// <summary>What a variable was given and what was added to it, and the calls of the same chain.</summary>
    private static IEnumerable<IOperation> Pieces(IOperation start)
    {
        var left = MostPieces;
        while (start is IInvocationOperation { Instance: { } inner, Arguments: { Length: > 0 } arguments } call && IsAppend(call) && left-- > 0)
        {
            yield return arguments[0].Value;
            start = inner;
        }

        ISymbol? variable = start is ILocalReferenceOperation local ? local.Local : (start as IParameterReferenceOperation)?.Parameter;
        if (variable is null)
        {
            yield return start;
            yield break;
        }

        var given = Assignments.Reaching(variable, start);
        for (var at = Math.Max(0, given.Count - left); at < given.Count; at++)
        {
            if (given[at].Value is { } value)
                yield return value;
        }
    }
}
