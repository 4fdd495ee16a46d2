using System.Numerics;

namespace Supervision.Rules.Ledgers;

/// <summary>An exact fraction: sums, means and quotients stay exact until their declared rounding. Immutable.</summary>
internal readonly record struct Rational(BigInteger Numerator, BigInteger Denominator)
{
    public int Sign => Numerator.Sign;

    public static Rational Of(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var whole = (new BigInteger((uint)bits[2]) << 64) + (new BigInteger((uint)bits[1]) << 32) + (uint)bits[0];
        return new(number < 0 ? -whole : whole, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    public Rational Plus(Rational other) =>
        new((Numerator * other.Denominator) + (other.Numerator * Denominator), Denominator * other.Denominator);

    public Rational Times(Rational other) => new(Numerator * other.Numerator, Denominator * other.Denominator);

    /// <summary>By a number that is not zero; the denominator stays positive.</summary>
    public Rational Over(Rational other) => other.Sign < 0
        ? new(-Numerator * other.Denominator, Denominator * -other.Numerator)
        : new(Numerator * other.Denominator, Denominator * other.Numerator);

    /// <summary>The whole part, towards zero, and what is left of the numerator.</summary>
    public (BigInteger Whole, BigInteger Remainder) Divide()
    {
        var whole = BigInteger.DivRem(Numerator, Denominator, out var rest);
        return (whole, rest);
    }
}
