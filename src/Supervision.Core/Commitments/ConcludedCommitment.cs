using Supervision.Credit;
using Supervision.Matters;

namespace Supervision.Commitments;

/// <summary>What the check of a promise came to.</summary>
/// <param name="Commitment">The promise after its last step.</param>
/// <param name="Breach">The credit event of a breach; null when there is none.</param>
/// <param name="Credit">Credit after the breach; null when there is none.</param>
/// <param name="Entries">List entries that the breach led to.</param>
public sealed record ConcludedCommitment(Matter Commitment, CreditEvent? Breach, CreditDecision? Credit, IReadOnlyList<Matter> Entries);
