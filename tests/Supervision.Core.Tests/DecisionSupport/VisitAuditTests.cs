using System.Text.Json;
using Supervision.DecisionSupport;

namespace Supervision.Core.Tests.DecisionSupport;

// Goal: what an inspector plants is found, and honest inspectors are not accused.
public sealed class VisitAuditTests
{
    private const double Level = 0.01;

    [Fact]
    public void Report_HonestYear_AccusesNobody()
    {
        var report = Audit(1, (_, visit) => visit);
        Assert.Empty(report.Fast);
        Assert.Empty(report.Repeated);
        Assert.Empty(report.SuspiciousRedraws);
        Assert.True(report.Pairs.PValue > Level);
        Assert.False(report.IsSuspicious);
    }

    // Twenty honest years: at one in a hundred each, three accused would be a rare suite.
    [Fact]
    public void Report_TwentyHonestYears_AccuseAsSeldomAsPromised() =>
        Assert.InRange(Enumerable.Range(50, 20).Count(seed => Audit(seed, (_, visit) => visit).Repeated.Count > 0), 0, 2);

    [Fact]
    public void Report_TwoWhoArrangeToGoTogether_AreFound() =>
        Assert.True(Audit(2, (i, visit) => i % 4 == 0 ? visit with { OfficerIds = ["o-1", "o-2"] } : visit).Pairs.PValue <= Level);

    [Fact]
    public void Report_AnOfficerWhoKeepsASubject_IsNamed()
    {
        var report = Audit(3, (_, visit) => visit.SubjectId == "s-7" ? visit with { OfficerIds = ["o-3", visit.OfficerIds[1] == "o-3" ? "o-4" : visit.OfficerIds[1]] } : visit);
        Assert.Equal(("o-3", "s-7"), (Assert.Single(report.Repeated).OfficerId, report.Repeated[0].SubjectId));
    }

    // Six points at ten seconds are less than the three minutes that nothing real is below; sixty points are ten minutes.
    [Theory]
    [InlineData(6, 179, true)]
    [InlineData(6, 180, false)]
    [InlineData(60, 599, true)]
    [InlineData(60, 600, false)]
    [InlineData(6, -30, true)]
    public void Report_TimeOnSite_IsHeldAgainstThePoints(int points, int seconds, bool isFast)
    {
        var audit = new VisitAudit(OversightPolicy.Shipped);
        audit.Add(Visit(0, "s", ["a", "b"]) with { Points = points, RecordedAt = s_noon.AddSeconds(seconds) });
        Assert.Equal(isFast, audit.Report(Level).Fast.Count == 1);
    }

    [Fact]
    public void Report_AnAgencyThatReplacesItsOfficers_IsNamed()
    {
        var audit = Filled(4, (_, visit) => visit);
        for (var i = 0; i < 40; i++)
        {
            audit.AddRedraw(i < 6 ? "st-0" : "st-1");
        }

        Assert.Equal("st-1", Assert.Single(audit.Report(Level).SuspiciousRedraws).AgencyId);
    }

    // Five days are one too many; ten inspections on four days are not.
    [Fact]
    public void Report_Burden_CountsDaysEnteredNotInspections()
    {
        var audit = new VisitAudit(OversightPolicy.Shipped);
        for (var i = 0; i < 10; i++)
        {
            audit.Add(Visit(i % 4, "patient", [$"o-{i}", $"p-{i}"]));
            audit.Add(Visit(i % 5, "burdened", [$"q-{i}", $"r-{i}"]));
        }

        Assert.Equal([new Burden("burdened", 2026, 5, 4)], audit.Report(Level).Overburdened);
    }

    [Theory]
    [InlineData("""{"terms":[]}""")]
    [InlineData("""{"terms":[{"from":"2026-13-01","leastSeconds":1,"secondsPerPoint":1,"repeatsFrom":2,"entriesPerYear":1,"source":"x"}]}""")]
    [InlineData("""{"terms":[{"from":"2026-01-01","leastSeconds":1,"secondsPerPoint":1,"repeatsFrom":1,"entriesPerYear":1,"source":"x"}]}""")]
    public void Parse_WrongPolicy_Throws(string json) => Assert.Throws<JsonException>(() => OversightPolicy.Parse(json));

    private static readonly DateTimeOffset s_noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    private static AuditedVisit Visit(int day, string subject, string[] officers) => new(
        $"t-{day}", "st-0", officers, subject, "i", new DateOnly(2026, 1, 5).AddDays(day), s_noon, s_noon.AddMinutes(40), 6, false, null);

    private static VisitAuditReport Audit(int seed, Func<int, AuditedVisit, AuditedVisit> plant) => Filled(seed, plant).Report(Level);

    // Two stations with eight officers each; a subject belongs to one of them and is visited four times at most, on days of its own.
    private static VisitAudit Filled(int seed, Func<int, AuditedVisit, AuditedVisit> plant)
    {
        var random = new Random(seed);
        var audit = new VisitAudit(OversightPolicy.Shipped);
        for (var i = 0; i < 1200; i++)
        {
            var subject = i % 300;
            var lead = random.Next(8);
            var second = (lead + random.Next(1, 8)) % 8;
            var station = subject % 2;
            audit.Add(plant(i, Visit(i / 300 * 30, $"s-{subject}", [$"o-{lead + (8 * station)}", $"o-{second + (8 * station)}"]) with
            {
                TaskId = $"t-{i}", AgencyId = $"st-{station}",
            }));
        }

        return audit;
    }
}
