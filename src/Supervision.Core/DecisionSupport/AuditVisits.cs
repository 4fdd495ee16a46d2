using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Time;

namespace Supervision.DecisionSupport;

/// <summary>Supervises the supervisors: audits the inspections of all agencies in a period. Each audit is journalled.</summary>
[AllowedTo(Roles.Auditor, IsShared = true)]
public sealed class AuditVisits(IVisitAuditStore visits, IJournalIndex journal, OversightPolicy policy, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>The inspectors: pairs, repeats, speed, redraws, burden. SUP3220: the period is empty.</summary>
    public async Task<Outcome<VisitAuditReport>> RunAsync(
        DateOnly from, DateOnly to, double significance, Actor actor, CancellationToken cancellationToken)
    {
        var audit = new VisitAudit(policy);
        if (await ReadAsync(from, to, audit.Add, actor, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            return refusal;
        }

        foreach (var entry in await journal.FindAsync(TaskJournal.RedrawnType, null, cancellationToken).ConfigureAwait(false))
        {
            if (DateOnly.FromDateTime(clock.Local(entry.Record.At).DateTime) is var on && on >= from && on <= to)
            {
                audit.AddRedraw(entry.Record.Actor.AgencyId);
            }
        }

        return audit.Report(significance);
    }

    /// <summary>The risk class, with officer, station and season beside it. SUP3220: the period is empty.</summary>
    public async Task<Outcome<RiskEvaluationReport>> EvaluateRiskAsync(DateOnly from, DateOnly to, Actor actor, CancellationToken cancellationToken)
    {
        var evaluation = new RiskEvaluation();
        return await ReadAsync(from, to, evaluation.Add, actor, cancellationToken).ConfigureAwait(false) is { } refusal
            ? refusal
            : evaluation.Report();
    }

    /// <summary>The inspections themselves, in order of their day, for an evaluation of other classes. SUP3220: the period is empty.</summary>
    public async Task<Outcome<IReadOnlyList<AuditedVisit>>> ListAsync(DateOnly from, DateOnly to, Actor actor, CancellationToken cancellationToken)
    {
        var listed = new List<AuditedVisit>();
        return await ReadAsync(from, to, listed.Add, actor, cancellationToken).ConfigureAwait(false) is { } refusal ? refusal : listed;
    }

    private async Task<Refusal?> ReadAsync(
        DateOnly from, DateOnly to, Action<AuditedVisit> add, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (from > to)
        {
            return Refusal.Of("SUP3220", Invariant.Text(from), Invariant.Text(to));
        }

        await foreach (var visit in visits.StreamAsync(from, to, cancellationToken).ConfigureAwait(false))
        {
            add(visit);
        }

        work.Append(new JournalRecord("visits.audited", actor.AgencyId, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("from", Invariant.Text(from));
            json.WriteString("to", Invariant.Text(to));
        })));
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }
}
