using Microsoft.Extensions.DependencyInjection;
using Supervision.Audit;
using Supervision.Coordination;
using Supervision.Decisions;
using Supervision.Inspections;

namespace Supervision.Testing.Laws;

// Goal: a joint plan comes back as it was merged, is approved once and its visits are opened once; who takes part sees it, nobody else.
internal sealed class JointPlanLaws : StoreSuite
{
    private static readonly DateOnly s_day = new(2026, 3, 6);
    private static readonly LegalBasis s_basis = new("浙江省综合行政执法条例𠮷", "第十五条", s_day, s_day.AddYears(9));

    [Law]
    public async Task Plan_EveryMember_ComesBack()
    {
        var (plan, visits) = Merged("j-1");
        await AddAsync(plan, visits);
        await ReopenAsync();
        var read = (await FindAsync("j-1"))!;
        Same.Value(plan with { Rules = new MergeRules() }, read with { Rules = new MergeRules() });
        Same.Value(WithoutSets(plan.Rules), WithoutSets(read.Rules));
        Assert.Equal(plan.Rules.LeftInPeace.Order(StringComparer.Ordinal), read.Rules.LeftInPeace.Order(StringComparer.Ordinal));
        Assert.Equal(plan.Rules.Uncounted.Order(), read.Rules.Uncounted.Order());
        Assert.Equal(plan.JointShare, read.JointShare);
        var kept = await VisitsAsync("j-1", DateOnly.MinValue, DateOnly.MaxValue);
        Assert.Equal(Enumerable.Range(1, visits.Count), kept.Select(visit => visit.Number));
        foreach (var (expected, actual) in visits.Zip(kept))
        {
            Same.Value(expected with { Attendances = Sorted(expected.Attendances) }, actual.Visit with { Attendances = Sorted(actual.Visit.Attendances) });
            Assert.Empty(actual.TaskIds);
            Assert.Empty(actual.Checklists);
        }

        Assert.Null(await FindAsync("j-2"));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(plan, visits));
    }

    [Law]
    public async Task Approval_IsKeptOnce_AndOneForAYear()
    {
        foreach (var id in (string[])["j-1", "j-2"])
        {
            var (plan, visits) = Merged(id);
            await AddAsync(plan, visits);
        }

        var approved = Merged("j-1").Plan with { ApprovedBy = "head", ApprovedOn = s_day };
        Assert.Null(await ApprovedAsync());
        await CommitAsync<IJointPlanStore>(store => store.UpdateAsync(approved, Token), Record("j-1"));
        Assert.Equal(("head", s_day), ((await ApprovedAsync())!.ApprovedBy, (await ApprovedAsync())!.ApprovedOn!.Value));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync<IJointPlanStore>(store => store.UpdateAsync(approved, Token), Record("j-1")));
        await Assert.ThrowsAnyAsync<Exception>(() => CommitAsync<IJointPlanStore>(store => store.UpdateAsync(approved with { Id = "j-2" }, Token), Record("j-2")));
        Assert.Equal(["j-1", "j-2"], (await ReadAsync<IJointPlanStore, IReadOnlyList<JointPlan>>(store => store.ListAsync(null, 10, Token))).Select(plan => plan.Id));
        Assert.Equal(["j-2"], (await ReadAsync<IJointPlanStore, IReadOnlyList<JointPlan>>(store => store.ListAsync("j-1", 1, Token))).Select(plan => plan.Id));
    }

    [Law]
    public async Task Visit_IsOpenedOnce_AndFoundByItsDay()
    {
        var (plan, visits) = Merged("j-1");
        await AddAsync(plan, visits);
        var first = (await ReadAsync<IJointPlanStore, PlannedVisit?>(store => store.FindVisitAsync("j-1", 1, Token)))! with
        {
            TaskIds = ["joint.j-1.1.1", "joint.j-1.1.2"], Checklists = [Given.Checklist(2).Reference, Given.Checklist().Reference],
        };
        await CommitAsync<IJointPlanStore>(store => store.MarkOpenedAsync(first, Token), Record("j-1.1"));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => CommitAsync<IJointPlanStore>(store => store.MarkOpenedAsync(first, Token), Record("j-1.1")));
        var thatDay = await VisitsAsync("j-1", first.Visit.On, first.Visit.On);
        Assert.Equal([first.Visit.On], thatDay.Select(visit => visit.Visit.On).Distinct());
        var opened = Assert.Single(thatDay, visit => visit.TaskIds.Count > 0);
        Assert.Equal(first.TaskIds, opened.TaskIds);
        Assert.Equal(first.Checklists, opened.Checklists);
        Assert.Empty(await VisitsAsync("j-1", first.Visit.On.AddDays(-9), first.Visit.On.AddDays(-1)));
        Assert.Null(await ReadAsync<IJointPlanStore, PlannedVisit?>(store => store.FindVisitAsync("j-1", 99, Token)));
    }

    // Whoever merges plans counts what all agencies do at a subject in the year.
    [Law]
    public async Task Year_OfASubject_IsWhatWasRecordedOrIsDueInItOfAllAgencies()
    {
        var recorded = Given.Recorded(Given.Task("t1", "S-1"), new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.FromHours(8))) with { DueOn = new DateOnly(2027, 1, 5), Version = 1 };
        var foreign = Given.Task("t2", "S-1") with { AgencyId = "fire", DueOn = new DateOnly(2026, 1, 1) };
        var lastYear = Given.Recorded(Given.Task("t3", "S-1"), new DateTimeOffset(2025, 12, 31, 23, 0, 0, TimeSpan.FromHours(8))) with { Version = 1 };
        var ended = Given.Task("t4", "S-1") with { State = TaskState.Terminated, TerminationReason = "注销" };
        var next = Given.Task("t5", "S-1") with { DueOn = new DateOnly(2027, 1, 1) };
        await CommitAsync<ITaskStore>(store => store.AddAsync([ended, recorded, foreign, lastYear, next, Given.Task("t6", "S-2")], Token));
        await ReopenAsync();
        var planner = new Actor("li", "joint-office") { Roles = Roles.Planner };
        await using var scope = Services.GetRequiredService<CommandDesk>().Open(planner);
        Same.Value([recorded, foreign, ended], await scope.ServiceProvider.GetRequiredService<IYearlyVisits>().ListOfYearAsync("S-1", 2026, Token));
    }

    private static MergeRules WithoutSets(MergeRules rules) => rules with { LeftInPeace = new HashSet<string>(), Uncounted = new HashSet<TaskSource>() };

    private static SortedDictionary<string, int> Sorted(IReadOnlyDictionary<string, int> counts) => new(counts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    private Task AddAsync(JointPlan plan, IReadOnlyList<JointVisit> visits) =>
        CommitAsync<IJointPlanStore>(store => store.AddAsync(plan, visits, Token), Record(plan.Id));

    private Task<JointPlan?> FindAsync(string id) => ReadAsync<IJointPlanStore, JointPlan?>(store => store.FindAsync(id, Token));

    private Task<JointPlan?> ApprovedAsync() =>
        ReadAsync<IJointPlanStore, JointPlan?>(store => store.FindApprovedAsync("joint-office", 2026, Token));

    private Task<IReadOnlyList<PlannedVisit>> VisitsAsync(string id, DateOnly from, DateOnly to) =>
        ReadAsync<IJointPlanStore, IReadOnlyList<PlannedVisit>>(store => store.ListVisitsAsync(id, from, to, 0, 100, Token));

    private static (JointPlan Plan, IReadOnlyList<JointVisit> Visits) Merged(string id)
    {
        var rules = new MergeRules
        {
            YearlyCap = 1, CapBasis = s_basis, GapDays = 30, LeftInPeace = new HashSet<string>(["S-2"], StringComparer.Ordinal),
            Uncounted = new HashSet<TaskSource> { TaskSource.SuperiorOrder, TaskSource.Complaint },
            Delegations = [new CheckDelegation("fire", "market", "33070100200100", s_basis)],
        };
        PlannedCheck[] checks =
        [
            Check("a", "market", "S-1", "33070100100100") with { IsKey = true }, Check("b", "fire", "S-1", "33070100200100"),
            Check("c", "fire", "S-2", "33070100200100"), Check("d", "market", "S-3", "33070100100100") with { IsStatutory = true },
            Check("e", "market", "S-3", "33070100300100") with { From = s_day.AddDays(90), To = s_day.AddDays(99), IsStatutory = true },
        ];
        var merged = PlanMerger.Merge(checks, rules);
        return (
            new JointPlan
            {
                Id = id, Year = 2026, AgencyId = "joint-office", Partners = ["fire", "market"], Rules = rules, Visits = merged.Visits.Count,
                JointShare = merged.JointShare, Savings = merged.Savings, Dropped = merged.Dropped, Notes = merged.Notes, ContentHash = new string('a', 64),
                ProposedBy = "planner", ProposedOn = s_day,
            },
            merged.Visits);
    }

    private static PlannedCheck Check(string id, string agency, string subject, string item) =>
        new(id, agency, subject, item, s_day, s_day.AddDays(20), 2);
}
