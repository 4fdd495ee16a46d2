using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.Warnings;

/// <summary>Takes a step of a warning: confirm, false positive, dispatch, dispose, review, close.</summary>
[AllowedTo(Roles.Planner | Roles.Inspector | Roles.Head)]
public sealed class AdvanceWarning(MatterWork matters, IRiskSignalStore signals, IWarningModels models)
{
    /// <summary>
    /// Saves and journals the step. A review goes back to the model as a signal (<see cref="RiskSignal.Reviewed"/>), and the subject is scored again. SUP7021: a fact that
    /// only the program sets; SUP7000: there is no such warning; SUP7002 to SUP7018: see <see cref="MatterLifecycles.Warning"/>; SUP7103: a source took the signal's id.
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

        if (entry.Trigger == MatterTrigger.Review && warning.SubjectId is { } subject)
        {
            if (!(await FeedBackAsync(warning, subject, entry, cancellationToken).ConfigureAwait(false)).TryGet(out var fedBack, out var taken))
            {
                return taken;
            }

            entry = fedBack;
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

    // The outcome goes back to the model as one more signal of the subject, and the subject is scored again: the step keeps the level.
    private async Task<Outcome<MatterEntry>> FeedBackAsync(Matter warning, string subject, MatterEntry entry, CancellationToken cancellationToken)
    {
        var number = Invariant.Text(warning.Steps.Count(step => step.Entry.Trigger == MatterTrigger.Review) + 1);
        var reviewed = new RiskSignal($"{warning.Id}-r{number}", warning.Category, subject, RiskSignal.Reviewed, entry.At, MatterWork.NoFacts) { Source = "review" };
        var known = await signals.ListAsync(subject, warning.Category, cancellationToken).ConfigureAwait(false);
        if (!await signals.AddAsync(reviewed, cancellationToken).ConfigureAwait(false))
        {
            return Refusal.Of("SUP7103", reviewed.Id);
        }

        var heard = known.Where(one => one.IsGood).Append(reviewed with { Sequence = long.MaxValue }).Select(one => one with { At = matters.Clocks.Local(one.At) }).ToList();
        return models.Assess(warning.Category, subject, heard, matters.Clocks.DateOf(entry.At)).TryGet(out var assessment, out _)
            ? entry with { Facts = new Dictionary<string, string>(entry.Facts, StringComparer.Ordinal) { [MatterWork.LevelAfter] = assessment.Level.ToString() } }
            : entry;
    }
}
