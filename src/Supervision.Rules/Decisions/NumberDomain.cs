namespace Supervision.Rules.Decisions;

/// <summary>
/// The numbers that can occur in a column: a grid of a step between two bounds. Gaps and overlaps are judged on it: 0–30 and
/// 31–45 are whole on step 1 and leave a gap at 30.4 on step 0.2.
/// </summary>
/// <param name="Min">Smallest number, or null for no bound.</param>
/// <param name="Max">Largest number, or null for no bound.</param>
/// <param name="Step">Distance of neighbours, above 0; the grid starts at <paramref name="Min"/>, or goes through 0.</param>
internal sealed record NumberDomain(decimal? Min, decimal? Max, decimal Step)
{
    /// <summary>A number of the domain inside an interval, or null. The smallest one where there is one.</summary>
    public decimal? SomeIn(Interval interval)
    {
        var (low, lowIn) = Min is { } min && min > interval.Low ? (min, true) : (interval.Low, interval.LowIn);
        if (low == decimal.MinValue)
        {
            return LargestIn(interval);
        }

        var first = OnGrid(low, up: true);
        first = first == low && !lowIn ? first + Step : first;
        return IsIn(first, interval) ? first : null;
    }

    private decimal? LargestIn(Interval interval)
    {
        var high = Max is { } max && max < interval.High ? max : interval.High;
        if (high == decimal.MaxValue)
        {
            return OnGrid(0, up: true);
        }

        var last = OnGrid(high, up: false);
        last = last == high && !interval.Contains(high) ? last - Step : last;
        return IsIn(last, interval) ? last : null;
    }

    private bool IsIn(decimal number, Interval interval) =>
        interval.Contains(number) && (Min is null || number >= Min) && (Max is null || number <= Max);

    private decimal OnGrid(decimal number, bool up)
    {
        var start = Min ?? 0;
        var steps = (number - start) / Step;
        return start + ((up ? decimal.Ceiling(steps) : decimal.Floor(steps)) * Step);
    }
}
