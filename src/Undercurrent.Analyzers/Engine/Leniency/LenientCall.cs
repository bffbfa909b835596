using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Leniency;

/// <summary>Calls by which bad records fall away.</summary>
internal static class LenientCall
{
    /// <summary>A switch in a chain of calls, where no call beside it takes what is dropped.</summary>
    public static IEnumerable<Lenience> Goes(IInvocationOperation call)
    {
        if (call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: false }) || call.Root().Descendants().OfType<IInvocationOperation>().Any(other => other.TargetMethod.Name == "DroppedDocumentCallback"))
            yield break;

        yield return new(call, call.TargetMethod.Name);
    }

    /// <summary>A filter that keeps what could be read, where nothing asks after the rest.</summary>
    public static Lenience? Filter(IInvocationOperation call, PipelineProject project)
    {
        var lambda = call.Arguments.Select(argument => ShortBody.Lambda(argument.Value)).FirstOrDefault(one => one is not null);
        if (lambda is null || TextCalls.OnlyExpression(lambda.Body)?.Unwrapped() is not IPropertyReferenceOperation { Property: var kept } reference || (project.TraitsOf(kept) & ApiTrait.Lenient) == 0)
            return null;

        return call.Root().Descendants().OfType<IPropertyReferenceOperation>().Any(other => other != reference && IsAboutTheRest(other, kept)) ? null : new(call, kept.Name);
    }

    private static bool IsAboutTheRest(IPropertyReferenceOperation other, IPropertySymbol kept) =>
        other.Property.Name == "Error" && SymbolEqualityComparer.Default.Equals(other.Property.ContainingType.OriginalDefinition, kept.ContainingType.OriginalDefinition)
        || (SymbolEqualityComparer.Default.Equals(other.Property.OriginalDefinition, kept.OriginalDefinition) && other.Parent is IUnaryOperation or IConditionalOperation or IArgumentOperation);
}
