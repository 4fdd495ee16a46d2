namespace Supervision.Rules.Ledgers;

/// <summary>How an exact quotient becomes a decimal. Immutable.</summary>
/// <param name="Digits">Digits after the point, 0 to 10.</param>
/// <param name="Mode">One of <see cref="Modes"/>.</param>
internal sealed record Rounding(int Digits, string Mode)
{
    public static IReadOnlyList<string> Modes { get; } = ["up", "down", "halfUp", "halfEven"];

    public decimal Apply(decimal number) => Apply(Rational.Of(number));

    /// <summary>Away from zero is up, towards zero is down.</summary>
    public decimal Apply(Rational number)
    {
        var scaled = number.Times(Rational.Of((decimal)Math.Pow(10, Digits)));
        var (whole, rest) = scaled.Divide();
        var twice = System.Numerics.BigInteger.Abs(rest) * 2;
        var isUp = Mode switch
        {
            "up" => !rest.IsZero,
            "down" => false,
            "halfUp" => twice >= scaled.Denominator,
            _ => twice > scaled.Denominator || (twice == scaled.Denominator && !whole.IsEven),
        };
        return (decimal)(isUp ? whole + number.Sign : whole) / (decimal)Math.Pow(10, Digits);
    }

    public override string ToString() => $"{Mode} {Packs.Invariant.Text(Digits)}";
}
