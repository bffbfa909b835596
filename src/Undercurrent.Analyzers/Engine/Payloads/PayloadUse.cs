using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Payloads;

/// <summary>What becomes of an object, from nothing to looked at; of two the later says more.</summary>
internal enum Fate
{
    Unused,
    Handed,
    Used,
    Checked,
}

/// <summary>
/// Whether code looks at an object before it trusts it: at whether there is one, at a member of it in a guard, with a validator. One
/// look anywhere in the body, or in a helper in source it is handed to, is enough.
/// </summary>
internal sealed class PayloadUse(PipelineProject project, bool isLoose)
{
    private const int Deepest = 4;

    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);

    private static readonly HashSet<string> Checks = new(StringComparer.Ordinal) { "validate", "validator", "validation", "valid", "ensure", "guard", "check", "verify", "assert", "require", "should", "contract", "precondition" };

    public Fate Of(IOperation value) => Of(value, 0);

    /// <summary>Whether the compiler was told that there is an object, which it could not see.</summary>
    public static bool IsForgiven(IOperation value)
    {
        for (var node = value.Syntax.Parent; node is ParenthesizedExpressionSyntax or AwaitExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax; node = node.Parent)
        {
            if (node.IsKind(SyntaxKind.SuppressNullableWarningExpression))
                return true;
        }

        return false;
    }

    private Fate Of(IOperation value, int depth)
    {
        value = ReadPayload.Whole(value);
        switch (value.Parent)
        {
            case IConditionalAccessOperation access when access.Operation == value && IsMember(value):
            case ICoalesceOperation coalesce when coalesce.Value == value && IsMember(value):
            case IIsPatternOperation or IIsTypeOperation or ISwitchOperation or ISwitchExpressionOperation when IsMember(value):
                return Fate.Checked;
            case ICoalesceOperation coalesce:
                return Of(coalesce, depth);
            case IConditionalAccessOperation access when access.Operation == value && access.WhenNotNull is IConditionalAccessOperation:
                return Fate.Checked;
            case IConditionalAccessOperation or IConversionOperation:
                return Read(value.Parent, depth);
            case IBinaryOperation comparison when IsMember(value) && (IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand)):
                return Fate.Checked;
            case IBinaryOperation or IUnaryOperation:
                return IsGuarding(value.Parent) ? Fate.Checked : Fate.Used;
            case IConditionalOperation choice when choice.Condition == value:
                return IsExit(choice) ? Fate.Checked : Fate.Used;
            case IConditionalOperation choice:
                return Of(choice, depth);
            case IMemberReferenceOperation member when member.Instance == value:
                return IsCheck(member.Member) ? Fate.Checked : Read(member, depth);
            case IInvocationOperation { TargetMethod.Name: "ToObject" } call when call.Instance == value:
                return Fate.Handed;
            case IInvocationOperation call when call.Instance == value:
                return IsCheck(call.TargetMethod) || call.TargetMethod.Name is "ContainsKey" or "TryGetValue" or "TryGetPropertyValue" ? Fate.Checked : Read(call, depth);
            case IDynamicMemberReferenceOperation or IDynamicInvocationOperation or IDynamicIndexerAccessOperation or IArrayElementReferenceOperation:
                return Read(value.Parent, depth);
            case IArgumentOperation argument:
                return OfArgument(argument, depth);
            case IForEachLoopOperation:
                return Fate.Used;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return OfVariable(declarator.Symbol, value, depth);
            case ISimpleAssignmentOperation assignment when assignment.Value == value:
                return Assigned(assignment, value, depth);
            default:
                return value.Parent is IExpressionStatementOperation ? Fate.Unused : Fate.Handed;
        }
    }

    /// <summary>A member of an object was read: a use, unless what was read is looked at.</summary>
    private Fate Read(IOperation member, int depth) => depth < Deepest && Of(member, depth + 1) == Fate.Checked ? Fate.Checked : Fate.Used;

    /// <summary>Of what says nothing about its members it is those that have to be looked at.</summary>
    private bool IsMember(IOperation value) => !isLoose || value is not (ILocalReferenceOperation or IParameterReferenceOperation) && !IsRead(value);

    private static bool IsRead(IOperation value) => value.Unwrapped() is IInvocationOperation { TargetMethod.Name: "Parse" or "ParseAsync" or "Load" or "LoadAsync" or "DeserializeObject" or "Deserialize" or "FromObject" or "ReadFromJsonAsync" or "GetFromJsonAsync" } or IAwaitOperation;

    private Fate Assigned(ISimpleAssignmentOperation assignment, IOperation value, int depth) => assignment.Target switch
    {
        ILocalReferenceOperation { Local: var local } => OfVariable(local, value, depth),
        IDiscardOperation => Fate.Unused,
        IMemberReferenceOperation { Type.NullableAnnotation: NullableAnnotation.Annotated } => Fate.Handed,
        // Kept as it is, an object has no member read.
        IMemberReferenceOperation when isLoose => Fate.Handed,
        IMemberReferenceOperation => Fate.Used,
        _ => Fate.Handed,
    };

    private Fate OfVariable(ISymbol variable, IOperation reference, int depth)
    {
        // Variables may be given each other in a circle.
        var fate = Fate.Unused;
        if (depth >= Deepest || !_followed.Add(variable))
            return fate;

        foreach (var operation in reference.Root().Descendants())
        {
            if (Refers(operation, variable) && !(operation.Parent is ISimpleAssignmentOperation assignment && assignment.Target == operation) && Of(operation, depth + 1) is var found && found > fate)
                fate = found;
        }

        return fate;
    }

    private Fate OfArgument(IArgumentOperation argument, int depth)
    {
        var method = (argument.Parent as IInvocationOperation)?.TargetMethod ?? (argument.Parent as IObjectCreationOperation)?.Constructor;
        if (method is null || argument.Parameter is not { } parameter)
            return argument.Parent is { } outer ? Read(outer, depth) : Fate.Handed;

        if (IsCheck(method) || IsCheck(method.ContainingType) || method.Name is "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "ThrowIfNull" or "ThrowIfNullOrEmpty" or "TryParse" or "NotNull" || method.Name.StartsWith("ThrowIf", StringComparison.Ordinal))
            return Fate.Checked;

        var traits = project.TraitsOf(method);
        if ((traits & (ApiTrait.Log | ApiTrait.Scope | ApiTrait.Telemetry)) != 0 || method.Name is "FromResult" or "Deserialize" or "GetType" or "Ok" or "Json")
            return Fate.Handed;

        if (depth < Deepest && SourceModels.BodyOf(method, project.Compilation) is { } body)
            return OfVariable((method.ReducedFrom ?? method).OriginalDefinition.Parameters[Math.Min(parameter.Ordinal, method.Parameters.Length - 1)], body, depth + 1) == Fate.Checked ? Fate.Checked : Fate.Used;

        // Select(o => …) and their like hand on what they were given.
        if (method.IsExtensionMethod && argument == ((IInvocationOperation)argument.Parent!).Arguments[0])
            return Read(argument.Parent, depth);

        return parameter.NullableAnnotation == NullableAnnotation.Annotated && (traits & (ApiTrait.Store | ApiTrait.Update)) == 0 && method.DeclaringSyntaxReferences.IsEmpty ? Fate.Handed : Fate.Used;
    }

    private static bool Refers(IOperation operation, ISymbol variable) => operation switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, variable),
        _ => false,
    };

    private static bool IsCheck(ISymbol member) => Array.Exists(IdentifierWords.Of(member.Name), Checks.Contains);

    private static bool IsNull(IOperation value) => value.Unwrapped().ConstantValue is { HasValue: true, Value: null or "" };

    /// <summary>Whether an expression decides whether the code goes on.</summary>
    private static bool IsGuarding(IOperation condition)
    {
        while (condition.Parent is IBinaryOperation or IUnaryOperation or IParenthesizedOperation or IConversionOperation)
            condition = condition.Parent;

        return condition.Parent is IConditionalOperation choice && choice.Condition == condition && IsExit(choice);
    }

    private static bool IsExit(IConditionalOperation choice) =>
        choice.WhenTrue.DescendantsAndSelf().Concat(choice.WhenFalse?.DescendantsAndSelf() ?? []).Any(one => one is IThrowOperation or IReturnOperation or IBranchOperation);
}
