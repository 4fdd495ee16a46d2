namespace Supervision.Sampling;

/// <summary>The value of a beacon, as it enters the seed.</summary>
/// <param name="Round">The round.</param>
/// <param name="Bytes">Its raw bytes.</param>
/// <param name="Unchecked">What was not checked about it, in a word: "bls-signature", "rsa-signature", or "source".</param>
public sealed record BeaconValue(BeaconRound Round, byte[] Bytes, string Unchecked);
