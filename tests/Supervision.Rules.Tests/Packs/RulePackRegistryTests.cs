using Supervision.Rules.Packs;
using Supervision.Rules.Risk;
using static Supervision.Rules.Tests.Happened;

namespace Supervision.Rules.Tests.Packs;

public sealed class RulePackRegistryTests
{
    private static readonly string s_text = Samples.Text("draw-ratios");

    private static readonly string s_old = s_text.Replace("from: 2019-01-01 }", "from: 2019-01-01, to: 2027-01-01 }");

    private static readonly string s_new = s_text
        .Replace("version: \"2026.1\"", "version: \"2027.1\"").Replace("from: 2019-01-01 }", "from: 2027-01-01 }")
        .Replace("2019-01-01: 180", "2019-01-01: 90");

    [Theory]
    [InlineData("2026-12-31", "2026.1", 180)]
    [InlineData("2027-01-01", "2027.1", 90)]     // periods are half-open: the end of one is the start of the next
    public void On_TwoVersions_TheDateChooses(string date, string version, int coolDown)
    {
        var registry = new RulePackRegistry([Samples.Load(s_new), Samples.Load(s_old)]);
        var turned = new RulePackRegistry([Samples.Load(s_old), Samples.Load(s_new)]);
        Assert.Equal(version, registry.On("draw-ratios", Day(date)).Reference.Version);
        Assert.Equal(version, turned.On("draw-ratios", Day(date)).Reference.Version);
        var ratios = new DrawRatioPolicy(registry, "draw-ratios").RatiosOn(Day(date));
        Assert.Equal((version, coolDown), (ratios.Policy.Version, ratios.CoolDownDays));
    }

    [Fact]
    public void Constructor_OverlappingVersions_AreRefusedWithBothPeriods()
    {
        var error = Assert.Single(Assert.Throws<RulePackException>(
            () => new RulePackRegistry([Samples.Load(s_text), Samples.Load(s_new)])).Errors);
        Assert.Equal("SUP5032", error.Code);
        Assert.Contains("2026.1 [2019-01-01, …)", error.ToString());
        Assert.Contains("2027.1 [2027-01-01, …)", error.ToString());
    }

    [Fact]
    public void Constructor_OneVersionNameTwice_IsRefused() => Assert.Equal(
        "SUP5032", Assert.Single(Assert.Throws<RulePackException>(() => new RulePackRegistry(
            [Samples.Load(s_old), Samples.Load(s_new.Replace("2027.1", "2026.1"))])).Errors).Code);

    [Fact]
    public void On_AnUnknownPolicy_NamesThoseThatAreLoaded() => Assert.Contains(
        "SUP5054: No rule pack of policy \"draw\" is loaded. Loaded: draw-ratios.",
        Assert.Throws<RuleEvaluationException>(() => Samples.Registry(s_text).On("draw", Day("2026-01-01"))).Message);
}
