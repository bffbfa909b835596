using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Retention;

/// <summary>What the key of a cached entry tells: one that is made of what comes along makes as many entries as come, a fixed one makes one.</summary>
internal static class EntryKey
{
    private const int Deepest = 4;

    /// <summary>The argument that says under which key something is kept.</summary>
    public static IOperation? Of(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Name is "key" or "values" && argument.ArgumentKind == ArgumentKind.Explicit)
                return argument.Value;
        }

        return null;
    }

    /// <summary>Whether there may be one entry for each record, day or call.</summary>
    public static bool Varies(IOperation key) => Varies(key, 0);

    /// <summary>What a key begins with, as far as it is written.</summary>
    public static string? BeginningOf(IOperation key) => ValueOrigin.Of(key.Unwrapped()) is { Count: > 0 } parts && parts[0].ConstantValue is { HasValue: true, Value: string text } ? text : null;

    private static bool Varies(IOperation key, int depth) => depth < Deepest && ValueOrigin.Of(key.Unwrapped()).Any(part => IsVarying(part, depth));

    private static bool IsVarying(IOperation part, int depth) => !part.ConstantValue.HasValue && part switch
    {
        IConversionOperation conversion => Varies(conversion.Operand, depth + 1),
        IMemberReferenceOperation { Member.Name: "UtcNow" or "Now" or "Today" } => true,
        IMemberReferenceOperation member => member.Instance is not null && IsVarying(member.Instance, depth),
        IInstanceReferenceOperation or ITypeOfOperation => false,
        IInvocationOperation { TargetMethod.Name: "NewGuid" or "CreateVersion7" or "GetUtcNow" } => true,
        IInvocationOperation call => call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit && Varies(argument.Value, depth + 1)) || (call.Instance is not null && Varies(call.Instance, depth + 1)),
        _ when Composition.PartsOf(part) is { } parts => parts.Any(one => Varies(one is ISimpleAssignmentOperation set ? set.Value : one, depth + 1)),
        _ => true,
    };
}
