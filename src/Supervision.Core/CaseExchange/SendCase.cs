using Supervision.Audit;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Time;

namespace Supervision.CaseExchange;

/// <summary>
/// Delivers a case that was handed over into the case system of the department that took it. May be repeated: the other system knows the
/// parcel, and a case that was delivered is not delivered again.
/// </summary>
[AllowedTo(Roles.CaseOfficer | Roles.Head)]
public sealed class SendCase(
    IEnumerable<ICaseSystem> systems, ICaseStore cases, ISubjectStore subjects, AdvanceCase advance, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>
    /// Delivers, saves and journals the number that the case got there. SUP2300: there is no such case; SUP2220: it was not handed over to a
    /// department; SUP2221: that department has no system here, so the files go on paper and its answer is recorded by hand; SUP2227, or a
    /// code of its own: the system does not take it.
    /// </summary>
    /// <exception cref="IOException">The other system cannot be reached; nothing is saved, and it may be tried again.</exception>
    /// <exception cref="InvalidOperationException">Its receipt is of another parcel, or names no number.</exception>
    public async Task<Outcome<PenaltyCase>> RunAsync(string caseId, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await cases.FindAsync(caseId, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Refusal.Of("SUP2300", caseId);
        }

        if (found is not { State: CaseState.Transferred, Transfer: { ToPolice: false } transfer })
        {
            return Refusal.Of("SUP2220", caseId);
        }

        if (transfer.ForeignId is not null)
        {
            return found;
        }

        if (systems.FirstOrDefault(one => one.AgencyId == transfer.Agency) is not { } system)
        {
            return Refusal.Of("SUP2221", caseId, transfer.Agency);
        }

        var party = await subjects.FindAsync(found.SubjectId, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Subject {found.SubjectId} of case {caseId} is gone.");
        if (!(await system.DeliverAsync(new CaseParcel(found, party), cancellationToken).ConfigureAwait(false)).TryGet(out var receipt, out var refusal))
        {
            return refusal;
        }

        if (receipt.ParcelId != transfer.ParcelId || !Identifier.IsValid(receipt.ForeignId))
        {
            throw new InvalidOperationException($"The system of {system.AgencyId} gave the receipt '{receipt}' for parcel {transfer.ParcelId}.");
        }

        // The hash is of what they have: a delivery that broke off may have come with an older name or address of the party.
        var entry = new CaseEntry(CaseTrigger.Send, clock.Today) { Reference = receipt.ForeignId, Text = receipt.ParcelHash };
        if (!(await advance.PrepareAsync(caseId, entry, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var after, out var unfit))
        {
            return unfit;
        }

        await advance.SaveAsync(after, actor, cancellationToken).ConfigureAwait(false);
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return after;
    }
}
