using Supervision.Sampling;

namespace Supervision.Testing.Tests;

public sealed class MadeUpCityTests
{
    [Fact]
    public void Subjects_OfAnySeed_AreOneOfAKindAndValid()
    {
        var subjects = MadeUpCity.Subjects("a", 5_000).ToList();
        Assert.Equal(5_000, subjects.Select(subject => subject.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(subjects, subject => Assert.Null(subject.Check()));
        Assert.All(subjects, subject => Assert.Contains(
            MadeUpCity.Agencies, agency => agency.Fields.Count == 1 && agency.Covers(subject.DivisionCode)));
    }

    [Fact]
    public void Subjects_OfALongerList_BeginWithTheShorterOne()
    {
        Assert.Equal(Text("a", 300), Text("a", 5_000).Take(300));
        Assert.NotEqual(Text("a", 300), Text("b", 300));
        static IEnumerable<string> Text(string seed, int count) =>
            MadeUpCity.Subjects(seed, count).Select(subject => System.Text.Json.JsonSerializer.Serialize(subject)).ToList();
    }

    [Fact]
    public void Officers_OfAnySeed_AreValidAndMostCanBeDrawn()
    {
        var officers = MadeUpCity.Officers("a", 2_000).ToList();
        Assert.All(officers, officer => Assert.Null(officer.Check()));
        Assert.InRange(officers.Count(officer => officer.CheckDrawable(new DateOnly(2026, 3, 2)) is null), 1_900, 1_990);
        Assert.Equal(MadeUpCity.Agencies.Count, officers.Select(officer => officer.AgencyId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Subjects_MoreThanTheCodesHoldOrFewerThanNone_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MadeUpCity.Subjects("a", MadeUpCity.MaxSubjects + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MadeUpCity.Subjects("a", -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MadeUpCity.Officers("a", -1));
    }

    // What an embedder does first: a frame from subjects, no database, no services.
    [Fact]
    public void Subjects_AsAFrame_CanBeDrawnFrom()
    {
        var frame = new FrameBuilder();
        foreach (var subject in MadeUpCity.Subjects("a", 1_000))
        {
            frame.Add(new FrameRecord(
                subject.Id, $"{subject.DeliveredRiskClass ?? "B"}|{subject.DivisionCode}", 1,
                subject.IsDrawable ? FrameStatus.Eligible : FrameStatus.CoolDown));
        }

        Assert.Equal(1_000, frame.Build().Count);
    }
}
