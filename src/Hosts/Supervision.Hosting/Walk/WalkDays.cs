namespace Supervision.Hosting.Walk;

/// <summary>The days of the story.</summary>
internal static class WalkDays
{
    public static DateOnly Draw { get; } = new(2026, 3, 2);

    public static DateOnly Assign { get; } = new(2026, 3, 3);

    public static DateOnly Inspect { get; } = new(2026, 3, 10);

    public static DateOnly Score { get; } = new(2026, 3, 11);

    /// <summary>More than half a year after the visits: the cool-down of the shipped ratios is over.</summary>
    public static DateOnly Next { get; } = new(2026, 9, 14);

    public static DateOnly End { get; } = new(2026, 12, 31);
}
