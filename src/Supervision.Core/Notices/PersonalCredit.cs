using Supervision.Credit;
using Supervision.Decisions;

namespace Supervision.Notices;

/// <summary>The personal credit 个人信用 of whoever heads subjects, as their points reach it. For the agency's own use; never published. Immutable.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Score">Score, within the range that the policy names.</param>
/// <param name="Subjects">Credit of the subjects that the person heads, by subject.</param>
/// <param name="Explanation">What each subject took.</param>
public sealed record PersonalCredit(string PersonId, decimal Score, IReadOnlyList<CreditDecision> Subjects, Explanation Explanation);
