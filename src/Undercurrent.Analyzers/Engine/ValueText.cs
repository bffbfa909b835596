using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// A text as far as the source tells it, with a hole for each part that only a run can tell. Followed as far as
/// <see cref="ValueOrigin"/> follows a value, but in order and whole. A value with alternatives has a text for each.
/// </summary>
internal sealed class ValueText
{
    /// <summary>Stands where a part is unknown.</summary>
    public const char Hole = '\uFFFC';

    private const int Deepest = 8;
    private const int Longest = 1 << 20;
    private const int MostAlternatives = 20;

    private ValueText(string text, IOperation source, ISymbol? through, bool isBytes, IReadOnlyList<(int End, ValueText? Part)> parts)
    {
        Text = text;
        Source = source;
        Through = through;
        IsBytes = isBytes;
        Parts = parts;
    }

    public string Text { get; }

    /// <summary>What writes the text: a literal, an interpolation, a concatenation.</summary>
    public IOperation Source { get; }

    /// <summary>The constant, field or local that holds it; null when it is written in place.</summary>
    public ISymbol? Through { get; }

    /// <summary>Whether the text was turned into bytes on its way.</summary>
    public bool IsBytes { get; }

    public bool IsWhole => Text.IndexOf(Hole) < 0;

    /// <summary>Where each part ends, and the part itself when a symbol holds it.</summary>
    private IReadOnlyList<(int End, ValueText? Part)> Parts { get; }

    /// <summary>The parts that symbols hold.</summary>
    public IEnumerable<ValueText> HeldParts => Parts.Where(part => part.Part is not null).Select(part => part.Part!);

    public static IReadOnlyList<ValueText> Of(IOperation value)
    {
        var found = new List<ValueText>();
        if (value.SemanticModel?.Compilation is { } compilation)
            new Reader(compilation, found).Read(value, null, isBytes: false, 0);

        return found;
    }

    /// <summary>The part that a stretch of the text comes from as a whole, when a symbol holds it; its declaration may speak for itself.</summary>
    public ValueText? PartWith(int start, int end)
    {
        var from = 0;
        foreach (var (to, part) in Parts)
        {
            if (start >= from && start < to)
                return end <= to ? part : null;

            from = to;
        }

        return null;
    }

    private sealed class Reader(Compilation compilation, List<ValueText> found)
    {
        public void Read(IOperation? value, ISymbol? through, bool isBytes, int depth)
        {
            if (value is null || depth > Deepest || found.Count >= MostAlternatives)
                return;

            switch (value)
            {
                case ILiteralOperation or IInterpolatedStringOperation or IBinaryOperation:
                case IInvocationOperation call when TextCalls.Joins(call):
                    if (Whole(value, depth) is { } text)
                        Add(text.Text, value, through, isBytes, text.Parts);

                    return;
                case IUtf8StringOperation utf8:
                    Add(utf8.Value, value, through, true, [(utf8.Value.Length, null)]);
                    return;
                case { } list when KeyBytes.IsList(list):
                    if (KeyBytes.TextOf(list) is { } bytes)
                        Add(bytes, value, through, true, [(bytes.Length, null)]);

                    return;
                case ICoalesceOperation coalesce:
                    Read(coalesce.Value, through, isBytes, depth + 1);
                    Read(coalesce.WhenNull, through, isBytes, depth + 1);
                    return;
                case IConditionalOperation conditional:
                    Read(conditional.WhenTrue, through, isBytes, depth + 1);
                    Read(conditional.WhenFalse, through, isBytes, depth + 1);
                    return;
                case ISwitchExpressionOperation choice:
                    foreach (var arm in choice.Arms)
                        Read(arm.Value, through, isBytes, depth + 1);

                    return;
                case IConversionOperation conversion:
                    Read(conversion.Operand, through, isBytes, depth);
                    return;
                case IParenthesizedOperation parenthesized:
                    Read(parenthesized.Operand, through, isBytes, depth);
                    return;
                case IObjectCreationOperation { Type.Name: "Uri" or "MongoUrl" or "StringValues" or "StringBuilder" or "Lazy", Arguments.Length: > 0 } made:
                    Read(made.Arguments[0].Value, through, isBytes, depth + 1);
                    return;
                case IInvocationOperation call:
                    ReadCall(call, through, isBytes, depth + 1);
                    return;
                default:
                    if (Held(value) is var (holder, held))
                        Read(held, holder, isBytes, depth + 1);

                    return;
            }
        }

        private void ReadCall(IInvocationOperation call, ISymbol? through, bool isBytes, int depth)
        {
            if (TextCalls.Carried(call) is { } carried)
                Read(carried, through, isBytes || TextCalls.MakesBytes(call), depth);
            else if (call.TargetMethod.Parameters.Length == 0 && TextCalls.OnlyExpression(SourceModels.BodyOf(call.TargetMethod, compilation)) is { } body)
                Read(body, call.TargetMethod, isBytes, depth);
        }

        private void Add(string text, IOperation source, ISymbol? through, bool isBytes, IReadOnlyList<(int, ValueText?)> parts) =>
            found.Add(new(text, source, through, isBytes, parts));

        /// <summary>One text out of its parts; null for a value that is no text at all.</summary>
        private (string Text, IReadOnlyList<(int, ValueText?)> Parts)? Whole(IOperation value, int depth)
        {
            if (value is ILiteralOperation)
                return value.ConstantValue.Value is string literal ? (literal, [(literal.Length, null)]) : null;

            if (value is IBinaryOperation binary && !TextCalls.IsSum(binary))
                return null;

            var (text, parts) = (new StringBuilder(), new List<(int, ValueText?)>());
            foreach (var part in TextCalls.PartsOf(value))
            {
                var before = text.Length;
                var one = part.Value is { } operation && before < Longest ? Part(operation, depth + 1) : null;
                text.Append(part.Known ?? one?.Text ?? (part.Value?.ConstantValue is { HasValue: true, Value: { } constant } ? Convert.ToString(constant, CultureInfo.InvariantCulture) : Hole.ToString()));
                if (text.Length > before)
                    parts.Add((text.Length, one?.Through is null ? null : one));
            }

            return (text.ToString(), parts);
        }

        private ValueText? Part(IOperation value, int depth)
        {
            var one = new List<ValueText>();
            new Reader(compilation, one).Read(value, null, false, depth);
            return one.Count == 1 ? one[0] : null;
        }

        /// <summary>What a constant, a field that is set once, a property without a setter or a local assigned once holds.</summary>
        private (ISymbol Holder, IOperation Held)? Held(IOperation reference)
        {
            var (holder, held) = reference switch
            {
                IFieldReferenceOperation { Field: { IsConst: true } or { IsReadOnly: true } } field => ((ISymbol)field.Field, SourceModels.InitialiserOf(field.Field, compilation)),
                IPropertyReferenceOperation { Property: { SetMethod: null, IsVirtual: false, IsAbstract: false } property } => (property, SourceModels.InitialiserOf(property, compilation)),
                ILocalReferenceOperation { Local: var local } use => (local, ValueOrigin.AssignedOnce(local, use)),
                _ => default,
            };

            return held is null ? null : (holder, held);
        }
    }
}
