using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Warnings;

/// <summary>Takes a step of a warning: confirm, false positive, dispatch, dispose, review, close.</summary>
[AllowedTo(Roles.Planner | Roles.Inspector | Roles.Head)]
public sealed class AdvanceWarning(MatterWork matters)
{
    /// <summary>
    /// Saves and journals the step. SUP7021: a fact that only the program sets; SUP7000: there is no such warning; SUP7002 to SUP7018: see <see cref="MatterLifecycles.Warning"/>.
    /// </summary>
    public async Task<Outcome<DispatchedWarning>> RunAsync(string id, MatterEntry entry, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(actor);
        if (MatterWork.RefuseReserved(entry) is { } reserved)
        {
            return reserved;
        }

        if (!(await matters.FindAsync(id, MatterKind.Warning, cancellationToken).ConfigureAwait(false)).TryGet(out var warning, out var missing))
        {
            return missing;
        }

        Outcome<DispatchedWarning> outcome;
        if (entry.Trigger == MatterTrigger.Dispatch)
        {
            outcome = await WarningParts.DispatchAsync(matters, warning, entry, actor, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            outcome = (await matters.StepAsync(warning, entry, actor, cancellationToken).ConfigureAwait(false)).TryGet(out var after, out var refusal)
                ? new DispatchedWarning(after, [])
                : refusal;
        }

        return await matters.CommitAsync(outcome, cancellationToken).ConfigureAwait(false);
    }
}
