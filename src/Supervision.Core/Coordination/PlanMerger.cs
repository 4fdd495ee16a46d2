namespace Supervision.Coordination;

/// <summary>
/// Merges the plans of several agencies into as few visits to each subject as their windows allow. Pure and deterministic:
/// the order of the checks does not matter.
/// </summary>
/// <remarks>
/// First each agency's own checks of a subject are put together (several items of one agency are in principle one visit), then
/// those of all agencies, each time as long as one day suits all of them (piercing of intervals). So a merged plan never has more visits
/// and never more officer-attendances than the agencies' own plans, even where each of those is merged by itself already. A check that a
/// law demands is never dropped.
/// </remarks>
/// <legal source="浙江省综合行政执法条例" article="第十三条" inForceFrom="2022-01-01" />
public static class PlanMerger
{
    /// <summary>The merged plan.</summary>
    /// <param name="checks">Checks of all agencies; ids are unique.</param>
    /// <param name="rules">Cap, gap, list and delegations.</param>
    /// <exception cref="ArgumentException">An id stands twice, a window is empty, fewer than two officers, or one agency checks an item of a subject twice on overlapping days.</exception>
    public static MergedPlan Merge(IReadOnlyList<PlannedCheck> checks, MergeRules rules)
    {
        ArgumentNullException.ThrowIfNull(checks);
        ArgumentNullException.ThrowIfNull(rules);
        Require(checks);
        var visits = new List<JointVisit>();
        var dropped = new List<DroppedCheck>();
        var notes = new List<MergeNote>();
        var savings = new MergeSavings(0, 0, 0, 0);
        foreach (var subject in checks.GroupBy(check => check.SubjectId, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var wanted = subject.ToList();
            if (rules.LeftInPeace.Contains(subject.Key))
            {
                dropped.AddRange(wanted.Where(check => !check.IsStatutory).Select(check => new DroppedCheck(check, DropReason.LeftInPeace)));
                wanted.RemoveAll(check => !check.IsStatutory);
            }

            var groups = Capped(Together(wanted), subject.Key, rules, dropped, notes);
            var made = Dated(groups, subject.Key, rules, notes);
            visits.AddRange(made);
            savings = Add(savings, made);
        }

        return new MergedPlan(visits, [.. dropped.OrderBy(drop => drop.Check.Id, StringComparer.Ordinal)], notes, savings);
    }

    private static List<List<PlannedCheck>> Together(List<PlannedCheck> checks) =>
        Pierce(Alone(checks)).ConvertAll(visits => visits.SelectMany(visit => visit.Checks).ToList());

    // What each agency would do by itself, merged as well as its own windows allow.
    private static List<AgencyVisit> Alone(IEnumerable<PlannedCheck> checks) =>
    [
        .. checks.GroupBy(check => (check.AgencyId, check.SubjectId))
            .SelectMany(group => Pierce(group.Select(check => new AgencyVisit([check], check.From, check.To)).ToList()))
            .Select(group => new AgencyVisit(
                [.. group.SelectMany(visit => visit.Checks)], group.Max(visit => visit.From), group.Min(visit => visit.To))),
    ];

    // A group ends with the earliest last day; whatever can take place on that day joins it.
    private static List<List<AgencyVisit>> Pierce(List<AgencyVisit> visits)
    {
        var left = visits.OrderBy(visit => visit.To).ThenBy(visit => visit.Checks[0].Id, StringComparer.Ordinal).ToList();
        var groups = new List<List<AgencyVisit>>();
        while (left.Count > 0)
        {
            var day = left[0].To;
            groups.Add(left.FindAll(visit => visit.From <= day));
            left.RemoveAll(visit => visit.From <= day);
        }

        return groups;
    }

    // Visits that a law demands stay, and so does what can ride along with them. Of the others the weightiest stay.
    private static List<List<PlannedCheck>> Capped(
        List<List<PlannedCheck>> groups, string subject, MergeRules rules, List<DroppedCheck> dropped, List<MergeNote> notes)
    {
        if (rules.YearlyCap is not { } cap || groups.Count <= cap)
        {
            return groups;
        }

        var demanded = groups.Count(group => group.Exists(check => check.IsStatutory));
        if (demanded > cap)
        {
            notes.Add(new MergeNote(MergeNoteKind.CapExceededByLaw, subject, demanded));
        }

        var kept = groups
            .OrderByDescending(group => group.Exists(check => check.IsStatutory))
            .ThenByDescending(group => group.Exists(check => check.IsKey))
            .ThenByDescending(group => group.Count)
            .ThenBy(group => group[0].To)
            .ThenBy(group => group[0].Id, StringComparer.Ordinal)
            .Take(Math.Max(cap, demanded))
            .ToHashSet();
        dropped.AddRange(groups.Where(group => !kept.Contains(group)).SelectMany(group => group)
            .Select(check => new DroppedCheck(check, DropReason.YearlyCap)));
        return groups.FindAll(kept.Contains);
    }

    // As early as the windows and the wished gap allow; visits come in the order of their windows.
    private static List<JointVisit> Dated(
        List<List<PlannedCheck>> groups, string subject, MergeRules rules, List<MergeNote> notes)
    {
        var visits = new List<JointVisit>();
        foreach (var group in groups)
        {
            var (from, to) = (group.Max(check => check.From), group.Min(check => check.To));
            var day = from;
            if (visits.Count > 0)
            {
                var wished = visits[^1].On.AddDays(rules.GapDays);
                day = wished <= from ? from : wished <= to ? wished : to;
                if (day < wished)
                {
                    notes.Add(new MergeNote(MergeNoteKind.CloserThanWished, subject, day.DayNumber - visits[^1].On.DayNumber));
                }
            }

            visits.Add(VisitOf(group, subject, from, to, day, rules));
        }

        return visits;
    }

    private static JointVisit VisitOf(
        List<PlannedCheck> group, string subject, DateOnly from, DateOnly to, DateOnly on, MergeRules rules)
    {
        var sorted = group.OrderBy(check => check.AgencyId, StringComparer.Ordinal)
            .ThenBy(check => check.ItemCode, StringComparer.Ordinal).ThenBy(check => check.Id, StringComparer.Ordinal).ToList();
        var agencies = sorted.Select(check => check.AgencyId).Distinct(StringComparer.Ordinal).ToList();
        var delegated = new Dictionary<string, string>(StringComparer.Ordinal);

        // An agency stays away when each of its checks can be done by one that comes for a check of its own.
        var coming = agencies.ToHashSet(StringComparer.Ordinal);
        foreach (var agency in agencies)
        {
            var own = sorted.FindAll(check => check.AgencyId == agency);
            var others = own.ConvertAll(check => rules.Delegations
                .Where(d => d.FromAgencyId == agency && d.ItemCode == check.ItemCode && !check.IsKey)
                .Select(d => d.ToAgencyId)
                .Where(to => to != agency && coming.Contains(to) && !delegated.ContainsValue(agency))
                .Order(StringComparer.Ordinal)
                .FirstOrDefault());
            if (others.TrueForAll(other => other is not null))
            {
                coming.Remove(agency);
                for (var i = 0; i < own.Count; i++)
                {
                    delegated[own[i].Id] = others[i]!;
                }
            }
        }

        var attendances = coming.ToDictionary(
            agency => agency, agency => sorted.Where(check => check.AgencyId == agency).Max(check => check.Officers), StringComparer.Ordinal);
        return new JointVisit(subject, from, to, on, sorted, attendances, delegated);
    }

    private static MergeSavings Add(MergeSavings sum, List<JointVisit> visits)
    {
        var alone = Alone(visits.SelectMany(visit => visit.Checks));
        return new MergeSavings(
            sum.VisitsPlanned + alone.Count,
            sum.VisitsActual + visits.Count,
            sum.AttendancesPlanned + alone.Sum(visit => visit.Checks.Max(check => check.Officers)),
            sum.AttendancesActual + visits.Sum(visit => visit.Attendances.Values.Sum()));
    }

    private static void Require(IReadOnlyList<PlannedCheck> checks)
    {
        if (checks.GroupBy(check => check.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The check '{twice.Key}' stands twice.", nameof(checks));
        }

        if (checks.FirstOrDefault(check => check.To < check.From || check.Officers < 2) is { } wrong)
        {
            throw new ArgumentException($"The check '{wrong.Id}' has an empty window or fewer than two officers.", nameof(checks));
        }

        foreach (var same in checks.GroupBy(check => (check.AgencyId, check.SubjectId, check.ItemCode)))
        {
            var sorted = same.OrderBy(check => check.From).ToList();
            for (var i = 1; i < sorted.Count; i++)
            {
                if (sorted[i].From <= sorted[i - 1].To)
                {
                    throw new ArgumentException(
                        $"The checks '{sorted[i - 1].Id}' and '{sorted[i].Id}' are the same check on overlapping days.", nameof(checks));
                }
            }
        }
    }

    private sealed record AgencyVisit(IReadOnlyList<PlannedCheck> Checks, DateOnly From, DateOnly To);
}
