using FsCheck;
using FsCheck.Fluent;
using Supervision.Catalog;
using Supervision.Coordination;
using Supervision.Inspections;

namespace Supervision.Core.Tests.Coordination;

// Goal: 一表通查. The union of the checklists with an owner for each line; nothing is lost, key points stay with their agency.
public sealed class OneFormTests
{
    private static readonly Checklist s_fire = new("fire", 1, "消防", [
        new CheckPoint("1", "消防通道畅通。", "F-1", PointImportance.General, null),
        new CheckPoint("2", "营业执照在醒目位置公示。", "F-2", PointImportance.General, null),
        new CheckPoint("3", "灭火器有效。", "F-3", PointImportance.Key, null),
    ]);

    private static readonly Checklist s_market = new("market", 4, "市场", [
        new CheckPoint("a", "营业执照在醒目位置公示", "M-1", PointImportance.General, null),
        new CheckPoint("b", "疏散通道", "F-1", PointImportance.General, null),
        new CheckPoint("c", "灭火器有效。", "F-3", PointImportance.Key, null),
    ]);

    [Fact]
    public void Of_TwoChecklists_AsksSharedGeneralPointsOnceAndKeyPointsOfEach()
    {
        var form = OneForm.Of([new FormSource("fire", s_fire), new FormSource("market", s_market)]);
        Assert.Equal((4, 6), (form.Lines.Count, form.Points));
        Assert.Equal(["fire", "market"], form.Lines[0].Owners.Select(owner => owner.AgencyId));
        Assert.Equal(["fire", "market"], form.Lines[1].Owners.Select(owner => owner.AgencyId));
        Assert.Equal(["fire", "market"], form.Lines.Where(line => line.Importance == PointImportance.Key).Select(line => line.CheckedBy));
    }

    // 简单检查事项委托 (art. 15): somebody else looks at the general points; the key ones stay.
    [Fact]
    public void Of_DelegatedGeneralPoints_AreCheckedByTheOtherAndStayWithTheirOwner()
    {
        var form = OneForm.Of([new FormSource("fire", s_fire, DelegatedTo: "market")]);
        Assert.Equal(["market", "market", "fire"], form.Lines.Select(line => line.CheckedBy));
        Assert.All(form.Lines, line => Assert.Equal("fire", Assert.Single(line.Owners).AgencyId));
    }

    // Whatever the checklists: each is answered completely, each point once, by the answers of the one form.
    [Fact]
    public void AnswersFor_EachAgency_AnswersItsWholeChecklistOnce() =>
        Prop.ForAll(Gen.ListOf(Gen.Zip(Points(), Gen.Elements("A", "B", "C"))).ToArbitrary(), drafts =>
        {
            var sources = drafts.Select((draft, i) => new FormSource(draft.Item2, new Checklist($"c{i}", 1, "t", draft.Item1))).ToList();
            var form = OneForm.Of(sources);
            var answers = form.Lines.Select(line => new CheckEntry(line.Id, CheckAnswer.Conform, line.Text, [])).ToList();
            foreach (var source in sources)
            {
                var own = form.AnswersFor(answers, source.AgencyId, source.Checklist.Id);
                Assert.Equal(
                    source.Checklist.Points.Select(point => point.Id).Order(StringComparer.Ordinal),
                    own.Select(entry => entry.PointId).Order(StringComparer.Ordinal));
            }

            Assert.True(form.Lines.Count <= form.Points);
            Assert.Equal(
                sources.Sum(source => source.Checklist.Points.Count(point => point.Importance == PointImportance.Key)),
                form.Lines.Count(line => line.Importance == PointImportance.Key));
        }).QuickCheckThrowOnFailure();

    private static Gen<CheckPoint[]> Points() =>
        from texts in Gen.NonEmptyListOf(
            from words in Gen.Elements("甲", "乙", "丙。", "丁")
            from content in Gen.Elements("1", "2", "3", "4")
            from importance in Gen.Elements(Enum.GetValues<PointImportance>())
            select (Item1: words, Item2: content, Item3: importance))
        select texts.Select((text, i) => new CheckPoint($"{i}", text.Item1, text.Item2, text.Item3, null)).ToArray();
}
