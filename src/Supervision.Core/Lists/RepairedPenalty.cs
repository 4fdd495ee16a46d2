using Supervision.Cases;
using Supervision.Credit;
using Supervision.Matters;

namespace Supervision.Lists;

/// <summary>What a repair ended. Immutable.</summary>
/// <param name="Case">The case, no longer shown.</param>
/// <param name="Lifted">Joint measures that rested on it.</param>
/// <param name="Decision">Why the repair was open.</param>
public sealed record RepairedPenalty(PenaltyCase Case, IReadOnlyList<Matter> Lifted, PublicityDecision Decision);
