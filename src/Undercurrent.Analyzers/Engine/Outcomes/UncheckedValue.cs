using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>
/// Whether the value that a <c>Try…</c> method gives beside its answer is used as if there always were one: it is read, and
/// nowhere told from the default that stands there when there was none.
/// </summary>
internal static class UncheckedValue
{
    /// <summary>Whether a call is one that gives a value and tells whether there was one.</summary>
    public static bool IsGivenBy(IMethodSymbol method) =>
        method.ReturnType.SpecialType == SpecialType.System_Boolean && method.RootNamespaceIsLibrary()
        && (IsParse(method) || method.Name is "TryGetValue" or "TryDequeue" or "TryTake" or "TryPop" or "TryPeek" or "TryRead");

    public static bool IsParse(IMethodSymbol method) => method.Name is "TryParse" or "TryParseExact" && method.IsStatic;

    public static bool Of(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.RefKind == RefKind.Out) is { } given && (given.Value is IDeclarationExpressionOperation declared ? declared.Expression : given.Value) switch
        {
            ILocalReferenceOperation { Local: var local } reference => IsUsed(call, local, reference),
            // What a member or the caller is given is used out of sight.
            IFieldReferenceOperation or IParameterReferenceOperation => IsParse(call.TargetMethod),
            _ => false,
        };

    private static bool IsUsed(IInvocationOperation call, ILocalSymbol local, IOperation given)
    {
        var uses = given.Root().Descendants().Where(one => one is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && one.Syntax.SpanStart > call.Syntax.Span.End && !IsGiven(one)).ToList();
        return uses.Count > 0 && !uses.Any(IsTold) && (call.TargetMethod.Name != "TryGetValue" || (!HasNone(local.Type) && !uses.Any(IsAddedTo) && uses.Any(use => IsNeeded(use, call))));
    }

    private static bool IsGiven(IOperation use) => (use.Parent is IAssignmentOperation { Target: var target } and not (ICompoundAssignmentOperation or ICoalesceAssignmentOperation) && target == use) || use.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Out };

    /// <summary>Whether the default of a type says as much as nothing found.</summary>
    private static bool HasNone(ITypeSymbol type) => type.TypeKind == TypeKind.Enum || type.SpecialType == SpecialType.System_Boolean || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool IsAddedTo(IOperation use) => use.Parent is ICompoundAssignmentOperation { Target: var target } && target == use || use.Parent is IIncrementOrDecrementOperation;

    /// <summary>Whether a use tells the value from its default, or bounds it.</summary>
    private static bool IsTold(IOperation use)
    {
        var whole = use;
        while (whole.Parent is IConversionOperation or IParenthesizedOperation or IPropertyReferenceOperation { Property.Name: "Length" or "Count" or "Year" or "Ticks" })
            whole = whole.Parent;

        return whole.Parent switch
        {
            IBinaryOperation comparison => IsComparison(comparison.OperatorKind) && IsKnown(comparison.LeftOperand == whole ? comparison.RightOperand : comparison.LeftOperand),
            // The caller tells a reference from none.
            IReturnOperation => use.Type?.IsReferenceType == true,
            IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation or ICoalesceOperation or IConditionalAccessOperation or ICoalesceAssignmentOperation => true,
            IPropertyReferenceOperation { Property.Name: "HasValue" or "IsEmpty" or "IsDefault" or "IsDefaultOrEmpty" } => true,
            IInvocationOperation call => call.TargetMethod.Name is "Equals" or "GetValueOrDefault",
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "IsDefined" or "Equals" or "Clamp" or "Max" or "Min" or "ThrowIfNull" or "ReferenceEquals" or "ThrowIfZero" or "ThrowIfNegativeOrZero" } } => true,
            _ => false,
        };
    }

    private static bool IsComparison(BinaryOperatorKind kind) =>
        kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;

    private static bool IsKnown(IOperation other) => other.Unwrapped() switch
    {
        { ConstantValue.HasValue: true } or IDefaultValueOperation => true,
        IFieldReferenceOperation { Field.IsStatic: true } or IPropertyReferenceOperation { Property.IsStatic: true } => true,
        IObjectCreationOperation { Arguments.IsEmpty: true } => true,
        _ => false,
    };

    /// <summary>
    /// Whether a use of what was looked up means that it was there. To hand back nothing where there is nothing, and to count from
    /// zero what is put back at the same place, are ways to look up that need no answer.
    /// </summary>
    private static bool IsNeeded(IOperation use, IInvocationOperation lookup)
    {
        var whole = use;
        while (whole.Parent is IConversionOperation or IParenthesizedOperation or IBinaryOperation)
            whole = whole.Parent;

        return whole.Parent switch
        {
            IMemberReferenceOperation or IInvocationOperation => true,
            IArgumentOperation { Parameter: { Type: var type } parameter } => parameter.NullableAnnotation != NullableAnnotation.Annotated && type.SpecialType != SpecialType.System_Object && !type.IsReferenceType,
            ICompoundAssignmentOperation sum => !IsPutBack(sum.Target, lookup),
            ISimpleAssignmentOperation assignment => !use.Type!.IsReferenceType && whole is IBinaryOperation && !IsPutBack(assignment.Target, lookup),
            IVariableInitializerOperation => !use.Type!.IsReferenceType && whole is IBinaryOperation && !lookup.Root().Descendants().OfType<ISimpleAssignmentOperation>().Any(one => IsPutBack(one.Target, lookup)),
            _ => false,
        };
    }

    private static bool IsPutBack(IOperation target, IInvocationOperation lookup) =>
        target is ILocalReferenceOperation || (target is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } collection } && lookup.Instance is { } looked && collection.Syntax.IsEquivalentTo(looked.Syntax, topLevel: false));

    private static bool RootNamespaceIsLibrary(this IMethodSymbol method) => method.DeclaringSyntaxReferences.Length == 0;
}
