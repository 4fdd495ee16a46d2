using Supervision.Credit;
using Supervision.Rules.Credit;
using static Supervision.Credit.OffenceSeverity;
using static Supervision.Rules.Tests.Happened;

namespace Supervision.Rules.Tests.Credit;

/// <summary>
/// The city totals of the Yiwu measure in autumn 2019 as a ledger that is replayed (domain, section 12): 1,299 subjects, 11,553 points, 2,588.5
/// repaired, which is 22.4 %. Only the totals are published. Made up: that everybody has 8 or 9 points, on which days, and that 647 subjects
/// repaired by all four kinds of task and one by a self-check, at the values that the pack assumes.
/// </summary>
public sealed class YiwuCityTotalsTests
{
    private const int Subjects = 1299;
    private const int Points = 11_553;
    private const int Repairing = 647;

    private static readonly CreditPolicy s_policy = Policy(Samples.Text("yiwu-12-point"));

    [Fact]
    public void Evaluate_TheWholeCity_AddsUpToThePublishedTotals()
    {
        var asOf = Day("2019-12-31");
        var decisions = Enumerable.Range(0, Subjects).Select(at => s_policy.Evaluate(HistoryOf(at), asOf)).ToList();
        var posted = decisions.Sum(decision => decision.Lines.Where(line => line.Kind == LedgerLineKind.Posted).Sum(line => line.Points));
        var repaired = -decisions.Sum(decision => decision.Lines.Where(line => line.Kind == LedgerLineKind.Repaired).Sum(line => line.Points));
        Assert.Equal((11_553m, 2_588.5m), (posted, repaired));
        Assert.Equal(11_553m - 2_588.5m, decisions.Sum(decision => decision.Points));
        Assert.Equal(8.9m, Math.Round(posted / Subjects, 1));
        Assert.Equal(22.4m, Math.Round(100 * repaired / posted, 1));
        Assert.All(decisions, decision => Assert.Equal((0, 100m), (decision.Steps, decision.CompositeScore)));
    }

    // Handed in again in another order and with a notice that was annulled in between, the ledger is the same.
    [Fact]
    public void Evaluate_Replayed_IsTheSameLedger()
    {
        var asOf = Day("2019-12-31");
        for (var at = 0; at < Subjects; at += 37)
        {
            var history = HistoryOf(at);
            var annulled = Notice("2019-10-01", Serious) with { Id = "N-wrong", SubjectId = history.SubjectId, Sequence = 90 };
            var again = history with
            {
                Events =
                [
                    .. history.Events.Reverse(), annulled,
                    new CreditEvent("A", history.SubjectId, CreditEventKind.PointNoticeAnnulled, Day("2019-11-01"), 91, []) { Names = "N-wrong" },
                ],
            };
            Assert.Equal(s_policy.Evaluate(history, asOf).Lines, s_policy.Evaluate(again, asOf).Lines);
            Assert.Equal(s_policy.Evaluate(history, Day("2019-10-15")).Points + 12, s_policy.Evaluate(again, Day("2019-10-15")).Points);
        }
    }

    // 8 = 6 + 1 + 1, 9 = 6 + 3; the days run over August and September.
    private static CreditHistory HistoryOf(int at)
    {
        var id = $"S-{at:0000}";
        var notice = Notice("2019-08-01", at < Points - (8 * Subjects) ? [Heavier, Ordinary] : [Heavier, Slight, Slight]);
        List<CreditEvent> events = [notice with { Id = $"N-{id}", SubjectId = id, OccurredOn = Day("2019-08-01").AddDays(at % 60), Sequence = 1 }];
        var kinds = at < Repairing ? Enum.GetValues<SelfGovernanceKind>() : at == Repairing ? [SelfGovernanceKind.SelfCheck] : [];
        var terms = s_policy.Terms(Day("2019-12-01"));
        events.AddRange(kinds.Select((kind, number) => new CreditEvent(
            $"R-{id}-{number}", id, CreditEventKind.RepairApproved, Day("2019-12-01").AddDays(number), 2 + number, [], terms.Repairs[kind].Points)));
        return new CreditHistory(id, events);
    }

    private static CreditPolicy Policy(string text) => new(Samples.Registry(text), "yiwu-12-point");
}
