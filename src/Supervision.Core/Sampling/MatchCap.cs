namespace Supervision.Sampling;

/// <summary>The smallest useful cap of a matching.</summary>
/// <param name="Cap">Most tasks an officer may have, load at the start included: 1 to 65,535.</param>
/// <param name="Unassigned">Slots that stay empty under this cap, and under every larger one.</param>
public sealed record MatchCap(int Cap, int Unassigned);
