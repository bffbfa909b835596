using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>The texts an exception is made with, which its message repeats to whoever logs or shows it.</summary>
internal static class ExceptionTexts
{
    private const int Highest = 8;

    /// <summary>The texts of a new exception; null when something else is made.</summary>
    public static IEnumerable<LoggedValue>? In(IObjectCreationOperation creation) =>
        creation is { Type: { } type, Arguments.IsEmpty: false } && IsException(type) ? Texts(creation.Arguments) : null;

    /// <summary>The texts that the constructor of an exception hands to the one of its base; null of any other call.</summary>
    public static IEnumerable<LoggedValue>? In(IInvocationOperation call) =>
        call is { TargetMethod: { MethodKind: MethodKind.Constructor, ContainingType: var type }, Arguments.IsEmpty: false } && IsException(type) ? Texts(call.Arguments) : null;

    /// <summary>The texts of a call that throws or checks for one, as guards are named; null of any other call.</summary>
    public static IEnumerable<LoggedValue>? Thrown(IInvocationOperation call) =>
        IsGuard(call.TargetMethod) && Texts(call.Arguments).ToList() is { Count: > 0 } texts ? texts : null;

    private static IEnumerable<LoggedValue> Texts(ImmutableArray<IArgumentOperation> arguments) => arguments
        .Where(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } && ((parameter.Type.SpecialType == SpecialType.System_String && IsText(parameter.Name)) || parameter.Name == "actualValue"))
        .Select(argument => new LoggedValue(argument.Value, Printed.Plainly, null));

    private static bool IsGuard(IMethodSymbol method) =>
        method.Name.StartsWith("Throw", StringComparison.Ordinal)
        || (method.ContainingType is { Name: var type } && (type is "Guard" or "Ensure" or "Require" or "Requires" or "Contract" or "Throw" or "Verify" || type.EndsWith("ThrowHelper", StringComparison.Ordinal) || type.EndsWith("Guard", StringComparison.Ordinal)));

    private static bool IsText(string parameter) => Array.Exists(IdentifierWords.Of(parameter), word => word is "message" or "msg" or "text" or "reason" or "detail" or "description" or "error");

    private static bool IsException(ITypeSymbol type)
    {
        var height = 0;
        for (ITypeSymbol? part = type; part is not null && height < Highest; part = part.BaseType, height++)
        {
            if (part is { Name: nameof(Exception), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }
}
