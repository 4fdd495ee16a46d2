namespace Supervision.Sampling;

/// <summary>Whether the beacons of one announcement come after those of another.</summary>
internal static class LaterRound
{
    /// <summary>
    /// The first beacon that does not come later than the same source's in the earlier announcement, with that one; or null. Sources
    /// that only one of them names cannot be compared.
    /// </summary>
    public static (BeaconRound Earlier, BeaconRound Later)? FirstWrong(
        IReadOnlyList<BeaconRound> earlier, IReadOnlyList<BeaconRound> later)
    {
        foreach (var beacon in later)
        {
            var before = earlier.Where(other =>
                string.Equals(other.Source, beacon.Source, StringComparison.Ordinal)
                && string.Equals(other.Chain, beacon.Chain, StringComparison.Ordinal)
                && other.Round >= beacon.Round).MaxBy(other => other.Round);
            if (before is not null)
            {
                return (before, beacon);
            }
        }

        return null;
    }
}
