using Supervision.Catalog;
using Supervision.Matters;

namespace Supervision.Commitments;

/// <summary>A judged application and what is to be signed.</summary>
/// <param name="Commitment">The matter: eligible, or in the ordinary procedure.</param>
/// <param name="Gate">The judgement with its reasons.</param>
/// <param name="Terms">The terms; who signs confirms their content hash.</param>
public sealed record CommitmentOffer(Matter Commitment, CommitmentGate Gate, Checklist Terms);
