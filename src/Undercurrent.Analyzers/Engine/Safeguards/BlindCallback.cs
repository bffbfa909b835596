using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Safeguards;

/// <summary>A callback that is asked whether a certificate is good and never says no, whatever library asks.</summary>
internal static class BlindCallback
{
    public static bool Is(IDelegateCreationOperation creation, Compilation compilation)
    {
        if (creation.Type is not INamedTypeSymbol { DelegateInvokeMethod: { ReturnType.SpecialType: SpecialType.System_Boolean } asked } || !asked.Parameters.Any(IsAboutCertificates))
            return false;

        return creation.Target switch
        {
            IAnonymousFunctionOperation lambda => SaysYes(lambda.Body),
            IMethodReferenceOperation { Method: var method } => (ApiCatalogue.Safeguards.TraitsOf(method) & ApiTrait.Unverified) != 0
                || (ShortBody.Has(method) && SourceModels.BodyOf(method, compilation) is { } body && SaysYes(body)),
            _ => false,
        };
    }

    /// <summary>What takes the callback, as a reader would call it.</summary>
    public static string TakerOf(IDelegateCreationOperation creation)
    {
        return PlaceOf(creation) switch
        {
            IAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } => member.Name,
            IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: var raised } } => raised.Name,
            IArgumentOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary, Name: var method } } } => method,
            _ => creation.Type!.Name,
        };
    }

    /// <summary>What a callback is assigned or handed to, maybe as one of several to choose from.</summary>
    public static IOperation? PlaceOf(IOperation callback)
    {
        var outer = callback.Parent;
        while (outer is IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation)
            outer = outer.Parent;

        return outer;
    }

    private static bool IsAboutCertificates(IParameterSymbol parameter) =>
        parameter.Type.Name == "SslPolicyErrors" || parameter.Type.Name.IndexOf("CertificateValidation", StringComparison.Ordinal) >= 0;

    private static bool SaysYes(IOperation body)
    {
        var any = false;
        foreach (var answer in ShortBody.Returned(body))
        {
            any = true;
            if (!IsTrue(answer.Unwrapped()))
                return false;
        }

        return any && !body.Descendants().Any(operation => operation is IThrowOperation);
    }

    private static bool IsTrue(IOperation answer) =>
        answer.ConstantValue is { HasValue: true, Value: true } || (answer is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either && (IsTrue(either.LeftOperand.Unwrapped()) || IsTrue(either.RightOperand.Unwrapped())));
}
