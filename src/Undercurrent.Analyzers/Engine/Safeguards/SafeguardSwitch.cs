using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>Where code turns a safeguard off: a property that is set, an argument, one of the values of an enumeration, a call.</summary>
internal static class SafeguardSwitch
{
    /// <summary>The operations that may.</summary>
    public static readonly ImmutableArray<OperationKind> Kinds = ImmutableArray.Create(OperationKind.SimpleAssignment, OperationKind.Argument, OperationKind.Invocation, OperationKind.ObjectCreation);

    /// <summary>What turns the safeguard off in an operation, its name, and what to write there instead; null when nothing does.</summary>
    public static (SyntaxNode At, string Name, string? Instead)? In(IOperation operation, Safeguard safeguard) =>
        Switched(operation, safeguard) is var (at, name) ? (at, name, null)
        : WeakEntry.In(operation, safeguard) is var (value, key) ? (value.Syntax, key.Spelling, WeakEntry.Instead(value, key))
        : null;

    private static (SyntaxNode At, string Name)? Switched(IOperation operation, Safeguard safeguard) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: var property } } set => Set(property, null, set.Value, set.Syntax, safeguard),
        ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: var field } } set => Set(field, null, set.Value, set.Syntax, safeguard),
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { OriginalDefinition.Type: not ITypeParameterSymbol, Type.SpecialType: not SpecialType.System_Enum } parameter } argument =>
            Set(parameter.ContainingSymbol, parameter.Name, argument.Value, argument.Value.Syntax, safeguard),
        IInvocationOperation call => Called(call, safeguard),
        _ => null,
    };

    private static (SyntaxNode At, string Name)? Set(ISymbol member, string? parameter, IOperation value, SyntaxNode at, Safeguard safeguard)
    {
        var switching = safeguard.Of(member, parameter);
        if (switching != Switching.None && Constant(value) is { } constant)
            return (switching & (constant ? Switching.OffWhenTrue : Switching.OffWhenFalse)) != 0 && !IsAnswer(member, at) && !HasOwnKey(safeguard, at) ? (at, parameter is null ? member.Name : $"{member.Name}({parameter})") : null;

        return Chosen(value, safeguard);
    }

    /// <summary>What of the values among which an expression chooses turns the safeguard off.</summary>
    public static (SyntaxNode At, string Name)? Chosen(IOperation value, Safeguard safeguard)
    {
        foreach (var choice in Choices(value))
        {
            if (Named(choice) is { } named && (safeguard.Of(named) & Switching.Off) != 0)
                return (choice.Syntax, Written(choice.Syntax, named));

            if (MadeElsewhere(choice, safeguard) is { } made)
                return (choice.Syntax, $"{made.ContainingType.Name}.{made.Name}");

            if (Flag(choice, safeguard) is { } flag)
                return (choice.Syntax, $"{flag.ContainingType.Name}.{flag.Name}");
        }

        return null;
    }

    /// <summary>The value of one's own field, method or variable that stands for one of the library's, where nothing else can.</summary>
    private static ISymbol? MadeElsewhere(IOperation value, Safeguard safeguard) =>
        value is IFieldReferenceOperation or ILocalReferenceOperation or IInvocationOperation or IPropertyReferenceOperation && !value.ConstantValue.HasValue
            && !safeguard.IsAgainstStrangers && value.Type is { } type && safeguard.IsOfType(type.Name) && ValueOrigin.Of(value) is { Count: 1 } origins && origins[0] != value
            && Named(origins[0].Unwrapped()) is { } named && (safeguard.Of(named) & Switching.Off) != 0 ? named : null;

    /// <summary>Whether an event asks a question, and the answer was thought about.</summary>
    private static bool IsAnswer(ISymbol member, SyntaxNode at) =>
        member.ContainingType?.Name.EndsWith("EventArgs", StringComparison.Ordinal) == true
        && at.Ancestors().TakeWhile(outer => outer is not (AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or LocalFunctionStatementSyntax)).Any(outer => outer is IfStatementSyntax or SwitchSectionSyntax);

    /// <summary>Whether a key of one's own is named beside the switch: then it is not the only way to encrypt, and another is in use.</summary>
    private static bool HasOwnKey(Safeguard safeguard, SyntaxNode at) => safeguard == Safeguard.Storage
        && (at.Parent is InitializerExpressionSyntax ? at.Parent : at.FirstAncestorOrSelf<BlockSyntax>())?.ChildNodes()
            .Select(one => one is ExpressionStatementSyntax statement ? statement.Expression : one).OfType<AssignmentExpressionSyntax>()
            .Any(set => set.Left.GetLastToken().ValueText.StartsWith("Kms", StringComparison.Ordinal)) == true;

    private static (SyntaxNode At, string Name)? Called(IInvocationOperation call, Safeguard safeguard)
    {
        if ((safeguard.Of(call.TargetMethod) & Switching.Off) == 0 || call.Arguments.Any(argument => argument.Parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: true } && Constant(argument.Value) is not true))
            return null;

        var name = call.Syntax is not InvocationExpressionSyntax written ? call.Syntax
            : written.Expression is MemberAccessExpressionSyntax access ? access.Name
            : written.Expression is MemberBindingExpressionSyntax binding ? binding.Name
            : call.Syntax;
        return (name, call.TargetMethod.Name);
    }

    /// <summary>The static member that a value is, an enumeration's also where a constant of one's own stands for it.</summary>
    private static ISymbol? Named(IOperation choice) => choice is IMemberReferenceOperation { Member: { IsStatic: true, ContainingType: var owner } member } && (owner.TypeKind != TypeKind.Enum) == !choice.ConstantValue.HasValue ? member
        : choice is { ConstantValue: { HasValue: true, Value: { } constant }, Type: { TypeKind: TypeKind.Enum } type } ? type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(one => constant.Equals(one.ConstantValue))
        : null;

    /// <summary>The flag of a set of flags that does, where the set as a whole has a name of its own or none.</summary>
    private static IFieldSymbol? Flag(IOperation choice, Safeguard safeguard) =>
        choice is { ConstantValue: { HasValue: true, Value: { } constant }, Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } type } && safeguard.IsOfType(type.Name)
            && type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(FlagsAttribute))
            ? type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(one => one.ConstantValue is { } flag && Holds(constant, flag) && (safeguard.Of(one) & Switching.Off) != 0)
            : null;

    private static bool Holds(object constant, object flag) =>
        Convert.ToInt64(flag, CultureInfo.InvariantCulture) is not 0 and var bits && (Convert.ToInt64(constant, CultureInfo.InvariantCulture) & bits) == bits;

    /// <summary>True or false, where the source says which; an enumeration is true unless it is zero, a word unless it is that for off.</summary>
    private static bool? Constant(IOperation value)
    {
        value = value.Unwrapped();
        if (value is ILocalReferenceOperation { Local: var local, ConstantValue.HasValue: false })
            value = ValueOrigin.AssignedOnce(local, value)?.Unwrapped() ?? value;
        else if (value is IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true }, ConstantValue.HasValue: false } && ValueOrigin.Of(value) is { Count: 1 } origins)
            value = origins[0].Unwrapped();

        return value.ConstantValue is not { HasValue: true, Value: { } constant } ? null
            : constant is bool known ? known
            : constant is string word ? !word.Equals("DISABLED", StringComparison.OrdinalIgnoreCase)
            : constant is int number ? number != 0
            : null;
    }

    /// <summary>The values among which an expression chooses.</summary>
    private static IEnumerable<IOperation> Choices(IOperation value)
    {
        value = value.Unwrapped();
        return value switch
        {
            IConditionalOperation { WhenFalse: { } otherwise } conditional => Choices(conditional.WhenTrue).Concat(Choices(otherwise)),
            ICoalesceOperation coalesce => Choices(coalesce.Value).Concat(Choices(coalesce.WhenNull)),
            ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => Choices(arm.Value)),
            ILocalReferenceOperation { Local: { Type: { TypeKind: TypeKind.Enum } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } local } when ValueOrigin.AssignedOnce(local, value) is { } given => [given.Unwrapped()],
            _ => [value],
        };
    }

    /// <summary><c>SslMode.Disable</c> rather than <c>Disable</c>.</summary>
    private static string Written(SyntaxNode at, ISymbol named) => at is IdentifierNameSyntax ? named.Name : $"{named.ContainingType.Name}.{named.Name}";
}
