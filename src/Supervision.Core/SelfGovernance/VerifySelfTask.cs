using Supervision.Audit;
using Supervision.Cases;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Time;

namespace Supervision.SelfGovernance;

/// <summary>
/// An officer verifies a task online, without a visit 在线核验, or sends it back. Verified, it gives back what the credit policy says; one without a notice
/// (<see cref="CallSelfTasks"/>) gives nothing back.
/// </summary>
[AllowedTo(Roles.CreditClerk | Roles.Inspector | Roles.Head)]
public sealed class VerifySelfTask(
    MatterWork matters, ICaseStore cases, SubjectLists lists, ICreditEventStore credit, ICreditPolicy policy, IUnitOfWork work, AuthorityClock clock)
{
    private readonly CreditRecording _recording = new(credit, work, clock);

    /// <summary>
    /// Saves and journals it. SUP7000: there is no such task; SUP7002: it is not handed in; SUP7010: no words; SUP3143: its year is over;
    /// SUP3144: the policy gives nothing back for its kind; SUP3149: the notice is disputed or was annulled meanwhile; SUP3162: a list bars
    /// the subject from repair; SUP3172: its faults were penalised meanwhile; SUP9302: another agency's turn.
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
        var parent = await matters.Store.FindAsync(task.ParentId!, cancellationToken).ConfigureAwait(false);
        var isCalled = parent is { Kind: MatterKind.Push };
        if (holds && !isCalled && (SelfTasks.RefuseLate(task, today)
            ?? RefuseNotice(task, parent)
            ?? await lists.RefuseRepairAsync(task.SubjectId!, today, cancellationToken).ConfigureAwait(false)
            ?? await SelfTasks.RefusePenalisedAsync(cases, parent!, cancellationToken).ConfigureAwait(false)
            ?? (term is null ? Refusal.Of("SUP3144", terms.Policy.ToString(), task.Category) : null)) is { } refused)
        {
            return refused;
        }

        var entry = new MatterEntry(holds ? MatterTrigger.Verify : MatterTrigger.Return, matters.Now)
        {
            Text = text,
            Facts = holds && !isCalled ? MatterWork.FactsOf(("points", Invariant.Text(term!.Points))) : MatterWork.NoFacts,
        };
        if (!(await matters.StepAsync(task, entry, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var after, out var refusal))
        {
            return refusal;
        }

        if (holds && !isCalled)
        {
            await RepairAsync(after, term!, actor, cancellationToken).ConfigureAwait(false);
        }

        await matters.CommitAsync(cancellationToken).ConfigureAwait(false);
        return after;
    }

    private static Refusal? RefuseNotice(Matter task, Matter? notice) =>
        notice is { State: MatterState.Notified or MatterState.Upheld }
            ? null
            : Refusal.Of("SUP3149", task.Id, task.ParentId!);

    private async Task RepairAsync(Matter task, RepairTerm term, Actor actor, CancellationToken cancellationToken)
    {
        var repair = new CreditEvent($"repair.{task.Id}", task.SubjectId!, CreditEventKind.RepairApproved, clock.Today, 0, [], term.Points);
        await _recording.AddAsync(
            "points.repaired", [repair], actor,
            (json, one) =>
            {
                json.WriteString("task", task.Id);
                json.WriteString("points", Invariant.Text(one.Points!.Value));
            },
            cancellationToken).ConfigureAwait(false);
    }
}
