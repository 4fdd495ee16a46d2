using System.Globalization;
using Supervision.Cases;

namespace Supervision.Core.Tests.Cases;

// Goal: what each condition of domain.md §11 says beyond its plain case, so that no part of it can be left out unseen: too late, once only, on the very
// day, one of several. Each of these was found by taking that part of the condition away.
public sealed class CaseGuardEdgeTests
{
    // 市场监督管理行政处罚程序规定 art. 18, 行政处罚法 art. 60, 行政强制法 art. 25: what is over is not extended any more.
    [Fact]
    public void Extend_AfterTheLastDay_IsRefused()
    {
        var verify = new CaseEntry(CaseTrigger.ExtendVerification, Day(3, 6)) { ApprovedBy = "head" };
        Assert.Equal(("", "SUP2311"), Both(new CaseRun(Day(2, 9)), verify, verify with { On = Day(3, 9) }));
        var decide = new CaseEntry(CaseTrigger.ExtendDecision, Day(6, 4)) { ApprovedBy = "head" };
        Assert.Equal(("", "SUP2311"), Both(Filed(), decide, decide with { On = Day(6, 5) }));
        var seizure = new CaseEntry(CaseTrigger.ExtendSeizure, Day(4, 8)) { Text = "情况复杂", ApprovedBy = "head" };
        var seized = Filed().Take(new CaseEntry(CaseTrigger.Seize, Day(3, 9)) { Text = "设备一台", ApprovedBy = "head" });
        Assert.Equal(("", "SUP2311"), Both(seized, seizure, seizure with { On = Day(4, 9) }));
    }

    // 行政处罚法 art. 42: a certificate that ended the day before is none.
    [Theory]
    [InlineData("2026-03-06", null)]
    [InlineData("2026-03-05", "SUP1202")]
    public void Handler_ByTheLastDayOfTheCertificate(string validTo, string? code)
    {
        var run = new CaseRun(Day(2, 9)).Take(CaseRun.File(Day(3, 6)));
        var officers = CaseRun.Officers.Select(officer => officer with { ValidTo = DateOnly.Parse(validTo, CultureInfo.InvariantCulture) }).ToList();
        var facts = new CaseFacts(run.Case, CaseRun.Assign(Day(3, 6)), run.Law, run.Party, officers, [], []);
        var refusal = CaseLifecycle.Take(facts, new Supervision.Audit.Actor("clerk", "ecology"), default).Refusal;
        Assert.Equal(code, refusal?.Code);
        Assert.Equal(code is null ? null : "第四十二条", refusal?.Basis?.Article);
    }

    // A day is left out once: a span of a kind begins after the one before it has ended.
    [Fact]
    public void Exclusion_OnTheLastDayOfTheOneBefore_IsRefused()
    {
        var begin = new CaseEntry(CaseTrigger.BeginExclusion, Day(3, 10)) { Exclusion = ExclusionKind.Test };
        var run = Filed().Take(begin, new CaseEntry(CaseTrigger.EndExclusion, Day(3, 19)) { Exclusion = ExclusionKind.Test });
        Assert.Equal(("", "SUP2324"), Both(run, begin with { On = Day(3, 20) }, begin with { On = Day(3, 19) }));
    }

    // 移送涉嫌犯罪案件的规定 art. 5: proposed, then decided, then transferred.
    [Fact]
    public void Referral_DecidedBeforeItsProposalOrAfterItself_IsRefused()
    {
        var refer = new CaseEntry(CaseTrigger.ReferToPolice, Day(3, 10))
        {
            Reference = "公安局", Text = "涉嫌污染环境罪", ApprovedBy = "head", Persons = ["JH001", "JH002"], Planned = Day(3, 9), ApprovedOn = Day(3, 9),
        };
        Assert.Equal(("", "SUP2367"), Both(Filed(), refer, refer with { Planned = Day(3, 10) }));
        Assert.Equal(("", "SUP2367"), Both(Filed(), refer with { ApprovedOn = Day(3, 10) }, refer with { ApprovedOn = Day(3, 11) }));
    }

    // 行政处罚法 art. 62: where the days to ask for a hearing are longer than those to plead, the decision waits for both.
    [Fact]
    public void Decide_WhileAHearingCanStillBeAskedFor_IsRefused()
    {
        var longer = PenaltyProcedure.Parse(
            """{"periods": [{"key": "hearing.request", "length": 10, "unit": "WorkingDay", "law": "policy", "article": "", "from": "2026-01-01"}]}""");
        var run = new CaseRun(Day(2, 9), law: CaseRun.Shipped with { Procedure = PenaltyProcedure.Shipped.With(longer) })
            .Take(CaseRun.File(Day(3, 6)), CaseRun.Assign(Day(3, 6)), CaseRun.Notice(Day(5, 20)), CaseRun.Discuss(Day(5, 28)));
        Assert.Equal(("", "SUP2342"), Both(run, CaseRun.Decide(Day(6, 4)), CaseRun.Decide(Day(6, 3))));
    }

    // 行政处罚法 art. 62, 64 (6): who gives the hearing up may still plead until the last day.
    [Fact]
    public void Decide_AfterAHearingThatWasGivenUp_WaitsForTheDaysToPlead()
    {
        var run = Filed().Take(
            CaseRun.Notice(Day(5, 20)), new CaseEntry(CaseTrigger.RequestHearing, Day(5, 21)),
            new CaseEntry(CaseTrigger.TerminateHearing, Day(5, 22)) { Text = "当事人撤回申请" }, CaseRun.Discuss(Day(5, 25)));
        Assert.Equal(("", "SUP2342"), Both(run, CaseRun.Decide(Day(5, 28)), CaseRun.Decide(Day(5, 27))));
    }

    // 行政处罚法 art. 57: collectively where the case is grave or was extended twice, however small the fine; and not above what was concluded.
    [Fact]
    public void Decide_GraveOrExtendedTwice_NeedsItsDiscussion()
    {
        var grave = Light() with { Marks = CaseMarks.Major };
        Assert.Equal(("", "SUP2345"), Both(Told(), Light(), grave));
        Assert.Equal("", Told().Take(CaseRun.Discuss(Day(6, 4), s_light)).Refusal(grave));

        var extended = Filed().Take(
            CaseRun.Notice(Day(5, 20), s_light) with { Benchmarks = ["food-126-6"] },
            new CaseEntry(CaseTrigger.ExtendDecision, Day(6, 4)) { ApprovedBy = "head" },
            new CaseEntry(CaseTrigger.ExtendDecision, Day(7, 6)) { ApprovedBy = "head", Persons = ["head", "deputy"] });
        Assert.Equal("SUP2345", extended.Refusal(Light() with { On = Day(7, 7) }));
        Assert.Equal("", extended.Take(CaseRun.Discuss(Day(7, 7), s_light)).Refusal(Light() with { On = Day(7, 7) }));
    }

    [Fact]
    public void Decide_HeavierThanTheDiscussion_IsRefused()
    {
        var run = Filed().Take(CaseRun.Notice(Day(5, 20)), CaseRun.Discuss(Day(6, 4), new Sanction(PenaltyKind.Fine, 250_000m)));
        Assert.Equal(("", "SUP2345"), Both(run, CaseRun.Decide(Day(6, 4), new Sanction(PenaltyKind.Fine, 250_000m)), CaseRun.Decide(Day(6, 4))));
    }

    // 民事诉讼法 art. 95: a publication does not begin before the decision that it publishes.
    [Fact]
    public void Serve_ByAPublicationBeforeTheDecision_IsRefused()
    {
        var serve = CaseRun.Serve(Day(7, 6)) with { Method = ServiceMethod.Publication, Planned = Day(6, 4) };
        Assert.Equal(("", "SUP2351"), Both(Decided(), serve, serve with { Planned = Day(6, 3) }));
    }

    [Fact]
    public void Pay_AFractionOfAFen_IsRefused()
    {
        var pay = new CaseEntry(CaseTrigger.RecordPayment, Day(6, 8)) { Amount = 1.01m };
        Assert.Equal(("", "SUP2352"), Both(Served(), pay, pay with { Amount = 1.001m }));
    }

    // 行政复议法 art. 20: one review of a decision; a suit may follow it.
    [Fact]
    public void Remedy_TheSameASecondTime_IsRefused()
    {
        var run = Served().Take(
            new CaseEntry(CaseTrigger.BeginRemedy, Day(6, 10)) { Remedy = RemedyKind.Review },
            new CaseEntry(CaseTrigger.EndRemedy, Day(6, 20)) { Remedy = RemedyKind.Review, Text = "维持" });
        var again = new CaseEntry(CaseTrigger.BeginRemedy, Day(6, 22)) { Remedy = RemedyKind.Review };
        Assert.Equal(("", "SUP2356"), Both(run, again with { Remedy = RemedyKind.Suit }, again));
    }

    // 行政强制法 art. 53: nobody goes to court for enforcement while the party's own suit runs, even after the days to sue.
    [Fact]
    public void Court_WhileASuitRuns_IsRefused()
    {
        var suit = new CaseEntry(CaseTrigger.BeginRemedy, On(11, 20)) { Remedy = RemedyKind.Suit };
        var apply = new CaseEntry(CaseTrigger.ApplyToCourt, Day(3, 5)) { ApprovedBy = "head" };
        Assert.Equal("", Demanded().Refusal(apply));
        Assert.Equal("SUP2358", Demanded().Take(suit).Refusal(apply));

        // It ends on 10 January: from the day after, and the three months count from then.
        var ended = Demanded().Take(suit, new CaseEntry(CaseTrigger.EndRemedy, Day(1, 10)) { Remedy = RemedyKind.Suit, Text = "驳回" });
        Assert.Equal(("", "SUP2358"), Both(ended, apply with { On = Day(1, 11) }, apply with { On = Day(1, 10) }));
        Assert.Equal(Day(4, 10), ended.Deadline(CaseDeadlineKind.CourtApplication).Due);

        static DateOnly On(int month, int day) => new(2025, month, day);

        static CaseRun Demanded() => new CaseRun(On(2, 10)).Take(
            CaseRun.File(On(3, 6)), CaseRun.Assign(On(3, 6)), CaseRun.Notice(On(5, 20)), CaseRun.Discuss(On(6, 3)), CaseRun.Decide(On(6, 3)),
            CaseRun.Serve(On(6, 5)), new CaseEntry(CaseTrigger.MarkOverdue, On(6, 23)),
            new CaseEntry(CaseTrigger.Demand, On(7, 1)) { Method = ServiceMethod.HandedOver });
    }

    // 行政处罚法 art. 72: with instalments the three months to go to court count from the last one.
    [Fact]
    public void CourtApplication_WithInstalments_CountsFromTheLastOfThem()
    {
        var run = Served().Take(
            new CaseEntry(CaseTrigger.GrantInstalments, Day(6, 5))
            {
                Instalments = [new Instalment(Day(7, 1), 100_000m), new Instalment(Day(8, 3), 180_000m)], ApprovedBy = "head", Marks = CaseMarks.PartyApplied, Text = "经济困难",
            },
            new CaseEntry(CaseTrigger.MarkOverdue, Day(7, 2)));
        Assert.Equal(Day(11, 3), run.Deadline(CaseDeadlineKind.CourtApplication).Due);
    }

    // 行政处罚法 art. 66: what is owed is settled by paying it; that a court ended it can be said only where a court had it.
    [Fact]
    public void Close_BecauseTheCourtEndedIt_OnlyInCourt() =>
        Assert.Equal("SUP2360", Served().Refusal(new CaseEntry(CaseTrigger.Close, Day(6, 8)) { Marks = CaseMarks.CourtEnded }));

    // 市场监督管理行政处罚信息公示规定 art. 13: three years, to the day.
    [Fact]
    public void StopPublication_BeforeItsTime_IsRefused()
    {
        var run = Served().Take(new CaseEntry(CaseTrigger.Publish, Day(6, 12)) { Channel = PublicityChannel.MarketSystem });
        var stop = new CaseEntry(CaseTrigger.StopPublication, new DateOnly(2029, 6, 12)) { Text = "期满" };
        Assert.Equal(("", "SUP3169"), Both(run, stop, stop with { On = new DateOnly(2029, 6, 11) }));
    }

    // 行政处罚法 art. 47: what is under review is not put away.
    [Fact]
    public void Archive_WhileAReviewRuns_IsRefused()
    {
        var run = Served().Take(
            new CaseEntry(CaseTrigger.Publish, Day(6, 12)) { Channel = PublicityChannel.MarketSystem },
            new CaseEntry(CaseTrigger.Publish, Day(6, 12)) { Channel = PublicityChannel.DoublePublicity },
            new CaseEntry(CaseTrigger.RecordPayment, Day(6, 15)) { Amount = 280_000m }, new CaseEntry(CaseTrigger.Close, Day(6, 15)));
        var archive = new CaseEntry(CaseTrigger.Archive, Day(6, 16));
        Assert.Equal("", run.Refusal(archive));
        Assert.Equal("SUP2365", run.Take(new CaseEntry(CaseTrigger.BeginRemedy, Day(6, 16)) { Remedy = RemedyKind.Review }).Refusal(archive));
    }

    // 行政处罚法 art. 48: what is published after the change shows the change; nothing of it is withdrawn.
    [Fact]
    public void Withdrawal_OfWhatWasPublishedAfterTheChange_HasNoClock()
    {
        var change = new CaseEntry(CaseTrigger.ChangeDecision, Day(6, 12)) { Sanction = new Sanction(PenaltyKind.Fine, 200_000m), Text = "复议变更" };
        var run = Served().Take(change, new CaseEntry(CaseTrigger.Publish, Day(6, 15)) { Channel = PublicityChannel.MarketSystem });
        Assert.DoesNotContain(CaseDeadlines.Of(run.Case, run.Law, run.Party), clock => clock.Kind == CaseDeadlineKind.WithdrawPublicity);
    }

    // 行政处罚法 art. 60: days that are left out after the last day do not make it later; two extensions make 150 days, to Monday 3 August.
    [Fact]
    public void Decide_PausedTooLate_IsOverdue_ExtendedTwiceEndsOn3August()
    {
        var paused = Filed().Take(new CaseEntry(CaseTrigger.BeginExclusion, Day(6, 5)) { Exclusion = ExclusionKind.Test }).Deadline(CaseDeadlineKind.Decide);
        Assert.Equal((null, true), (paused.PausedSince, paused.IsOverdueOn(Day(6, 5))));
        var twice = Filed().Take(
            new CaseEntry(CaseTrigger.ExtendDecision, Day(6, 4)) { ApprovedBy = "head" },
            new CaseEntry(CaseTrigger.ExtendDecision, Day(7, 6)) { ApprovedBy = "head", Persons = ["head", "deputy"] });
        Assert.Equal(Day(8, 3), twice.Deadline(CaseDeadlineKind.Decide).Due);
    }

    // 行政处罚法 art. 72: three per cent of what is unpaid, the fraction of a fen cut off; a payment of the day does not spare that day.
    [Fact]
    public void Surcharge_OfPartOfTheFine_IsCutOffAtTheFen()
    {
        var pay = new CaseEntry(CaseTrigger.RecordPayment, Day(6, 22)) { Amount = 0.01m };
        Assert.Equal(8_399.99m, FineAccount.Of(Served().Take(pay).Case, CaseRun.Shipped, Day(6, 23)).Surcharge);
        Assert.Equal(8_400m, FineAccount.Of(Served().Take(pay with { On = Day(6, 23), Amount = 280_000m }).Case, CaseRun.Shipped, Day(6, 30)).Surcharge);
    }

    // 行政强制法 art. 53, 54: what was paid in full, surcharge and all, is neither awaited nor taken to court any more.
    [Fact]
    public void Demand_PaidInFull_IsMetAndNothingIsLeftToEnforce()
    {
        var demanded = Served().Take(
            new CaseEntry(CaseTrigger.MarkOverdue, Day(6, 23)), new CaseEntry(CaseTrigger.Demand, Day(7, 27)) { Method = ServiceMethod.HandedOver });
        var pay = new CaseEntry(CaseTrigger.RecordPayment, Day(8, 5)) { Amount = 280_000m };
        Assert.Contains(Kinds(demanded.Take(pay)), kind => kind == CaseDeadlineKind.CourtApplication);
        Assert.Null(demanded.Deadline(CaseDeadlineKind.Demand).MetOn);
        Assert.DoesNotContain(Kinds(demanded.Take(pay)), kind => kind == CaseDeadlineKind.CourtApplication);
        Assert.Equal(Day(8, 5), demanded.Deadline(CaseDeadlineKind.Demand).MetOn);

        static IEnumerable<CaseDeadlineKind> Kinds(CaseRun run) => CaseDeadlines.Of(run.Case, run.Law, run.Party).Select(clock => clock.Kind);
    }

    private static readonly Sanction s_light = new(PenaltyKind.Fine, 6_000m);

    private static CaseEntry Light() => CaseRun.Decide(Day(6, 4), s_light) with { Benchmarks = ["food-126-6"] };

    private static CaseRun Told() => Filed().Take(CaseRun.Notice(Day(5, 20), s_light) with { Benchmarks = ["food-126-6"] });

    private static CaseRun Filed() => new CaseRun(Day(2, 9)).Take(CaseRun.File(Day(3, 6)), CaseRun.Assign(Day(3, 6)));

    private static CaseRun Decided() => Filed().Take(CaseRun.Notice(Day(5, 20)), CaseRun.Discuss(Day(6, 4)), CaseRun.Decide(Day(6, 4)));

    private static CaseRun Served() => Decided().Take(CaseRun.Serve(Day(6, 5)));

    private static (string Whole, string Lacking) Both(CaseRun run, CaseEntry whole, CaseEntry lacking) => (run.Refusal(whole), run.Refusal(lacking));

    private static DateOnly Day(int month, int day) => new(2026, month, day);
}
