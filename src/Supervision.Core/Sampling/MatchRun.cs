using System.Runtime.InteropServices;
using System.Text;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// The working state of one matching. Officers and tasks are numbers by id, so number order is id order. A node is
/// 2·task + 1 when the task wants a qualified officer ("Q") and 2·task when any will do ("N").
/// </summary>
internal sealed class MatchRun
{
    public const int TeamSize = 2;

    private readonly MatchInput _input;
    private readonly int _cap;
    private readonly byte[] _officerIds;    // one behind the other
    private readonly int[] _idStarts;
    private readonly KeyedHash _hash;       // under the ticket of the task at hand
    private readonly Digest[] _ticket;      // of each task
    private readonly int[] _order;          // tasks by (ticket, id)
    private readonly int[] _load;
    private readonly List<int>[] _team;     // of each task, in order of joining
    private readonly List<int>[] _given;    // tasks of each officer given in this run, by id

    // Order numbers m(t, o) of the task at hand, made when first needed, many at once.
    private readonly ulong[] _m;
    private readonly int[] _mOfTask;
    private readonly List<int> _candidates = [];
    private readonly List<int> _wanted = [];
    private readonly ulong[] _made;

    // The search: who was met from which node, and who would leave the task of a node.
    private readonly bool[] _dead;
    private readonly int[] _seenIn;
    private readonly int[] _metIn;
    private readonly int[] _metFrom;
    private readonly int[] _leaver;
    private int _search;

    public MatchRun(HashKind kind, Digest seed, MatchInput input, int cap)
    {
        (_input, _cap) = (input, cap);
        var (officers, tasks) = (input.Officers.Length, input.Tasks.Length);
        var key = DrawSeed.MatchKey(kind, seed);
        _hash = new KeyedHash(kind, key);
        (_officerIds, _idStarts) = Joined(input.Officers.Select(officer => officer.Id));
        _ticket = new Digest[tasks];
        var (taskIds, taskStarts) = Joined(input.Tasks.Select(task => task.Id));
        _hash.Digests(taskIds, taskStarts, Enumerable.Range(0, tasks).ToArray(), _ticket);
        _order = [.. Enumerable.Range(0, tasks).OrderBy(task => _ticket[task]).ThenBy(task => task)];
        _load = Array.ConvertAll(input.Officers, officer => officer.Load);
        _team = Array.ConvertAll(input.Tasks, _ => new List<int>(TeamSize));
        _given = Array.ConvertAll(input.Officers, _ => new List<int>());
        (_m, _mOfTask, _made) = (new ulong[officers], Filled(officers, -1), new ulong[officers]);
        (_metIn, _metFrom) = (new int[officers], new int[officers]);
        (_dead, _seenIn, _leaver) = (new bool[2 * tasks], new int[2 * tasks], new int[2 * tasks]);
    }

    public Matching Run()
    {
        foreach (var task in _order)
        {
            Join(task, Least(task, qualifiedOnly: true));
            Join(task, Least(task, qualifiedOnly: false));
        }

        var greedyShort = EmptySlots();
        foreach (var task in _order)
        {
            while (_team[task].Count < TeamSize && Augment(task))
            {
                // One more slot was filled.
            }
        }

        return new Matching(
            [.. _input.Tasks.Select((task, number) => new MatchTeam(task.Id, Names(number)))],
            greedyShort,
            [.. _input.Tasks.SelectMany((task, number) => Enumerable.Repeat(task.Id, TeamSize - _team[number].Count))],
            [.. Certificate().Order(StringComparer.Ordinal)]);
    }

    /// <summary>The candidate with least (load, m, id), or -1. Only officers at the least load are hashed.</summary>
    private int Least(int task, bool qualifiedOnly)
    {
        var staff = _input.Staff[task];
        var least = _cap;
        foreach (var officer in staff)
        {
            if (_load[officer] < least && MayJoin(task, officer, qualifiedOnly))
            {
                least = _load[officer];
            }
        }

        if (least == _cap)
        {
            return -1;
        }

        _candidates.Clear();
        foreach (var officer in staff)
        {
            if (_load[officer] == least && MayJoin(task, officer, qualifiedOnly))
            {
                _candidates.Add(officer);
            }
        }

        MakeOrderNumbers(task, CollectionsMarshal.AsSpan(_candidates));
        var best = _candidates[0];
        foreach (var officer in _candidates)
        {
            best = _m[officer] < _m[best] ? officer : best;
        }

        return best;
    }

    /// <summary>Breadth-first search for one more officer of a task; on failure every node met is dead for good.</summary>
    private bool Augment(int task)
    {
        var start = Node(task, _team[task], leaving: -1);
        if (_dead[start])
        {
            return false;
        }

        _search++;
        _seenIn[start] = _search;
        var queue = new List<int> { start };
        for (var at = 0; at < queue.Count; at++)
        {
            foreach (var officer in Unmet(queue[at]))
            {
                _metIn[officer] = _search;
                _metFrom[officer] = queue[at];
                if (_load[officer] < _cap)
                {
                    Apply(start, officer);
                    return true;
                }

                foreach (var held in _given[officer])
                {
                    var node = Node(held, _team[held], leaving: officer);
                    if (_seenIn[node] != _search && !_dead[node])
                    {
                        _seenIn[node] = _search;
                        _leaver[node] = officer;
                        queue.Add(node);
                    }
                }
            }
        }

        queue.ForEach(node => _dead[node] = true);
        return false;
    }

    // Back from the officer who has room: each takes the place of the one who moves on towards the start.
    private void Apply(int start, int officer)
    {
        _load[officer]++;
        for (var node = _metFrom[officer]; ; node = _metFrom[officer])
        {
            var task = node / 2;
            _team[task].Add(officer);
            Insert(_given[officer], task);
            if (node == start)
            {
                return;
            }

            officer = _leaver[node];
            _team[task].Remove(officer);
            _given[officer].Remove(task);
        }
    }

    /// <summary>The officers whom a node could take and whom this search has not met, by (m, id).</summary>
    private int[] Unmet(int node)
    {
        var task = node / 2;
        int[] unmet = [.. _input.Staff[task].Where(officer =>
            _metIn[officer] != _search && MayJoin(task, officer, qualifiedOnly: node % 2 == 1))];
        MakeOrderNumbers(task, unmet);
        Array.Sort(Array.ConvertAll(unmet, officer => (_m[officer], officer)), unmet);
        return unmet;
    }

    private bool MayJoin(int task, int officer, bool qualifiedOnly) =>
        (!qualifiedOnly || _input.Qualified[task][officer])
        && !_team[task].Contains(officer)
        && _input.Recused[task]?.Contains(officer) != true;

    /// <summary>What a task wants: a qualified officer when a member who stays is not.</summary>
    private int Node(int task, List<int> team, int leaving)
    {
        var node = 2 * task;
        foreach (var member in team)
        {
            if (member != leaving && !_input.Qualified[task][member])
            {
                node = (2 * task) + 1;
            }
        }

        return node;
    }

    /// <summary>Sees to it that these officers' order numbers are those of a task.</summary>
    private void MakeOrderNumbers(int task, ReadOnlySpan<int> officers)
    {
        _wanted.Clear();
        foreach (var officer in officers)
        {
            if (_mOfTask[officer] != task)
            {
                _mOfTask[officer] = task;
                _wanted.Add(officer);
            }
        }

        if (_wanted.Count == 0)
        {
            return;
        }

        if (_hash.Key != _ticket[task])
        {
            _hash.Key = _ticket[task];
        }

        _hash.Top64(_officerIds, _idStarts, CollectionsMarshal.AsSpan(_wanted), _made);
        for (var i = 0; i < _wanted.Count; i++)
        {
            _m[_wanted[i]] = _made[i];
        }
    }

    private static (byte[] Bytes, int[] Starts) Joined(IEnumerable<string> ids)
    {
        var (bytes, starts) = (new List<byte>(), new List<int> { 0 });
        foreach (var id in ids)
        {
            bytes.AddRange(Encoding.ASCII.GetBytes(id));
            starts.Add(bytes.Count);
        }

        return ([.. bytes], [.. starts]);
    }

    private void Join(int task, int officer)
    {
        if (officer >= 0)
        {
            _team[task].Add(officer);
            _load[officer]++;
            Insert(_given[officer], task);
        }
    }

    // Team order, except that a qualified officer leads an unqualified one.
    private string[] Names(int task)
    {
        var team = _team[task];
        var qualified = _input.Qualified[task];
        var names = team.ConvertAll(officer => _input.Officers[officer].Id);
        if (team.Count == TeamSize && !qualified[team[0]] && qualified[team[1]])
        {
            names.Reverse();
        }

        return [.. names];
    }

    private IEnumerable<string> Certificate()
    {
        for (var node = 0; node < _dead.Length; node++)
        {
            if (_dead[node])
            {
                yield return _input.Tasks[node / 2].Id + (node % 2 == 1 ? "/Q" : "/N");
            }
        }
    }

    private int EmptySlots() => _team.Sum(team => TeamSize - team.Count);

    private static void Insert(List<int> sorted, int task)
    {
        var at = sorted.BinarySearch(task);
        sorted.Insert(at < 0 ? ~at : at, task);
    }

    private static int[] Filled(int length, int value)
    {
        var array = new int[length];
        Array.Fill(array, value);
        return array;
    }
}
