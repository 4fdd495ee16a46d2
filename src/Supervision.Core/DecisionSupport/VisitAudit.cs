namespace Supervision.DecisionSupport;

/// <summary>
/// Looks at the inspectors: who goes with whom, who is at the same subject again, whose inspections are too fast to be real, who replaces
/// drawn officers, and which subjects bear too much.
/// </summary>
/// <remarks>Not thread-safe. Holds counts, and the visits that were too fast; equal input gives equal reports.</remarks>
internal sealed class VisitAudit(OversightPolicy policy)
{
    private readonly PairTally _pairs = new();
    private readonly List<FastVisit> _fast = [];
    private readonly Dictionary<string, int> _byAgency = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Agency, string Officer), int> _byOfficer = [];
    private readonly Dictionary<(string Agency, string Subject), int> _bySubject = [];
    private readonly Dictionary<(string Agency, string Officer, string Subject), int> _together = [];
    private readonly Dictionary<string, int> _redrawn = new(StringComparer.Ordinal);
    private readonly HashSet<(string Subject, DateOnly On)> _doors = [];
    private DateOnly _last = DateOnly.MinValue;
    private int _visits;

    /// <summary>Adds an inspection.</summary>
    public void Add(AuditedVisit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        _visits++;
        _last = visit.On > _last ? visit.On : _last;
        Count(_byAgency, visit.AgencyId);
        Count(_bySubject, (visit.AgencyId, visit.SubjectId));
        _doors.Add((visit.SubjectId, visit.On));
        foreach (var officer in visit.OfficerIds)
        {
            Count(_byOfficer, (visit.AgencyId, officer));
            Count(_together, (visit.AgencyId, officer, visit.SubjectId));
        }

        if (visit.OfficerIds.Count > 1)
        {
            _pairs.Add($"{visit.AgencyId}|{visit.ItemCode}", visit.OfficerIds[0], visit.OfficerIds[1]);
        }

        if (visit.EnteredAt is { } entered)
        {
            var terms = policy.On(visit.On);
            var (took, least) = ((long)(visit.RecordedAt - entered).TotalSeconds, Math.Max(terms.LeastSeconds, (long)terms.SecondsPerPoint * visit.Points));
            if (took < least)
            {
                _fast.Add(new FastVisit(visit, took, least));
            }
        }
    }

    /// <summary>Counts an officer of a draw who was replaced.</summary>
    public void AddRedraw(string agencyId) => Count(_redrawn, agencyId);

    /// <summary>The result so far.</summary>
    /// <param name="significance">Above 0 and below 1, such as 0.01.</param>
    public VisitAuditReport Report(double significance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(significance);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(significance, 1);
        return new VisitAuditReport(
            _visits, _pairs.Test(), [.. _fast.OrderBy(fast => fast.Visit.On).ThenBy(fast => fast.Visit.TaskId, StringComparer.Ordinal)],
            Repeated(significance), Redraws(), Overburdened(), significance);
    }

    // As if each inspection of the subject had drawn its officers by their share of all inspections of the agency. All pairs that could have
    // come so far are asked, hence the division.
    private RepeatedVisits[] Repeated(double significance)
    {
        var from = policy.On(_last).RepeatsFrom;
        var asked = _together.Count(pair => _bySubject[(pair.Key.Agency, pair.Key.Subject)] >= from);
        return
        [
            .. _together.Where(pair => pair.Value >= from).Select(pair =>
                {
                    var (agency, officer, subject) = pair.Key;
                    var of = _bySubject[(agency, subject)];
                    var share = (double)_byOfficer[(agency, officer)] / _byAgency[agency];
                    return new RepeatedVisits(officer, subject, pair.Value, of, Tail.Binomial(pair.Value, of, share));
                })
                .Where(one => one.PValue <= significance / asked)
                .OrderBy(one => one.PValue).ThenBy(one => one.OfficerId, StringComparer.Ordinal).ThenBy(one => one.SubjectId, StringComparer.Ordinal),
        ];
    }

    private RedrawRate[] Redraws()
    {
        var all = _redrawn.Values.Sum();
        return
        [
            .. _byAgency.OrderBy(agency => agency.Key, StringComparer.Ordinal).Select(agency =>
            {
                var own = _redrawn.GetValueOrDefault(agency.Key);
                var others = _visits - agency.Value;

                // One redraw more than they had: an agency is not accused because the others happened to have none.
                double? p = others == 0 ? null : Tail.Binomial(own, agency.Value, Math.Min(1, (all - own + 1.0) / (others + 1.0)));
                return new RedrawRate(agency.Key, own, agency.Value, p);
            }),
        ];
    }

    private Burden[] Overburdened() =>
    [
        .. _doors.GroupBy(door => (door.Subject, door.On.Year))
            .Select(group => new Burden(group.Key.Subject, group.Key.Year, group.Count(), policy.On(group.Max(door => door.On)).EntriesPerYear))
            .Where(burden => burden.Entries > burden.Budget)
            .OrderByDescending(burden => burden.Entries).ThenBy(burden => burden.SubjectId, StringComparer.Ordinal).ThenBy(burden => burden.Year),
    ];

    private static void Count<T>(Dictionary<T, int> counts, T key)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
