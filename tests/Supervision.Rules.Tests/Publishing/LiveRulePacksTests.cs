using System.Text;
using Supervision.Audit;
using Supervision.Policies;
using Supervision.Rules.Packs;
using Supervision.Rules.Publishing;
using Supervision.Rules.Risk;
using static Supervision.Rules.Tests.Happened;

namespace Supervision.Rules.Tests.Publishing;

// Goal: authors change files while the host runs; whoever is deciding is never left without rules, nor with half of the new ones.
public sealed class LiveRulePacksTests
{
    private static readonly string s_text = Samples.Text("draw-ratios");
    private static readonly string s_quicker = s_text.Replace("2019-01-01: 180", "2019-01-01: 90", StringComparison.Ordinal).Replace("冷却天数: 180", "冷却天数: 90", StringComparison.Ordinal);

    [Fact]
    public void Reload_AnEditedFile_DecidesFromTheNextQuestionOn()
    {
        var live = new LiveRulePacks(new RulePackRegistry([]));
        Assert.Equal("2026.1", Assert.Single(live.Reload([File("draw.yaml", s_text)]).Changed).Reference.Version);
        var policy = new DrawRatioPolicy(live, "draw-ratios");
        var before = policy.RatiosOn(Day("2026-05-01"));
        live.Reload([File("draw.yaml", s_quicker)]);
        var after = policy.RatiosOn(Day("2026-05-01"));
        Assert.Equal((180, 90), (before.CoolDownDays, after.CoolDownDays));
        Assert.NotEqual(before.Policy.ContentHash, after.Policy.ContentHash);
        Assert.Empty(live.Reload([File("draw.yaml", s_quicker)]).Changed);
    }

    [Theory]
    [InlineData("policy: [")]
    [InlineData("policy: draw-ratios\nversion: \"1\"\n")]
    public void Reload_ABrokenFile_IsReportedAndItsEarlierPackStays(string broken)
    {
        var live = new LiveRulePacks(new RulePackRegistry([]));
        live.Reload([File("draw.yaml", s_text), File("other.yaml", Samples.Text("yiwu-12-point"))]);
        var result = live.Reload([File("draw.yaml", broken), File("other.yaml", Samples.Text("yiwu-12-point"))]);
        Assert.All(result.Errors, error => Assert.Equal("draw.yaml", error.File));
        Assert.NotEmpty(result.Errors);
        Assert.Equal(180, new DrawRatioPolicy(live, "draw-ratios").RatiosOn(Day("2026-05-01")).CoolDownDays);
    }

    [Fact]
    public void Reload_AnExampleThatFails_KeepsThePackOut()
    {
        var live = new LiveRulePacks(new RulePackRegistry([]));
        live.Reload([File("draw.yaml", s_text)]);
        var failing = s_text.Replace("\"抽查比例[A]\": 50000", "\"抽查比例[A]\": 1", StringComparison.Ordinal);
        Assert.NotEqual(s_text, failing);
        Assert.Equal("SUP5040", Assert.Single(live.Reload([File("draw.yaml", failing)]).Errors).Code);
        Assert.Equal(Samples.Load(s_text).Reference, Assert.Single(live.Current.Packs).Reference);
    }

    [Fact]
    public void Reload_FilesThatDoNotFitTogether_ChangeNothing()
    {
        var live = new LiveRulePacks(new RulePackRegistry([]));
        live.Reload([File("draw.yaml", s_text)]);
        var before = live.Current;
        var result = live.Reload([File("draw.yaml", s_quicker), File("draw-2.yaml", s_text)]);
        Assert.Equal("SUP5032", Assert.Single(result.Errors).Code);
        Assert.Same(before, live.Current);
    }

    [Fact]
    public void Reload_AFileThatIsGone_TakesItsPackWithIt()
    {
        var live = new LiveRulePacks(new RulePackRegistry([]));
        live.Reload([File("draw.yaml", s_text), File("other.yaml", Samples.Text("yiwu-12-point"))]);
        live.Reload([File("other.yaml", Samples.Text("yiwu-12-point"))]);
        Assert.Equal("yiwu-12-point", Assert.Single(live.Current.Packs).Reference.Id);
    }

    [Fact]
    public void Registry_OfPublishedTexts_EndsAVersionWhereTheNextBegins()
    {
        var next = s_quicker.Replace("version: \"2026.1\"", "version: \"2027.1\"", StringComparison.Ordinal).Replace("from: 2019-01-01 }", "from: 2027-01-01 }", StringComparison.Ordinal);
        var registry = PublishedPacks.Registry(
            [Stored(s_text, true) with { ReplacedFrom = Day("2027-01-01") }, Stored(next, true), Stored(s_text.Replace("2026.1", "draft", StringComparison.Ordinal), false)]);
        var policy = new DrawRatioPolicy(registry, "draw-ratios");
        Assert.Equal([180, 90], new[] { "2026-12-31", "2027-01-01" }.Select(day => policy.RatiosOn(Day(day)).CoolDownDays));
        Assert.Throws<RulePackException>(() => PublishedPacks.Registry([Stored(s_text, true), Stored(next, true)]));
    }

    [Fact]
    public void Registry_BesideOthers_TakesNoSecondAnswerToAQuestion()
    {
        var others = new RulePackRegistry([Samples.Load(s_text), Samples.Load(Samples.Text("yiwu-12-point"))]);
        var own = s_quicker.Replace("policy: draw-ratios", "policy: our-ratios", StringComparison.Ordinal);
        var registry = PublishedPacks.Registry([Stored(own, true)], others);
        Assert.Equal("our-ratios", registry.PolicyFor(RulePackPurpose.DrawRatios));
        Assert.Equal(["our-ratios", "yiwu-12-point"], registry.Packs.Select(pack => pack.Reference.Id));
    }

    private static StoredPack Stored(string text, bool isPublished)
    {
        var pack = Samples.Load(text);
        return new StoredPack(pack.Reference, "draw.yaml", text, pack.Effective.From, pack.Effective.To, new Actor("li", "330700"), DateTimeOffset.UnixEpoch)
        {
            Publication = isPublished ? new PackPublication(new Actor("wang", "330700"), DateTimeOffset.UnixEpoch) : null,
        };
    }

    private static (string Name, ReadOnlyMemory<byte> Bytes) File(string name, string text) => (name, Encoding.UTF8.GetBytes(text));
}
