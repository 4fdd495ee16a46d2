using FsCheck;
using FsCheck.Fluent;
using Supervision.Coordination;
using Supervision.Decisions;

namespace Supervision.Core.Tests.Coordination;

// Goal: "enter once, check many" (浙江省综合行政执法条例 art. 13): never more visits than before, never a missed statutory check.
public sealed class PlanMergerTests
{
    private static readonly DateOnly s_start = new(2026, 1, 1);

    [Fact]
    public void Merge_AnyPlans_NeverMoreVisitsNeverMoreOfficersNeverAMissedStatutoryCheck() =>
        Prop.ForAll(Checks().ToArbitrary(), Rules().ToArbitrary(), (checks, rules) =>
        {
            var plan = PlanMerger.Merge(checks, rules);
            Assert.True(plan.Savings.VisitsSaved >= 0);
            Assert.True(plan.Savings.AttendancesSaved >= 0);
            Assert.Equal(plan.Visits.Count, plan.Savings.VisitsActual);

            // Every check takes place once or is dropped for a reason; one that a law demands always takes place.
            var held = plan.Visits.SelectMany(visit => visit.Checks).ToList();
            Assert.Equal(
                checks.Select(check => check.Id).Order(StringComparer.Ordinal),
                held.Select(check => check.Id).Concat(plan.Dropped.Select(drop => drop.Check.Id)).Order(StringComparer.Ordinal));
            Assert.DoesNotContain(plan.Dropped, drop => drop.Check.IsStatutory);
            foreach (var visit in plan.Visits)
            {
                Assert.All(visit.Checks, check => Assert.True(check.From <= visit.On && visit.On <= check.To && check.SubjectId == visit.SubjectId));
                Assert.All(visit.Checks, check => Assert.True(
                    visit.Attendances.ContainsKey(visit.DelegatedTo.GetValueOrDefault(check.Id, check.AgencyId))));
                Assert.All(visit.DelegatedTo, pair => Assert.False(visit.Checks.Single(check => check.Id == pair.Key).IsKey));
            }

            foreach (var subject in plan.Visits.GroupBy(visit => visit.SubjectId, StringComparer.Ordinal))
            {
                Assert.True(subject.Count() <= Math.Max(rules.YearlyCap ?? int.MaxValue, subject.Count(visit => visit.IsStatutory)));
                Assert.True(!rules.LeftInPeace.Contains(subject.Key) || subject.SelectMany(visit => visit.Checks).All(check => check.IsStatutory));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Merge_TheSameChecksInAnyOrder_IsTheSamePlan() =>
        Prop.ForAll(Checks().ToArbitrary(), Rules().ToArbitrary(), (checks, rules) => Assert.Equal(
            Text(PlanMerger.Merge(checks, rules)), Text(PlanMerger.Merge([.. checks.Reverse()], rules)))).QuickCheckThrowOnFailure();

    // The internet café of domain.md §4: culture leads, market, police and fire come along: four agencies, one visit, one form.
    [Fact]
    public void Merge_TheInternetCafe_IsOneVisitOfFourAgencies()
    {
        string[] agencies = ["culture", "fire", "market", "police"];
        var plan = PlanMerger.Merge([.. agencies.Select((agency, i) => Check($"c{i}", agency, "cafe", i * 10, 200 + i))], new MergeRules());
        var visit = Assert.Single(plan.Visits);
        Assert.Equal((4, 1, 8, 8), (plan.Savings.VisitsPlanned, plan.Savings.VisitsActual, plan.Savings.AttendancesPlanned, plan.Savings.AttendancesActual));
        Assert.Equal(3, plan.Savings.VisitsSaved);
        Assert.Equal("culture", Assert.Single(JointInspection.Of(plan)).LeadAgencyId);
        Assert.Equal(s_start.AddDays(30), visit.On);
        Assert.Equal("1/1 (100.00 %)", plan.JointShare.ToString());
    }

    // domain.md §8: emergency 42 visits and 78 attendances saved (1.86 a visit), culture 58 and 150 (2.59): officers never follow from visits.
    [Theory]
    [InlineData(42, 78, 1.86)]
    [InlineData(58, 150, 2.59)]
    public void Savings_VisitsAndOfficers_AreTwoCounts(int visits, int attendances, double each)
    {
        var savings = new MergeSavings(visits + 83, 83, attendances + 200, 200);
        Assert.Equal((visits, attendances), (savings.VisitsSaved, savings.AttendancesSaved));
        Assert.Equal((decimal)each, Math.Round((decimal)savings.AttendancesSaved / savings.VisitsSaved, 2));
    }

    // Delegated general points: whoever is there anyway does them, and the owner's officers stay away.
    [Fact]
    public void Merge_ADelegatedGeneralItem_SavesTheOfficersOfItsOwner()
    {
        PlannedCheck[] checks = [Check("a", "emergency", "S", 0, 90), Check("b", "market", "S", 0, 90)];
        var rules = new MergeRules
        {
            Delegations = [new CheckDelegation("emergency", "market", "item", new LegalBasis("浙江省综合行政执法条例", "第十五条"))],
        };
        var visit = Assert.Single(PlanMerger.Merge(checks, rules).Visits);
        Assert.Equal(["market"], visit.Attendances.Keys);
        Assert.Equal("market", visit.DelegatedTo["a"]);
        var key = PlanMerger.Merge([checks[0] with { IsKey = true }, checks[1]], rules);
        Assert.Equal(2, Assert.Single(key.Visits).Attendances.Count);
    }

    [Fact]
    public void Merge_CapReached_KeepsWhatALawDemandsThenKeyItems()
    {
        PlannedCheck[] checks =
        [
            Check("a", "A", "S", 0, 10), Check("b", "B", "S", 50, 60) with { IsKey = true },
            Check("c", "C", "S", 100, 110) with { IsStatutory = true }, Check("d", "D", "S", 150, 160),
        ];
        var plan = PlanMerger.Merge(checks, new MergeRules { YearlyCap = 2 });
        Assert.Equal(["b", "c"], plan.Visits.SelectMany(visit => visit.Checks).Select(check => check.Id));
        Assert.All(plan.Dropped, drop => Assert.Equal(DropReason.YearlyCap, drop.Reason));
        var demanded = PlanMerger.Merge([.. checks.Select(check => check with { IsStatutory = true })], new MergeRules { YearlyCap = 2 });
        Assert.Equal(4, demanded.Visits.Count);
        Assert.Equal(new MergeNote(MergeNoteKind.CapExceededByLaw, "S", 4), Assert.Single(demanded.Notes));
    }

    [Fact]
    public void Merge_GapBetweenVisits_IsKeptWhereTheWindowsAllowAndNotedWhereNot()
    {
        PlannedCheck[] checks = [Check("a", "A", "S", 0, 10), Check("b", "B", "S", 12, 60)];
        Assert.Equal(s_start.AddDays(30), PlanMerger.Merge(checks, new MergeRules { GapDays = 30 }).Visits[1].On);
        var tight = PlanMerger.Merge(checks, new MergeRules { GapDays = 90 });
        Assert.Equal(new MergeNote(MergeNoteKind.CloserThanWished, "S", 60), Assert.Single(tight.Notes));
    }

    [Fact]
    public void Checks_OfAYearlyPlan_DivideTheWindowEvenly()
    {
        var plan = new YearlyPlan("A", 2026, [new YearlyPlanLine("item", ["S1", "S2"], 2, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31))]);
        var checks = plan.Checks().OrThrow();
        Assert.Equal(4, checks.Count);
        Assert.Equal((new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 2)), (checks[0].To, checks[1].From));
        Assert.Equal("SUP4131", (plan with { Year = 2027 }).Checks().Refusal!.Code);
        Assert.Equal("SUP4132", (plan with { Lines = [plan.Lines[0] with { Frequency = 0 }] }).Checks().Refusal!.Code);
        Assert.Equal("SUP4133", (plan with { Lines = [plan.Lines[0], plan.Lines[0]] }).Checks().Refusal!.Code);
    }

    [Fact]
    public void Merge_WrongChecks_Throw()
    {
        var check = Check("a", "A", "S", 0, 10);
        Assert.Throws<ArgumentException>(() => PlanMerger.Merge([check, check], new MergeRules()));
        Assert.Throws<ArgumentException>(() => PlanMerger.Merge([check with { Officers = 1 }], new MergeRules()));
        Assert.Throws<ArgumentException>(() => PlanMerger.Merge([check, check with { Id = "b" }], new MergeRules()));
    }

    private static PlannedCheck Check(string id, string agency, string subject, int from, int to) =>
        new(id, agency, subject, "item", s_start.AddDays(from), s_start.AddDays(to), 2);

    private static Gen<IReadOnlyList<PlannedCheck>> Checks() =>
        from drafts in Gen.ListOf(
            from agency in Gen.Elements("A", "B", "C", "D")
            from subject in Gen.Elements("S1", "S2", "S3")
            from item in Gen.Elements("1", "2", "3")
            from start in Gen.Choose(0, 340)
            from length in Gen.Choose(0, 120)
            from officers in Gen.Choose(2, 4)
            from statutory in Gen.Elements(true, false, false)
            from key in Gen.Elements(true, false)
            select new PlannedCheck("", agency, subject, item, s_start.AddDays(start), s_start.AddDays(start + length), officers)
            {
                IsStatutory = statutory, IsKey = key,
            })
        select Distinct(drafts);

    private static IReadOnlyList<PlannedCheck> Distinct(IEnumerable<PlannedCheck> drafts)
    {
        var kept = new List<PlannedCheck>();
        foreach (var draft in drafts)
        {
            if (!kept.Exists(other => (other.AgencyId, other.SubjectId, other.ItemCode) == (draft.AgencyId, draft.SubjectId, draft.ItemCode)
                && other.From <= draft.To && draft.From <= other.To))
            {
                kept.Add(draft with { Id = $"{kept.Count:000}" });
            }
        }

        return kept;
    }

    private static Gen<MergeRules> Rules() =>
        from cap in Gen.Elements<int?>(null, 1, 2, 4)
        from gap in Gen.Elements(0, 30, 90)
        from peace in Gen.Elements<string[]>([], ["S1"])
        from delegations in Gen.SubListOf(
            new CheckDelegation("A", "B", "1", new LegalBasis("x", "")), new CheckDelegation("B", "A", "1", new LegalBasis("x", "")),
            new CheckDelegation("B", "C", "2", new LegalBasis("x", "")), new CheckDelegation("C", "D", "1", new LegalBasis("x", "")))
        select new MergeRules { YearlyCap = cap, GapDays = gap, LeftInPeace = peace.ToHashSet(StringComparer.Ordinal), Delegations = [.. delegations] };

    private static string Text(MergedPlan plan) => string.Join('\n', plan.Visits.Select(visit =>
        $"{visit.SubjectId} {visit.On} {string.Join(',', visit.Checks.Select(check => check.Id))} {string.Join(',', visit.Attendances.Keys)}"));
}
