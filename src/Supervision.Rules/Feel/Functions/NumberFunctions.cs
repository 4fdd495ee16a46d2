namespace Supervision.Rules.Feel.Functions;

/// <summary>Functions of numbers, and of durations where they have a sign.</summary>
internal static class NumberFunctions
{
    private const int LeastScale = -6_111;
    private const int MostScale = 6_176;

    public static BuiltInForm[] Forms { get; } =
    [
        BuiltInForm.Parse("decimal(n: number, scale: number) -> number", call => Rounded(call, FeelRounding.HalfEven)),
        BuiltInForm.Parse("floor(n: number, scale?: number) -> number", call => Rounded(call, FeelRounding.Floor)),
        BuiltInForm.Parse("ceiling(n: number, scale?: number) -> number", call => Rounded(call, FeelRounding.Ceiling)),
        BuiltInForm.Parse("round up(n: number, scale: number) -> number", call => Rounded(call, FeelRounding.Up)),
        BuiltInForm.Parse("round down(n: number, scale: number) -> number", call => Rounded(call, FeelRounding.Down)),
        BuiltInForm.Parse("round half up(n: number, scale: number) -> number", call => Rounded(call, FeelRounding.HalfUp)),
        BuiltInForm.Parse("round half down(n: number, scale: number) -> number", call => Rounded(call, FeelRounding.HalfDown)),
        BuiltInForm.Parse("abs(n: number) -> number", call => FeelValue.Of(Math.Abs(call[0].Number))),
        BuiltInForm.Parse("abs(n: dayTime|yearMonth) -> any", call => call[0].Number < 0 ? FeelArithmetic.Negate(call[0])!.Value : call[0]),
        BuiltInForm.Parse("modulo(dividend: number, divisor: number) -> number", call => call[1].Number == 0 ? call.Null() : FeelValue.Of(Modulo(call[0].Number, call[1].Number))),
        BuiltInForm.Parse("sqrt(number: number) -> number", call => call[0].Number < 0 ? call.Null() : FeelValue.Of(FeelMath.Sqrt(call[0].Number))),
        BuiltInForm.Parse("log(number: number) -> number", call => call[0].Number <= 0 ? call.Null() : FeelValue.Of(FeelMath.Ln(call[0].Number))),
        BuiltInForm.Parse("exp(number: number) -> number", call => FeelValue.Of(FeelMath.Exp(call[0].Number))),
        BuiltInForm.Parse("odd(number: number) -> boolean", call => Parity(call, 1)),
        BuiltInForm.Parse("even(number: number) -> boolean", call => Parity(call, 0)),
    ];

    private static FeelValue Rounded(BuiltInCall call, FeelRounding rounding)
    {
        var scale = 0;
        return call.Count > 1 && (!call.TryWhole(1, out scale) || scale is < LeastScale or > MostScale)
            ? call.Null()
            : FeelValue.Of(FeelMath.Round(call[0].Number, scale, rounding));
    }

    // dividend - divisor * floor(dividend / divisor): the sign is the divisor's.
    private static decimal Modulo(decimal dividend, decimal divisor)
    {
        var rest = dividend % divisor;
        return rest != 0 && rest < 0 != divisor < 0 ? rest + divisor : rest;
    }

    private static FeelValue Parity(BuiltInCall call, int rest)
    {
        var number = call[0].Number;
        return FeelValue.Of(number == decimal.Truncate(number) && Math.Abs(number % 2) == rest);
    }
}
