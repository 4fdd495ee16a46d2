namespace Supervision.Credit;

/// <summary>Everything that a credit policy may know about one subject. Immutable.</summary>
/// <param name="SubjectId">The subject.</param>
/// <param name="Events">Its events, in any order; those after the as-of day are not looked at.</param>
public sealed record CreditHistory(string SubjectId, IReadOnlyList<CreditEvent> Events);
