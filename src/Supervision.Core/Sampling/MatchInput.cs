using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>Checked input of a matching, everything by id, officers and tasks as numbers.</summary>
internal sealed class MatchInput
{
    private MatchInput(MatchOfficer[] officers, MatchTask[] tasks) => (Officers, Tasks) = (officers, tasks);

    public MatchOfficer[] Officers { get; }

    public MatchTask[] Tasks { get; }

    /// <summary>For each task the officers of its department, by id.</summary>
    public required int[][] Staff { get; init; }

    /// <summary>For each task which officers are qualified for its item.</summary>
    public required bool[][] Qualified { get; init; }

    /// <summary>For each task the officers who must not serve on it, or null for none.</summary>
    public required HashSet<int>?[] Recused { get; init; }

    /// <summary>What is wrong with the input, or null.</summary>
    public static Refusal? Check(
        IEnumerable<MatchOfficer> officers, IEnumerable<MatchTask> tasks, IEnumerable<MatchRecusal> recusals)
    {
        var officerIds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var officer in officers)
        {
            if (WrongId(officer.Id, officerIds) is { } wrongId)
            {
                return wrongId;
            }

            if (!Texts.IsLabel(officer.Department)
                || !officer.Items.All(IsItem)
                || officer.Items.Count > byte.MaxValue
                || officer.Items.Distinct(StringComparer.Ordinal).Count() < officer.Items.Count)
            {
                return Refusal.Of("SUP4044", officer.Id);
            }

            if (officer.Load is < 0 or > ushort.MaxValue)
            {
                return Refusal.Of("SUP4045", officer.Id, Invariant.Text(officer.Load));
            }
        }

        var taskIds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var task in tasks)
        {
            if (WrongId(task.Id, taskIds) is { } wrongId)
            {
                return wrongId;
            }

            if (!Texts.IsLabel(task.Department)
                || !IsItem(task.Item)
                || (task.SubjectId.Length > 0 && !Texts.IsId(task.SubjectId)))
            {
                return Refusal.Of("SUP4044", task.Id);
            }
        }

        var seen = new HashSet<(string, string)>();
        foreach (var recusal in recusals)
        {
            if (!officerIds.Contains(recusal.OfficerId) || !taskIds.Contains(recusal.TaskId) || !seen.Add((recusal.OfficerId, recusal.TaskId)))
            {
                return Refusal.Of("SUP4043", recusal.OfficerId, recusal.TaskId);
            }
        }

        return null;
    }

    /// <summary>Numbers the input, which must have passed <see cref="Check"/>.</summary>
    public static MatchInput Of(
        IEnumerable<MatchOfficer> officers, IEnumerable<MatchTask> tasks, IEnumerable<MatchRecusal> recusals)
    {
        MatchOfficer[] byId = [.. officers.OrderBy(officer => officer.Id, StringComparer.Ordinal)];
        MatchTask[] taskById = [.. tasks.OrderBy(task => task.Id, StringComparer.Ordinal)];
        var staff = byId.Index().GroupBy(officer => officer.Item.Department, StringComparer.Ordinal).ToDictionary(
            department => department.Key, department => department.Select(officer => officer.Index).ToArray(),
            StringComparer.Ordinal);
        var qualified = taskById.Select(task => task.Item).Distinct(StringComparer.Ordinal).ToDictionary(
            item => item, _ => new bool[byId.Length], StringComparer.Ordinal);
        for (var o = 0; o < byId.Length; o++)
        {
            foreach (var item in byId[o].Items)
            {
                if (qualified.TryGetValue(item, out var officersOfItem))
                {
                    officersOfItem[o] = true;
                }
            }
        }

        return new MatchInput(byId, taskById)
        {
            Staff = Array.ConvertAll(taskById, task => staff.GetValueOrDefault(task.Department, [])),
            Qualified = Array.ConvertAll(taskById, task => qualified[task.Item]),
            Recused = NumberRecusals(byId, taskById, recusals),
        };
    }

    private static HashSet<int>?[] NumberRecusals(
        MatchOfficer[] officers, MatchTask[] tasks, IEnumerable<MatchRecusal> recusals)
    {
        var officerNumbers = officers.Index().ToDictionary(o => o.Item.Id, o => o.Index, StringComparer.Ordinal);
        var taskNumbers = tasks.Index().ToDictionary(t => t.Item.Id, t => t.Index, StringComparer.Ordinal);
        var recused = new HashSet<int>?[tasks.Length];
        foreach (var recusal in recusals)
        {
            (recused[taskNumbers[recusal.TaskId]] ??= []).Add(officerNumbers[recusal.OfficerId]);
        }

        return recused;
    }

    private static bool IsItem(string item) => Texts.IsLabel(item) && !item.Contains(';', StringComparison.Ordinal);

    private static Refusal? WrongId(string id, HashSet<string> seen) =>
        !Texts.IsId(id) || id.Contains('/', StringComparison.Ordinal) ? Refusal.Of("SUP4041", id ?? "")
        : seen.Add(id) ? null
        : Refusal.Of("SUP4042", id);
}
