namespace Supervision.Matters;

/// <summary>The running clock of a matter. Immutable.</summary>
/// <param name="Key">Period in the policy, such as "Warning.Raised".</param>
/// <param name="Start">From when it counts.</param>
/// <param name="DueAt">The first instant at which it is overdue; null while the calendar it needs is not published.</param>
/// <param name="Extensions">How often it was extended.</param>
/// <param name="Rung">How many rungs of the ladder know that it is overdue.</param>
public sealed record MatterClock(string Key, DateTimeOffset Start, DateTimeOffset? DueAt, int Extensions = 0, int Rung = 0)
{
    /// <summary>When the next rung is told after the uppermost one: never.</summary>
    public static DateTimeOffset Never { get; } = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
