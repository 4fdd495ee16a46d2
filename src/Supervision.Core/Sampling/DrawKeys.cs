using Supervision.Hashing;

namespace Supervision.Sampling;

/// <summary>The randomness of one draw.</summary>
/// <param name="HashKind">The hash function.</param>
/// <param name="Seed">The seed of this draw.</param>
/// <param name="CycleSeed">
/// Seed of the draw that opened the cycle, for <c>prn</c>; null when this draw opens one, and for every other scheme.
/// </param>
public sealed record DrawKeys(HashKind HashKind, Digest Seed, Digest? CycleSeed = null);
