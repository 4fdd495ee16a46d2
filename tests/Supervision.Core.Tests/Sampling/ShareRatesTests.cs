using FsCheck;
using FsCheck.Fluent;
using Supervision.Sampling;

namespace Supervision.Core.Tests.Sampling;

public sealed class ShareRatesTests
{
    // Goal: the wanted share comes out, whatever the tiers, as far as whole ppm and 100 % allow.
    [Fact]
    public void From_AnyTiers_DrawsTheShareAndNeverMoreThanEverybody()
    {
        var tier = from subjects in Gen.Choose(0, 100_000) from weight in Gen.Choose(1, 20) select (subjects, weight);
        var cases = from tiers in tier.ArrayOf(4) from share in Gen.Choose(0, 1_000_000) select (tiers, share);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var tiers = c.tiers.Select((t, i) => new TierCount($"T{i}", t.subjects, (long)t.subjects * t.weight)).ToList();
            var total = tiers.Sum(t => t.Subjects);
            var rates = ShareRates.From(c.share, tiers).ToDictionary(rate => rate.Tier, rate => rate.Ppm);
            Assert.All(rates.Values, ppm => Assert.InRange(ppm, 0, 1_000_000));
            var expected = tiers.Sum(t => t.Subjects * (decimal)rates.GetValueOrDefault(t.Tier)) / 1_000_000m;
            var wanted = total * (decimal)c.share / 1_000_000m;
            Assert.InRange(expected, wanted - (total / 1_000_000m) - 0.001m, wanted);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void From_ThreePercentOfTheBenchFrame_GivesTheRatiosOfTheSpecification()
    {
        // 5/25/70 % of 1,030,000 with weights 8, 3, 1: the published full-size example.
        var rates = ShareRates.From(30_000, [
            new TierCount("H", 51_500, 51_500 * 8), new TierCount("L", 721_000, 721_000), new TierCount("M", 257_500, 257_500 * 3),
        ]);
        Assert.Equal([129_729, 16_216, 48_648], rates.Select(rate => rate.Ppm));
    }
}
