using Supervision.Decisions;

namespace Supervision.Sampling;

/// <summary>
/// A public source of randomness. It reads a record that the source published and checks all of it that can be checked without
/// asking anybody; fetching the record is the host's business. Thread-safe.
/// </summary>
public interface IBeacon
{
    /// <summary>When the value of a round is due; null when the source keeps no schedule that is known here.</summary>
    DateTimeOffset? DueAt(BeaconRound round);

    /// <summary>
    /// The value of the announced round. SUP4241: not a record of this source; SUP4242: another round or chain; SUP4243: the record
    /// contradicts itself.
    /// </summary>
    Outcome<BeaconValue> Read(BeaconRound round, ReadOnlySpan<byte> record);
}
