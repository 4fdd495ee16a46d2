using System.Text;
using Supervision.Audit;
using Supervision.Catalog;
using Supervision.Decisions;
using Supervision.Registry;
using Supervision.Sampling;
using Supervision.Time;

namespace Supervision.Inspections;

/// <summary>
/// Draws officers for the subjects of a draw: a draw of its own, with its own announcement, chained to the first.
/// Each task gets two different officers of one agency, neither recused, at least one qualified for the item.
/// </summary>
[AllowedTo(Roles.Drawer)]
public sealed class AssignOfficers(
    IDrawStore draws,
    ITaskStore tasks,
    IOfficerStore officers,
    ICatalogStore catalog,
    IUnitOfWork work,
    AuthorityClock clock)
{
    /// <inheritdoc cref="RunAsync(string, DrawInputs, AssignOptions, Actor, Action{AssignResult}, CancellationToken)"/>
    public Task<Outcome<AssignResult>> RunAsync(string drawId, DrawInputs inputs, AssignOptions options, Actor actor, CancellationToken cancellationToken) =>
        RunAsync(drawId, inputs, options, actor, _ => { }, cancellationToken);

    /// <summary>
    /// Matches, makes the tasks and journals them. SUP4121: there is no such draw; SUP4122: it was matched before;
    /// SUP4123: no agency with power in the field covers a subject's division; SUP4046: the cap is not in 1..65,535;
    /// SUP4202: the beacon's round is not later than the draw's; SUP4203: a secret was used before; SUP4260: there is no other
    /// station; SUP4265: a joint item is not in the catalogue, not published or has no checklist; SUP1123: it maps to none of the national catalogue.
    /// </summary>
    /// <param name="drawId">Draw.</param>
    /// <param name="inputs">Secrets and beacon of this draw, other ones than those of the draw of subjects.</param>
    /// <param name="options">Cap, stations, rotation, joint items.</param>
    /// <param name="actor">Who assigns.</param>
    /// <param name="keep">
    /// Given the result before it is saved, to write down what would be lost with this process: secrets, files. What it throws goes on, and
    /// nothing is saved.
    /// </param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<AssignResult>> RunAsync(
        string drawId, DrawInputs inputs, AssignOptions options, Actor actor, Action<AssignResult> keep, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keep);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Cap is < 1 or > ushort.MaxValue)
        {
            return Refusal.Of("SUP4046", Invariant.Text(options.Cap.Value));
        }

        if (!(await OwnDraw.FindAsync(draws, drawId, cancellationToken).ConfigureAwait(false)).TryGet(out var own, out var refusal))
        {
            return refusal;
        }

        var (draw, plan) = own;

        // The log says it, not the tasks: those of other agencies are not found under the actor's name.
        var log = await draws.ListAnnouncementsAsync(plan.AgencyId, cancellationToken).ConfigureAwait(false);
        if (log.Any(entry => IsMatchingOf(entry, draw)))
        {
            return Refusal.Of("SUP4122", drawId);
        }

        if (MatchTiming.Check(log, draw.AnnouncementHash, inputs) is { } untimely)
        {
            return untimely;
        }

        if (!(await ItemsAsync(plan, options, cancellationToken).ConfigureAwait(false)).TryGet(out var items, out refusal))
        {
            return refusal;
        }

        var (roster, excluded) = await RosterAsync(plan, cancellationToken).ConfigureAwait(false);
        var staff = roster.CountBy(officer => officer.Department, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var agencies = await officers.ListAgenciesAsync(cancellationToken).ConfigureAwait(false);
        var drawn = await draws.ListDrawnAsync(draw.Id, cancellationToken).ConfigureAwait(false);
        var planned = new TaskPlan(draw, items, agencies, staff).Of(drawn, options.IsCrossStation ? inputs.HashKind : null);
        if (!planned.TryGet(out var tasked, out refusal))
        {
            return refusal;
        }

        var list = tasked.Select(task => task.Task).ToList();
        var recusals = await RecusalsAsync(drawId, list, roster, options, cancellationToken).ConfigureAwait(false);
        var lists = MatchLists.Of(inputs.HashKind, options.ListSecret, roster, list, recusals);
        var announcement = await AnnounceAsync(draw, plan, inputs, lists, options, cancellationToken).ConfigureAwait(false);
        var match = MatchBundle.Run(announcement, lists.Officers, lists.Tasks, lists.Recusals, inputs.Reveal);
        var itemOf = tasked.ToDictionary(task => task.Task.Id, task => task.Item, StringComparer.Ordinal);
        var made = TasksOf(match, draw, plan, itemOf);
        await tasks.AddAsync(made, cancellationToken).ConfigureAwait(false);
        Journal(match, made, excluded, draw, actor);
        var result = new AssignResult(made, match, excluded);
        keep(result);
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return result;
    }

    private static bool IsMatchingOf(LoggedAnnouncement entry, Draw draw) =>
        MatchAnnouncement.Parse(Encoding.UTF8.GetBytes(entry.Text)).TryGet(out var match, out _) && match.Terms.DrawAnnouncement == draw.AnnouncementHash;

    // The plan's own item first, then those of the joint visit with the checklists of today.
    private async Task<Outcome<IReadOnlyList<PlannedItem>>> ItemsAsync(
        InspectionPlan plan, AssignOptions options, CancellationToken cancellationToken)
    {
        var items = new List<PlannedItem> { new(plan.ItemCode, plan.Field, plan.Checklist) };
        foreach (var code in options.JointItems)
        {
            var item = await catalog.FindItemAsync(code, cancellationToken).ConfigureAwait(false);
            var checklist = item?.ChecklistId is null
                ? null
                : await catalog.FindChecklistAsync(item.ChecklistId, null, cancellationToken).ConfigureAwait(false);
            if (item is null || checklist is null || !item.MayBeInspectedOn(clock.Today) || items.Exists(other => other.Code == code))
            {
                return Refusal.Of("SUP4265", code);
            }

            if (await NationalList.RefuseAsync(catalog, item, cancellationToken).ConfigureAwait(false) is { } outside)
            {
                return outside;
            }

            items.Add(new PlannedItem(code, item.Field, checklist.Reference));
        }

        return items;
    }

    // An officer must be able to inspect on the first day and on the last: the day of the visit isn't known yet.
    private async Task<(List<MatchOfficer> Roster, List<Refusal> Excluded)> RosterAsync(
        InspectionPlan plan, CancellationToken cancellationToken)
    {
        var first = plan.From > clock.Today ? plan.From : clock.Today;
        var last = plan.To > first ? plan.To : first;
        var load = await tasks.CountOpenAsync(cancellationToken).ConfigureAwait(false);
        var roster = new List<MatchOfficer>();
        var excluded = new List<Refusal>();
        foreach (var officer in await officers.ListOfficersAsync(cancellationToken).ConfigureAwait(false))
        {
            if ((officer.CheckDrawable(first) ?? officer.CheckDrawable(last)) is { } refusal)
            {
                excluded.Add(refusal);
            }
            else
            {
                roster.Add(new MatchOfficer(officer.Id, officer.AgencyId, officer.Fields, load.GetValueOrDefault(officer.Id)));
            }
        }

        return (roster, excluded);
    }

    // Decided recusals, and with rotation whoever inspected the subject lately.
    private async Task<List<MatchRecusal>> RecusalsAsync(
        string drawId, List<MatchTask> list, List<MatchOfficer> roster, AssignOptions options, CancellationToken cancellationToken)
    {
        var recusals = await officers.ListRecusalsAsync(cancellationToken).ConfigureAwait(false);
        var visits = options.RotateSince is { } since
            ? await tasks.ListVisitsAsync(drawId, since, cancellationToken).ConfigureAwait(false)
            : [];
        var onRoster = roster.Select(officer => officer.Id).ToHashSet(StringComparer.Ordinal);
        var tasksOf = list.ToLookup(task => task.SubjectId, task => task.Id, StringComparer.Ordinal);
        return
        [
            .. (from pair in recusals.Where(recusal => recusal.DecidedOn <= clock.Today)
                    .Select(recusal => (recusal.OfficerId, recusal.SubjectId))
                    .Concat(visits.Select(visit => (visit.OfficerId, visit.SubjectId)))
                where onRoster.Contains(pair.OfficerId)
                from task in tasksOf[pair.SubjectId]
                select new MatchRecusal(pair.OfficerId, task)).Distinct(),
        ];
    }

    private async Task<MatchAnnouncement> AnnounceAsync(
        Draw draw,
        InspectionPlan plan,
        DrawInputs inputs,
        MatchLists lists,
        AssignOptions options,
        CancellationToken cancellationToken)
    {
        var (number, previous) = await draws.NextAsync(plan.AgencyId, $"{plan.Id}.officers", cancellationToken)
            .ConfigureAwait(false);
        var announcement = MatchAnnouncement.Create(new MatchTerms
        {
            Draw = number,
            Previous = previous,
            HashKind = inputs.HashKind,
            IsSalted = !options.ListSecret.IsEmpty,
            DrawAnnouncement = draw.AnnouncementHash,
            OfficerCount = lists.Officers.Count,
            RosterRoot = MatchRoots.Roster(inputs.HashKind, lists.Officers),
            TaskCount = lists.Tasks.Count,
            TaskListRoot = MatchRoots.Tasks(inputs.HashKind, lists.Tasks),
            RecusalCount = lists.Recusals.Count,
            RecusalRoot = MatchRoots.Recusals(inputs.HashKind, lists.Recusals),
            Cap = options.Cap ?? CapFor(lists),
            Beacons = inputs.Beacons,
            Commitments = inputs.Commitments,
            SecretRule = inputs.SecretRule,
            Prose = [.. inputs.Prose, plan.Name, .. Rules(options)],
        });
        await draws.ChainAsync(
            number, announcement.Hash, announcement.Bytes, clock.Now, AnnouncementState.Done, cancellationToken).ConfigureAwait(false);
        return announcement;
    }

    // What made the lists: part of the announcement, so that it cannot be said otherwise later.
    private static IEnumerable<string> Rules(AssignOptions options)
    {
        if (options.IsCrossStation)
        {
            yield return "所所交叉 cross-station inspection: departments by H(\"SRD-1 cross\", seed of the draw).";
        }

        if (options.RotateSince is { } since)
        {
            yield return $"轮换 rotation: whoever inspected a subject since {Invariant.Text(since)} is recused from it.";
        }
    }

    // One more than the smallest that will do: loads stay level, and a later recusal still finds a substitute.
    private static int CapFor(MatchLists lists) => Math.Min(
        OfficerMatching.SmallestCap(lists.Officers, lists.Tasks, lists.Recusals).Cap + 1, ushort.MaxValue);

    private static List<InspectionTask> TasksOf(
        MatchBundle match, Draw draw, InspectionPlan plan, Dictionary<string, PlannedItem> itemOf)
    {
        var taskOf = match.Tasks.ToDictionary(task => task.Id, StringComparer.Ordinal);
        return
        [
            .. from team in match.Matching.Teams
               where team.Officers.Count == 2
               let task = taskOf[team.TaskId]
               select new InspectionTask
               {
                   Id = task.Id,
                   DrawId = draw.Id,
                   SubjectId = task.SubjectId,
                   ItemCode = itemOf[task.Id].Code,
                   Checklist = itemOf[task.Id].Checklist,
                   AgencyId = task.Department,
                   OfficerIds = team.Officers,
                   DueOn = plan.To,
               },
        ];
    }

    private void Journal(
        MatchBundle match, List<InspectionTask> made, List<Refusal> excluded, Draw draw, Actor actor)
    {
        work.Append(new JournalRecord("officers.drawn", draw.Id, actor, clock.Now, CanonicalJson.Of(json =>
        {
            json.WriteString("announcement", match.Announcement.Hash.ToString());
            json.WriteString("seed", match.Seed.ToString());
            json.WriteNumber("roster", match.Officers.Count);
            json.WriteNumber("excluded", excluded.Count);
            json.WriteStartObject("excludedBy");
            foreach (var group in excluded.GroupBy(refusal => refusal.Code, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                json.WriteNumber(group.Key, group.Count());
            }

            json.WriteEndObject();
            json.WriteNumber("unassigned", match.Tasks.Count - made.Count);
        })));
        foreach (var task in made)
        {
            TaskJournal.Assigned(work, task, actor, clock.Now);
        }
    }
}
