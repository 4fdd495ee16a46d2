using Supervision.Decisions;

namespace Supervision.Credit;

/// <summary>What a credit policy says beforehand, on a day, whoever the subject is. Immutable; thread-safe.</summary>
/// <param name="Policy">The version of the policy that says it.</param>
/// <param name="Repairs">What a finished task of each kind gives back; empty where the policy leaves it to the office.</param>
/// <param name="CommitmentCheck">Within what time a granted commitment (告知承诺) is checked, or null where the policy says nothing.</param>
public sealed record CreditTerms(
    PolicyReference Policy, IReadOnlyDictionary<SelfGovernanceKind, RepairTerm> Repairs, CommitmentCheckTerm? CommitmentCheck);
