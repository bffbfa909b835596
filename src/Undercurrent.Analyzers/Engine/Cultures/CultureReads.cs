using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The calls that read a number or a date as the machine's culture writes it.</summary>
internal static class CultureReads
{
    private const NumberStyles Separated = NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowCurrencySymbol;

    /// <summary>Formats that read the same everywhere.</summary>
    private static readonly HashSet<string> FixedFormats = new(StringComparer.Ordinal) { "o", "O", "r", "R", "s", "u" };

    /// <summary>The text that a call reads; null where it reads none, or a culture is named.</summary>
    public static IOperation? TextOf(IInvocationOperation call) =>
        Reads(call.TargetMethod) is { } position && position < call.Arguments.Length && IsLeftToTheMachine(call) ? Given(call, position) : null;

    /// <summary>The method that a projection reads each of its elements with, such as <c>Select(double.Parse)</c>.</summary>
    public static IMethodReferenceOperation? ReaderIn(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Kind == OperationKind.DelegateCreation && argument.Value is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } reader }
                && Reads(method) is not null && !IsWhole(method.ContainingType) && method.Parameters.All(parameter => parameter.Type.SpecialType == SpecialType.System_String || parameter.RefKind == RefKind.Out))
                return reader;
        }

        return null;
    }

    /// <summary>Decimals, floating-point numbers and dates: what cultures write in ways of their own.</summary>
    public static bool IsCultural(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_DateTime } => true,
        { IsValueType: true, Name: nameof(DateTimeOffset) or "DateOnly" or "TimeOnly" or "Half", ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: var inner } => IsCultural(inner[0]),
        _ => false,
    };

    /// <summary>Which parameter of a reading method is the text.</summary>
    private static int? Reads(IMethodSymbol method) => method.Name switch
    {
        "Parse" or "TryParse" or "ParseExact" or "TryParseExact" => method.IsStatic && method.Parameters.Length > 0 && (IsCultural(method.ContainingType) || IsWhole(method.ContainingType) || IsGeneric(method.ContainingType)) ? 0 : null,
        "ToDecimal" or "ToDouble" or "ToSingle" or "ToDateTime" or "ChangeType" => method is { IsStatic: true, ContainingType: { Name: nameof(Convert), ContainingNamespace.Name: nameof(System) } } ? 0 : null,
        "ConvertFromString" or "ConvertFrom" => IsConverter(method.ContainingType) ? method.Parameters.Length - 1 : null,
        _ => null,
    };

    private static IOperation? Given(IInvocationOperation call, int position)
    {
        var text = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == position)?.Value;
        if (text is null || text.ConstantValue.HasValue)
            return null;

        // Behind object may be what is no text at all.
        return IsText(text.Type) || IsText(text.Unwrapped().Type) ? text : null;
    }

    private static bool IsText(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String } or { Name: "ReadOnlySpan" or "Span" or "StringValues" };

    private static bool IsLeftToTheMachine(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            var parameter = argument.Parameter!;
            if (parameter.Name is "format" or "formats" && argument.Value.Unwrapped().ConstantValue is { HasValue: true, Value: string format } && FixedFormats.Contains(format))
                return false;

            if (parameter.Type.Name is nameof(IFormatProvider) or nameof(CultureInfo) && argument.ArgumentKind != ArgumentKind.DefaultValue && !MachineCulture.Is(argument.Value))
                return false;

            if (parameter.Type.Name == nameof(Type) && argument.Value.Unwrapped() is ITypeOfOperation { TypeOperand: var made } && !IsCultural(made))
                return false;

            if (parameter.Type.Name == nameof(TypeCode) && argument.Value.ConstantValue is { HasValue: true, Value: int code } && (TypeCode)code is not (TypeCode.Decimal or TypeCode.Double or TypeCode.Single or TypeCode.DateTime))
                return false;
        }

        if (IsWhole(call.TargetMethod.ContainingType))
            return IsGrouped(call);

        return call.TargetMethod.Name is not ("ConvertFromString" or "ConvertFrom") || !IsForOther(call.Instance);
    }

    private static bool IsWhole(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    /// <summary>Whole numbers are written alike nearly everywhere, unless their digits may be grouped.</summary>
    private static bool IsGrouped(IInvocationOperation call) =>
        call.Arguments.Any(argument => argument.Parameter?.Type.Name == nameof(NumberStyles) && argument.Value.ConstantValue is { HasValue: true, Value: int styles } && ((NumberStyles)styles & Separated) != 0);

    private static bool IsGeneric(INamedTypeSymbol type) => type.TypeKind == TypeKind.Interface && type.Name is "IParsable" or "ISpanParsable" or "INumberBase";

    private static bool IsConverter(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "TypeConverter", ContainingNamespace.Name: "ComponentModel" })
                return true;
        }

        return false;
    }

    /// <summary>The converter of a type whose values every culture writes alike.</summary>
    private static bool IsForOther(IOperation? converter) => converter is not null && ValueOrigin.Of(converter).All(from =>
        from is IInvocationOperation { TargetMethod.Name: "GetConverter", Arguments: { IsEmpty: false } given } && given[0].Value.Unwrapped() is ITypeOfOperation { TypeOperand: var type } && !IsCultural(type));
}
