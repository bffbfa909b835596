using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Values that every later line of a log carries because they were set under a key: <c>LogicalThreadContext.Properties["user"]</c>.</summary>
internal static class LogContexts
{
    /// <summary>What an assignment puts into the context of a log; null when it puts nothing there.</summary>
    public static LoggedValue? ValueOf(ISimpleAssignmentOperation assignment, PipelineProject project) =>
        assignment.Target is IPropertyReferenceOperation { Arguments: { Length: 1 } key, Instance: IPropertyReferenceOperation { Property: { IsStatic: true } properties } }
        && (project.TraitsOf(properties) & ApiTrait.Scope) != 0
            ? new(assignment.Value, Printed.Plainly, key[0].Value.ConstantValue is { HasValue: true, Value: string name } ? name : null)
            : null;
}
