using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Where a value comes from: back through locals assigned once, constants, <c>static readonly</c> fields of any file,
/// <c>??</c>, <c>?:</c>, switch arms, concatenation, interpolation, formatting, conversions and helpers in source whose body
/// is one expression. Bounded in depth and number, so cycles end.
/// </summary>
internal sealed class ValueOrigin
{
    private const int Deepest = 12;
    private const int Most = 200;

    private readonly Compilation _compilation;
    private readonly Func<IOperation, bool> _ends;
    private readonly List<IOperation> _leaves = new();

    private ValueOrigin(Compilation compilation, Func<IOperation, bool> ends)
    {
        _compilation = compilation;
        _ends = ends;
    }

    /// <summary>The operations a value is made of, in order of their first appearance.</summary>
    /// <param name="value">The value asked about.</param>
    /// <param name="ends">Says of an operation that the flow ends there, unlisted: a sanitiser, say.</param>
    public static IReadOnlyList<IOperation> Of(IOperation value, Func<IOperation, bool>? ends = null)
    {
        if (value.SemanticModel?.Compilation is not { } compilation)
            return Array.Empty<IOperation>();

        var origin = new ValueOrigin(compilation, ends ?? (static _ => false));
        origin.Visit(value, call: null, depth: 0);
        return origin._leaves;
    }

    private void Visit(IOperation? value, IInvocationOperation? call, int depth)
    {
        if (value is null || _leaves.Count >= Most || _ends(value))
            return;

        if (depth > Deepest || !Enter(value, call, depth + 1))
            Leaf(value);
    }

    /// <summary>Goes one step back; false where the value is what it is.</summary>
    private bool Enter(IOperation value, IInvocationOperation? call, int depth)
    {
        switch (value)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                Visit(conversion.Operand, call, depth);
                return true;
            case IParenthesizedOperation parenthesized:
                Visit(parenthesized.Operand, call, depth);
                return true;
            case IAwaitOperation awaited:
                Visit(awaited.Operation, call, depth);
                return true;
            case ICoalesceOperation coalesce:
                Visit(coalesce.Value, call, depth);
                Visit(coalesce.WhenNull, call, depth);
                return true;
            case IConditionalOperation conditional:
                Visit(conditional.WhenTrue, call, depth);
                Visit(conditional.WhenFalse, call, depth);
                return true;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                    Visit(arm.Value, call, depth);

                return true;
            case IConditionalAccessOperation access:
                Visit(access.WhenNotNull, call, depth);
                return true;
            case ISimpleAssignmentOperation assignment:
                Visit(assignment.Value, call, depth);
                return true;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when sum.Type?.SpecialType == SpecialType.System_String:
                Visit(sum.LeftOperand, call, depth);
                Visit(sum.RightOperand, call, depth);
                return true;
            case IInterpolatedStringOperation text:
                foreach (var part in text.Parts)
                    Visit(part is IInterpolationOperation hole ? hole.Expression : (part as IInterpolatedStringTextOperation)?.Text, call, depth);

                return true;
            case ILocalReferenceOperation { Local: var local } reference:
                return AssignedOnce(local, reference) is { } assigned && Then(assigned, call, depth);
            case IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: true } field }:
                return SourceModels.InitialiserOf(field, _compilation) is { } initial && Then(initial, null, depth);
            case IParameterReferenceOperation { Parameter: var parameter } when call is not null && ArgumentFor(call, parameter) is { } given:
                return Then(given, null, depth);
            case IInvocationOperation invocation:
                return EnterCall(invocation, call, depth);
            default:
                return false;
        }
    }

    private bool EnterCall(IInvocationOperation invocation, IInvocationOperation? call, int depth)
    {
        var method = invocation.TargetMethod;
        if (method.ContainingType?.SpecialType == SpecialType.System_String && method.IsStatic && method.Name is "Format" or "Concat" or "Join")
        {
            foreach (var argument in invocation.Arguments)
                VisitArgument(argument.Value, call, depth);

            return true;
        }

        if (method is { Name: "ToString", IsStatic: false } && invocation.Instance?.Type?.SpecialType == SpecialType.System_String)
            return Then(invocation.Instance, call, depth);

        return method.ContainingType?.SpecialType == SpecialType.System_String && invocation.Instance is { } text && KeepsText(method.Name)
            ? Then(text, call, depth)
            : call is null && OnlyExpression(SourceModels.BodyOf(method, _compilation)) is { } body && Then(body, invocation, depth);
    }

    /// <summary>String methods whose result still says what the text said.</summary>
    private static bool KeepsText(string method) =>
        method is "Trim" or "TrimStart" or "TrimEnd" or "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "Normalize" or "PadLeft" or "PadRight" or "Replace" or "Insert";

    private void VisitArgument(IOperation value, IInvocationOperation? call, int depth)
    {
        if (value.Unwrapped() is IArrayCreationOperation { Initializer: { } elements })
        {
            foreach (var element in elements.ElementValues)
                Visit(element, call, depth);
        }
        else
        {
            Visit(value, call, depth);
        }
    }

    private bool Then(IOperation next, IInvocationOperation? call, int depth)
    {
        Visit(next, call, depth);
        return true;
    }

    private void Leaf(IOperation value)
    {
        if (!_leaves.Contains(value))
            _leaves.Add(value);
    }

    private static IOperation? ArgumentFor(IInvocationOperation call, IParameterSymbol parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal
            && SymbolEqualityComparer.Default.Equals(argument.Parameter.ContainingSymbol.OriginalDefinition, (parameter.ContainingSymbol as IMethodSymbol)?.OriginalDefinition ?? parameter.ContainingSymbol))?.Value;

    private static IOperation? OnlyExpression(IOperation? body) => body switch
    {
        IBlockOperation { Operations: { Length: 1 } only } when only[0] is IReturnOperation { ReturnedValue: { } value } => value,
        _ => null,
    };

    /// <summary>What a local is given where it is declared, or once afterwards; null when it is given more than one thing.</summary>
    public static IOperation? AssignedOnce(ILocalSymbol local, IOperation reference)
    {
        IOperation? value = null;
        var assignments = 0;
        foreach (var operation in reference.Root().Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Same(declarator.Symbol, local) && (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value is { } initial:
                    value = initial;
                    assignments++;
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Same(target.Local, local):
                    value = assignment.Value;
                    assignments++;
                    break;
                case ICompoundAssignmentOperation { Target: ILocalReferenceOperation target } when Same(target.Local, local):
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: ILocalReferenceOperation passed } when Same(passed.Local, local):
                case IDeconstructionAssignmentOperation deconstruction when deconstruction.Target.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(part => Same(part.Local, local)):
                    assignments += 2;
                    break;
            }
        }

        return assignments == 1 ? value : null;
    }

    private static bool Same(ILocalSymbol left, ILocalSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
