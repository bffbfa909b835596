using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Leniency;

/// <summary>A place where a parser or a load is told to let bad records pass.</summary>
/// <param name="At">What tells it.</param>
/// <param name="Name">The setting, by its own name.</param>
internal readonly record struct Lenience(IOperation At, string Name)
{
    /// <summary>A setting that is assigned: a missing handler or one that does nothing, a switch, a number of records that may be bad, a mode.</summary>
    public static Lenience? In(ISimpleAssignmentOperation assignment, PipelineProject project)
    {
        if (InValue(assignment.Value, project) is { } mode)
            return mode with { At = assignment };

        return assignment.Target is IPropertyReferenceOperation { Property: var setting } && (project.TraitsOf(setting) & ApiTrait.Lenient) != 0 && IsLenient(setting, assignment)
            ? new(assignment, setting.Name)
            : null;
    }

    /// <summary>A mode that is lenient by its name.</summary>
    public static Lenience? InValue(IOperation value, PipelineProject project) =>
        value.Unwrapped() is IFieldReferenceOperation { Field: { IsConst: true } mode } && (project.TraitsOf(mode) & ApiTrait.Lenient) != 0 ? new(value, mode.Name) : null;

    private static bool IsLenient(IPropertySymbol setting, ISimpleAssignmentOperation assignment)
    {
        if (setting.Type.TypeKind == TypeKind.Delegate)
            return Swallows(setting, assignment.Value);

        if (Constant(assignment.Value) is not { } value || value is false or 0 or 0L)
            return false;

        // An error of JSON is handled where it is met: what else is done there tells.
        return setting.Name == "Handled" ? !Handler.LeavesTrace(Handler.BodyAround(assignment)) : !IsToldOf(setting, assignment);
    }

    /// <summary>No handler at all, or one that leaves no trace. One that is asked for an answer is optional, and may answer that the reader is to throw.</summary>
    private static bool Swallows(IPropertySymbol setting, IOperation value)
    {
        var asked = (setting.Type as INamedTypeSymbol)?.DelegateInvokeMethod?.ReturnsVoid == false;
        if (value.Unwrapped().ConstantValue is { HasValue: true, Value: null })
            return !asked;

        return Handler.BodyOf(value) is { } body && !Handler.LeavesTrace(body) && (!asked || Handler.MayReturn(body, answer: setting.Name == "OnRecordError"));
    }

    private static object? Constant(IOperation value) =>
        value.Unwrapped().ConstantValue is { HasValue: true } known ? known.Value : ValueOrigin.Of(value) is { Count: 1 } origins && origins[0].ConstantValue is { HasValue: true } found ? found.Value : null;

    /// <summary>What BigQuery left out it says in its answer, to whoever asks there.</summary>
    private static bool IsToldOf(IPropertySymbol setting, IOperation at) => setting.ContainingNamespace.ToString().StartsWith("Google.", StringComparison.Ordinal) && at.Root().Descendants().Any(IsAnswerRead);

    private static bool IsAnswerRead(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "Errors" or "InsertErrors" or "Status" or "Statistics" } answer } => answer.ContainingNamespace.ToString().StartsWith("Google.", StringComparison.Ordinal),
        IInvocationOperation { TargetMethod: { Name: "ThrowOnAnyError", ContainingType.Name: "BigQueryInsertResults" } } => true,
        _ => false,
    };
}
