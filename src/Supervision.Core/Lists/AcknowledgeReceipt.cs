using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Lists;

/// <summary>A department takes note of a joint measure, or a subject of what was pushed to it 回执.</summary>
[AllowedTo(Roles.Registrar | Roles.CreditClerk | Roles.Inspector | Roles.Planner | Roles.Head | Roles.Subject)]
public sealed class AcknowledgeReceipt(MatterWork matters)
{
    /// <summary>Saves and journals it. SUP7000: there is no such receipt; SUP7002: it is acknowledged already; SUP9302: another department's.</summary>
    public async Task<Outcome<Matter>> RunAsync(string id, string text, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await matters.FindAsync(id, MatterKind.Receipt, cancellationToken).ConfigureAwait(false)).TryGet(out var receipt, out var missing))
        {
            return missing;
        }

        var outcome = await matters.StepAsync(
            receipt, new MatterEntry(MatterTrigger.Acknowledge, matters.Now) { Text = text }, actor, cancellationToken).ConfigureAwait(false);
        return await matters.CommitAsync(outcome, cancellationToken).ConfigureAwait(false);
    }
}
