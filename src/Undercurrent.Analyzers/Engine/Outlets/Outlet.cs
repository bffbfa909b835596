using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine.Outlets;

/// <summary>A kind of place that values are written to, for others to read than were meant to: a log, a trace, the text of a failure, a name.</summary>
internal abstract class Outlet
{
    public static readonly Outlet Logs = new LogOutlet();

    public static readonly Outlet Telemetry = new TelemetryOutlet();

    public static readonly Outlet Failures = new FailureOutlet();

    public static readonly Outlet Names = new NameOutlet();

    /// <summary>In order: of a value that several take, the first speaks.</summary>
    public static readonly ImmutableArray<Outlet> InOrder = ImmutableArray.Create(Logs, Telemetry, Failures, Names);

    /// <summary>What an operation writes there; null where it writes nothing.</summary>
    public abstract IEnumerable<LoggedValue>? WrittenBy(IOperation operation, PipelineProject project, string rule);

    /// <summary>Whether this kind of data is told by the outlet at all.</summary>
    public virtual bool Tells(PersonalValue value, LoggedValue written) => true;
}
