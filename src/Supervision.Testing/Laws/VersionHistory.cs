namespace Supervision.Testing.Laws;

/// <summary>
/// What clients saw of one thing with a version: when each call began and ended, and the version it read or wrote. Says whether some order
/// of the calls explains all of it in which each takes effect at one moment between its beginning and its end (linearizability).
/// </summary>
/// <remarks>
/// In general that is hard to decide. Here each write is a compare-and-set from version v-1 to v, so the order of the writes is that of
/// their versions, and a read of v lies after the write of v and before that of v+1. What is left to check is that this order doesn't
/// contradict the clock: nothing placed later may have ended before something placed earlier began.
/// </remarks>
internal static class VersionHistory
{
    /// <summary>One call. Ticks are of one clock; a write of v means that it was acknowledged.</summary>
    internal sealed record Call(long Began, long Ended, int Version, bool IsWrite)
    {
        // Place in the only possible order: the write of v, then the reads of v.
        public (int Version, int Kind) Place => (Version, IsWrite ? 0 : 1);
    }

    /// <summary>The first call that no order explains, with what contradicts it; null when the history is linearizable.</summary>
    /// <param name="calls">All calls on one thing.</param>
    /// <param name="first">The version before the first write.</param>
    public static string? Contradiction(IReadOnlyCollection<Call> calls, int first)
    {
        var writes = calls.Where(call => call.IsWrite).Select(call => call.Version).Order().ToList();
        if (!writes.SequenceEqual(Enumerable.Range(first + 1, writes.Count)))
        {
            return $"versions written: {string.Join(' ', writes)}";
        }

        if (calls.FirstOrDefault(call => call.Version < first || call.Version > first + writes.Count) is { } unknown)
        {
            return $"{unknown} reads a version that nobody wrote";
        }

        // Walked from the end: the earliest end of whatever is placed later. Reads of one version may stand in any order among themselves.
        var earliestEnd = long.MaxValue;
        foreach (var group in calls.GroupBy(call => call.Place).OrderByDescending(group => group.Key))
        {
            if (group.FirstOrDefault(call => call.Began > earliestEnd) is { } late)
            {
                return $"{late} began after something had ended that must come later";
            }

            earliestEnd = Math.Min(earliestEnd, group.Min(call => call.Ended));
        }

        return null;
    }
}
