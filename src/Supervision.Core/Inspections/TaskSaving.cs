using Supervision.Audit;
using Supervision.Decisions;

namespace Supervision.Inspections;

/// <summary>How every use case that takes steps of a task ends: version, task, findings and journal in one transaction.</summary>
internal static class TaskSaving
{
    /// <summary>Saves the task that the steps made of <paramref name="before"/>, with its findings; journals and commits.</summary>
    /// <returns>The task as it was saved.</returns>
    public static async Task<Outcome<InspectionTask>> CommitAsync(
        ITaskStore tasks,
        IUnitOfWork work,
        InspectionTask before,
        InspectionTask done,
        IReadOnlyList<Finding> findings,
        string type,
        Actor actor,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        done = done with { Version = before.Version + 1 };
        await tasks.UpdateAsync([done], cancellationToken).ConfigureAwait(false);
        await tasks.AddFindingsAsync(findings, cancellationToken).ConfigureAwait(false);
        TaskJournal.Append(work, type, done, findings, actor, now);
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return done;
    }
}
