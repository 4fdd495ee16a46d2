using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>A subject that a shard offers for the draw.</summary>
/// <param name="Id">The subject.</param>
/// <param name="Cell">Its cell.</param>
/// <param name="Ticket">H(K_draw ‖ id).</param>
public sealed record ShardTicket(string Id, string Cell, Digest Ticket);
