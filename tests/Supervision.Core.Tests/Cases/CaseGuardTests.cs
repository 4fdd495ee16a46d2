using Supervision.Cases;
using Supervision.Registry;

namespace Supervision.Core.Tests.Cases;

// Goal: each condition of domain.md §11 refuses the step that lacks it, by its own code and provision, and the same step with it is taken.
public sealed class CaseGuardTests
{
    private static readonly DateOnly s_day = new(2026, 3, 6);

    private static CaseEntry At(CaseTrigger trigger) => new(trigger, s_day);

    private static CaseRun Opened(SubjectKind party = SubjectKind.Enterprise) => new(s_day, party);

    private static CaseRun Investigating() => Opened().Take(CaseRun.File(s_day), CaseRun.Assign(s_day));

    private static CaseRun Noticed(Sanction? sanction = null) => Investigating().Take(CaseRun.Notice(s_day, sanction));

    private static CaseRun Waived() => Noticed().Take(Waiver);

    private static CaseRun HearingAsked() => Noticed().Take(At(CaseTrigger.RequestHearing));

    private static CaseRun HearingNotified() => HearingAsked().Take(Invitation);

    private static CaseRun Decided() => Waived().Take(CaseRun.Discuss(s_day), CaseRun.Decide(s_day));

    private static CaseRun Served() => Decided().Take(CaseRun.Serve(s_day));

    private static CaseRun Warned() => Opened(SubjectKind.SelfEmployed).Take(Summary);

    private static CaseEntry Waiver => At(CaseTrigger.WaiveRights) with { Marks = CaseMarks.PartySigned };

    private static CaseEntry Invitation => At(CaseTrigger.NotifyHearing) with { Planned = new DateOnly(2026, 3, 20), Persons = [CaseRun.Chair] };

    private static CaseEntry Hearing => new(CaseTrigger.HoldHearing, new DateOnly(2026, 3, 20)) { Marks = CaseMarks.PartySigned };

    private static CaseEntry Reason(CaseTrigger trigger) => At(trigger) with { Text = "理由", ApprovedBy = "head" };

    private static CaseEntry Summary => At(CaseTrigger.DecideSummary) with
    {
        Sanction = new Sanction(PenaltyKind.Warning), Text = "警告", Persons = ["JH001", "JH002"], Benchmarks = ["food-126-6"], Grade = PenaltyGrade.Normal,
        Marks = CaseMarks.RightsTold | CaseMarks.PartySigned,
    };

    private static CaseEntry Report => At(CaseTrigger.SubmitForReview) with { Sanction = CaseRun.Fine280000, Text = "调查终结", Marks = CaseMarks.Complex };

    public static TheoryData<string, string, string> Rows => [.. s_rows.Select(row => (row.Name, row.Code, row.Article))];

    private static readonly List<(string Name, string Code, string Article, Func<CaseRun> Before, CaseEntry Lacking, CaseEntry Whole)> s_rows =
    [
        ("file without evidence", "SUP2312", "第五十四条", () => Opened(), CaseRun.File(s_day) with { Marks = CaseMarks.OwnJurisdiction }, CaseRun.File(s_day)),
        ("file outside of the jurisdiction", "SUP2313", "第二十二条", () => Opened(), CaseRun.File(s_day) with { Marks = CaseMarks.InitialEvidence }, CaseRun.File(s_day)),
        ("file without the head", "SUP2310", "第五十四条", () => Opened(), CaseRun.File(s_day) with { ApprovedBy = " " }, CaseRun.File(s_day)),
        ("do not file without words", "SUP2317", "第二十条", () => Opened(), NotFiled with { Text = "" }, NotFiled),
        ("do not file without a ground", "SUP2315", "第二十条", () => Opened(), NotFiled with { Ground = null }, NotFiled),
        ("a handler nobody knows", "SUP2319", "第四十二条", () => Opened().Take(CaseRun.File(s_day)), CaseRun.Assign(s_day) with { Persons = ["JH001", "nobody"] }, CaseRun.Assign(s_day)),
        ("resolve what was not preserved", "SUP2321", "第五十六条", Investigating, Reason(CaseTrigger.ResolvePreservation), Reason(CaseTrigger.PreserveEvidence)),
        ("release what was not seized", "SUP2323", "第二十八条", Investigating, Reason(CaseTrigger.ReleaseSeizure), Reason(CaseTrigger.Seize)),
        ("end a span that does not run", "SUP2324", "第六十条", Investigating, At(CaseTrigger.EndExclusion) with { Exclusion = ExclusionKind.Test }, At(CaseTrigger.BeginExclusion) with { Exclusion = ExclusionKind.Test }),
        ("begin a hearing's span by hand", "SUP2324", "第六十条", Investigating, At(CaseTrigger.BeginExclusion) with { Exclusion = ExclusionKind.Hearing }, At(CaseTrigger.BeginExclusion) with { Exclusion = ExclusionKind.Suspension }),
        ("a final report without a proposal", "SUP2326", "第五十八条", Investigating, Report with { Sanction = null }, Report),
        ("a reviewer who handles the case", "SUP2327", "第五十八条", () => Investigating().Take(Report), Passed with { Persons = ["JH001"] }, Passed),
        ("a reviewer without the qualification", "SUP2327", "第五十八条", () => Investigating().Take(Report), Passed with { Marks = CaseMarks.None }, Passed),
        ("a notice that tells no rights", "SUP2328", "第四十四条", Investigating, CaseRun.Notice(s_day) with { Marks = CaseMarks.HearingRightTold }, CaseRun.Notice(s_day)),
        ("a notice that tells no hearing", "SUP2329", "第六十三条", Investigating, CaseRun.Notice(s_day) with { Marks = CaseMarks.RightsTold }, CaseRun.Notice(s_day)),
        ("a notice without a benchmark", "SUP2330", "第三十四条", Investigating, CaseRun.Notice(s_day) with { Benchmarks = [] }, CaseRun.Notice(s_day)),
        ("a notice by a rule that nobody knows", "SUP2330", "第三十四条", Investigating, CaseRun.Notice(s_day) with { Benchmarks = ["x"] }, CaseRun.Notice(s_day)),
        ("a kind that the rule has not", "SUP2332", "第八十三条第（二）项", Investigating, CaseRun.Notice(s_day, new Sanction(PenaltyKind.Fine | PenaltyKind.Detention, 280_000m)), CaseRun.Notice(s_day)),
        ("reduced without its ground", "SUP2328", "第四十四条", Investigating, Reduced with { Text = "" }, Reduced),
        ("a reduced decision without its ground", "SUP2333", "第八十三条第（二）项", () => Investigating().Take(Reduced, Waiver), ReducedDecision with { Text = "" }, ReducedDecision),
        ("not the highest of several rules", "SUP2334", "第二十九条", Investigating, CaseRun.Notice(s_day, new Sanction(PenaltyKind.Fine, 6_000m)) with { Benchmarks = ["food-126-6", "water-83-2"] }, CaseRun.Notice(s_day) with { Benchmarks = ["water-83-2", "food-126-6"] }),
        ("a sanction that is malformed", "SUP2371", "第四十四条", Investigating, CaseRun.Notice(s_day, new Sanction(PenaltyKind.Warning, 280_000m)), CaseRun.Notice(s_day)),
        ("waive without a signature", "SUP2370", "第六十二条", () => Noticed(), Waiver with { Marks = CaseMarks.None }, Waiver),
        ("a hearing after the waiver", "SUP2336", "第六十三条", Waived, At(CaseTrigger.RequestHearing), CaseRun.Discuss(s_day)),
        ("a chair who investigates", "SUP2339", "第六十四条第（四）项", HearingAsked, Invitation with { Persons = ["JH001"] }, Invitation),
        ("a hearing on another day", "SUP2340", "第六十四条", HearingNotified, Hearing with { On = new DateOnly(2026, 3, 19) }, Hearing),
        ("a transcript that nobody signed", "SUP2341", "第六十四条第（八）项", HearingNotified, Hearing with { Marks = CaseMarks.None }, Hearing with { Marks = CaseMarks.RefusalNoted }),
        ("answer a plea that was not made", "SUP2343", "第四十五条", () => Noticed(), At(CaseTrigger.AnswerPlea) with { Text = "不采纳" }, At(CaseTrigger.RecordPlea) with { Text = "设备故障" }),
        ("decide while a plea is open", "SUP2343", "第四十五条", () => Waived().Take(CaseRun.Discuss(s_day), At(CaseTrigger.RecordPlea) with { Text = "设备故障" }), CaseRun.Decide(s_day), At(CaseTrigger.AnswerPlea) with { Text = "不采纳" }),
        ("decide a heavy fine alone", "SUP2345", "第五十七条", Waived, CaseRun.Decide(s_day), CaseRun.Discuss(s_day)),
        ("a discussion of one", "SUP2373", "第五十七条", Waived, CaseRun.Discuss(s_day) with { Persons = ["head", "head"] }, CaseRun.Discuss(s_day)),
        ("no penalty without its ground", "SUP2315", "第五十七条", Investigating, NoPenalty with { Ground = NoPenaltyGround.NotCompetent }, NoPenalty),
        ("no penalty, nobody taught", "SUP2316", "第三十三条", Investigating, NoPenalty with { Marks = CaseMarks.None }, NoPenalty),
        ("hand over to nobody", "SUP2366", "第二十五条", Investigating, Reason(CaseTrigger.HandOver), Reason(CaseTrigger.HandOver) with { Reference = "ecology" }),
        ("take back what was never filed", "SUP2372", "第二十七条", () => Opened().Take(Reason(CaseTrigger.HandOver) with { Reference = "ecology" }), Reason(CaseTrigger.TakeBack), Reason(CaseTrigger.RecordAnswer)),
        ("refer to the police without a team", "SUP2367", "第五条", Investigating, Police with { Persons = ["JH001", "JH001"] }, Police),
        ("a summary decision without its rights", "SUP2348", "第五十二条", () => Opened(SubjectKind.SelfEmployed), Summary with { Marks = CaseMarks.PartySigned }, Summary),
        ("serve electronically without consent", "SUP2349", "第六十一条", Decided, CaseRun.Serve(s_day) with { Method = ServiceMethod.Electronic }, CaseRun.Serve(s_day)),
        ("serve without saying that it is published", "SUP2350", "第八条", Decided, CaseRun.Serve(s_day) with { Marks = CaseMarks.None }, CaseRun.Serve(s_day)),
        ("pay more than is owed", "SUP2352", "第六十七条", Served, Paid(280_000.01m), Paid(280_000m)),
        ("hand in cash that nobody took", "SUP2352", "第七十一条", () => Served().Take(Paid(1m)), At(CaseTrigger.HandInCash), Paid(279_999m)),
        ("close while money is owed", "SUP2360", "第六十六条", Served, At(CaseTrigger.Close), Paid(280_000m)),
        ("publish a warning", "SUP2361", "第二条", Warned, At(CaseTrigger.Publish) with { Channel = PublicityChannel.MarketSystem }, At(CaseTrigger.ReportSummary)),
        ("publish twice in one place", "SUP2362", "第四十八条", () => Served().Take(Published), Published, Published with { Channel = PublicityChannel.MarketSystem }),
        ("withdraw what nobody changed", "SUP2363", "第四十八条", () => Served().Take(Published), Reason(CaseTrigger.WithdrawPublication), Reason(CaseTrigger.Annul)),
        ("close a summary case that was not filed", "SUP2364", "第五十二条", Warned, At(CaseTrigger.Close), At(CaseTrigger.ReportSummary)),
        ("file a decision that is no summary one", "SUP2364", "第五十二条", Served, At(CaseTrigger.ReportSummary), Paid(1m)),
        ("archive while a publication waits", "SUP2365", "第四十七条", () => Served().Take(Paid(280_000m), At(CaseTrigger.Close)), At(CaseTrigger.Archive), Published),
        ("end a review that does not run", "SUP2356", "第七十三条", Served, Reason(CaseTrigger.EndRemedy), At(CaseTrigger.BeginRemedy) with { Remedy = RemedyKind.Review }),
        ("a step before the one before it", "SUP2304", "第四十七条", () => Noticed(), Waiver with { On = s_day.AddDays(-1) }, Waiver),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Step_ThatLacksItsCondition_IsRefusedWithTheProvision(string name, string code, string article)
    {
        var (_, _, _, before, lacking, whole) = s_rows.Single(row => row.Name == name);
        Assert.True(before().Try(whole).IsAccepted, $"{name}: {before().Try(whole).Refusal}");
        var refusal = before().Try(lacking).Refusal;
        Assert.Equal(code, refusal?.Code);
        Assert.Equal(article, refusal!.Basis?.Article);
    }

    // 行政处罚法 art. 43.
    [Fact]
    public void Handler_WhoIsRecused_IsRefused()
    {
        var run = Opened().Take(CaseRun.File(s_day));
        var facts = new CaseFacts(
            run.Case, CaseRun.Assign(s_day), CaseRun.Shipped, SubjectKind.Enterprise, CaseRun.Officers,
            [new Recusal("JH002", run.Case.SubjectId, "近亲属", s_day)], []);
        var refusal = CaseLifecycle.Take(facts, new Supervision.Audit.Actor("clerk", "ecology"), default).Refusal;
        Assert.Equal(("SUP2320", "第四十三条"), (refusal!.Code, refusal.Basis!.Article));
    }

    // 行政处罚法 art. 37: the rule of the day of the act, unless the one of the day of the decision is milder.
    [Theory]
    [InlineData(900_000, 100_000, 900_000)]
    [InlineData(1_100_000, 100_000, 1_000_000)]
    [InlineData(1_000_000, 50_000, 1_000_000)]
    public void Benchmark_ThatChangedSince_IsTheMilderOne(int newHigh, int newLow, int high)
    {
        var changed = new DateOnly(2026, 5, 1);
        string Rule(string from, string to, int low, int top) => $$"""
            { "id": "r", "violation": "x", "law": "x", "article": "1", "from": "{{from}}", {{to}} "kinds": ["Fine"], "fine": [{{low}}, {{top}}], "grades": {} }
            """;
        var rules = DiscretionBenchmarks.Parse($$"""
            { "benchmarks": [ {{Rule("2018-01-01", "\"to\": \"2026-05-01\",", 100_000, 1_000_000)}}, {{Rule("2026-05-01", "", newLow, newHigh)}} ] }
            """);
        var found = rules.Find("r", changed.AddDays(-30), changed.AddDays(30))!;
        Assert.Equal((high, newHigh <= 1_000_000 ? newLow : 100_000), ((int)found.MaxFine, (int)found.MinFine));
        Assert.Null(rules.Find("s", changed, changed));
    }

    private static CaseEntry NotFiled => Reason(CaseTrigger.DoNotFile) with { Ground = NoPenaltyGround.NoViolation };

    private static CaseEntry Passed => At(CaseTrigger.PassReview) with { Persons = ["LR01"], Marks = CaseMarks.LegallyQualified };

    private static CaseEntry Reduced => CaseRun.Notice(s_day, new Sanction(PenaltyKind.Fine, 50_000m)) with { Grade = PenaltyGrade.Reduced, Text = "主动消除危害后果" };

    private static CaseEntry ReducedDecision => CaseRun.Decide(s_day, Reduced.Sanction) with { Grade = PenaltyGrade.Reduced, Text = "主动消除危害后果" };

    private static CaseEntry NoPenalty => Reason(CaseTrigger.DecideNoPenalty) with { Ground = NoPenaltyGround.FirstAndLight, Marks = CaseMarks.PartyEducated };

    private static CaseEntry Police => Reason(CaseTrigger.ReferToPolice) with { Reference = "公安局", Persons = ["JH001", "JH002"] };

    private static CaseEntry Published => At(CaseTrigger.Publish) with { Channel = PublicityChannel.DoublePublicity };

    private static CaseEntry Paid(decimal amount) => At(CaseTrigger.RecordPayment) with { Amount = amount };
}
