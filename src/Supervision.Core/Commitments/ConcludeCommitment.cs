using Supervision.Audit;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Inspections;
using Supervision.Lists;
using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Commitments;

/// <summary>
/// Draws the conclusion from a recorded check: kept or broken 未履约, and after an order from its recheck. A breach needs a promise and a
/// finding; it costs what the credit policy says, tags the subject for key supervision and bars it from that licence item, all in one transaction.
/// </summary>
[AllowedTo(Roles.CreditClerk | Roles.Inspector | Roles.Head)]
public sealed class ConcludeCommitment(
    MatterWork matters, ITaskStore tasks, ICreditEventStore events, ICreditPolicy policy, SubjectLists lists, IUnitOfWork work, AuthorityClock clock)
{
    private static readonly LegalBasis s_consequences = new("国办发〔2020〕42号", "", new DateOnly(2020, 10, 27));

    private readonly CreditRecording _recording = new(events, work, clock);

    /// <summary>
    /// Saves and journals the conclusion. SUP7000: there is no such promise; SUP3107: its check is not recorded and signed; SUP3111: its recheck
    /// is not over; SUP7002: there is nothing to conclude; SUP9302: another agency's turn.
    /// </summary>
    public async Task<Outcome<ConcludedCommitment>> RunAsync(string id, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await matters.FindAsync(id, MatterKind.Commitment, cancellationToken).ConfigureAwait(false)).TryGet(out var before, out var missing))
        {
            return missing;
        }

        var task = before.Fact("task") is { } opened ? await tasks.FindAsync(opened, cancellationToken).ConfigureAwait(false) : null;
        var broken = task?.Entries.Where(entry => entry.Answer == CheckAnswer.NonConform).Select(entry => entry.PointId).ToList() ?? [];
        var outcome = before.State == MatterState.Ordered ? await RecheckAsync(before, task, actor, cancellationToken).ConfigureAwait(false)
            : broken.Count > 0 ? await BreachAsync(before, task!, broken, actor, cancellationToken).ConfigureAwait(false)
            : await StepAsync(before, new MatterEntry(MatterTrigger.Keep, matters.Now) { Reference = task?.Id }, actor, cancellationToken).ConfigureAwait(false);
        return await matters.CommitAsync(outcome, cancellationToken).ConfigureAwait(false);
    }

    private Task<Outcome<ConcludedCommitment>> RecheckAsync(Matter before, InspectionTask? task, Actor actor, CancellationToken cancellationToken)
    {
        var hasFailed = task?.State == TaskState.Escalated;
        var entry = new MatterEntry(hasFailed ? MatterTrigger.FailRecheck : MatterTrigger.Recheck, matters.Now)
        {
            Reference = task?.Id, Facts = hasFailed ? MatterWork.FactsOf(("recheck", "failed")) : MatterWork.NoFacts,
        };
        return StepAsync(before, entry, actor, cancellationToken);
    }

    private async Task<Outcome<ConcludedCommitment>> BreachAsync(
        Matter before, InspectionTask task, List<string> broken, Actor actor, CancellationToken cancellationToken)
    {
        var breach = new CreditEvent(
            $"breach.{before.Id}", before.SubjectId!, CreditEventKind.CommitmentBreached, clock.Today, long.MaxValue, []);
        var history = await events.FindAsync(before.SubjectId!, cancellationToken).ConfigureAwait(false);
        var credit = policy.Evaluate(history with { Events = [.. history.Events, breach] }, clock.Today);
        var entry = new MatterEntry(MatterTrigger.Breach, matters.Now)
        {
            Reference = task.Id,
            Text = string.Join(", ", broken),
            Facts = MatterWork.FactsOf(
                ("broken", string.Join(',', broken)), ("breach", breach.Id), ("scoreAfter", Invariant.Text(credit.CompositeScore)),
                ("gradeAfter", credit.Grade.ToString())),
        };
        if (!(await matters.StepAsync(before, entry, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var after, out var refusal))
        {
            return refusal;
        }

        breach = (await _recording.AddAsync(
            "commitment.breached", [breach], actor,
            (json, _) =>
            {
                json.WriteString("commitment", before.Id);
                json.WriteString("task", task.Id);
            },
            cancellationToken).ConfigureAwait(false))[0];
        var entries = new List<Matter>();
        foreach (var (kind, until, basis) in Consequences(after, broken))
        {
            if (!(await lists.EnterAsync(matters, after, kind, after.Title, until, basis, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var entered, out refusal))
            {
                return refusal;
            }

            entries.Add(entered);
        }

        // The abnormal list is decided like any other entry of it, within its own days.
        if (IsAddress(after, broken)
            && await lists.ProposeAsync(
                matters, after, ListKind.AbnormalOperation, "address-commitment", string.Join(", ", broken), actor, cancellationToken).ConfigureAwait(false) is { } proposed)
        {
            if (!proposed.TryGet(out var proposal, out refusal))
            {
                return refusal;
            }

            entries.Add(proposal);
        }

        return (await FollowAsync(after, task, actor, cancellationToken).ConfigureAwait(false)).TryGet(out after, out refusal)
            ? new ConcludedCommitment(after, breach, credit, entries)
            : refusal;
    }

    // The task's order to correct is the promise's. A check that gave only a clue has none: somebody orders in words.
    private async Task<Outcome<Matter>> FollowAsync(Matter breached, InspectionTask task, Actor actor, CancellationToken cancellationToken)
    {
        if (task.Order is not { } order)
        {
            return breached;
        }

        var entry = new MatterEntry(MatterTrigger.Order, breached.LastAt)
        {
            Reference = task.Id, Text = task.Id, Facts = MatterWork.FactsOf(("rectifyBy", Invariant.Text(order.DueOn))),
        };
        return await matters.StepAsync(breached, entry, actor, cancellationToken).ConfigureAwait(false);
    }

    private IEnumerable<(ListKind Kind, DateOnly? Until, LegalBasis Basis)> Consequences(Matter breached, List<string> broken)
    {
        yield return (ListKind.CommitmentBlacklist, null, s_consequences);
        yield return (ListKind.KeySupervision, null, s_consequences);
        if (IsAddress(breached, broken))
        {
            var (last, basis) = matters.Clocks.LastDay("List.AddressCommitmentBan", clock.Today);
            yield return (ListKind.AddressCommitmentBan, last, basis);
        }
    }

    private static bool IsAddress(Matter breached, List<string> broken) =>
        breached.Fact("addressTerms")!.Split(',').Intersect(broken, StringComparer.Ordinal).Any();

    private async Task<Outcome<ConcludedCommitment>> StepAsync(Matter before, MatterEntry entry, Actor actor, CancellationToken cancellationToken) =>
        (await matters.StepAsync(before, entry, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var after, out var refusal)
            ? new ConcludedCommitment(after, null, null, [])
            : refusal;
}
