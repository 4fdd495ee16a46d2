namespace Supervision.Sampling;

/// <summary>
/// A rule of frequency: "at most once in two years" keeps subjects out of the drum, "at least once a year" puts them into a cell that is
/// drawn whole. Periods are calendar months, from the day of the last inspection. Immutable and pure.
/// </summary>
/// <param name="AtMostOnceInMonths">No second visit within so many months; null for no such rule. 1 to 1,200.</param>
/// <param name="AtLeastOnceInMonths">No longer than so many months without a visit; null for no such rule. 1 to 1,200.</param>
/// <legal source="国发〔2019〕5号" />
public sealed record VisitFrequency(int? AtMostOnceInMonths, int? AtLeastOnceInMonths)
{
    /// <summary>The first factor of the cell of subjects that must be visited: drawn whole.</summary>
    public const string DueCell = "due";

    /// <summary>No rule.</summary>
    public static VisitFrequency None { get; } = new(null, null);

    /// <summary>Whether both periods are in range, and the visits that are asked for are allowed.</summary>
    public bool IsValid =>
        AtMostOnceInMonths is null or (>= 1 and <= 1200)
        && AtLeastOnceInMonths is null or (>= 1 and <= 1200)
        && !(AtMostOnceInMonths > AtLeastOnceInMonths);

    /// <summary>Whether a visit now would come too soon: the period since the last one is not over on that day.</summary>
    public bool IsTooSoon(DateOnly? lastInspectedOn, DateOnly today) =>
        AtMostOnceInMonths is { } months && lastInspectedOn is { } last && today < last.AddMonths(months);

    /// <summary>
    /// Whether a subject would be overdue before another draw could reach it: never inspected, or its period ends on or before that day.
    /// </summary>
    /// <param name="lastInspectedOn">Date of its last inspection; null for never.</param>
    /// <param name="lastDay">Last day of the inspections of this draw.</param>
    public bool IsDue(DateOnly? lastInspectedOn, DateOnly lastDay) =>
        AtLeastOnceInMonths is { } months && (lastInspectedOn is not { } last || last.AddMonths(months) <= lastDay);

    /// <summary>
    /// The least ratio with which so many equal draws in the period of "at least once" can reach everybody: its floor in ppm, rounded up. 0
    /// without such a rule.
    /// </summary>
    /// <param name="draws">Draws in the period, at least 1.</param>
    public int FloorPpm(int draws)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        return AtLeastOnceInMonths is null ? 0 : (DrawRate.Whole + draws - 1) / draws;
    }
}
