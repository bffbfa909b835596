using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// The numbers and dates that a text takes up as the machine's culture writes them, where the text is data: a line of separated
/// values, a piece of JSON or XML, an address with parameters, a statement.
/// </summary>
internal static class WrittenValues
{
    private static readonly string[] Statements = ["select ", "insert ", "update ", "delete ", "merge ", "with ", "exec ", "where ", "and ", "values"];

    /// <summary>The first value of a text that is written so; null of any other text, or one that nobody reads back.</summary>
    public static IOperation? In(IOperation text)
    {
        var parts = Parts(text);
        if (parts.Count < 2 || !parts.Any(static part => part.Known is null && IsCultural(part)))
            return null;

        for (var at = 0; at < parts.Count; at++)
        {
            if (parts[at] is { Known: null, Value: { } value } && IsCultural(parts[at]) && IsData(parts, at) && IsReadBack(text))
                return value;
        }

        return null;
    }

    /// <summary>Whether a text that takes up a value is data, and the value one of its fields.</summary>
    public static bool Holds(IOperation part, IOperation value)
    {
        var text = part;
        while (text is not IInterpolatedStringOperation && (text.Parent is IInterpolationOperation or IInterpolatedStringOperation or IParenthesizedOperation || (text.Parent is not null && TextCalls.IsSum(text.Parent))))
            text = text.Parent;

        var parts = Parts(text);
        var at = parts.FindIndex(one => one.Value is { } written && written.Syntax.Span.Contains(value.Syntax.Span));
        return at >= 0 && IsData(parts, at) && IsReadBack(text);
    }

    /// <summary>Every value of a text that is written so.</summary>
    public static IEnumerable<IOperation> All(IOperation text) => Parts(text).Where(static part => part.Known is null && IsCultural(part)).Select(static part => part.Value!);

    /// <summary>A number or date that a call turns into a text by itself; null of any other value.</summary>
    public static IOperation? Text(IOperation value) =>
        value.Unwrapped() is IInvocationOperation { TargetMethod.Name: nameof(ToString), Instance: { } inner } call && IsShown(inner, FormatOf(call), call) ? inner : null;

    /// <summary>Whether a culture has a say in how a value is written.</summary>
    private static bool IsCultural(in WrittenPart part) => part.Value is { } value && (Text(value) is not null || (value.Unwrapped().Type?.SpecialType != SpecialType.System_String && IsShown(value.Unwrapped(), part.Format, null)));

    private static bool IsShown(IOperation value, string? format, IInvocationOperation? call)
    {
        if (call is not null && call.Arguments.Any(static argument => argument.Parameter?.Type.Name == nameof(IFormatProvider) && argument.ArgumentKind != ArgumentKind.DefaultValue && !MachineCulture.Is(argument.Value)))
            return false;

        var type = value.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: var inner } ? inner[0] : value.Type;
        if (value.ConstantValue.HasValue || type is null)
            return false;

        if (type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64)
            return format is { Length: > 0 } && format[0] is 'N' or 'n' or 'C' or 'c' or 'P' or 'p';

        return CultureReads.IsCultural(type) && (IsNumber(type) ? format is not ("F0" or "f0" or "0") : IsDateOfCulture(format));
    }

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single || type.Name == "Half";

    /// <summary>Years, months and days in digits with a dash are written alike nearly everywhere; names and slashes are not.</summary>
    private static bool IsDateOfCulture(string? format) => format switch
    {
        null or "" => true,
        { Length: 1 } => format[0] is not ('o' or 'O' or 'r' or 'R' or 's' or 'u'),
        _ => format.IndexOf('/') >= 0 || format.IndexOf("MMM", StringComparison.Ordinal) >= 0 || format.IndexOf("ddd", StringComparison.Ordinal) >= 0 || format.IndexOf("tt", StringComparison.Ordinal) >= 0,
    };

    private static string? FormatOf(IInvocationOperation call) => call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "format")?.Value.ConstantValue is { HasValue: true, Value: string format } ? format : null;

    private static bool IsData(List<WrittenPart> parts, int at)
    {
        var before = at > 0 ? parts[at - 1].Known : null;
        var after = at + 1 < parts.Count ? parts[at + 1].Known : null;
        var start = parts[0].Known?.TrimStart() ?? "";
        return IsSeparator(before) && at > 1 || (IsSeparator(after) && at + 2 < parts.Count)
            || (before is not null && (IsName(before) || (before.EndsWith("=", StringComparison.Ordinal) && (before.IndexOf('?') >= 0 || before.IndexOf('&') >= 0))))
            || (before?.EndsWith(">", StringComparison.Ordinal) == true && after?.StartsWith("</", StringComparison.Ordinal) == true)
            || (start.StartsWith("<", StringComparison.Ordinal) && before is not null && (before.EndsWith("=\"", StringComparison.Ordinal) || before.EndsWith("='", StringComparison.Ordinal)))
            || Array.Exists(Statements, statement => start.StartsWith(statement, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What stands between two fields of a line and nowhere in a sentence: a separator without a space.</summary>
    private static bool IsSeparator(string? between) => between is "," or ";" or "\t" or "|" or "\",\"" or "\";\"" or "," + "\"" or "\",";

    /// <summary>The end of a name in JSON.</summary>
    private static bool IsName(string before)
    {
        before = before.TrimEnd();
        return before.EndsWith("\":", StringComparison.Ordinal) || before.EndsWith("\":\"", StringComparison.Ordinal);
    }

    /// <summary>Logs, consoles and errors are read by people, each in the culture they know; parameters are no text at all.</summary>
    private static bool IsReadBack(IOperation text)
    {
        var around = text.Parent;
        for (; around is IConversionOperation or IParenthesizedOperation or IInterpolatedStringHandlerCreationOperation or IArgumentOperation; around = around.Parent)
        {
            if (around is IConversionOperation { Type.Name: nameof(FormattableString) or nameof(IFormattable) })
                return false;
        }

        if (text.SemanticModel?.GetEnclosingSymbol(text.Syntax.SpanStart) is { Name: nameof(ToString) or "get_DebuggerDisplay" })
            return false;

        return around switch
        {
            IInvocationOperation call => !call.Arguments.Any(static argument => argument.Parameter?.Type.Name is nameof(IFormatProvider) or nameof(System.Globalization.CultureInfo)) && !IsShowing(call),
            IObjectCreationOperation { Type.Name: var name } => !name.EndsWith("Exception", StringComparison.Ordinal),
            _ => true,
        };
    }

    private static bool IsShowing(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.Name is nameof(Console) or "Debug" or "Trace" or "AnsiConsole" or "Assert" or "MessageBox" or nameof(FormattableString)
        || call.TargetMethod.Name.StartsWith("Log", StringComparison.Ordinal) || call.TargetMethod.ContainingType.Name.IndexOf("Log", StringComparison.Ordinal) >= 0
        || (call.TargetMethod.ReturnType.Name is nameof(FormattableString))
        || call.Instance is IPropertyReferenceOperation { Property.ContainingType.Name: nameof(Console) };

    private static List<WrittenPart> Parts(IOperation text) => text switch
    {
        IInterpolatedStringOperation interpolated => interpolated.Parts.Select(PartOf).ToList(),
        IBinaryOperation sum => TextCalls.PartsOf(sum).Select(static part => Plain(part.Value!)).ToList(),
        IInvocationOperation { TargetMethod.Name: "Format" } call => Formatted(call),
        IInvocationOperation call => Joined(call),
        _ => new(),
    };

    private static WrittenPart Plain(IOperation value) => value.ConstantValue is { HasValue: true, Value: { } known } ? new(known.ToString(), null, null) : new(null, value, null);

    private static WrittenPart PartOf(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolationOperation hole => new(null, hole.Expression, hole.FormatString?.ConstantValue.Value as string),
        IInterpolatedStringTextOperation { Text.ConstantValue.Value: string known } => new(known, null, null),
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { TargetMethod.Name: "AppendLiteral", Arguments: { IsEmpty: false } given } } => new(given[0].Value.ConstantValue.Value as string, null, null),
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: { IsEmpty: false } given } call } => new(null, given[0].Value, FormatOf(call)),
        _ => default,
    };

    private static List<WrittenPart> Formatted(IInvocationOperation call)
    {
        var parts = new List<WrittenPart>();
        if (call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "format")?.Value.ConstantValue.Value is not string format)
            return parts;

        var values = Composition.Given(call.Arguments).Skip(1).ToList();
        var from = 0;
        for (var open = format.IndexOf('{'); open >= 0; open = format.IndexOf('{', from))
        {
            var close = format.IndexOf('}', open);
            if (close < 0)
                break;

            var hole = format.Substring(open + 1, close - open - 1);
            var colon = hole.IndexOf(':');
            var name = (colon < 0 ? hole : hole.Substring(0, colon)).Split(',')[0];
            parts.Add(new(format.Substring(from, open - from), null, null));
            parts.Add(int.TryParse(name, out var number) && number >= 0 && number < values.Count ? new(null, values[number], colon < 0 ? null : hole.Substring(colon + 1)) : default);
            from = close + 1;
        }

        parts.Add(new(format.Substring(from), null, null));
        return parts;
    }

    private static List<WrittenPart> Joined(IInvocationOperation join)
    {
        var parts = new List<WrittenPart>();
        if (join.Arguments.Length < 2 || join.Arguments[0].Value.ConstantValue.Value?.ToString() is not { } separator)
            return parts;

        foreach (var value in Composition.Given(join.Arguments.RemoveAt(0)))
        {
            if (parts.Count > 0)
                parts.Add(new(separator, null, null));

            parts.Add(Plain(value));
        }

        return parts;
    }

    /// <summary>A part of a text: known as such, or a value and the format it is written in.</summary>
    private readonly record struct WrittenPart(string? Known, IOperation? Value, string? Format);
}
