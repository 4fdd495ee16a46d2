using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>Finds the smallest cap at which no more slots stay empty than under any larger one.</summary>
internal static class CapSearch
{
    public static MatchCap Find(MatchInput input)
    {
        var largest = Math.Min(ushort.MaxValue, input.Tasks.Length + input.Officers.Select(officer => officer.Load).DefaultIfEmpty(0).Max());
        largest = Math.Max(1, largest);
        var empty = Empty(largest);

        // Upwards from what even shares need, in growing steps: mostly the first or the second cap will do.
        var (low, high) = (0, LeastFor(input, (MatchRun.TeamSize * input.Tasks.Length) - empty));
        for (var step = 1; high < largest && Empty(high) > empty; step *= 2)
        {
            (low, high) = (high, Math.Min(largest, high + step));
        }

        // low is too small, or just below what even shares need; high will do.
        low = Math.Max(low, LeastFor(input, (MatchRun.TeamSize * input.Tasks.Length) - empty) - 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = Empty(middle) > empty ? (middle, high) : (low, middle);
        }

        return new MatchCap(high, empty);

        // How many slots can be filled depends on no seed: it is a maximum flow.
        int Empty(int cap) => new MatchRun(HashKind.Sha256, default, input, cap).Run().Unassigned.Count;
    }

    // The smallest cap under which all officers together have room for so many slots.
    private static int LeastFor(MatchInput input, int slots)
    {
        var (low, high) = (1, (int)ushort.MaxValue);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var room = input.Officers.Sum(officer => (long)Math.Max(0, middle - officer.Load));
            (low, high) = room < slots ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
