using System.Globalization;

namespace Supervision.Decisions;

/// <summary>
/// A share that is published: always with its numerator and its denominator, since a bare percentage cannot be checked.
/// Two of the figures in circulation fit no whole number at all (19.04 % of 787, 99.95 % of 2,440).
/// </summary>
public readonly record struct Rate
{
    /// <summary>A share of a whole.</summary>
    /// <param name="numerator">How many; 0 to <paramref name="denominator"/>.</param>
    /// <param name="denominator">Of how many; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is out of range.</exception>
    public Rate(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        (Numerator, Denominator) = (numerator, denominator);
    }

    /// <summary>How many.</summary>
    public long Numerator { get; }

    /// <summary>Of how many.</summary>
    public long Denominator { get; }

    /// <summary>The share in per cent, half rounded up.</summary>
    /// <param name="decimals">Decimals, 0 to 10.</param>
    public decimal Percent(int decimals) =>
        Math.Round(100m * Numerator / Denominator, decimals, MidpointRounding.AwayFromZero);

    /// <summary>
    /// Every share of a whole that a published percentage can stand for, rounded or cut off; none when the percentage or its
    /// denominator is wrong.
    /// </summary>
    /// <param name="percent">As published, 0 to 100.</param>
    /// <param name="decimals">Decimals that were published, 0 to 10.</param>
    /// <param name="denominator">The whole it is said to be a share of.</param>
    public static IReadOnlyList<RateFit> Fits(decimal percent, int decimals, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100m);
        var step = 1m;
        for (var i = 0; i < decimals; i++)
        {
            step /= 10m;
        }

        var first = (long)decimal.Floor((percent - step) * denominator / 100m);
        var last = (long)decimal.Ceiling((percent + step) * denominator / 100m);
        var fits = new List<RateFit>();
        for (var numerator = Math.Max(0, first); numerator <= Math.Min(denominator, last); numerator++)
        {
            var rate = new Rate(numerator, denominator);
            var exact = 100m * numerator / denominator;
            if (rate.Percent(decimals) == percent)
            {
                fits.Add(new RateFit(rate, IsCutOff: false));
            }
            else if (exact >= percent && exact < percent + step)
            {
                fits.Add(new RateFit(rate, IsCutOff: true));
            }
        }

        return fits;
    }

    /// <summary>Numerator, denominator and per cent with two decimals: "149/787 (18.93 %)".</summary>
    public override string ToString() => Denominator == 0
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator} ({Percent(2):0.00} %)");
}
