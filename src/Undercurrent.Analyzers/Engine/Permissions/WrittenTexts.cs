using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Permissions;

/// <summary>The texts a value is made of: one, or the elements of a list, wherever they are declared.</summary>
internal static class WrittenTexts
{
    // A text that is put together is one text; its parts say nothing alone.
    private static readonly OriginQuestion Whole = new(Stops: static value => value.ConstantValue.HasValue || value is IInterpolatedStringOperation || TextCalls.IsSum(value), Parts: true);

    public static IEnumerable<(string Text, IOperation At)> Of(IOperation value)
    {
        foreach (var origin in ValueOrigin.Trace(value, Whole))
        {
            if (origin.Value.ConstantValue is { HasValue: true, Value: string text })
                yield return (text, origin.Written);
            else if (origin.Value is IInterpolatedStringOperation || TextCalls.IsSum(origin.Value))
                yield return (ValueText.Of(origin.Value) is { Count: 1 } texts ? texts[0].Text : "", origin.Written);
        }
    }

    /// <summary>Whether a text is not used for what it says: compared with, logged, thrown, or the description of something.</summary>
    public static bool IsOnlySaid(IOperation text)
    {
        var outer = text.Parent;
        while (outer is IConversionOperation or IParenthesizedOperation or IInterpolatedStringTextOperation or IInterpolatedStringOperation or IArrayInitializerOperation or IArrayCreationOperation || (outer is not null && TextCalls.IsSum(outer)))
            outer = outer.Parent;

        return outer switch
        {
            IBinaryOperation or IConstantPatternOperation or ISwitchCaseOperation or ICaseClauseOperation or IThrowOperation => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } => IsTalk(method),
            IArgumentOperation { Parent: IObjectCreationOperation { Type: { } made } } => made.Name.EndsWith("Exception", StringComparison.Ordinal) || made.Name.EndsWith("Attribute", StringComparison.Ordinal),
            _ => false,
        };
    }

    private static bool IsTalk(IMethodSymbol method) =>
        method.Name is "Equals" or "Contains" or "StartsWith" or "EndsWith" or "IndexOf" or "Replace" or "IsMatch" or "Match" or "Compare" or "CompareOrdinal"
        || (method.Name.StartsWith("Log", StringComparison.Ordinal) && method.Name is not ("Login" or "LogIn"))
        || method.ContainingType is { Name: "Console" or "Debug" or "Trace" or "Assert" or "Log" } or { Name: "ILogger" };
}
