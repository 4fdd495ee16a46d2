using System.Text;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// Replays the replacements of officers in their order. The newcomer is whom step 1 of the matching would take now: the
/// candidate with least (load, m, id), loads counted over the teams as they stand, without anybody who left this task before.
/// </summary>
internal sealed class RedrawRun(HashKind kind, Digest seed, MatchInput input, int cap, Matching matching)
{
    private readonly Digest _key = DrawSeed.MatchKey(kind, seed);
    private readonly Dictionary<string, List<string>> _teams = matching.Teams.ToDictionary(
        team => team.TaskId, team => team.Officers.ToList(), StringComparer.Ordinal);

    private readonly Dictionary<string, int> _load = matching.Teams.SelectMany(team => team.Officers)
        .CountBy(id => id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private readonly HashSet<(string Task, string Officer)> _left = [];

    /// <summary>The teams as they stand, by task id.</summary>
    public IReadOnlyList<MatchTeam> Teams => [.. input.Tasks.Select(task => new MatchTeam(task.Id, [.. _teams[task.Id]]))];

    /// <summary>The first replacement that was not the one of the method, or null.</summary>
    public (string Expected, string Actual)? Wrong { get; private set; }

    /// <summary>Makes replacements that were made before, and compares each with the method.</summary>
    public void Replay(IEnumerable<OfficerRedraw> redraws)
    {
        var before = DateTimeOffset.MinValue;
        foreach (var redraw in redraws)
        {
            var published = $"{redraw.TaskId}: {redraw.Left} -> {redraw.Newcomer ?? "nobody"}";
            var refusal = Replace(redraw.TaskId, redraw.Left, out var newcomer);
            var expected = refusal is not null ? "an officer of the team"
                : redraw.At < before ? $"not before {RedrawFile.Text(before)}"
                : $"{redraw.TaskId}: {redraw.Left} -> {newcomer ?? "nobody"}";
            if (Wrong is null && expected != published)
            {
                Wrong = (expected, published);
            }

            before = redraw.At;
        }
    }

    /// <summary>Replaces an officer; gives the newcomer, or null. SUP4250: no such task; SUP4251: not on its team.</summary>
    public Refusal? Replace(string taskId, string left, out string? newcomer)
    {
        newcomer = null;
        if (!_teams.TryGetValue(taskId, out var team))
        {
            return Refusal.Of("SUP4250", taskId);
        }

        if (!team.Remove(left))
        {
            return Refusal.Of("SUP4251", left, taskId);
        }

        _left.Add((taskId, left));
        _load[left]--;
        var task = Array.FindIndex(input.Tasks, other => other.Id == taskId);
        newcomer = Next(task, team);
        if (newcomer is not null)
        {
            team.Add(newcomer);
            _load[newcomer] = _load.GetValueOrDefault(newcomer) + 1;
            if (team.Count == MatchRun.TeamSize && !IsQualified(task, team[0]) && IsQualified(task, team[1]))
            {
                team.Reverse();
            }
        }

        return null;
    }

    private string? Next(int task, List<string> team)
    {
        var qualifiedOnly = team.Exists(member => !IsQualified(task, member));
        var taskTicket = Ticket.Of(kind, _key, Encoding.ASCII.GetBytes(input.Tasks[task].Id));
        return input.Staff[task]
            .Where(o => input.Recused[task]?.Contains(o) != true && (!qualifiedOnly || input.Qualified[task][o]))
            .Select(o => input.Officers[o])
            .Where(o => !team.Contains(o.Id) && !_left.Contains((input.Tasks[task].Id, o.Id)))
            .Select(o => (o.Id, Load: o.Load + _load.GetValueOrDefault(o.Id)))
            .Where(o => o.Load < cap)
            .OrderBy(o => o.Load)
            .ThenBy(o => Ticket.Of(kind, taskTicket, Encoding.ASCII.GetBytes(o.Id)).Top64)
            .ThenBy(o => o.Id, StringComparer.Ordinal)
            .Select(o => o.Id)
            .FirstOrDefault();
    }

    private bool IsQualified(int task, string officerId) =>
        input.Staff[task].Any(o => input.Officers[o].Id == officerId && input.Qualified[task][o]);
}
