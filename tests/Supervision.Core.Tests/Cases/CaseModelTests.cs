using FsCheck;
using FsCheck.Fluent;
using Supervision.Cases;
using Supervision.Time;

namespace Supervision.Core.Tests.Cases;

// Goal: no sequence of steps, lawful or not, reaches an unlawful state, skips a mandatory step, makes it worse for the party
// or counts a deadline twice. Method: random steps; after each accepted one the case must satisfy every law below.
public sealed class CaseModelTests
{
    private const CaseMarks Usual = CaseMarks.InitialEvidence | CaseMarks.OwnJurisdiction | CaseMarks.RightsTold | CaseMarks.HearingRightTold
        | CaseMarks.PublicityTold | CaseMarks.PartyEducated | CaseMarks.PartySigned | CaseMarks.PartyApplied | CaseMarks.LegallyQualified;

    private static readonly DateOnly s_received = new(2026, 1, 5);

    [Fact]
    public void Take_AnySequence_NeverReachesAnUnlawfulState()
    {
        var reached = new HashSet<CaseState>();
        var steps =
            from wild in Gen.Elements(Enum.GetValues<CaseTrigger>())
            from pick in Gen.Choose(0, 9_999)
            from days in Gen.Elements(0, 0, 1, 3, 8, 20)
            from entry in Entry()
            select (wild, pick, days, entry);
        var runs = Gen.Sized(size => Gen.ListOf(steps, size));
        Prop.ForAll(runs.ToArbitrary(), run =>
        {
            var made = new CaseRun(s_received);
            foreach (var (wild, pick, days, drawn) in run)
            {
                var before = made.Case;
                // Mostly a step that the state allows, so that sequences get far; else anything.
                var allowed = Likely(before.State, pick);
                var trigger = pick % 10 == 0 || allowed.Count == 0 ? wild : allowed[pick / 100 % allowed.Count];
                var entry = Fitted(before, drawn with { Trigger = trigger, On = before.LastOn.AddDays(days) }, pick);
                if (Accepts(made, entry))
                {
                    AssertLawful(before, entry, made.Case, made);
                    reached.Add(made.Case.State);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithStartSize(50).WithEndSize(110));
        // The test is worth something only when the sequences get everywhere; the court is too many right steps away for chance.
        Assert.Equal(
            Enum.GetValues<CaseState>().Except([CaseState.ClueRegistered, CaseState.Demanded, CaseState.CourtEnforcement]).Order(),
            reached.Except([CaseState.ClueRegistered, CaseState.Demanded, CaseState.CourtEnforcement]).Order());
    }

    // 行政处罚法 art. 58: what the reviewer passed bounds the notice; otherwise the review says nothing about what is imposed.
    [Theory]
    [InlineData("280000", "")]
    [InlineData("250000", "")]
    [InlineData("280000.01", "SUP2335")]
    public void Notice_AboveWhatWasReviewed_IsRefused(string fine, string code)
    {
        var day = new DateOnly(2026, 3, 6);
        var run = new CaseRun(new DateOnly(2026, 2, 9)).Take(
            CaseRun.File(day), CaseRun.Assign(day),
            new CaseEntry(CaseTrigger.SubmitForReview, day) { Sanction = CaseRun.Fine280000, Text = "调查终结", Marks = CaseMarks.Complex },
            new CaseEntry(CaseTrigger.PassReview, day) { Persons = ["LR01"], Marks = CaseMarks.LegallyQualified });
        Assert.Equal(code, run.Refusal(CaseRun.Notice(day, new Sanction(PenaltyKind.Fine, decimal.Parse(fine, System.Globalization.CultureInfo.InvariantCulture)))));
    }

    // The reviewer sent it back: that it asks for a review is still so, whatever the next step leaves out.
    [Fact]
    public void Notice_AfterTheReviewerSentItBack_IsRefusedUntilItIsReviewed()
    {
        var day = new DateOnly(2026, 3, 6);
        var run = new CaseRun(new DateOnly(2026, 2, 9)).Take(
            CaseRun.File(day), CaseRun.Assign(day),
            new CaseEntry(CaseTrigger.SubmitForReview, day) { Sanction = CaseRun.Fine280000, Text = "调查终结", Marks = CaseMarks.Complex },
            new CaseEntry(CaseTrigger.ReturnFromReview, day) { Persons = ["LR01"], Marks = CaseMarks.LegallyQualified, Text = "补充证据" });
        Assert.Equal("SUP2325", run.Refusal(CaseRun.Notice(day, CaseRun.Fine280000)));
    }

    private static bool Accepts(CaseRun run, CaseEntry entry)
    {
        try
        {
            if (!run.Try(entry).TryGet(out _, out _))
            {
                return false;
            }

            run.Take(entry);
            return true;
        }
        catch (CalendarNotPublishedException)
        {
            // A run that has come to the end of the calendar.
            return false;
        }
    }

    private static void AssertLawful(PenaltyCase before, CaseEntry entry, PenaltyCase after, CaseRun run)
    {
        // An archived record stands, and nothing recorded is ever changed. 行政处罚法 art. 47.
        Assert.NotEqual(CaseState.Archived, before.State);
        Assert.Equal(before.Steps, after.Steps.SkipLast(1));
        Assert.True(entry.On >= before.LastOn);
        AssertDecision(before, entry, after);
        if (entry.Trigger == CaseTrigger.ServeNotice)
        {
            Assert.False(before.ReviewPassed && after.Notice!.Sanction.IsHeavierThan(before.Report!.Sanction));
            Assert.False(before.Ceiling is { } ceiling && after.Notice!.Sanction.IsHeavierThan(ceiling));
        }

        if (before.Decision is { } earlier)
        {
            Assert.False(after.Decision!.Sanction.IsHeavierThan(earlier.Sanction));
            Assert.Equal(earlier.On, after.Decision.On);
        }

        // Nobody pays more than the fine and a surcharge as high. Art. 72.
        if (entry.Trigger == CaseTrigger.RecordPayment && before.Decision!.ChangedOn is null)
        {
            Assert.True(after.Payments.Sum(payment => payment.Amount) <= 2 * before.Decision.Sanction.Fine);
        }

        if (after.State is CaseState.Served or CaseState.Performing or CaseState.Overdue or CaseState.Demanded or CaseState.CourtEnforcement)
        {
            Assert.NotNull(after.Decision);
            Assert.NotNull(after.Service);
        }

        if (after.State == CaseState.Archived)
        {
            Assert.DoesNotContain(after.Seizures, seizure => seizure.ReleasedOn is null);
            Assert.DoesNotContain(after.Preservations, kept => kept.ResolvedOn is null);
        }

        // One clock is counted once: the clocks of a kind are numbered, and only measures have several.
        var clocks = CaseDeadlines.Of(after, run.Law, run.Party);
        Assert.Equal(clocks.Count, clocks.Select(clock => (clock.Kind, clock.Number)).Distinct().Count());
        Assert.True(clocks.Count(clock => clock.Kind == CaseDeadlineKind.Decide) <= 1);
        Assert.True(clocks.Count(clock => clock.Kind == CaseDeadlineKind.Pay) <= 1);
        Assert.True(after.DecisionExtensions <= 2);
    }

    // Arts 42, 44, 45, 54, 57, 58, 62, 64: what must have gone before an ordinary decision.
    private static void AssertDecision(PenaltyCase before, CaseEntry entry, PenaltyCase after)
    {
        if (entry.Trigger != CaseTrigger.Decide)
        {
            return;
        }

        Assert.NotNull(before.FiledOn);
        Assert.True(before.Handlers.Distinct(StringComparer.Ordinal).Count() >= 2);
        Assert.False(after.Decision!.Sanction.IsHeavierThan(before.Notice!.Sanction));
        Assert.DoesNotContain(before.Pleas, plea => plea.AnsweredOn is null);
        // The window is five working days; these are never fewer than five days.
        Assert.True(before.RightsWaived || before.Hearing?.EndedOn is not null || entry.On > before.Notice.ServedOn.AddDays(5));
        Assert.False(before.Hearing is { WasHeld: true, ReviewedOn: null });
        var marks = before.Notice.Marks | entry.Marks | (before.Report?.Marks ?? CaseMarks.None);
        Assert.True(before.ReviewPassed || (marks & (CaseMarks.Complex | CaseMarks.PublicInterest | CaseMarks.StatutoryReview)) == CaseMarks.None);
        Assert.True(before.Discussion is not null || !marks.HasFlag(CaseMarks.Complex));
    }

    // Every second time a step that leads on; the ends beside the main line seldom, or no run would come to a decision.
    private static List<CaseTrigger> Likely(CaseState state, int pick)
    {
        var steps = CaseLifecycle.Table.Where(step => step.From == state && (pick / 10 % 2 == 0 || step.To != state)).ToList();
        var onwards = steps.Where(step => step.Trigger is not (CaseTrigger.ReturnToInvestigation or CaseTrigger.ReturnFromReview)
            && step.To is not (CaseState.NotFiled or CaseState.NoPenalty or CaseState.Dismissed or CaseState.Transferred
                or CaseState.Withdrawn or CaseState.Annulled) && step.Trigger != CaseTrigger.DecideSummary).ToList();
        return [.. (pick % 9 == 0 || onwards.Count == 0 ? steps : onwards).Select(step => step.Trigger)];
    }

    // Gives a drawn entry what its trigger asks for, most of the time.
    private static CaseEntry Fitted(PenaltyCase before, CaseEntry drawn, int pick) => pick % 7 == 0 ? drawn : drawn.Trigger switch
    {
        CaseTrigger.AssignHandlers => drawn with { Persons = ["JH001", "JH002"] },
        CaseTrigger.PassReview or CaseTrigger.ReturnFromReview or CaseTrigger.ReviewHearing => drawn with { Persons = ["LR01"] },
        CaseTrigger.NotifyHearing => drawn with { Persons = [CaseRun.Chair], Planned = drawn.On.AddDays(20) },
        CaseTrigger.HoldHearing => drawn with { On = before.Hearing?.PlannedOn ?? drawn.On },
        CaseTrigger.DecideSummary => drawn with { Persons = ["JH001", "JH002"], Sanction = new Sanction(PenaltyKind.Fine, 3_000m) },
        CaseTrigger.Decide or CaseTrigger.Discuss when before.Notice is { } notice => drawn with { Sanction = notice.Sanction },
        CaseTrigger.RecordPayment when pick % 2 == 0 => drawn with { Amount = before.Decision?.Sanction.Fine },
        CaseTrigger.GrantInstalments when before.Decision is { } decision => drawn with
        {
            Instalments = [new Instalment(drawn.On.AddDays(10), decision.Sanction.Fine)],
        },
        _ => drawn,
    };

    private static Gen<CaseEntry> Entry() =>
        from text in Gen.Elements("依法办理", "依法办理", "依法办理", "")
        from approvedBy in Gen.Elements("head", "head", "head", null)
        from persons in Gen.Elements<string[]>(["JH001", "JH002"], ["JH001", "JH001"], ["head", "deputy"], ["LR01"], ["X"])
        from fine in Gen.Elements(150_000m, 280_000m, 280_000m, 300_000m)
        from ground in Gen.Elements<NoPenaltyGround?>(NoPenaltyGround.FirstAndLight, NoPenaltyGround.NoViolation, null)
        from amount in Gen.Elements<decimal?>(1_000m, 280_000m, 560_000m, 0.001m, null)
        from exclusion in Gen.Elements(Enum.GetValues<ExclusionKind>())
        from remedy in Gen.Elements(Enum.GetValues<RemedyKind>())
        from channel in Gen.Elements(Enum.GetValues<PublicityChannel>())
        from missing in Gen.Elements(CaseMarks.None, CaseMarks.None, CaseMarks.None, CaseMarks.RightsTold, CaseMarks.PartySigned, CaseMarks.LegallyQualified)
        from more in Gen.Elements(CaseMarks.None, CaseMarks.None, CaseMarks.None, CaseMarks.Complex, CaseMarks.PublicInterest, CaseMarks.NewFacts, CaseMarks.OnSpot)
        select new CaseEntry(CaseTrigger.File, s_received)
        {
            Text = text, ApprovedBy = approvedBy, Persons = persons, Sanction = new Sanction(PenaltyKind.Fine, fine), Benchmarks = ["water-83-2"],
            Grade = PenaltyGrade.Lighter, Ground = ground, Amount = amount, Exclusion = exclusion, Remedy = remedy, Channel = channel,
            Method = ServiceMethod.HandedOver, Reference = "公安局", Marks = (Usual & ~missing) | more,
        };
}
