using Supervision.Audit;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Time;

namespace Supervision.SelfGovernance;

/// <summary>An officer verifies a task online, without a visit 在线核验, or sends it back. Verified, it gives back what the credit policy says.</summary>
[AllowedTo(Roles.CreditClerk | Roles.Inspector | Roles.Head)]
public sealed class VerifySelfTask(MatterWork matters, ICreditEventStore credit, ICreditPolicy policy, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>
    /// Saves and journals it. SUP7000: there is no such task; SUP7002: it is not handed in; SUP7010: no words; SUP3143: its year is over;
    /// SUP3144: the policy gives nothing back for its kind; SUP3149: the notice is disputed or was annulled meanwhile; SUP9302: another
    /// agency's turn.
    /// </summary>
    public async Task<Outcome<Matter>> RunAsync(string id, bool holds, string text, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await matters.FindAsync(id, MatterKind.SelfTask, cancellationToken).ConfigureAwait(false)).TryGet(out var task, out var missing))
        {
            return missing;
        }

        var today = clock.Today;
        var terms = policy.Terms(today);
        var term = terms.Repairs.GetValueOrDefault(Enum.Parse<SelfGovernanceKind>(task.Category));
        if (holds && (SelfTasks.RefuseLate(task, today)
            ?? await RefuseNoticeAsync(task, cancellationToken).ConfigureAwait(false)
            ?? (term is null ? Refusal.Of("SUP3144", terms.Policy.ToString(), task.Category) : null)) is { } refused)
        {
            return refused;
        }

        var entry = new MatterEntry(holds ? MatterTrigger.Verify : MatterTrigger.Return, matters.Now)
        {
            Text = text,
            Facts = holds ? MatterWork.FactsOf(("points", Invariant.Text(term!.Points))) : MatterWork.NoFacts,
        };
        if (!(await matters.StepAsync(task, entry, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var after, out var refusal))
        {
            return refusal;
        }

        if (holds)
        {
            await RepairAsync(after, term!, actor, cancellationToken).ConfigureAwait(false);
        }

        await matters.CommitAsync(cancellationToken).ConfigureAwait(false);
        return after;
    }

    private async Task<Refusal?> RefuseNoticeAsync(Matter task, CancellationToken cancellationToken) =>
        await matters.Store.FindAsync(task.ParentId!, cancellationToken).ConfigureAwait(false) is { State: MatterState.Notified or MatterState.Upheld }
            ? null
            : Refusal.Of("SUP3149", task.Id, task.ParentId!);

    private async Task RepairAsync(Matter task, RepairTerm term, Actor actor, CancellationToken cancellationToken)
    {
        var sequence = await credit.LastSequenceAsync(cancellationToken).ConfigureAwait(false) + 1;
        var repair = new CreditEvent($"repair.{task.Id}", task.SubjectId!, CreditEventKind.RepairApproved, clock.Today, sequence, [], term.Points);
        await credit.AddAsync([repair], cancellationToken).ConfigureAwait(false);
        work.Append(new JournalRecord("points.repaired", repair.Id, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("subject", repair.SubjectId);
            json.WriteString("task", task.Id);
            json.WriteString("points", Invariant.Text(term.Points));
            json.WriteString("on", Invariant.Text(repair.OccurredOn));
        })));
    }
}
