using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Time;

namespace Supervision.Coordination;

/// <summary>Approves a merged plan: a second person of the joint office, once, and one plan for a year.</summary>
[AllowedTo(Roles.Planner | Roles.Head)]
public sealed class ApproveJointPlan(IJointPlanStore plans, IUnitOfWork work, AuthorityClock clock, CurrentActor current)
{
    /// <summary>
    /// Saves and journals the approval. SUP2234: there is no such plan; SUP9302: it is of another joint office; SUP2235: it is approved, or
    /// another one is for this year; SUP2236: who merged it does not approve it.
    /// </summary>
    public async Task<Outcome<JointPlan>> RunAsync(string id, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await plans.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } plan)
        {
            return Refusal.Of("SUP2234", id);
        }

        if (current.RefuseAgency(plan.AgencyId) is { } foreign)
        {
            return foreign;
        }

        if (await plans.FindApprovedAsync(plan.AgencyId, plan.Year, cancellationToken).ConfigureAwait(false) is { } approved)
        {
            return Refusal.Of("SUP2235", approved.Id, Invariant.Text(plan.Year));
        }

        if (plan.ProposedBy == actor.Id)
        {
            return Refusal.Of("SUP2236", id, actor.Id);
        }

        plan = plan with { ApprovedBy = actor.Id, ApprovedOn = clock.Today };
        await plans.UpdateAsync(plan, cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord(
            "joint-plan.approved", id, actor, clock.Now, CanonicalJson.Of(json => json.WriteString("content", plan.ContentHash))));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return plan;
    }
}
