using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Lists;

/// <summary>Takes a subject off a list, with the reason. What a broken promise led to holds until the breach is put right.</summary>
[AllowedTo(Roles.CreditClerk | Roles.Inspector | Roles.Head)]
public sealed class LiftListEntry(MatterWork matters)
{
    /// <summary>
    /// Saves and journals it. SUP7000: there is no such entry; SUP3121: the broken promise behind it is not corrected; SUP3122: the ban ends by
    /// itself; SUP7002, SUP7010, SUP9302: see <see cref="MatterLifecycles.ListEntry"/>.
    /// </summary>
    public async Task<Outcome<Matter>> RunAsync(string id, MatterEntry entry, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(actor);
        if (entry.Trigger != MatterTrigger.Lift || await matters.Store.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { Kind: MatterKind.ListEntry } before)
        {
            return Refusal.Of("SUP7000", id);
        }

        if (before is { Category: nameof(ListKind.AddressCommitmentBan) } && before.Fact("until") is { } until)
        {
            return Refusal.Of("SUP3122", id, until);
        }

        if (before.ParentId is { } parent
            && await matters.Store.FindAsync(parent, cancellationToken).ConfigureAwait(false) is { Kind: MatterKind.Commitment } promise
            && promise.State != MatterState.Fixed)
        {
            return Refusal.Of("SUP3121", id, parent, promise.State.ToString()).On(new LegalBasis("国办发〔2020〕42号", "", new DateOnly(2020, 10, 27)));
        }

        var outcome = await matters.StepAsync(before, entry with { Facts = MatterWork.NoFacts }, actor, cancellationToken).ConfigureAwait(false);
        return await matters.CommitAsync(outcome, cancellationToken).ConfigureAwait(false);
    }
}
