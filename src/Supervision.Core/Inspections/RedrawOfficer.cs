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
        if (draw?.AnnouncementHash != match.Announcement.Terms.DrawAnnouncement || !TeamOf(match, taskId).SequenceEqual(task.OfficerIds, StringComparer.Ordinal))
        {
            return Refusal.Of("SUP4263", taskId);
        }

        var before = match.Redraws.Count;
        var barred = await BarredAsync(task.SubjectId, cancellationToken).ConfigureAwait(false);
        for (var (left, why) = (officerId, reason); ;)
        {
            if (!match.Redraw(taskId, left, why, approver, clock.Now).TryGet(out var redrawn, out var refusal))
            {
                return refusal;
            }

            match = redrawn;
            if (match.Redraws[^1].Newcomer is not { } newcomer)
            {
                return Refusal.Of("SUP4264", taskId, left);
            }

            if (!barred.TryGetValue(newcomer, out var code))
            {
                break;
            }

            (left, why) = (newcomer, code);
        }

        await tasks.UpdateAsync(
            [task with { OfficerIds = TeamOf(match, taskId), Version = task.Version + 1 }], cancellationToken).ConfigureAwait(false);
        foreach (var redraw in match.Redraws.Skip(before))
        {
            work.Append(new JournalRecord("officer.redrawn", taskId, actor, clock.Now, CanonicalJson.Of(json =>
            {
                json.WriteString("left", redraw.Left);
                json.WriteString("newcomer", redraw.Newcomer);
                json.WriteString("reason", redraw.Reason);
                json.WriteString("approver", redraw.Approver);
                json.WriteString("announcement", match.Announcement.Hash.ToString());
            })));
        }

        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return match;
    }

    private static IReadOnlyList<string> TeamOf(MatchBundle match, string taskId) =>
        match.CurrentTeams.FirstOrDefault(team => string.Equals(team.TaskId, taskId, StringComparison.Ordinal))?.Officers ?? [];

    // Officers who may not inspect today, or were recused since the matching, with the code that says why.
    private async Task<Dictionary<string, string>> BarredAsync(string subjectId, CancellationToken cancellationToken)
    {
        var barred = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var officer in await officers.ListOfficersAsync(cancellationToken).ConfigureAwait(false))
        {
            if (officer.CheckDrawable(clock.Today) is { } refusal)
            {
                barred[officer.Id] = refusal.Code;
            }
        }

        foreach (var recusal in await officers.ListRecusalsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(recusal.SubjectId, subjectId, StringComparison.Ordinal) && recusal.DecidedOn <= clock.Today)
            {
                barred[recusal.OfficerId] = "SUP2102";
            }
        }

        return barred;
    }
}
