namespace Supervision.Cases;

/// <summary>先行登记保存: evidence that may vanish, kept for a few days until it is decided what becomes of it.</summary>
/// <param name="On">Day.</param>
/// <param name="Items">What is kept.</param>
/// <param name="ResolvedOn">Day of the decision on it, or null.</param>
public sealed record EvidencePreservation(DateOnly On, string Items, DateOnly? ResolvedOn);
