using Supervision.Audit;
using Supervision.Decisions;
using Supervision.Hashing;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Time;

namespace Supervision.Inspections;

/// <summary>
/// Puts the next reserve in the place of a drawn subject that cannot be inspected: by rank only, with reason and approver. When officers
/// are matched already, the subject's tasks end and the reserve takes their places: who inspects it is no choice either.
/// </summary>
[AllowedTo(Roles.Drawer)]
public sealed class ReplaceSubject(
    IDrawStore draws, ITaskStore tasks, IOfficerStore officers, IUnitOfWork work, AuthorityClock clock)
{
    /// <summary>
    /// Uses the next reserve, in one transaction. SUP4121: there is no such draw; SUP4215: the bundle is that of another draw, or has not the
    /// reserves that were used so far; SUP4211 to SUP4213 as <see cref="ReserveLog.Next"/>; SUP4263: the matching is not that of the tasks as
    /// they stand; SUP4264: an officer may not inspect the reserve and nobody follows; SUP4266: the subject was inspected.
    /// </summary>
    /// <param name="drawId">Draw.</param>
    /// <param name="bundle">Its bundle, from which the ranks follow.</param>
    /// <param name="match">The matching, read from its public files; null when officers are not matched yet.</param>
    /// <param name="replaced">Who cannot be inspected.</param>
    /// <param name="reason">Why.</param>
    /// <param name="approver">Who approved it.</param>
    /// <param name="evidence">SHA-256 of the evidence, or null.</param>
    /// <param name="actor">Who records it.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<SubjectReplacement>> RunAsync(
        string drawId, DrawBundle bundle, MatchBundle? match, string replaced, string reason, string approver, Digest? evidence, Actor actor,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        if (!(await OwnDraw.FindAsync(draws, drawId, cancellationToken).ConfigureAwait(false)).TryGet(out var own, out var refusal))
        {
            return refusal;
        }

        // A draw of a city gives tasks to the agencies of its districts: theirs end with the place in the draw, too.
        var old = (await tasks.ListOfDrawnAsync(drawId, [replaced], cancellationToken).ConfigureAwait(false)).ToList();
        refusal = Refuse(old, match);
        if (refusal is not null
            || !(await UseAsync(own.Draw, bundle, replaced, reason, approver, evidence, cancellationToken).ConfigureAwait(false)).TryGet(out var use, out refusal)
            || !(await TakePlacesAsync(old, bundle, match, use, cancellationToken).ConfigureAwait(false)).TryGet(out var places, out refusal))
        {
            return refusal;
        }

        var before = match?.Redraws.Count ?? 0;
        match = places.Match;
        await draws.AddReserveUseAsync(drawId, use, cancellationToken).ConfigureAwait(false);
        await tasks.UpdateAsync([.. old.Where(task => task.State != TaskState.Terminated).Select(task => Ended(task, use))], cancellationToken).ConfigureAwait(false);
        await tasks.AddAsync(places.Tasks, cancellationToken).ConfigureAwait(false);
        Journal(drawId, use, old, places.Tasks, actor);
        foreach (var redraw in (match?.Redraws ?? []).Skip(before))
        {
            TaskJournal.Redrawn(work, drawId, redraw, match!.Announcement.Hash, actor, clock.Now);
        }

        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new SubjectReplacement(bundle with { Reserves = [.. bundle.Reserves, use] }, match, places.Tasks);
    }

    private async Task<Outcome<ReserveUse>> UseAsync(
        Draw draw, DrawBundle bundle, string replaced, string reason, string approver, Digest? evidence, CancellationToken cancellationToken)
    {
        var used = await draws.ListReserveUsesAsync(draw.Id, cancellationToken).ConfigureAwait(false);
        return bundle.Announcement.Hash != draw.AnnouncementHash || bundle.Seed != draw.Seed || !used.SequenceEqual(bundle.Reserves)
            ? Refusal.Of("SUP4215", draw.Id)
            : ReserveLog.Next(bundle.Selection, used, replaced, reason, approver, evidence, clock.Local(clock.Now));
    }

    private static Refusal? Refuse(List<InspectionTask> old, MatchBundle? match)
    {
        if (old.Find(task => task.State is not (TaskState.Assigned or TaskState.Accepted or TaskState.OnSite or TaskState.Terminated)) is { } done)
        {
            return Refusal.Of("SUP4266", done.Id, done.State.ToString());
        }

        var unlike = old.Find(task => match is null
            || !OfficerFollowing.TeamOf(match, TaskSlot.Of(task.Id)).SequenceEqual(task.OfficerIds, StringComparer.Ordinal));
        return unlike is null ? null : Refusal.Of("SUP4263", unlike.Id);
    }

    // The matching is by division: in another one the officers have no power, and no task is made.
    private async Task<Outcome<(IReadOnlyList<InspectionTask> Tasks, MatchBundle? Match)>> TakePlacesAsync(
        List<InspectionTask> old, DrawBundle bundle, MatchBundle? match, ReserveUse use, CancellationToken cancellationToken)
    {
        if (match is null || old.Count == 0 || DivisionOf(bundle, use.By) != DivisionOf(bundle, use.Replaced))
        {
            return (Array.Empty<InspectionTask>(), match);
        }

        var following = await OfficerFollowing.LoadAsync(officers, clock, use.By, cancellationToken).ConfigureAwait(false);
        var made = new List<InspectionTask>();
        foreach (var task in old)
        {
            var slot = TaskSlot.Of(task.Id);
            if (!following.ReplaceBarred(match, slot, use.Approver).TryGet(out var next, out var refusal))
            {
                return refusal;
            }

            match = next;
            made.Add(new InspectionTask
            {
                Id = TaskSlot.Next(task.Id),
                DrawId = task.DrawId,
                SubjectId = use.By,
                ItemCode = task.ItemCode,
                Checklist = task.Checklist,
                AgencyId = task.AgencyId,
                OfficerIds = OfficerFollowing.TeamOf(match, slot),
                DueOn = task.DueOn,
            });
        }

        return (made, match);
    }

    private static string? DivisionOf(DrawBundle bundle, string id) =>
        CellKey.FactorAt(bundle.Frame.RecordAt(bundle.Frame.IndexOf(id)).Cell, 1);

    private static InspectionTask Ended(InspectionTask task, ReserveUse use) =>
        task with { State = TaskState.Terminated, TerminationReason = use.Reason, Version = task.Version + 1 };

    private void Journal(
        string drawId, ReserveUse use, List<InspectionTask> old, IReadOnlyList<InspectionTask> made, Actor actor)
    {
        work.Append(new JournalRecord("draw.reserve", drawId, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("replaced", use.Replaced);
            json.WriteString("by", use.By);
            json.WriteString("reason", use.Reason);
            json.WriteString("approver", use.Approver);
            json.WriteString("evidence", use.Evidence?.ToString());
        })));
        foreach (var task in old.Where(task => task.State != TaskState.Terminated))
        {
            TaskJournal.Append(work, "task.terminated", Ended(task, use), [], actor, clock.Now);
        }

        foreach (var task in made)
        {
            TaskJournal.Assigned(work, task, actor, clock.Now);
        }
    }
}
