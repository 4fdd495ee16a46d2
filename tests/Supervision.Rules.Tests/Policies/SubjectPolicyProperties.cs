using FsCheck;
using FsCheck.Fluent;
using Supervision.Credit;
using Supervision.Rules.Facts;

namespace Supervision.Rules.Tests.Policies;

/// <summary>What must hold for every history under a pack that uses every word of the ledgers.</summary>
public sealed class SubjectPolicyProperties
{
    private static readonly DateOnly s_first = new(2024, 1, 1);
    private static readonly Gen<DateOnly> s_day = Gen.Choose(0, 900).Select(s_first.AddDays);

    [Fact]
    public void Decide_EventsInAnyOrder_GiveEqualBytes() => Check((events, asOf, known) => Assert.Equal(
        Decide(events, asOf, known), Decide(events.Reverse().ToArray(), asOf, known)));

    // Batch = incremental = replay, for a split after every event: with a reading each time, and late events among them.
    [Fact]
    public void Post_EventByEvent_GivesTheBytesOfTheBatch() => Check((events, asOf, _) =>
    {
        var account = RichPack.Policy.Open(RichPack.History([]), asOf);
        foreach (var (at, happened) in events.Index())
        {
            account.Post(happened);
            if (at % 3 == 0)
            {
                account.Decide(happened.On);
            }
            else if (at % 3 == 1)
            {
                account.Rest();
            }
        }

        Assert.Equal(Decide(events, asOf, DateOnly.MaxValue), account.Decide(asOf).ToString());
    });

    [Fact]
    public void Decide_AsKnown_IsTheDecisionOfThatDay() => Check((events, asOf, known) => Assert.Equal(
        Decide(events, asOf, known), Decide([.. events.Where(one => one.RecordedOn <= known)], asOf, known)));

    [Fact]
    public void Decide_Lines_SumToTheBalances() => Check((events, asOf, known) =>
    {
        var decision = RichPack.Policy.Decide(RichPack.History(events), asOf, known);
        foreach (var ledger in decision.Ledgers)
        {
            Assert.Equal(ledger.Active, decision.Lines.Where(line => line.Ledger == ledger.Ledger).Sum(line => line.Points));
        }
    });

    [Fact]
    public void Decide_Explanation_SumsToTheBalances() => Check((events, asOf, known) =>
    {
        var decision = RichPack.Policy.Decide(RichPack.History(events), asOf, known);
        foreach (var ledger in decision.Ledgers)
        {
            var lines = decision.Explanation.Because.Single(one => one.Text.Key is "credit.ledger" or "credit.fullLedger" && one.Text.Arguments[0] == ledger.Ledger).Because;
            Assert.Equal(ledger.Active, lines.Sum(line => decimal.Parse(line.Text.Arguments[0], System.Globalization.CultureInfo.InvariantCulture)));
        }
    });

    [Fact]
    public void Decide_Repairs_NeverGiveMoreThanWasTaken() => Check((events, asOf, known) =>
    {
        var decision = RichPack.Policy.Decide(RichPack.History(events), asOf, known);
        foreach (var name in new[] { "points", "faults" })
        {
            var lines = decision.Lines.Where(line => line.Ledger == name).ToList();
            var taken = lines.Where(line => line.Kind == LedgerLineKind.Posted).Sum(line => line.Points);
            Assert.InRange(-lines.Where(line => line.Kind == LedgerLineKind.Repaired).Sum(line => line.Points), 0, taken);
            var balance = decision.Ledgers.Single(ledger => ledger.Ledger == name);
            Assert.True(balance.Active >= 0 && balance.Unused >= 0 && balance.Unused <= balance.Active, balance.ToString());
        }
    });

    private static string Decide(IReadOnlyList<PolicyEvent> events, DateOnly asOf, DateOnly known) =>
        RichPack.Policy.Decide(RichPack.History(events), asOf, known).ToString();

    private static void Check(Action<PolicyEvent[], DateOnly, DateOnly> law) => Prop.ForAll(
        Events().Zip(s_day).Zip(s_day).ToArbitrary(), one => law(one.Item1.Item1, one.Item1.Item2, one.Item2)).QuickCheckThrowOnFailure();

    /// <summary>Up to 12 events on few days, some recorded late, some served later, some naming each other.</summary>
    private static Gen<PolicyEvent[]> Events() => Gen.Choose(0, 12).SelectMany(count => One().ListOf(count))
        .Select(events => events.Select((one, at) => one with { Id = $"E-{at}", Sequence = at }).ToArray());

    private static Gen<PolicyEvent> One() =>
        from kind in Gen.Elements("Decided", "Decided", "Decided", "Mended", "Eased", "Undone")
        from month in Gen.Choose(0, 16)
        from late in Gen.Elements(0, 0, 0, 20, 200)
        from served in Gen.Elements(0, 0, 7)
        from of in Gen.Choose(0, 11)
        from halves in Gen.Choose(0, 16)
        from findings in Finding().ListOf(2)
        let day = s_first.AddDays(month * 45)
        select new PolicyEvent("", kind, day, 0, Fields(kind, day.AddDays(served), $"E-{of}", halves / 2m, findings)) { RecordedOn = day.AddDays(late) };

    private static Gen<Fact> Finding() =>
        from code in Gen.Elements("a", "b")
        from severity in Gen.Elements("low", "high")
        select Fact.Record(("code", Fact.Of(code)), ("severity", Fact.Of(severity)));

    private static Fact Fields(string kind, DateOnly served, string of, decimal points, IReadOnlyList<Fact> findings) => kind switch
    {
        "Decided" => Fact.Record(("findings", Fact.List(findings)), ("servedOn", Fact.Of(served))),
        "Eased" => Fact.Record(("points", Fact.Of(points))),
        _ => Fact.Record(("of", Fact.Of(of))),
    };
}
