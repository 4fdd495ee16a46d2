using FsCheck;
using FsCheck.Fluent;
using Supervision.Decisions;

namespace Supervision.Core.Tests.Decisions;

// Goal: a published rate can be checked. domain.md §7.5 has two that cannot.
public sealed class RateTests
{
    // Labour: 787 visits, problem rate 19.04 %: no whole number of them gives it; 150 of 788 would.
    [Fact]
    public void Fits_NineteenPointZeroFourOf787_IsNothing()
    {
        Assert.Empty(Rate.Fits(19.04m, 2, 787));
        Assert.Equal([new RateFit(new Rate(150, 788), false)], Rate.Fits(19.04m, 2, 788));
        Assert.Equal((18.93m, 19.06m), (new Rate(149, 787).Percent(2), new Rate(150, 787).Percent(2)));
    }

    // Urban management: 2,440 drawn visits, 99.95 %: only when the further decimals were cut off.
    [Fact]
    public void Fits_NinetyNinePointNineFiveOf2440_IsOnlyCutOff()
    {
        Assert.Equal([new RateFit(new Rate(2439, 2440), true)], Rate.Fits(99.95m, 2, 2440));
        Assert.Equal(99.96m, new Rate(2439, 2440).Percent(2));
    }

    [Fact]
    public void Fits_TheUntraceable695Of3712_IsRounded() =>
        Assert.Contains(new RateFit(new Rate(695, 3712), false), Rate.Fits(18.7m, 1, 3712));

    [Fact]
    public void Fits_WhatARatePublishes_AlwaysFindsIt() =>
        Prop.ForAll(Gen.Choose(1, 5000).ToArbitrary(), Gen.Choose(0, 5000).ToArbitrary(), (whole, part) =>
        {
            var rate = new Rate(part % (whole + 1), whole);
            Assert.Contains(new RateFit(rate, false), Rate.Fits(rate.Percent(2), 2, whole));
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Rate_PartAboveTheWhole_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(2, 1));
}
