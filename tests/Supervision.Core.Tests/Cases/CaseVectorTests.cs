using System.Globalization;
using Supervision.Cases;
using Supervision.Registry;

namespace Supervision.Core.Tests.Cases;

// Goal: every number of domain.md §11 that the worked timeline does not use, to the day or the yuan. Each test names its article.
public sealed class CaseVectorTests
{
    // 行政强制法 art. 25: thirty days are calendar days there (art. 69: only ten or less are working days), and thirty more once.
    [Fact]
    public void Seizure_Of9March_EndsOn8April_Extended8May()
    {
        var run = Filed().Take(new CaseEntry(CaseTrigger.Seize, Day(3, 9)) { Text = "设备一台", ApprovedBy = "head" });
        Assert.Equal(Day(4, 8), run.Deadline(CaseDeadlineKind.Seizure).Due);
        var extend = new CaseEntry(CaseTrigger.ExtendSeizure, Day(4, 8)) { Text = "情况复杂", ApprovedBy = "head" };
        run.Take(extend);
        Assert.Equal(Day(5, 8), run.Deadline(CaseDeadlineKind.Seizure).Due);
        Assert.Equal("SUP2311", run.Refusal(extend));
    }

    // 行政强制法 art. 25: days of a test are not counted. Ten days of it move the end by ten.
    [Fact]
    public void Seizure_WithATest_EndsByTheDaysOfTheTestLater()
    {
        var run = Filed().Take(
            new CaseEntry(CaseTrigger.Seize, Day(3, 9)) { Text = "样品", ApprovedBy = "head" },
            new CaseEntry(CaseTrigger.BeginExclusion, Day(3, 10)) { Exclusion = ExclusionKind.Test },
            new CaseEntry(CaseTrigger.EndExclusion, Day(3, 19)) { Exclusion = ExclusionKind.Test });
        // Forty days end on Saturday 18 April.
        Assert.Equal(Day(4, 20), run.Deadline(CaseDeadlineKind.Seizure).Due);
    }

    // 行政强制法 art. 19: taken at once on site, reported within 24 hours.
    [Fact]
    public void Seizure_TakenAtOnce_IsReportedByTheNextDay()
    {
        var run = Filed().Take(new CaseEntry(CaseTrigger.Seize, Day(3, 6)) { Text = "设备", ApprovedBy = "head", Marks = CaseMarks.Urgent });
        Assert.Equal(Day(3, 7), run.Deadline(CaseDeadlineKind.ReportSeizure).Due);
    }

    // 市场监督管理行政处罚程序规定: ten working days to review.
    [Fact]
    public void Review_OfAReportOf9March_IsDoneBy23March()
    {
        var run = Filed().Take(new CaseEntry(CaseTrigger.SubmitForReview, Day(3, 9)) { Sanction = CaseRun.Fine280000, Text = "调查终结" });
        Assert.Equal(Day(3, 23), run.Deadline(CaseDeadlineKind.LegalReview).Due);
    }

    // 行政处罚法 art. 60: ninety days; those of a test and of a hearing are not counted.
    [Fact]
    public void Decide_TestAndHearing_AreOutsideTheNinetyDays()
    {
        var run = Filed().Take(
            new CaseEntry(CaseTrigger.BeginExclusion, Day(3, 10)) { Exclusion = ExclusionKind.Test },
            new CaseEntry(CaseTrigger.EndExclusion, Day(3, 19)) { Exclusion = ExclusionKind.Test });
        // A hundred days end on Sunday 14 June.
        Assert.Equal(Day(6, 15), run.Deadline(CaseDeadlineKind.Decide).Due);
        run.Take(
            CaseRun.Notice(Day(4, 1)), new CaseEntry(CaseTrigger.RequestHearing, Day(4, 2)),
            new CaseEntry(CaseTrigger.NotifyHearing, Day(4, 3)) { Planned = Day(4, 22), Persons = [CaseRun.Chair] },
            new CaseEntry(CaseTrigger.HoldHearing, Day(4, 22)) { Marks = CaseMarks.PartySigned });
        // From 3 to 22 April: twenty days more, which end on Saturday 4 July.
        Assert.Equal(Day(7, 6), run.Deadline(CaseDeadlineKind.Decide).Due);
    }

    // 市场监督管理行政处罚程序规定: thirty days more once; then only collectively, and no third time.
    [Fact]
    public void Decide_ExtendedTwice_NeedsACollectiveDecisionTheSecondTime()
    {
        var run = Filed().Take(new CaseEntry(CaseTrigger.ExtendDecision, Day(6, 4)) { ApprovedBy = "head" });
        var again = new CaseEntry(CaseTrigger.ExtendDecision, Day(7, 6)) { ApprovedBy = "head" };
        Assert.Equal("SUP2311", run.Refusal(again));
        run.Take(again with { Persons = ["head", "deputy"] });
        Assert.Equal("SUP2311", run.Refusal(again with { Persons = ["head", "deputy"], On = Day(7, 7) }));
    }

    // 民事诉讼法 art. 95: by publication it is served after thirty days; e-mail only with the party's consent.
    [Fact]
    public void Serve_ByPublication_IsServedAfterThirtyDays_ElectronicallyOnlyWithConsent()
    {
        var run = Decided();
        var publication = CaseRun.Serve(Day(7, 3)) with { Method = ServiceMethod.Publication, Planned = Day(6, 4) };
        Assert.Equal("SUP2351", run.Refusal(publication));
        Assert.Equal("", run.Refusal(publication with { On = Day(7, 4) }));
        var electronic = CaseRun.Serve(Day(6, 5)) with { Method = ServiceMethod.Electronic };
        Assert.Equal("SUP2349", run.Refusal(electronic));
        Assert.Equal("", run.Refusal(electronic with { Marks = electronic.Marks | CaseMarks.PartySigned }));
        run.Take(publication with { On = Day(7, 6) });
        Assert.Equal(Day(6, 4), run.Deadline(CaseDeadlineKind.Serve).MetOn);
    }

    // 行政诉讼法 art. 46: six months, here to Saturday 5 December. 行政复议法 art. 20: sixty days.
    [Fact]
    public void Remedies_OfADecisionServedOn5June_EndOn4AugustAnd7December()
    {
        var run = Served();
        Assert.Equal(Day(8, 4), run.Deadline(CaseDeadlineKind.Review).Due);
        Assert.Equal(Day(12, 7), run.Deadline(CaseDeadlineKind.Suit).Due);
        Assert.Equal("SUP2356", run.Refusal(new CaseEntry(CaseTrigger.BeginRemedy, Day(8, 5)) { Remedy = RemedyKind.Review }));
    }

    // 行政强制法 arts 53, 54: the demand is served ten working days before; the court within three months after the days to sue.
    [Fact]
    public void Court_AfterDemandAndTheDaysToSue_WithinThreeMonths()
    {
        var run = new CaseRun(new DateOnly(2025, 2, 10)).Take(
            CaseRun.File(On(3, 6)), CaseRun.Assign(On(3, 6)), CaseRun.Notice(On(5, 20)), CaseRun.Discuss(On(6, 3)), CaseRun.Decide(On(6, 3)),
            CaseRun.Serve(On(6, 5)), new CaseEntry(CaseTrigger.MarkOverdue, On(6, 23)),
            new CaseEntry(CaseTrigger.Demand, On(7, 1)) { Method = ServiceMethod.HandedOver });
        Assert.Equal(On(7, 15), run.Deadline(CaseDeadlineKind.Demand).Due);
        Assert.Equal(On(12, 5), run.Deadline(CaseDeadlineKind.Suit).Due);
        Assert.Equal(Day(3, 5), run.Deadline(CaseDeadlineKind.CourtApplication).Due);
        var apply = new CaseEntry(CaseTrigger.ApplyToCourt, On(7, 15)) { ApprovedBy = "head" };
        Assert.Equal("SUP2357", run.Refusal(apply));
        Assert.Equal("SUP2358", run.Refusal(apply with { On = On(12, 5) }));
        Assert.Equal("SUP2359", run.Refusal(apply with { On = Day(3, 6) }));
        Assert.Equal("", run.Refusal(apply with { On = Day(3, 5) }));

        static DateOnly On(int month, int day) => new(2025, month, day);
    }

    // 行政处罚法 arts 68, 69, 71: in cash up to 100 yuan in the summary procedure, or where it is remote and the party asks; two working days
    // to the agency, two more to the bank.
    [Theory]
    [InlineData(100, CaseMarks.None, "")]
    [InlineData(101, CaseMarks.None, "SUP2353")]
    [InlineData(101, CaseMarks.HardToEnforceLater, "")]
    [InlineData(101, CaseMarks.RemoteAndAsked, "")]
    public void Cash_OnTheSpot_IsTakenWhereTheLawAllows(int fine, CaseMarks reason, string code)
    {
        var run = Summary(fine);
        var pay = new CaseEntry(CaseTrigger.RecordPayment, Day(3, 5)) { Amount = fine, Marks = CaseMarks.OnSpot | reason };
        Assert.Equal(code, run.Refusal(pay));
        if (code.Length == 0)
        {
            run.Take(pay);
            Assert.Equal(Day(3, 9), run.Deadline(CaseDeadlineKind.CashToAgency).Due);
            run.Take(new CaseEntry(CaseTrigger.HandInCash, Day(3, 9)));
            Assert.Equal(Day(3, 11), run.Deadline(CaseDeadlineKind.CashToBank).Due);
        }
    }

    // 行政处罚法 art. 69: remote and asked for holds in the ordinary procedure too; hard to enforce later does not.
    [Theory]
    [InlineData(CaseMarks.HardToEnforceLater, "SUP2353")]
    [InlineData(CaseMarks.RemoteAndAsked, "")]
    public void Cash_InTheOrdinaryProcedure_OnlyWhereItIsRemoteAndAskedFor(CaseMarks reason, string code) => Assert.Equal(code, Served().Refusal(
        new CaseEntry(CaseTrigger.RecordPayment, Day(6, 8)) { Amount = 280_000m, Marks = CaseMarks.OnSpot | reason }));

    // 市场监督管理行政处罚信息公示规定: twenty working days at home; ten to push to another province. A warning alone, a summary fine: never.
    [Fact]
    public void Publicity_OfAPartyOfAnotherProvince_IsPushedInTenWorkingDays()
    {
        var run = ToldAndDiscussed().Take(CaseRun.Decide(Day(6, 4)) with { Marks = CaseMarks.OutOfProvince }, CaseRun.Serve(Day(6, 5)));
        Assert.Equal(Day(6, 18), run.Deadline(CaseDeadlineKind.PushPublicity).Due);
        Assert.Equal("SUP2361", Summary(100).Refusal(new CaseEntry(CaseTrigger.Publish, Day(3, 5)) { Channel = PublicityChannel.MarketSystem }));
    }

    // 市场监督管理行政处罚信息公示规定 art. 13: a lower fine three months, others three years; a longer ban for its term. Hubei's "lower":
    // under 10,000 (citizen), under 100,000 (organisation).
    [Theory]
    [InlineData(SubjectKind.Enterprise, 99_999, 0, "2026-10-03")]
    [InlineData(SubjectKind.Enterprise, 100_000, 0, "2029-07-03")]
    [InlineData(SubjectKind.NaturalPerson, 9_999, 0, "2026-10-03")]
    [InlineData(SubjectKind.NaturalPerson, 10_000, 0, "2029-07-03")]
    [InlineData(SubjectKind.Enterprise, 100_000, 60, "2031-07-03")]
    public void StopsOn_ByWeightOfThePenalty_IsThreeMonthsThreeYearsOrItsTerm(SubjectKind party, int fine, int months, string stops)
    {
        var kinds = PenaltyKind.Fine | (months > 0 ? PenaltyKind.CareerLimit : PenaltyKind.None);
        var decision = Decided().Case.Decision! with { Sanction = new Sanction(kinds, fine, months: months) };
        Assert.Equal(Date(stops), CaseDeadlines.StopsOn(decision, Day(7, 3), CaseRun.Shipped, party));
    }

    // 行政处罚法 art. 48: annulled on 30 June, withdrawn within three working days.
    [Fact]
    public void Withdrawal_OfAnAnnulledDecision_WithinThreeWorkingDays()
    {
        var run = Served().Take(
            new CaseEntry(CaseTrigger.Publish, Day(6, 12)) { Channel = PublicityChannel.MarketSystem },
            new CaseEntry(CaseTrigger.Annul, Day(6, 30)) { Text = "复议撤销" });
        Assert.Equal(Day(7, 3), run.Deadline(CaseDeadlineKind.WithdrawPublicity).Due);
    }

    // 移送涉嫌犯罪案件的规定 arts 5, 8: three days to decide, 24 hours to transfer, three days to answer: no working-day rule there.
    [Fact]
    public void Referral_ToThePolice_RunsThreeClocksInCalendarDays()
    {
        var refer = new CaseEntry(CaseTrigger.ReferToPolice, Day(3, 10))
        {
            Reference = "公安局", Text = "涉嫌污染环境罪", ApprovedBy = "head", Persons = ["JH001", "JH002"], Planned = Day(3, 6), ApprovedOn = Day(3, 9),
        };
        Assert.Equal("SUP2367", Filed().Refusal(refer with { Persons = ["JH001", "JH001"] }));
        var run = Filed().Take(refer);
        Assert.Equal(Day(3, 9), run.Deadline(CaseDeadlineKind.DecideReferral).Due);
        Assert.Equal(Day(3, 10), run.Deadline(CaseDeadlineKind.Referral).Due);
        Assert.Equal(Day(3, 13), run.Deadline(CaseDeadlineKind.ReferralAnswer).Due);
        // Art. 11: a fine never replaces the transfer.
        Assert.Equal("SUP2301", run.Refusal(CaseRun.Notice(Day(3, 11))));
    }

    // 行政处罚法 art. 36: two years, five where life, health or money was harmed.
    [Theory]
    [InlineData("2024-02-09", false, "")]
    [InlineData("2024-02-08", false, "SUP2314")]
    [InlineData("2021-02-09", true, "")]
    [InlineData("2021-02-08", true, "SUP2314")]
    public void Limitation_ToTheDay(string violation, bool harms, string code)
    {
        var run = new CaseRun(Day(2, 9));
        var clue = run.Case.Clue with { ViolationOn = Date(violation), HarmsLifeOrHealth = harms };
        var facts = new CaseFacts(run.Case with { Clue = clue }, CaseRun.File(Day(3, 6)), run.Law, run.Party, CaseRun.Officers, [], []);
        var filed = CaseLifecycle.Take(facts, new Supervision.Audit.Actor("clerk", "ecology"), default);
        Assert.Equal(code, filed.TryGet(out _, out var refusal) ? "" : refusal.Code);
    }

    // 行政处罚法 art. 33: shall not, may be left, shall not; in each of the three the party is still educated.
    [Theory]
    [InlineData(NoPenaltyGround.TrivialAndCorrected)]
    [InlineData(NoPenaltyGround.FirstAndLight)]
    [InlineData(NoPenaltyGround.NoFault)]
    public void NoPenalty_OfArticle33_StillEducates(NoPenaltyGround ground)
    {
        var none = new CaseEntry(CaseTrigger.DecideNoPenalty, Day(4, 1)) { Ground = ground, Text = "已改正", ApprovedBy = "head" };
        Assert.Equal("SUP2316", Filed().Refusal(none));
        Assert.Equal("", Filed().Refusal(none with { Marks = CaseMarks.PartyEducated }));
        Assert.Equal("SUP2315", Filed().Refusal(none with { Ground = null, Marks = CaseMarks.PartyEducated }));
    }

    // 行政处罚法 art. 30: lighter or reduced from 14 to 17.
    [Theory]
    [InlineData(PenaltyGrade.Lighter, 280_000, "")]
    [InlineData(PenaltyGrade.Normal, 400_000, "SUP2369")]
    public void Notice_ToAPartyOf14To17_IsLighterOrReduced(PenaltyGrade grade, int fine, string code)
    {
        var run = Filed();
        var minor = run.Case with { Clue = run.Case.Clue with { PartyIsMinor = true } };
        var notice = CaseRun.Notice(Day(5, 20), new Sanction(PenaltyKind.Fine, fine)) with { Grade = grade };
        var facts = new CaseFacts(minor, notice, run.Law, run.Party, CaseRun.Officers, [], []);
        Assert.Equal(code, CaseLifecycle.Take(facts, new Supervision.Audit.Actor("clerk", "ecology"), default).TryGet(out _, out var refusal) ? "" : refusal!.Code);
    }

    // 水污染防治法 art. 83: 100,000 to 1,000,000; the seed case's 280,000 lies in the lighter part. 行政处罚法 art. 34.
    [Theory]
    [InlineData(99_999, "SUP2331")]
    [InlineData(100_000, "")]
    [InlineData(280_000, "")]
    [InlineData(1_000_001, "SUP2331")]
    public void Notice_OutsideTheBandOfArticle83_IsRefused(int fine, string code) =>
        Assert.Equal(code, Filed().Refusal(CaseRun.Notice(Day(5, 20), new Sanction(PenaltyKind.Fine, fine))));

    // 行政处罚法 art. 63, thresholds of 市场监督管理行政处罚听证办法 art. 5 (not verified): 10,000 and 100,000 yuan, that sum included.
    [Theory]
    [InlineData(SubjectKind.NaturalPerson, 9_999, false)]
    [InlineData(SubjectKind.NaturalPerson, 10_000, true)]
    [InlineData(SubjectKind.SelfEmployed, 10_000, true)]
    [InlineData(SubjectKind.Enterprise, 99_999, false)]
    [InlineData(SubjectKind.Enterprise, 100_000, true)]
    public void IsHeavy_AtTheThreshold_GivesTheRightToAHearing(SubjectKind party, int fine, bool isHeavy) =>
        Assert.Equal(isHeavy, CaseRun.Shipped.IsHeavy(new Sanction(PenaltyKind.Fine, fine), party, Day(5, 20)));

    // 食品安全法 art. 134: three penalties within a year, other than a stop of the business or the loss of its licence: the next one stops it.
    [Theory]
    [InlineData(3, 0, PenaltyKind.Fine, "SUP2245")]
    [InlineData(3, 0, PenaltyKind.Fine | PenaltyKind.BusinessSuspension, "")]
    [InlineData(3, 0, PenaltyKind.Fine | PenaltyKind.Revocation, "")]
    [InlineData(2, 0, PenaltyKind.Fine, "")]
    [InlineData(2, 1, PenaltyKind.Fine, "")]
    [InlineData(2, 2, PenaltyKind.Fine, "")]
    [InlineData(2, 3, PenaltyKind.Fine, "")]
    [InlineData(2, 4, PenaltyKind.Fine, "")]
    [InlineData(2, 5, PenaltyKind.Fine, "SUP2245")]
    public void Notice_AfterThreePenaltiesOfAYear_HasToStopTheBusiness(int plain, int last, PenaltyKind kinds, string code)
    {
        var others = Enumerable.Range(1, plain).Select(i => Earlier(i, Day(3, i))).ToList();
        var third = Earlier(9, Day(3, 4));
        others.AddRange(last switch
        {
            1 => [third with { IsAnnulled = true }],
            2 => [Earlier(9, Day(5, 20).AddMonths(-12))], // a year ago to the day: over
            3 => [third with { Decision = third.Decision! with { Sanction = new Sanction(PenaltyKind.Fine | PenaltyKind.BusinessSuspension, 6_000m) } }],
            4 => [third with { Decision = third.Decision! with { Benchmarks = ["water-83-2"] } }], // another law
            5 => [Earlier(9, Day(5, 21).AddMonths(-12))],
            _ => [],
        });
        var run = new CaseRun(Day(2, 9)) { Others = others }.Take(CaseRun.File(Day(3, 6)), CaseRun.Assign(Day(3, 6)));
        var notice = CaseRun.Notice(Day(5, 20), new Sanction(kinds, 6_000m)) with { Benchmarks = ["food-126-6"] };
        Assert.Equal(code, run.Refusal(notice));
        Assert.Equal("", run.Refusal(CaseRun.Notice(Day(5, 20))));

        static PenaltyCase Earlier(int number, DateOnly on) => new CaseRun(new DateOnly(2025, 2, 9)).Case with
        {
            Id = $"earlier-{number}",
            Decision = new PenaltyDecision(
                on, null, CaseProcedure.Ordinary, new Sanction(PenaltyKind.Fine, 6_000m), ["food-126-6"], PenaltyGrade.Lighter, false, null),
        };
    }

    private static CaseRun Filed() => new CaseRun(Day(2, 9)).Take(CaseRun.File(Day(3, 6)), CaseRun.Assign(Day(3, 6)));

    private static CaseRun ToldAndDiscussed() => Filed().Take(CaseRun.Notice(Day(5, 20)), CaseRun.Discuss(Day(6, 4)));

    private static CaseRun Decided() => ToldAndDiscussed().Take(CaseRun.Decide(Day(6, 4)));

    private static CaseRun Served() => Decided().Take(CaseRun.Serve(Day(6, 5)));

    private static CaseRun Summary(int fine)
    {
        var law = CaseRun.Shipped with
        {
            Benchmarks = DiscretionBenchmarks.Shipped.With(DiscretionBenchmarks.Parse(
                """
                {"benchmarks": [{"id": "small", "violation": "v", "law": "l", "article": "1", "from": "2010-01-01", "kinds": ["Fine"],
                  "fine": [0, 5000], "grades": {"Normal": [0, 5000]}}]}
                """)),
        };
        return new CaseRun(Day(3, 5), law: law).Take(new CaseEntry(CaseTrigger.DecideSummary, Day(3, 5))
        {
            Sanction = new Sanction(PenaltyKind.Fine, fine), Benchmarks = ["small"], Grade = PenaltyGrade.Normal, Text = "未按规定公示",
            Persons = ["JH001", "JH002"], Marks = CaseMarks.RightsTold | CaseMarks.PartySigned, Reference = "金当罚〔2026〕1号",
        });
    }

    private static DateOnly Day(int month, int day) => new(2026, month, day);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
