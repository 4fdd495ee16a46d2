namespace Supervision.Sampling;

/// <summary>What becomes known after the announcement and decides the draw.</summary>
/// <param name="Secrets">The parties' secrets of 32 bytes, in the order of their commitments.</param>
/// <param name="Beacons">The raw values of the beacons, in the order of the announcement.</param>
public sealed record DrawReveal(IReadOnlyList<byte[]> Secrets, IReadOnlyList<byte[]> Beacons);
