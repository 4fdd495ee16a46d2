namespace Supervision.Sampling;

/// <summary>
/// Reads a Hall certificate: groups its nodes by the officers that they share, and counts for each group what it wants and
/// what there is. Officers and tasks are numbers by id.
/// </summary>
internal sealed class ShortageSearch
{
    private readonly MatchInput _input;
    private readonly int _cap;
    private readonly HashSet<int>[] _team;
    private readonly List<(int Task, bool QualifiedOnly)> _nodes;
    private readonly int[] _parent;     // disjoint sets over tasks, then officers

    private ShortageSearch(MatchInput input, int cap, Matching matching)
    {
        (_input, _cap) = (input, cap);
        var officers = input.Officers.Index().ToDictionary(o => o.Item.Id, o => o.Index, StringComparer.Ordinal);
        var tasks = input.Tasks.Index().ToDictionary(t => t.Item.Id, t => t.Index, StringComparer.Ordinal);
        _team = Array.ConvertAll(input.Tasks, _ => new HashSet<int>());
        foreach (var team in matching.Teams)
        {
            _team[tasks[team.TaskId]].UnionWith(team.Officers.Select(id => officers[id]));
        }

        _nodes = [.. matching.Infeasible.Select(node => (tasks[node[..^2]], node.EndsWith("/Q", StringComparison.Ordinal)))];
        _parent = [.. Enumerable.Range(0, input.Tasks.Length + input.Officers.Length)];
    }

    public static IReadOnlyList<MatchShortage> Of(MatchInput input, int cap, Matching matching)
    {
        var search = new ShortageSearch(input, cap, matching);
        return [.. search.Groups()];
    }

    private IEnumerable<MatchShortage> Groups()
    {
        var wanted = new HashSet<int>();
        var nobody = new Dictionary<string, int>(StringComparer.Ordinal);     // department → a task that nobody may serve
        foreach (var (task, qualifiedOnly) in _nodes)
        {
            int[] candidates = [.. Candidates(task, qualifiedOnly)];
            foreach (var officer in candidates)
            {
                wanted.Add(officer);
                Join(task, _input.Tasks.Length + officer);
            }

            if (candidates.Length == 0)
            {
                nobody.TryAdd(_input.Tasks[task].Department, task);
                Join(task, nobody[_input.Tasks[task].Department]);
            }
        }

        foreach (var (task, _) in _nodes)
        {
            foreach (var member in _team[task].Where(wanted.Contains))
            {
                Join(task, _input.Tasks.Length + member);
            }
        }

        return _nodes.GroupBy(node => Root(node.Task)).OrderBy(group => group.Min(node => node.Task)).Select(group =>
            Count([.. group], [.. wanted.Where(officer => Root(_input.Tasks.Length + officer) == group.Key).Order()]));
    }

    private MatchShortage Count((int Task, bool QualifiedOnly)[] nodes, int[] officers)
    {
        int[] tasks = [.. nodes.Select(node => node.Task).Distinct().Order()];
        var own = officers.ToHashSet();
        return new MatchShortage
        {
            Department = _input.Tasks[tasks[0]].Department,
            Items = [.. tasks.Select(task => _input.Tasks[task].Item).Distinct(StringComparer.Ordinal).Order(ByteOrder.Instance)],
            TaskIds = [.. tasks.Select(task => _input.Tasks[task].Id)],
            OfficerIds = [.. officers.Select(officer => _input.Officers[officer].Id)],
            IsOfQualified = Array.TrueForAll(nodes, node => node.QualifiedOnly),
            Needed = tasks.Sum(task => MatchRun.TeamSize - ByOthers(task, own)),
            Room = officers.Sum(officer => Math.Max(0, _cap - _input.Officers[officer].Load)),
        };
    }

    /// <summary>How many places of a task other officers could fill at most, whatever else they do.</summary>
    private int ByOthers(int task, HashSet<int> own)
    {
        var (qualified, unqualified) = (0, 0);
        foreach (var officer in _input.Staff[task])
        {
            if (!own.Contains(officer) && _input.Recused[task]?.Contains(officer) != true)
            {
                _ = _input.Qualified[task][officer] ? qualified++ : unqualified++;
            }
        }

        return Math.Min(MatchRun.TeamSize, qualified + Math.Min(1, unqualified));
    }

    private IEnumerable<int> Candidates(int task, bool qualifiedOnly) => _input.Staff[task].Where(officer =>
        !_team[task].Contains(officer)
        && _input.Recused[task]?.Contains(officer) != true
        && (!qualifiedOnly || _input.Qualified[task][officer]));

    private void Join(int one, int other) => _parent[Root(one)] = Root(other);

    private int Root(int node)
    {
        while (_parent[node] != node)
        {
            node = _parent[node] = _parent[_parent[node]];
        }

        return node;
    }
}
