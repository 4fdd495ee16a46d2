using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>The checks of the matching, causes before consequences.</summary>
internal sealed class MatchVerification(
    BundleReader reader, CheckList checks, Announcement? draw, IReadOnlyList<string>? selectedIds)
{
    private static readonly string[] s_teamChecks =
        ["team-distinct", "team-officers", "team-qualified", "team-recusal", "load-cap"];

    private MatchAnnouncement? _announcement;
    private List<MatchOfficer>? _officers;
    private List<MatchTask>? _tasks;
    private List<MatchRecusal>? _recusals;

    public void Run()
    {
        _announcement = checks.File("match-announcement-file", BundleFile.MatchAnnouncement, reader.MatchAnnouncement());
        _officers = checks.File("roster-file", BundleFile.Roster, reader.Roster());
        _tasks = checks.File("task-list-file", BundleFile.Tasks, reader.Tasks());
        _recusals = checks.File("recusals-file", BundleFile.Recusals, reader.Recusals());
        var reveal = checks.File("match-reveal-file", BundleFile.MatchReveal, reader.Reveal(BundleFile.MatchReveal));
        var published = checks.File("matching-file", BundleFile.Matching, reader.Matching());

        SeedVerification.AnnouncementHash(
            checks, "match-announcement-hash", _announcement?.Hash, reveal?.AnnouncementHash, published?.AnnouncementHash);
        if (_announcement is null || draw is null)
        {
            checks.NotRun("match-of-draw");
        }
        else
        {
            checks.Same("match-of-draw", draw.Hash, _announcement.Terms.DrawAnnouncement);
        }

        var valid = InputChecks();
        var seed = SeedVerification.Seed(checks, "match-", _announcement?.Terms, reveal, value => DrawSeed.Derive(
            _announcement!.Terms.HashKind, _announcement.Hash, _announcement.Terms.TaskListRoot, _announcement.Terms.TaskCount, value));
        MatchingCheck(valid, seed, published);
        if (valid && published is not null && _announcement is not null)
        {
            TeamChecks(published.Matching.Teams, _announcement.Terms.Cap);
        }
        else
        {
            checks.NotRun(s_teamChecks);
        }

        if (reader.Exists(BundleFile.MatchRedraws))
        {
            RedrawChecks(valid, seed, published);
        }
    }

    private void RedrawChecks(bool valid, Digest? seed, PublishedMatching? published)
    {
        var redraws = checks.File("match-redraws-file", BundleFile.MatchRedraws, reader.Redraws());
        if (!valid || seed is null || published is null || redraws is null || !TeamsFit(published.Matching.Teams))
        {
            checks.NotRun("match-redraws");
            return;
        }

        var terms = _announcement!.Terms;
        if (redraws.AnnouncementHash != _announcement.Hash)
        {
            checks.Same("match-redraws", _announcement.Hash, redraws.AnnouncementHash);
            return;
        }

        var run = new RedrawRun(
            terms.HashKind, seed.Value, MatchInput.Of(_officers!, _tasks!, _recusals!), terms.Cap, published.Matching);
        run.Replay(redraws.Redraws);
        checks.NoDifference("match-redraws", run.Wrong);
    }

    // One team for each task, whatever its members: replacements can then be replayed.
    private bool TeamsFit(IReadOnlyList<MatchTeam> teams) =>
        teams.Select(team => team.TaskId).SequenceEqual(_tasks!.Select(task => task.Id).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private bool InputChecks()
    {
        // A broken id or an item named twice has no leaf hash, hence it is looked for before the roots.
        var wrong = MatchInput.Check(_officers ?? [], _tasks ?? [], _officers is null || _tasks is null ? [] : _recusals ?? []);
        var mixed = _announcement is { } notice && Salts().Any(salt => salt.Length > 0 != notice.Terms.IsSalted);
        checks.NoDifference(
            "match-input",
            wrong is not null ? ("", wrong.ToString())
            : mixed ? ("", _announcement!.Terms.IsSalted ? "a row without salt" : "a row with a salt")
            : null);
        if (wrong is not null || mixed || _announcement is null)
        {
            checks.NotRun("roster-root", "task-list-root", "recusal-root", "task-subjects");
            return false;
        }

        var terms = _announcement.Terms;
        var kind = terms.HashKind;
        Root("roster-root", terms.OfficerCount, terms.RosterRoot, _officers, rows => MatchRoots.Roster(kind, rows));
        Root("task-list-root", terms.TaskCount, terms.TaskListRoot, _tasks, rows => MatchRoots.Tasks(kind, rows));
        Root("recusal-root", terms.RecusalCount, terms.RecusalRoot, _recusals, rows => MatchRoots.Recusals(kind, rows));
        if (_tasks is null || selectedIds is null)
        {
            checks.NotRun("task-subjects");
        }
        else
        {
            var subjects = _tasks.Select(task => task.SubjectId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            checks.NoDifference("task-subjects", Differences.First(selectedIds, [.. subjects]));
        }

        return _officers is not null && _tasks is not null && _recusals is not null;
    }

    private IEnumerable<string> Salts() =>
    [
        .. (_officers ?? []).Select(officer => officer.Salt),
        .. (_tasks ?? []).Select(task => task.Salt),
        .. (_recusals ?? []).Select(recusal => recusal.Salt),
    ];

    private void Root<T>(string name, int count, Digest root, List<T>? rows, Func<List<T>, Digest> compute)
    {
        if (rows is null)
        {
            checks.NotRun(name);
            return;
        }

        checks.Same(name, $"{Invariant.Text(count)} {root}", $"{Invariant.Text(rows.Count)} {compute(rows)}");
    }

    private void MatchingCheck(bool valid, Digest? seed, PublishedMatching? published)
    {
        if (!valid || seed is null || published is null)
        {
            checks.NotRun("matching");
            return;
        }

        var terms = _announcement!.Terms;
        var computed = OfficerMatching.Match(terms.HashKind, seed.Value, _officers!, _tasks!, _recusals!, terms.Cap);
        checks.NoDifference("matching", Differences.First([.. Lines(computed)], [.. Lines(published.Matching)]));
    }

    private static IEnumerable<string> Lines(Matching matching) =>
    [
        .. matching.Teams.Select(team => $"{team.TaskId}: {string.Join(", ", team.Officers)}"),
        $"greedy-short {Invariant.Text(matching.GreedyShort)}",
        .. matching.Unassigned.Select(task => $"unassigned {task}"),
        .. matching.Infeasible.Select(node => $"infeasible {node}"),
    ];

    // What a reader can check without any hash: the published teams against roster, tasks, recusals and cap.
    private void TeamChecks(IReadOnlyList<MatchTeam> teams, int cap)
    {
        var officers = _officers!.ToDictionary(officer => officer.Id, StringComparer.Ordinal);
        var tasks = _tasks!.ToDictionary(task => task.Id, StringComparer.Ordinal);
        var recused = _recusals!.Select(recusal => (recusal.OfficerId, recusal.TaskId)).ToHashSet();

        First("team-distinct", "2 different officers", teams.Where(team =>
            team.Officers.Count > 2 || team.Officers.Distinct(StringComparer.Ordinal).Count() < team.Officers.Count));
        First("team-officers", "officers of the department", teams.Where(team =>
            !tasks.TryGetValue(team.TaskId, out var task)
            || team.Officers.Any(id => !officers.TryGetValue(id, out var officer)
                || !string.Equals(officer.Department, task.Department, StringComparison.Ordinal))));
        First("team-qualified", "at most 1 unqualified", teams.Where(team =>
            tasks.TryGetValue(team.TaskId, out var task)
            && team.Officers.Count(id => !officers.TryGetValue(id, out var officer)
                || !officer.Items.Contains(task.Item, StringComparer.Ordinal)) > 1));
        First("team-recusal", "no recused officer", teams.Where(team =>
            team.Officers.Any(id => recused.Contains((id, team.TaskId)))));

        var overloaded = teams.SelectMany(team => team.Officers).CountBy(id => id, StringComparer.Ordinal)
            .Select(count => (Id: count.Key, Load: count.Value + (officers.TryGetValue(count.Key, out var o) ? o.Load : 0)))
            .Where(count => count.Load > cap)
            .Select(count => (Expected: $"at most {Invariant.Text(cap)}", Actual: $"{count.Id}: {Invariant.Text(count.Load)}"));
        checks.NoDifference("load-cap", Differences.FirstOf(overloaded));

        void First(string name, string expected, IEnumerable<MatchTeam> wrong) =>
            checks.NoDifference(name, Differences.FirstOf(wrong.Select(team =>
                (expected, $"{team.TaskId}: {string.Join(", ", team.Officers)}"))));
    }
}
