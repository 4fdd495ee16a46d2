using Supervision.Cases;
using Supervision.Registry;

namespace Supervision.Core.Tests.Cases;

// Goal: the worked timeline of a case in 2026, to the day. Each line cites the provision that it counts by.
public sealed class WorkedTimelineTests
{
    // 市场监督管理行政处罚程序规定 art. 18: 15 working days, and 15 more with approval.
    [Fact]
    public void Clue_OfMonday9February_IsFiledBy6March_Extended27March()
    {
        var run = new CaseRun(Day(2, 9));
        Assert.Equal(Day(3, 6), run.Deadline(CaseDeadlineKind.Verify).Due);
        run.Take(new CaseEntry(CaseTrigger.ExtendVerification, Day(3, 6)) { ApprovedBy = "head" });
        Assert.Equal(Day(3, 27), run.Deadline(CaseDeadlineKind.Verify).Due);
        Assert.Equal("SUP2311", run.Refusal(new CaseEntry(CaseTrigger.ExtendVerification, Day(3, 9)) { ApprovedBy = "head" }));
    }

    // 行政处罚法 art. 60: 90 calendar days from filing; 30 more end on Saturday 4 July and roll to Monday.
    [Fact]
    public void Filing_Of6March_IsDecidedBy4June_Extended6July()
    {
        var run = Filed();
        Assert.Equal(Day(6, 4), run.Deadline(CaseDeadlineKind.Decide).Due);
        run.Take(new CaseEntry(CaseTrigger.ExtendDecision, Day(6, 4)) { ApprovedBy = "head" });
        Assert.Equal(Day(7, 6), run.Deadline(CaseDeadlineKind.Decide).Due);
    }

    // 行政处罚法 art. 56: seven days, working days by art. 85.
    [Fact]
    public void Preservation_Of9March_IsResolvedBy18March()
    {
        var run = Filed().Take(new CaseEntry(CaseTrigger.PreserveEvidence, Day(3, 9)) { Text = "台账三册", ApprovedBy = "head" });
        Assert.Equal(Day(3, 18), run.Deadline(CaseDeadlineKind.ResolvePreservation).Due);
    }

    // 行政处罚法 art. 64: five working days to ask for a hearing, seven working days' notice of it.
    [Fact]
    public void Notice_Of20May_LetsTheHearingBeAskedForUntil27May()
    {
        var run = Filed().Take(CaseRun.Notice(Day(5, 20)));
        Assert.Equal(Day(5, 27), run.Deadline(CaseDeadlineKind.HearingRequest).Due);
        Assert.Equal("SUP2337", run.Refusal(new CaseEntry(CaseTrigger.RequestHearing, Day(5, 28))));
    }

    [Theory]
    [InlineData("2026-06-10", "2026-06-01", 0)]
    [InlineData("2026-06-10", "2026-05-29", 1)]
    [InlineData("2026-06-03", "2026-05-25", 0)]
    public void Hearing_IsNotifiedSevenWorkingDaysBefore(string hearing, string last, int clear)
    {
        var law = CaseRun.Shipped with
        {
            Procedure = PenaltyProcedure.Shipped.With(PenaltyProcedure.Parse(
                $$"""{"numbers": [{"key": "hearing.notice.clear", "value": {{clear}}, "law": "policy", "article": "", "from": "2026-01-01"}]}""")),
        };
        var run = new CaseRun(Day(2, 9), law: law)
            .Take(CaseRun.File(Day(3, 6)), CaseRun.Assign(Day(3, 6)), CaseRun.Notice(Day(5, 20)), new CaseEntry(CaseTrigger.RequestHearing, Day(5, 21)));
        var due = DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture);
        var planned = DateOnly.Parse(hearing, System.Globalization.CultureInfo.InvariantCulture);
        var notify = new CaseEntry(CaseTrigger.NotifyHearing, due) { Planned = planned, Persons = [CaseRun.Chair], Text = "公开举行" };
        Assert.Equal("SUP2338", run.Refusal(notify with { On = due.AddDays(1) }));
        run.Take(notify);
        Assert.Equal(due, run.Deadline(CaseDeadlineKind.HearingNotice).Due);
    }

    // 行政处罚法 art. 61 (seven working days); two publicity clocks; arts 67, 72; 行政复议法 art. 20.
    [Fact]
    public void Decision_Of4June_RunsItsClocksToTheDay()
    {
        var run = Decided();
        Assert.Equal(Day(6, 15), run.Deadline(CaseDeadlineKind.Serve).Due);
        run.Take(CaseRun.Serve(Day(6, 5)));
        Assert.Equal(Day(6, 15), run.Deadline(CaseDeadlineKind.DoublePublicity).Due);
        Assert.Equal(Day(7, 3), run.Deadline(CaseDeadlineKind.MarketPublicity).Due);
        Assert.Equal(Day(6, 22), run.Deadline(CaseDeadlineKind.Pay).Due);
        Assert.Equal(Day(8, 4), run.Deadline(CaseDeadlineKind.Review).Due);
    }

    // 行政处罚法 art. 72: 3 % a day of 280,000 is 8,400, never more than the fine itself.
    [Theory]
    [InlineData("2026-06-22", 0, 0)]
    [InlineData("2026-06-23", 8_400, 1)]
    [InlineData("2026-07-22", 252_000, 30)]
    [InlineData("2026-07-25", 277_200, 33)]
    [InlineData("2026-07-26", 280_000, 34)]
    [InlineData("2026-12-31", 280_000, 34)]
    public void Surcharge_OnADay_IsThreePercentADayAndCapped(string on, int surcharge, int days)
    {
        var run = Decided().Take(CaseRun.Serve(Day(6, 5)));
        var account = FineAccount.Of(run.Case, run.Law, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((decimal)surcharge, account.Surcharge);
        Assert.Equal(days, account.SurchargeDays);
        Assert.Equal(surcharge == 280_000, account.IsCapped);
    }

    // 行政处罚法 art. 73: no surcharge while a review or a suit runs.
    [Fact]
    public void Surcharge_DuringAReview_StandsStill()
    {
        var run = Decided().Take(
            CaseRun.Serve(Day(6, 5)),
            new CaseEntry(CaseTrigger.BeginRemedy, Day(6, 30)) { Remedy = RemedyKind.Review },
            new CaseEntry(CaseTrigger.EndRemedy, Day(7, 20)) { Remedy = RemedyKind.Review, Text = "维持" });
        Assert.Equal(7 * 8_400m, FineAccount.Of(run.Case, run.Law, Day(7, 20)).Surcharge);
        Assert.Equal(8 * 8_400m, FineAccount.Of(run.Case, run.Law, Day(7, 21)).Surcharge);
    }

    // 行政处罚法 art. 45: a plea never makes it worse. Art. 44, 62: no decision without notice and its window.
    [Fact]
    public void Decision_HeavierThanItsNoticeOrTooEarly_IsRefusedWithTheArticle()
    {
        var run = Filed().Take(CaseRun.Notice(Day(5, 20)));
        Assert.Equal("SUP2342", run.Refusal(CaseRun.Decide(Day(5, 27))));
        run.Take(CaseRun.Discuss(Day(6, 4)));
        Assert.Equal("SUP2335", run.Refusal(CaseRun.Decide(Day(6, 4), new Sanction(PenaltyKind.Fine, 300_000m))));
        Assert.Equal("SUP2345", Filed().Take(CaseRun.Notice(Day(5, 20))).Refusal(CaseRun.Decide(Day(6, 4))));
        var early = Filed().Try(CaseRun.Decide(Day(4, 1)));
        Assert.False(early.TryGet(out _, out var refusal));
        Assert.Equal("SUP2301", refusal.Code);
        Assert.Contains("行政处罚法", refusal.Basis!.ToString(), StringComparison.Ordinal);
    }

    // 行政处罚法 art. 51: 200 yuan for a citizen, 3,000 for an organisation since 15 July 2021; 50 and 1,000 before.
    [Theory]
    [InlineData(SubjectKind.Enterprise, "2026-03-02", 3_000, true)]
    [InlineData(SubjectKind.Enterprise, "2026-03-02", 3_001, false)]
    [InlineData(SubjectKind.NaturalPerson, "2026-03-02", 200, true)]
    [InlineData(SubjectKind.NaturalPerson, "2026-03-02", 201, false)]
    [InlineData(SubjectKind.Enterprise, "2020-03-02", 3_000, false)]
    public void Summary_WithinTheLimitOfItsDay_IsAllowed(SubjectKind party, string on, int fine, bool isAllowed)
    {
        var law = CaseRun.Shipped with
        {
            Benchmarks = DiscretionBenchmarks.Shipped.With(DiscretionBenchmarks.Parse(
                """
                {"benchmarks": [{"id": "small", "violation": "v", "law": "l", "article": "1", "from": "2010-01-01", "kinds": ["Fine"],
                  "fine": [0, 5000], "grades": {"Normal": [0, 5000]}}]}
                """)),
        };
        var day = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture);
        var run = new CaseRun(day, party, law);
        var code = run.Refusal(new CaseEntry(CaseTrigger.DecideSummary, day)
        {
            Sanction = new Sanction(PenaltyKind.Fine, fine), Benchmarks = ["small"], Grade = PenaltyGrade.Normal, Text = "未按规定公示",
            Persons = ["JH001", "JH002"], Marks = CaseMarks.RightsTold | CaseMarks.PartySigned, Reference = "金当罚〔2026〕1号",
        });
        Assert.Equal(isAllowed ? "" : "SUP2347", code);
    }

    // 行政处罚法 art. 42: the same officer twice is one officer. Art. 36: two years.
    [Fact]
    public void Filing_ByOneOfficerTwiceOrTooLate_IsRefused()
    {
        var filed = new CaseRun(Day(2, 9)).Take(CaseRun.File(Day(3, 6)));
        Assert.Equal("SUP2318", filed.Refusal(CaseRun.Assign(Day(3, 6)) with { Persons = ["JH001", "JH001"] }));
        var run = new CaseRun(Day(2, 9));
        var old = new CaseFacts(
            run.Case with { Clue = run.Case.Clue with { ViolationOn = new DateOnly(2024, 2, 8) } }, CaseRun.File(Day(3, 6)), run.Law,
            run.Party, CaseRun.Officers, [], []);
        Assert.False(CaseLifecycle.Take(old, new Supervision.Audit.Actor("clerk", "ecology"), default).TryGet(out _, out var refusal));
        Assert.Equal("SUP2314", refusal!.Code);
    }

    // 行政处罚法 art. 29: one act, one fine.
    [Fact]
    public void Decision_OnAnActThatWasFined_IsRefused()
    {
        var other = Decided().Case with { Id = "case-0" };
        var run = new CaseRun(Day(2, 9)) { Others = [other] }
            .Take(CaseRun.File(Day(3, 6)), CaseRun.Assign(Day(3, 6)), CaseRun.Notice(Day(5, 20)), CaseRun.Discuss(Day(6, 4)));
        Assert.Equal("SUP2346", run.Refusal(CaseRun.Decide(Day(6, 4))));
    }

    [Fact]
    public void Replay_OfTheRecordedSteps_GivesTheCaseAgain()
    {
        var made = Decided().Take(CaseRun.Serve(Day(6, 5))).Case;
        var again = PenaltyCase.Replay(made.Id, made.AgencyId, made.SubjectId, made.Clue, made.Steps);
        Assert.Equal(made.State, again.State);
        Assert.Equal(made.Decision, again.Decision);
        Assert.Equal(
            CaseDeadlines.Of(made, CaseRun.Shipped, SubjectKind.Enterprise).Select(d => (d.Kind, d.Due, d.MetOn)),
            CaseDeadlines.Of(again, CaseRun.Shipped, SubjectKind.Enterprise).Select(d => (d.Kind, d.Due, d.MetOn)));
        Assert.Throws<ArgumentException>(() => PenaltyCase.Replay(made.Id, made.AgencyId, made.SubjectId, made.Clue, made.Steps.Skip(1)));
    }

    private static CaseRun Filed() => new CaseRun(Day(2, 9)).Take(CaseRun.File(Day(3, 6)), CaseRun.Assign(Day(3, 6)));

    private static CaseRun Decided() => Filed().Take(CaseRun.Notice(Day(5, 20)), CaseRun.Discuss(Day(6, 4)), CaseRun.Decide(Day(6, 4)));

    private static DateOnly Day(int month, int day) => new(2026, month, day);
}
