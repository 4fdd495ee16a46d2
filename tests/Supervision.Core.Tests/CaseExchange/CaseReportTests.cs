using FsCheck;
using FsCheck.Fluent;
using Supervision.CaseExchange;
using Supervision.Cases;
using Supervision.Core.Tests.Cases;
using Supervision.Registry;

namespace Supervision.Core.Tests.CaseExchange;

// Goal: "1+N" (domain.md §11): a case in another department's system is mirrored as that system reports it, in order, never undecided again,
// and neither closed nor taken back here while it is open there.
public sealed class CaseReportTests
{
    private static readonly DateOnly s_day = new(2026, 3, 6);
    private static readonly Sanction s_fine = new(PenaltyKind.Fine, 280_000m);

    [Fact]
    public void Reports_AnySequence_MirrorsLawfully()
    {
        var reached = new HashSet<CaseStage>();
        var reports =
            from wrongNumber in Gen.Choose(0, 9)
            from stage in Gen.Elements(Enum.GetValues<CaseStage>())
            from decided in Gen.Elements(true, false, false)
            from annulled in Gen.Elements(true, false, false, false)
            from published in Gen.Elements(true, false, false)
            from text in Gen.Elements("", "不属本部门管辖")
            from aside in Gen.Choose(0, 5)
            select (wrongNumber, stage, decided, annulled, published, text, aside);
        Prop.ForAll(Gen.ListOf(reports, 25).ToArbitrary(), drawn =>
        {
            var run = Delivered();
            foreach (var (wrong, stage, decided, annulled, published, text, aside) in drawn)
            {
                var before = run.Case;
                var transfer = before.Transfer!;
                var next = Math.Max(transfer.Reports.LastOrDefault()?.Number ?? 0, transfer.SetAside.LastOrDefault()?.Number ?? 0) + 1;
                if (aside == 0)
                {
                    if (run.Try(Aside(next)).TryGet(out _, out _))
                    {
                        Assert.False(transfer.Reports is [.., { IsLast: true }]);
                        run.Take(Aside(next));
                    }

                    continue;
                }

                // Now and then one that was set aside comes mended, or a number skips.
                var number = wrong == 0 ? next + 1 : wrong <= 3 && transfer.SetAside.Count > 0 ? transfer.SetAside[wrong % transfer.SetAside.Count].Number : next;
                var report = Report(number, stage) with
                {
                    Sanction = decided ? s_fine : null, DocumentNumber = decided ? "环罚〔2026〕7号" : null, IsAnnulled = annulled, Text = text,
                    Publication = published ? new CasePublication(PublicityChannel.DoublePublicity, s_day, null) : null,
                };
                if (run.Try(Entry(report)).TryGet(out _, out _))
                {
                    run.Take(Entry(report));
                    reached.Add(stage);
                    AssertMirrored(transfer, report, run.Case);
                }

                var close = run.Refusal(new CaseEntry(CaseTrigger.Close, s_day));
                var now = run.Case.Transfer!;
                Assert.Equal(now.Reports.Count == 0 ? "SUP2368" : !now.Reports[^1].IsLast ? "SUP2226" : now.SetAside.Count > 0 ? "SUP2244" : "", close);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
        Assert.Equal(Enum.GetValues<CaseStage>().Order(), reached.Order());
    }

    [Fact]
    public void Report_OfAnotherParcelNumberOrDay_IsRefused()
    {
        var run = Delivered();
        var good = Report(1, CaseStage.Investigation);
        foreach (var wrong in (CaseReport[])
        [
            good with { ParcelId = "case-1.9" }, good with { ForeignId = "HB-8" }, good with { State = "" }, good with { Stage = (CaseStage)9 },
            good with { On = s_day.AddDays(1) }, good with { On = s_day.AddDays(-1) }, good with { Text = new string('长', 4001) },
        ])
        {
            Assert.Equal("SUP2222", run.Refusal(Entry(wrong)));
        }

        Assert.Equal("SUP2223", run.Refusal(Entry(good with { Number = 2 })));
        Assert.Equal("SUP2225", run.Refusal(Entry(good with { Stage = CaseStage.Decision })));
        Assert.Equal("SUP2225", run.Refusal(Entry(good with { Stage = CaseStage.Notice, Sanction = s_fine, DocumentNumber = "7" })));
        Assert.Equal("SUP2376", run.Refusal(Entry(good with { Stage = CaseStage.Decision, Sanction = new(PenaltyKind.Fine, 1.001m), DocumentNumber = "7" })));
        Assert.Equal("SUP2224", run.Refusal(Entry(good with { Stage = CaseStage.Returned })));
    }

    [Fact]
    public void SetAside_InTurnOnly_AndTheMendedOneTakesItsPlace()
    {
        var run = Delivered();
        Assert.Equal("SUP2223", run.Refusal(Aside(2)));
        Assert.Equal("SUP2223", run.Refusal(Aside(1) with { Reference = "x" }));
        Assert.NotEqual("", run.Refusal(Aside(1) with { Text = " " }));
        run.Take(Aside(1), Entry(Report(2, CaseStage.Decision) with { Sanction = s_fine, DocumentNumber = "7" }), Entry(Report(3, CaseStage.Archived)));
        Assert.Equal((CaseStage.Archived, true), (run.Case.Transfer!.Stage, run.Case.Transfer.IsFollowed));
        Assert.Equal(("SUP2223", "SUP2223"), (run.Refusal(Aside(4)), run.Refusal(Entry(Report(4, CaseStage.Archived)))));
        Assert.Equal("SUP2244", run.Refusal(new CaseEntry(CaseTrigger.Close, s_day)));

        // What came before the decision is no way back behind it; what would end the case before its decision is.
        Assert.Equal("SUP2223", run.Refusal(Entry(Report(1, CaseStage.Returned) with { Text = "不属本部门管辖" })));
        run.Take(Entry(Report(1, CaseStage.Investigation)));
        Assert.Equal([1, 2, 3], run.Case.Transfer.Reports.Select(one => one.Number));
        Assert.Equal(CaseStage.Archived, run.Case.Transfer.Stage);
        Assert.Equal(("", false), (run.Refusal(new CaseEntry(CaseTrigger.Close, s_day)), run.Case.Transfer.IsFollowed));
    }

    // What would end the case while a later report still has to come mended does not.
    [Fact]
    public void Mended_TheLastOneBeforeAnotherThatWaits_IsRefused()
    {
        var run = Delivered().Take(Aside(1), Aside(2));
        Assert.Equal("SUP2223", run.Refusal(Entry(Report(1, CaseStage.Archived))));
        Assert.Equal("", run.Refusal(Entry(Report(2, CaseStage.Archived))));
    }

    // An annulment that comes late must not leave an enforcement without a decision behind it.
    [Fact]
    public void Mended_ThatWhatCameLaterDoesNotFit_IsRefused()
    {
        var run = Delivered().Take(
            Entry(Report(1, CaseStage.Decision) with { Sanction = s_fine, DocumentNumber = "7" }), Aside(2), Entry(Report(3, CaseStage.Enforcement)));
        Assert.Equal("SUP2225", run.Refusal(Entry(Report(2, CaseStage.Decision) with { IsAnnulled = true })));
        Assert.Equal("", run.Refusal(Entry(Report(2, CaseStage.Decision) with { Sanction = new Sanction(PenaltyKind.Fine, 100_000m), DocumentNumber = "8" })));
    }

    // 行政处罚法 art. 29: what the other department fined is not fined here.
    [Fact]
    public void Decide_AnActThatTheOtherDepartmentFined_IsRefused()
    {
        var there = Delivered().Take(Entry(Report(1, CaseStage.Decision) with { Sanction = s_fine, DocumentNumber = "环罚〔2026〕7号" }));
        Assert.Equal("SUP2346", Here(there.Case));
        there.Take(Entry(Report(2, CaseStage.Decision) with { IsAnnulled = true }));
        Assert.Equal("", Here(there.Case));
    }

    [Fact]
    public void TakeBack_WaitsForTheReturn_AndTheNextHandingOverIsAnotherParcel()
    {
        var run = Delivered();
        Assert.Equal("SUP2226", run.Refusal(Back()));
        run.Take(Entry(Report(1, CaseStage.Returned) with { Text = "不属本部门管辖" }), Back());
        Assert.Equal(CaseState.Investigating, run.Case.State);
        run.Take(HandOver());
        Assert.Equal(("case-1.7", null, 0), (run.Case.Transfer!.ParcelId, run.Case.Transfer.ForeignId, run.Case.Transfer.Reports.Count));
        Assert.Equal("case-1", CaseParcel.CaseIdOf("case-1.7"));
        Assert.All((string[])["case-1", ".7", "case-1.", "case-1.-7", "../x/.7"], id => Assert.Null(CaseParcel.CaseIdOf(id)));

        static CaseEntry Back() => new(CaseTrigger.TakeBack, s_day) { Text = "退回" };
    }

    // A delivery that is tried again after other steps brings the same file.
    [Fact]
    public void Parcel_AfterLaterSteps_IsTheSame()
    {
        var run = new CaseRun(s_day).Take(CaseRun.File(s_day), CaseRun.Assign(s_day), HandOver());
        var party = new Subject { Id = "91999999MA0TE5T16E", Kind = SubjectKind.Enterprise, Name = "某化工厂", DivisionCode = "330727" };
        var first = new CaseParcel(run.Case, party);
        run.Take(new CaseEntry(CaseTrigger.Send, s_day) { Reference = "HB-7" });
        Assert.Equal(first.Hash, new CaseParcel(run.Case, party).Hash);
        Assert.NotEqual(first.Hash, new CaseParcel(run.Case, party with { Name = "乙" }).Hash);
        Assert.Contains("\"facts\":\"氨氮超标排放\"", first.Content, StringComparison.Ordinal);
        Assert.Equal("SUP2220", run.Refusal(new CaseEntry(CaseTrigger.Send, s_day) { Reference = "HB-8" }));
    }

    private static void AssertMirrored(CaseTransferRecord before, CaseReport report, PenaltyCase after)
    {
        Assert.Equal(CaseState.Transferred, after.State);

        // Every number up to the highest is there once: taken, or set aside.
        var numbers = after.Transfer!.Reports.Select(one => one.Number).ToList();
        Assert.Equal(numbers.Order(), numbers);
        Assert.Equal(
            Enumerable.Range(1, numbers.Count + after.Transfer.SetAside.Count), numbers.Concat(after.Transfer.SetAside.Select(one => one.Number)).Order());
        Assert.Equal(before.Reports.Append(report).OrderBy(one => one.Number), after.Transfer.Reports);
        Assert.True(after.Transfer.Publications.Count == 0 || after.Transfer.Reports.Any(one => one.Sanction is not null));

        // However late one of them came: read in the order of their numbers, each fits what was before it.
        Sanction? decided = null;
        foreach (var one in after.Transfer.Reports)
        {
            Assert.True(!one.IsLast || one == after.Transfer.Reports[^1]);
            Assert.False(decided is not null && !one.IsAnnulled && one.Stage is < CaseStage.Decision or CaseStage.Returned);
            Assert.True(one.Stage is not (CaseStage.Decision or CaseStage.Enforcement) || decided is not null || one.Sanction is not null);
            decided = one.IsAnnulled ? null : one.Sanction ?? decided;
        }

        Assert.Equal(decided, after.Transfer.Decision?.Sanction);
        Assert.NotNull(after.Transfer.AnsweredOn);
    }

    private static string Here(PenaltyCase there) => new CaseRun(s_day) { Others = [there] }
        .Take(
            CaseRun.File(s_day), CaseRun.Assign(s_day), CaseRun.Notice(s_day),
            new CaseEntry(CaseTrigger.WaiveRights, s_day) { Marks = CaseMarks.PartySigned }, CaseRun.Discuss(s_day))
        .Refusal(CaseRun.Decide(s_day));

    private static CaseRun Delivered() => new CaseRun(s_day).Take(
        CaseRun.File(s_day), CaseRun.Assign(s_day), HandOver(), new CaseEntry(CaseTrigger.Send, s_day) { Reference = "HB-7" });

    private static CaseEntry HandOver() =>
        new(CaseTrigger.HandOver, s_day) { Reference = "ecology", Text = "属生态环境部门管辖", ApprovedBy = "head" };

    private static CaseReport Report(int number, CaseStage stage) => new("case-1.3", number, "HB-7", stage, stage.ToString(), s_day);

    private static CaseEntry Aside(int number) =>
        new(CaseTrigger.SetReportAside, s_day) { Reference = number.ToString(System.Globalization.CultureInfo.InvariantCulture), Text = "无法读取" };

    private static CaseEntry Entry(CaseReport report) => new(CaseTrigger.RecordReport, s_day) { Report = report };
}
