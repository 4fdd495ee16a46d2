using Supervision.Audit;
using Supervision.Credit;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Time;

namespace Supervision.Notices;

/// <summary>
/// Decides an objection to a point notice, with the reason. Accepted, the notice counts from that day as if it had not been served; refused, the
/// subject reads why.
/// </summary>
/// <legal source="浙江省公共信用信息管理条例 第三十一条"/>
[AllowedTo(Roles.CreditClerk | Roles.Head)]
public sealed class DecideObjection(MatterWork matters, ICreditEventStore credit, IUnitOfWork work, AuthorityClock clock)
{
    private readonly CreditRecording _recording = new(credit, work, clock);

    /// <summary>
    /// Saves and journals the step: Annul, Uphold, or Extend. SUP7000: there is no such notice; SUP7002: there is no objection; SUP7010: no
    /// reason; SUP7015: it was extended already; SUP9302: another agency's turn.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is none of the three.</exception>
    public async Task<Outcome<Matter>> RunAsync(string id, MatterTrigger step, string reason, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (step is not (MatterTrigger.Annul or MatterTrigger.Uphold or MatterTrigger.Extend))
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, "An objection is accepted, refused or extended.");
        }

        if (!(await matters.FindAsync(id, MatterKind.PointNotice, cancellationToken).ConfigureAwait(false)).TryGet(out var notice, out var missing))
        {
            return missing;
        }

        if (!(await matters.StepAsync(notice, new MatterEntry(step, matters.Now) { Text = reason }, actor, cancellationToken).ConfigureAwait(false))
            .TryGet(out var decided, out var refusal))
        {
            return refusal;
        }

        if (step == MatterTrigger.Annul)
        {
            await AnnulAsync(decided, actor, cancellationToken).ConfigureAwait(false);
        }

        await matters.CommitAsync(cancellationToken).ConfigureAwait(false);
        return decided;
    }

    private async Task AnnulAsync(Matter notice, Actor actor, CancellationToken cancellationToken)
    {
        var annulment = new CreditEvent($"annul.{notice.Id}", notice.SubjectId!, CreditEventKind.PointNoticeAnnulled, clock.Today, 0, [])
        {
            Names = notice.Fact("notice"),
        };
        await _recording.AddAsync(
            "points.annulled", [annulment], actor, (json, one) => json.WriteString("notice", one.Names), cancellationToken).ConfigureAwait(false);
    }
}
