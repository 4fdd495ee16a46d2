namespace Supervision.DecisionSupport;

/// <summary>A span of civil days with the instants at which it begins and ends in the authority's time. Immutable.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Start">When the first day begins.</param>
/// <param name="End">When the day after the last one begins.</param>
public sealed record IndicatorPeriod(DateOnly From, DateOnly To, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>The last day whose missing readings count: those of later days may still be mended.</summary>
    public DateOnly GapsTo { get; init; } = To;
}
