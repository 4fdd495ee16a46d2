using Supervision.Audit;
using Supervision.Cases;
using Supervision.Decisions;
using Supervision.Matters;
using Supervision.Registry;
using Supervision.Risk;

namespace Supervision.Lists;

/// <summary>
/// Proposes that a subject be put on a list 拟列入: the ground must be there on that day, and where the list asks for it the subject has time to
/// plead before <see cref="AdvanceListing"/> decides.
/// </summary>
[AllowedTo(Roles.CreditClerk | Roles.Inspector | Roles.Head)]
public sealed class ProposeListing(
    MatterWork matters, ISubjectStore subjects, ICaseStore cases, IStandingStore standings, SubjectLists lists, ListPolicy policy, CurrentActor current)
{
    private const int LongestId = 30;

    /// <summary>
    /// Saves and journals the proposal. SUP1222: no such subject; SUP3153: the list has no such ground; SUP3154: letters too few, too near or
    /// too far apart; SUP3155: no penalty of that weight behind it; SUP3156: the subject's class is another; SUP3160: it is on the list already;
    /// SUP7003, SUP7006: id, reasons; SUP9302: another agency's.
    /// </summary>
    public async Task<Outcome<Matter>> RunAsync(ListingProposal proposal, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(actor);
        if (current.RefuseAgency(proposal.AgencyId) is { } foreign)
        {
            return foreign;
        }

        if (await subjects.FindAsync(proposal.SubjectId, cancellationToken).ConfigureAwait(false) is not { } subject)
        {
            return Refusal.Of("SUP1222", proposal.SubjectId);
        }

        var today = matters.Clocks.DateOf(matters.Now);
        if (!policy.Ground(proposal.Kind, proposal.Ground, today).TryGet(out var ground, out var refusal))
        {
            return refusal;
        }

        if ((RefuseLetters(ground, proposal.Letters, today)
            ?? await RefusePenaltyAsync(ground, proposal, cancellationToken).ConfigureAwait(false)
            ?? await RefuseClassAsync(ground, subject, cancellationToken).ConfigureAwait(false)
            ?? await RefuseTwiceAsync(proposal, today, cancellationToken).ConfigureAwait(false)) is { } unfit)
        {
            return unfit.On(ground.Basis);
        }

        return proposal.Id.Length > LongestId
            ? Refusal.Of("SUP7003", proposal.Id, Invariant.Text(LongestId))
            : await matters.CommitAsync(
                await matters.OpenAsync(ProposedListing.Of(proposal, ground, matters.Clocks, matters.Now), actor, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private static Refusal? RefuseLetters(ListGround ground, IReadOnlyList<DateOnly> letters, DateOnly today) =>
        ground.Letters is not { } days || (letters.Count == 2 && letters[1] <= today
            && letters[1].DayNumber - letters[0].DayNumber is var apart && apart >= days.Least && apart <= days.Most)
            ? null
            : Refusal.Of("SUP3154", ground.Id, Invariant.Text(days.Least), Invariant.Text(days.Most), string.Join(", ", letters.Select(Invariant.Text)));

    private async Task<Refusal?> RefusePenaltyAsync(ListGround ground, ListingProposal proposal, CancellationToken cancellationToken)
    {
        if (ground.Penalties == PenaltyKind.None)
        {
            return null;
        }

        var penalty = proposal.Reference is { } id ? await cases.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;
        return penalty is { Decision: { } decision, IsAnnulled: false } && penalty.SubjectId == proposal.SubjectId
            && ((decision.Sanction.Kinds & ground.Penalties) != PenaltyKind.None || decision is { Grade: PenaltyGrade.Heavier, Sanction.Fine: > 0 })
            ? null
            : Refusal.Of("SUP3155", proposal.Reference ?? "-", ground.Penalties.ToString());
    }

    private async Task<Refusal?> RefuseClassAsync(ListGround ground, Subject subject, CancellationToken cancellationToken)
    {
        if (ground.Classes.Count == 0)
        {
            return null;
        }

        var standing = await standings.FindAsync(subject.Id, cancellationToken).ConfigureAwait(false);
        var own = (standing?.Class ?? InitialWeighing.ClassOf(subject.DeliveredRiskClass)).ToString();
        return ground.Classes.Contains(own, StringComparer.Ordinal) ? null : Refusal.Of("SUP3156", subject.Id, own, string.Join(", ", ground.Classes));
    }

    private async Task<Refusal?> RefuseTwiceAsync(ListingProposal proposal, DateOnly today, CancellationToken cancellationToken) =>
        (await lists.OfAsync(proposal.SubjectId, cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(entry => entry.Kind == proposal.Kind && entry.HoldsOn(today)) is { } entry
            ? Refusal.Of("SUP3160", proposal.SubjectId, proposal.Kind.ToString(), entry.Id)
            : null;
}
