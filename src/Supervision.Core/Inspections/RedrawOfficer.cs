using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Time;

namespace Supervision.Inspections;

/// <summary>
/// Replaces an officer of a task by the next one of the method, before the visit. Whoever is next and may not inspect any more is
/// passed over in the open: each step is published with its reason.
/// </summary>
/// <legal source="行政处罚法" article="第四十三条" inForceFrom="2021-07-15" />
[AllowedTo(Roles.Drawer)]
public sealed class RedrawOfficer(
    ITaskStore tasks, IOfficerStore officers, IDrawStore draws, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>
    /// Replaces, saves and journals; gives the matching with its replacements, to be published. SUP4261: no such task, or it was
    /// not drawn; SUP4262: the visit has begun; SUP4263: the files are not those of this assignment; SUP4264: nobody is left.
    /// Also the refusals of <see cref="MatchBundle.Redraw"/>.
    /// </summary>
    /// <param name="match">The matching, read from its public files.</param>
    /// <param name="taskId">Task.</param>
    /// <param name="officerId">Who leaves.</param>
    /// <param name="reason">Why, one line, published.</param>
    /// <param name="approver">Who approved it, published.</param>
    /// <param name="actor">Who enters it.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<MatchBundle>> RunAsync(
        MatchBundle match, string taskId, string officerId, string reason, string approver, Actor actor,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(match);
        if (await tasks.FindAsync(taskId, cancellationToken).ConfigureAwait(false) is not { DrawId: { } drawId } task)
        {
            return Refusal.Of("SUP4261", taskId);
        }

        if (task.State is not (TaskState.Assigned or TaskState.Accepted))
        {
            return Refusal.Of("SUP4262", taskId, task.State.ToString());
        }

        var draw = await draws.FindDrawAsync(drawId, cancellationToken).ConfigureAwait(false);
        var slot = TaskSlot.Of(taskId);
        if (draw?.AnnouncementHash != match.Announcement.Terms.DrawAnnouncement
            || !OfficerFollowing.TeamOf(match, slot).SequenceEqual(task.OfficerIds, StringComparer.Ordinal))
        {
            return Refusal.Of("SUP4263", taskId);
        }

        var before = match.Redraws.Count;
        var following = await OfficerFollowing.LoadAsync(officers, clock, task.SubjectId, cancellationToken).ConfigureAwait(false);
        if (!following.Replace(match, slot, officerId, reason, approver).TryGet(out var after, out var refusal))
        {
            return refusal;
        }

        await tasks.UpdateAsync(
            [task with { OfficerIds = OfficerFollowing.TeamOf(after, slot), Version = task.Version + 1 }], cancellationToken).ConfigureAwait(false);
        foreach (var redraw in after.Redraws.Skip(before))
        {
            TaskJournal.Redrawn(work, drawId, redraw, after.Announcement.Hash, actor, clock.Now);
        }

        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return after;
    }
}
