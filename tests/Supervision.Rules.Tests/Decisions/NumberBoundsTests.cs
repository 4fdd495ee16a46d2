using FsCheck;
using FsCheck.Fluent;
using Supervision.Rules.Decisions;

namespace Supervision.Rules.Tests.Decisions;

// Goal: the quick comparison of scaled integers places every decimal where comparing decimals places it.
public sealed class NumberBoundsTests
{
    private static readonly Gen<decimal> s_numbers = Gen.OneOf(
        from whole in Gen.Choose(-50, 50) select (decimal)whole,
        from digits in Gen.Choose(-5000, 5000) from scale in Gen.Choose(0, 12) select digits / (decimal)Math.Pow(10, scale),
        from high in Gen.Choose(0, int.MaxValue) from scale in Gen.Choose(0, 28) select new decimal(high, -1, high, high % 2 == 0, (byte)scale),
        Gen.Elements(decimal.MaxValue, decimal.MinValue, long.MaxValue, long.MinValue, 9_223_372_036_854_775_808m, 0.0m, -0.0m, 1.50m));

    [Fact]
    public void SegmentOf_AnyNumber_IsWhereComparingDecimalsPutsIt() =>
        Prop.ForAll(s_numbers.ListOf().ToArbitrary(), s_numbers.ToArbitrary(), (bounds, number) =>
        {
            var index = new NumberBounds(bounds);
            Assert.All((decimal[])[number, .. bounds], one =>
            {
                decimal[] sorted = [.. bounds.Distinct().Order()];
                var equal = Array.IndexOf(sorted, one);
                Assert.Equal(equal >= 0 ? (2 * equal) + 1 : 2 * sorted.Count(bound => bound < one), index.SegmentOf(one));
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
