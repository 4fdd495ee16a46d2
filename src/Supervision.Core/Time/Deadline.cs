using Supervision.Decisions;

namespace Supervision.Time;

/// <summary>
/// The last day of a legal period, with everything it was computed from, so that it can be explained and computed again.
/// Made by <see cref="LegalClock"/>. Immutable.
/// </summary>
public sealed record Deadline
{
    internal Deadline()
    {
    }

    /// <summary>The day of the event; it is not counted.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The period.</summary>
    public required LegalPeriod Period { get; init; }

    /// <summary>Extensions that were granted, each of the unit of the period.</summary>
    public required IReadOnlyList<LegalPeriod> Extensions { get; init; }

    /// <summary>Spans that were not counted.</summary>
    public required IReadOnlyList<Suspension> Suspensions { get; init; }

    /// <summary>The last day before it was moved off a day off; equal to <see cref="Due"/> when it was not moved.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The last day on which the act is in time.</summary>
    public required DateOnly Due { get; init; }

    /// <summary><see cref="WorkingCalendar.Version"/> of the calendar.</summary>
    public required string CalendarVersion { get; init; }

    /// <summary>Whether a notice still to come could move it, see <see cref="WorkingCalendar.IsProvisional"/>.</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>How it was counted, with the provisions.</summary>
    public required Explanation Explanation { get; init; }

    /// <summary>Whether the period is over on a civil date.</summary>
    public bool IsOverdueOn(DateOnly date) => date > Due;
}
