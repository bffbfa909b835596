using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Undercurrent.Analyzers.Engine.Outlets;

/// <summary>What is written to a log, and what every later line of it carries.</summary>
internal sealed class LogOutlet : Outlet
{
    public override IEnumerable<LoggedValue>? WrittenBy(IOperation operation, PipelineProject project, string rule) => operation switch
    {
        IInvocationOperation call when LogSinks.Of(project) is var sinks && sinks.IsSink(call, rule) => sinks.ValuesOf(call, rule),
        ISimpleAssignmentOperation assignment when LogContexts.ValueOf(assignment, project) is { } value => [value],
        _ => null,
    };
}
