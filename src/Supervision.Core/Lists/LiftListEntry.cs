using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Lists;

/// <summary>
/// Takes a subject off a list with the reason 移出, or annuls an entry that should not have been made 撤销. The measures that followed from the
/// entry end with it, and so does what it did to the frames of draws. What a broken promise led to holds until the breach is put right.
/// </summary>
/// <legal source="国家发展改革委令第36号" inForceFrom="2026-04-01"/>
[AllowedTo(Roles.CreditClerk | Roles.Inspector | Roles.Head)]
public sealed class LiftListEntry(MatterWork matters)
{
    /// <summary>
    /// Saves and journals it. SUP7000: there is no such entry; SUP3121: the broken promise behind it is not corrected; SUP3122: the ban ends by
    /// itself; SUP3158: its least time is not over; SUP3159: something that the removal asks for is not done; SUP3168: it rests on a penalty; SUP7021: a fact that it does not
    /// ask for; SUP7002, SUP7010, SUP9302: see <see cref="MatterLifecycles.ListEntry"/>.
    /// </summary>
    public async Task<Outcome<Matter>> RunAsync(string id, MatterEntry entry, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(actor);
        if (entry.Trigger is not (MatterTrigger.Lift or MatterTrigger.Annul) || await matters.Store.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { Kind: MatterKind.ListEntry } before)
        {
            return Refusal.Of("SUP7000", id);
        }

        var isLift = entry.Trigger == MatterTrigger.Lift;
        if (isLift && before is { Category: nameof(ListKind.AddressCommitmentBan) } && before.Fact("until") is { } until)
        {
            return Refusal.Of("SUP3122", id, until);
        }

        if (isLift && before.Fact("case") is { } penalty)
        {
            return Refusal.Of("SUP3168", id, penalty);
        }

        if (isLift && before.ParentId is { } parent
            && await matters.Store.FindAsync(parent, cancellationToken).ConfigureAwait(false) is { Kind: MatterKind.Commitment } promise
            && promise.State != MatterState.Fixed)
        {
            return Refusal.Of("SUP3121", id, parent, promise.State.ToString()).On(new LegalBasis("国办发〔2020〕42号", "", new DateOnly(2020, 10, 27)));
        }

        var asks = (before.Fact("asks") ?? "").Split(',');
        if (entry.Facts.Keys.FirstOrDefault(name => !asks.Contains(name, StringComparer.Ordinal)) is { } foreign)
        {
            return Refusal.Of("SUP7021", foreign);
        }

        if (!(await matters.StepAsync(before, entry, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var after, out var refusal))
        {
            return refusal;
        }

        foreach (var measure in await matters.Store.ListPartsAsync(id, cancellationToken).ConfigureAwait(false))
        {
            if (measure is { Kind: MatterKind.ListEntry, State: MatterState.InForce }
                && !(await matters.StepAsync(measure, entry with { Facts = MatterWork.NoFacts }, actor, cancellationToken).ConfigureAwait(false)).TryGet(out _, out refusal))
            {
                return refusal;
            }
        }

        await matters.CommitAsync(cancellationToken).ConfigureAwait(false);
        return after;
    }
}
