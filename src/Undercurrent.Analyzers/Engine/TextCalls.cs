using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The expressions of the framework that put texts together or hand them on unchanged.</summary>
internal static class TextCalls
{
    /// <summary>A concatenation of texts, as opposed to any other sum.</summary>
    public static bool IsSum(IOperation operation) =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };

    /// <summary>Calls of <c>string.Format</c>, <c>Concat</c> and <c>Join</c>.</summary>
    public static bool Joins(IInvocationOperation call) =>
        call.TargetMethod is { IsStatic: true, Name: "Format" or "Concat" or "Join", ContainingType.SpecialType: SpecialType.System_String };

    /// <summary>Calls that add to a <c>StringBuilder</c>.</summary>
    public static bool Grows(IInvocationOperation call) =>
        call.TargetMethod is { IsStatic: false, ContainingType.Name: nameof(System.Text.StringBuilder), Name: var name } && (name.StartsWith("Append", StringComparison.Ordinal) || name is "Insert" or "Replace");

    /// <summary>What is written in one part of an interpolated text, be it made at once or by a handler.</summary>
    public static IOperation? Written(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolationOperation hole => hole.Expression,
        IInterpolatedStringTextOperation text => text.Text,
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments.Length: > 0 } call } => call.Arguments[0].Value,
        _ => null,
    };

    /// <summary>Whether a larger text is put together from this one, and speaks for it.</summary>
    public static bool IsPart(IOperation text)
    {
        var outer = text.Parent;
        while (outer is IConversionOperation or IParenthesizedOperation or IArrayInitializerOperation or IArrayCreationOperation or { Kind: Composition.CollectionExpression })
            outer = outer.Parent;

        return outer is IInterpolationOperation or IInterpolatedStringTextOperation || (outer is not null && IsSum(outer))
            || (outer is IArgumentOperation { Parent: IInvocationOperation call } && Joins(call));
    }

    /// <summary>The parts of a text that is put together, in order.</summary>
    public static IEnumerable<TextPart> PartsOf(IOperation text) => text switch
    {
        IInterpolatedStringOperation interpolated => interpolated.Parts.Select(PartOf),
        IBinaryOperation sum => Terms(sum).Select(term => new TextPart(null, term)),
        IInvocationOperation { TargetMethod.Name: "Format" } format => Formatted(format),
        IInvocationOperation { TargetMethod.Name: "Join" } join => Joined(join),
        IInvocationOperation concat => concat.Arguments.SelectMany(argument => Elements(argument.Value)).Select(element => new TextPart(null, element)),
        _ => [new(null, text)],
    };

    /// <summary>The text that a call hands on as it is, in another form, or null.</summary>
    public static IOperation? Carried(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var given = call.Arguments.Length > 0 ? call.Arguments[0].Value : null;
        return method.Name switch
        {
            "GetBytes" when IsEncoding(method.ContainingType) => given,
            "FromBase64String" or "FromHexString" or "ToBase64String" when method.ContainingType?.Name == "Convert" => given,
            "Trim" or "TrimEnd" or "TrimStart" or "ToString" or "ToCharArray" or "Normalize" when method.ContainingType?.SpecialType == SpecialType.System_String => call.Instance,
            "ToString" when method.ContainingType?.Name is "StringBuilder" or "Uri" => call.Instance,
            "GetString" when method.ContainingType?.Name is "JsonElement" => call.Instance,
            "AsSpan" or "AsMemory" when method.IsExtensionMethod || method.IsStatic => given,
            "ToArray" when method.ContainingType?.Name is "ReadOnlySpan" or "Span" or "ReadOnlyMemory" => call.Instance,
            "ToArray" when method.IsExtensionMethod => given,
            _ => null,
        };
    }

    public static bool MakesBytes(IInvocationOperation call) => call.TargetMethod.Name is "GetBytes" or "FromBase64String" or "FromHexString";

    public static IOperation? OnlyExpression(IOperation? body) =>
        body is IBlockOperation { Operations: { Length: 1 } only } && only[0] is IReturnOperation { ReturnedValue: { } value } ? value : null;

    private static bool IsEncoding(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == "Encoding")
                return true;
        }

        return false;
    }

    /// <summary>A sum of thousands of terms is a left spine of that depth: walked, not recursed into.</summary>
    private static Stack<IOperation> Terms(IBinaryOperation sum)
    {
        var terms = new Stack<IOperation>();
        IOperation next = sum;
        while (next.Unwrapped() is IBinaryOperation inner && IsSum(inner))
        {
            terms.Push(inner.RightOperand);
            next = inner.LeftOperand;
        }

        terms.Push(next);
        return terms;
    }

    private static TextPart PartOf(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolationOperation { FormatString: null, Alignment: null } hole => new(null, hole.Expression),
        IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string known } } => new(known, null),
        _ => default,
    };

    /// <summary>What a format writes before, between and after what is put into it.</summary>
    public static IReadOnlyList<string> SplitFormat(string format)
    {
        var pieces = new List<string>();
        var from = 0;
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] != '{')
                continue;

            if (at + 1 < format.Length && format[at + 1] == '{')
            {
                at++;
                continue;
            }

            pieces.Add(format.Substring(from, at - from));
            at = format.IndexOf('}', at) is >= 0 and var close ? close : format.Length - 1;
            from = at + 1;
        }

        pieces.Add(format.Substring(from));
        return pieces;
    }

    private static ImmutableArray<IOperation> Elements(IOperation value) => value.Unwrapped() switch
    {
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        { Kind: Composition.CollectionExpression } collection => collection.ChildOperations.ToImmutableArray(),
        _ => ImmutableArray.Create(value),
    };

    private static IEnumerable<TextPart> Joined(IInvocationOperation join)
    {
        var first = true;
        foreach (var element in join.Arguments.Skip(1).SelectMany(argument => Elements(argument.Value)))
        {
            if (!first)
                yield return new(null, join.Arguments[0].Value);

            first = false;
            yield return new(null, element);
        }
    }

    private static IEnumerable<TextPart> Formatted(IInvocationOperation call)
    {
        var at = call.Arguments.TakeWhile(argument => argument.Parameter?.Name != "format").Count();
        if (at >= call.Arguments.Length || call.Arguments[at].Value.ConstantValue is not { HasValue: true, Value: string format })
        {
            yield return default;
            yield break;
        }

        var values = call.Arguments.Skip(at + 1).SelectMany(argument => Elements(argument.Value)).ToList();
        var from = 0;
        for (var open = format.IndexOf('{'); open >= 0; open = format.IndexOf('{', from))
        {
            var close = format.IndexOf('}', open);
            if (close < 0)
                break;

            yield return new(format.Substring(from, open - from), null);
            yield return int.TryParse(format.Substring(open + 1, close - open - 1), out var number) && number >= 0 && number < values.Count ? new(null, values[number]) : default;
            from = close + 1;
        }

        yield return new(format.Substring(from), null);
    }
}

/// <summary>A part of a text: known as such, or what an operation gives; neither when nothing can be said.</summary>
internal readonly record struct TextPart(string? Known, IOperation? Value);
