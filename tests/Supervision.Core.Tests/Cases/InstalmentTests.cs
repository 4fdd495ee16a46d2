using FsCheck;
using FsCheck.Fluent;
using Supervision.Cases;

namespace Supervision.Core.Tests.Cases;

// Goal: 行政处罚法 art. 66 (deferral and instalments, asked for and granted) with art. 72 (3 % a day, at most the fine): a part is due on its own
// day, the surcharge counts only what is due and unpaid, and whoever pays every part in time pays the fine and nothing else.
public sealed class InstalmentTests
{
    private static readonly DateOnly s_served = new(2026, 6, 5);

    [Fact]
    public void Grant_WhatIsNotAskedForOrDoesNotAddUp_IsRefused()
    {
        var run = Served();
        var good = Grant(new(Day(7, 1), 100_000m), new(Day(8, 3), 180_000m));
        foreach (var wrong in (CaseEntry[])
        [
            good with { Marks = CaseMarks.None },
            Grant(new Instalment(Day(7, 1), 100_000m)),
            Grant(new(Day(7, 1), 280_000m), new(Day(8, 3), 0m)),
            Grant(new(Day(8, 3), 100_000m), new(Day(7, 1), 180_000m)),
            Grant(new(Day(6, 4), 100_000m), new(Day(8, 3), 180_000m)),
            Grant(new(Day(7, 1), 100_000.005m), new(Day(8, 3), 179_999.995m)),
            Grant(),
        ])
        {
            Assert.Equal("SUP2355", run.Refusal(wrong));
        }

        Assert.Equal("SUP2310", run.Refusal(good with { ApprovedBy = null }));
        Assert.Equal(CaseState.Performing, run.Take(good).Case.State);
        Assert.Equal([Day(7, 1), Day(8, 3)], CaseDeadlines.Of(run.Case, run.Law, run.Party).Where(clock => clock.Kind == CaseDeadlineKind.Pay).Select(clock => clock.Due!.Value));
    }

    // The first part, 100,000 due on 1 July and paid on 4 July: 3 days of 3,000. Nothing runs for the second before 3 August.
    [Fact]
    public void Surcharge_OfAPartThatIsLate_CountsThatPartAlone()
    {
        var run = Served().Take(Grant(new(Day(7, 1), 100_000m), new(Day(8, 3), 180_000m)));
        Assert.Equal("SUP2354", run.Refusal(new CaseEntry(CaseTrigger.MarkOverdue, Day(7, 1))));
        run.Take(new CaseEntry(CaseTrigger.RecordPayment, Day(7, 4)) { Amount = 100_000m });
        Assert.Equal((9_000m, 3), Account(run, Day(8, 3)));
        Assert.Equal((9_000m + 5_400m, 4), Account(run, Day(8, 4)));
        Assert.Equal("", run.Refusal(new CaseEntry(CaseTrigger.MarkOverdue, Day(8, 4))));
    }

    [Fact]
    public void Account_OfAnyInstalmentsAndPayments_KeepsTheLaw()
    {
        var plans =
            from shares in Gen.Choose(1, 9).ListOf(4)
            from late in Gen.Choose(-3, 40).ListOf(4)
            select (shares, late);
        Prop.ForAll(plans.ToArbitrary(), plan =>
        {
            var total = plan.shares.Sum();
            var parts = plan.shares.Select((share, i) => new Instalment(Day(6, 15).AddDays(20 * i), decimal.Round(280_000m * share / total, 2))).ToList();
            parts[^1] = parts[^1] with { Amount = 280_000m - parts.SkipLast(1).Sum(part => part.Amount) };
            var run = Served().Take(Grant([.. parts]));
            foreach (var (part, late) in parts.Zip(plan.late).OrderBy(pair => pair.First.DueOn.AddDays(pair.Second)))
            {
                run.Take(new CaseEntry(CaseTrigger.RecordPayment, part.DueOn.AddDays(late)) { Amount = part.Amount });
            }

            var inTime = plan.late.All(late => late <= 0);
            for (var day = Day(6, 5); day < Day(11, 1); day = day.AddDays(7))
            {
                var account = FineAccount.Of(run.Case, run.Law, day);
                Assert.InRange(account.Surcharge, 0m, 280_000m);
                Assert.True(account.Surcharge >= FineAccount.Of(run.Case, run.Law, day.AddDays(-7)).Surcharge);
                Assert.Equal(inTime ? 0m : account.Surcharge, account.Surcharge);
            }

            Assert.Equal(inTime, FineAccount.Of(run.Case, run.Law, Day(11, 1)).Owed == 0m);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    private static (decimal, int) Account(CaseRun run, DateOnly day) =>
        FineAccount.Of(run.Case, run.Law, day) is var account ? (account.Surcharge, account.SurchargeDays) : default;

    private static CaseEntry Grant(params Instalment[] parts) => new(CaseTrigger.GrantInstalments, s_served)
    {
        Instalments = parts, ApprovedBy = "head", Marks = CaseMarks.PartyApplied, Text = "经济困难",
    };

    private static CaseRun Served() => new CaseRun(new DateOnly(2026, 2, 9)).Take(
        CaseRun.File(Day(3, 6)), CaseRun.Assign(Day(3, 6)), CaseRun.Notice(Day(5, 20)), CaseRun.Discuss(Day(6, 4)), CaseRun.Decide(Day(6, 4)), CaseRun.Serve(s_served));

    private static DateOnly Day(int month, int day) => new(2026, month, day);
}
