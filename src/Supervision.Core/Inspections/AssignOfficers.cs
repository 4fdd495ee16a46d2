using System.Globalization;
using Supervision.Audit;
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
    IUnitOfWork work,
    AuthorityClock clock)
{
    /// <summary>
    /// Matches, makes the tasks and journals them. SUP4121: there is no such draw; SUP4122: it was matched before;
    /// SUP4123: no agency with power in the field covers a subject's division; SUP4202: the beacon's round is not later than the
    /// draw's; SUP4203: a secret was used before.
    /// </summary>
    /// <param name="drawId">Draw.</param>
    /// <param name="inputs">Secrets and beacon of this draw, other ones than those of the draw of subjects.</param>
    /// <param name="actor">Who assigns.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept.</param>
    public async Task<Outcome<AssignResult>> RunAsync(
        string drawId, DrawInputs inputs, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (await draws.FindDrawAsync(drawId, cancellationToken).ConfigureAwait(false) is not { } draw)
        {
            return Refusal.Of("SUP4121", drawId);
        }

        if ((await tasks.ListByDrawAsync(drawId, cancellationToken).ConfigureAwait(false)).Count > 0)
        {
            return Refusal.Of("SUP4122", drawId);
        }

        var plan = (await draws.FindPlanAsync(draw.PlanId, cancellationToken).ConfigureAwait(false))!;
        var log = await draws.ListAnnouncementsAsync(plan.AgencyId, cancellationToken).ConfigureAwait(false);
        if (MatchTiming.Check(log, draw.AnnouncementHash, inputs) is { } untimely)
        {
            return untimely;
        }

        if (!(await TaskListAsync(draw, plan, cancellationToken).ConfigureAwait(false)).TryGet(out var list, out var refusal))
        {
            return refusal;
        }

        var (roster, excluded) = await RosterAsync(plan, cancellationToken).ConfigureAwait(false);
        var recusals = await RecusalsAsync(list, roster, cancellationToken).ConfigureAwait(false);
        var announcement = await AnnounceAsync(draw, plan, inputs, list, roster, recusals, cancellationToken)
            .ConfigureAwait(false);
        var match = MatchBundle.Run(announcement, roster, list, recusals, inputs.Reveal);
        var made = TasksOf(match, draw, plan);
        await tasks.AddAsync(made, cancellationToken).ConfigureAwait(false);
        Journal(match, made, excluded, draw, actor);
        await work.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new AssignResult(made, match, excluded);
    }

    private async Task<Outcome<IReadOnlyList<MatchTask>>> TaskListAsync(
        Draw draw, InspectionPlan plan, CancellationToken cancellationToken)
    {
        var agencies = (await officers.ListAgenciesAsync(cancellationToken).ConfigureAwait(false))
            .Where(agency => agency.Fields.Contains(plan.Field, StringComparer.Ordinal)).ToList();
        var byDivision = new Dictionary<string, string?>(StringComparer.Ordinal);
        var list = new List<MatchTask>();
        foreach (var drawn in await draws.ListDrawnAsync(draw.Id, cancellationToken).ConfigureAwait(false))
        {
            var division = CellKey.FactorAt(drawn.Cell, 1) ?? drawn.Cell;
            if (!byDivision.TryGetValue(division, out var agency))
            {
                byDivision[division] = agency = NearestAgency(agencies, division);
            }

            if (agency is null)
            {
                return Refusal.Of("SUP4123", drawn.SubjectId, division, plan.Field);
            }

            var id = $"{draw.Id}-{(list.Count + 1).ToString("00000", CultureInfo.InvariantCulture)}";
            list.Add(new MatchTask(id, agency, plan.Field) { SubjectId = drawn.SubjectId });
        }

        return list;
    }

    // The agency nearest to the subject: a county bureau before the city's, the city's before the province's.
    private static string? NearestAgency(IEnumerable<Agency> agencies, string division) => agencies
        .Where(agency => agency.Covers(division))
        .OrderBy(agency => agency.DivisionCode.EndsWith("0000", StringComparison.Ordinal) ? 2
            : agency.DivisionCode.EndsWith("00", StringComparison.Ordinal) ? 1 : 0)
        .ThenBy(agency => agency.Id, StringComparer.Ordinal)
        .Select(agency => agency.Id)
        .FirstOrDefault();

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

    private async Task<List<MatchRecusal>> RecusalsAsync(
        IReadOnlyList<MatchTask> list, List<MatchOfficer> roster, CancellationToken cancellationToken)
    {
        var recusals = await officers.ListRecusalsAsync(cancellationToken).ConfigureAwait(false);
        var onRoster = roster.Select(officer => officer.Id).ToHashSet(StringComparer.Ordinal);
        var taskOf = list.ToDictionary(task => task.SubjectId, task => task.Id, StringComparer.Ordinal);
        return
        [
            .. from recusal in recusals
               where onRoster.Contains(recusal.OfficerId) && recusal.DecidedOn <= clock.Today
               where taskOf.ContainsKey(recusal.SubjectId)
               select new MatchRecusal(recusal.OfficerId, taskOf[recusal.SubjectId]),
        ];
    }

    private async Task<MatchAnnouncement> AnnounceAsync(
        Draw draw,
        InspectionPlan plan,
        DrawInputs inputs,
        IReadOnlyList<MatchTask> list,
        List<MatchOfficer> roster,
        List<MatchRecusal> recusals,
        CancellationToken cancellationToken)
    {
        var (number, previous) = await draws.NextAsync(plan.AgencyId, $"{plan.Id}.officers", cancellationToken)
            .ConfigureAwait(false);
        var announcement = MatchAnnouncement.Create(new MatchTerms
        {
            Draw = number,
            Previous = previous,
            HashKind = inputs.HashKind,
            DrawAnnouncement = draw.AnnouncementHash,
            OfficerCount = roster.Count,
            RosterRoot = MatchRoots.Roster(inputs.HashKind, roster),
            TaskCount = list.Count,
            TaskListRoot = MatchRoots.Tasks(inputs.HashKind, list),
            RecusalCount = recusals.Count,
            RecusalRoot = MatchRoots.Recusals(inputs.HashKind, recusals),
            Cap = CapFor(list, roster),
            Beacons = inputs.Beacons,
            Commitments = inputs.Commitments,
            SecretRule = inputs.SecretRule,
            Prose = [.. inputs.Prose, plan.Name],
        });
        await draws.ChainAsync(
            number, announcement.Hash, announcement.Bytes, clock.Now, AnnouncementState.Done, cancellationToken).ConfigureAwait(false);
        return announcement;
    }

    // One more than an even share in the busiest agency: loads stay level, and a recusal still finds a substitute.
    private static int CapFor(IReadOnlyList<MatchTask> list, List<MatchOfficer> roster)
    {
        var staff = roster.GroupBy(officer => officer.Department, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (Count: group.Count(), Load: group.Sum(o => o.Load)), StringComparer.Ordinal);
        var even = list.GroupBy(task => task.Department, StringComparer.Ordinal)
            .Select(group => staff.TryGetValue(group.Key, out var s) ? ((2 * group.Count()) + s.Load + s.Count - 1) / s.Count : 1)
            .DefaultIfEmpty(1)
            .Max();
        return Math.Min(even + 1, ushort.MaxValue);
    }

    private static List<InspectionTask> TasksOf(MatchBundle match, Draw draw, InspectionPlan plan)
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
                   ItemCode = plan.ItemCode,
                   Checklist = plan.Checklist,
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
            work.Append(new JournalRecord("task.assigned", task.Id, actor, clock.Now, CanonicalJson.Of(json =>
            {
                json.WriteString("subject", task.SubjectId);
                json.WriteString("agency", task.AgencyId);
                json.WriteStartArray("officers");
                foreach (var officer in task.OfficerIds)
                {
                    json.WriteStringValue(officer);
                }

                json.WriteEndArray();
            })));
        }
    }
}
