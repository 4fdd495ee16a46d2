namespace Supervision.DecisionSupport;

/// <summary>
/// Probabilities that chance alone goes at least as far. Doubles: a probability of this kind is read to two digits, and decides nothing
/// by itself.
/// </summary>
internal static class Tail
{
    private const double Precision = 1e-14;

    // Lanczos' coefficients for g = 7.
    private static readonly double[] s_lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
        -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>P(|Z| ≥ |z|) for a standard normal Z.</summary>
    public static double Normal(double z) => UpperGamma(0.5, z * z / 2);

    /// <summary>P(X ≥ x) for χ² with some degrees of freedom.</summary>
    public static double ChiSquare(double x, int freedom) => UpperGamma(freedom / 2.0, Math.Max(0, x) / 2);

    /// <summary>P(X ≥ least) for X of a number of tries, each of which succeeds with a probability.</summary>
    public static double Binomial(int least, int tries, double probability)
    {
        if (least <= 0 || probability >= 1)
        {
            return 1;
        }

        if (probability <= 0)
        {
            return 0;
        }

        var sum = 0.0;
        for (var i = least; i <= tries; i++)
        {
            var ways = LogGamma(tries + 1) - LogGamma(i + 1) - LogGamma(tries - i + 1);
            sum += Math.Exp(ways + (i * Math.Log(probability)) + ((tries - i) * Math.Log(1 - probability)));
        }

        return Math.Min(1, sum);
    }

    // Q(a, x): by the series of its complement below a + 1, by Lentz' continued fraction above.
    private static double UpperGamma(double a, double x)
    {
        if (x <= 0)
        {
            return 1;
        }

        var scale = Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
        return x < a + 1 ? 1 - (scale * Series(a, x)) : scale * Fraction(a, x);
    }

    private static double Series(double a, double x)
    {
        var (sum, term) = (1 / a, 1 / a);
        for (var n = 1; Math.Abs(term) > Math.Abs(sum) * Precision; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    private static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1e300;
        var d = 1 / b;
        var value = d;
        for (var n = 1; n < 10_000; n++)
        {
            var step = -n * (n - a);
            b += 2;
            d = 1 / Nonzero((step * d) + b);
            c = Nonzero(b + (step / c));
            var change = c * d;
            value *= change;
            if (Math.Abs(change - 1) < Precision)
            {
                break;
            }
        }

        return value;
    }

    private static double Nonzero(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;

    private static double LogGamma(double x)
    {
        if (x < 0.5)
        {
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        }

        var sum = s_lanczos[0];
        for (var i = 1; i < s_lanczos.Length; i++)
        {
            sum += s_lanczos[i] / (x - 1 + i);
        }

        var t = x + 6.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
