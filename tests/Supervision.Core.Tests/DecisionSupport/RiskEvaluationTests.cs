using Supervision.DecisionSupport;

namespace Supervision.Core.Tests.DecisionSupport;

// Goal: each planted confounder is found and named as what it is, and inspections by which nothing was planted are accused as seldom as promised.
public sealed class RiskEvaluationTests
{
    private const double Level = 0.01;
    private const string Strict = "st-1/o-1-3";

    [Fact]
    public void Report_AStrictOfficer_IsFoundAndNamed()
    {
        var report = Evaluate(1, (visit, _) => visit.Lead == "o-1-3" ? 0.5 : 0.2);
        var officer = Assert.Single(report.Suspicious(Level), test => test.Kind == FairnessTestKind.Officer);
        Assert.Equal(Strict, officer.Rows.MinBy(row => row.PValue)!.Group);
        Assert.DoesNotContain(report.Suspicious(Level), test => test.Kind == FairnessTestKind.Season);
    }

    // Twenty years each: what was planted is found in all of them, what was not is accused as seldom as chance has it (1 % a year).
    [Fact]
    public void Report_AStrictStation_IsTheStationAndNotItsOfficers() =>
        Plant((visit, _) => visit.AgencyId == "st-2" ? 0.4 : 0.2, FairnessTestKind.Station, "st-2");

    [Fact]
    public void Report_AHotSummer_IsTheSeason() =>
        Plant((visit, _) => visit.On.Month is >= 7 and <= 9 ? 0.35 : 0.2, FairnessTestKind.Season, "Q3");

    // Class D is sent to the strict officer: the class seems to tell something, and tells nothing.
    [Fact]
    public void Report_AClassThatOneOfficerInspects_IsConfounded()
    {
        var report = Evaluate(4, (visit, _) => visit.Lead.EndsWith('0') ? 0.6 : 0.2, classOf: (officer, random) => random.NextDouble() < (officer == 0 ? 0.9 : 0.05) ? "D" : "A");
        Assert.True(report.RiskClass.PValue < Level);
        Assert.True(report.Adjusted.PValue > Level);
        Assert.True(report.IsConfounded(Level));
    }

    // A class that does tell something still does when officer and season are held equal.
    [Fact]
    public void Report_AClassThatTells_StaysWhenTheOthersAreHeldEqual()
    {
        var report = Evaluate(5, (visit, _) => visit.RiskClass == "D" ? 0.5 : 0.2);
        Assert.True(report.Adjusted.PValue < Level);
        Assert.False(report.IsConfounded(Level));
        Assert.Empty(report.Suspicious(Level));
    }

    // 300 honest years at 0.05: 15 alarms are promised at most; 29 or more would happen once in some two thousand suites.
    [Fact]
    public void Report_HonestInspections_AreAccusedAsSeldomAsPromised()
    {
        var alarms = Enumerable.Range(100, 300).Count(seed => Evaluate(seed, (visit, _) => visit.ItemCode == "i-0" ? 0.1 : 0.3, visits: 600).Suspicious(0.05).Count > 0);
        Assert.InRange(alarms, 1, 28);
    }

    [Fact]
    public void Add_AVisitThatNoDrawChose_DoesNotCount()
    {
        var evaluation = new RiskEvaluation();
        evaluation.Add(new AuditedVisit("t", "a", ["o"], "s", "i", new DateOnly(2026, 1, 1), null, default, 1, true, null));
        var report = evaluation.Report();
        Assert.Equal((0L, null), (report.Visits, report.RiskClass.PValue));
    }

    private static void Plant(Func<AuditedVisit, Random, double> chance, FairnessTestKind kind, string group)
    {
        var others = 0;
        for (var seed = 1000; seed < 1020; seed++)
        {
            var suspicious = Evaluate(seed, chance).Suspicious(Level);
            var planted = Assert.Single(suspicious, test => test.Kind == kind);
            Assert.Equal(group, planted.Rows.MinBy(row => row.PValue)!.Group);
            others += suspicious.Count > 1 ? 1 : 0;
        }

        Assert.InRange(others, 0, 2);
    }

    private static RiskEvaluationReport Evaluate(
        int seed, Func<AuditedVisit, Random, double> chance, Func<int, Random, string>? classOf = null, int visits = 6000)
    {
        var random = new Random(seed);
        var evaluation = new RiskEvaluation();
        for (var i = 0; i < visits; i++)
        {
            var (station, officer) = (random.Next(3), random.Next(5));
            var visit = new AuditedVisit(
                $"t-{i}", $"st-{station}", [$"o-{station}-{officer}", $"o-{station}-{(officer + 1) % 5}"], $"s-{i}", $"i-{random.Next(2)}",
                new DateOnly(2026, 1, 1).AddDays(random.Next(365)), null, default, 6, false,
                classOf is null ? (random.Next(4) == 0 ? "D" : "A") : classOf(officer, random));
            evaluation.Add(visit with { HasFinding = random.NextDouble() < chance(visit, random) });
        }

        return evaluation.Report();
    }
}
