using Supervision.DecisionSupport;
using Supervision.Risk;
using Supervision.Rules.WhatIf;

namespace Supervision.Rules.Tests.WhatIf;

// Goal: what a new policy would do is tested by the inspections that came later, and a class is not praised for what its officer did.
public sealed class PolicyComparisonTests
{
    private const double Level = 0.01;
    private static readonly DateOnly s_asOf = new(2026, 3, 1);
    private static readonly PolicySet s_set = PolicySet.Of(new(
        [.. new[] { "yiwu-12-point", "credit-risk-class", "draw-ratios" }.Select(policy => Samples.Load(Samples.Text(policy)))]));

    // Class D is sent to one strict officer: alone the class seems to tell, among that officer's inspections it tells nothing.
    [Fact]
    public void Risk_AClassThatOneOfficerInspects_IsConfoundedByBothSets()
    {
        var comparison = Compare((subject, strict) => strict ? subject % 5 < 3 : subject % 5 == 0, sendsHigh: true);
        Assert.Equal((600L, 600L), (comparison.RiskBefore.Visits, comparison.RiskAfter.Visits));
        Assert.True(comparison.RiskAfter.RiskClass.PValue < Level);
        Assert.True(comparison.RiskAfter.IsConfounded(Level));
        Assert.Equal(3, comparison.RiskAfter.Confounders.Count);
    }

    // The same officers, and problems where the class says: that stays when officer and season are held equal.
    [Fact]
    public void Risk_AClassThatTells_IsNotConfounded()
    {
        var comparison = Compare((subject, _) => IsHigh(subject) ? subject % 5 < 3 : subject % 5 == 0, sendsHigh: false);
        Assert.True(comparison.RiskAfter.Adjusted.PValue < Level);
        Assert.False(comparison.RiskAfter.IsConfounded(Level));
        Assert.Empty(comparison.RiskAfter.Suspicious(Level));
    }

    // An inspection of the day itself may have made the class: it cannot test it.
    [Fact]
    public void Risk_AnInspectionThatIsNotLater_IsAWrongArgument() =>
        Assert.Throws<ArgumentException>(() => new PolicyComparison(s_set, s_set, s_asOf, [Visit(1, s_asOf, "o1", false)]));

    // Clean inspections of later days are taken back: the standing is that of the day, with or without them.
    [Fact]
    public void Add_LaterCleanInspections_DoNotMakeTheClass()
    {
        var row = new StandingRow("S-1", "C", null);
        var later = Enumerable.Range(1, 9).Select(day => Visit(1, s_asOf.AddDays(day), "o1", false)).ToList();
        var (with, without) = (new PolicyComparison(s_set, s_set, s_asOf, later), new PolicyComparison(s_set, s_set, s_asOf));
        with.Add(row, null, 9);
        without.Add(row, null, 0);
        Assert.Equal(without.Count(CreditRiskClass.C, CreditRiskClass.C), with.Count(CreditRiskClass.C, CreditRiskClass.C));
        Assert.Equal(9, with.RiskAfter.Visits);
    }

    private static bool IsHigh(int subject) => subject / 5 % 2 == 0;

    private static PolicyComparison Compare(Func<int, bool, bool> finds, bool sendsHigh)
    {
        var visits = Enumerable.Range(0, 600).Select(subject =>
        {
            var strict = sendsHigh ? (subject / 5 % 20 == 0) != IsHigh(subject) : subject / 10 % 2 == 0;
            return Visit(subject, s_asOf.AddDays(1 + (subject % 60)), strict ? "strict" : "mild", finds(subject, strict));
        }).ToList();
        var comparison = new PolicyComparison(s_set, s_set, s_asOf, visits);
        for (var subject = 0; subject < 600; subject++)
        {
            comparison.Add(new StandingRow($"S-{subject}", IsHigh(subject) ? "D" : "A", null), null, finds(subject, false) ? 0 : 1);
        }

        return comparison;
    }

    private static AuditedVisit Visit(int subject, DateOnly on, string officer, bool found) =>
        new($"T-{subject}-{on:O}", "st-1", [officer], $"S-{subject}", "i-1", on, null, default, 2, found, "A");
}
