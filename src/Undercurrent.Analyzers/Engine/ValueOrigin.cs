using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>A value, and the operation of the text asked about through which it came: itself, when it is written there.</summary>
/// <param name="Value">The value.</param>
/// <param name="Written">Through what it came.</param>
/// <param name="Joined">Whether it is a part of a text that is put together.</param>
internal readonly record struct Origin(IOperation Value, IOperation Written, bool Joined = false);

/// <summary>What a question about an origin wants to know.</summary>
/// <param name="Ends">Says of an operation that the flow ends there, unlisted: a sanitiser, say.</param>
/// <param name="Stops">Says of an operation that it is what was looked for, however it came about.</param>
/// <param name="Parts">Whether the members of an object, the elements of a collection and what is added to either are what it is made of.</param>
/// <param name="Long">Whether to look into long bodies too.</param>
/// <param name="Encoded">Whether the bytes of a text, or a text of bytes, are still what it is made of.</param>
internal sealed record OriginQuestion(Func<IOperation, bool>? Ends = null, Func<IOperation, bool>? Stops = null, bool Parts = false, bool Long = false, bool Encoded = false)
{
    public static readonly OriginQuestion Plain = new();
}

/// <summary>
/// Where a value comes from: back through locals and their assignments, constants, <c>static readonly</c> fields of any file,
/// <c>??</c>, <c>?:</c>, switch arms, concatenation, interpolation, formatting, conversions, initialisers, projections and
/// short helpers in source. Bounded in depth and number, so cycles end.
/// </summary>
internal sealed class ValueOrigin
{
    private const int Deepest = 14;
    private const int Most = 200;
    private const int MostSteps = 1_000;
    private const int MostAssignments = 8;

    private readonly Compilation _compilation;
    private readonly OriginQuestion _question;
    private readonly List<Origin> _leaves = new();
    private int _steps;

    private ValueOrigin(Compilation compilation, OriginQuestion question)
    {
        _compilation = compilation;
        _question = question;
    }

    /// <summary>The operations a value is made of, in order of their first appearance.</summary>
    public static IReadOnlyList<IOperation> Of(IOperation value, Func<IOperation, bool>? ends = null) =>
        Trace(value, ends is null ? OriginQuestion.Plain : new(ends)).Select(origin => origin.Value).ToList();

    /// <summary>The same, each with the written operation it came through.</summary>
    public static IReadOnlyList<Origin> Trace(IOperation value, OriginQuestion question)
    {
        if (value.SemanticModel?.Compilation is not { } compilation)
            return Array.Empty<Origin>();

        var origin = new ValueOrigin(compilation, question);
        origin.Visit(value, new(null, null), 0);
        return origin._leaves;
    }

    /// <summary>What a local is given where it is declared, or once afterwards; null when it is given more than one thing.</summary>
    public static IOperation? AssignedOnce(ILocalSymbol local, IOperation reference) => Assignments.Only(local, reference);

    private void Visit(IOperation? value, ValuePlace place, int depth)
    {
        if (value is null || _leaves.Count >= Most || _steps++ > MostSteps || _question.Ends?.Invoke(value) == true)
            return;

        if (depth > Deepest || _question.Stops?.Invoke(value) == true || !Enter(value, place, depth + 1))
            Leaf(new(value, place.Written ?? value, place.Joined));
    }

    private void VisitAll(IEnumerable<IOperation> values, ValuePlace place, int depth)
    {
        foreach (var value in values)
            Visit(value, place, depth);
    }

    private bool Then(IOperation? next, ValuePlace place, int depth)
    {
        Visit(next, place, depth);
        return next is not null;
    }

    /// <summary>Goes one step back; false where the value is what it is.</summary>
    private bool Enter(IOperation value, ValuePlace place, int depth)
    {
        switch (value)
        {
            // The values of a header turn into texts by themselves, texts and arrays into spans, and texts into the keys of a cache.
            case IConversionOperation { OperatorMethod: null or { ContainingType.Name: "StringValues" or "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory" or "String" or "RedisKey" or "RedisChannel" } } conversion:
                return Then(conversion.Operand, place, depth);
            case IParenthesizedOperation parenthesized:
                return Then(parenthesized.Operand, place, depth);
            case IAwaitOperation awaited:
                return Then(awaited.Operation, place, depth);
            case ICoalesceOperation coalesce:
                return Then(coalesce.Value, place, depth) && Then(coalesce.WhenNull, place, depth);
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return Then(conditional.WhenTrue, place, depth) && Then(otherwise, place, depth);
            case ISwitchExpressionOperation choice:
                VisitAll(choice.Arms.Select(arm => arm.Value), place, depth);
                return true;
            case IConditionalAccessOperation access:
                return Then(access.WhenNotNull, place, depth);
            case IConditionalAccessInstanceOperation instance:
                return Then(PersonalValues.Accessed(instance), place, depth);
            case ISimpleAssignmentOperation assignment:
                return Then(assignment.Value, place, depth);
            case IBinaryOperation sum when TextCalls.IsSum(sum):
                VisitAll(TextCalls.PartsOf(sum).Select(part => part.Value!), place.AsPart, depth);
                return true;
            case IInterpolatedStringOperation text:
                VisitAll(text.Parts.Select(TextCalls.Written)!, place.AsPart, depth);
                return true;
            case IInterpolatedStringHandlerCreationOperation handler:
                return Then(handler.Content, place, depth);
            case IInterpolatedStringAdditionOperation sum:
                return Then(sum.Left, place, depth) && Then(sum.Right, place, depth);
            case ILocalReferenceOperation { Local: var local }:
                return EnterVariable(local, value, place, depth);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return EnterVariable(parameter, value, place, depth)
                    || (place.Frame?.For(parameter, out var outer) is { } given && Then(given, place.Through(value).In(outer), depth))
                    || (_question.Parts && Projections.DrawnFrom(parameter, value) is { } source && Then(source, place.Through(value), depth));
            case IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: true } field }:
                return Then(SourceModels.InitialiserOf(field, _compilation), place.Through(value), depth);
            case IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: var property }:
                return EnterProperty(property, value, place, depth);
            case IInvocationOperation invocation:
                return EnterCall(invocation, place, depth);
            default:
                return _question.Parts && EnterParts(value, place, depth);
        }
    }

    private bool EnterVariable(ISymbol variable, IOperation reference, ValuePlace place, int depth)
    {
        var reaching = Assignments.Reaching(variable, reference);
        var isText = reference.Type is { SpecialType: SpecialType.System_String } or { Name: nameof(System.Text.StringBuilder) };
        var given = variable is IParameterSymbol && reaching.Count > 0 && reaching[0].Adds;
        if (reaching.Count == 0 || reaching.Count > MostAssignments && !_question.Parts || (given && !(isText && _question.Parts)))
            return false;

        if (isText && reaching.Any(assignment => assignment.Adds))
            place = place.AsPart;

        if (given && !(place.Frame?.For((IParameterSymbol)variable, out var outer) is { } start && Then(start, place.Through(reference).In(outer), depth)))
            Leaf(new(reference, place.Written ?? reference, place.Joined));

        foreach (var assignment in reaching)
        {
            if (assignment.Value is null)
                Leaf(new(reference, place.Written ?? reference, place.Joined));
            else if (!assignment.Adds || _question.Parts || isText)
                Visit(assignment.Value, place.Through(reference), depth);
        }

        return true;
    }

    /// <summary>Only what is computed is looked into: what a settable property is initialised with is not what it holds.</summary>
    private bool EnterProperty(IPropertySymbol property, IOperation reference, ValuePlace place, int depth)
    {
        if (property.GetMethod is not { IsAbstract: false } getter || (property is { SetMethod: not null } or { IsStatic: false } && !ShortBody.IsComputed(property)))
            return false;

        var value = SourceModels.InitialiserOf(property, _compilation);
        var inside = place.Through(reference).In(null);
        return value is not null ? Then(value, inside, depth) : EnterBody(getter, null, inside, depth);
    }

    private bool EnterCall(IInvocationOperation call, ValuePlace place, int depth)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        if (_question.Encoded && TextCalls.Carried(call) is { } carried)
            return Then(carried, place, depth);

        if (type?.SpecialType == SpecialType.System_String && method is { IsStatic: true, Name: "Format" or "Concat" or "Join" or "Create" })
        {
            VisitAll(Composition.Given(call.Arguments), place.AsPart, depth);

            return true;
        }

        if (type?.Name == nameof(FormattableString) && method is { IsStatic: true, Parameters.Length: 1 })
            return Then(call.Arguments[0].Value, place, depth);

        if (call.Instance is { } instance)
        {
            if (method.Name == nameof(ToString) && (instance.Type?.SpecialType == SpecialType.System_String || type?.Name == nameof(System.Text.StringBuilder) || _question.Parts))
                return Then(instance, place, depth);

            if (type?.SpecialType == SpecialType.System_String && KeepsText(method.Name))
            {
                // What is put in the place of something else is a part of the text.
                if (method.Name is not ("Replace" or "Insert") || call.Arguments[1].Value.ConstantValue.HasValue)
                    return Then(instance, place, depth);

                return Then(instance, place.AsPart, depth) && Then(call.Arguments[1].Value, place.AsPart, depth);
            }

            if (TextCalls.Grows(call))
            {
                VisitGrown(call, place.AsPart, depth);
                return true;
            }

            if (method.MethodKind == MethodKind.DelegateInvoke)
                return ShortBody.Lambda(instance) is { } lambda && EnterLambda(lambda, index => index < call.Arguments.Length ? call.Arguments[index].Value : null, place.Through(call), place.Frame, depth);
        }

        if (_question.Parts && Projections.SourceOf(call) is { } source)
        {
            return Projections.LambdaOf(call) is { } projection
                ? EnterLambda(projection, index => index == 0 ? source : null, place, place.Frame, depth)
                : Then(source, place, depth);
        }

        return EnterBody(method, call, place.Through(call), depth);
    }

    /// <summary>A chain such as <c>text.Append(a).Append(b)</c>, from its beginning and however long.</summary>
    private void VisitGrown(IInvocationOperation last, ValuePlace place, int depth)
    {
        var chain = new Stack<IInvocationOperation>();
        IOperation start = last;
        while (start is IInvocationOperation { Instance: { } before } call && TextCalls.Grows(call))
        {
            chain.Push(call);
            start = before;
        }

        Visit(start, place, depth);
        foreach (var call in chain)
            VisitAll(Composition.Given(call.Arguments), place, depth);
    }

    /// <summary>String methods whose result still says what the text said.</summary>
    private static bool KeepsText(string method) =>
        method is "Trim" or "TrimStart" or "TrimEnd" or "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "Normalize" or "PadLeft" or "PadRight" or "Replace" or "Insert" or "Substring";

    private bool EnterBody(IMethodSymbol method, IInvocationOperation? call, ValuePlace place, int depth)
    {
        if (!(_question.Long || ShortBody.Has(method)) || SourceModels.BodyOf(method, _compilation) is not { } body)
            return false;

        // A recursive call gives what the other returns give.
        if (call is not null && place.Frame?.Has(method) == true)
            return true;

        var frame = call is null ? null : new CallFrame((method.ReducedFrom ?? method).OriginalDefinition, index => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == index)?.Value, place.Frame);
        return VisitReturns(body, place.In(frame), depth);
    }

    private bool EnterLambda(IAnonymousFunctionOperation lambda, Func<int, IOperation?> arguments, ValuePlace place, CallFrame? outer, int depth) =>
        VisitReturns(lambda.Body, place.In(new CallFrame(lambda.Symbol, arguments, outer)), depth);

    private bool VisitReturns(IOperation body, ValuePlace place, int depth)
    {
        var any = false;
        foreach (var value in ShortBody.Returned(body))
            any |= Then(value, place, depth);

        return any;
    }

    private bool EnterParts(IOperation value, ValuePlace place, int depth)
    {
        if (Composition.PartsOf(value) is not { } parts)
            return false;

        VisitAll(parts, place, depth);
        return true;
    }

    private void Leaf(Origin origin)
    {
        if (!_leaves.Contains(origin))
            _leaves.Add(origin);
    }
}
