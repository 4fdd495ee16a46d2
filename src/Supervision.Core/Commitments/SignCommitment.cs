using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Commitments;

/// <summary>The applicant signs the terms, or chooses the ordinary procedure instead.</summary>
[AllowedTo(Roles.Registrar | Roles.CreditClerk | Roles.Inspector | Roles.Head | Roles.Subject, IsShared = true)]
public sealed class SignCommitment(MatterWork matters)
{
    /// <summary>
    /// Saves and journals the signature. SUP7000: there is no such promise; SUP3105: other terms were read; SUP3106: no signature;
    /// SUP7002: it is not to be signed now.
    /// </summary>
    /// <param name="id">Promise.</param>
    /// <param name="terms">Content hash of the terms that were read: it proves which ones.</param>
    /// <param name="signature">Reference of the e-signature, or the hash of the signed paper.</param>
    /// <param name="actor">Who records it: the applicant, or the officer at the counter.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public Task<Outcome<Matter>> RunAsync(string id, string terms, string signature, Actor actor, CancellationToken cancellationToken) =>
        StepAsync(
            id,
            new MatterEntry(MatterTrigger.Sign, matters.Now)
            {
                Reference = signature, Facts = MatterWork.FactsOf(("terms", terms)),
            },
            actor, cancellationToken);

    /// <summary>Saves and journals that the applicant chooses the ordinary procedure. SUP7000, SUP7002 as above; SUP7010: no words.</summary>
    public Task<Outcome<Matter>> DeclineAsync(string id, string text, Actor actor, CancellationToken cancellationToken) =>
        StepAsync(id, new MatterEntry(MatterTrigger.Divert, matters.Now) { Text = text }, actor, cancellationToken);

    private async Task<Outcome<Matter>> StepAsync(string id, MatterEntry entry, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await matters.FindAsync(id, MatterKind.Commitment, cancellationToken).ConfigureAwait(false)).TryGet(out var before, out var missing))
        {
            return missing;
        }

        var outcome = await matters.StepAsync(before, entry, actor, cancellationToken).ConfigureAwait(false);
        return await matters.CommitAsync(outcome, cancellationToken).ConfigureAwait(false);
    }
}
