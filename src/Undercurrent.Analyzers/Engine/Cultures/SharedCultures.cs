using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What is read or written in the machine's culture, and rules of other analyzers see too.</summary>
internal static class SharedCultures
{
    /// <summary>Whether the rule of an ID speaks about what is reported.</summary>
    public static bool Sees(string id, IOperation at) => id switch
    {
        "CA1305" => at is IInvocationOperation { TargetMethod.Name: "Parse" or "ToDecimal" or "ToDouble" or "ToSingle" or "ToDateTime" or "ChangeType" or nameof(ToString) } call && NamesNone(call),
        "MA0011" or "S4056" => at is IInvocationOperation { TargetMethod.Name: "Parse" or "TryParse" or "ToDecimal" or "ToDouble" or "ToSingle" or "ToDateTime" or "ChangeType" or nameof(ToString) } call && NamesNone(call) && !IsSpan(call)
            && !(id == "S4056" && call.TargetMethod.ContainingType.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64),
        "S6580" => at is IInvocationOperation { TargetMethod: { Name: "Parse" or "TryParse" or "ParseExact" or "TryParseExact", ContainingType.Name: "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly" } } call && (NamesNone(call) || HasNull(call)),
        "MA0075" => at.Unwrapped() is not IInvocationOperation && IsIn(at, static around => TextCalls.IsSum(around)),
        "MA0076" => at.Unwrapped() is not IInvocationOperation && IsIn(at, static around => around is IInterpolatedStringOperation),
        _ => false,
    };

    private static bool NamesNone(IInvocationOperation call) => call.Arguments.All(static argument => argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter?.Type.Name is not nameof(IFormatProvider));

    private static bool HasNull(IInvocationOperation call) => call.Arguments.Any(static argument => argument.Parameter?.Type.Name == nameof(IFormatProvider) && argument.Value.Unwrapped().ConstantValue is { HasValue: true, Value: null });

    private static bool IsSpan(IInvocationOperation call) => call.Arguments.Any(static argument => argument.Parameter?.Type.Name == "ReadOnlySpan");

    /// <summary>The text that takes up a value without a call of its own.</summary>
    private static bool IsIn(IOperation value, Func<IOperation, bool> isText)
    {
        var around = value.Parent;
        while (around is IConversionOperation or IParenthesizedOperation or IInterpolationOperation)
            around = around.Parent;

        return around is not null && isText(around);
    }
}
