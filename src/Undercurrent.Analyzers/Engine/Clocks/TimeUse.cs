using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What becomes of a local time: followed from where it is told through locals, sums, texts and short helpers to where it stays.</summary>
internal sealed class TimeUse(PipelineProject project, string rule, CancellationToken cancellation)
{
    public const string Stored = "stored";
    public const string Compared = "compared with the data";
    public const string Sent = "sent";

    private const int Deepest = 4;

    /// <summary>The same of the part of a day, or of a span of time, which is in no zone.</summary>
    private static readonly HashSet<string> Shifts = new(StringComparer.Ordinal) { "Add", "AddDays", "AddHours", "AddMinutes", "AddMonths", "AddYears", "AddSeconds", "AddMilliseconds", "AddTicks", "AddMicroseconds", "Subtract", "GetValueOrDefault", "ToLocalTime" };

    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);

    /// <summary>How a value is kept; null when it is not.</summary>
    public string? Of(IOperation value) => Of(value, text: false, depth: 0);

    private string? Of(IOperation value, bool text, int depth)
    {
        if (depth > Deepest)
            return null;

        for (var around = value.Parent; around is not null; value = around, around = around.Parent)
        {
            switch (around)
            {
                // With its offset it is a moment like any other.
                case IConversionOperation { Type.Name: nameof(DateTimeOffset) }:
                    return null;
                case IConversionOperation or IParenthesizedOperation or ICoalesceOperation or IConditionalAccessOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation:
                case IArrayInitializerOperation or IArrayCreationOperation or { Kind: Composition.CollectionExpression }:
                case IConditionalOperation conditional when conditional.Condition != value && conditional.Type is not null:
                case IPropertyReferenceOperation { Property.Name: "Date" or "Value" }:
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum when IsTime(sum.Type):
                    break;
                case IBinaryOperation { Type.SpecialType: SpecialType.System_String } or IInterpolationOperation or IInterpolatedStringAppendOperation:
                    return WrittenValues.Holds(around, value) ? Sent : null;
                case IBinaryOperation pair when pair.Type?.SpecialType == SpecialType.System_Boolean || pair.OperatorKind == BinaryOperatorKind.Subtract:
                    return OfPair(pair.LeftOperand == value ? pair.RightOperand : pair.LeftOperand);
                case IInvocationOperation call when call.Instance == value:
                    if (call.TargetMethod.Name is "CompareTo" or "Equals" || (call.TargetMethod.Name == "Subtract" && !IsTime(call.Type)))
                        return OfPair(call.Arguments[0].Value);
                    if (call.TargetMethod.Name is nameof(ToString) or "ToShortDateString" or "ToLongDateString" or "ToShortTimeString" or "ToLongTimeString")
                        text = true;
                    else if (!Shifts.Contains(call.TargetMethod.Name))
                        return null;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "FromDateTime" or "SpecifyKind", IsStatic: true, ContainingNamespace.Name: nameof(System) } } turned }:
                    around = turned;
                    break;
                case IArgumentOperation argument:
                    return OfArgument(argument, text);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return OfVariable(local, around, text, depth);
                case ISimpleAssignmentOperation or ICoalesceAssignmentOperation when ((IAssignmentOperation)around).Value == value:
                    return OfTarget(((IAssignmentOperation)around).Target, around, text, depth);
                case IPropertyInitializerOperation { InitializedProperties: { IsEmpty: false } properties }:
                    return Keeps(properties[0], text) ? Stored : null;
                case IFieldInitializerOperation { InitializedFields: { IsEmpty: false } fields }:
                    return Keeps(fields[0], text) ? Stored : null;
                case IReturnOperation:
                    return OfReturned(around, text, depth);
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Two readings of the same clock may be held against each other; the times of data come from elsewhere.</summary>
    private static string? OfPair(IOperation other)
    {
        var origins = ValueOrigin.Of(other);
        return origins.Count > 0 && origins.All(IsOfOwnClock) ? null : Compared;
    }

    private static bool IsOfOwnClock(IOperation value)
    {
        value = value.Unwrapped();
        while (value is IInvocationOperation { Instance: { } inner } call && Shifts.Contains(call.TargetMethod.Name) && LocalTimes.NameOf(call) is null)
            value = inner.Unwrapped();

        return value switch
        {
            _ when value.ConstantValue.HasValue || LocalTimes.NameOf(value) is not null => true,
            IBinaryOperation sum => ValueOrigin.Of(sum.LeftOperand).All(IsOfOwnClock),
            IObjectCreationOperation or IDefaultValueOperation => true,
            IPropertyReferenceOperation { Instance: null, Property.Name: "MinValue" or "MaxValue" } or IFieldReferenceOperation { Field: { Name: "MinValue" or "MaxValue" } } => true,
            IPropertyReferenceOperation { Property: { Name: "Date" or "Value" }, Instance: { } whole } => IsOfOwnClock(whole),
            IPropertyReferenceOperation { Property: var property } => property.DeclaredAccessibility == Accessibility.Private ? !ClockWords.IsMark(property.Name) : ClockWords.IsLimit(property.Name),
            IFieldReferenceOperation { Field: var field } => field.DeclaredAccessibility is Accessibility.Private or Accessibility.NotApplicable ? !ClockWords.IsMark(field.Name) : ClockWords.IsLimit(field.Name),
            IParameterReferenceOperation { Parameter: var parameter } => ClockWords.IsLimit(parameter.Name),
            ILocalReferenceOperation { Local: var local } => ClockWords.IsLimit(local.Name),
            _ => false,
        };
    }

    private string? OfArgument(IArgumentOperation argument, bool text)
    {
        if (argument.Parent is IPropertyReferenceOperation || argument.Parameter is not { } parameter)
            return null;

        var method = parameter.ContainingSymbol as IMethodSymbol;
        if (method is null || (argument.Parent is IInvocationOperation call && (LogSinks.Of(project).IsSink(call, rule) || TextCalls.Joins(call))))
            return argument.Parent is IInvocationOperation joined && TextCalls.Joins(joined) && WrittenValues.Holds(joined, argument.Value) ? Sent : null;

        if (method is { Name: "CompareTo" or "Equals" or "Subtract", IsStatic: false, ContainingNamespace.Name: nameof(System) } && argument.Parent is IInvocationOperation { Instance: { } first })
            return OfPair(first);

        if (text)
            return TimeTakers.TakesText(method, parameter, project) ? Sent : null;

        if (method is { Name: "Compare" or "Equals", IsStatic: true, ContainingNamespace.Name: nameof(System) } && argument.Parent is IInvocationOperation { Arguments.Length: 2 } pair)
            return OfPair(pair.Arguments[pair.Arguments[0] == argument ? 1 : 0].Value);

        return TimeTakers.Takes(method, parameter, project) ? method.MethodKind == MethodKind.Constructor ? Stored : Sent : null;
    }

    private string? OfTarget(IOperation target, IOperation assignment, bool text, int depth) => target switch
    {
        IPropertyReferenceOperation { Arguments.IsEmpty: false, Instance: { } table } => TimeTakers.IsTable(table) ? Sent : null,
        IPropertyReferenceOperation { Property: { ContainingType.IsAnonymousType: true } } => IsLogged(assignment) ? null : Sent,
        IPropertyReferenceOperation { Property: var property } => Keeps(property, text) ? Stored : null,
        IFieldReferenceOperation { Field: var field } => Keeps(field, text) ? Stored : null,
        ILocalReferenceOperation { Local: var local } => OfVariable(local, assignment, text, depth),
        _ => null,
    };

    /// <summary>Whether a member is one of a record, as opposed to what a type remembers for itself.</summary>
    private static bool Keeps(ISymbol member, bool text)
    {
        var type = member.ContainingType;
        if (Screens.Shows(type) || ClockWords.IsLimit(member.Name) || (text && ClockWords.IsLabel(member.Name)))
            return false;

        if (type.DeclaringSyntaxReferences.IsEmpty)
            return !text && TimeTakers.IsOfData(type);

        return member.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Protected) || ClockWords.IsMark(member.Name);
    }

    private string? OfVariable(ILocalSymbol local, IOperation assignment, bool text, int depth)
    {
        if (!_followed.Add(local))
            return null;

        foreach (var use in assignment.Root().Descendants())
        {
            if (use is ILocalReferenceOperation { Local: var used } && SymbolEqualityComparer.Default.Equals(used, local) && use.Syntax.SpanStart > assignment.Syntax.SpanStart && Of(use, text, depth + 1) is { } how)
                return how;
        }

        return null;
    }

    /// <summary>What is returned by a local function, or by a private helper of the same type, goes where that is called.</summary>
    private string? OfReturned(IOperation returned, bool text, int depth)
    {
        var symbol = returned.SemanticModel?.GetEnclosingSymbol(returned.Syntax.SpanStart, cancellation);
        if (symbol is IMethodSymbol { AssociatedSymbol: { } property })
            symbol = property;

        if (symbol is not (IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.Ordinary } or IPropertySymbol) || !_followed.Add(symbol)
            || (symbol.DeclaredAccessibility is not (Accessibility.Private or Accessibility.NotApplicable) && symbol is not IMethodSymbol { MethodKind: MethodKind.LocalFunction }))
            return null;

        foreach (var name in returned.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.DescendantNodes().OfType<IdentifierNameSyntax>() ?? [])
        {
            if (name.Identifier.ValueText != symbol.Name || name.Parent is NameColonSyntax or NameEqualsSyntax)
                continue;

            var use = name.Parent is InvocationExpressionSyntax or MemberAccessExpressionSyntax ? name.FirstAncestorOrSelf<InvocationExpressionSyntax>() ?? (Microsoft.CodeAnalysis.SyntaxNode)name : name;
            if (returned.SemanticModel!.GetOperation(symbol is IPropertySymbol ? name : use, cancellation) is { } call && Of(call, text, depth + 1) is { } how)
                return how;
        }

        return null;
    }

    private bool IsLogged(IOperation member)
    {
        for (var around = member.Parent; around is not null and not IBlockOperation; around = around.Parent)
        {
            if (around is IInvocationOperation call && LogSinks.Of(project).IsSink(call, rule))
                return true;
        }

        return false;
    }

    private static bool IsTime(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_DateTime } or { Name: nameof(DateTimeOffset) }
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: var inner } && IsTime(inner[0]);
}
