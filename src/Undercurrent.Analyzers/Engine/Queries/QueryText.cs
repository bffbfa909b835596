using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>A part of a query that only a run can tell, with the text around it; other such parts stand there as <see cref="ValueText.Hole"/>.</summary>
internal readonly record struct QueryHole(IOperation Value, string Before, string After);

/// <summary>The text of a query that is put together: what the source tells of it, in order, and its holes.</summary>
internal static class QueryText
{
    private static readonly OriginQuestion Question = new(Stops: IsSettled, Parts: true, Long: true);

    /// <summary>The holes of a text; empty when it is whole, or given whole by somebody else. What is added to a text is a part of it.</summary>
    public static IReadOnlyList<QueryHole> HolesOf(IOperation value, bool added = false) =>
        value.ConstantValue.HasValue ? Array.Empty<QueryHole>() : Read(value).Where(part => (part.IsJoined || added) && !IsStatement(part.Hole, added)).Select(part => part.Hole).ToList();

    /// <summary>The texts that are put together nowhere but handed on by this operation, such as a parameter.</summary>
    public static IEnumerable<IOperation> WholesOf(IOperation value) => Read(value).Where(part => !part.IsJoined || IsStatement(part.Hole, added: false)).Select(part => part.Hole.Value);

    private static List<(QueryHole Hole, bool IsJoined)> Read(IOperation value)
    {
        var (text, holes, formats) = (new StringBuilder(), new List<(Origin Origin, int At)>(), new Queue<string>());
        foreach (var origin in ValueOrigin.Trace(value, Question))
        {
            if (KnownText(origin.Value) is { } known)
            {
                Write(known, origin.Value, text, formats);
            }
            else if (MayHoldText(origin.Value))
            {
                holes.Add((origin, text.Length));
                text.Append(ValueText.Hole);
            }
            else
            {
                // A number or a date is as good as any.
                text.Append(IsText(origin.Value) ? ValueText.Hole : '0');
            }

            if (formats.Count > 0 && !IsFormat(origin.Value))
                text.Append(formats.Dequeue());
        }

        var whole = text.ToString();
        return holes.ConvertAll(hole => (Placed(hole.Origin.Value, hole.At, holes.IndexOf(hole), whole), hole.Origin.Joined));
    }

    /// <summary>What is put into a format that was itself put together stands behind it here, and belongs where its number is.</summary>
    private static QueryHole Placed(IOperation value, int at, int ordinal, string whole)
    {
        var mark = "{" + ordinal.ToString(CultureInfo.InvariantCulture) + "}";
        var place = whole.IndexOf(mark, 0, at, StringComparison.Ordinal);
        var format = whole.TrimEnd(ValueText.Hole);
        return place < 0 || format.Length > at || !(char.IsLetterOrDigit(format[format.Length - 1]) || format[format.Length - 1] is ')' or ';')
            ? new QueryHole(value, whole.Substring(0, at), whole.Substring(at + 1))
            : new QueryHole(value, whole.Substring(0, place), format.Substring(place + mark.Length));
    }

    /// <summary>Whether a part is a query given by somebody else, to which this text adds: it begins the text, or says so by its name.</summary>
    private static bool IsStatement(QueryHole hole, bool added)
    {
        if (!added && hole.Before.Trim(ValueText.Hole, ' ', '\n', '\r', '(').Length == 0)
            return true;

        var name = hole.Value switch
        {
            IParameterReferenceOperation { Parameter.Name: var parameter } => parameter,
            ILocalReferenceOperation { Local.Name: var local } => local,
            IMemberReferenceOperation { Member.Name: var member } => member,
            _ => "",
        };
        var words = IdentifierWords.Of(name);
        return words.Length > 0 && words[words.Length - 1] is "sql" or "query" or "statement" or "cql" or "subquery" && QueryPlaces.Of(hole) is QueryPlace.Any or QueryPlace.Name;
    }

    /// <summary>The text of an operation that says nothing but what the source says.</summary>
    public static string? KnownText(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: var constant } } => Convert.ToString(constant, CultureInfo.InvariantCulture) ?? "",
        IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } } => "",
        IPropertyReferenceOperation { Property: { Name: "NewLine", ContainingType: { Name: "Environment", ContainingNamespace.Name: nameof(System) } } } => "\n",
        IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null } or IArrayCreationOperation { Initializer: null } or IInvocationOperation { TargetMethod: { Name: "Empty", Parameters.IsEmpty: true } } => "",
        _ => null,
    };

    /// <summary>Whether it is text, as opposed to a number, a date or any other thing whose form nobody chooses.</summary>
    public static bool MayHoldText(IOperation value) => QueryTypes.HoldsText(value is IConversionOperation { OperatorMethod: not null } conversion ? conversion.Operand.Type : value.Type);

    private static bool IsText(IOperation value) => value.Type?.SpecialType == SpecialType.System_String;

    private static bool IsSettled(IOperation operation) => QueryTypes.IsPlain(operation.Type) || QuotedNames.IsQuoted(operation) || QuotedNames.IsOfCode(operation);

    private static bool IsFormat(IOperation value) => value.Parent is IArgumentOperation { Parameter.Name: "format" };

    /// <summary>What is written between the holes of a format stands around what is put in there.</summary>
    private static void Write(string known, IOperation source, StringBuilder text, Queue<string> formats)
    {
        if (!IsFormat(source))
        {
            text.Append(known);
            return;
        }

        formats.Clear();
        var pieces = TextCalls.SplitFormat(known);
        text.Append(pieces[0]);
        for (var at = 1; at < pieces.Count; at++)
            formats.Enqueue(pieces[at]);
    }
}
