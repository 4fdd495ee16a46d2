using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>Finds the smallest cap at which no more slots stay empty than under any larger one.</summary>
internal static class CapSearch
{
    public static MatchCap Find(MatchInput input)
    {
        // Mostly even shares will do, and then one matching is enough: below them no department has room for all its tasks.
        var even = EvenShares(input);
        if (Empty(even) == 0)
        {
            return new MatchCap(even, 0);
        }

        var largest = Math.Clamp(input.Tasks.Length + input.Officers.Select(officer => officer.Load).DefaultIfEmpty(0).Max(), 1, ushort.MaxValue);
        var least = Empty(largest);

        // Upwards in growing steps, then by bisection: low leaves more slots empty, high does not.
        var floor = LeastFor([.. input.Officers.Select(officer => officer.Load)], ((long)MatchRun.TeamSize * input.Tasks.Length) - least);
        var (low, high) = least == 0 ? (even, even + 1) : (floor - 1, floor);
        for (var step = 1; high < largest && Empty(high) > least; step *= 2)
        {
            (low, high) = (high, Math.Min(largest, high + step));
        }

        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = Empty(middle) > least ? (middle, high) : (low, middle);
        }

        return new MatchCap(high, least);

        // How many slots can be filled depends on no seed: it is a maximum flow.
        int Empty(int cap) => new MatchRun(HashKind.Sha256, default, input, cap).Run().Unassigned.Count;
    }

    // The smallest cap under which the officers of each department together have room for all its slots.
    private static int EvenShares(MatchInput input)
    {
        var staff = input.Officers.ToLookup(officer => officer.Department, officer => officer.Load, StringComparer.Ordinal);
        return input.Tasks.GroupBy(task => task.Department, StringComparer.Ordinal)
            .Select(tasks => LeastFor([.. staff[tasks.Key]], (long)MatchRun.TeamSize * tasks.Count()))
            .DefaultIfEmpty(1)
            .Max();
    }

    private static int LeastFor(int[] loads, long slots)
    {
        var (low, high) = (1, (int)ushort.MaxValue);
        while (low < high && loads.Length > 0)
        {
            var middle = (low + high) / 2;
            var room = loads.Sum(load => (long)Math.Max(0, middle - load));
            (low, high) = room < slots ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
