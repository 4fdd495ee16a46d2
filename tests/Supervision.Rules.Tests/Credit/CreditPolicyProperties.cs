using FsCheck;
using FsCheck.Fluent;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Rules.Credit;

namespace Supervision.Rules.Tests.Credit;

/// <summary>What must hold for every history under the Yiwu pack.</summary>
public sealed class CreditPolicyProperties
{
    private static readonly CreditPolicy s_policy = new(Samples.Registry(Samples.Text("yiwu-12-point")), "yiwu-12-point");

    private static readonly DateOnly s_first = new(2024, 1, 1);

    private static readonly Gen<DateOnly> s_asOf = Gen.Choose(0, 1200).Select(s_first.AddDays);

    [Fact]
    public void Evaluate_TheSameEventsInAnyOrder_GiveEqualDecisions() => Check((history, asOf) =>
    {
        // Dealing the events into batches and joining them again is a reordering.
        var batches = history.Events.GroupBy(one => one.Sequence % 3).Reverse().SelectMany(batch => batch).ToList();
        AssertEqual(Score(history, asOf), Score(history with { Events = batches }, asOf));
    });

    [Fact]
    public void Evaluate_LaterEvents_DoNotChangeAnEarlierDay() => Check((history, asOf) =>
        AssertEqual(
            Score(history, asOf),
            Score(history with { Events = [.. history.Events.Where(one => one.OccurredOn <= asOf)] }, asOf)));

    [Fact]
    public void Evaluate_Lines_SumToTheReadings() => Check((history, asOf) =>
    {
        var decision = Score(history, asOf);
        Assert.Equal(decision.Points, Sum(decision, "监管积分"));
        Assert.Equal(decision.CompositeScore, Sum(decision, "综合分"));
    });

    [Fact]
    public void Evaluate_Explanation_SumsToTheScore() => Check((history, asOf) =>
    {
        var decision = Score(history, asOf);
        Assert.Equal(decision.Points, Sum(decision.Explanation, "监管积分"));
        Assert.Equal(decision.CompositeScore, Sum(decision.Explanation, "综合分"));
    });

    [Fact]
    public void Evaluate_Repairs_NeverGiveMoreThanWasTaken() => Check((history, asOf) =>
    {
        var decision = Score(history, asOf);
        var taken = decision.Lines.Where(line => line is { Kind: LedgerLineKind.Posted, Ledger: "监管积分" }).Sum(line => line.Points);
        var given = -decision.Lines.Where(line => line.Kind == LedgerLineKind.Repaired).Sum(line => line.Points);
        Assert.InRange(given, 0, taken);
        Assert.InRange(decision.Unused, 0, Math.Min(decision.Points, 11.5m));
    });

    // With remainder: carry the order of posts inside a day cannot matter. A repair's place in its day can.
    [Fact]
    public void Evaluate_PostsOfADayInAnyOrder_GiveEqualReadings() => Check((history, asOf) =>
    {
        var posts = history.Events.Where(one => one.Kind != CreditEventKind.RepairApproved).ToList();
        var turned = posts.Select(one => one with { Sequence = -one.Sequence, Faults = [.. one.Faults.Reverse()] }).ToList();
        AssertEqualReadings(Score(history with { Events = posts }, asOf), Score(history with { Events = turned }, asOf));
    });

    private static CreditDecision Score(CreditHistory history, DateOnly asOf) => s_policy.Evaluate(history, asOf);

    private static void Check(Action<CreditHistory, DateOnly> law) => Prop.ForAll(
        Histories().Zip(s_asOf).ToArbitrary(),
        pair => law(pair.Item1, pair.Item2)).QuickCheckThrowOnFailure();

    /// <summary>Up to 14 events; they crowd on few days, so that same-day rules are met.</summary>
    private static Gen<CreditHistory> Histories() => Gen.Choose(0, 14).SelectMany(count => One().ListOf(count))
        .Select(events => new CreditHistory(
            Happened.Subject, [.. events.Select((one, at) => one with { Id = $"E-{at}", Sequence = at })]));

    private static Gen<CreditEvent> One() =>
        from kind in Gen.Elements(
            CreditEventKind.PointNoticeServed, CreditEventKind.PointNoticeServed, CreditEventKind.CommitmentBreached,
            CreditEventKind.RepairApproved)
        from week in Gen.Choose(0, 12)
        from faults in Gen.Choose(1, 4).Select(severity => new CreditFault($"F{severity}", (OffenceSeverity)severity)).ListOf(3)
        from halves in Gen.Choose(0, 40)
        select new CreditEvent(
            "", Happened.Subject, kind, s_first.AddDays(week * 61), 0,
            kind is CreditEventKind.PointNoticeServed ? faults : [],
            kind is CreditEventKind.RepairApproved ? halves / 2m : null);

    private static decimal Sum(CreditDecision decision, string ledger) =>
        decision.Lines.Where(line => line.Ledger == ledger).Sum(line => line.Points);

    private static decimal Sum(Explanation explanation, string ledger) => explanation.Because
        .Single(line => line.Text.Key is "credit.ledger" or "credit.fullLedger" && line.Text.Arguments[0] == ledger)
        .Because.Sum(line => decimal.Parse(line.Text.Arguments[0], System.Globalization.CultureInfo.InvariantCulture));

    private static void AssertEqual(CreditDecision expected, CreditDecision actual)
    {
        AssertEqualReadings(expected, actual);
        Assert.Equal(expected.Lines, actual.Lines);
        Assert.Equal(expected.Explanation.ToString(), actual.Explanation.ToString());
    }

    private static void AssertEqualReadings(CreditDecision expected, CreditDecision actual) => Assert.Equal(
        (expected.Points, expected.Unused, expected.Steps, expected.CompositeScore, expected.Grade, expected.PersonLinked),
        (actual.Points, actual.Unused, actual.Steps, actual.CompositeScore, actual.Grade, actual.PersonLinked));
}
