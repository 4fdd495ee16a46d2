using System.Text;
using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>
/// Cross-station inspection 所所交叉: which other station takes each task, before the matching is announced. Tasks in the order
/// of H(K ‖ task id), K = H("SRD-1 cross" ‖ 0x00 ‖ Seed of the draw of subjects); each goes to the station with the fewest tasks
/// for each of its officers, equal ones by H(H(K ‖ task id) ‖ station). Nobody chose it, and anybody can repeat it.
/// </summary>
internal sealed class CrossStations
{
    private readonly List<(string TaskId, string[] Stations)> _tasks = [];

    public void Add(string taskId, string[] stations) => _tasks.Add((taskId, stations));

    /// <param name="kind">Hash function of the matching.</param>
    /// <param name="drawSeed">Seed of the draw of subjects.</param>
    /// <param name="staff">Officers on the roster of each station, at least one for each that was added.</param>
    public IReadOnlyDictionary<string, string> Choose(
        HashKind kind, Digest drawSeed, IReadOnlyDictionary<string, int> staff)
    {
        var seed = new byte[Digest.Size];
        drawSeed.CopyTo(seed);
        var key = Hash.Of(kind, [.. "SRD-1 cross\0"u8, .. seed]);
        var given = new Dictionary<string, long>(StringComparer.Ordinal);
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (ticket, (taskId, stations)) in _tasks
            .Select(task => (Ticket.Of(kind, key, Encoding.ASCII.GetBytes(task.TaskId)), task))
            .OrderBy(task => task.Item1).ThenBy(task => task.task.TaskId, StringComparer.Ordinal))
        {
            var best = stations.Aggregate((one, other) => Precedes(other, one, ticket) ? other : one);
            given[best] = given.GetValueOrDefault(best) + 1;
            chosen.Add(taskId, best);
        }

        return chosen;

        bool Precedes(string one, string other, Digest ticket)
        {
            var order = (given.GetValueOrDefault(one) * staff[other]).CompareTo(given.GetValueOrDefault(other) * staff[one]);
            return order < 0 || (order == 0 && Tie(one, ticket).CompareTo(Tie(other, ticket)) < 0);
        }

        Digest Tie(string station, Digest ticket) => Ticket.Of(kind, ticket, Encoding.UTF8.GetBytes(station));
    }
}
