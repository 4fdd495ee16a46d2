using System.Buffers.Binary;
using Supervision.Decisions;
using Supervision.Hashing;

namespace Supervision.DecisionSupport;

/// <summary>
/// Whether the same two officers meet too often. Chance is what is left when every officer keeps the number of tasks led and joined in
/// his or her pool, and the second officers are dealt to the tasks anew.
/// </summary>
internal sealed class PairTally
{
    private const int Deals = 999;

    private readonly SortedDictionary<string, List<(string Lead, string Second)>> _pools = new(StringComparer.Ordinal);

    public void Add(string pool, string lead, string second)
    {
        if (!_pools.TryGetValue(pool, out var teams))
        {
            _pools.Add(pool, teams = []);
        }

        teams.Add((lead, second));
    }

    public FairnessTest Test()
    {
        var observed = _pools.Values.Sum(teams => Repeats([.. teams.Select(team => team.Lead)], [.. teams.Select(team => team.Second)]));
        var (asFar, different) = (0, false);
        for (var deal = 0; deal < Deals; deal++)
        {
            var dealt = 0L;
            foreach (var (pool, teams) in _pools)
            {
                string[] leads = [.. teams.Select(team => team.Lead)];
                string[] seconds = [.. teams.Select(team => team.Second)];
                Shuffle(leads, seconds, pool, deal);
                dealt += Repeats(leads, seconds);
            }

            asFar += dealt >= observed ? 1 : 0;
            different |= dealt != observed;
        }

        return new FairnessTest(
            FairnessTestKind.OfficerPairs, "", observed, 0, different ? (asFar + 1.0) / (Deals + 1) : null, []);
    }

    private static long Repeats(string[] leads, string[] seconds)
    {
        var counts = new Dictionary<(string, string), long>();
        for (var i = 0; i < leads.Length; i++)
        {
            var pair = string.CompareOrdinal(leads[i], seconds[i]) < 0 ? (leads[i], seconds[i]) : (seconds[i], leads[i]);
            counts[pair] = counts.GetValueOrDefault(pair) + 1;
        }

        return counts.Values.Sum(count => count * (count - 1) / 2);
    }

    // Swaps that would put an officer beside himself are not made. The numbers come from a hash, so that an audit can be repeated.
    private static void Shuffle(string[] leads, string[] seconds, string pool, int deal)
    {
        var numbers = new HashNumbers($"{pool}/{Invariant.Text(deal)}");
        for (var i = seconds.Length - 1; i > 0; i--)
        {
            var j = numbers.Next(i + 1);
            if (seconds[j] != leads[i] && seconds[i] != leads[j])
            {
                (seconds[i], seconds[j]) = (seconds[j], seconds[i]);
            }
        }
    }

    private sealed class HashNumbers(string name)
    {
        private readonly byte[] _message = [.. System.Text.Encoding.UTF8.GetBytes(name), 0, 0, 0, 0];
        private readonly byte[] _block = new byte[32];
        private uint _counter;
        private int _used = 32;

        /// <summary>0 to below − 1; the bias is below 2^−32 times below.</summary>
        public int Next(int below)
        {
            if (_used == _block.Length)
            {
                BinaryPrimitives.WriteUInt32BigEndian(_message.AsSpan(_message.Length - 4), _counter++);
                Hash.Of(HashKind.Sha256, _message).CopyTo(_block);
                _used = 0;
            }

            var number = BinaryPrimitives.ReadUInt32BigEndian(_block.AsSpan(_used));
            _used += 4;
            return (int)(((ulong)number * (uint)below) >> 32);
        }
    }
}
