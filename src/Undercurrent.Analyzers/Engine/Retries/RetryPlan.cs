using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine.Retries;

/// <summary>How long is waited from one attempt to the next.</summary>
internal enum Pace
{
    /// <summary>Nothing is known of it, so nothing is said of it.</summary>
    Unknown,

    /// <summary>Not at all.</summary>
    None,

    /// <summary>As long each time.</summary>
    Constant,

    /// <summary>Longer each time.</summary>
    Growing,
}

/// <summary>A retry as it is set up or written: what is waited for between attempts, whether chance has a part in it, whether it ends.</summary>
/// <param name="At">Where it says so.</param>
/// <param name="Name">What says so.</param>
/// <param name="Pace">How the wait goes on.</param>
/// <param name="Seconds">The longest wait of those that are the same each time, where it is known.</param>
/// <param name="IsVaried">Whether two instances wait differently, or whether that is unknown.</param>
/// <param name="IsEndless">Whether it tries for as long as the program runs.</param>
internal sealed record RetryPlan(Location At, string Name, Pace Pace, double? Seconds, bool IsVaried, bool IsEndless)
{
    /// <summary>What a service that has just failed is not back after.</summary>
    private const double Short = 1;

    /// <summary>Whether it asks again before anything can have changed.</summary>
    public bool IsHasty => Pace == Pace.None || (Pace == Pace.Constant && Seconds <= Short);

    /// <summary>Whether all that failed together ask again together.</summary>
    public bool IsInStep => Pace is Pace.Constant or Pace.Growing && !IsVaried;
}
