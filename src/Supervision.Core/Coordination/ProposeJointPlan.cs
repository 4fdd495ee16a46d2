using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.Coordination;

/// <summary>Merges the agencies' yearly plans and keeps the result for the approval by a second person.</summary>
[AllowedTo(Roles.Planner)]
public sealed class ProposeJointPlan(
    IJointPlanStore plans, IOfficerStore officers, ICatalogStore catalog, IUnitOfWork work, AuthorityClock clock)
{
    private const int LongestId = 32;

    /// <summary>
    /// Saves and journals the merged plan with its savings. SUP2230: the id is malformed or taken; SUP2231: there is no plan, an agency brings two,
    /// or one is for another year; SUP2232: an agency is not registered; SUP2233: the yearly cap names no source, or is below 1; SUP2242: an
    /// item that is delegated has key points (简单检查事项 alone may be); SUP4131 to SUP4133: a line of a plan, see <see cref="YearlyPlan.Checks"/>.
    /// </summary>
    /// <param name="id">Identifier, 1 to 32 characters.</param>
    /// <param name="year">Civil year.</param>
    /// <param name="yearly">The agencies' plans, each of them once.</param>
    /// <param name="rules">What the merge respects.</param>
    /// <param name="actor">Who merges, for the joint office.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<JointPlan>> RunAsync(
        string id, int year, IReadOnlyList<YearlyPlan> yearly, MergeRules rules, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(yearly);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(actor);
        if (!Identifier.IsValid(id) || id.Length > LongestId || await plans.FindAsync(id, cancellationToken).ConfigureAwait(false) is not null)
        {
            return Refusal.Of("SUP2230", id);
        }

        var agencies = (await officers.ListAgenciesAsync(cancellationToken).ConfigureAwait(false)).Select(agency => agency.Id).ToHashSet(StringComparer.Ordinal);
        if (Check(year, yearly, rules, agencies) is { } wrong)
        {
            return wrong;
        }

        if (await KeyPointOfAsync(rules.Delegations, cancellationToken).ConfigureAwait(false) is { } notSimple)
        {
            return notSimple;
        }

        var checks = new List<PlannedCheck>();
        foreach (var plan in yearly)
        {
            if (!plan.Checks().TryGet(out var own, out var refusal))
            {
                return refusal;
            }

            checks.AddRange(own);
        }

        var merged = PlanMerger.Merge(checks, rules);
        var made = PlanOf(id, year, yearly, rules, merged, actor);
        await plans.AddAsync(made, merged.Visits, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("joint-plan.proposed", id, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteNumber("year", year);
            json.WriteString("content", made.ContentHash);
            json.WriteNumber("visitsPlanned", made.Savings.VisitsPlanned);
            json.WriteNumber("visits", made.Savings.VisitsActual);
            json.WriteNumber("attendancesPlanned", made.Savings.AttendancesPlanned);
            json.WriteNumber("attendances", made.Savings.AttendancesActual);
            json.WriteNumber("dropped", made.Dropped.Count);
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return made;
    }

    // What an agency may let another one do is simple: an item whose points are all general.
    private async Task<Refusal?> KeyPointOfAsync(IReadOnlyList<CheckDelegation> delegations, CancellationToken cancellationToken)
    {
        foreach (var delegated in delegations)
        {
            if (await catalog.FindItemAsync(delegated.ItemCode, cancellationToken).ConfigureAwait(false) is { ChecklistId: { } id }
                && await catalog.FindChecklistAsync(id, null, cancellationToken).ConfigureAwait(false) is { } checklist
                && checklist.Points.FirstOrDefault(point => point.Importance == PointImportance.Key) is { } key)
            {
                return Refusal.Of("SUP2242", delegated.ItemCode, delegated.FromAgencyId, delegated.ToAgencyId, key.Id).On(delegated.Basis);
            }
        }

        return null;
    }

    private static Refusal? Check(int year, IReadOnlyList<YearlyPlan> yearly, MergeRules rules, HashSet<string> agencies) =>
        yearly.Count == 0 || yearly.Any(plan => plan.Year != year)
            || yearly.Select(plan => plan.AgencyId).Distinct(StringComparer.Ordinal).Count() < yearly.Count
            ? Refusal.Of("SUP2231", Invariant.Text(year), string.Join(", ", yearly.Select(plan => $"{plan.AgencyId} {Invariant.Text(plan.Year)}")))
        : yearly.FirstOrDefault(plan => !agencies.Contains(plan.AgencyId)) is { } unknown ? Refusal.Of("SUP2232", unknown.AgencyId)
        : rules.YearlyCap is { } cap && (cap < 1 || rules.CapBasis is null) ? Refusal.Of("SUP2233", Invariant.Text(cap))
        : null;

    private JointPlan PlanOf(
        string id, int year, IReadOnlyList<YearlyPlan> yearly, MergeRules rules, MergedPlan merged, Actor actor) => new()
        {
            Id = id,
            Year = year,
            AgencyId = actor.AgencyId,
            Partners = [.. yearly.Select(plan => plan.AgencyId).Order(StringComparer.Ordinal)],
            Rules = rules,
            Visits = merged.Visits.Count,
            JointShare = merged.JointShare,
            Savings = merged.Savings,
            Dropped = merged.Dropped,
            Notes = merged.Notes,
            ContentHash = JointPlanHash.Of(merged),
            ProposedBy = actor.Id,
            ProposedOn = clock.Today,
        };
}
