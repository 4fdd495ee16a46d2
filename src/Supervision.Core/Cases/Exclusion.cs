namespace Supervision.Cases;

/// <summary>A span that periods of the case don't count.</summary>
/// <param name="Kind">Why.</param>
/// <param name="From">First day that is not counted.</param>
/// <param name="To">Last day that is not counted, or null while it runs.</param>
public sealed record Exclusion(ExclusionKind Kind, DateOnly From, DateOnly? To);
