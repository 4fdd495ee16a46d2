using System.Globalization;
using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Matters;

namespace Supervision.SelfGovernance;

/// <summary>The subject hands in what it did. An exam is marked on the spot.</summary>
[AllowedTo(Roles.CreditClerk | Roles.Registrar | Roles.Inspector | Roles.Head | Roles.Subject)]
public sealed class SubmitSelfTask(MatterWork matters)
{
    /// <summary>
    /// Saves and journals it. SUP7000: there is no such task; SUP3143: its year is over; SUP3142, SUP3146, SUP3147: see
    /// <see cref="SelfTaskMaterial.Judge"/>; SUP3145: its material is no longer in force; SUP7002: it is handed in already.
    /// </summary>
    /// <param name="id">Task.</param>
    /// <param name="answers">Answer by the id of its part.</param>
    /// <param name="evidence">For a self-check: the hash of the pictures; else null.</param>
    /// <param name="materials">Materials.</param>
    /// <param name="actor">The subject, or the officer at the counter.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<Matter>> RunAsync(
        string id, IReadOnlyDictionary<string, string> answers, string? evidence, SelfTaskMaterials materials, Actor actor,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(materials);
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await matters.FindAsync(id, MatterKind.SelfTask, cancellationToken).ConfigureAwait(false)).TryGet(out var task, out var missing))
        {
            return missing;
        }

        var today = matters.Clocks.DateOf(matters.Now);
        if (SelfTasks.RefuseLate(task, today) is { } late)
        {
            return late;
        }

        if (!materials.Find(task.Fact("material")!, today).TryGet(out var material, out var refusal)
            || !material.Judge(answers, evidence).TryGet(out var score, out refusal))
        {
            return refusal;
        }

        var facts = answers.ToDictionary(answer => $"answer.{answer.Key}", answer => answer.Value, StringComparer.Ordinal);
        facts["score"] = score.ToString("0.#", CultureInfo.InvariantCulture);
        var outcome = await matters.StepAsync(
            task, new MatterEntry(MatterTrigger.Submit, matters.Now) { Reference = evidence, Facts = facts }, actor, cancellationToken).ConfigureAwait(false);
        return await matters.CommitAsync(outcome, cancellationToken).ConfigureAwait(false);
    }
}
