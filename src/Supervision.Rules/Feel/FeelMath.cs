namespace Supervision.Rules.Feel;

/// <summary>
/// Roots, powers, logarithms and roundings in decimal. No double takes part, so that every machine gives the same digits; the last
/// two of 28 are not promised.
/// </summary>
internal static class FeelMath
{
    private const decimal E = 2.7182818284590452353602874714m;
    private const decimal Ln10 = 2.3025850929940456840179914547m;
    private const decimal Ln2 = 0.6931471805599453094172321215m;

    /// <summary>a to the power of b, or null where that is no real number.</summary>
    /// <exception cref="OverflowException">The result has more digits than a number may have.</exception>
    public static decimal? Power(decimal a, decimal b)
    {
        if (b == decimal.Truncate(b) && Math.Abs(b) <= 1_000_000)
        {
            if (a == 0)
            {
                return b == 0 ? 1 : b > 0 ? 0 : null;
            }

            return b >= 0 ? WholePower(a, (int)b) : 1 / WholePower(a, (int)-b);
        }

        return a > 0 ? Exp(b * Ln(a)) : a == 0 && b > 0 ? 0 : null;
    }

    public static decimal Sqrt(decimal value)
    {
        if (value == 0)
        {
            return 0;
        }

        // Newton from above: each step falls until the digits end.
        var root = value > 1 ? value : 1;
        while (true)
        {
            var next = (root + (value / root)) / 2;
            if (next >= root)
            {
                return Math.Abs((root * root) - value) == 0 ? root : Exact(root, value);
            }

            root = next;
        }
    }

    public static decimal Exp(decimal value)
    {
        if (value > 67)
        {
            throw new OverflowException();
        }

        if (value < -70)
        {
            return 0;
        }

        var whole = decimal.Truncate(value);
        var rest = value - whole;
        decimal sum = 1, term = 1;
        for (var n = 1; n < 60 && term != 0; n++)
        {
            term *= rest / n;
            sum += term;
        }

        var power = WholePower(E, (int)Math.Abs(whole));
        return whole < 0 ? sum / power : sum * power;
    }

    public static decimal Ln(decimal value)
    {
        decimal shift = 0;
        while (value >= 10)
        {
            value /= 10;
            shift += Ln10;
        }

        while (value < 0.1m)
        {
            value *= 10;
            shift -= Ln10;
        }

        while (value > 1.4m)
        {
            value /= 2;
            shift += Ln2;
        }

        while (value < 0.7m)
        {
            value *= 2;
            shift -= Ln2;
        }

        // ln x = 2 artanh((x - 1) / (x + 1))
        var ratio = (value - 1) / (value + 1);
        var square = ratio * ratio;
        decimal sum = 0, term = ratio;
        for (var n = 1; n < 200 && term != 0; n += 2)
        {
            sum += term / n;
            term *= square;
        }

        return shift + (2 * sum);
    }

    /// <summary>Rounded to a scale, which may be negative: -2 for hundreds.</summary>
    /// <exception cref="OverflowException">The result has more digits than a number may have.</exception>
    public static decimal Round(decimal value, int scale, FeelRounding rounding)
    {
        if (scale >= 28)
        {
            return value;
        }

        if (scale >= 0)
        {
            return Whole(value, scale, rounding);
        }

        if (scale < -28)
        {
            return rounding is FeelRounding.Down or FeelRounding.HalfDown or FeelRounding.HalfEven or FeelRounding.HalfUp ? 0 : throw new OverflowException();
        }

        var unit = WholePower(10, -scale);
        return Whole(value / unit, 0, rounding) * unit;
    }

    private static decimal Whole(decimal value, int scale, FeelRounding rounding) => rounding switch
    {
        FeelRounding.Up => decimal.Round(value, scale, value < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity),
        FeelRounding.Down => decimal.Round(value, scale, MidpointRounding.ToZero),
        FeelRounding.HalfUp => decimal.Round(value, scale, MidpointRounding.AwayFromZero),
        FeelRounding.HalfDown => HalfDown(value, scale),
        FeelRounding.HalfEven => decimal.Round(value, scale, MidpointRounding.ToEven),
        FeelRounding.Floor => decimal.Round(value, scale, MidpointRounding.ToNegativeInfinity),
        _ => decimal.Round(value, scale, MidpointRounding.ToPositiveInfinity),
    };

    private static decimal HalfDown(decimal value, int scale)
    {
        var down = decimal.Round(value, scale, MidpointRounding.ToZero);
        var half = new decimal(5, 0, 0, false, (byte)(scale + 1));
        return Math.Abs(value - down) > half ? Whole(value, scale, FeelRounding.Up) : down;
    }

    private static decimal WholePower(decimal a, int b)
    {
        decimal power = 1;
        while (b > 0)
        {
            if ((b & 1) == 1)
            {
                power *= a;
            }

            b >>= 1;
            if (b > 0)
            {
                // A base below one may vanish before the exponent is used up; one above fails here as it must.
                a *= a;
            }
        }

        return power;
    }

    // A root that ends after few digits is given without the dust of the last step.
    private static decimal Exact(decimal root, decimal value)
    {
        var shorter = decimal.Round(root, 13);
        return shorter * shorter == value ? shorter : root;
    }
}
